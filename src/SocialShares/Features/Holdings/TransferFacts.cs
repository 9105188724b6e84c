using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Holdings;

/// <summary>What the use cases about transfers find alike.</summary>
internal static class TransferFacts
{
    /// <summary>Exactly one of a class and a series is named.</summary>
    public static void OneSecurity<T>(this IRuleBuilderInitial<T, ShareClassId?> rule, Func<T, BondSeriesId?> series) =>
        rule.Must((r, shareClass) => shareClass is null != series(r) is null)
            .WithErrorCode("transfer.one-security")
            .WithMessage(_ => RefusalText.Of("transfer.one-security"));

    /// <summary>The class or series of an enterprise, with its rules.</summary>
    public static async Task<TransferredSecurity> SecurityOf(
        this SharesDb db,
        EnterpriseId enterprise,
        ShareClassId? shareClass,
        BondSeriesId? series,
        CancellationToken ct
    )
    {
        if (shareClass is { } id)
            return TransferredSecurity.Of(
                await db
                    .ShareClasses.AsNoTracking()
                    .SingleOrDefaultAsync(c => c.Id == id && c.EnterpriseId == enterprise, ct)
                    ?? throw new NotThere("share-class")
            );
        return TransferredSecurity.Of(
            await db
                .BondSeries.AsNoTracking()
                .SingleOrDefaultAsync(s => s.Id == series && s.EnterpriseId == enterprise && s.IssuedOn != null, ct)
                ?? throw new NotThere("bond-series")
        );
    }

    /// <summary>The day it is where the enterprise is.</summary>
    public static async Task<DateOnly> Today(
        this SharesDb db,
        EnterpriseId enterprise,
        DateTime now,
        CancellationToken ct
    ) => LegalDay.Of(now, await db.Enterprises.Where(e => e.Id == enterprise).Select(e => e.TimeZone).SingleAsync(ct));

    /// <summary>Does a person sit on the board of an enterprise?</summary>
    public static Task<bool> SitsOnBoard(
        this SharesDb db,
        EnterpriseId enterprise,
        PersonId person,
        CancellationToken ct
    ) => db.BoardMembers.AnyAsync(b => b.EnterpriseId == enterprise && b.PersonId == person, ct);
}
