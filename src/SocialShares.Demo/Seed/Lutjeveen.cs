using SocialShares.Demo.Api;
using SocialShares.Demo.People;
using SocialShares.Features.Governance;
using SocialShares.Features.Issuing;

namespace SocialShares.Demo.Seed;

/// <summary>
/// A Dutch village co-operative: its first offer missed its minimum and everyone was refunded, its second is open, its
/// third waits for review. Beside them it sells bonds.
/// </summary>
internal sealed class Lutjeveen
{
    public static readonly Officer Chair = new(
        new SignIn("Wietske Bouma", "wietske@lutjeveen.example.org"),
        "voorzitter",
        IsResident: true
    );

    private static readonly Officer[] Board =
    [
        Chair,
        new(new SignIn("Harm Tjaden", "harm@lutjeveen.example.org"), "penningmeester", IsResident: true),
        new(new SignIn("Aïsha el Amrani", "aisha@lutjeveen.example.org"), "secretaris", IsResident: true),
    ];

    private static readonly long[] Amounts = [100, 250, 50, 500, 150, 1000];
    private static readonly Cast Villagers = new("NL", "Lutjeveen", "lutjeveen.example.org");

    private readonly Town town;
    private readonly Company company;
    private readonly Progress progress;
    private ShareClassId shareClass;
    private OfferId shop;
    private int nextBuyer = 1;

    private Lutjeveen(Town town, Company company, Progress progress) =>
        (this.town, this.company, this.progress, Bonds) = (
            town,
            company,
            progress,
            new LutjeveenBonds(town, company, Villagers, progress)
        );

    /// <summary>What the village lends to it.</summary>
    public LutjeveenBonds Bonds { get; }

    public static async Task<Lutjeveen> Begin(Town town, Progress progress, CancellationToken ct)
    {
        progress.Say("Coöperatie Dorpswinkel Lutjeveen registers");
        var profile = new RegisterEnterprise.Body(
            "Coöperatie Dorpswinkel Lutjeveen U.A.",
            "coöperatie",
            "NL",
            "99990001",
            "Dorpsstraat 12, 9999 ZA Lutjeveen",
            "Lutjeveen",
            Currency.Eur,
            "Europe/Amsterdam",
            "ochre",
            "hall",
            Chair.Office,
            Chair.IsResident
        );
        var registered = await Company.Register(town, profile, Board, "nl", TestIban.Of("NL", 900_000_001), ct);
        return new Lutjeveen(town, registered, progress);
    }

    /// <summary>Nine people were not enough: everyone gets the money back.</summary>
    public async Task FailToRaiseTheSawmill(DateTimeOffset today, CancellationToken ct)
    {
        var opens = DemoStory.Morning(today, -2 * 365 - 190);
        var draft = new DraftOffer.Body(
            null,
            new ShareTerms(5_000, Currency.Eur, 40_000, 2, HolderMayReinvest: false),
            "De oude zagerij wordt dorpshuis",
            "De zagerij aan de vaart staat leeg. Wij willen haar kopen en er een dorpshuis van maken, met een zaal, een "
                + "werkplaats en een plek voor de huisarts. Dat kan alleen als genoeg mensen meedoen.",
            Terms(15_000, 20_000, 25_000, opens, 42)
        );
        var offer = await company.Launch(draft, Document(draft.Title), ct);
        shareClass = offer.ShareClassId!.Value;
        await town.MoveTo(opens.AddDays(2), ct);
        await Sell(offer.Id, 9, ct);
        await town.MoveTo(opens.AddDays(43), ct);
        await town.MoveTo(opens.AddDays(44), ct);
        var ended = await town.First.Get<OfferShown>($"/offers/{offer.Id}", ct);
        progress.Say($"the sawmill's offer has {ended.State}; everyone is refunded");
    }

    /// <summary>The offer that is open today.</summary>
    public async Task OfferTheShop(DateTimeOffset today, CancellationToken ct)
    {
        var draft = new DraftOffer.Body(
            shareClass,
            null,
            "Houd de winkel in Lutjeveen open",
            "De winkelier stopt in het voorjaar. Met elkaar nemen wij de winkel over: brood, verse groente, een "
                + "pakketpunt en een koffietafel. Met uw aandeel kopen wij de voorraad en een zuinige koeling.",
            Terms(5_000, 12_500, 20_000, DemoStory.Morning(today, -33), 85)
        );
        shop = (await company.Launch(draft, Document(draft.Title), ct)).Id;
    }

