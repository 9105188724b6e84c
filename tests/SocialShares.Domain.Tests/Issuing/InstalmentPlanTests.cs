using FsCheck;
using FsCheck.Fluent;

namespace SocialShares.Domain.Tests;

/// <summary>Paying in parts, without any database.</summary>
public sealed class InstalmentPlanTests
{
    private static readonly OfferTerms Terms = Offers.Terms with { Instalments = new InstalmentTerms(12, 14) };

    private static readonly Arbitrary<(int Units, int Parts, int[] Steps)> Stories = (
        from units in Gen.Choose(5, 40)
        from parts in Gen.Choose(2, Math.Min(12, units))
        from steps in Gen.Choose(0, 3).ArrayOf(20)
        select (units, parts, steps)
    ).ToArbitrary();

    [Fact]
    public void Whatever_is_paid_or_left_unpaid_all_shares_are_paid_promised_or_being_paid() =>
        Prop.ForAll(
                Stories,
                story =>
                {
                    var (offer, first, plan) = Paid(story.Units, story.Parts);
                    Application? open = null;
                    foreach (var step in story.Steps)
                    {
                        if (open is null && first.PromisedUnits > 0 && plan.State == InstalmentState.Running)
                            open = plan.Next(
                                first,
                                offer,
                                ApplicationId.From(Guid.NewGuid()),
                                step == 3,
                                Offers.Noon,
                                Offers.Noon
                            );
                        else if (open is { } part && step == 0)
                        {
                            part.Expire(Offers.Noon);
                            first.PromiseAgain(part);
                            open = null;
                        }
                        else if (open is { } paid)
                        {
                            paid.Pay(offer, Offers.Noon, Offers.Noon).ShouldBeFalse();
                            plan.PartPaid(paid, Offers.Noon);
                            open = null;
                        }
                        (plan.PaidUnits + first.PromisedUnits + (open?.Units ?? 0)).ShouldBe(story.Units);
                        (plan.State == InstalmentState.Completed).ShouldBe(plan.PaidUnits == story.Units);
                        plan.DueOn.HasValue.ShouldBe(plan.State == InstalmentState.Running);
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_first_part_has_what_does_not_divide_and_the_months_keep_their_day()
    {
        var (offer, first, plan) = Paid(14, 3);

        (first.Units, first.PromisedUnits, plan.PartUnits).ShouldBe((6, 8, 4));
        var started = plan.StartsOn!.Value;
        plan.DueOn.ShouldBe(started.AddMonths(1));
        Pay(plan, first, offer);
        plan.DueOn.ShouldBe(started.AddMonths(2));
    }

    [Fact]
    public void A_later_part_is_final_when_it_is_paid()
    {
        var (offer, first, plan) = Paid(14, 3);

        var part = Pay(plan, first, offer);
        part.MayCancelPaid(Offers.Opens).ShouldBeFalse();
        part.Confirm(offer, Offers.Noon);

        part.State.ShouldBe(ApplicationState.Confirmed);
    }

    [Fact]
    public void A_part_that_is_given_up_leaves_payments_that_can_never_make_a_member_to_be_stopped()
    {
        var (offer, first, plan) = Paid(6, 3);
        var part = Pay(plan, first, offer);

        plan.PartGivenUp(part, Offers.Noon);

        (plan.PaidUnits, plan.TotalUnits, plan.LeastUnits).ShouldBe((2, 4, 5));
        plan.State.ShouldBe(InstalmentState.Running);
        plan.Stop(InstalmentPlan.WithApplication, Offers.Noon).ShouldBeTrue();
        plan.Stop(InstalmentPlan.ByApplicant, Offers.Noon).ShouldBeFalse();
    }

    [Fact]
    public void It_reminds_a_week_before_and_the_day_after_and_is_overdue_after_the_days_of_grace()
    {
        var (_, _, plan) = Paid(14, 3);
        var due = plan.DueOn!.Value;

        plan.AsksReminder(due.AddDays(-8)).ShouldBeFalse();
        plan.AsksReminder(due.AddDays(-7)).ShouldBeTrue();
        plan.Reminded();
        plan.AsksReminder(due).ShouldBeFalse();
        plan.AsksReminder(due.AddDays(1)).ShouldBeTrue();
        plan.Reminded();
        plan.AsksReminder(due.AddDays(5)).ShouldBeFalse();
        plan.IsOverdue(due.AddDays(14), 14).ShouldBeFalse();
        plan.IsOverdue(due.AddDays(15), 14).ShouldBeTrue();
    }

    private static Application Pay(InstalmentPlan plan, Application first, Offer offer)
    {
        var part = plan.Next(first, offer, ApplicationId.From(Guid.NewGuid()), false, Offers.Noon, Offers.Noon);
        part.Pay(offer, Offers.Noon, Offers.Noon).ShouldBeFalse();
        plan.PartPaid(part, Offers.Noon);
        return part;
    }

    /// <summary>Applied for in parts; the first is paid and its reflection period is over. Five shares make a member.</summary>
    private static (Offer, Application, InstalmentPlan) Paid(int units, int parts)
    {
        var offer = Offers.Open(Terms);
        var first = Application.Start(
            ApplicationId.From(Guid.NewGuid()),
            offer,
            null,
            PersonId.New(),
            units * 1_000,
            Offers.Noon
        );
        first.AnswerWho(offer, Offers.Person(), null, Offers.Opens);
        var plan = InstalmentPlan.Propose(first, offer, parts);
        first.Submit(1, 1, Offers.Noon, Offers.Noon);
        plan.Agree(first, 5);
        first.Pay(offer, Offers.Noon, Offers.Noon).ShouldBeFalse();
        plan.Begin(first);
        first.Confirm(offer, Offers.Noon.AddDays(40));
        return (offer, first, plan);
    }
}
