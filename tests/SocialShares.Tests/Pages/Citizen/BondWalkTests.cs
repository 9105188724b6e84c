using System.Globalization;
using SocialShares.Features.Issuing;
using SocialShares.Features.Register;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Pages.Citizen;

/// <summary>A citizen lends money to an enterprise and follows it to the last payment, without scripts, on a phone.</summary>
[Collection(nameof(OneWorld))]
public sealed class BondWalkTests(Browsers browsers) : IClassFixture<Browsers>
{
    private const string Card = "4242 4242 4242 4242";

    private static readonly BondTerms Short = TestWorld.TwoYears(Currency.Eur) with
    {
        EarlyRedemption = new EarlyRedemptionTerms(IssuerAfterMonths: 12, HolderAfterMonths: 6, NoticeDays: 30),
    };

    // Ten years of months: so many payments that they go by year.
    private static readonly BondTerms Long = TestWorld.TwoYears(Currency.Eur) with
    {
        RatePpm = 45_000,
        Frequency = PaymentFrequency.Monthly,
        Repayment = new RepaymentTerms(RepaymentKind.Annuity, CapitaliseMonths: 12),
        TermMonths = 120,
        Transferable = false,
        Subordinated = true,
    };

    [Theory]
    [InlineData("nl-NL")]
    [InlineData("en-GB")]
    public async Task A_citizen_reckons_applies_in_a_tranche_pays_and_sees_the_coupon_expected(string language)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var offer = await world.OpenBonds(
            tranches: [new BondTranche(60 * TestWorld.Par, Short), new BondTranche(40 * TestWorld.Par, Long)]
        );
        var series = (await world.Show(offer)).Series;
        var citizen = await world.SignUp("Joost van der Meer");
        await using var visitor = await browsers.Open(world, world.Nobody, language, 320);
        await SignIn(visitor, citizen);
        await Reckon(visitor, offer, series, citizen);
        await Apply(visitor, offer, series);
        await Pay(world, visitor);
        await visitor.Look("bond-paid");
        (await visitor.Text()).ShouldNotContain(language == "nl-NL" ? "aandel" : "share");

