using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Data.Bulk;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Writes an allotment into the register by the bulk path: new members, entries and certificates in the order in
/// which applications were paid, all in the transaction of the command.
/// </summary>
public sealed class Allotment(SharesDb db, Outbox outbox)
{
    /// <summary>Issues to every confirmed application what it asked for.</summary>
    /// <returns>Number of entries written.</returns>
    public async Task<int> Issue(Offer offer, ShareClass shareClass, BookedOn on, CancellationToken ct)
    {
        var known = await KnownMembers(offer.EnterpriseId, ct);
        var next = await NextNumbers(offer.EnterpriseId, ct);
        var (members, entries, certificates) = (new List<Member>(), new List<RegisterEntry>(), new List<Certificate>());
        await foreach (var application in Confirmed(offer.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            var who = (application.PersonId, application.Kind);
            if (!known.TryGetValue(who, out var memberId))
            {
                var member = NewMember(application, next.Member++, on.Day);
                known[who] = memberId = member.Id;
                members.Add(member);
            }
            var source = new EntrySource($"Allotment of the offer {offer.Slug}", application.Id.Value);
            var entry = new RegisterEntry(
                RegisterEntryId.New(),
                shareClass,
                next.Entry++,
                memberId,
                EntryKind.Issue,
                application.Units,
                on,
                source
            );
            entries.Add(entry);
            certificates.Add(new Certificate(CertificateId.New(), next.Certificate++, entry, Certificate.NewCode()));
            outbox.Add(SendMail.About("shares-issued", application.Id));
        }
        await BulkInsert.Insert(db, members, ct);
        await BulkInsert.Insert(db, entries, ct);
        await BulkInsert.Insert(db, certificates, ct);
        await MarkIssued(offer.Id, on.At, ct);
        return entries.Count;
    }

    private IQueryable<Application> Confirmed(OfferId offer) =>
        db
            .Applications.AsNoTracking()
            .Where(a => a.OfferId == offer && a.State == ApplicationState.Confirmed)
            .OrderBy(a => a.PaidAt)
            .ThenBy(a => a.Id);

    private static Member NewMember(Application a, int number, DateOnly day) =>
        new(
            MemberId.New(),
            a.EnterpriseId,
            number,
            a.PersonId,
            a.Holder(),
            new PayoutChoice(a.Destination, a.Iban),
            day
        );

    private async Task<Dictionary<(PersonId, HolderKind), MemberId>> KnownMembers(
        EnterpriseId id,
        CancellationToken ct
    ) =>
        await db
            .Members.AsNoTracking()
            .Where(m => m.EnterpriseId == id)
            .Select(m => new
            {
                m.PersonId,
                m.Kind,
                m.Id,
            })
            .ToDictionaryAsync(m => (m.PersonId, m.Kind), m => m.Id, ct);

    private async Task<(int Member, int Entry, int Certificate)> NextNumbers(EnterpriseId id, CancellationToken ct) =>
        (
            1 + (await db.Members.Where(m => m.EnterpriseId == id).MaxAsync(m => (int?)m.Number, ct) ?? 0),
            1 + (await db.RegisterEntries.Where(e => e.EnterpriseId == id).MaxAsync(e => (int?)e.Number, ct) ?? 0),
            1 + (await db.Certificates.Where(c => c.EnterpriseId == id).MaxAsync(c => (int?)c.Number, ct) ?? 0)
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
}
