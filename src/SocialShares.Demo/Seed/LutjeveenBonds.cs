using SocialShares.Demo.Api;
using SocialShares.Demo.People;
using SocialShares.Features.Bonds;
using SocialShares.Features.Holdings;
using SocialShares.Features.Issuing;

namespace SocialShares.Demo.Seed;

/// <summary>
/// What the village lends to its co-operative: a solar roof on the sports hall two years ago, in two tranches, paid every
/// half year since; and a second one on the barn, open today.
/// </summary>
internal sealed class LutjeveenBonds(Town town, Company company, Cast villagers, Progress progress)
{
    private const int HallBuyers = 12;
    private const int FirstBuyer = 401;
    private static readonly long[] HallAmounts = [500, 1000, 300, 2000, 800, 1500];
    private static readonly long[] BarnAmounts = [250, 1000, 150, 600, 100, 400];
    private readonly BondRound round = new(town, company);
    private OfferId barn;
    private int nextBuyer = FirstBuyer + HallBuyers;

    /// <summary>The day of the payment that waits today, and from which all others are counted back.</summary>
    private static DateOnly NextPayment(DateTimeOffset today) => DemoStory.Day(today, 8);

    /// <summary>The roof of the sports hall is sold; its bonds are issued two years before the next payment.</summary>
    public async Task SellTheHall(DateTimeOffset today, CancellationToken ct)
    {
        var issueOn = NextPayment(today).AddMonths(-24);
        var opens = issueOn.AddDays(-68);
        await town.MoveTo(Morning(opens.AddDays(-4)), ct);
        var five = Hall(issueOn, 25_000, 60, RepaymentKind.Linear);
        var ten = Hall(issueOn, 40_000, 120, RepaymentKind.Annuity);
        var draft = new DraftOffer.Body(
            null,
            null,
            "Een zonnedak op de sporthal",
            "Het dak van de sporthal ligt precies op het zuiden. Met 96 panelen wekken wij er stroom op voor de hal, de "
                + "school en de pomp van het zwembad. U leent ons het geld voor vijf of voor tien jaar. Elk half jaar "
                + "betalen wij rente en een deel van uw geld terug, uit de stroom die het dak verkoopt.",
            Terms(8_000, 12_000, 15_000, opens, opens.AddDays(42), 10_000),
            [new BondTranche(600_000, five), new BondTranche(900_000, ten)]
        );
        var offer = await company.Launch(draft, Document(draft.Title, "van 100 euro per stuk"), ct);
        await town.MoveTo(Morning(opens.AddDays(3)), ct);
        await new Buying(town, offer.Id).Send(
            [.. Enumerable.Range(FirstBuyer, HallBuyers).Select(HallBuyer)],
            progress.OneBuyer,
            ct
        );
        await town.MoveTo(Morning(opens.AddDays(43)), ct);
        await town.MoveTo(Morning(issueOn), ct);
        var shown = await town.First.Get<OfferShown>($"/offers/{offer.Id}", ct);
        progress.Say($"the bonds of the sports hall's roof: {shown.State}, two series");
    }

    /// <summary>Pays what has come due by a day; with the bonds of one villager passing to another on the way.</summary>
    public async Task PayTheHall(int periodNo, CancellationToken ct)
    {
        var series = await Series(ct);
        var period = (await Read(series[0].Id, ct)).Periods.Single(p => p.No == periodNo);
        await town.MoveTo(Morning(period.RecordOn.AddDays(1)), ct);
        var runs = new List<PayoutRunId>();
        foreach (var payment in await round.Waiting(ct))
        {
            var run = await round.Calculate(payment, ct);
            await round.Approve(run.Id, ct);
            runs.Add(run.Id);
        }
        await town.MoveTo(Morning(period.DueOn), ct);
        await town.RunPayouts(ct);
        progress.Say($"payment {periodNo} on the sports hall's roof, in {runs.Count} runs");
    }

    /// <summary>A villager who moves away passes bonds on to a neighbour.</summary>
    public async Task PassBondsOn(int daysAgo, DateTimeOffset today, CancellationToken ct)
    {
        await town.MoveTo(DemoStory.Morning(today, -daysAgo), ct);
        var (giver, receiver) = (FirstBuyer, FirstBuyer + 1);
        var name = villagers.Person(giver).Name;
        foreach (var series in await Series(ct))
        {
            var register = await town.First.Get<BondRegisterPage>($"/bond-series/{series.Id}/register?take=500", ct);
            if (register.Holders.FirstOrDefault(h => h.Name == name) is not { } holder)
                continue;
            var from = town.Account(villagers.SignIn(giver));
            var to = town.Account(villagers.SignIn(receiver));
            var recorded = await company.Chair.Post<TransferStanding>(
                $"/enterprises/{company.Id}/transfers",
                new RecordTransfer.Body(
                    holder.Number,
                    to.Email,
                    Math.Max(1, holder.Units / 2),
                    "akte van overdracht, door beiden getekend",
                    BondSeriesId: series.Id
                ),
                ct
            );
            var holding = await Passing.Holding(from, company.Id, ct);
            await from.Post($"/holdings/{holding.MemberId}/transfers/{recorded.Id}/confirmation", null, ct);
            await new Passing(town).Accept(recorded.Id, to, null, ct);
            progress.Say($"{name} passes bonds on");
            return;
        }
        throw new InvalidOperationException($"{name} holds no bonds.");
    }

