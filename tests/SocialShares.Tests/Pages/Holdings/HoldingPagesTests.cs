using SocialShares.Features.Holdings;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Pages.Holdings;

/// <summary>In a browser without scripts: a holder asks money back and passes shares on, the board decides, an administrator confirms.</summary>
[Collection(nameof(OneWorld))]
public sealed class HoldingPagesTests(Browsers browsers) : IClassFixture<Browsers>
{
    [Theory]
    [InlineData("en-GB", 1280)]
    [InlineData("nl-NL", 320)]
    public async Task A_holder_asks_a_receiver_accepts_and_the_board_decides(string language, int width)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var (ann, cas) = (await world.SignUp("Ann Giver"), await world.SignUp("Cas Receiver"));
        var shares = await world.IssueShares([(ann, 12)], TestWorld.Loose with { TransferNeedsApproval = true });
        var holder = await world.HolderOf(shares.By.Id, ann);
        var root = $"/holdings/{holder.Id}";
        await using var citizen = await SignIn(world, ann, language, width);
        await citizen.Go($"{root}/money-back");
        await citizen.Type("Units", "99");
        await citizen.Press();
        (await citizen.Page.Locator("#problems a[href='#Units']").CountAsync()).ShouldBe(1);
        await citizen.Look("money-back");
        await citizen.Type("Units", "4");
        await citizen.Press();
        citizen.Path.ShouldStartWith(root);
        await citizen.Go($"{root}/pass-on?shares={shares.Id}");
        await citizen.Type("Units", "3");
        await citizen.Type("ToEmail", cas.Email);
        await citizen.Type("Reason", "A gift");
        await citizen.Look("pass-on");
        await citizen.Press();
        await citizen.Go($"{root}/on-death");
        await citizen.Type("Name", "Ned Nominee");
        await citizen.Type("Street", "1 Mill Lane");
        await citizen.Type("Postcode", "HB1 2AB");
        await citizen.Type("City", "Hallowby");
        await citizen.Look("on-death");
        await citizen.Press();
        citizen.Path.ShouldStartWith(root);
        await citizen.Look("holding-choices");
        var asked = (await ann.Get($"{root[1..]}/choices")).As<HoldingChoices>().Transfers.Single();
        await using var receiver = await SignIn(world, cas, language, width);
        await receiver.Go($"/transfers/{asked.Id}?code={await world.CodeInMail(asked.Id, cas)}");
        await Details(receiver);
        await receiver.Look("transfer-offered");
        await receiver.Press();
        receiver.Path.ShouldBe("/portfolio");

        await TheBoardDecides(world, shares, holder, language, width);
        await using var desk = await browsers.Open(world, await world.Administrator(), language, width);
        await desk.Go("/admin/confirm");
        await desk.Look("confirm");
        await citizen.Go(root);
        await citizen.Look("holding-after");
        citizen.SawNoFlaw();
        receiver.SawNoFlaw();
        desk.SawNoFlaw();
    }

    private static async Task Details(Visitor receiver)
    {
        await receiver.Type("BornOn.Day", "3");
        await receiver.Type("BornOn.Month", "4");
        await receiver.Type("BornOn.Year", "1970");
        await receiver.Type("Street", "1 Mill Lane");
        await receiver.Type("Postcode", "HB1 2AB");
        await receiver.Type("City", "Hallowby");
    }

    private async Task TheBoardDecides(TestWorld world, IssuedShares shares, Member holder, string language, int width)
    {
        await using var board = await browsers.Open(world, shares.By.Chair, language, width);
        await board.Go($"/board/{shares.By.Slug}/requests");
        await board.Look("requests");
        await board.Press("Approve");
        (await board.Page.Locator("#problems").CountAsync()).ShouldBe(1, "it is approved with the attestation only");
        await board.Page.Locator("[name='Attested']:visible").First.CheckAsync();
        await board.Press("Approve");
        (await board.Page.Locator("#problems").CountAsync()).ShouldBe(0);
        await board.Press("Transfer");
        (await world.Held(shares, holder.Id)).ShouldBe(9);
        await board.Go($"/board/{shares.By.Slug}/requests/death");
        await board.Look("death");
        await board.Go($"/board/{shares.By.Slug}/requests/transfer");
        await board.Look("record-transfer");
        board.SawNoFlaw();
    }

    [Theory]
    [InlineData("en-GB", 1280)]
    [InlineData("nl-NL", 320)]
    public async Task What_is_typed_about_one_holder_stands_in_no_form_of_another(string language, int width)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var (ann, bob) = (await world.SignUp("Ann First"), await world.SignUp("Bob Second"));
        var shares = await world.IssueShares([(ann, 12), (bob, 12)]);
        (await world.TryWithdraw(shares, ann, 4)).ShouldSucceed();
        var second = (await world.TryWithdraw(shares, bob, 5)).As<WithdrawalStanding>();
        await using var board = await browsers.Open(world, shares.By.Chair, language, width);
        await board.Go($"/board/{shares.By.Slug}/requests");
        var form = board.Page.Locator($"form:has(input[value='{second.Id}'])[action*='handler=Decline']");

        await board.Page.Locator($"details:has(input[value='{second.Id}']) summary").ClickAsync();
        await form.Locator("[name='Reason']").FillAsync("no");
        await form.Locator("button").ClickAsync();
        await board.Look("requests-refused");

        var reasons = board.Page.Locator("[name='Reason']");
        var typed = await reasons.EvaluateAllAsync<string[]>("all => all.map(one => one.value)");
        typed.Where(value => value.Length > 0).ShouldBe(["no"]);
        (await form.Locator("[name='Reason']").InputValueAsync()).ShouldBe("no");
        (await form.Locator("[name='Reason']").IsVisibleAsync()).ShouldBeTrue();
        (await board.Page.Locator("#problems a[href='#Reason']").CountAsync()).ShouldBe(1);
        (await form.Locator("#Reason").CountAsync()).ShouldBe(1);
        board.SawNoFlaw();
    }

    // Citizens' pages want the cookie of the sign-in page.
    private async Task<Visitor> SignIn(TestWorld world, Person person, string language, int width)
    {
        var visitor = await browsers.Open(world, person, language, width);
        await visitor.Page.Context.SetExtraHTTPHeadersAsync([]);
        await visitor.Go("/sign-in");
        await visitor.Type("Email", person.Email);
        await visitor.Type("Password", person.Password);
        await visitor.Press();
        return visitor;
    }
}
