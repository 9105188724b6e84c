using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialShares.Stripe;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Faults;

/// <summary>
/// Counts, purchase by purchase, what Stripe took and gave against what the platform knows of it. <c>infra/dev test
/// faults</c> adds up the lines that this leaves in the log.
/// </summary>
/// <param name="Cases">Purchases that were submitted.</param>
/// <param name="Lost">Purchases whose money the platform does not have in its books, or whose refund it forgot.</param>
/// <param name="Doubled">Purchases of which something was taken, booked or given back twice.</param>
internal sealed record FaultTally(int Cases, int Lost, int Doubled)
{
    /// <summary>Counts all purchases of a world, and leaves a line about them where lines are wanted.</summary>
    public static async Task<FaultTally> Count(TestWorld world)
    {
        var (taken, given) = await AtStripe(world);
        var cases = await world.InDatabase(db =>
            db.Applications.Where(a => a.State != ApplicationState.Started).Select(a => a.Id).ToListAsync()
        );
        // What came by bank is booked line by line, and the checks of the bank look at it.
        var payments = await world.InDatabase(db =>
            db.Payments.AsNoTracking().Where(p => p.Method != RefundWay.BankTransfer).ToListAsync()
        );
        var refunds = await world.InDatabase(db => db.Refunds.AsNoTracking().ToListAsync());
        var booked = await world.InDatabase(db =>
            db.JournalEntries.Where(e => e.CauseKind == "payment" && e.Book == Book.Platform)
                .Select(e => e.CauseId)
                .ToListAsync()
        );
        var (lost, doubled) = (0, 0);
        foreach (var id in cases)
        {
            var charged = taken.GetValueOrDefault(id.ToString(), []);
            var known = payments.Where(p => p.ApplicationId == id).ToList();
            var entries = booked.Count(c => c == id.Value);
            var back = refunds.Where(r => r.ApplicationId == id && r.State == RefundState.Done).Sum(r => r.AmountMinor);
            var backAtStripe = known.Sum(p => given.GetValueOrDefault(p.ProviderPayment));
            if (charged.Count > known.Count || known.Count > entries || back < backAtStripe)
                lost++;
            if (
                charged.Count > 1
                || known.Count > 1
                || entries > known.Count
                || backAtStripe > known.Sum(p => p.AmountMinor)
            )
                doubled++;
        }
        var tally = new FaultTally(cases.Count, lost, doubled);
        tally.Tell(world);
        return tally;
    }

    private void Tell(TestWorld world)
    {
        if (Environment.GetEnvironmentVariable("SHARES_FAULTS") is null)
            return;
        var test = TestContext.Current.TestMethod?.MethodName ?? "";
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"faults {test} {world.Engine}: {Cases} cases, {Lost} lost, {Doubled} doubled"
            )
        );
    }

    // What was taken for each application, and what was given back of each payment.
    private static async Task<(Dictionary<string, List<long>> Taken, Dictionary<string, long> Given)> AtStripe(
        TestWorld world
    )
    {
        await using var scope = world.Services.CreateAsyncScope();
        var stripe = scope.ServiceProvider.GetRequiredService<StripeClient>();
        var taken = new Dictionary<string, List<long>>(StringComparer.Ordinal);
        await foreach (var intent in stripe.ListAll(new ListStripePaymentIntents { Limit = 100 }))
            if (intent.AmountReceived > 0 && intent.Metadata.TryGetValue("application", out var application))
                (taken.TryGetValue(application, out var all) ? all : taken[application] = []).Add(
                    intent.AmountReceived
                );
        var given = new Dictionary<string, long>(StringComparer.Ordinal);
        await foreach (var refund in stripe.ListAll(new ListStripeRefunds { Limit = 100 }))
            if (refund.Status == StripeRefundStatus.Succeeded && refund.PaymentIntent?.Id is { } payment)
                given[payment] = given.GetValueOrDefault(payment) + refund.Amount;
        return (taken, given);
    }
}
