namespace SocialShares.StripeEmulator;

/// <summary>Payments by direct debit: asked for now, answered by the bank when the clock says so.</summary>
internal static class Debits
{
    /// <summary>The debit is on its way; the checkout is over all the same, but not paid.</summary>
    public static PaymentResult Begin(World world, PaymentIntent intent)
    {
        var method = intent.Method!;
        var story = TestBankAccounts.StoryOf(method);
        var settings = world.Settings.Debits;
        var answeredAt = story.Quick
            ? world.Now + settings.QuickSeconds
            : BusinessDays.After(world.Now, settings.SettleBusinessDays);
        Mandates.Give(world, intent, method);
        var charge = Charges.Begin(world, intent, method, answeredAt);
        intent.Status = "processing";
        Events.Emit(world, "charge.pending", charge);
        Events.Emit(world, "payment_intent.processing", intent);
        var completed = Sessions.Complete(world, intent.Session, method);
        world.Agenda.At(answeredAt, () => Answer(world, charge, story));
        return new PaymentResult("processing") { Completed = completed };
    }

    private static void Answer(World world, Charge charge, DebitStory story)
    {
        var mandate = charge.Method!.Mandate!;
        if (mandate.NetworkStatus == "pending" || story.EndsMandate)
        {
            Mandates.Answer(world, mandate, !story.EndsMandate);
        }

        if (story.Failure is { } failure)
        {
            Fail(world, charge, failure);
        }
        else
        {
            Succeed(world, charge, story.Disputed);
        }
    }

    private static void Succeed(World world, Charge charge, bool disputed)
    {
        var intent = charge.Intent!;
        charge.Status = "succeeded";
        intent.Status = "succeeded";
        Events.Emit(world, "charge.succeeded", charge);
        Events.Emit(world, "payment_intent.succeeded", intent);
        if (intent.Session is { } session)
        {
            Events.Emit(world, "checkout.session.async_payment_succeeded", session);
        }

        // A payer's bank takes a debit back without asking: lost from the start.
        var order = new DisputeOrder { Reason = "debit_not_authorized", Status = "lost" };
        DisputeCourse.OpenAfterPayment(world, charge, disputed ? order : null);
    }

    private static void Fail(World world, Charge charge, Decline failure)
    {
        var intent = charge.Intent!;
        Charges.Bounce(world, charge, failure);
        intent.Status = "requires_payment_method";
        intent.LastError = failure;
        Events.Emit(world, "charge.failed", charge);
        Events.Emit(world, "payment_intent.payment_failed", intent);
        if (intent.Session is { } session)
        {
            Events.Emit(world, "checkout.session.async_payment_failed", session);
        }
    }
}

/// <summary>Days on which banks work; of holidays it knows none, only the weekends.</summary>
internal static class BusinessDays
{
    public static long After(long unixSeconds, int days)
    {
        var day = DateTimeOffset.FromUnixTimeSeconds(unixSeconds);
        while (days > 0)
        {
            day = day.AddDays(1);
            days -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return day.ToUnixTimeSeconds();
    }
}
