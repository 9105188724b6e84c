using static SocialShares.Domain.Tests.Examples;

namespace SocialShares.Domain.Tests;

/// <summary>Write-downs, nominations, deaths, and membership that ends and begins again.</summary>
public sealed class LeavingTests
{
    [Fact]
    public void Two_people_write_a_class_down_once()
    {
        var shareClass = Class(Free);
        var proposer = Somebody();
        WriteDown Propose(long to) => WriteDown.Propose(WriteDownId.New(), shareClass, to, "Losses", proposer);
        ShouldRefuse("write-down.value", () => Propose(1_000));
        ShouldRefuse("write-down.value", () => Propose(0));
        ShouldRefuse(
            "write-down.not-allowed",
            () =>
                WriteDown.Propose(
                    WriteDownId.New(),
                    Class(Free with { BoardMayWriteDown = false }),
                    600,
                    "Losses",
                    proposer
                )
        );
        var (writeDown, dropped, other) = (Propose(600), Propose(500), Propose(700));

        ShouldRefuse("write-down.own-proposal", () => writeDown.Confirm(shareClass, 4_000, Today, proposer, Apart));
        writeDown.Confirm(shareClass, 4_000, Today, Somebody(), Apart);
        dropped.Drop(proposer);

        (shareClass.ParValueMinor, writeDown.On, writeDown.LossMinor).ShouldBe((600, Today, 4_000));
        (writeDown.ValueOf(1_000), writeDown.ValueOf(400)).ShouldBe((600, 400));
        ShouldRefuse("write-down.changed", () => other.Confirm(shareClass, 1, Today, Somebody(), Apart));
        ShouldRefuse("write-down.state", () => writeDown.Drop(Somebody()));
        ShouldRefuse("write-down.state", () => dropped.Drop(Somebody()));
    }

    [Fact]
    public void A_nomination_holds_where_the_law_knows_it_and_for_people()
    {
        var nominee = new NomineeDetails("Ned Nominee", "1 Street", "AB1", "Hallowby", "GB", null);
        Nomination Make(Member of, long? limitMinor = 500_000) =>
            Nomination.Make(NominationId.New(), of, limitMinor, nominee, Now);

        ShouldRefuse("nomination.not-in-country", () => Make(Holder(), limitMinor: null));
        ShouldRefuse("nomination.organisation", () => Make(Holder(HolderKind.Organisation)));
        var made = Make(Holder());
        made.End(Now);
        ShouldRefuse("nomination.over", () => made.End(Now));
    }

    [Fact]
    public void By_nomination_passes_at_most_what_the_law_says()
    {
        Should.NotThrow(() => NominationLimit.Check(500_000, true, 500_000, Currency.Gbp));
        ShouldRefuse("nomination.above-limit", () => NominationLimit.Check(500_000, true, 500_001, Currency.Gbp));
        ShouldRefuse("nomination.none", () => NominationLimit.Check(500_000, false, 1, Currency.Gbp));
        ShouldRefuse("nomination.none", () => NominationLimit.Check(null, true, 1, Currency.Gbp));
    }

    [Fact]
    public void A_death_is_recorded_by_a_board_and_confirmed_from_outside()
    {
        var (member, recorder) = (Holder(), Somebody());
        HolderDeath Record(Member of, DateOnly on, Signature by) =>
            HolderDeath.Record(HolderDeathId.New(), of, on, "Certificate 7", Today, by);

        ShouldRefuse("death.day", () => Record(member, Today.AddDays(1), recorder));
        ShouldRefuse("death.own", () => Record(member, Today, By(member.PersonId)));
        ShouldRefuse("death.organisation", () => Record(Holder(HolderKind.Organisation), Today, recorder));
        var (death, mistake) = (Record(member, Today, recorder), Record(Holder(), Today, recorder));
        mistake.Drop(Somebody());
        ShouldRefuse("death.state", () => mistake.Confirm(Holder(), false, Somebody()));
        ShouldRefuse("death.own-board", () => death.Confirm(member, false, recorder));
        ShouldRefuse("death.own-board", () => death.Confirm(member, true, Somebody()));
        death.Confirm(member, false, Somebody());

        member.DiedOn.ShouldBe(Today);
        ShouldRefuse("death.state", () => death.Drop(Somebody()));
        ShouldRefuse("holder.died", () => Record(member, Today, recorder));
    }