        await world.End(offer);
        await SignIn(visitor, citizen);
        await visitor.Look("bond-portfolio");
        (await visitor.Page.Locator(".hold tbody tr").CountAsync()).ShouldBe(1);
        await visitor.Page.Locator(".hold tbody th a").First.ClickAsync();
        await visitor.Look("bond-holding");
        (await visitor.Page.Locator(".flowt tbody tr.pencil").CountAsync()).ShouldBe(4);
        await visitor.Page.Locator(".docs a").First.ClickAsync();
        await visitor.Look("bond-certificate");
        visitor.SawNoFlaw();
    }

    [Theory]
    [InlineData("nl-NL")]
    [InlineData("en-GB")]
    public async Task A_holder_sees_what_was_paid_what_was_not_and_asks_for_bonds_to_be_paid_back(string language)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var holder = await world.SignUp("Iris Teller");
        var series = await world.IssueBonds([5, 10], Short, [holder, await world.SignUp()]);
        await world.Pay(series, 1);
        await world.Settle();
        var member = await world.HolderOf(series, holder);
        await using var visitor = await browsers.Open(world, world.Nobody, language, 1280);
        await SignIn(visitor, holder);

        await visitor.Go($"/holdings/{member.Id}");
        await visitor.Look("bond-first-paid");
        (await visitor.Page.Locator(".flowt tbody tr:not(.pencil)").CountAsync()).ShouldBe(1);
        await visitor.Page.Locator("a[href$='/redemption']").ClickAsync();
        await visitor.Type("Units", "9");
        await visitor.Press();
        (await visitor.Page.Locator("#problems a").GetAttributeAsync("href")).ShouldBe("#Units");
        await visitor.Look("bond-redemption");
        await visitor.Type("Units", "2");
        await visitor.Press();
        visitor.Path.ShouldStartWith($"/holdings/{member.Id}");
        await visitor.Look("bond-asked");
        await visitor.Press("TakeBack");
        (await visitor.Page.Locator("form[action*=TakeBack]").CountAsync()).ShouldBe(0);

        var missed = await world.Period(series, 2);
        world.MoveToDay(missed.DueOn.AddDays(3));
        await world.RunAll(nameof(BookBonds));
        await SignIn(visitor, holder);
        await visitor.Look("bond-arrears");
        (await visitor.Page.Locator(".note--warn").CountAsync()).ShouldBe(1);
        await visitor.Go($"/holdings/{member.Id}");
        await visitor.Look("bond-holding-arrears");
        (await visitor.Page.Locator(".flowt .late").CountAsync()).ShouldBe(1);
        await visitor.Go($"/holdings/{member.Id}/payouts");
        await visitor.Look("bond-change-payouts");
        var certificate = (await holder.Get($"holdings/{member.Id}")).As<HoldingRead>().Certificates.Single();
        certificate.IsOfBonds.ShouldBeTrue();
        await visitor.Go($"/verify/{certificate.Code}");
        await visitor.Look("bond-verified");
        visitor.SawNoFlaw();
    }

    // Days of the world are long: a browser that was signed in before may be asked again.
    private static async Task SignIn(Visitor visitor, Person person)
    {
        await visitor.Go("/portfolio");
        if (visitor.Path == "/portfolio")
            return;
        await visitor.Type("Email", person.Email);
        await visitor.Type("Password", person.Password);
        await visitor.Page.Locator("main form.form .btn").First.ClickAsync();
        await visitor.Page.WaitForURLAsync("**/portfolio");
    }

    private static async Task Reckon(
        Visitor visitor,
        DraftedOffer offer,
        IReadOnlyList<SeriesShown> series,
        Person citizen
    )
    {
        var page = visitor.Page;
        await visitor.Go("/");
        await visitor.Look("bond-home");
        await visitor.Go($"/offers/{offer.Slug}");
        await visitor.Look("bond-offer");
        await visitor.Choose("Series", $"{series[1].Id}");
        await visitor.Type("Amount", "55");
        await page.Locator("#calc .btn").ClickAsync();
        (await page.Locator("#problems a").GetAttributeAsync("href")).ShouldBe("#Amount");
        (await visitor.Typed("Amount")).ShouldBe("55");
        await visitor.Look("bond-offer-error");
        await visitor.Type("Amount", "100");
        await page.Locator("#calc .btn").ClickAsync();
        await page.WaitForURLAsync("**Amount=100**");
        (await page.Locator(".flowt").CountAsync()).ShouldBe(2);
        (await page.Locator(".flowt").Nth(1).Locator("tbody tr").CountAsync()).ShouldBe(120);
        (await page.Locator(".cashflow .chart").GetAttributeAsync("aria-label"))!.ShouldContain("120");
        await visitor.Look("bond-offer-long");
        var csv = await page.Locator("#calc a[href*='cash-flow.csv']").GetAttributeAsync("href");
        (await citizen.Get(csv!["/api/v1/".Length..])).ShouldSucceed();
    }

    private static async Task Apply(Visitor visitor, DraftedOffer offer, IReadOnlyList<SeriesShown> series)
    {
        var page = visitor.Page;
        await page.Locator(".applybar .btn").ClickAsync();
        visitor.Path.ShouldBe($"/apply/{offer.Slug}?amount=100&series={series[1].Id}");
        (await page.Locator($"input[value='{series[1].Id}']").IsCheckedAsync()).ShouldBeTrue();
        await visitor.Look("bond-amount");
        await visitor.Press();
        await Who(visitor);
        await visitor.Look("bond-payouts");
        (await page.Locator("input[value=Reinvest]").CountAsync()).ShouldBe(0);
        await visitor.Choose("Destination", "Bank");
        await visitor.Type("Iban", "NL91 ABNA 0417 1643 00");
        await visitor.Press();
        await visitor.Look("bond-check");
        (await page.Locator(".answers").InnerTextAsync()).ShouldContain(series[1].Code);
        await page.Locator(".answers a[href$='/amount']").First.ClickAsync();
        await visitor.Choose("Series", $"{series[0].Id}");
        await visitor.Press();
        (await page.Locator(".answers").InnerTextAsync()).ShouldContain(series[0].Code);
        await page.Locator("#RiskAccepted").CheckAsync();
        await visitor.Press();
    }

    private static async Task Who(Visitor visitor)
    {
        await visitor.Type("BornOn.Day", "14");
        await visitor.Type("BornOn.Month", "5");
        await visitor.Type("BornOn.Year", "1971");
        await visitor.Type("Street", "Dorpsstraat 1");
        await visitor.Type("Postcode", "ZY12 4QF");
        await visitor.Type("City", "Wierden");
        await visitor.Look("bond-who");
        await visitor.Press();
    }

    // The payment page is the provider's, on another host that knows nothing of our token.
    private static async Task Pay(TestWorld world, Visitor visitor)
    {
        await visitor.Page.FillAsync("#card_number", Card);
        // Other tests move the clock of the shared world on by decades, so a card of a fixed year would have expired.
        var expires = world.Clock.GetUtcNow().AddYears(1);
        await visitor.Page.FillAsync("#expiry", expires.ToString("MM / yyyy", CultureInfo.InvariantCulture));
        await visitor.Page.FillAsync("#cvc", "123");
        var provider = new Uri(visitor.Page.Url).Authority;
        await visitor.Page.ClickAsync("#pay-card");
        await visitor.Page.WaitForURLAsync(url => new Uri(url).Authority != provider);
        await world.Settle();
        await visitor.Go(visitor.Path.Split('?')[0]);
    }
}
