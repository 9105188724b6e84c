using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Data.Bulk;
using SocialShares.Features.Register;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Writes an allotment into the register by the bulk path: the decision with its lines, new holders, entries and certificates in the
/// order in which applications were paid, refunds of what is not allotted; all in the transaction of the command.
/// </summary>
public sealed class Allotment(SharesDb db, Outbox outbox, Gifts gifts)
{
    // Mails and refunds of a large allotment let other deliveries through.
    private const int DeliveriesASecond = 50;

    /// <summary>Stores what was decided upon and what came out, so that anybody can repeat it.</summary>
    public async Task Store(Offer offer, AllotmentPlan plan, Signature by, CancellationToken ct, int no = 1)
    {
        await BulkInsert.Insert(db, [new AllotmentOutcome(offer, plan, by, no)], ct);
        await BulkInsert.Insert(
            db,
            plan.Pools.Select(p => new AllotmentPool(
                offer.Id,
                no,
                p.SeriesNo,
                p.UnitsOffered,
                p.UnitsAsked,
                p.UnitsAllotted
            )),
            ct
        );
        await BulkInsert.Insert(db, plan.Outcome.Select(o => Line(offer.Id, no, o.Row, o.Allotted)), ct);
    }

    /// <summary>Issues to every confirmed application what it was allotted, and orders the rest of its money back.</summary>
    /// <param name="offer">The offer.</param>
    /// <param name="security">What it issues: a class of shares, or series of bonds.</param>
    /// <param name="plan">Who gets what.</param>
    /// <param name="on">Day and moment.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Numbers of entries and of refunds.</returns>
    public async Task<(int Holdings, int Refunds)> Issue(
        Offer offer,
        AllottedSecurity security,
        AllotmentPlan plan,
        BookedOn on,
        CancellationToken ct
    )
    {
        // Before anybody's membership is read: nobody leaves between that and the entry.
        await db.HoldRegister(offer.EnterpriseId, ct);
        await db.JoinAsApplied(offer, ct);
        var known = await db.KnownHolders(offer.EnterpriseId, ct);
        var next = await NextNumbers(offer.EnterpriseId, ct);
        var payments = plan.IsShort ? await Payments(offer.Id, ct) : [];
        var written = new Written();
        var applications = Confirmed(offer.Id).AsAsyncEnumerable().Where(a => plan.Has(a.Id));
        await foreach (var application in applications.WithCancellation(ct))
        {
            var units = plan.Of(application.Id);
            if (units < application.Units)
                written.Refund(application, units, payments[application.Id], offer, on.At);
            if (units == 0)
                continue;
            var who = HolderKey.Of(application);
            if (!known.TryGetValue(who, out var holder))
            {
                var member = NewHolder(application, next.Member++, offer.IsOfBonds ? null : on.Day);
                known[who] = holder = new RegisteredHolder(member.Id, IsMember: !offer.IsOfBonds);
                written.Added.Add(member);
            }
            else if (!holder.IsMember && !offer.IsOfBonds)
                written.Admitted.Add(holder.Id);
            written.Issues.Add(security.Entry(application, units, holder.Id, on, offer.Slug));
            written.Tell(application, units, offer.IsOfBonds);
        }
        await Write(written, offer.EnterpriseId, next.Certificate, on.Day, ct);
        foreach (var gift in written.EmptyGifts)
            await gifts.End(gift, GiftState.Over, on.At, ct);
        await db.MarkAllotted(offer.Id, plan, on.At, ct);
        return (written.Issues.Count, written.Refunds.Count);
    }

    private static AllotmentLine Line(OfferId offer, int no, AllocationRow r, long allotted) =>
        new(r.Id, offer, no, r.Holder, r.SeriesNo, r.Units, r.PaidAt, r.IsResident, r.Priority, allotted);

    private async Task Write(Written written, EnterpriseId enterprise, int number, DateOnly day, CancellationToken ct)
    {
        await BulkInsert.Insert(db, written.Added, ct);
        var entries = await db.AppendToRegister(enterprise, written.Issues, ct);
        var certificates = entries.Select(e => new Certificate(
            CertificateId.New(),
            number++,
            e,
            Certificate.NewCode()
        ));
        await BulkInsert.Insert(db, certificates, ct);
        await BulkInsert.Insert(db, written.Refunds, ct);
        await outbox.AddMany(written.Deliveries, DeliveriesASecond, ct);
        await Admit(written.Admitted, day, ct);
    }

    private IQueryable<Application> Confirmed(OfferId offer) =>
        db
            .Applications.AsNoTracking()
            .Where(a => a.OfferId == offer && a.State == ApplicationState.Confirmed)
            .OrderBy(a => a.PaidAt)
            .ThenBy(a => a.Id);

    private Task<Dictionary<ApplicationId, Payment>> Payments(OfferId offer, CancellationToken ct) =>
        db.Payments.AsNoTracking().Where(p => p.OfferId == offer).ToDictionaryAsync(p => p.ApplicationId, ct);

    private static Member NewHolder(Application a, int number, DateOnly? admittedOn)
    {
        var person = a.HolderPersonId ?? throw new InvariantBroken("units are issued to nobody");
        var choice = new PayoutChoice(a.Destination, a.Iban);
        var member = new Member(MemberId.New(), a.EnterpriseId, number, person, a.Holder(), choice, admittedOn);
        member.JoinAs(a.Admission);
        return member;
    }

    // Bondholders who have become members with these shares, or members who had left: few, so one by one through the aggregate.
    private async Task Admit(HashSet<MemberId> holders, DateOnly day, CancellationToken ct)
    {
        if (holders.Count == 0)
            return;
        foreach (var member in await db.Members.Where(m => holders.Contains(m.Id)).ToListAsync(ct))
            if (member.Admit(day) is { } former)
                db.FormerMemberships.Add(former);
    }

    private async Task<(int Member, int Certificate)> NextNumbers(EnterpriseId id, CancellationToken ct) =>
        (
            1 + (await db.Members.Where(m => m.EnterpriseId == id).MaxAsync(m => (int?)m.Number, ct) ?? 0),
            await db.NextCertificateNumber(id, ct)
        );
}
