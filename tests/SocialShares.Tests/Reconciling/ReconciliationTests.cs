using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Issuing;
using SocialShares.Features.Reconciling;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Reconciling;

/// <summary>Every movement at Stripe has its entry and every entry its movement; what has not is an item for a person.</summary>
public sealed class ReconciliationTests
{
    private const string RefundThatFails = "4000000000005126";

    [Theory]
    [EveryDatabase]
    public async Task Whatever_the_platform_does_at_stripe_agrees_and_a_second_night_does_nothing_new(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        var offer = await world.LiveThroughAll();

        await world.Reconcile();
        var first = await world.InDatabase(db => db.Reconciliations.AsNoTracking().SingleAsync(r => r.Listed > 0));
        var rows = await world.CountReconciled();
        world.Clock.Move(TimeSpan.FromHours(24));
        await world.Reconcile();
        var second = await world.InDatabase(db =>
            db.Reconciliations.AsNoTracking().OrderByDescending(r => r.StartedAt).FirstAsync()
        );

        (await world.OpenDifferences()).ShouldBeEmpty();
        (await world.Show(offer)).State.ShouldBe(OfferState.Completed);
        // Payments 3, refund 2, came back 1, transfer 1, top-up 1.
        (first.Listed, first.TakenIn, first.Matched, first.Found).ShouldBe((8, 8, 8, 0));
        (second.TakenIn, second.Matched, second.Found, second.Resolved).ShouldBe((0, 0, 0, 0));
        (await world.CountReconciled()).ShouldBe(rows);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task What_stripe_has_and_nobody_booked_waits_an_hour_and_then_for_a_person_until_it_is_booked(
        Engine engine
    )
    {
        await using var world = await TestWorld.Start(engine);
        await world.Stripe.TopUp("gbp", 50_000);

        await world.Reconcile();
        var young = await world.OpenDifferences();
        world.Clock.Move(Agreement.OnItsWay + TimeSpan.FromMinutes(1));
        await world.Reconcile();
        await world.Reconcile();
        var item = (await world.OpenDifferences()).ShouldHaveSingleItem();
        var check = (await world.Checks()).Single(c => c.Code == "stripe-balance");
        await world.RunAll(nameof(BookFunds));
        await world.Reconcile();

        young.ShouldBeEmpty();
        (item.Kind, item.OursMinor, item.TheirsMinor).ShouldBe((DifferenceKind.NotBooked, 0, 50_000));
        (check.Holds, check.OpenDifferences.Single()).ShouldBe((false, item.Id));
        (await world.OpenDifferences()).ShouldBeEmpty();
        var read = await world.Difference(item.Id);
        read.Difference.State.ShouldBe(DifferenceState.Resolved);
        read.Entry!.Entry.CauseKind.ShouldBe(ProviderCause.TopUp);
        read.Entry.Movement.ShouldBe(item.Subject);
        (await world.Checks()).ShouldAllBe(c => c.Holds == true);
        var late = await (await world.Administrator()).Post(
            $"reconciliation/differences/{item.Id}/explanation",
            new ExplainDifference.Body("Too late for this.")
        );
        late.ShouldBeRefused("difference.resolved");
    }

    [Theory]
    [EveryDatabase]
    public async Task A_refund_that_somebody_made_at_stripe_itself_is_found_and_explained(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        var offer = await world.Open();
        var bought = await world.Buy(offer, 5, card: LocalStripe.AtOnceCard);
        await world.RefundAtStripe(bought, 1_000);
        world.Clock.Move(Agreement.OnItsWay + TimeSpan.FromMinutes(1));
        await world.Reconcile();
        var administrator = await world.Administrator();
        var item = (await world.OpenDifferences()).ShouldHaveSingleItem();
        var path = $"reconciliation/differences/{item.Id}/explanation";

        (await administrator.Post(path, new ExplainDifference.Body(" "))).ShouldBeMalformed("reason", "field.length");
        (await bought.By.Post(path, new ExplainDifference.Body("I say so."))).Status.ShouldBe(
            System.Net.HttpStatusCode.Forbidden
        );
        var explained = await administrator.Post(path, new ExplainDifference.Body("Made at Stripe, booked by hand."));
        await world.Reconcile();

        (item.Kind, item.TheirsMinor).ShouldBe((DifferenceKind.NotBooked, -1_000));
        explained.As<DifferenceStanding>().State.ShouldBe(DifferenceState.Explained);
        (await world.OpenDifferences()).ShouldBeEmpty();
        var read = await world.Difference(item.Id);
        (read.Difference.State, read.Difference.ExplainedBy, read.Difference.Explanation).ShouldBe(
            (DifferenceState.Explained, administrator.Name, "Made at Stripe, booked by hand.")
        );
        (read.Movement!.Kind, read.Entry).ShouldBe((ProviderMovementKind.Refund, null));
        (await world.InDatabase(db => db.Differences.CountAsync())).ShouldBe(1);
    }

    [Theory]
    [EveryDatabase]
    public async Task Another_amount_another_fee_and_a_payout_are_differences_of_their_kinds(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        var offer = await world.Open();
        foreach (var units in new[] { 5, 6 })
            await world.Buy(offer, units);
        var listed = await world.ListedAtStripe();
        await world.TakeIn(
            listed[0] with
            {
                AmountMinor = listed[0].AmountMinor + 7,
                NetMinor = listed[0].NetMinor + 7,
            },
            listed[1] with
            {
                FeeMinor = listed[1].FeeMinor + 3,
                NetMinor = listed[1].NetMinor - 3,
            },
            listed[0] with
            {
                Id = "txn_payout",
                Kind = ProviderMovementKind.Payout,
                ProviderType = "payout",
                AmountMinor = -250,
                FeeMinor = 0,
                NetMinor = -250,
                Source = "po_1",
                CreatedAt = listed[0].CreatedAt - Agreement.OnItsWay,
            }
        );

        await world.Reconcile();

        var found = await world.OpenDifferences();
        found
            .Select(d => (d.Kind, d.Subject, d.TheirsMinor - d.OursMinor))
            .ShouldBe(
                [
                    (DifferenceKind.Amount, listed[0].Id, 7),
                    (DifferenceKind.Fee, listed[1].Id, 3),
                    (DifferenceKind.Payout, "txn_payout", -250),
                ],
                ignoreOrder: true
            );
        var amount = await world.Difference(found.Single(d => d.Kind == DifferenceKind.Amount).Id);
        amount.Entry!.ApplicationId.ShouldNotBeNull();
        var payment = await world.Payment(amount.Entry.ApplicationId!.Value);
        payment.Differences.ShouldHaveSingleItem().Kind.ShouldBe(DifferenceKind.Amount);
    }

    [Theory]
    [EveryDatabase]
    public async Task What_we_booked_and_stripe_does_not_list_a_day_later_is_found_once_and_resolved_when_it_comes(
        Engine engine
    )
    {
        await using var world = await TestWorld.Start(engine);
        var entry = await world.BookTopUpOf("txn_late", 900);
        await world.Reconcile();
        var young = await world.OpenDifferences();
        world.Clock.Move(Agreement.Listed + TimeSpan.FromMinutes(1));
        await world.Reconcile();
        await world.Reconcile();
        var item = (await world.OpenDifferences()).ShouldHaveSingleItem();

        var made = world.Clock.Now;
        await world.TakeIn(
            new MovementFacts(
                "txn_late",
                ProviderMovementKind.TopUp,
                "topup",
                900,
                0,
                900,
                Currency.Gbp,
                null,
                made,
                made
            )
        );
        await world.Reconcile();

        young.ShouldBeEmpty();
        (item.Kind, item.OursMinor, item.TheirsMinor).ShouldBe((DifferenceKind.NotAtProvider, 900, 0));
        (await world.Difference(item.Id)).Difference.State.ShouldBe(DifferenceState.Resolved);
        (await world.Entry(entry)).Movement.ShouldBe("txn_late");
        (await world.InDatabase(db => db.Differences.CountAsync())).ShouldBe(1);
    }

    [Theory]
    [EveryDatabase]
    public async Task One_entry_books_one_movement_and_causes_made_of_stripes_names_are_found(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        var at = world.Clock.Now - TimeSpan.FromHours(2);
        await world.Book(new Cause(ProviderCause.DisputeMovement, ProviderCause.IdOf("txn_d")), -4_000);
        await world.Book(new Cause(ProviderCause.TransferReversal, ProviderCause.IdOf("trr_1")), 300);
        await world.TakeIn(
            new MovementFacts(
                "txn_d",
                ProviderMovementKind.Dispute,
                "adjustment",
                -2_000,
                2_000,
                -4_000,
                Currency.Gbp,
                "du_1",
                at,
                at
            ),
            new MovementFacts(
                "txn_r",
                ProviderMovementKind.TransferReversal,
                "transfer_refund",
                300,
                0,
                300,
                Currency.Gbp,
                "trr_1",
                at,
                at
            ),
            new MovementFacts(
                "txn_s",
                ProviderMovementKind.TransferReversal,
                "transfer_refund",
                300,
                0,
                300,
                Currency.Gbp,
                "trr_1",
                at,
                at
            )
        );

        await world.Reconcile();

        var item = (await world.OpenDifferences()).ShouldHaveSingleItem();
        (item.Kind, item.Subject).ShouldBe((DifferenceKind.NotBooked, "txn_s"));
        (await world.InDatabase(db => db.MovementMatches.Select(m => m.MovementId).ToListAsync())).ShouldBe(
            ["txn_d", "txn_r"],
            ignoreOrder: true
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task A_list_that_breaks_off_is_read_again_from_its_beginning(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        await world.Stripe.TopUp("gbp", 500);
        await world.Stripe.Fault(
            new
            {
                on = "request",
                kind = "lost_before",
                operation = "BalanceTransactions_list",
                times = 10,
            }
        );

        var broken = await world.Run(nameof(ReconcileMoney));
        await world.Stripe.NoFaults();
        await world.Reconcile();

        broken.Failure.ShouldNotBeNull();
        // The schedule's own first run found nothing yet; the one that broke off left none.
        var run = await world.InDatabase(db => db.Reconciliations.AsNoTracking().SingleAsync(r => r.TakenIn > 0));
        run.TakenIn.ShouldBe(1);
        run.Since.ShouldBeLessThanOrEqualTo(world.Clock.Now - Agreement.Overlap);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_payment_is_found_by_whatever_it_is_called_and_a_failed_refund_is_an_exception(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        var offer = await world.Open();
        var kept = await world.Buy(offer, 6);
        var given = await world.Buy(offer, 5, card: RefundThatFails);
        await world.Stripe.TopUp("gbp", 50_000);
        (await given.By.Post($"{given.Path}/cancel")).ShouldSucceed();
        await world.Settle();
        world.Clock.Move(TimeSpan.FromDays(2));
        await world.Settle();
        var administrator = await world.Administrator();
        var story = await world.Payment(given.Id);

        foreach (
            var search in new[]
            {
                given.Id.ToString(),
                story.Payment.ProviderCharge,
                story.Payment.ProviderPayment,
                story.Payer.CheckoutSession!,
                story.Refunds.Single().ProviderRefund!,
            }
        )
            (await Found($"search={search}")).ShouldBe([given.Id], search);
        (await Found($"search=TELLER&amountMinor={6 * TestWorld.Par}")).ShouldBe([kept.Id]);
        (await Found("state=Paid")).ShouldBe([kept.Id]);
        (await Found("search=nobody")).ShouldBeEmpty();
        var page = (await administrator.Get("payments?take=1")).As<PaymentPage>();
        var next = (await administrator.Get($"payments?take=1&before={page.Next}")).As<PaymentPage>();
        page.Payments.Concat(next.Payments)
            .Select(p => p.ApplicationId)
            .ShouldBe([given.Id, kept.Id], ignoreOrder: true);
        next.Next.ShouldBeNull();

        story.Refunds.Single().State.ShouldBe(RefundState.Failed);
        story
            .Entries.Select(e => e.Entry.CauseKind)
            .ShouldBe(["payment", "refund-decided", "refund-paid", "refund-came-back"], ignoreOrder: true);
        story.Entries.ShouldAllBe(e => e.ApplicationId == given.Id);
        var exceptions = (await administrator.Get("exceptions")).As<MoneyExceptions>();
        exceptions.FailedRefunds.ShouldHaveSingleItem().ApplicationId.ShouldBe(given.Id);
        exceptions.Parked.ShouldBeEmpty();

        async Task<IEnumerable<ApplicationId>> Found(string query) =>
            (await administrator.Get($"payments?{query}")).As<PaymentPage>().Payments.Select(p => p.ApplicationId);
    }
}