    [Fact]
    public void Nothing_is_paid_to_somebody_who_died_and_nothing_left_in_for_somebody_who_left()
    {
        var (died, left) = (Holder(), Holder());
        died.Die(Today);
        left.Choose(new PayoutChoice(PayoutDestination.Reinvest, null));
        left.Cease(Today);
        PayoutLine Line(Member of) => new(PayoutLineId.New(), PayoutRunId.New(), 1, of, 365, 500, 0);

        (Line(died).State, Line(died).Problem).ShouldBe((PayoutLineState.NeedsAttention, PayoutLine.HolderDied));
        (Line(left).Destination, Line(left).Problem).ShouldBe((PayoutDestination.Bank, "no-iban"));
    }

    [Fact]
    public void A_member_who_left_is_admitted_again_and_the_first_membership_is_remembered()
    {
        var member = Holder();
        Should.Throw<InvariantBroken>(() => member.Admit(Today));

        member.Cease(Today);
        Should.Throw<InvariantBroken>(() => member.Cease(Today)); // defect 7: nobody resigns twice
        var former = member.Admit(Today.AddDays(10))!;

        (former.AdmittedOn, former.CeasedOn).ShouldBe((new DateOnly(2025, 1, 1), Today));
        (member.AdmittedOn, member.CeasedOn, member.IsMember).ShouldBe((Today.AddDays(10), null, true));
    }

    [Fact]
    public void A_membership_that_is_found_to_have_gone_on_begins_again_on_the_day_on_which_it_ended()
    {
        var member = Holder();
        member.Cease(Today);

        member.Admit(Today.AddDays(-20)).ShouldNotBeNull();

        (member.AdmittedOn, member.IsMember).ShouldBe((Today, true));
    }

    [Fact]
    public void An_older_list_makes_a_member_of_whoever_left_and_lets_nobody_begin_later_than_it_says()
    {
        var (here, left, gone) = (Holder(), Holder(), Holder());
        left.Cease(Today);
        gone.Cease(Today);

        here.AdmitFromList(new DateOnly(2020, 5, 1)).ShouldBeNull();
        here.AdmitFromList(new DateOnly(2024, 5, 1)).ShouldBeNull();
        var former = left.AdmitFromList(new DateOnly(2020, 5, 1))!;
        gone.AdmitFromList(Today.AddDays(9)).ShouldNotBeNull();

        here.AdmittedOn.ShouldBe(new DateOnly(2020, 5, 1));
        (former.AdmittedOn, former.CeasedOn).ShouldBe((new DateOnly(2025, 1, 1), Today));
        (left.AdmittedOn, left.IsMember).ShouldBe((new DateOnly(2020, 5, 1), true));
        (gone.AdmittedOn, gone.IsMember).ShouldBe((Today.AddDays(9), true));
    }

    [Fact]
    public void What_was_asked_or_approved_and_is_in_no_run_ends_with_the_holder()
    {
        var (asked, approved, inRun) = (Asked(), Asked(), Asked());
        approved.Approve(5, Queue(approved), WithdrawalId.New(), Somebody());
        inRun.Approve(5, Queue(inRun), WithdrawalId.New(), Somebody());
        inRun.TakeInto(PayoutRunId.New());

        asked.EndOnDeath();
        approved.EndOnDeath();

        (asked.State, approved.State).ShouldBe((WithdrawalState.TakenBack, WithdrawalState.TakenBack));
        Should.Throw<InvariantBroken>(inRun.EndOnDeath);
        Should.Throw<InvariantBroken>(approved.EndOnDeath);
    }

    private static Withdrawal Asked() =>
        Withdrawal.Ask(WithdrawalId.New(), Class(Free), Holder(), 5, [new Lot(Today, 9, 1_000)], Today, Now);

    private static WithdrawalQueue Queue(Withdrawal first) =>
        new(Today, new WithdrawalYear(Today.Year, 100, 0, Rate.Whole), null, first, Holder().PersonId, Apart);
}
