namespace SocialShares.Domain;

/// <summary>What is wrong with a register whose chain is broken.</summary>
public enum RegisterFault
{
    /// <summary>A number is missing.</summary>
    Missing,

    /// <summary>An entry does not name the hash of the one before it.</summary>
    Unlinked,

    /// <summary>What an entry says is not what its hash was made of.</summary>
    Changed,

    /// <summary>Entries that stood there at an earlier check are gone from the end.</summary>
    Shortened,

    /// <summary>All hashes agree, but an entry has another hash than at an earlier check.</summary>
    Rewritten,
}

/// <summary>The first entry at which a register is broken.</summary>
/// <param name="Number">Number of the entry.</param>
/// <param name="Fault">What is wrong there.</param>
public sealed record RegisterBreak(int Number, RegisterFault Fault);

/// <summary>
/// Reads a register entry by entry, in the order of numbers, and says where it is broken first. Needs no more memory
/// for a million entries than for one.
/// </summary>
/// <param name="known">Number and hash of the last entry at an earlier check that found nothing wrong; null: none.</param>
public sealed class RegisterReading(RegisterMark? known)
{
    /// <summary>Entries read so far without finding anything wrong.</summary>
    public int Count { get; private set; }

    /// <summary>Hash of the last of them.</summary>
    public string LastHash { get; private set; } = RegisterHash.Start;

    /// <summary>Looks at the next entry.</summary>
    /// <returns>What is wrong; null: nothing.</returns>
    public RegisterBreak? Read(RegisterEntry entry)
    {
        var number = Count + 1;
        if (entry.Number != number)
            return new RegisterBreak(number, RegisterFault.Missing);
        if (entry.PreviousHash != LastHash)
            return new RegisterBreak(number, RegisterFault.Unlinked);
        if (entry.Hash != RegisterHash.Of(entry, LastHash))
            return new RegisterBreak(number, RegisterFault.Changed);
        if (known is { } mark && mark.Number == number && mark.Hash != entry.Hash)
            return new RegisterBreak(number, RegisterFault.Rewritten);
        (Count, LastHash) = (number, entry.Hash);
        return null;
    }

    /// <summary>Looks at the end, when all entries were read.</summary>
    /// <returns>What is wrong; null: nothing.</returns>
    public RegisterBreak? End() =>
        known is { } mark && Count < mark.Number ? new RegisterBreak(Count + 1, RegisterFault.Shortened) : null;
}

/// <summary>A place in a register that was seen before.</summary>
/// <param name="Number">Number of the entry.</param>
/// <param name="Hash">Its hash then.</param>
public readonly record struct RegisterMark(int Number, string Hash);

/// <summary>The kept result of reading a whole register; never changed.</summary>
public sealed class RegisterCheck
{
    private RegisterCheck() { }

    /// <param name="id">Identity.</param>
    /// <param name="enterpriseId">Whose register.</param>
    /// <param name="entries">Entries in which nothing is wrong, counted from the first.</param>
    /// <param name="lastHash">Hash of the last of them.</param>
    /// <param name="broken">The first entry that is wrong; null: none.</param>
    /// <param name="orderedBy">Name of whoever asked for it; empty for the job of the night.</param>
    /// <param name="at">When, UTC.</param>
    public RegisterCheck(
        RegisterCheckId id,
        EnterpriseId enterpriseId,
        int entries,
        string lastHash,
        RegisterBreak? broken,
        string orderedBy,
        DateTime at
    )
    {
        (Id, EnterpriseId, Entries, LastHash) = (id, enterpriseId, entries, lastHash);
        (BrokenNumber, Fault, OrderedBy, At) = (broken?.Number, broken?.Fault, orderedBy, at);
    }

    /// <summary>Identity.</summary>
    public RegisterCheckId Id { get; private set; }

    /// <summary>Whose register.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>Entries in which nothing is wrong, counted from the first.</summary>
    public int Entries { get; private set; }

    /// <summary>Hash of the last of them.</summary>
    public string LastHash { get; private set; } = "";

    /// <summary>Number of the first entry that is wrong; null: none.</summary>
    public int? BrokenNumber { get; private set; }

    /// <summary>What is wrong there; null: nothing.</summary>
    public RegisterFault? Fault { get; private set; }

    /// <summary>Name of whoever asked for it; empty for the job of the night.</summary>
    public string OrderedBy { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }
}
