using static SocialShares.Domain.Tests.Examples;

namespace SocialShares.Domain.Tests;

/// <summary>Asking share capital back: who may ask for how much, when, and in which order it is decided.</summary>
public sealed class WithdrawalTests
{
    private static readonly Lot[] Hundred = [new Lot(Today.AddYears(-5), 100, 1_000)];

    [Fact]
    public void Notice_runs_from_the_day_of_the_request()
    {
        var withdrawal = Ask(Free with { NoticeWeeks = 13 }, Hundred, 40);

        (withdrawal.State, withdrawal.Units, withdrawal.PossibleOn).ShouldBe(
            (WithdrawalState.Asked, 40, Today.AddDays(91))
        );
    }

    [Fact]
    public void Lock_in_counts_for_each_lot_and_notice_may_run_meanwhile()
    {
        var terms = Free with { NoticeWeeks = 4, LockInYears = 3 };
        Lot[] lots =
        [
            new Lot(Today.AddYears(-4), 10, 1_000),
            new Lot(Today.AddYears(-3).AddDays(28), 5, 1_000), // free on the day on which the notice is over
            new Lot(Today.AddYears(-1), 7, 1_000),
            new Lot(Today.AddYears(-1), 3, 1_000),
        ];

        Ask(terms, lots, 15).Units.ShouldBe(15);
        var refused = ShouldRefuse("withdrawal.locked-in", () => Ask(terms, lots, 16));
        refused.Numbers.ShouldBe([15L, Today.AddYears(2)]);
        // Shares that came on a death, where the board waived it.
        Ask(terms, [.. lots.Select(l => l with { IsFree = true })], 25).Units.ShouldBe(25);
    }

    [Fact]
    public void What_cannot_be_asked_is_refused()
    {
        ShouldRefuse("withdrawal.not-allowed", () => Ask(Free with { Withdrawable = false }, Hundred, 1));
        ShouldRefuse("withdrawal.units", () => Ask(Free, Hundred, 101)).Numbers.ShouldBe([100L]);
        ShouldRefuse("withdrawal.units", () => Ask(Free, Hundred, 0));
        var dead = Holder();
        dead.Die(Today);
        ShouldRefuse(
            "holder.died",
            () => Withdrawal.Ask(WithdrawalId.New(), Class(Free), dead, 1, Hundred, Today, Now)
        );
    }

    [Fact]
    public void The_yearly_limit_is_a_part_of_the_class_in_whole_shares()
    {
        var year = new WithdrawalYear(2030, 1_055, 60, 100_000);

        (year.MaximumUnits, year.RoomUnits).ShouldBe((105, 45));
        (year.Reaches(50_000), year.Reaches(60_000)).ShouldBe((true, false));
        var withdrawal = Ask(Free, Hundred, 46);
        ShouldRefuse("withdrawal.yearly-limit", () => Approve(withdrawal, 46, Queue(year)))
            .Numbers.ShouldBe([46L, 45L]);
        Approve(withdrawal, 45, Queue(year))!.Units.ShouldBe(1);
    }

    [Fact]
    public void A_rest_keeps_its_place_in_the_queue()
    {
        var withdrawal = Ask(Free, Hundred, 40);

        var rest = Approve(withdrawal, 25, Queue())!;

        (withdrawal.State, withdrawal.Units).ShouldBe((WithdrawalState.Approved, 25));
        (rest.State, rest.Units, rest.AskedAt, rest.PossibleOn).ShouldBe(
            (WithdrawalState.Asked, 15, withdrawal.AskedAt, withdrawal.PossibleOn)
        );
        rest.Id.ShouldNotBe(withdrawal.Id);
    }

    [Fact]
    public void Nobody_is_paid_before_their_turn_their_notice_or_while_it_is_suspended()
    {
        var withdrawal = Ask(Free, Hundred, 5);
        var earlier = Withdrawal.Ask(
            WithdrawalId.New(),
            Class(Free),
            Holder(),
            5,
            Hundred,
            Today.AddDays(-1),
            Now.AddDays(-1)
        );
        var late = Ask(Free with { NoticeWeeks = 1 }, Hundred, 5);

        ShouldRefuse("withdrawal.not-next", () => Approve(withdrawal, 5, Queue() with { First = earlier }));
        ShouldRefuse("withdrawal.suspended", () => Approve(withdrawal, 5, Queue() with { SuspendedOn = Today }));
        var own = Somebody();
        var queue = Queue() with { Holder = own.PersonId!.Value };
        ShouldRefuse("withdrawal.own-decision", () => withdrawal.Approve(5, queue, WithdrawalId.New(), own));
        ShouldRefuse("withdrawal.notice", () => Approve(late, 5, Queue()));
        Approve(withdrawal, 5, Queue() with { First = withdrawal }).ShouldBeNull();
    }

