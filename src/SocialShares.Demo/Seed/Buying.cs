using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using SocialShares.Demo.Api;
using SocialShares.Features.Banking;
using SocialShares.Features.Issuing;
using SocialShares.Features.Operations;

namespace SocialShares.Demo.Seed;

/// <summary>Sends buyers to an offer, some at a time: sign up, apply, answer, submit, pay.</summary>
public sealed partial class Buying(Town town, OfferId offer)
{
    private const int AtATime = 8;
    private const long MoreThanAsked = 2_500;
    private static readonly TimeSpan PageIsThere = TimeSpan.FromSeconds(60);

    /// <summary>Lets them all buy; those who cancel later have only paid so far.</summary>
    /// <param name="buyers">Who.</param>
    /// <param name="one">Told after each buyer.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<Bought>> Send(IReadOnlyList<Buyer> buyers, Action one, CancellationToken ct)
    {
        var bought = new ConcurrentBag<Bought>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = ct };
        await Parallel.ForEachAsync(
            buyers,
            options,
            async (buyer, stop) =>
            {
                bought.Add(await Buy(buyer, stop));
                one();
            }
        );
        await town.Quiet(ct);
        foreach (var waiting in bought.Where(b => b.Waits))
            await PayWhenAdmitted(waiting, ct);
        foreach (var given in bought.Where(b => b is { Id: not null, Buyer: { Giver: not null, Stays: true } }))
            await Accept(given.Buyer, given.Id!.Value, ct);
        return [.. bought];
    }

    /// <summary>Those who change their mind within the reflection period get their money back.</summary>
    public async Task Cancel(IEnumerable<Bought> bought, CancellationToken ct)
    {
        foreach (var b in bought.Where(b => b is { Id: not null, Buyer.Story: BuyerStory.PaysAndCancels }))
            await b.Buyer.Person.Post($"/applications/{b.Id}/cancel", null, ct);
        await town.Quiet(ct);
    }

    /// <summary>One buyer's way from signing up to the payment page and back.</summary>
    public async Task<Bought> Buy(Buyer buyer, CancellationToken ct)
    {
        var (person, page) = (buyer.Giver ?? buyer.Person, "/applications/");
        await person.SignUp(buyer.Language, ct);
        var shown = await person.Get<OfferShown>($"/offers/{offer}", ct);
        var started = await person.Post<ApplicationStarted>(
            $"/offers/{offer}/applications",
            new StartApplication.Body(buyer.AmountMinor, shown.Series.SingleOrDefault(s => s.No == buyer.SeriesNo)?.Id),
            ct
        );
        page += started.Id;
        if (buyer.Misfit is { } misfit)
            await TryInVain(person, page, misfit, ct);
        if (buyer.Giver is { } giver)
            await giver.Put(
                $"{page}/gift",
                new GiveUnits.Body(buyer.Holder.Name, buyer.Person.Email, giver.Name, "A present"),
                ct
            );
        else
            await Answer(buyer, page, ct);
        var isInParts = buyer.Parts > 1 && shown.Terms.Instalments is not null;
        if (isInParts)
            await person.Put($"{page}/instalments", new ChooseInstalments.Body(buyer.Parts), ct);
        await new FirstSteps(person, page, buyer.AmountMinor).Take(ct);
        ApplicationShown submitted;
        try
        {
            var agreed = new SubmitApplication.Body(shown.Document!.Version, RiskAccepted: true);
            submitted = await person.Post<ApplicationShown>($"{page}/submit", agreed, ct);
        }
        catch (ApiRefused e) when (e.Code is "offer.full" or "offer.series-full")
        {
            await person.Post($"{page}/cancel", null, ct);
            return new Bought(buyer, null);
        }
        if (submitted.State == ApplicationState.Waiting)
            return new Bought(buyer, started.Id, Waits: true);
        if (buyer.Story == BuyerStory.GivesUp)
            await person.Post($"{page}/cancel", null, ct);
        else if (buyer.Transfer is { } transfer && submitted.MayPayByTransfer)
            await PayByTransfer(buyer, person, transfer, submitted, ct);
        else if (buyer.Story != BuyerStory.Abandons)
            await Pay(buyer, await PaymentPage(person, page, submitted, ct), ct);
        return new Bought(buyer, started.Id, IsInParts: isInParts);
    }

    /// <summary>Pays the next part of an application that is paid in parts, or all that is left.</summary>
    public async Task PayPart(Bought bought, bool all, CancellationToken ct)
    {
        var person = bought.Buyer.Person;
        var part = await person.Post<ApplicationShown>(
            $"/applications/{bought.Id}/instalments",
            new PayInstalment.Body(all),
            ct
        );
        var page = await PaymentPage(person, $"/applications/{part.Id}", part, ct);
        await Pay(bought.Buyer with { Story = BuyerStory.Pays }, page, ct);
    }

    private static Task Answer(Buyer buyer, string page, CancellationToken ct) =>
        buyer.Person.Patch(
            page,
            new AnswerApplication.Body(null, buyer.Holder, buyer.Payout, MembershipType: buyer.MembershipType),
            ct
        );

    // Whom the resident quota kept waiting pays once there is room; whoever has none by now waits on in vain.
    private async Task PayWhenAdmitted(Bought waiting, CancellationToken ct)
    {
        var page = $"/applications/{waiting.Id}";
        var shown = await waiting.Buyer.Person.Get<ApplicationShown>(page, ct);
        if (shown.State == ApplicationState.AwaitingPayment && waiting.Buyer.Stays)
            await Pay(waiting.Buyer, await PaymentPage(waiting.Buyer.Person, page, shown, ct), ct);
    }

    // The receiver follows the link of the mail.
    private async Task Accept(Buyer buyer, ApplicationId given, CancellationToken ct)
    {
        await buyer.Person.SignUp(buyer.Language, ct);
        var to = Uri.EscapeDataString(buyer.Person.Email);
        var mails = await town.First.Get<List<MailLine>>($"/mail?to={to}&limit=50", ct);
        var link = mails.Select(m => GiftLink().Match(m.Text)).FirstOrDefault(m => m.Success);
        if (link is null)
            throw new InvalidOperationException($"Nobody told {buyer.Holder.Name} about the gift {given}.");
        await buyer.Person.Post(
            $"/gifts/{link.Groups[1].Value}/acceptance",
            new AcceptGift.Body(buyer.Holder, buyer.Payout, RiskAccepted: true, buyer.MembershipType),
            ct
        );
    }

    [GeneratedRegex("/gift/([A-Za-z0-9_-]+)")]
    private static partial Regex GiftLink();

    private static async Task TryInVain(Person person, string page, Misfit misfit, CancellationToken ct)
    {
        try
        {
            var answers = new AnswerApplication.Body(null, misfit.Holder, null, MembershipType: misfit.MembershipType);
            await person.Patch(page, answers, ct);
        }
        catch (ApiRefused e) when (e.Code == misfit.Code)
        {
            return;
        }
        throw new InvalidOperationException($"{misfit.Holder.Name} was taken in spite of {misfit.Code}.");
    }

    private async Task PayByTransfer(
        Buyer buyer,
        Person person,
        TransferPlan plan,
        ApplicationShown application,
        CancellationToken ct
    )
    {
        var asked = await person.Post<BankTransferShown>($"/applications/{application.Id}/bank-transfer", null, ct);
        var first = plan.Way == TransferWay.InTwoParts ? asked.AmountMinor / 3 : asked.AmountMinor;
        var whole = plan.Way == TransferWay.TooMuch ? asked.AmountMinor + MoreThanAsked : asked.AmountMinor;
        Send(plan.Way == TransferWay.TooMuch ? whole : first);
        if (whole > first && plan.Way == TransferWay.InTwoParts)
            Send(whole - first);

        void Send(long minor) =>
            town.Bank.Receive(
                asked.Currency,
                new IncomingTransfer(
                    minor,
                    buyer.Holder.Name,
                    plan.Iban,
                    plan.Way == TransferWay.WithoutReference ? null : asked.Reference
                )
            );
    }

    private async Task Pay(Buyer buyer, Uri page, CancellationToken ct)
    {
        var byCard = buyer.Method == "card";
        if (buyer.Story == BuyerStory.IsDeclinedFirst && byCard && await With(StripeDoor.DeclinedCard))
            throw new InvalidOperationException("A card that is always declined was taken.");
        var card = buyer.Story switch
        {
            BuyerStory.IsAskedByTheBank => StripeDoor.CardThatAsks,
            BuyerStory.IsDisputed => StripeDoor.DisputedCard,
            _ => StripeDoor.GoodCard,
        };
        if (!await With(card))
            throw new InvalidOperationException($"{buyer.Holder.Name} could not pay on {page}.");

        Task<bool> With(string number) =>
            buyer.ByForm
                ? town.Stripe.PayByForm(page, buyer.Method, number, buyer.Holder.Name, ct)
                : town.Stripe.PayByMachine(page, buyer.Method, number, ct);
    }

    // The outbox may have the order of the page in hand already when the buyer's own request comes for it.
    private static async Task<Uri> PaymentPage(
        Person person,
        string application,
        ApplicationShown shown,
        CancellationToken ct
    )
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (shown.CheckoutUrl is null)
        {
            if (TimeProvider.System.GetElapsedTime(begun) > PageIsThere)
                throw new TimeoutException($"The payment page of {application} did not open.");
            await Task.Delay(50, ct);
            shown = await person.Get<ApplicationShown>(application, ct);
        }
        return new Uri(shown.CheckoutUrl);
    }
}
