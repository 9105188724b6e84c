using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Holdings;

internal static class TransferRows
{
    public static IQueryable<TransferRow> Of(SharesDb db, IQueryable<Transfer> transfers) =>
        from t in transfers.AsNoTracking()
        join m in db.Members on t.FromMemberId equals m.Id
        join e in db.Enterprises on t.EnterpriseId equals e.Id
        join c in db.ShareClasses on t.ShareClassId equals c.Id into classes
        from shareClass in classes.DefaultIfEmpty()
        join b in db.BondSeries on t.BondSeriesId equals b.Id into series
        from bonds in series.DefaultIfEmpty()
        select new TransferRow
        {
            Id = t.Id,
            State = t.State,
            EnterpriseName = e.Name,
            EnterpriseSlug = e.Slug,
            IsOfBonds = t.BondSeriesId != null,
            Code = shareClass == null ? bonds.Code : shareClass.Code,
            FromNumber = m.Number,
            From = m.Name,
            ToEmail = t.ToEmail,
            To = db.Members.Where(x => x.Id == t.ToMemberId).Select(x => x.Name).FirstOrDefault(),
            Units = t.Units,
            Cause = t.Cause,
            Reason = t.Reason,
            NeedsApproval = t.NeedsApproval,
            AskedBy = t.AskedByName,
            AskedAt = t.AskedAt,
            ConfirmedBy = t.ConfirmedByName,
            Evidence = t.Evidence,
            AcceptedAt = t.AcceptedAt,
            DecidedBy = t.DecidedByName,
            DeclinedReason = t.DeclinedReason,
            DoneOn = t.DoneOn,
        };
}

/// <summary>A transfer in a list.</summary>
public sealed record TransferRow
{
    /// <summary>The transfer.</summary>
    public required TransferId Id { get; init; }

    /// <summary>Where it stands.</summary>
    public required TransferState State { get; init; }

    /// <summary>Whose shares or bonds.</summary>
    public required string EnterpriseName { get; init; }

    /// <summary>Its name in addresses.</summary>
    public required string EnterpriseSlug { get; init; }

    /// <summary>Are they bonds?</summary>
    public required bool IsOfBonds { get; init; }

    /// <summary>The class or series.</summary>
    public required string Code { get; init; }

    /// <summary>The giver's number in the register.</summary>
    public required int FromNumber { get; init; }

    /// <summary>The giver.</summary>
    public required string From { get; init; }

    /// <summary>The receiver's mail address, as it was named.</summary>
    public required string ToEmail { get; init; }

    /// <summary>The receiver; null before it is done.</summary>
    public string? To { get; init; }

    /// <summary>How many.</summary>
    public required long Units { get; init; }

    /// <summary>Why.</summary>
    public required TransferCause Cause { get; init; }

    /// <summary>What it rests on.</summary>
    public required string Reason { get; init; }

    /// <summary>Must the board approve?</summary>
    public required bool NeedsApproval { get; init; }

    /// <summary>Who asked for it or recorded it.</summary>
    public required string AskedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime AskedAt { get; init; }

    /// <summary>Who confirmed what the board recorded; null before.</summary>
    public string? ConfirmedBy { get; init; }

    /// <summary>What an administrator saw who confirmed.</summary>
    public string? Evidence { get; init; }

    /// <summary>When the receiver accepted, UTC.</summary>
    public DateTime? AcceptedAt { get; init; }

    /// <summary>Who approved or declined.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>Why it was declined.</summary>
    public string? DeclinedReason { get; init; }

    /// <summary>The day from which the receiver holds.</summary>
    public DateOnly? DoneOn { get; init; }
}