    [Theory]
    [InlineData(WithdrawalState.Approved)]
    [InlineData(WithdrawalState.Declined)]
    [InlineData(WithdrawalState.TakenBack)]
    [InlineData(WithdrawalState.Paid)]
    public void What_is_decided_stays_so(WithdrawalState state)
    {
        var withdrawal = In(state);

        withdrawal.State.ShouldBe(state);
        ShouldRefuse("withdrawal.state", () => Approve(withdrawal, 1, Queue()));
        ShouldRefuse("withdrawal.state", () => withdrawal.Decline("No", Today, Somebody()));
        ShouldRefuse("withdrawal.state", withdrawal.TakeBack);
        if (state != WithdrawalState.Approved)
            Should.Throw<InvariantBroken>(() => withdrawal.TakeInto(PayoutRunId.New()));
        Should.Throw<InvariantBroken>(() => withdrawal.Pay(Today));
    }

    [Fact]
    public void An_approved_request_is_in_one_run_at_a_time_and_paid_once()
    {
        var withdrawal = In(WithdrawalState.Approved);

        withdrawal.TakeInto(PayoutRunId.New());
        Should.Throw<InvariantBroken>(() => withdrawal.TakeInto(PayoutRunId.New()));
        withdrawal.TakeOut();
        Should.Throw<InvariantBroken>(withdrawal.TakeOut);
        withdrawal.TakeInto(PayoutRunId.New());
        withdrawal.Pay(Today);

        (withdrawal.State, withdrawal.PaidOn).ShouldBe((WithdrawalState.Paid, Today));
        Should.Throw<InvariantBroken>(() => withdrawal.Pay(Today));
    }

    [Fact]
    public void A_board_suspends_by_the_terms_once_and_lifts_once()
    {
        var year = new WithdrawalYear(2030, 1_000, 90, Rate.Whole);
        WithdrawalSuspension Suspend(HoldingTerms terms, bool lasts = false) =>
            WithdrawalSuspension.Begin(
                SuspensionId.New(),
                Class(terms),
                year,
                lasts,
                "The roof leaks.",
                Today,
                Somebody()
            );

        ShouldRefuse("suspension.not-allowed", () => Suspend(Free with { BoardMaySuspend = false }));
        ShouldRefuse("suspension.too-early", () => Suspend(Free with { SuspendAtPpm = 100_000 }));
        ShouldRefuse("suspension.lasts", () => Suspend(Free, lasts: true));
        var suspension = Suspend(Free with { SuspendAtPpm = 90_000 });
        suspension.Lift(Today, Somebody());
        ShouldRefuse("suspension.over", () => suspension.Lift(Today, Somebody()));
    }

    [Theory]
    [InlineData(-1, 0, 1, 0, "class.notice")]
    [InlineData(105, 0, 1, 0, "class.notice")]
    [InlineData(0, 11, 1, 0, "class.lock-in")]
    [InlineData(0, 0, 0, 0, "class.maximum-per-year")]
    [InlineData(0, 0, 1_000_001, 0, "class.maximum-per-year")]
    [InlineData(0, 0, 1, -1, "class.suspend-at")]
    public void Terms_out_of_range_are_refused(int notice, int lockIn, int maximum, int suspendAt, string code) =>
        ShouldRefuse(
            code,
            () =>
                Class(
                    Free with
                    {
                        NoticeWeeks = notice,
                        LockInYears = lockIn,
                        MaximumPerYearPpm = maximum,
                        SuspendAtPpm = suspendAt,
                    }
                )
        );

    private static Withdrawal Ask(HoldingTerms terms, IReadOnlyList<Lot> lots, long units) =>
        Withdrawal.Ask(WithdrawalId.New(), Class(terms), Holder(), units, lots, Today, Now);

    private static WithdrawalQueue Queue(WithdrawalYear? year = null) =>
        new(Today, year ?? new WithdrawalYear(2030, 1_000, 0, Rate.Whole), null, null, PersonId.New(), Apart);

    private static Withdrawal? Approve(Withdrawal withdrawal, long units, WithdrawalQueue queue) =>
        withdrawal.Approve(units, queue, WithdrawalId.New(), Somebody());

    private static Withdrawal In(WithdrawalState state)
    {
        var withdrawal = Ask(Free, Hundred, 5);
        switch (state)
        {
            case WithdrawalState.Declined:
                withdrawal.Decline("No surplus", Today, Somebody());
                break;
            case WithdrawalState.TakenBack:
                withdrawal.TakeBack();
                break;
            default:
                Approve(withdrawal, 5, Queue());
                break;
        }
        if (state == WithdrawalState.Paid)
        {
            withdrawal.TakeInto(PayoutRunId.New());
            withdrawal.Pay(Today);
        }
        return withdrawal;
    }
}
