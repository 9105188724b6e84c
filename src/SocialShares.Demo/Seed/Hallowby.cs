using SocialShares.Demo.Api;
using SocialShares.Demo.People;
using SocialShares.Features.Governance;
using SocialShares.Features.Issuing;

namespace SocialShares.Demo.Seed;

/// <summary>
/// A community benefit society that reopened its village shop three years ago, has paid interest once, is about to pay
/// it again, and now raises money for a bakery.
/// </summary>
internal sealed class Hallowby
{
    public static readonly Officer Chair = new(
        new SignIn("Rosalind Hathersage", "rosalind@hallowby.example.org"),
        "chair",
        IsResident: true
    );

    private static readonly Officer[] Board =
    [
        Chair,
        new(new SignIn("Vikram Desai", "vikram@hallowby.example.org"), "treasurer", IsResident: true),
        new(new SignIn("Peter Lund", "peter@hallowby.example.org"), "secretary", IsResident: true),
        new(new SignIn("Caroline Marsh", "caroline@hallowby.example.org"), "", IsResident: false),
    ];

    // Pounds; ten people bring 4,025 together.
    private static readonly long[] Amounts = [25, 100, 250, 500, 50, 1000, 150, 250, 500, 1200];
    private const int FirstOfTheBakery = 1001;
    private const int WithoutAccount = 3;
    private static readonly Cast Villagers = new("GB", "Hallowby", "hallowby.example.org");

    private readonly Town town;
    private readonly Company company;
    private readonly int members;
    private readonly Progress progress;
    private readonly List<Bought> bakery = [];
    private ShareClassId shareClass;
    private OfferId bakeryOffer;
    private DateOnly issuedOn;
    private int nextBuyer = FirstOfTheBakery;

    private Hallowby(Town town, Company company, int members, Progress progress) =>
        (this.town, this.company, this.members, this.progress) = (town, company, members, progress);

    /// <summary>The villagers whose sign-ins the console shows: bank, reinvest, no account.</summary>
    public static IReadOnlyList<SignIn> Citizens { get; } =
    [Villagers.SignIn(2), Villagers.SignIn(4), Villagers.SignIn(WithoutAccount)];

    public static async Task<Hallowby> Begin(Town town, int members, Progress progress, CancellationToken ct)
    {
        progress.Say("Hallowby Community Shop registers");
        var profile = new RegisterEnterprise.Body(
            "Hallowby Community Shop Ltd",
            "community benefit society",
            "GB",
            "RS009999",
            "The Old Smithy, The Green, Hallowby ZY1 1AZ",
            "Hallowby",
            Currency.Gbp,
            "Europe/London",
            "bottle",
            "shop",
            Chair.Office,
            Chair.IsResident
        );
        var registered = await Company.Register(town, profile, Board, "en", TestIban.Of("GB", 90_000_001), ct);
        return new Hallowby(town, registered, members, progress);
    }

    /// <summary>The completed offer: the village reopens its shop.</summary>
    public async Task RaiseTheShop(DateTimeOffset today, CancellationToken ct)
    {
        var opens = DemoStory.StartsAt(today).AddDays(7);
        var (first, last) = (
            DateOnly.FromDateTime(opens.UtcDateTime),
            DateOnly.FromDateTime(opens.UtcDateTime).AddDays(56)
        );
        var draft = new DraftOffer.Body(
            null,
            new ShareTerms(
                100,
                Currency.Gbp,
                50_000,
                1,
                HolderMayReinvest: true,
                HoldingTerms.Usual with
                {
                    Transferable = true,
                }
            ),
            "Reopen Hallowby's village shop",
            "The last shop in Hallowby closed when its owners retired. We have the lease of the Old Smithy. Your shares "
                + "pay for the shelves, the fridges and the first stock, so that people can buy bread, stamps and vegetables "
                + "on foot again, and have a table to drink a cup of tea at.",
            Terms(members * 300L, members * 400L, members * 500L, first, last)
        );
        var document = OfferDocument.Write(
            "Reopen Hallowby's village shop",
            "Hallowby Community Shop Ltd, a community benefit society, offers shares of 1 pound each.",
            "You can lose the money that you put in. Shares pass to somebody else only if the board approves; after three "
                + "years you may ask for your money back, with thirteen weeks' notice, and the society pays when it can.",
            "The board may pay interest of at most 5 percent a year on shares that were held for a year."
        );
        var offer = await company.Launch(draft, document, ct);
        shareClass = offer.ShareClassId!.Value;
        await SellTheShop(offer.Id, opens, ct);
        await town.MoveTo(opens.AddDays(57), ct);
        await town.MoveTo(opens.AddDays(57 + 15), ct);
        issuedOn = DateOnly.FromDateTime(town.Clock.GetUtcNow().UtcDateTime);
        progress.Say("the shop's shares are issued");
    }

