using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Data.Bulk;
using SocialShares.Features.Register;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Writes an allotment into the register by the bulk path: new holders, entries and certificates in the order in
/// which applications were paid, all in the transaction of the command.
/// </summary>
public sealed class Allotment(SharesDb db, Outbox outbox)
{
    /// <summary>Issues to every confirmed application what it asked for.</summary>
    /// <param name="offer">The offer.</param>
    /// <param name="security">What it issues: a class of shares, or series of bonds.</param>
    /// <param name="on">Day and moment.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Number of entries written.</returns>
    public async Task<int> Issue(Offer offer, AllottedSecurity security, BookedOn on, CancellationToken ct)
    {
        await db.JoinAsApplied(offer, ct);
        var known = await KnownHolders(offer.EnterpriseId, ct);
        var next = await NextNumbers(offer.EnterpriseId, ct);
        var (added, issues) = (new List<Member>(), new List<EntryFacts>());
        var admitted = new HashSet<MemberId>();
        await foreach (var application in Confirmed(offer.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            var who = HolderKey.Of(application);
            if (!known.TryGetValue(who, out var holder))
            {
                var member = NewHolder(application, next.Member++, offer.IsOfBonds ? null : on.Day);
                known[who] = holder = new KnownHolder(member.Id, IsMember: !offer.IsOfBonds);
                added.Add(member);
            }
            else if (!holder.IsMember && !offer.IsOfBonds)
                admitted.Add(holder.Id);
            issues.Add(security.Entry(application, holder.Id, on, offer.Slug));
            outbox.Add(SendMail.About(offer.IsOfBonds ? "bonds-issued" : "shares-issued", application.Id));
            if (application.IsGift)
                outbox.Add(SendMail.About("gift-issued", application.Id));
        }
        await BulkInsert.Insert(db, added, ct);
        var entries = await db.AppendToRegister(offer.EnterpriseId, issues, ct);
        var certificates = entries.Select(e => new Certificate(
            CertificateId.New(),
            next.Certificate++,
            e,
            Certificate.NewCode()
        ));
        await BulkInsert.Insert(db, certificates, ct);
        await Admit(admitted, on.Day, ct);
        await MarkIssued(offer.Id, on.At, ct);
        return entries.Count;
    }

    private IQueryable<Application> Confirmed(OfferId offer) =>
        db
            .Applications.AsNoTracking()
            .Where(a => a.OfferId == offer && a.State == ApplicationState.Confirmed)
            .OrderBy(a => a.PaidAt)
            .ThenBy(a => a.Id);

    private static Member NewHolder(Application a, int number, DateOnly? admittedOn)
    {
        var person = a.HolderPersonId ?? throw new InvariantBroken("units are issued to nobody");
        var choice = new PayoutChoice(a.Destination, a.Iban);
        var member = new Member(MemberId.New(), a.EnterpriseId, number, person, a.Holder(), choice, admittedOn);
        member.JoinAs(a.Admission);
        return member;
    }

    // Bondholders who have become members with these shares: few, so one by one through the aggregate.
    private async Task Admit(HashSet<MemberId> holders, DateOnly day, CancellationToken ct)
    {
        if (holders.Count == 0)
            return;
        foreach (var member in await db.Members.Where(m => holders.Contains(m.Id)).ToListAsync(ct))
            member.Admit(day);
    }

    private async Task<Dictionary<HolderKey, KnownHolder>> KnownHolders(EnterpriseId id, CancellationToken ct)
    {
        var known = new Dictionary<HolderKey, KnownHolder>();
        var members = db
            .Members.AsNoTracking()
            .Where(m => m.EnterpriseId == id)
            .OrderBy(m => m.Number)
            .Select(m => new
            {
                m.Id,
                m.PersonId,
                m.Kind,
                m.Identity,
                IsMember = m.AdmittedOn != null,
            });
        await foreach (var m in members.AsAsyncEnumerable().WithCancellation(ct))
        {
            var holder = new KnownHolder(m.Id, m.IsMember);
            known.TryAdd(HolderKey.Of(m.PersonId, m.Kind, m.Identity), holder);
            known[HolderKey.Of(m.Id)] = holder;
        }
        return known;
    }

    private async Task<(int Member, int Certificate)> NextNumbers(EnterpriseId id, CancellationToken ct) =>
        (
            1 + (await db.Members.Where(m => m.EnterpriseId == id).MaxAsync(m => (int?)m.Number, ct) ?? 0),
            await db.NextCertificateNumber(id, ct)
        );

    // Two moves of the aggregate, Confirmed to Allotted to Issued, made for all at once.
    private Task<int> MarkIssued(OfferId offer, DateTime now, CancellationToken ct) =>
        db
            .Applications.Where(a => a.OfferId == offer && a.State == ApplicationState.Confirmed)
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(a => a.State, ApplicationState.Issued)
                        .SetProperty(a => a.AllottedUnits, a => a.Units)
                        .SetProperty(a => a.ChangedAt, now)
                        .SetProperty(a => a.Version, a => a.Version + 2),
                ct
            );

    private readonly record struct KnownHolder(MemberId Id, bool IsMember);
}

/// <summary>What an offer issues: one class of shares, or the series of bonds by their id.</summary>
public sealed record AllottedSecurity(ShareClass? ShareClass, IReadOnlyDictionary<BondSeriesId, BondSeries> Series)
{
    /// <summary>The entry of one application. Bonds hold from the first day of interest, shares from the allotment.</summary>
    internal EntryFacts Entry(Application a, MemberId holder, BookedOn on, string offerSlug)
    {
        var source = new EntrySource($"Allotment of the offer {offerSlug}", a.Id.Value);
        if (ShareClass is not null)
            return new EntryFacts(ShareClass, holder, EntryKind.Issue, a.Units, on, source);
        var series = Series[a.BondSeriesId!.Value];
        var from = on with { Day = series.IssuedOn!.Value };
        return new EntryFacts(series, holder, EntryKind.Issue, a.Units, from, source);
    }
}

/// <summary>Numbers that count without gaps within an enterprise.</summary>
internal static class NextNumbers
{
    public static async Task<int> NextCertificateNumber(this SharesDb db, EnterpriseId id, CancellationToken ct) =>
        1 + (await db.Certificates.Where(c => c.EnterpriseId == id).MaxAsync(c => (int?)c.Number, ct) ?? 0);
}
