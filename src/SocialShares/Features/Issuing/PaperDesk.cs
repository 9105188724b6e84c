using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Regulation;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Makes the application of somebody without an account from what stands on a paper.</summary>
public sealed class PaperDesk(
    SharesDb db,
    Submission submission,
    SubmissionRules rules,
    RulesOfOffer rulesOfOffer,
    Caller caller,
    TimeProvider clock
)
{
    /// <summary>Adds the application and what is known of the paper, after every check that needs no units.</summary>
    /// <exception cref="Refused">Codes <c>paper.*</c>, <c>application.*</c>, <c>offer.*</c>.</exception>
    public async Task<ApplicationId> Type(
        ApplicationId id,
        OfferId offerId,
        TypePaperApplication.Body paper,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == offerId, ct);
        // A test and a simulation are the applicant's own; nobody else can do them.
        if ((await rulesOfOffer.Read(offer, ct)).Rules.Suitability is not null)
            throw new Refused("paper.suitability");
        var today = LegalDay.Of(now, offer.TimeZone);
        var application = paper.HolderNumber is { } number
            ? await TopUp(id, offer, number, paper, today, now, ct)
            : await New(id, offer, paper, today, now, ct);
        await submission.CheckHolder(application, now, ct);
        await rules.CheckCap(application, offer, ct);
        var facts = new PaperFacts(
            paper.SignedOn,
            paper.DocumentVersion,
            paper.KeptAt.Trim(),
            string.IsNullOrWhiteSpace(paper.Email) ? null : paper.Email,
            paper.Language ?? "en"
        );
        var published = await PublishedOn(offer, paper.DocumentVersion, ct);
        db.Applications.Add(application);
        db.PaperApplications.Add(PaperApplication.Type(application, facts, published, today, caller.Sign(now)));
        return id;
    }

    private async Task<Application> New(
        ApplicationId id,
        Offer offer,
        TypePaperApplication.Body paper,
        DateOnly today,
        DateTime now,
        CancellationToken ct
    )
    {
        var series = await db.SeriesOf(offer, paper.SeriesId, ct);
        var person = await PersonFor(offer.EnterpriseId, paper.Holder!, ct);
        var application = Application.Start(id, offer, series, person, paper.AmountMinor, now);
        application.AnswerWho(offer, paper.Holder!, paper.MembershipType, today);
        var shareClass = await db.ShareClasses.AsNoTracking().SingleOrDefaultAsync(c => c.Id == offer.ShareClassId, ct);
        application.AnswerPayout(shareClass, PayoutRules.Normal(paper.Payout));
        return application;
    }

    private async Task<Application> TopUp(
        ApplicationId id,
        Offer offer,
        int number,
        TypePaperApplication.Body paper,
        DateOnly today,
        DateTime now,
        CancellationToken ct
    )
    {
        var member =
            await db
                .Members.AsNoTracking()
                .SingleOrDefaultAsync(m => m.EnterpriseId == offer.EnterpriseId && m.Number == number, ct)
            ?? throw new Refused("paper.holder", number) { Field = "holderNumber" };
        // Whoever signs in decides alone; nobody writes into another's account.
        if (await db.HasAccount(member.PersonId, ct))
            throw new Refused("paper.has-account") { Field = "holderNumber" };
        member.RequireAlive();
        var held = await db
            .RegisterEntries.Where(e => e.MemberId == member.Id && e.ShareClassId == offer.ShareClassId)
            .SumAsync(e => e.Units, ct);
        var application = Application.TopUp(id, offer, member, held, paper.AmountMinor, now);
        if (application.MembershipType is null && paper.MembershipType is { Length: > 0 } type)
            application.ChooseType(offer, type, today);
        return application;
    }

    // The newest version only: an older paper says what the offer does not promise any more.
    private async Task<DateOnly> PublishedOn(Offer offer, int version, CancellationToken ct)
    {
        var current = await db
            .OfferDocuments.InForce(offer.Id)
            .OrderByDescending(d => d.Version)
            .Select(d => new { d.Version, At = d.DecidedAt ?? d.UploadedAt })
            .FirstAsync(ct);
        if (current.Version != version)
            throw new Refused("application.document-changed", current.Version) { Field = "documentVersion" };
        return LegalDay.Of(current.At, offer.TimeZone);
    }

    /// <summary>
    /// The person whom earlier papers of this enterprise were typed for, where they name the same holder; else a new one. So
    /// two papers of one neighbour count together towards the most of one holder.
    /// </summary>
    /// <exception cref="Refused"><c>paper.has-account</c>: that person has taken over what was typed, and signs in.</exception>
    private async Task<PersonId> PersonFor(EnterpriseId enterprise, HolderDetails holder, CancellationToken ct)
    {
        var details = holder.Normal();
        var (identity, name, born) = (HolderIdentity.Of(details), HolderIdentity.Fold(details.Name), details.BornOn);
        var all = db
            .PaperApplications.Where(p => p.EnterpriseId == enterprise)
            .Join(db.Applications, p => p.ApplicationId, a => a.Id, (p, a) => a);
        // Alone or as the first of joint holders somebody is one person; all others are told by what identifies them.
        var isPerson = details.Kind is HolderKind.Person or HolderKind.Joint;
        var papers = await (
            isPerson
                ? all.Where(a => (a.Kind == HolderKind.Person || a.Kind == HolderKind.Joint) && a.BornOn == born)
                : all.Where(a => a.Kind == details.Kind && a.Identity == identity)
        )
            .OrderBy(a => a.StartedAt)
            .Select(a => new { a.PersonId, a.Name })
            .ToListAsync(ct);
        if (papers.Find(a => !isPerson || HolderIdentity.Fold(a.Name) == name) is not { } known)
            return PersonId.New();
        return await db.HasAccount(known.PersonId, ct)
            ? throw new Refused("paper.has-account") { Field = "name" }
            : known.PersonId;
    }
}

internal static class Accounts
{
    /// <summary>Does somebody sign in as this person? Whoever was imported or applied on paper has no account at first.</summary>
    public static Task<bool> HasAccount(this SharesDb db, PersonId person, CancellationToken ct)
    {
        var id = person.Value;
        return db.Users.AnyAsync(u => u.Id == id, ct);
    }
}