    /// <summary>The interest run that is done: bank, reinvested, and one line that waits for an account.</summary>
    public async Task PayInterest(DateTimeOffset today, CancellationToken ct)
    {
        var payOn = DemoStory.Day(today, -365 - 20);
        await town.MoveTo(DemoStory.Morning(today, -365 - 35), ct);
        var round = new InterestRound(town, company, shareClass);
        var terms = new InterestTerms(issuedOn.AddYears(1), issuedOn.AddYears(2).AddDays(-1), 30_000, payOn);
        var run = await round.Calculate(terms, ct);
        await round.Approve(run.Id, ct);
        await town.MoveTo(DemoStory.Morning(today, -365 - 20), ct);
        var ended = await round.Execute(run.Id, ct);
        progress.Say($"interest run {run.Number} of {run.LineCount} holders is {ended.State}");
    }

    /// <summary>What members do with shares that they have had for years.</summary>
    public HallowbyLeavers Leavers => leavers ??= new(town, company, shareClass, Villagers, progress);

    private HallowbyLeavers? leavers;

    /// <summary>The register of a day before this one shows an old address and fifty shares in the wrong hands.</summary>
    public async Task KeepTheRegister(CancellationToken ct)
    {
        var keeping = new RegisterKeeping(town, company);
        await keeping.Move(Villagers.SignIn(7), "The Mill House, Mill Lane", ct);
        var today = DateOnly.FromDateTime(town.Clock.GetUtcNow().UtcDateTime);
        await keeping.GiveTo(Villagers.SignIn(8), Villagers.SignIn(9), 50, today, ct);
        progress.Say("a member has moved, and a mistake in the register is mended");
    }

    /// <summary>The offer that is open today.</summary>
    public async Task OfferTheBakery(DateTimeOffset today, CancellationToken ct)
    {
        var draft = new DraftOffer.Body(
            shareClass,
            null,
            "A bakery behind the village shop",
            "The shop pays its way. Now we want to bake its bread ourselves: an oven in the old coach house, a baker "
                + "four mornings a week, and two places to learn the trade for young people from the valley.",
            Terms(
                members * 75L,
                members * 150L,
                members * 225L,
                DemoStory.Day(today, -32),
                DemoStory.Day(today, 58)
            ) with
            {
                Instalments = new InstalmentTerms(MostParts: 12, GraceDays: 14),
            }
        );
        var document = OfferDocument.Write(
            "A bakery behind the village shop",
            "Hallowby Community Shop Ltd offers more shares of class A of 1 pound each, to build a bakery.",
            "You can lose the money that you put in. The shop made a surplus in each of the last two years; a bakery is "
                + "a new trade and may not."
        );
        bakeryOffer = (await company.Launch(draft, document, ct)).Id;
        progress.Say("the bakery's offer is approved");
        await Talk(DemoStory.Day(today, -400), ct);
    }

    private async Task Talk(DateOnly meeting, CancellationToken ct)
    {
        var talk = new TownTalk(town, company);
        await talk.HoldItselfTo(Covenants(meeting), ct);
        await talk.Ask(
            bakeryOffer,
            Villagers.SignIn(5),
            Villagers.Language,
            "What happens to the bakery if the baker leaves?",
            "Two people learn the trade from the first day, so that one can stand in. If we find nobody for three months, we "
                + "bake off dough from the mill and say so here.",
            ct
        );
        await talk.Ask(
            bakeryOffer,
            Villagers.SignIn(9),
            Villagers.Language,
            "Do you need the money of the shop's reserve for this too?",
            "No. The reserve of the shop stays where it is. If the offer brings less than its minimum, there is no bakery.",
            ct
        );
        await talk.Write(
            bakeryOffer,
            "The coach house passed its survey",
            "Good news from the surveyor:\n\n- the **roof** is sound for another twenty years\n- the floor carries the oven\n\n"
                + "The report lies in the shop for anyone who wants to read it.",
            ct
        );
    }

    private static IReadOnlyList<(CovenantRule, RecordEvidence.Body?)> Covenants(DateOnly on) =>
        [
            (
                new(CovenantKind.BoardResidents, 0, true, "Rule 14: a majority of the board lives in the parish.", on),
                new(
                    CovenantKind.BoardResidents,
                    on,
                    "Declared by each board member",
                    "Minutes of the members' meeting, item 6"
                )
            ),
            (
                new(
                    CovenantKind.PayRatio,
                    300,
                    false,
                    "Rule 21: nobody earns more than three times what another earns.",
                    on
                ),
                new(
                    CovenantKind.PayRatio,
                    on,
                    "Yearly pay of full-time work in the last accounts",
                    "Accounts, page 9",
                    HighestPayMinor: 3_120_000,
                    LowestPayMinor: 2_210_000
                )
            ),
            (
                new(
                    CovenantKind.InterestCap,
                    50_000,
                    true,
                    "Rule 30: interest on shares is at most 5 percent a year.",
                    on
                ),
                new(CovenantKind.InterestCap, on, "The rules as registered", "Public register, RS009999")
            ),
            (
                new(
                    CovenantKind.AssetLock,
                    0,
                    false,
                    "Rule 40: what is left when the society ends goes to a body with the same purpose in the parish.",
                    on
                ),
                new(CovenantKind.AssetLock, on, "The lock as it stands in the rules")
            ),
        ];

