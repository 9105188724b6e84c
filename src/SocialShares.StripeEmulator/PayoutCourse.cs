namespace SocialShares.StripeEmulator;

/// <summary>How payouts run: out of the balance at once, at the bank when the clock says so, and back when the bank refuses.</summary>
internal static class PayoutCourse
{
    private const long Day = 86_400;

    /// <summary>Takes the money out of the balance and sends it on its way.</summary>
    public static void Send(World world, Payout payout)
    {
        var account = payout.Owner;
        world.Remember(payout);
        account.Payouts.Add(payout);
        account.Payouts.Index(payout, "destination", payout.Destination);
        payout.BalanceTransaction = Move(world, payout, "payout", -payout.Amount);
        world.Agenda.At(payout.Created + (world.Settings.Payouts.TransitDays * Day), () => Depart(world, payout));
        world.Agenda.At(payout.ArrivalDate, () => Arrive(world, payout));
        Events.Emit(world, "payout.created", payout);
    }

    /// <summary>What the schedule does for one account: everything available leaves, each movement with it.</summary>
    public static Payout? SendAll(World world, Account account, string currency)
    {
        var amount = account.PurseOf(currency).Available;
        if (amount <= 0 || !account.IsEnabled)
        {
            return null;
        }

        var payout = new Payout
        {
            Id = World.NewId("po"),
            Owner = account,
            Created = world.Now,
            Currency = currency,
            Amount = amount,
            ArrivalDate = ArrivalOf(world),
            Automatic = true,
        };
        var entries = account.BalanceTransactions.With("currency", currency);
        foreach (var entry in entries.Where(x => x.IsAvailable && x.Payout is null).ToList())
        {
            Assign(entry, payout);
        }

        Send(world, payout);
        Events.Emit(world, "payout.reconciliation_completed", payout);
        return payout;
    }

    /// <summary>Every midnight, for each account whose schedule is daily.</summary>
    public static void Schedule(World world)
    {
        var midnight = ((world.Now / Day) + 1) * Day;
        world.Agenda.At(midnight, () => RunDay(world, midnight));
    }

    public static long ArrivalOf(World world) => world.Now + (world.Settings.Payouts.ArrivalDays * Day);

    /// <summary>The money is in the balance again. A payout that was paid can still fail.</summary>
    public static void Fail(World world, Payout payout, string code)
    {
        payout.Status = "failed";
        payout.FailureCode = code;
        payout.FailureBalanceTransaction = Move(world, payout, "payout_failure", payout.Amount);
        Events.Emit(world, "payout.failed", payout);
    }

    public static void Cancel(World world, Payout payout)
    {
        payout.Status = "canceled";
        payout.FailureBalanceTransaction = Move(world, payout, "payout_cancel", payout.Amount);
        Events.Emit(world, "payout.canceled", payout);
    }

    private static void RunDay(World world, long midnight)
    {
        foreach (var account in world.Accounts.Where(x => x.PayoutInterval == "daily"))
        {
            foreach (var currency in account.Purses.Keys.ToList())
            {
                SendAll(world, account, currency);
            }
        }

        world.Agenda.At(midnight + Day, () => RunDay(world, midnight + Day));
    }

    private static void Depart(World world, Payout payout)
    {
        if (payout.Status == "pending")
        {
            payout.Status = "in_transit";
            Events.Emit(world, "payout.updated", payout);
        }
    }

    private static void Arrive(World world, Payout payout)
    {
        if (payout.IsOver)
        {
            return;
        }

        if (world.Settings.Payouts.FailCode is { Length: > 0 } code)
        {
            Fail(world, payout, code);
            return;
        }

        payout.Status = "paid";
        Events.Emit(world, "payout.paid", payout);
    }

    private static BalanceTransaction Move(World world, Payout payout, string type, long minor)
    {
        var entry = Balances.Post(
            world,
            payout.Owner,
            type,
            new Amount(minor, payout.Currency),
            Counterparty.Bank,
            payout.Id,
            description: payout.Description ?? "STRIPE PAYOUT"
        );
        if (type == "payout" || !payout.Automatic)
        {
            // What came back from an automatic payout leaves with the next one.
            Assign(entry, payout);
        }

        return entry;
    }

    private static void Assign(BalanceTransaction entry, Payout payout)
    {
        entry.Payout = payout.Automatic ? payout : null;
        payout.Owner.BalanceTransactions.Index(entry, "payout", payout.Id);
    }
}
