namespace SocialShares.Domain;

/// <summary>One comparison of the provider's list with our ledger that came to its end. Never changed.</summary>
public sealed class Reconciliation
{
    private Reconciliation() { }

    /// <param name="id">Identity.</param>
    /// <param name="orderedBy">Name of whoever asked for it; empty for the job of the night.</param>
    /// <param name="span">Since when the list was read, and when the comparison began, UTC.</param>
    /// <param name="counts">What was found.</param>
    /// <param name="now">When it ended, UTC.</param>
    public Reconciliation(
        ReconciliationId id,
        string orderedBy,
        (DateTime Since, DateTime StartedAt) span,
        ReconciliationCounts counts,
        DateTime now
    )
    {
        (Id, OrderedBy, Since, StartedAt, EndedAt) = (id, orderedBy, span.Since, span.StartedAt, now);
        (Listed, TakenIn, Matched, Found) = (counts.Listed, counts.TakenIn, counts.Matched, counts.Found);
        (Resolved, StillOpen) = (counts.Resolved, counts.StillOpen);
    }

    /// <summary>Identity.</summary>
    public ReconciliationId Id { get; private set; }

    /// <summary>Name of whoever asked for it; empty for the job of the night.</summary>
    public string OrderedBy { get; private set; } = "";

    /// <summary>Since when the provider's list was read, UTC.</summary>
    public DateTime Since { get; private set; }

    /// <summary>When it began, UTC.</summary>
    public DateTime StartedAt { get; private set; }

    /// <summary>When it ended, UTC.</summary>
    public DateTime EndedAt { get; private set; }

    /// <summary>Movements that the provider listed.</summary>
    public int Listed { get; private set; }

    /// <summary>How many of them were new to us.</summary>
    public int TakenIn { get; private set; }

    /// <summary>Movements that were found to agree with their entry.</summary>
    public int Matched { get; private set; }

    /// <summary>New differences.</summary>
    public int Found { get; private set; }

    /// <summary>Differences that are none any more.</summary>
    public int Resolved { get; private set; }

    /// <summary>Differences that were open at the end.</summary>
    public int StillOpen { get; private set; }
}

/// <summary>What a reconciliation found.</summary>
public sealed record ReconciliationCounts(int Listed, int TakenIn, int Matched, int Found, int Resolved, int StillOpen);