    /// <summary>The bonds that a visitor can buy today.</summary>
    public async Task OfferTheBarn(DateTimeOffset today, CancellationToken ct)
    {
        var opens = DemoStory.Day(today, -33);
        var terms = new BondTerms(
            5_000,
            Currency.Eur,
            35_000,
            PaymentFrequency.Yearly,
            new RepaymentTerms(RepaymentKind.Linear, InterestOnlyMonths: 24),
            TermMonths: 96,
            EarlyRedemption: new EarlyRedemptionTerms(IssuerAfterMonths: 60, HolderAfterMonths: 36, NoticeDays: 60)
        );
        var draft = new DraftOffer.Body(
            null,
            null,
            "Zonnedelen op de loods",
            "Naast de sporthal staat de loods van de oude veiling. De stroom van haar dak laadt straks de buurtbus en "
                + "twee deelauto's. Een zonnedeel kost 50 euro. De eerste twee jaar betalen wij rente, daarna elk jaar "
                + "een zesde van uw inleg terug.",
            Terms(6_000, 9_000, 12_000, opens, opens.AddDays(85), 5_000),
            [new BondTranche(1_200_000, terms)],
            RulePack: "eu-ecsp" // so that a visitor meets the questions that come first
        );
        barn = (await company.Launch(draft, Document(draft.Title, "van 50 euro per stuk"), ct)).Id;
        progress.Say("the bonds of the barn's roof are on offer");
    }

    public async Task SellTheBarn(int count, CancellationToken ct)
    {
        var buyers = Enumerable.Range(nextBuyer, count).Select(no => Buyer(no, BarnAmounts, null)).ToList();
        nextBuyer += count;
        await new Buying(town, barn).Send(buyers, progress.OneBuyer, ct);
    }

    private Task<List<BondSeriesLine>> Series(CancellationToken ct) =>
        town.First.Get<List<BondSeriesLine>>($"/enterprises/{company.Id}/bond-series", ct);

    private Task<BondSeriesRead> Read(BondSeriesId series, CancellationToken ct) =>
        town.First.Get<BondSeriesRead>($"/bond-series/{series}", ct);

    // Small amounts go into the short tranche, large ones into the long one.
    private Buyer HallBuyer(int no) => Buyer(no, HallAmounts, no % 2 + 1);

    private Buyer Buyer(int no, long[] amounts, int? series) =>
        new(
            town.Account(villagers.SignIn(no)),
            villagers.Language,
            villagers.Person(no),
            new PayoutChoice(PayoutDestination.Bank, villagers.Iban(no)),
            amounts[no % amounts.Length] * 100,
            BuyerStory.Pays,
            no % 3 != 0 ? "ideal" : "card",
            ByForm: no % 4 == 1,
            series
        );

    private static BondTerms Hall(DateOnly issueOn, int ratePpm, int months, RepaymentKind kind) =>
        new(
            10_000,
            Currency.Eur,
            ratePpm,
            PaymentFrequency.HalfYearly,
            new RepaymentTerms(kind),
            months,
            IssueOn: issueOn
        );

    private static DateTimeOffset Morning(DateOnly day) => new(day, new TimeOnly(9, 30), TimeSpan.Zero);

    private static byte[] Document(string title, string bonds) =>
        OfferDocument.Write(
            title,
            $"Coöperatie Dorpswinkel Lutjeveen U.A. geeft obligaties uit {bonds}.",
            "Een obligatie is een lening. Als de coöperatie niet kan betalen, kunt u uw inleg geheel of deels verliezen.",
            "Het dak is verzekerd tegen storm en hagel. Een jaar met weinig zon is niet verzekerd."
        );

    // Targets come in whole euros.
    private static OfferTerms Terms(
        long minimum,
        long optimum,
        long maximum,
        DateOnly opens,
        DateOnly closes,
        long bondMinor
    ) =>
        new(
            minimum * 100,
            optimum * 100,
            maximum * 100,
            opens,
            closes,
            bondMinor,
            500_000,
            500_000,
            14,
            Extendable: false
        );
}
