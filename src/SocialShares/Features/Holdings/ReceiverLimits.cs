using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Issuing;

namespace SocialShares.Features.Holdings;

/// <summary>Who may hold, and how much at most, holds for receivers too: by the newest offer of what passes.</summary>
internal static class ReceiverLimits
{
    /// <summary>Decides as what a receiver is taken, and refuses more than one holder may have, counting what is held.</summary>
    /// <param name="db">The register.</param>
    /// <param name="transfer">What passes; accepted.</param>
    /// <param name="receiver">The holder that the receiver is already; null for somebody new.</param>
    /// <param name="received">What passes, at the price paid; nothing where the giver is the same holder, who has no more than before.</param>
    /// <param name="today">For the receiver's age.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>As what the receiver is taken; null where no offer says it.</returns>
    /// <exception cref="Refused">Those of an application.</exception>
    public static async Task<Admission?> RequireRoomFor(
        this SharesDb db,
        Transfer transfer,
        Member? receiver,
        HolderHas received,
        DateOnly today,
        CancellationToken ct
    )
    {
        var offer = await OfferOf(db, transfer, ct);
        if (offer is null)
            return null;
        var known = receiver is null ? null : new Admission(receiver.MembershipType, receiver.IsResident);
        var admission = offer.AdmitReceiver(transfer.Receiver!, known, today);
        var who = HolderSought.Of(transfer.AcceptedBy!.Value, transfer.Receiver!);
        var (held, applied) = await db.HeldAndApplied(offer, who, default, ct);
        // Bonds count series by series, and the register alone knows them.
        if (transfer.BondSeriesId is { } series && receiver is not null)
            held = await Held(db, series, receiver.Id, ct);
        offer.CheckReceiver(transfer.Receiver!.Kind, admission, held + applied, received);
        // An offer that asks nothing changes nothing of what a holder is.
        return offer.Eligibility.TellsResidents ? admission : null;
    }

    private static async Task<Offer?> OfferOf(SharesDb db, Transfer transfer, CancellationToken ct)
    {
        if (transfer.BondSeriesId is { } series)
            return await db
                .Offers.AsNoTracking()
                .SingleAsync(o => db.BondSeries.Any(s => s.Id == series && s.OfferId == o.Id), ct);
        return await db
            .Offers.AsNoTracking()
            .Where(o => o.ShareClassId == transfer.ShareClassId)
            .Where(o =>
                o.State == OfferState.Open
                || o.State == OfferState.Closed
                || o.State == OfferState.Allotted
                || o.State == OfferState.Completed
            )
            .OrderByDescending(o => o.OpensOn)
            .FirstOrDefaultAsync(ct);
    }

    private static async Task<HolderHas> Held(SharesDb db, BondSeriesId series, MemberId holder, CancellationToken ct)
    {
        var held = await db
            .RegisterEntries.Where(e => e.MemberId == holder && e.BondSeriesId == series)
            .GroupBy(e => 1)
            .Select(g => new { Units = g.Sum(e => e.Units), Minor = g.Sum(e => e.Units * e.PriceMinor) })
            .SingleOrDefaultAsync(ct);
        return new HolderHas(held?.Minor ?? 0, held?.Units ?? 0);
    }
}
