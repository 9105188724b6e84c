namespace SocialShares.Look;

/// <summary>What an enterprise pays on its bonds by year, for <c>&lt;debt-chart of="..." /&gt;</c>. Amounts in minor units.</summary>
public sealed record DebtByYear(Currency Currency, IReadOnlyList<DebtYear> Years)
{
    public long Highest => Years.Count == 0 ? 0 : Years.Max(y => y.Together);
}

/// <summary>One year of it: what is paid is ink, what comes is dashed, what should have been paid stands out.</summary>
/// <param name="Year">The year of payment.</param>
/// <param name="PaidInterest">Interest that was paid.</param>
/// <param name="PaidPrincipal">Principal that was paid back.</param>
/// <param name="Interest">Interest that comes.</param>
/// <param name="Principal">Principal that comes.</param>
/// <param name="Late">Due before today and not paid.</param>
public sealed record DebtYear(int Year, long PaidInterest, long PaidPrincipal, long Interest, long Principal, long Late)
{
    public long Together => PaidInterest + PaidPrincipal + Interest + Principal + Late;
}
