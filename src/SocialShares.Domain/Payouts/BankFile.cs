namespace SocialShares.Domain;

/// <summary>A payment order for the bank (pain.001), written once; a second download is the same bytes.</summary>
public sealed class BankFile
{
    private BankFile() { }

    /// <param name="id">Identity.</param>
    /// <param name="run">The run whose lines it pays.</param>
    /// <param name="no">Counts from 1 within the run.</param>
    /// <param name="sum">How many payments, and what they add up to in minor units.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="sha256">Their hash, lower-case hexadecimal.</param>
    /// <param name="now">Instant, UTC.</param>
    public BankFile(
        BankFileId id,
        PayoutRun run,
        int no,
        (int Count, long Minor) sum,
        byte[] content,
        string sha256,
        DateTime now
    )
    {
        (Id, RunId, EnterpriseId, No) = (id, run.Id, run.EnterpriseId, no);
        (NumberOfTransactions, ControlSumMinor, Currency) = (sum.Count, sum.Minor, run.Currency);
        (Content, Sha256, CreatedAt) = (content, sha256, now);
    }

    /// <summary>Identity.</summary>
    public BankFileId Id { get; private set; }

    /// <summary>The run.</summary>
    public PayoutRunId RunId { get; private set; }

    /// <summary>Whose bank account pays.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>Counts from 1 within the run.</summary>
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

    /// <summary>Instant, UTC.</summary>
    public DateTime CreatedAt { get; private set; }
}
