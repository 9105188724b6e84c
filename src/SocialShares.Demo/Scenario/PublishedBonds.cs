namespace SocialShares.Demo.Scenario;

/// <summary>What a published bond offer promises, ready to be drafted.</summary>
/// <param name="Tranches">One series each.</param>
/// <param name="Notes">What the runner had to assume, and what the platform does not enforce yet; told before the run.</param>
public sealed record PublishedBonds(IReadOnlyList<BondTranche> Tranches, IReadOnlyList<string> Notes)
{
    /// <summary>The latest day of issue in the terms; null: the day of allotment.</summary>
    public DateOnly? IssueOn => Tranches.Max(t => t.Terms.IssueOn);
}
