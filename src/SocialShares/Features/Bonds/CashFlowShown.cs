namespace SocialShares.Features.Bonds;

/// <summary>What an amount in one series pays from the issue to maturity; amounts in minor units.</summary>
/// <param name="SeriesId">The series.</param>
/// <param name="Code">Its short name.</param>
/// <param name="Currency">Currency of the amounts.</param>
/// <param name="Units">Bonds that the amount buys.</param>
/// <param name="FaceMinor">The amount.</param>
/// <param name="IssuedOn">First day of interest; while nothing is issued, the day that is expected.</param>
/// <param name="IsExpected">Nothing is issued yet, so that the dates may still move.</param>
/// <param name="InterestMinor">Interest in all, what is added to the principal included.</param>
/// <param name="PaymentMinor">What is paid in all.</param>
/// <param name="Rows">By period.</param>
public sealed record CashFlowShown(
    BondSeriesId SeriesId,
    string Code,
    Currency Currency,
    long Units,
    long FaceMinor,
    DateOnly IssuedOn,
    bool IsExpected,
    long InterestMinor,
    long PaymentMinor,
    IReadOnlyList<CashFlowRow> Rows
)
{
    /// <summary>Computes it.</summary>
    /// <param name="series">The series.</param>
    /// <param name="expectedIssue">Its day of issue while it has none.</param>
    /// <param name="amountMinor">Whole bonds.</param>
    /// <exception cref="Refused"><c>application.whole-bonds</c></exception>
    internal static CashFlowShown Of(BondSeries series, DateOnly expectedIssue, long amountMinor)
    {
        if (amountMinor % series.NominalMinor != 0)
            throw new Refused("application.whole-bonds", new Money(series.NominalMinor, series.Currency))
            {
                Field = "amountMinor",
            };
        var (units, issuedOn) = (amountMinor / series.NominalMinor, series.IssuedOn ?? expectedIssue);
        var flows = BondPlan.Of(series.Terms, issuedOn).Table(series.NominalMinor);
        return new CashFlowShown(
            series.Id,
            series.Code,
            series.Currency,
            units,
            amountMinor,
            issuedOn,
            series.IssuedOn is null,
            units * flows.Sum(f => f.InterestMinor),
            units * flows.Sum(f => f.PaymentMinor),
            [.. flows.Select(f => CashFlowRow.Of(f, units))]
        );
    }

    /// <summary>The day on which bonds of an offer are issued, as far as it is known.</summary>
    internal static DateOnly ExpectedIssue(BondSeries series, Offer offer) =>
        series.IssueOn ?? offer.LastDay.AddDays(offer.ReflectionDays + 1);
}

/// <summary>One period of a cash flow; amounts in minor units.</summary>
/// <param name="No">Counts from 1.</param>
/// <param name="AccrualStart">First day on which interest accrues.</param>
/// <param name="AccrualEnd">The day after the last one.</param>
/// <param name="DueOn">The day of payment.</param>
/// <param name="RatePpm">Rate a year on the first day, parts per million.</param>
/// <param name="OpeningMinor">Principal outstanding in the period.</param>
/// <param name="InterestMinor">Interest of the period.</param>
/// <param name="PrincipalMinor">What comes back; negative where the interest is added to the principal.</param>
/// <param name="PaymentMinor">What is paid.</param>
/// <param name="ClosingMinor">Principal outstanding afterwards.</param>
public sealed record CashFlowRow(
    int No,
    DateOnly AccrualStart,
    DateOnly AccrualEnd,
    DateOnly DueOn,
    int RatePpm,
    long OpeningMinor,
    long InterestMinor,
    long PrincipalMinor,
    long PaymentMinor,
    long ClosingMinor
)
{
    internal static CashFlowRow Of(BondCashFlow flow, long units) =>
        new(
            flow.Index + 1,
            flow.Period.Start,
            flow.Period.End,
            flow.Period.DueOn,
            flow.Period.StartPpm,
            units * flow.OpeningMinor,
            units * flow.InterestMinor,
            units * flow.PrincipalMinor,
            units * flow.PaymentMinor,
            units * flow.ClosingMinor
        );
}
