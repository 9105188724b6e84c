namespace SocialShares.Domain.Tests;

/// <summary>Terms that no form would send, and that some program might.</summary>
public sealed class BondTermsCheckTests
{
    private static readonly BondTerms Fine = new(
        10_000,
        Currency.Eur,
        50_000,
        PaymentFrequency.Yearly,
        new RepaymentTerms(RepaymentKind.Bullet),
        TermMonths: 24,
        IssueOn: new DateOnly(2030, 1, 1)
    );

    public static TheoryData<string, string, string> Wrong =>
        new()
        {
            { "frequency", "bond.unknown-choice", "frequency" },
            { "repayment", "bond.unknown-choice", "repayment" },
            { "repayment frequency", "bond.unknown-choice", "repaymentFrequency" },
            { "stub", "bond.unknown-choice", "stub" },
            { "day count", "bond.unknown-choice", "dayCount" },
            { "calendar", "bond.unknown-choice", "calendar" },
            { "payment rule", "bond.unknown-choice", "paymentRule" },
            { "rounding", "bond.unknown-choice", "rounding" },
            { "nominal", "bond.nominal-too-large", "nominalMinor" },
            { "before 2000", "bond.issue-year", "issueOn" },
            { "after 2200", "bond.issue-year", "issueOn" },
            { "record days", "bond.record-days", "recordDays" },
            { "record days below", "bond.record-days", "recordDays" },
            { "notice", "bond.notice-days", "noticeDays" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void They_are_refused_with_a_code_at_their_field(string what, string code, string field)
    {
        var terms = Change(what);

        var refused = Should.Throw<Refused>(() => terms.Check(terms.IssueOn!.Value));

        (refused.Code, refused.Field).ShouldBe((code, field));
    }

    [Fact]
    public void The_terms_they_are_made_from_are_fine() => Fine.Check(Fine.IssueOn!.Value);

    private static BondTerms Change(string what) =>
        what switch
        {
            "frequency" => Fine with { Frequency = (PaymentFrequency)99 },
            "repayment" => Fine with { Repayment = new RepaymentTerms((RepaymentKind)99) },
            "repayment frequency" => Fine with
            {
                Repayment = new RepaymentTerms(RepaymentKind.Linear, Frequency: (PaymentFrequency)99),
            },
            "stub" => Fine with { Stub = (StubPeriod)99 },
            "day count" => Fine with { DayCount = (DayCount)99 },
            "calendar" => Fine with { Calendar = (HolidayCalendar)99 },
            "payment rule" => Fine with { PaymentRule = (BusinessDayRule)99 },
            "rounding" => Fine with { Rounding = (Rounding)99 },
            "nominal" => Fine with { NominalMinor = BondTerms.HighestNominalMinor + 1 },
            "before 2000" => Fine with { IssueOn = new DateOnly(1999, 12, 31) },
            "after 2200" => Fine with { IssueOn = new DateOnly(2201, 1, 1) },
            "record days" => Fine with { RecordDays = 4_000 },
            "record days below" => Fine with { RecordDays = -1 },
            _ => Fine with { EarlyRedemption = new EarlyRedemptionTerms(NoticeDays: 4_000) },
        };
}
