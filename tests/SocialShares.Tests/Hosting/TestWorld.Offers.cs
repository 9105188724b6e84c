using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialShares.Data;
using SocialShares.Features.Governance;
using SocialShares.Features.Issuing;
using SocialShares.Jobs;

namespace SocialShares.Tests.Hosting;

/// <summary>An enterprise that registered in a test, with the one person of its board.</summary>
public sealed record RegisteredEnterprise(EnterpriseId Id, string Slug, Person Chair, Currency Currency, string Zone);

/// <summary>An offer of a test.</summary>
public sealed record DraftedOffer(
    OfferId Id,
    string Slug,
    ShareClassId ClassId,
    RegisteredEnterprise By,
    OfferTerms Terms
)
{
    /// <summary>Shorthand of paths.</summary>
    public string Path => $"offers/{Id}";
}

/// <summary>An application of a test.</summary>
public sealed record StartedApplication(ApplicationId Id, Person By, DraftedOffer To)
{
    /// <summary>Shorthand of paths.</summary>
    public string Path => $"applications/{Id}";
}

/// <summary>Enterprises, their offers, and people who apply: each step through the API.</summary>
public sealed partial class TestWorld
{
    /// <summary>Price of a share in the tests' offers, minor units.</summary>
    public const long Par = 1_000;

    /// <summary>The smallest thing that is a PDF to the product.</summary>
    public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF\n");

    /// <summary>What an enterprise of the tests tells of itself.</summary>
    public static RegisterEnterprise.Body Profile(Currency currency) =>
        new(
            $"Hallowby Shop {Guid.NewGuid().ToString("N")[..12]}",
            "community benefit society",
            currency == Currency.Eur ? "NL" : "GB",
            "8427",
            "1 High Street, Hallowby",
            "Hallowby",
            currency,
            currency == Currency.Eur ? "Europe/Amsterdam" : "Europe/London",
            "bottle",
            "shop",
            "chair",
            true
        );

    /// <summary>Somebody registers an enterprise and connects its account at Stripe.</summary>
    public async Task<RegisteredEnterprise> RegisterEnterprise(Currency? currency = null, bool connected = true)
    {
        var chair = await SignUp("Cora Chair");
        var profile = Profile(currency ?? Currency.Gbp);
        var registered = (await chair.Post("enterprises", profile)).As<EnterpriseRegistered>();
        if (connected)
            (await chair.Post($"enterprises/{registered.Id}/payment-account")).ShouldSucceed();
        return new(registered.Id, registered.Slug, chair, profile.Currency, profile.TimeZone);
    }

    /// <summary>Terms of a small offer that opens today: 10 to 100 shares, four days of reflection.</summary>
    public OfferTerms Terms(string zone = "Europe/London")
    {
        var today = LegalDay.Of(Clock.Now, zone);
        return new OfferTerms(
            MinimumTargetMinor: 10 * Par,
            OptimumTargetMinor: 50 * Par,
            MaximumTargetMinor: 100 * Par,
            OpensOn: today,
            ClosesOn: today.AddDays(10),
            MinimumPerHolderMinor: Par,
            MaximumPerHolderMinor: 20 * Par,
            MaximumPerOrganisationMinor: 40 * Par,
            ReflectionDays: 4,
            Extendable: false
        );
    }

    /// <summary>What every share of a test's class promises.</summary>
    public static ShareTerms Class(Currency currency) => new(Par, currency, 50_000, 2, HolderMayReinvest: true);

    /// <summary>A board drafts an offer.</summary>
    public async Task<DraftedOffer> Draft(RegisteredEnterprise by, Func<OfferTerms, OfferTerms>? change = null)
    {
        var terms = Terms(by.Zone);
        terms = change?.Invoke(terms) ?? terms;
        var body = new DraftOffer.Body(
            null,
            Class(by.Currency),
            "Reopen Hallowby's village shop",
            "Buy the building and open six days a week.",
            terms
        );
        var drafted = (await by.Chair.Post($"enterprises/{by.Id}/offers", body)).As<OfferDrafted>();
        return new DraftedOffer(drafted.Id, drafted.Slug, drafted.ShareClassId!.Value, by, terms);
    }

    /// <summary>An offer with its document, submitted for review.</summary>
    public async Task<DraftedOffer> Submit(RegisteredEnterprise by, Func<OfferTerms, OfferTerms>? change = null)
    {
        var offer = await Draft(by, change);
        (await by.Chair.Upload($"{offer.Path}/documents?fileName=offer.pdf", Pdf)).ShouldSucceed();
        (await by.Chair.Post($"{offer.Path}/submit")).ShouldSucceed();
        return offer;
    }

    /// <summary>An offer that was approved; not open yet.</summary>
    public async Task<DraftedOffer> Approve(RegisteredEnterprise by, Func<OfferTerms, OfferTerms>? change = null)
    {
        var offer = await Submit(by, change);
        (await (await Administrator()).Post($"{offer.Path}/approve")).ShouldSucceed();
        return offer;
    }

    /// <summary>An offer that takes applications.</summary>
    public async Task<DraftedOffer> Open(
        Currency? currency = null,
        Func<OfferTerms, OfferTerms>? change = null,
        RegisteredEnterprise? by = null
    )
    {
        var offer = await Approve(by ?? await RegisterEnterprise(currency), change);
        await RunAll(nameof(MoveOffers));
        (await Show(offer)).State.ShouldBe(OfferState.Open);
        return offer;
    }

    /// <summary>The offer as everyone sees it.</summary>
    public async Task<OfferShown> Show(DraftedOffer offer) => (await offer.By.Chair.Get(offer.Path)).As<OfferShown>();

