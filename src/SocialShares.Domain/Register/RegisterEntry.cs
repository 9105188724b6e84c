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

    /// <summary>Units that the holder had by the register that the enterprise kept before it came here.</summary>
    Import,

    /// <summary>Shares that were paid back to their holder.</summary>
    Withdrawal,

    /// <summary>Shares at the value they had before the class was written down; always followed by the next kind.</summary>
    WriteDownFrom,

    /// <summary>The same shares at their lower value.</summary>
    WriteDownTo,

    /// <summary>Units that an earlier entry should not have had, or should have had; it names that entry.</summary>
    Correction,
}

/// <summary>
/// One line of the register of members (shares) or of bondholders (bonds), never changed or deleted. A holding on a date
/// is the sum of the entries valid on or before it. Each entry carries the hash of the one before it, so that nothing can
/// be changed, left out or slipped in unseen. Made by <see cref="RegisterChain"/> only.
/// </summary>
public sealed class RegisterEntry
{
    private RegisterEntry() { }

    internal RegisterEntry(EnterpriseId enterpriseId, EntryFacts facts, int number, string previousHash)
    {
        Invariant.Holds(facts.Units != 0, "an entry of no units");
        Invariant.Holds(
            facts.ShareClassId is null != facts.BondSeriesId is null,
            "an entry is of one class of shares or of one series of bonds"
        );
        Invariant.Holds(
            facts.Kind == EntryKind.Correction == facts.Corrects is not null,
            "a correction, and nothing else, names the entry that it corrects"
        );
        (Id, EnterpriseId, Number, MemberId) = (RegisterEntryId.New(), enterpriseId, number, facts.Holder);
        (ShareClassId, BondSeriesId, PriceMinor) = (facts.ShareClassId, facts.BondSeriesId, facts.PriceMinor);
        (Kind, Units, ValidOn, RecordedAt) = (facts.Kind, facts.Units, facts.On.Day, facts.On.At);
        (Reason, Document, SourceId) = (facts.Source.Reason, facts.Source.Document, facts.Source.Id);
        (CorrectsId, PreviousHash) = (facts.Corrects, previousHash);
        Hash = RegisterHash.Of(this, previousHash);
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

    /// <summary>The document it rests on, as the board names it; empty where the source itself is the document.</summary>
    public string Document { get; private set; } = "";

    /// <summary>The application, payout line or transfer that it rests on; one entry of a kind per source.</summary>
    public Guid SourceId { get; private set; }

    /// <summary>The entry that a correction corrects; null for every other kind.</summary>
    public RegisterEntryId? CorrectsId { get; private set; }

    /// <summary><see cref="Hash"/> of the entry before; 64 zeros for the first of a register.</summary>
    public string PreviousHash { get; private set; } = "";

    /// <summary>SHA-256 over all of the above, see <see cref="RegisterHash"/>: 64 characters 0-9 and a-f.</summary>
    public string Hash { get; private set; } = "";
}

/// <summary>Why an entry stands in the register.</summary>
/// <param name="Reason">One sentence, at most 200 characters.</param>
/// <param name="Id">The application, payout line or transfer.</param>
/// <param name="Document">The paper it rests on, at most 200 characters; empty when it rests on the source alone.</param>
public sealed record EntrySource(string Reason, Guid Id, string Document = "")
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
