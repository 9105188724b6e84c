using Microsoft.EntityFrameworkCore;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;
using SocialShares.Tests.Register;

namespace SocialShares.Tests.Pages.Board;

/// <summary>A volunteer types a paper in a browser without scripts, a second one confirms, somebody pays, the neighbour claims.</summary>
[Collection(nameof(OneWorld))]
public sealed class PaperPagesTests(Browsers browsers) : IClassFixture<Browsers>
{
    [Theory]
    [InlineData("en-GB", 1280)]
    [InlineData("nl-NL", 320)]
    public async Task A_paper_is_typed_compared_paid_and_claimed(string language, int width)
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
        var secretary = await world.Seat(offer.By);
        var wrong = await TestWorld.Typed(offer, world.Paper(offer, 3));
        await using var typist = await browsers.Open(world, offer.By.Chair, language, width);
        await using var second = await browsers.Open(world, secretary, language, width);
        await using var stranger = await browsers.Open(world, world.Nobody, language, width);

        await Type(typist, world, offer);
        await typist.Look("paper-list-own");
        (await typist.Page.Locator("form[action*='handler=Confirm']").CountAsync()).ShouldBe(0, "not by who typed it");
        await second.Go($"/board/{offer.By.Slug}/paper");
        await second.Look("paper-list");
        await Refuse(second, wrong);
        await second.Press("Confirm");
        await second.Look("paper-confirmed");
        var paper = await world.InDatabase(db =>
            db.Applications.AsNoTracking().SingleAsync(a => a.OfferId == offer.Id && a.CheckoutUrl != null)
        );
        (await second.Page.Locator($"a[href='{paper.CheckoutUrl}']").CountAsync()).ShouldBe(1);
        await stranger.Go("/paper-payment?paid=1");
        await stranger.Look("paper-paid");
        await world.PayOnPaper(paper.Id);
        await world.End(offer);
        await Claim(second, stranger, world, offer);

        typist.SawNoFlaw();
        second.SawNoFlaw();
        stranger.SawNoFlaw();
    }

    private static async Task Type(Visitor typist, TestWorld world, DraftedOffer offer)
    {
        var page = $"/board/{offer.By.Slug}/offers/{offer.Id}/paper";
        await typist.Go($"/board/{offer.By.Slug}/offers/{offer.Id}");
        await typist.Page.Locator($"a[href='{page}']").ClickAsync();
        await typist.Look("paper-type");
        await typist.Page.Locator(".kinds a[href*='Organisation']").ClickAsync();
        await typist.Look("paper-organisation");
        await typist.Page.Locator(".kinds a[href*='known']").ClickAsync();
        await typist.Look("paper-known");
        await typist.Go(page);
        await typist.Type("Holder.Name", "Olive Neighbour");
        await typist.Type("Amount", "120");
        await typist.Press();
        await typist.Look("paper-problems");
        (await typist.Page.Locator("#problems li").CountAsync()).ShouldBeGreaterThan(5);
        (await typist.Typed("Holder.Name")).ShouldBe("Olive Neighbour");
        await typist.Type("Holder.BornOn.Day", "1");
        await typist.Type("Holder.BornOn.Month", "2");
        await typist.Type("Holder.BornOn.Year", "1950");
        await typist.Type("Holder.Street", "3 High Street");
        await typist.Type("Holder.Postcode", "HB1 2AB");
        await typist.Type("Holder.City", "Hallowby");
        await typist.Type("SignedOn", $"{LegalDay.Of(world.Clock.Now, offer.By.Zone):yyyy-MM-dd}");
        await typist.Type("DocumentVersion", "1");
        await typist.Page.Locator("#RiskSigned").CheckAsync();
        await typist.Type("KeptAt", "Folder 2, page 15");
        await typist.Press();
        typist.Path.ShouldBe($"/board/{offer.By.Slug}/paper");
    }

    private static async Task Refuse(Visitor second, ApplicationId wrong)
    {
        var section = second.Page.Locator($"#paper-{wrong}");
        await section.Locator("details:has(form[action*='handler=Refuse']) summary").ClickAsync();
        await section.Locator("form[action*='handler=Refuse'] button").ClickAsync();
        await second.Look("paper-refuse-problem");
        (await second.Page.Locator("#problems a[href='#Reason']").CountAsync()).ShouldBe(1);
        await second.Page.Locator("#Reason").FillAsync("The amount is 30, not 3");
        await second.Page.Locator($"#paper-{wrong} form[action*='handler=Refuse'] button").ClickAsync();
        (await second.Page.Locator("#problems").CountAsync()).ShouldBe(0);
    }

    private static async Task Claim(Visitor board, Visitor stranger, TestWorld world, DraftedOffer offer)
    {
        var member = await world.InDatabase(db =>
            db.Members.AsNoTracking().SingleAsync(m => m.EnterpriseId == offer.By.Id)
        );
        await board.Go($"/board/{offer.By.Slug}/register/holders/{member.Id}");
        await board.Press("Invite");
        await board.Look("claim-invite");
        (await board.Page.Locator("#problems a[href='#Invited']").CountAsync()).ShouldBe(1);
        await board.Type("Invited", "olive@people.example");
        await board.Press("Invite");
        (await board.Page.Locator("#problems").CountAsync()).ShouldBe(0);
        await world.Settle();
        var secret = await ClaimTests.Invited(world, offer.By.Chair, $"holders/{member.Id}/claim-invitation");
        await stranger.Go($"/claim/{secret}");
        await stranger.Look("claim-stranger");
        var olive = await world.SignUp("Olive Neighbour");
        await stranger.Go("/portfolio");
        await stranger.Type("Email", olive.Email);
        await stranger.Type("Password", olive.Password);
        await stranger.Page.Locator("main form.form .btn").First.ClickAsync();
        await stranger.Page.WaitForURLAsync("**/portfolio");
        await stranger.Go($"/claim/{secret}");
        await stranger.Look("claim");
        await stranger.Press();
        stranger.Path.ShouldBe("/portfolio");
        (await stranger.Text()).ShouldContain("120");
        await stranger.Go($"/claim/{secret}");
        await stranger.Look("claim-used");
    }
}
