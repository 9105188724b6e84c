namespace SocialShares.Domain.Tests;

public sealed class AgreementTests
{
    private static readonly DateTime At = new(2030, 1, 1, 12, 0, 0, DateTimeKind.Utc);
    private static readonly JournalEntryId Entry = JournalEntryId.New();

    [Theory]
    [InlineData(ProviderMovementKind.Payment, 970, 30, null, 0, 0)]
    [InlineData(ProviderMovementKind.Payment, 971, 30, DifferenceKind.Amount, 1001, 1000)]
    [InlineData(ProviderMovementKind.Payment, 969, 31, DifferenceKind.Fee, 31, 30)]
    [InlineData(ProviderMovementKind.Payment, 970, 0, DifferenceKind.Amount, 970, 1000)]
    [InlineData(ProviderMovementKind.Dispute, 970, 0, null, 0, 0)]
    [InlineData(ProviderMovementKind.Refund, 969, 0, DifferenceKind.Amount, 969, 970)]
    public void A_payment_agrees_in_amount_and_fee_and_all_else_in_what_the_balance_changed_by(
        ProviderMovementKind kind,
        long net,
        long fee,
        DifferenceKind? expected,
        long ours,
        long theirs
    )
    {
        var finding = Agreement.Compare(Movement(kind), new BookedMovement(Entry, "payment", net, fee));

        finding.ShouldBe(expected is { } wrong ? new Finding(wrong, ours, theirs) : null);
    }

    [Theory]
    [InlineData(ProviderMovementKind.Refund, DifferenceKind.NotBooked)]
    [InlineData(ProviderMovementKind.Payout, DifferenceKind.Payout)]
    public void What_nobody_booked_may_still_be_booked_for_an_hour(ProviderMovementKind kind, DifferenceKind expected)
    {
        var movement = Movement(kind);

        Agreement.Compare(movement, booked: null).ShouldBe(new Finding(expected, 0, 970));
        Agreement.MayStillBeBooked(movement, At.AddMinutes(59)).ShouldBeTrue();
        Agreement.MayStillBeBooked(movement, At.AddMinutes(60)).ShouldBeFalse();
    }

    [Fact]
    public void A_movement_is_its_amount_less_its_fee() =>
        Should.Throw<InvariantBroken>(() =>
            new ProviderMovement(
                new MovementFacts(
                    "txn",
                    ProviderMovementKind.Payment,
                    "charge",
                    1000,
                    30,
                    971,
                    Currency.Gbp,
                    "ch",
                    At,
                    At
                ),
                At
            )
        );

    [Fact]
    public void A_difference_is_explained_by_a_person_until_it_agrees()
    {
        var item = new Difference(
            DifferenceId.New(),
            1,
            new Finding(DifferenceKind.NotBooked, 0, 970),
            new DifferenceSubject("txn", null),
            Currency.Gbp,
            At
        );
        var by = new Signature(PersonId.New(), "Ada", At.AddDays(1));

        item.Explain(" first ", by);
        item.Explain("better", by);
        var explained = (item.State, item.Explanation, item.ExplainedByName, item.Version);
        item.Agree(At.AddDays(2));

        explained.ShouldBe((DifferenceState.Explained, "better", "Ada", 2));
        (item.State, item.ResolvedAt, item.Explanation).ShouldBe((DifferenceState.Resolved, At.AddDays(2), "better"));
        Should.Throw<Refused>(() => item.Explain("late", by)).Code.ShouldBe("difference.resolved");
        Should.Throw<InvariantBroken>(() => item.Agree(At.AddDays(3)));
    }

    [Fact]
    public void The_cause_that_is_made_of_a_name_is_always_the_same()
    {
        ProviderCause.IdOf("txn_1").ShouldBe(ProviderCause.IdOf("txn_1"));
        ProviderCause.IdOf("txn_1").ShouldNotBe(ProviderCause.IdOf("txn_2"));
    }

    [Fact]
    public void A_snapshot_keeps_an_hour_away_from_now() =>
        Should.Throw<InvariantBroken>(() => new LedgerSnapshot(LedgerSnapshotId.New(), At.AddMinutes(-59), 1, At));

    private static ProviderMovement Movement(ProviderMovementKind kind) =>
        new(new MovementFacts("txn", kind, "word", 1000, 30, 970, Currency.Gbp, "source", At, At), At);
}
