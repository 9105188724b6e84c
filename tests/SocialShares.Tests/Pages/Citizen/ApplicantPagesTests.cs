using SocialShares.Features.Issuing;
using SocialShares.Features.Register;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;
using SocialShares.Tests.Issuing;

namespace SocialShares.Tests.Pages.Citizen;

/// <summary>The questions of each kind of holder and of a gift, on a narrow phone in both languages.</summary>
[Collection(nameof(OneWorld))]
public sealed class ApplicantPagesTests(Browsers browsers) : IClassFixture<Browsers>
{
    [Theory]
    [InlineData("nl-NL")]
    [InlineData("en-GB")]
    public async Task Somebody_applies_for_a_child_together_for_a_club_and_as_a_gift(string language)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var offer = await world.Open(change: t =>
            t with
            {
                Eligibility = new Eligibility(
                    Holders: [HolderGroup.Person, HolderGroup.Minor, HolderGroup.Organisation]
                ),
            }
        );
        var person = await world.SignUp();
        var started = (
            await person.Post($"{offer.Path}/applications", new StartApplication.Body(5 * TestWorld.Par))
        ).As<ApplicationStarted>();
        var root = $"/applications/{started.Id}";
        await using var visitor = await browsers.Open(world, world.Nobody, language, 320);
        await SignIn(visitor, person);

        await visitor.Go($"{root}/who");
        await visitor.Look("who-person");
        await visitor.Page.Locator(".kinds a[href*='Organisation']").ClickAsync();
        await visitor.Look("who-organisation");
        await visitor.Page.Locator(".kinds a[href*='Joint']").ClickAsync();
        await visitor.Press();
        await visitor.Look("who-joint-empty");
        (await visitor.Page.Locator("#problems li").CountAsync()).ShouldBeGreaterThan(3);
        await visitor.Go($"{root}/who?as=Minor");
        await visitor.Type("Name", "Wren Teller");
        await visitor.Type("BornOn.Day", "1");
        await visitor.Type("BornOn.Month", "2");
        await visitor.Type("BornOn.Year", $"{world.Clock.Now.Year - 6}");
        await visitor.Type("Street", "1 High Street");
        await visitor.Type("Postcode", "ZY1 1AA");
        await visitor.Type("City", "Hallowby");
        await visitor.Look("who-minor");
        await visitor.Press();
        visitor.Path.ShouldBe($"{root}/payouts");
        await visitor.Go($"{root}/check");
        await visitor.Look("check-minor");
        (await visitor.Text()).ShouldContain("Wren Teller");
        await visitor.Go($"{root}/gift");
        await visitor.Type("ReceiverName", "Robin");
        await visitor.Type("ReceiverEmail", "robin@people.example");
        await visitor.Look("gift");
        await visitor.Press();
        visitor.Path.ShouldBe($"{root}/check");
        await visitor.Look("check-gift");
        (await visitor.Text()).ShouldNotContain("Wren Teller");
        visitor.SawNoFlaw();
    }

    [Theory]
    [InlineData("nl-NL")]
    [InlineData("en-GB")]
    public async Task A_receiver_accepts_on_the_page_of_the_link(string language)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var offer = await world.Open();
        var (gift, email) = await GiftTests.Paid(world, offer, 12);
        var (secret, receiver) = (await GiftTests.Secret(world, email), await world.SignUp("Robin Receiver"));
        await using var stranger = await browsers.Open(world, world.Nobody, language, 320);
        await using var visitor = await browsers.Open(world, world.Nobody, language, 320);
        await SignIn(visitor, receiver);

        await stranger.Go($"/gift/{secret}");
        await stranger.Look("gift-stranger");
        await visitor.Go($"/gift/{secret}");
        await visitor.Type("BornOn.Day", "1");
        await visitor.Type("BornOn.Month", "2");
        await visitor.Type("BornOn.Year", "1980");
        await visitor.Type("Street", "1 High Street");
        await visitor.Type("Postcode", "ZY1 1AA");
        await visitor.Type("City", "Hallowby");
        await visitor.Page.Locator("#RiskAccepted").CheckAsync();
        await visitor.Look("gift-receiver");
        await visitor.Page.Locator("main form.form .btn").ClickAsync();
        await visitor.Look("gift-accepted");
        (await GiftTests.State(gift)).Item2.ShouldBe(GiftState.Accepted);
        await world.End(offer);
        await SignIn(visitor, receiver);
        await visitor.Look("gift-portfolio");
        (await receiver.Get("portfolio")).As<IReadOnlyList<HoldingCard>>().Single().Units.ShouldBe(12);
        stranger.SawNoFlaw();
        visitor.SawNoFlaw();
    }

    // Pages know people by their cookie; days of the world are long, so they may be asked again.
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
}