    /// <summary>The application as its owner sees it.</summary>
    public static async Task<ApplicationShown> Show(StartedApplication application) =>
        (await application.By.Get(application.Path)).As<ApplicationShown>();

    /// <summary>What an applicant of full age answers; a minor needs a date of birth for the day it is.</summary>
    public static HolderDetails Holder(HolderKind kind = HolderKind.Person) =>
        new(
            kind,
            kind switch
            {
                HolderKind.Organisation => "Hallowby Football Club",
                HolderKind.Minor => "Wren Teller",
                _ => "Iris Teller",
            },
            "2 High Street",
            "HB1 2AB",
            "Hallowby",
            "GB",
            kind == HolderKind.Organisation ? null : new DateOnly(1980, 2, 29),
            kind switch
            {
                HolderKind.Organisation => new HolderParty(Representative: "Iris Teller", Office: "treasurer"),
                HolderKind.Joint => new HolderParty(With: [new JointHolder("Owen Teller", new DateOnly(1979, 5, 1))]),
                HolderKind.Minor => new HolderParty(Guardian: "Iris Teller"),
                _ => null,
            }
        );

    /// <summary>Starts an application with an amount; nothing else is answered.</summary>
    public async Task<StartedApplication> Begin(DraftedOffer offer, long units = 5, Person? by = null)
    {
        by ??= await SignUp();
        var body = new StartApplication.Body(units * Par);
        var started = (await by.Post($"{offer.Path}/applications", body)).As<ApplicationStarted>();
        return new StartedApplication(started.Id, by, offer);
    }

    /// <summary>Starts an application and answers everything; not submitted yet.</summary>
    public async Task<StartedApplication> Start(
        DraftedOffer offer,
        long units = 5,
        Person? by = null,
        HolderKind kind = HolderKind.Person,
        BondSeriesId? series = null,
        HolderDetails? holder = null,
        string? type = null
    )
    {
        by ??= await SignUp();
        var started = (
            await by.Post($"{offer.Path}/applications", new StartApplication.Body(units * Par, series))
        ).As<ApplicationStarted>();
        var application = new StartedApplication(started.Id, by, offer);
        var answers = new AnswerApplication.Body(
            null,
            holder ?? Holder(kind),
            new PayoutChoice(PayoutDestination.Bank, "GB33BUKB20201555555555"),
            MembershipType: type
        );
        (await by.Patch(application.Path, answers)).ShouldSucceed();
        return application;
    }

    /// <summary>Submits an application with all that it asks.</summary>
    public static Task<Reply> Submit(StartedApplication application, int documentVersion = 1, bool risk = true) =>
        application.By.Post(
            $"{application.Path}/submit",
            new SubmitApplication.Body(documentVersion, risk),
            Person.NoKey
        );

    /// <summary>An application whose payment page is open.</summary>
    public async Task<StartedApplication> Apply(
        DraftedOffer offer,
        long units = 5,
        Person? by = null,
        HolderKind kind = HolderKind.Person,
        BondSeriesId? series = null,
        string? type = null
    )
    {
        var application = await Start(offer, units, by, kind, series, type: type);
        (await Submit(application)).As<ApplicationShown>().State.ShouldBe(ApplicationState.AwaitingPayment);
        return application;
    }

    /// <summary>The session at Stripe of an application.</summary>
    public async Task<string> Session(StartedApplication application) =>
        await InDatabase(db =>
            db.Applications.Where(a => a.Id == application.Id).Select(a => a.CheckoutSession).SingleAsync()
        )
        ?? throw new InvalidOperationException(
            $"no payment page was opened:\n{string.Join('\n', Log.Warnings.TakeLast(3))}"
        );

    /// <summary>An application that was paid and whose payment the product has taken in.</summary>
    public async Task<StartedApplication> Buy(
        DraftedOffer offer,
        long units = 5,
        Person? by = null,
        HolderKind kind = HolderKind.Person,
        string method = "card",
        string card = LocalStripe.GoodCard,
        BondSeriesId? series = null,
        string? type = null
    )
    {
        var application = await Apply(offer, units, by, kind, series, type);
        var paid = await Stripe.Pay(await Session(application), method, card);
        ((string?)paid["status"]).ShouldBe("paid");
        await Settle();
        (await Show(application)).State.ShouldBe(ApplicationState.Paid);
        return application;
    }

    /// <summary>Lets Stripe deliver and the outbox empty itself, until neither has anything left that is due.</summary>
    public Task Settle() =>
        Until(
            "Stripe and the outbox are quiet",
            async () =>
            {
                var settled = await Stripe.Settle();
                await Services.GetRequiredService<OutboxDelivery>().DeliverDue(CancellationToken.None);
                var now = Clock.Now;
                var due = await InDatabase(db =>
                    db.Outbox.CountAsync(o => o.DoneAt == null && o.ParkedAt == null && o.DueAt <= now)
                );
                return due == 0 && (int)settled["still_waiting"]! == 0;
            }
        );

    /// <summary>Moves the clock past an offer's last day and its applications' reflection, and lets everything happen.</summary>
    public async Task End(DraftedOffer offer)
    {
        var over = offer.Terms.ClosesOn!.Value.AddDays(offer.Terms.ReflectionDays + 2).ToDateTime(new TimeOnly(12, 0));
        Clock.Move(over > Clock.Now ? over - Clock.Now : TimeSpan.Zero);
        await Settle();
        await RunAll(nameof(MoveOffers), nameof(CheckPayments));
        await Settle();
        await RunAll(nameof(BookFunds), nameof(EndReflection), nameof(SettleOffers));
        await Settle();
    }
}
