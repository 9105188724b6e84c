using FsCheck;
using FsCheck.Fluent;

namespace SocialShares.Domain.Tests;

/// <summary>One holder's payment goes one way, once, and no penny of it is lost.</summary>
public sealed class PayoutLineTests
{
    private const string Iban = "GB29NWBK60161331926819";
    private static readonly DateTime Now = new(2026, 2, 1, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(PayoutDestination.Bank, Iban, 5, 0, PayoutLineState.Open, null)]
    [InlineData(PayoutDestination.Bank, null, 5, 0, PayoutLineState.NeedsAttention, "no-iban")]
    [InlineData(PayoutDestination.Bank, Iban, 0, 0, PayoutLineState.Carried, null)]
    [InlineData(PayoutDestination.Bank, null, 0, 0, PayoutLineState.Carried, null)]
    [InlineData(PayoutDestination.Bank, Iban, 0, 7, PayoutLineState.Open, null)]
    [InlineData(PayoutDestination.Reinvest, null, 5, 0, PayoutLineState.Open, null)]
    public void A_line_begins_open_unless_there_is_nothing_to_pay_or_no_account(
        PayoutDestination destination,
        string? iban,
        long gross,
        long carriedIn,
        PayoutLineState state,
        string? problem
    )
    {
        var line = Line(new PayoutChoice(destination, iban), gross, carriedIn);

        (line.State, line.Problem).ShouldBe((state, problem));
    }

    [Fact]
    public void Shares_bought_and_what_is_carried_are_what_was_due() =>
        Prop.ForAll(
                (
                    from gross in Gen.Choose(1, 100_000)
                    from carried in Gen.Choose(0, 5_000)
                    from par in Gen.Elements(1, 100, 2_500)
                    select (Gross: (long)gross, Carried: (long)carried, Par: (long)par)
                ).ToArbitrary(),
                x =>
                {
                    var line = Line(new PayoutChoice(PayoutDestination.Reinvest, null), x.Gross, x.Carried);

                    var units = line.ReinvestAt(x.Par, Now);

                    (units * x.Par + line.CarriedOutMinor).ShouldBe(x.Gross + x.Carried);
                    line.CarriedOutMinor.ShouldBeInRange(0, x.Par - 1);
                    line.State.ShouldBe(units > 0 ? PayoutLineState.Reinvested : PayoutLineState.Carried);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_line_that_was_settled_is_not_settled_again()
    {
        var line = Line(new PayoutChoice(PayoutDestination.Reinvest, null), 250, 0);
        line.ReinvestAt(100, Now);

        Should.Throw<InvariantBroken>(() => line.ReinvestAt(100, Now));
    }

    [Fact]
    public void A_line_for_the_bank_is_not_reinvested() =>
        Should.Throw<InvariantBroken>(() =>
            Line(new PayoutChoice(PayoutDestination.Bank, Iban), 250, 0).ReinvestAt(100, Now)
        );

    [Fact]
    public void A_completed_choice_opens_a_line_that_waited()
    {
        var line = Line(new PayoutChoice(PayoutDestination.Bank, null), 250, 0);

        line.Resolve(new PayoutChoice(PayoutDestination.Bank, Iban), "Zoe");

        (line.State, line.Problem, line.Iban).ShouldBe((PayoutLineState.Open, null, Iban));
    }

    [Fact]
    public void A_line_without_a_problem_cannot_be_resolved() =>
        Should.Throw<InvariantBroken>(() =>
            Line(new PayoutChoice(PayoutDestination.Bank, Iban), 250, 0)
                .Resolve(new PayoutChoice(PayoutDestination.Reinvest, null), "Zoe")
        );

    private static PayoutLine Line(PayoutChoice choice, long gross, long carriedIn)
    {
        var details = new HolderDetails(HolderKind.Person, "Zoe", "Street 1", "AB1", "Hallowby", "GB", null);
        var member = new Member(
            MemberId.New(),
            EnterpriseId.New(),
            1,
            PersonId.New(),
            details,
            choice,
            new DateOnly(2024, 1, 1)
        );
        return new PayoutLine(PayoutLineId.New(), PayoutRunId.New(), 1, member, 365, gross, carriedIn);
    }
}
