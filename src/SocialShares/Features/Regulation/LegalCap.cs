using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Issuing;

namespace SocialShares.Features.Regulation;

/// <summary>What would come to a holder.</summary>
/// <param name="EnterpriseId">Of which enterprise.</param>
/// <param name="Kind">Shares or bonds.</param>
/// <param name="AmountMinor">At the price paid, minor units.</param>
/// <param name="ApplicationId">The application by which it comes, which is not counted twice; null: it comes by a transfer.</param>
internal sealed record ComingTo(
    EnterpriseId EnterpriseId,
    SecurityKind Kind,
    long AmountMinor,
    ApplicationId? ApplicationId = null
);

/// <summary>The most that one person may hold in an enterprise by law, on whatever path it comes. Organisations are not counted.</summary>
internal static class LegalCap
{
    /// <summary>Refuses what would be more, with all that the holder has in the enterprise, whatever the class.</summary>
    /// <exception cref="Refused"><c>application.above-legal-cap</c></exception>
    public static async Task CheckCap(
        this SharesDb db,
        RuleSet? rules,
        HolderSought who,
        ComingTo coming,
        CancellationToken ct
    )
    {
        if (CapOf(rules, who, coming) is { } cap)
            cap.CheckTogether(coming.AmountMinor + await Others(db, who, coming, ct));
    }

    /// <summary>Would it be no more than that?</summary>
    public static async Task<bool> IsWithinCap(
        this SharesDb db,
        RuleSet? rules,
        HolderSought who,
        ComingTo coming,
        CancellationToken ct
    ) =>
        CapOf(rules, who, coming) is not { } cap
        || coming.AmountMinor + await Others(db, who, coming, ct) <= cap.MostMinor;

    private static CapRule? CapOf(RuleSet? rules, HolderSought who, ComingTo coming) =>
        who.Kind != HolderKind.Organisation && rules?.CapPerPerson is { } cap && cap.Kinds.Contains(coming.Kind)
            ? cap
            : null;

    private static async Task<long> Others(SharesDb db, HolderSought who, ComingTo coming, CancellationToken ct)
    {
        var isOfBonds = coming.Kind == SecurityKind.Bond;
        var itself = coming.ApplicationId ?? default;
        var applied = await SameHolder
            .Of(db.Applications, who)
            .Where(a => a.EnterpriseId == coming.EnterpriseId && a.Id != itself)
            .Where(a => a.BondSeriesId != null == isOfBonds)
            .NotYetHeld(ct);
        var held = await SameHolder
            .Of(db.Members, who)
            .Where(m => m.EnterpriseId == coming.EnterpriseId)
            .Join(
                db.RegisterEntries.Where(e => e.ShareClassId == null == isOfBonds),
                m => m.Id,
                e => e.MemberId,
                (m, e) => e.Units * e.PriceMinor
            )
            .SumAsync(ct);
        return applied.Minor + held;
    }
}