    public Task SellTheShop(int count, CancellationToken ct) => Sell(shop, count, ct);

    /// <summary>What else is paid for the shop, and how.</summary>
    public LutjeveenMoney Money => new(town, shop, Villagers, progress);

    /// <summary>An approved offer for which people pledge, and one that waits for an administrator.</summary>
    public async Task AskForReview(DateTimeOffset today, CancellationToken ct)
    {
        var roof = await Submit(
            "Zonnepanelen op het dak van de winkel",
            "De koeling van de winkel gebruikt veel stroom. Met tachtig zonnepanelen op het dak wekken wij de helft "
                + "daarvan zelf op. Zo blijven de prijzen laag.",
            Terms(8_000, 10_000, 12_000, DemoStory.Morning(today, 21), 60),
            today,
            ct
        );
        await town.First.Post($"/offers/{roof}/approve", null, ct);
        (SignIn, long)[] keen =
        [
            (Villagers.SignIn(2), 25_000),
            (Villagers.SignIn(6), 100_000),
            (Villagers.SignIn(7), 50_000),
        ];
        await new TownTalk(town, company).AskWhoWouldTakePart(roof, keen, Villagers.Language, ct);
        progress.Say("people say that they would take part in an offer");
        await Submit(
            "Een bakfiets om boodschappen te bezorgen",
            "Niet iedereen kan naar de winkel komen. Met een elektrische bakfiets brengen vrijwilligers de boodschappen "
                + "thuis, ook in de buurtschappen.",
            Terms(4_000, 6_000, 8_000, DemoStory.Morning(today, 30), 45),
            today,
            ct
        );
        progress.Say("an offer waits for review");
    }

    private async Task<OfferId> Submit(
        string title,
        string purpose,
        OfferTerms terms,
        DateTimeOffset today,
        CancellationToken ct
    )
    {
        var offer = await company.Draft(
            new DraftOffer.Body(shareClass, null, title, purpose, terms),
            Document(title),
            ct
        );
        // So soon after the shop's offer it takes the members' word.
        await company.Chair.Upload<ApprovalRecorded>(
            $"/offers/{offer.Id}/members-approval?approvedOn={DemoStory.Morning(today, -5):yyyy-MM-dd}&fileName=notulen.pdf",
            OfferDocument.Write(
                "Notulen van de ledenvergadering",
                $"De leden keuren goed dat er een uitgifte komt: {title}.",
                "Voor: 34. Tegen: 2."
            ),
            ct
        );
        await company.Submit(offer.Id, ct);
        return offer.Id;
    }

    private async Task Sell(OfferId offer, int count, CancellationToken ct)
    {
        var buyers = Enumerable.Range(nextBuyer, count).Select(Buyer).ToList();
        nextBuyer += count;
        await new Buying(town, offer).Send(buyers, progress.OneBuyer, ct);
    }

    private Buyer Buyer(int no) =>
        new(
            town.Account(Villagers.SignIn(no)),
            Villagers.Language,
            Villagers.Person(no),
            new PayoutChoice(PayoutDestination.Bank, Villagers.Iban(no)),
            Amounts[no % Amounts.Length] * 100,
            BuyerStory.Pays,
            no % 3 != 0 ? "ideal"
                : no % 2 == 0 ? "bancontact"
                : "card",
            ByForm: no % 4 == 1
        );

    private static byte[] Document(string title) =>
        OfferDocument.Write(
            title,
            "Coöperatie Dorpswinkel Lutjeveen U.A. geeft aandelen uit van 50 euro per stuk.",
            "U kunt het geld dat u inlegt verliezen. U kunt uw aandelen niet verkopen.",
            "Het bestuur kan per jaar hoogstens 4 procent rente geven op aandelen die u twee jaar hebt."
        );

    // Targets come in whole euros.
    private static OfferTerms Terms(long minimum, long optimum, long maximum, DateTimeOffset opens, int days)
    {
        var day = DateOnly.FromDateTime(opens.UtcDateTime);
        return new OfferTerms(
            minimum * 100,
            optimum * 100,
            maximum * 100,
            day,
            day.AddDays(days),
            5_000,
            500_000,
            500_000,
            14,
            Extendable: false
        );
    }
}
