namespace SocialShares.StripeEmulator;

/// <summary>What a buyer chose and typed on the hosted page.</summary>
internal sealed record PaymentChoice
{
    public string Method { get; init; } = "card";

    /// <summary>Digits only.</summary>
    public string CardNumber { get; init; } = "";
    public int ExpiryMonth { get; init; }
    public int ExpiryYear { get; init; }
    public string Cvc { get; init; } = "";
    public string Name { get; init; } = "";
    public string Email { get; init; } = "";
}

/// <summary>How a try ended: paid, declined, requires_action, expired or complete (was paid before).</summary>
internal sealed record PaymentResult(string Status)
{
    public Decline? Decline { get; init; }

    /// <summary>The event that the shop should have taken before the buyer comes back.</summary>
    public Event? Completed { get; init; }
}

/// <summary>Taking the money of a session. The hosted page and the machine door both come through here.</summary>
internal static class Payments
{
    /// <summary>The buyer presses "pay". Called inside the world's lock, as everything here.</summary>
    public static PaymentResult Try(World world, Session session, PaymentChoice choice)
    {
        if (Closed(world, session) is { } closed)
        {
            return closed;
        }

        if (!session.MethodTypes.Contains(choice.Method))
        {
            var refusal = new Decline(
                "payment_method_not_available",
                null,
                "This payment method is not offered for this payment."
            );
            return new PaymentResult("declined") { Decline = refusal with { OnThePage = true } };
        }

        var story =
            choice.Method == "card" ? TestCards.StoryOf(choice, world) : new CardStory { AsksAuthentication = true };
        if (story.Decline is { OnThePage: true } problem)
        {
            return new PaymentResult("declined") { Decline = problem };
        }

        var intent = IntentOf(world, session);
        intent.Method = MethodOf(world, session, choice);
        intent.LastError = null;
        return story.AsksAuthentication
            ? AskAuthentication(world, session, intent)
            : Finish(world, session, intent, story);
    }

    /// <summary>The buyer answers at the bank: iDEAL's authorise or fail, 3-D Secure's complete or fail.</summary>
    public static PaymentResult Answer(World world, Session session, bool authorised)
    {
        if (Closed(world, session) is { } closed)
        {
            return closed;
        }

        if (session.Intent is not { Status: "requires_action", Method: { } method } intent)
        {
            return new PaymentResult("open");
        }

        if (!authorised)
        {
            return Decline(world, intent, TestCards.AuthenticationFailed);
        }

        method.Authenticated = true;
        var choice = new PaymentChoice
        {
            CardNumber = method.CardNumber,
            ExpiryMonth = method.ExpiryMonth,
            ExpiryYear = method.ExpiryYear,
            Cvc = "000",
        };
        var story = method.Type == "card" ? TestCards.StoryOf(choice, world) : new CardStory();
        return Finish(world, session, intent, story);
    }

    private static PaymentResult? Closed(World world, Session session)
    {
        Sessions.ExpireWhenDue(world, session);
        return session.Status == "open" ? null : new PaymentResult(session.Status);
    }

    private static PaymentResult AskAuthentication(World world, Session session, PaymentIntent intent)
    {
        intent.Status = "requires_action";
        intent.AuthenticationUrl = $"{session.Url}/bank";
        Events.Emit(world, "payment_intent.requires_action", intent);
        return new PaymentResult("requires_action");
    }

    private static PaymentResult Finish(World world, Session session, PaymentIntent intent, CardStory story)
    {
        if (story.Decline is { } decline)
        {
            var failed = Charges.Fail(world, intent, intent.Method!, decline);
            Events.Emit(world, "charge.failed", failed);
            return Decline(world, intent, decline);
        }

        var charge = Charges.Succeed(world, intent, intent.Method!, story.AvailableAtOnce);
        intent.Status = "succeeded";
        session.Status = "complete";
        session.PaidWith = intent.Method;
        Events.Emit(world, "charge.succeeded", charge);
        Events.Emit(world, "payment_intent.succeeded", intent);
        return new PaymentResult("paid") { Completed = Events.Emit(world, "checkout.session.completed", session) };
    }

    private static PaymentResult Decline(World world, PaymentIntent intent, Decline decline)
    {
        intent.Status = "requires_payment_method";
        intent.LastError = decline;
        Events.Emit(world, "payment_intent.payment_failed", intent);
        return new PaymentResult("declined") { Decline = decline };
    }

    private static PaymentIntent IntentOf(World world, Session session)
    {
        if (session.Intent is not null)
        {
            return session.Intent;
        }

        var data = session.IntentData;
        session.Intent = PaymentIntents.Add(
            world,
            new PaymentIntent
            {
                Id = World.NewId("pi"),
                Owner = session.Owner,
                Created = world.Now,
                Amount = session.Total,
                Currency = session.Currency,
                MethodTypes = session.MethodTypes,
                Session = session,
                Description = data.Text("description"),
                ReceiptEmail = data.Text("receipt_email"),
                TransferGroup = data.Text("transfer_group"),
                StatementSuffix = data.Text("statement_descriptor_suffix"),
            },
            intent => data.MergeMetadata(intent.Metadata)
        );
        session.Owner.Sessions.Index(session, "payment_intent", session.Intent.Id);
        return session.Intent;
    }

    private static PaymentMethod MethodOf(World world, Session session, PaymentChoice choice) =>
        world.Remember(
            new PaymentMethod
            {
                Id = World.NewId("pm"),
                Owner = session.Owner,
                Created = world.Now,
                Type = choice.Method,
                Name = choice.Name,
                Email = choice.Email.Length > 0 ? choice.Email : session.CustomerEmail,
                CardNumber = choice.Method == "card" ? choice.CardNumber : "",
                ExpiryMonth = choice.ExpiryMonth,
                ExpiryYear = choice.ExpiryYear,
            }
        );
}
