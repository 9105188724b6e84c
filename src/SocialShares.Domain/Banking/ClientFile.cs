namespace SocialShares.Domain;

/// <summary>Where a bank file of the client-money account stands.</summary>
public enum ClientFileState
{
    /// <summary>Waits for a second administrator.</summary>
    Made,

    /// <summary>The bank may have it.</summary>
    Released,

    /// <summary>It never goes; its orders wait for another one.</summary>
    Withdrawn,
}

/// <summary>
/// A bank file (pain.001) that pays orders from the client-money account. One administrator makes it, another releases it;
/// before that nobody can download it. A second download is the same bytes.
/// </summary>
public sealed class ClientFile
{
    private ClientFile() { }

    /// <param name="id">Identity.</param>
    /// <param name="no">Counts all such files from 1.</param>
    /// <param name="sum">How many payments, and what they add up to.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="sha256">Their hash, lower-case hexadecimal.</param>
    /// <param name="by">Who made it.</param>
    public ClientFile(ClientFileId id, int no, (int Count, Money Sum) sum, byte[] content, string sha256, Signature by)
    {
        (Id, No, NumberOfTransactions) = (id, no, sum.Count);
        (ControlSumMinor, Currency) = (sum.Sum.Minor, sum.Sum.Currency);
        (Content, Sha256) = (content, sha256);
        (MadeBy, MadeByName, MadeAt) = (by.PersonId, by.Name, by.At);
    }

    /// <summary>Identity.</summary>
    public ClientFileId Id { get; private set; }

    /// <summary>Counts all such files from 1.</summary>
    public int No { get; private set; }

    /// <summary>The message's unique id: 32 characters.</summary>
    public string MessageId => Id.Value.ToString("N");

    /// <summary>Payments in the file.</summary>
    public int NumberOfTransactions { get; private set; }

    /// <summary>Sum of the payments, minor units.</summary>
    public long ControlSumMinor { get; private set; }

    /// <summary>Currency of the payments.</summary>
    public Currency Currency { get; private set; }

    /// <summary>The bytes.</summary>
    public byte[] Content { get; private set; } = [];

    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Who made it.</summary>
    public PersonId? MadeBy { get; private set; }

    /// <summary>Their name.</summary>
    public string MadeByName { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime MadeAt { get; private set; }

    /// <summary>Who released or withdrew it; null while it waits.</summary>
    public PersonId? DecidedBy { get; private set; }

    /// <summary>Their name.</summary>
    public string? DecidedByName { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public ClientFileState State { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>Another administrator has looked, and lets it go to the bank.</summary>
    /// <exception cref="Refused"><c>client-file.own</c>, <c>client-file.decided</c>.</exception>
    public void Release(Signature by)
    {
        if (by.PersonId == MadeBy)
            throw new Refused("client-file.own");
        Decide(ClientFileState.Released, by);
    }

    /// <summary>It does not go: its orders wait for the next file.</summary>
    /// <exception cref="Refused"><c>client-file.decided</c></exception>
    public void Withdraw(Signature by) => Decide(ClientFileState.Withdrawn, by);

    private void Decide(ClientFileState state, Signature by)
    {
        if (State != ClientFileState.Made)
            throw new Refused("client-file.decided");
        State = state;
        (DecidedBy, DecidedByName, DecidedAt) = (by.PersonId, by.Name, by.At);
        Version++;
    }
}
