using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialShares.Features.Issuing;
using SocialShares.Features.Ledger;
using SocialShares.Features.Reconciling;
using SocialShares.Jobs;
using SocialShares.Ports;
using SocialShares.Stripe;
using SocialShares.Tests.Hosting;
using Account = SocialShares.Domain.Account;

namespace SocialShares.Tests.Reconciling;

/// <summary>What tests of reconciliation do in a world.</summary>
internal static class ReconcilingSteps
{
    private const string RefundThatFails = "4000000000005126";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>One of every movement that the platform itself makes: payments, refunds, one that comes back, a transfer, a top-up.</summary>
    public static async Task<DraftedOffer> LiveThroughAll(this TestWorld world)
    {
        await world.Stripe.TopUp("gbp", 100_000);
        var offer = await world.Open();
        await world.Buy(offer, 12);
        foreach (var card in new[] { LocalStripe.GoodCard, RefundThatFails })
        {
            var given = await world.Buy(offer, 5, card: card);
            (await given.By.Post($"{given.Path}/cancel")).ShouldSucceed();
            await world.Settle();
        }
        await world.End(offer);
        await world.Settle();
        return offer;
    }

    public static Task Reconcile(this TestWorld world) => world.RunAll(nameof(ReconcileMoney));

    /// <summary>The differences that are open.</summary>
    public static async Task<IReadOnlyList<DifferenceRow>> OpenDifferences(this TestWorld world) =>
        (await (await world.Administrator()).Get("reconciliation/differences?state=Open&take=200"))
            .As<DifferencePage>()
            .Differences;

    public static async Task<DifferenceRead> Difference(this TestWorld world, DifferenceId id) =>
        (await (await world.Administrator()).Get($"reconciliation/differences/{id}")).As<DifferenceRead>();

    public static async Task<PaymentRead> Payment(this TestWorld world, ApplicationId id) =>
        (await (await world.Administrator()).Get($"payments/{id}")).As<PaymentRead>();

    public static async Task<EntryRead> Entry(this TestWorld world, JournalEntryId id) =>
        (await (await world.Administrator()).Get($"ledger/entries/{id}")).As<EntryRead>();

    public static async Task<IReadOnlyList<BookCheck>> Checks(this TestWorld world) =>
        (await (await world.Administrator()).Get("ledger/checks")).As<IReadOnlyList<BookCheck>>();

    /// <summary>Rows that reconciliation made, but for its own runs.</summary>
    public static Task<(int Movements, int Matches, int Differences)> CountReconciled(this TestWorld world) =>
        world.InDatabase(async db =>
            (
                await db.ProviderMovements.CountAsync(),
                await db.MovementMatches.CountAsync(),
                await db.Differences.CountAsync()
            )
        );

    /// <summary>Somebody pays a part back on Stripe's own page.</summary>
    public static async Task RefundAtStripe(this TestWorld world, StartedApplication application, long minor)
    {
        var payment = await world.InDatabase(db =>
            db.Payments.Where(p => p.ApplicationId == application.Id).Select(p => p.ProviderPayment).SingleAsync()
        );
        await using var scope = world.Services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<StripeClient>()
            .CreateRefund(
                new CreateStripeRefund { PaymentIntent = payment, Amount = minor },
                $"by-hand-{RandomNumberGenerator.GetHexString(8)}",
                stripeAccount: null,
                Ct
            );
        await world.Settle();
    }

    /// <summary>The movements that Stripe lists, in the order of their names.</summary>
    public static async Task<List<MovementFacts>> ListedAtStripe(this TestWorld world)
    {
        await using var scope = world.Services.CreateAsyncScope();
        var page = await scope
            .ServiceProvider.GetRequiredService<IPayments>()
            .ReadMovements(DateTime.UnixEpoch, null, Ct);
        return [.. page.Movements.OrderBy(m => m.Id, StringComparer.Ordinal)];
    }

    /// <summary>Movements as Stripe would have listed them.</summary>
    public static Task TakeIn(this TestWorld world, params MovementFacts[] movements) =>
        world.InDatabase(db =>
        {
            db.ProviderMovements.AddRange(movements.Select(m => new ProviderMovement(m, world.Clock.Now)));
            return db.SaveChangesAsync(Ct);
        });

    /// <summary>An entry for a top-up of which Stripe may know nothing.</summary>
    public static Task<JournalEntryId> BookTopUpOf(this TestWorld world, string movement, long minor) =>
        world.Book(new Cause(ProviderCause.TopUp, ProviderCause.IdOf(movement)), minor);

    /// <summary>An entry that moves money at Stripe.</summary>
    public static Task<JournalEntryId> Book(this TestWorld world, Cause cause, long minor) =>
        world.InDatabase(async db =>
        {
            var now = world.Clock.Now;
            var entry = JournalEntry.Write(
                SocialShares.Domain.Book.Platform,
                BookedOn.Moment(now, "Europe/London"),
                cause,
                "Booked by a test",
                (Account.StripeAvailable, new Money(minor, Currency.Gbp)),
                (Account.OwnFunds, new Money(-minor, Currency.Gbp))
            );
            db.JournalEntries.Add(entry);
            await db.SaveChangesAsync(Ct);
            return entry.Id;
        });
}
