using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Regulation;

/// <summary>How far an application is with the steps that its rules ask.</summary>
public sealed class SuitabilityDesk(
    SharesDb db,
    RulesOfOffer rulesOfOffer,
    IDataProtectionProvider protection,
    TimeProvider clock
)
{
    private readonly IDataProtector seal = protection.CreateProtector("suitability.net-worth");

    /// <summary>Where an application stands; its row is there from the first step on.</summary>
    /// <param name="id">The application.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<SuitabilityStanding> Of(ApplicationId id, CancellationToken ct)
    {
        var application = db.Applications.Local.SingleOrDefault(a => a.Id == id);
        application ??= await db.Applications.AsNoTracking().SingleAsync(a => a.Id == id, ct);
        var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == application.OfferId, ct);
        var rules = await rulesOfOffer.Read(offer, ct);
        var progress = await db.Suitabilities.SingleOrDefaultAsync(s => s.ApplicationId == id, ct);
        var today = LegalDay.Of(clock.GetUtcNow().UtcDateTime, offer.TimeZone);
        var test = rules.Rules.Suitability is null
            ? null
            : await db
                .KnowledgeTests.AsNoTracking()
                .Where(t => t.PersonId == application.PersonId && t.ValidUntil >= today)
                .OrderByDescending(t => t.TakenAt)
                .ThenByDescending(t => t.Id)
                .FirstOrDefaultAsync(ct);
        return new(application, offer, rules, progress, test, Open(progress?.SealedNetWorth), today);
    }

    /// <summary>The same for a command that does a step: the rules must ask for it, and the application be unsent.</summary>
    /// <exception cref="Refused"><c>suitability.not-asked</c>, <c>application.already-submitted</c>.</exception>
    public async Task<(SuitabilityStanding Standing, SuitabilityRules Rules, Suitability Progress)> ToChange(
        ApplicationId id,
        CancellationToken ct
    )
    {
        var standing = await Of(id, ct);
        if (standing.Asked is not { } rules)
            throw new Refused("suitability.not-asked");
        if (standing.Application.State != ApplicationState.Started)
            throw new Refused("application.already-submitted");
        var progress = standing.Progress;
        if (progress is null)
            db.Suitabilities.Add(progress = Suitability.Begin(id));
        return (standing, rules, progress);
    }

    /// <summary>A net worth as it is stored: nobody reads it in the database or in a backup without the platform's keys.</summary>
    public string Seal(long netWorthMinor) => seal.Protect(netWorthMinor.ToString(CultureInfo.InvariantCulture));

    private long? Open(string? text) =>
        text is null ? null : long.Parse(seal.Unprotect(text), CultureInfo.InvariantCulture);
}

internal static class OwnMeans
{
    /// <summary>An application ended unsent: what was told of one's own means has no use any more.</summary>
    public static Task ForgetMeans(this SharesDb db, ApplicationId id, CancellationToken ct) =>
        db
            .Suitabilities.Where(s => s.ApplicationId == id && s.SealedNetWorth != null)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.SealedNetWorth, (string?)null), ct);
}

/// <summary>Where an application stands with its steps.</summary>
/// <param name="Application">The application.</param>
/// <param name="Offer">Its offer.</param>
/// <param name="Rules">The rules of the offer.</param>
/// <param name="Progress">What was done; null when nothing was.</param>
/// <param name="Test">The newest result of the person that still counts; null: none.</param>
/// <param name="NetWorthMinor">What the simulation found; null when there was none, or figures were declined.</param>
/// <param name="Today">The day it is where the enterprise is.</param>
public sealed record SuitabilityStanding(
    Application Application,
    Offer Offer,
    OfferRules Rules,
    Suitability? Progress,
    KnowledgeTest? Test,
    long? NetWorthMinor,
    DateOnly Today
)
{
    /// <summary>What the rules ask; null: nothing.</summary>
    public SuitabilityRules? Asked => Rules.Rules.Suitability;

    /// <summary>The first step that is not done; null when all are, or none is asked.</summary>
    public SuitabilityStep? Next =>
        Asked is { } rules
            ? (Progress ?? Suitability.Begin(Application.Id)).Next(
                rules,
                Test,
                Application.AmountInAllMinor,
                NetWorthMinor
            )
            : null;
}
