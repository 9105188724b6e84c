namespace SocialShares.StripeEmulator;

/// <summary>What one settling did.</summary>
internal sealed record Settled(int Due, int RefundsPaid, long Delivered, int StillWaiting);

/// <summary>
/// Lets time take effect: a loop in real time asks what the clock (which tests and the demo move) has made due.
/// </summary>
internal sealed class Clockwork(World world, ILogger<Clockwork> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);

    /// <summary>Does all that is due now and tries every waiting delivery once.</summary>
    public async Task<Settled> Settle()
    {
        var (due, refunds) = Tick();
        var before = world.Webhooks.Delivered;
        await world.Webhooks.Settle();
        return new Settled(due, refunds, world.Webhooks.Delivered - before, world.Webhooks.Waiting);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var sending = world.Webhooks.Run(stoppingToken);
        using var timer = new PeriodicTimer(Beat);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                Tick();
            }
            catch (InvalidOperationException e)
            {
                Log.SettlingBroke(log, e);
            }
        }

        await sending;
    }

    private (int Due, int RefundsPaid) Tick()
    {
        lock (world.Gate)
        {
            var due = world.Agenda.Run(world.Now);
            var paid = 0;
            foreach (var account in world.Accounts)
            {
                paid += Refunds.PayWaiting(world, account);
                if (account.FundsArrived)
                {
                    account.FundsArrived = false;
                    Events.Emit(world, account, "balance.available", Balances.Render(world, account));
                }
            }

            return (due, paid);
        }
    }
}
