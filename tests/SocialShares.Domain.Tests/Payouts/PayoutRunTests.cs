using FsCheck;
using FsCheck.Fluent;

namespace SocialShares.Domain.Tests;

/// <summary>The life of a payout run: four eyes, no way back, no state that is not known.</summary>
public sealed class PayoutRunTests
{
    private static readonly DateTime Now = new(2026, 2, 1, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Signature Ann = new(PersonId.New(), "Ann", Now);
    private static readonly Signature Abe = new(PersonId.New(), "Abe", Now);

    private static readonly Dictionary<PayoutRunState, PayoutRunState[]> Life = new()
    {
        [PayoutRunState.Calculated] = [PayoutRunState.Approved, PayoutRunState.Voided],
        [PayoutRunState.Approved] = [PayoutRunState.Executing, PayoutRunState.Voided],
        [PayoutRunState.Executing] = [PayoutRunState.Completed, PayoutRunState.CompletedWithFailures],
        [PayoutRunState.CompletedWithFailures] = [PayoutRunState.Executing],
        [PayoutRunState.Completed] = [],
        [PayoutRunState.Voided] = [],
    };

    private static readonly Action<PayoutRun>[] Acts =
    [
        run => run.Approve(Abe),
        run => run.Approve(Ann),
        run => run.Void(Now),
        run => run.Execute(Now),
        run => run.End(someNeedAPerson: false, Now),
        run => run.End(someNeedAPerson: true, Now),
    ];

    [Fact]
    public void Whatever_is_tried_it_moves_along_its_life_or_stays_where_it_was() =>
        Prop.ForAll(
                Gen.Choose(0, Acts.Length - 1).ListOf().ToArbitrary(),
                acts =>
                {
                    var run = Calculated();
                    foreach (var act in acts)
                    {
                        var (before, version) = (run.State, run.Version);
                        var refused = Refuses(() => Acts[act](run));
                        if (refused)
                            (run.State, run.Version).ShouldBe((before, version));
                        else if (run.State != before)
                            Life[before].ShouldContain(run.State);
                        if (run.ApprovedBy is { } by)
                            by.ShouldNotBe(run.CalculatedBy);
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Who_calculated_may_not_approve()
    {
        var run = Calculated();

        Should.Throw<Refused>(() => run.Approve(Ann)).Code.ShouldBe("payout.own-approval");

        run.State.ShouldBe(PayoutRunState.Calculated);
    }

    [Fact]
    public void A_run_of_nothing_is_refused() =>
        Should.Throw<Refused>(() => Calculated(total: 0)).Code.ShouldBe("payout.nothing-to-pay");

    [Fact]
    public void Voiding_tells_whether_a_booking_must_be_reversed()
    {
        var (calculated, approved) = (Calculated(), Calculated());
        approved.Approve(Abe);

        calculated.Void(Now).ShouldBeFalse();
        approved.Void(Now).ShouldBeTrue();
    }

    [Fact]
    public void What_is_paid_can_no_longer_be_voided()
    {
        var run = Calculated();
        run.Approve(Abe);
        run.Execute(Now);

        Should.Throw<Refused>(() => run.Void(Now)).Code.ShouldBe("payout.state");
    }

    private static PayoutRun Calculated(long total = 100)
    {
        var terms = new ShareTerms(100, Currency.Gbp, 50_000, 0, true);
        var shareClass = ShareClass.Define(ShareClassId.New(), EnterpriseId.New(), "A", terms);
        var declaration = InterestDeclaration.Declare(
            DeclarationId.New(),
            shareClass,
            new InterestTerms(new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31), 30_000, new DateOnly(2026, 2, 1)),
            Ann,
            new DateOnly(2026, 1, 15)
        );
        return PayoutRun.Calculate(PayoutRunId.New(), "2026-0001", declaration, Currency.Gbp, (1, total), Ann);
    }

    private static bool Refuses(Action act)
    {
        try
        {
            act();
            return false;
        }
        catch (Refused)
        {
            return true;
        }
    }
}
