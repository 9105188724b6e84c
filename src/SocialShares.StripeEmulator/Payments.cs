namespace SocialShares.StripeEmulator;

/// <summary>What a buyer chose and typed on the hosted page.</summary>
internal sealed record PaymentChoice
{
    public string Method { get; init; } = MethodKind.Card;

    /// <summary>Digits only.</summary>
    public string CardNumber { get; init; } = "";
    public int ExpiryMonth { get; init; }
    public int ExpiryYear { get; init; }
    public string Cvc { get; init; } = "";

    /// <summary>Capitals without spaces.</summary>
    public string Iban { get; init; } = "";

    /// <summary>Digits only, as the account number.</summary>
    public string SortCode { get; init; } = "";
    public string AccountNumber { get; init; } = "";
    public string Name { get; init; } = "";
    public string Email { get; init; } = "";

    /// <summary>As people type or paste it.</summary>
    public static string Compact(string? text) =>
        new([.. (text ?? "").Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);
}

/// <summary>
/// How a try ended: paid, processing (a debit on its way), declined, requires_action, expired or complete (was over before).
/// </summary>
internal sealed record PaymentResult(string Status)
{
    public Decline? Decline { get; init; }

    /// <summary>The event that the shop should have taken before the buyer comes back.</summary>
    public Event? Completed { get; init; }

    /// <summary>The buyer has done all there is to do.</summary>
    public bool LeadsBack => Status is "paid" or "processing" or "complete";
}

/// <summary>Taking the money of a session or an intent. Hosted page, machine door and API all come through here.</summary>
internal static class Payments
{
    /// <summary>The buyer presses "pay". Called inside the world's lock, as everything here.</summary>
    public static PaymentResult Try(World world, Session session, PaymentChoice choice)
    {
        if (Closed(world, session) is { } closed)
        {
            return closed;
        }

        if (NotOffered(session, choice.Method) is { } refusal)
        {
            return refusal;
        }

        var problem = choice.Method switch
        {
            MethodKind.Card => TestCards.Problem(choice, world),
            MethodKind.SepaDebit or MethodKind.BacsDebit => TestBankAccounts.Problem(choice),
            _ => null,
        };
        if (problem is not null)
        {
            return new PaymentResult("declined") { Decline = problem with { OnThePage = true } };
        }

        var method = PaymentMethods.Add(world, session.Owner, choice, session.CustomerEmail);
        return Pay(world, IntentOf(world, session), method);
    }

    /// <summary>The same with a payment method that was made by API.</summary>
    public static PaymentResult Try(World world, Session session, PaymentMethod method) =>
        Closed(world, session) ?? NotOffered(session, method.Type) ?? Pay(world, IntentOf(world, session), method);

    /// <summary>Takes the money, asks the bank, or sends a debit on its way.</summary>
    public static PaymentResult Pay(World world, PaymentIntent intent, PaymentMethod method)
    {
        intent.Method = method;
        intent.LastError = null;
        if (method.Kind.IsDebit)
        {
            return Debits.Begin(world, intent);
        }

        var story = method.Kind.AsksBank
            ? new CardStory { AsksAuthentication = true }
            : TestCards.StoryOf(method.CardNumber);
        return story.AsksAuthentication ? AskAuthentication(world, intent) : Finish(world, intent, story);
    }

    /// <summary>The buyer answers at the bank: authorise or fail a transfer, complete or fail 3-D Secure.</summary>
    public static PaymentResult Answer(World world, Session session, bool authorised)
    {
        if (Closed(world, session) is { } closed)
        {
            return closed;
        }

        return session.Intent is { } intent ? Answer(world, intent, authorised) : new PaymentResult("open");
    }

    /// <summary>The same for a payment without a session.</summary>
    public static PaymentResult Answer(World world, PaymentIntent intent, bool authorised)
    {
        if (intent is not { Status: "requires_action", Method: { } method })
        {
            return new PaymentResult("open");
        }

        if (!authorised)
        {
            return Decline(world, intent, TestCards.AuthenticationFailed);
        }

        method.Authenticated = true;
        var story = method.Kind.AsksBank ? new CardStory() : TestCards.StoryOf(method.CardNumber);
        return Finish(world, intent, story);
    }

    private static PaymentResult? Closed(World world, Session session)
    {
        Sessions.ExpireWhenDue(world, session);
        return session.Status == "open" ? null : new PaymentResult(session.Status);
    }

    private static PaymentResult? NotOffered(Session session, string method) =>
        session.MethodTypes.Contains(method)
            ? null
            : new PaymentResult("declined")
            {
                Decline = new Decline(
                    "payment_method_not_available",
                    null,
                    "This payment method is not offered for this payment."
                )
                {
                    OnThePage = true,
                },
            };

    private static PaymentResult AskAuthentication(World world, PaymentIntent intent)
    {
        intent.Status = "requires_action";
        if (intent.Session is { } session)
        {
            intent.AuthenticationUrl = $"{session.Url}/bank";
        }

        Events.Emit(world, "payment_intent.requires_action", intent);
        return new PaymentResult("requires_action");
    }

    private static PaymentResult Finish(World world, PaymentIntent intent, CardStory story)
    {
        if (story.Decline is { } decline)
        {
            var failed = Charges.Fail(world, intent, intent.Method!, decline);
            Events.Emit(world, "charge.failed", failed);
            return Decline(world, intent, decline);
        }

        var charge = Charges.Succeed(world, intent, intent.Method!, story.AvailableAtOnce);
        intent.Status = "succeeded";
        Events.Emit(world, "charge.succeeded", charge);
        Events.Emit(world, "payment_intent.succeeded", intent);
        var completed = Sessions.Complete(world, intent.Session, intent.Method!);
        DisputeCourse.OpenAfterPayment(world, charge, story.Dispute);
        return new PaymentResult("paid") { Completed = completed };
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
                SetupFutureUsage = data.Text("setup_future_usage"),
                Shipping = data.Values["shipping"]?.DeepClone().AsObject(),
            },
            intent => data.MergeMetadata(intent.Metadata)
        );
        session.Owner.Sessions.Index(session, "payment_intent", session.Intent.Id);
        return session.Intent;
    }
}
