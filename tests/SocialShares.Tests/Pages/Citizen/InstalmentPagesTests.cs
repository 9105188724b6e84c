using SocialShares.Features.Issuing;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Pages.Citizen;

/// <summary>Paying in monthly parts, from the amount to the last part, without scripts.</summary>
[Collection(nameof(OneWorld))]
public sealed class InstalmentPagesTests(Browsers browsers) : IClassFixture<Browsers>
{
    [Theory]
    [InlineData("en-GB", 1280)]
    [InlineData("nl-NL", 320)]
    public async Task Somebody_chooses_parts_pays_the_next_and_stops(string language, int width)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var offer = await world.Open(change: t => t with { Instalments = new InstalmentTerms(12, 14) });
        await world.Buy(offer, 10);
        var person = await world.SignUp();
        await using var visitor = await browsers.Open(world, world.Nobody, language, width);

        await SignIn(visitor, person);
        await visitor.Go($"/offers/{offer.Slug}");
        await visitor.Look("parts-offer");
        await visitor.Go($"/apply/{offer.Slug}");
        await visitor.Type("Amount", "120");
        await visitor.Type("Parts", "many");
        await visitor.Press();
        (await visitor.Typed("Parts")).ShouldBe("many");
        await visitor.Type("Parts", "13");
        await visitor.Press();
        (await visitor.Page.Locator("#problems a[href='#Parts']").CountAsync()).ShouldBe(1);
        await visitor.Type("Parts", "3");
        await visitor.Look("parts-amount");
        await visitor.Press();
        var application = await Begun(visitor, person, offer);
        await visitor.Go($"/applications/{application.Id}/check");
        await visitor.Look("parts-check");
        (await TestWorld.Submit(application)).ShouldSucceed();
        await world.Stripe.Pay(await world.Session(application));
        await world.End(offer);

        await SignIn(visitor, person);
        await visitor.Look("parts-portfolio");
        await visitor.Page.Locator($"a[href='/applications/{application.Id}#parts']").ClickAsync();
        await visitor.Look("parts-running");
        await visitor.Press("PayPart");
        await visitor.Go($"/applications/{application.Id}");
        await visitor.Look("parts-open");
        await visitor.Page.Locator("main a.btn[href^='/applications/']").ClickAsync();
        await visitor.Look("parts-part");
        await world.Stripe.Pay(await world.Session(application with { Id = Shown(visitor) }));
        await world.Settle();
        await visitor.Go($"/applications/{application.Id}");
        await visitor.Page.Locator("#stop summary").ClickAsync();
        await visitor.Look("parts-stop");
        await visitor.Press("StopParts");
        await visitor.Look("parts-stopped");

        (await TestWorld.Show(application)).Instalments!.State.ShouldBe(InstalmentState.Stopped);
        visitor.SawNoFlaw();
    }

    private static async Task<StartedApplication> Begun(Visitor visitor, Person person, DraftedOffer offer)
    {
        visitor.Path.ShouldEndWith("/who");
        var application = new StartedApplication(Shown(visitor), person, offer);
        var answers = new AnswerApplication.Body(
            null,
            TestWorld.Holder(),
            new PayoutChoice(PayoutDestination.Bank, "GB33BUKB20201555555555")
        );
        (await person.Patch(application.Path, answers)).ShouldSucceed();
        return application;
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

    private static ApplicationId Shown(Visitor visitor) =>
        ApplicationId.TryParse(visitor.Path.Split('/')[2], out var id)
            ? id
            : throw new InvalidOperationException($"{visitor.Path} is no application");
}
