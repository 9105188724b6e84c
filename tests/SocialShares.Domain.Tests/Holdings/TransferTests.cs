using static SocialShares.Domain.Tests.Examples;

namespace SocialShares.Domain.Tests;

/// <summary>Nothing passes to somebody else before giver, receiver and, where the class asks, board have agreed.</summary>
public sealed class TransferTests
{
    private static readonly Member Giver = Holder();

    private static readonly Dictionary<string, Func<Transfer, Action>> Steps = new(StringComparer.Ordinal)
    {
        ["confirm"] = t => () => t.Confirm(By(Giver.PersonId)),
        ["confirm on evidence"] = t => () => t.Confirm("A deed", sitsOnBoard: false, Somebody()),
        ["accept"] = t => () => t.Accept(Details(), null, Somebody(), Today),
        ["decline"] = t => () => t.Decline("No", Somebody()),
        ["take back"] = t => t.TakeBack,
    };

    [Theory]
    [InlineData(TransferState.Recorded, "confirm,confirm on evidence,decline,take back")]
    [InlineData(TransferState.Asked, "accept,decline,take back")]
    [InlineData(TransferState.Accepted, "decline,take back")]
    [InlineData(TransferState.Done, "")]
    [InlineData(TransferState.Declined, "")]
    [InlineData(TransferState.TakenBack, "")]
    public void Each_state_allows_its_own_steps_and_refuses_the_others(TransferState state, string allowed)
    {
        foreach (var (name, step) in Steps)
        {
            var transfer = In(state);
            transfer.State.ShouldBe(state);
            if (allowed.Split(',').Contains(name))
                Should.NotThrow(step(transfer), $"{name} of {state}");
            else
                ShouldRefuse("transfer.state", step(transfer));
        }
    }

    [Fact]
    public void A_class_that_asks_for_approval_waits_for_another_board_member()
    {
        var transfer = Ask(Free with { TransferNeedsApproval = true });
        var receiver = Somebody();
        transfer.Accept(Details(), null, receiver, Today);

        transfer.IsReady.ShouldBeFalse();
        Should.Throw<InvariantBroken>(() => transfer.Complete(MemberId.New(), Today));
        ShouldRefuse("transfer.own-approval", () => transfer.Approve(isParty: true, Somebody(), Apart));
        ShouldRefuse("transfer.own-approval", () => transfer.Approve(isParty: false, receiver, Apart));
        ShouldRefuse("transfer.own-approval", () => transfer.Approve(isParty: false, By(Giver.PersonId), Apart));
        transfer.Approve(isParty: false, Somebody(), Apart);
        transfer.Complete(MemberId.New(), Today);
        transfer.State.ShouldBe(TransferState.Done);
    }

    [Fact]
    public void A_board_member_records_nothing_to_themselves_under_any_address()
    {
        ShouldRefuse("transfer.to-yourself", () => Record(to: "Chair@shop.example"));
        var chair = Somebody();
        var transfer = Record(by: chair);
        transfer.Confirm(By(Giver.PersonId));

        ShouldRefuse("transfer.to-yourself", () => transfer.Accept(Details(), null, chair, Today));
        ShouldRefuse("transfer.to-self", () => transfer.Accept(Details(), Giver, Somebody(), Today));
    }

    [Fact]
    public void Only_an_administrator_from_outside_confirms_in_the_givers_place()
    {
        var recorder = Somebody();
        var transfer = Record(by: recorder);

        ShouldRefuse("transfer.own-board", () => transfer.Confirm("A deed", sitsOnBoard: true, Somebody()));
        ShouldRefuse("transfer.own-board", () => transfer.Confirm("A deed", sitsOnBoard: false, recorder));
        transfer.Confirm("A deed", sitsOnBoard: false, Somebody());
        transfer.Evidence.ShouldBe("A deed");
    }

    [Fact]
    public void On_a_death_the_class_need_not_allow_transfers_but_an_administrator_confirms()
    {
        var dead = Holder();
        Transfer OnDeath() =>
            Transfer.Record(
                TransferId.New(),
                TransferredSecurity.Of(Class()),
                dead,
                new UnitTransfer("heir@people.example", 5, "A will", Cause: TransferCause.Estate, WaivesLockIn: true),
                10,
                Somebody(),
                "chair@shop.example"
            );

        ShouldRefuse("transfer.not-died", () => OnDeath());
        dead.Die(Today);
        var transfer = OnDeath();
        ShouldRefuse("transfer.on-death", () => transfer.Confirm(By(dead.PersonId)));
        transfer.Confirm("Probate", sitsOnBoard: false, Somebody());
        (transfer.State, transfer.WaivesLockIn).ShouldBe((TransferState.Asked, true));
        ShouldRefuse("holder.died", () => Ask(Free, dead));
    }

    [Fact]
    public void More_than_is_free_and_what_the_terms_forbid_are_refused()
    {
        ShouldRefuse("transfer.not-allowed", () => Ask(HoldingTerms.Usual));
        ShouldRefuse("transfer.units", () => Ask(Free, units: 11)).Numbers.ShouldBe([10L]);
        ShouldRefuse("transfer.units", () => Ask(Free, units: 0));
    }

    [Fact]
    public void A_receiver_is_of_full_age()
    {
        var transfer = Ask(Free with { TransferNeedsApproval = false });

        ShouldRefuse(
            "application.under-age",
            () => transfer.Accept(Details() with { BornOn = Today.AddYears(-17) }, null, Somebody(), Today)
        );
        transfer.State.ShouldBe(TransferState.Asked);
        // Whoever stands in the register was of age when they came; it keeps no date of birth.
        transfer.Accept(Details() with { BornOn = null }, Holder(), Somebody(), Today);
    }

    [Fact]
    public void A_code_is_long_and_different_each_time() =>
        Enumerable.Range(0, 50).Select(_ => Ask(Free).Code).Distinct().Count(c => c.Length == 24).ShouldBe(50);

    private static Transfer Ask(HoldingTerms terms, Member? from = null, long units = 5) =>
        Transfer.Ask(
            TransferId.New(),
            TransferredSecurity.Of(Class(terms)),
            from ?? Giver,
            new UnitTransfer("ann@people.example", units, "A gift"),
            10,
            By((from ?? Giver).PersonId)
        );

    private static Transfer Record(string to = "ann@people.example", Signature? by = null) =>
        Transfer.Record(
            TransferId.New(),
            TransferredSecurity.Of(Class(Free)),
            Giver,
            new UnitTransfer(to, 5, "A deed"),
            10,
            by ?? Somebody(),
            "chair@shop.example"
        );

    private static Transfer In(TransferState state)
    {
        if (state == TransferState.Recorded)
            return Record();
        var transfer = Ask(Free with { TransferNeedsApproval = false });
        if (state is TransferState.Accepted or TransferState.Done)
            transfer.Accept(Details(), null, Somebody(), Today);
        if (state == TransferState.Done)
            transfer.Complete(MemberId.New(), Today);
        if (state == TransferState.Declined)
            transfer.Decline("No", Somebody());
        if (state == TransferState.TakenBack)
            transfer.TakeBack();
        return transfer;
    }
}
