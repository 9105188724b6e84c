namespace SocialShares.StripeEmulator;

/// <summary>What a dispute begins with.</summary>
internal sealed record DisputeOrder
{
    public string Reason { get; init; } = "fraudulent";

    /// <summary>All that was not refunded, when left out.</summary>
    public long? Amount { get; init; }

    /// <summary>needs_response, warning_needs_response (an inquiry), or lost (a debit: final from the start).</summary>
    public string Status { get; init; } = "needs_response";

    /// <summary>Tells of the last thing first: closed, funds_withdrawn, created.</summary>
    public bool Backwards { get; init; }
}

/// <summary>How disputes run: money out, money back, and who hears what. Nothing here asks whether Stripe would allow it.</summary>
internal static class DisputeCourse
{
    private const string Created = "charge.dispute.created";
    private const string Updated = "charge.dispute.updated";
    private const string Closed = "charge.dispute.closed";
    private const string FundsWithdrawn = "charge.dispute.funds_withdrawn";
    private const string FundsReinstated = "charge.dispute.funds_reinstated";

    public static Dispute Open(World world, Charge charge, DisputeOrder order)
    {
        var dispute = world.Remember(
            new Dispute
            {
                Id = World.NewId("du"),
                Owner = charge.Owner,
                Created = world.Now,
                Charge = charge,
                Amount = order.Amount ?? charge.Refundable,
                Reason = order.Reason,
                Status = order.Status,
                DueBy = world.Now + (world.Settings.Disputes.DueDays * 86_400L),
            }
        );
        charge.Disputes.Add(dispute);
        charge.Owner.Disputes.Add(dispute);
        charge.Owner.Disputes.Index(dispute, "charge", charge.Id);
        charge.Owner.Disputes.Index(dispute, "payment_intent", charge.Intent?.Id);
        List<string> news = [Created];
        if (!dispute.IsInquiry)
        {
            Withdraw(world, dispute);
            news.Add(FundsWithdrawn);
        }

        if (dispute.IsOpen)
        {
            world.Agenda.At(dispute.DueBy, () => RunOut(world, dispute));
        }
        else
        {
            news.Add(Closed);
        }

        Tell(world, dispute, order.Backwards ? [.. Enumerable.Reverse(news)] : news);
        return dispute;
    }

    /// <summary>The test cards and bank accounts that are made to be disputed.</summary>
    public static void OpenAfterPayment(World world, Charge charge, DisputeOrder? order)
    {
        if (order is null)
        {
            return;
        }

        if (world.Settings.Disputes.AfterSeconds == 0)
        {
            Open(world, charge, order);
            return;
        }

        world.Agenda.At(world.Now + world.Settings.Disputes.AfterSeconds, () => Open(world, charge, order));
    }

    /// <summary>The evidence goes to the bank; Stripe's test words decide at the next settling, all else waits for the admin door.</summary>
    public static void Submit(World world, Dispute dispute)
    {
        dispute.Submissions++;
        dispute.Status = dispute.IsInquiry ? "warning_under_review" : "under_review";
        var text = (string?)dispute.Evidence["uncategorized_text"];
        var outcome = (text, dispute.IsInquiry) switch
        {
            ("winning_evidence", false) => "won",
            ("losing_evidence", false) => "lost",
            ("winning_evidence" or "losing_evidence", true) => "warning_closed",
            ("escalate_inquiry_evidence", true) => "needs_response",
            _ => null,
        };
        if (outcome is not null)
        {
            world.Agenda.At(world.Now, () => Decide(world, dispute, outcome));
        }
    }

    /// <summary>The bank's word: won, lost, warning_closed, or needs_response (an inquiry became a chargeback).</summary>
    /// <returns>False when a dispute in this state cannot end so.</returns>
    public static bool Decide(World world, Dispute dispute, string outcome)
    {
        var possible = outcome switch
        {
            "won" => !dispute.IsInquiry && dispute.Status != "won",
            "lost" => dispute.Status is "needs_response" or "under_review",
            "warning_closed" or "needs_response" => dispute.IsInquiry && dispute.IsOpen,
            _ => false,
        };
        if (!possible)
        {
            return false;
        }

        dispute.Status = outcome;
        switch (outcome)
        {
            case "won":
                Reinstate(world, dispute);
                Tell(world, dispute, [Updated, Closed, FundsReinstated]);
                break;
            case "needs_response":
                Withdraw(world, dispute);
                Tell(world, dispute, [Updated, FundsWithdrawn]);
                break;
            default:
                Tell(world, dispute, [Updated, Closed]);
                break;
        }

        return true;
    }

    /// <summary>A payer who got all back has nothing left to ask for.</summary>
    public static void AfterRefund(World world, Charge charge)
    {
        foreach (var inquiry in charge.Disputes.Where(x => x.IsInquiry && x.IsOpen && charge.Refundable == 0))
        {
            Decide(world, inquiry, "warning_closed");
        }
    }

    public static void TellUpdated(World world, Dispute dispute) => Tell(world, dispute, [Updated]);

    private static void RunOut(World world, Dispute dispute)
    {
        if (!dispute.AwaitsResponse)
        {
            return;
        }

        dispute.PastDue = true;
        Decide(world, dispute, dispute.IsInquiry ? "warning_closed" : "lost");
    }

    private static void Withdraw(World world, Dispute dispute) =>
        Move(world, dispute, -dispute.Amount, world.Settings.Disputes.FeeMinor, "Chargeback withdrawal");

    private static void Reinstate(World world, Dispute dispute)
    {
        if (dispute.IsWithdrawn)
        {
            var settings = world.Settings.Disputes;
            Move(world, dispute, dispute.Amount, settings.FeeReturned ? -settings.FeeMinor : 0, "Chargeback reversal");
        }
    }

    private static void Move(World world, Dispute dispute, long minor, long fee, string what) =>
        dispute.Movements.Add(
            Balances.Post(
                world,
                dispute.Owner,
                "adjustment",
                new Amount(minor, dispute.Charge.Currency),
                Counterparty.Buyers,
                dispute.Id,
                fee,
                description: $"{what} for {dispute.Charge.Id}"
            )
        );

    private static void Tell(World world, Dispute dispute, IEnumerable<string> news)
    {
        foreach (var type in news)
        {
            Events.Emit(world, type, dispute);
        }
    }
}
