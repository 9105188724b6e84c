using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Pages.Admin;

/// <summary>A debit and a dispute in a browser without scripts: what the payer reads, and what the administrator does.</summary>
[Collection(nameof(OneWorld))]
public sealed class DisputePagesTests(Browsers browsers) : IClassFixture<Browsers>
{
    [Theory]
    [InlineData("en-GB", 1280)]
    [InlineData("nl-NL", 320)]
    public async Task A_debit_is_followed_from_the_order_to_the_bank_that_takes_it_back(string language, int width)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        await world.Stripe.TopUp("eur", 100_000);
        var offer = await world.Open(Currency.Eur);
        var application = await world.Apply(offer, 7);
        await world.Stripe.Pay(await world.Session(application), "sepa_debit");
        await world.Settle();

        await using var payer = await browsers.Open(world, world.Nobody, language, width);
        await SignIn(payer, application.By);
        await payer.Go($"/{application.Path}?paid=1");
        await payer.Look("citizen-debit-asked");
        world.Clock.Move(TimeSpan.FromDays(8));
        await world.Settle();
        await SignIn(payer, application.By);
        await payer.Go($"/{application.Path}");
        await payer.Look("citizen-debit-paid");
        var (text, days) = (await payer.Text(), new CultureInfo(language));
        var ends = (await TestWorld.Show(application)).ReflectionEndsOn!.Value;
        ends.ShouldBeGreaterThan(offer.Terms.ClosesOn!.Value);
        text.LastIndexOf(offer.Terms.ClosesOn.Value.ToString("d MMMM", days), StringComparison.Ordinal)
            .ShouldBeLessThan(text.LastIndexOf(ends.ToString("d MMMM", days), StringComparison.Ordinal));
        await world.Stripe.Dispute(await Charge(world, application), "lost");
        await world.Settle();
        await payer.Go($"/{application.Path}");
        await payer.Look("citizen-bank-took-back");
        payer.SawNoFlaw();
        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Refunded);
    }

    [Theory]
    [InlineData("en-GB", 1280)]
    [InlineData("nl-NL", 320)]
    public async Task A_dispute_is_answered_lost_and_closed(string language, int width)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        await world.Stripe.TopUp("gbp", 100_000);
        var person = await world.SignUp("Wim de Vries");
        var shares = await world.IssueShares([(person, 12)]);
        var charge = await world.InDatabase(db =>
            db.Payments.Where(p => p.OfferId == shares.Offer.Id).Select(p => p.ProviderCharge).SingleAsync()
        );
        var dispute = await world.Stripe.Dispute(charge);
        await world.Settle();
        var id = await world.InDatabase(db =>
            db.Disputes.Where(d => d.ProviderDispute == dispute).Select(d => d.Id).SingleAsync()
        );
        await using var admin = await browsers.Open(world, await world.Administrator(), language, width);

        await admin.Go("/admin");
        (await admin.Page.Locator($"a[href='/admin/disputes/{id}']").CountAsync()).ShouldBe(1);
        await admin.Go("/admin/disputes");
        await admin.Look("admin-disputes");
        await admin.Go($"/admin/disputes/{id}");
        await admin.Look("admin-dispute-to-answer");
        await admin.Page.Locator("#Answer").FillAsync("");
        await admin.Press("Answer");
        (await admin.Page.Locator("#problems a[href='#Answer']").CountAsync()).ShouldBe(1);
        await admin.Page.Locator("#Answer").FillAsync("losing_evidence");
        await admin.Press("Answer");
        await world.Settle();
        world.Clock.Move(TimeSpan.FromHours(1));
        await world.Stripe.Settle();
        await world.Settle();
        await admin.Go($"/admin/disputes/{id}");
        await admin.Look("admin-dispute-lost");
        await admin.Page.Locator("#Resolution").FillAsync("The board took the shares back");
        await admin.Press("Resolve");
        await admin.Look("admin-dispute-closed");
        (await admin.Page.Locator("form[action*='handler=Resolve']").CountAsync()).ShouldBe(0);
        await using var holder = await browsers.Open(world, world.Nobody, language, width);
        await SignIn(holder, person);
        await holder.Go($"/holdings/{(await world.HolderOf(shares.By.Id, person)).Id}");
        holder.SawNoFlaw();
        admin.SawNoFlaw();
    }

    // Pages know people by their cookie, and the world's days are long.
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

    private static Task<string> Charge(TestWorld world, StartedApplication application) =>
        world.InDatabase(db =>
            db.Payments.Where(p => p.ApplicationId == application.Id).Select(p => p.ProviderCharge).SingleAsync()
        );
}