    /// <summary>Some more people buy into the bakery.</summary>
    public async Task SellTheBakery(int count, CancellationToken ct)
    {
        var buyers = Enumerable.Range(nextBuyer, count).Select(no => Buyer(no, BakeryStory(no))).ToList();
        nextBuyer += count;
        bakery.AddRange(await new Buying(town, bakeryOffer).Send(buyers, progress.OneBuyer, ct));
    }

    /// <summary>Those of them who change their mind get their money back.</summary>
    public async Task SomeCancel(CancellationToken ct)
    {
        await new Buying(town, bakeryOffer).Cancel(bakery, ct);
        bakery.Clear();
    }

    /// <summary>The interest run that waits for the second administrator.</summary>
    public async Task CalculateTheNextInterest(DateTimeOffset today, CancellationToken ct)
    {
        var round = new InterestRound(town, company, shareClass);
        var (from, until) = (issuedOn.AddYears(2), issuedOn.AddYears(3).AddDays(-1));
        var run = await round.Calculate(new InterestTerms(from, until, 35_000, DemoStory.Day(today, 10)), ct);
        progress.Say($"interest run {run.Number} waits for approval");
    }

    /// <summary>One buyer has the payment page open right now.</summary>
    public Task SomebodyIsPaying(CancellationToken ct) =>
        new Buying(town, bakeryOffer).Buy(Buyer(nextBuyer++, BuyerStory.Abandons), ct);

    private async Task SellTheShop(OfferId offer, DateTimeOffset opens, CancellationToken ct)
    {
        var all = Enumerable.Range(1, members).Select(no => Buyer(no, ShopStory(no))).ToList();
        var buying = new Buying(town, offer);
        var day = 1;
        foreach (var wave in all.Chunk(Math.Max(1, (members + 2) / 3)))
        {
            await town.MoveTo(opens.AddDays(day), ct);
            progress.Say($"{wave.Length} people apply for shares of the shop");
            await buying.Cancel(await buying.Send(wave, progress.OneBuyer, ct), ct);
            day += 18;
        }
    }

    private Buyer Buyer(int no, BuyerStory story)
    {
        var holder = (no % 25) switch
        {
            9 => Villagers.Together(no),
            19 => Villagers.Child(no),
            24 => Villagers.Organisation(no),
            _ => Villagers.Person(no),
        };
        return new Buyer(
            town.Account(Villagers.SignIn(no)),
            Villagers.Language,
            holder,
            no == WithoutAccount ? new PayoutChoice(PayoutDestination.Bank, null)
                : no % 4 == 0 ? new PayoutChoice(PayoutDestination.Reinvest, null)
                : new PayoutChoice(PayoutDestination.Bank, Villagers.Iban(no)),
            Amounts[no % Amounts.Length] * 100,
            story,
            "card",
            ByForm: no % 20 == 5,
            // Only where the offer takes payment in parts.
            Parts: no % 8 == 5 ? 4 : 1
        );
    }

    // The members who buy stay members: the completed offer ends with all of them.
    private static BuyerStory ShopStory(int no) =>
        no % 20 == 7 ? BuyerStory.IsDeclinedFirst
        : no % 20 == 13 ? BuyerStory.IsAskedByTheBank
        : BuyerStory.Pays;

    private static BuyerStory BakeryStory(int no) =>
        (no % 8) switch
        {
            3 => BuyerStory.PaysAndCancels,
            6 => BuyerStory.GivesUp,
            _ => BuyerStory.Pays,
        };

    // Targets come in whole pounds.
    private static OfferTerms Terms(long minimum, long optimum, long maximum, DateOnly opens, DateOnly closes) =>
        new(
            minimum * 100,
            optimum * 100,
            maximum * 100,
            opens,
            closes,
            2_500,
            Math.Min(1_000_000, maximum * 100),
            Math.Min(1_000_000, maximum * 100),
            14,
            Extendable: true,
            Eligibility: new Eligibility(Holders: [HolderGroup.Person, HolderGroup.Minor, HolderGroup.Organisation])
        );
}
