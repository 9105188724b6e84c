namespace SocialShares.Domain;

/// <summary>
/// The statements of one account in their order, in whatever order they were taken in: where one does not begin at the
/// balance with which the one before ended, something is missing or came from elsewhere.
/// </summary>
public static class StatementChain
{
    /// <summary>
    /// Finds the places that do not fit. What lines of another statement had brought already counts with the beginning of the
    /// later one, so that a month after its days is no gap.
    /// </summary>
    /// <returns>The statement that begins at another balance, and by how much; the first one begins at nothing.</returns>
    public static IReadOnlyList<(StatementId Id, long Minor)> Gaps(IEnumerable<ChainLink> statements)
    {
        var gaps = new List<(StatementId, long)>();
        var balance = 0L;
        foreach (var link in InOrder(statements))
        {
            if (link.BeginMinor != balance)
                gaps.Add((link.Id, link.BeginMinor - balance));
            balance = link.ClosingMinor;
        }
        return gaps;
    }

    /// <summary>The balance with which the last one ends; 0 without any.</summary>
    public static long Closing(IEnumerable<ChainLink> statements) =>
        InOrder(statements).Select(s => s.ClosingMinor).LastOrDefault();

    // By day; several of one day by what fits, those with lower numbers first.
    private static IEnumerable<ChainLink> InOrder(IEnumerable<ChainLink> statements)
    {
        var balance = 0L;
        foreach (var day in statements.GroupBy(s => s.ClosingOn).OrderBy(g => g.Key))
        {
            var left = day.OrderBy(s => s.SequenceNumber ?? long.MaxValue).ThenBy(s => s.Id.Value).ToList();
            while (left.Count > 0)
            {
                var next = left.Find(s => s.BeginMinor == balance) ?? Unreached(left) ?? left[0];
                left.Remove(next);
                balance = next.ClosingMinor;
                yield return next;
            }
        }
    }

    // After a gap the one goes first at whose beginning no other one ends.
    private static ChainLink? Unreached(List<ChainLink> left) =>
        left.Find(s => !left.Exists(o => o != s && o.ClosingMinor == s.BeginMinor));
}

/// <summary>What the order of statements rests on. Amounts are minor units.</summary>
/// <param name="Id">The statement.</param>
/// <param name="ClosingOn">The day of its last balance.</param>
/// <param name="SequenceNumber">Its number; null where the bank gives none.</param>
/// <param name="ClosingMinor">Its last balance.</param>
/// <param name="NewMinor">What its lines, without those known before, add up to.</param>
public sealed record ChainLink(
    StatementId Id,
    DateOnly ClosingOn,
    long? SequenceNumber,
    long ClosingMinor,
    long NewMinor
)
{
    /// <summary>The balance at which its new lines begin.</summary>
    public long BeginMinor => ClosingMinor - NewMinor;
}

/// <summary>A person's word on why a statement does not begin where the one before ended. Never changed.</summary>
public sealed class BalanceExplanation
{
    private BalanceExplanation() { }

    /// <summary>Explains a difference.</summary>
    public BalanceExplanation(StatementId statement, Money difference, string reason, Signature by)
    {
        (StatementId, Minor, Currency, Reason) = (statement, difference.Minor, difference.Currency, reason);
        (By, ByName, At) = (by.PersonId, by.Name, by.At);
    }

    /// <summary>The statement.</summary>
    public StatementId StatementId { get; private set; }

    /// <summary>The difference that is explained, minor units; another one is not.</summary>
    public long Minor { get; private set; }

    /// <summary>Its currency.</summary>
    public Currency Currency { get; private set; }

    /// <summary>What the person says.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who.</summary>
    public PersonId? By { get; private set; }

    /// <summary>Their name.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }
}
