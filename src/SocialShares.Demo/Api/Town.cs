using System.Net;
using SocialShares.Demo.People;
using SocialShares.Features.Operations;

namespace SocialShares.Demo.Api;

/// <summary>
/// A running platform with its two administrators, and the passing of time on it: moving the clock, having the jobs run
/// through the administrators' API, waiting until nothing is under way.
/// </summary>
public sealed class Town : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly string[] Order =
    [
        "BookFunds",
        "CheckPayments",
        "MoveOffers",
        "EndReflection",
        "DeliverOutbox",
        "SettleOffers",
        "BookBonds",
    ];

    private readonly DemoHost host;
    private IReadOnlyList<string>? payoutJobs;

    public Town(DemoHost host)
    {
        this.host = host;
        Http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = host.Address, Timeout = Patience };
        Stripe = new StripeDoor(host.StripeAddress);
        Bank = new TownBank(this);
        First = Account(Administrators.First);
        Second = Account(Administrators.Second);
    }

    public HttpClient Http { get; }

    /// <summary>The local Stripe's hosted pages and its machine doors.</summary>
    public StripeDoor Stripe { get; }

    /// <summary>The bank of the client-money accounts.</summary>
    public TownBank Bank { get; }

    /// <summary>The administrator who reviews offers and calculates payout runs.</summary>
    public Person First { get; }

    /// <summary>The administrator who approves what the first one calculated.</summary>
    public Person Second { get; }

    public AdjustableClock Clock => host.Clock;

    public void Dispose()
    {
        Http.Dispose();
        Stripe.Dispose();
        Bank.Dispose();
    }

    /// <summary>Somebody who may or may not have signed up yet.</summary>
    public Person Account(SignIn who) => new(Http, who.Name, who.Email, SignIn.Password);

    /// <summary>Moves the clock and lets everything happen that is due by then.</summary>
    /// <remarks>An instant that has passed by a few minutes of work is taken as now.</remarks>
    public async Task MoveTo(DateTimeOffset instant, CancellationToken ct)
    {
        // What people ordered a moment ago is delivered first: a claim on it must not run out because time jumps, or
        // somebody else delivers it a second time meanwhile.
        await Quiet(ct);
        Clock.MoveTo(instant);
        await LetThingsHappen(ct);
    }

    /// <summary>Runs the jobs until nothing is due any more.</summary>
    public async Task LetThingsHappen(CancellationToken ct)
    {
        await Stripe.Settle(ct);
        foreach (var job in Order)
            await RunJob(job, ct);
        await Quiet(ct);
    }

    /// <summary>Executes payout runs whose day has come.</summary>
    public async Task RunPayouts(CancellationToken ct)
    {
        payoutJobs ??= (await First.Get<List<JobShown>>("/jobs", ct))
            .Select(j => j.Name)
            .Where(n => n.Contains("Payout", StringComparison.Ordinal))
            .ToList();
        if (payoutJobs.Count == 0)
            throw new InvalidOperationException("The schedule has no job that executes payout runs.");
        foreach (var job in payoutJobs)
            await RunJob(job, ct);
        await Quiet(ct);
    }

    /// <summary>Lays Stripe's list of movements beside the ledger.</summary>
    public Task Reconcile(CancellationToken ct) => RunJob("ReconcileMoney", ct);

    /// <summary>Waits until Stripe and the outbox have nothing under way.</summary>
    public async Task Quiet(CancellationToken ct)
    {
        var until = TimeProvider.System.GetTimestamp();
        for (var round = 0; ; round++)
        {
            await Stripe.Settle(ct);
            var waiting = await First.Get<List<OutboxLine>>("/outbox", ct);
            // What is ordered for a later day, as the money of debits is, waits for that day.
            var soon = Clock.GetUtcNow().UtcDateTime.AddHours(1);
            waiting.RemoveAll(w => w.ParkedAt is null && w.DueAt > soon);
            if (waiting.Count == 0)
                return;
            if (waiting.Find(w => w.ParkedAt is not null) is { } parked)
                throw new InvalidOperationException($"{parked.Kind} was parked: {parked.LastError}");
            if (TimeProvider.System.GetElapsedTime(until) > Patience)
                throw new TimeoutException($"{waiting.Count} rows wait in the outbox: {waiting[0].LastError}");
            await Task.Delay(round < 20 ? 50 : 250, ct);
        }
    }

    private async Task RunJob(string job, CancellationToken ct)
    {
        var run = await Second.Post<JobStarted>($"/jobs/{job}/runs", null, ct);
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                var ended = await Second.Get<JobRunShown>($"/jobs/runs/{run.RunId}", ct);
                if (ended.Failure is { } failure)
                    throw new InvalidOperationException($"{job} failed: {failure}");
                return;
            }
            catch (ApiRefused e) when (e.Status == HttpStatusCode.NotFound)
            {
                if (TimeProvider.System.GetElapsedTime(begun) > Patience)
                    throw new TimeoutException($"{job} did not end", e);
                await Task.Delay(25, ct);
            }
        }
    }
}
