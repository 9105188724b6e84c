namespace SocialShares.Domain;

/// <summary>What an entry of the register records.</summary>
public enum EntryKind
{
    /// <summary>New units from an allotment.</summary>
    Issue,

    /// <summary>New units bought with interest that the holder left in.</summary>
    Reinvestment,

    /// <summary>Units that went to another holder.</summary>
    TransferOut,

    /// <summary>Units that came from another holder.</summary>
    TransferIn,

    /// <summary>Bonds that were paid back.</summary>
    Redemption,

    /// <summary>Shares that were paid back to their holder.</summary>
    Withdrawal,

    /// <summary>Shares at the value they had before the class was written down; always followed by the next kind.</summary>
    WriteDownFrom,

    /// <summary>The same shares at their lower value.</summary>
    WriteDownTo,
}

/// <summary>
/// One line of the register of members (shares) or of bondholders (bonds), never changed or deleted. A holding on a date
/// is the sum of the entries valid on or before it.
/// </summary>
public sealed class RegisterEntry
{
    private RegisterEntry() { }

    /// <param name="id">Identity.</param>
    /// <param name="shareClass">The class, with its price today.</param>
    /// <param name="number">Counts from 1 within the enterprise.</param>
    /// <param name="memberId">The holder.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="units">Signed units, not zero.</param>
    /// <param name="on">The day from which it holds, and the moment of writing it down.</param>
    /// <param name="source">What it rests on.</param>
    public RegisterEntry(
        RegisterEntryId id,
        ShareClass shareClass,
        int number,
        MemberId memberId,
        EntryKind kind,
        long units,
        BookedOn on,
        EntrySource source
    )
    {
        (EnterpriseId, ShareClassId, PriceMinor) = (shareClass.EnterpriseId, shareClass.Id, shareClass.ParValueMinor);
        Write(id, number, memberId, kind, units, on, source);
    }

    /// <param name="id">Identity.</param>
    /// <param name="series">The series, with what is outstanding of each bond today.</param>
    /// <param name="number">Counts from 1 within the enterprise.</param>
    /// <param name="memberId">The holder.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="units">Signed bonds, not zero.</param>
    /// <param name="on">The day from which it holds, and the moment of writing it down.</param>
    /// <param name="source">What it rests on.</param>
    public RegisterEntry(
        RegisterEntryId id,
        BondSeries series,
        int number,
        MemberId memberId,
        EntryKind kind,
        long units,
        BookedOn on,
        EntrySource source
    )
    {
        (EnterpriseId, BondSeriesId) = (series.EnterpriseId, series.Id);
        PriceMinor = series.OutstandingPerUnitMinor;
        Write(id, number, memberId, kind, units, on, source);
    }

    /// <summary>An entry of shares at the price that was paid for them, which need not be today's par.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="shareClass">The class.</param>
    /// <param name="number">Counts from 1 within the enterprise.</param>
    /// <param name="memberId">The holder.</param>
    /// <param name="move">What happened, how many units and at which price, minor units.</param>
    /// <param name="on">The day from which it holds, and the moment of writing it down.</param>
    /// <param name="source">What it rests on.</param>
    public static RegisterEntry AtPrice(
        RegisterEntryId id,
        ShareClass shareClass,
        int number,
        MemberId memberId,
        (EntryKind Kind, long Units, long PriceMinor) move,
        BookedOn on,
        EntrySource source
    )
    {
        var entry = new RegisterEntry(id, shareClass, number, memberId, move.Kind, move.Units, on, source);
        entry.PriceMinor = move.PriceMinor;
        return entry;
    }

    /// <summary>Identity.</summary>
    public RegisterEntryId Id { get; private set; }

    /// <summary>Whose register.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>The class of shares; null for bonds.</summary>
    public ShareClassId? ShareClassId { get; private set; }

    /// <summary>The series of bonds; null for shares.</summary>
    public BondSeriesId? BondSeriesId { get; private set; }

    /// <summary>Counts from 1 within the enterprise, without gaps.</summary>
    public int Number { get; private set; }

    /// <summary>The holder.</summary>
    public MemberId MemberId { get; private set; }

    /// <summary>What happened.</summary>
    public EntryKind Kind { get; private set; }

    /// <summary>Signed units.</summary>
    public long Units { get; private set; }

    /// <summary>Price of one unit at the time: par, or the principal outstanding of a bond; minor units.</summary>
    public long PriceMinor { get; private set; }

    /// <summary>The day from which it holds: on that day the receiver holds.</summary>
    public DateOnly ValidOn { get; private set; }

    /// <summary>When it was written down, UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>One sentence: why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The application, payout line or transfer that it rests on; one entry of a kind per source.</summary>
    public Guid SourceId { get; private set; }

    private void Write(
        RegisterEntryId id,
        int number,
        MemberId memberId,
        EntryKind kind,
        long units,
        BookedOn on,
        EntrySource source
    )
    {
        Invariant.Holds(units != 0, "an entry of no units");
        (Id, Number, MemberId, Kind, Units) = (id, number, memberId, kind, units);
        (ValidOn, RecordedAt, Reason, SourceId) = (on.Day, on.At, source.Reason, source.Id);
    }
}

/// <summary>Why an entry stands in the register.</summary>
/// <param name="Reason">One sentence.</param>
/// <param name="Id">The application, payout line or transfer.</param>
public sealed record EntrySource(string Reason, Guid Id)
{
    /// <summary>
    /// Where one event writes several entries of a kind: the source of the one of a number. The first is the event itself;
    /// the others are made from it and the same each time, so that an entry is written once whatever is tried twice.
    /// </summary>
    public EntrySource Part(string part)
    {
        if (part.Length == 0)
            return this;
        Span<byte> hash = stackalloc byte[32];
        System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes($"{Id:N}/{part}"), hash);
        return this with { Id = new Guid(hash[..16]) };
    }
}
