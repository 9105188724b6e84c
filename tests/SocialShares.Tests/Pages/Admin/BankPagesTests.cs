using System.Text;
using SocialShares.Features.Banking;
using SocialShares.Tests.Banking;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Pages.Admin;

/// <summary>Money by bank in a browser without scripts: an applicant pays and gets money back, two administrators do their part.</summary>
public sealed class BankPagesTests(Browsers browsers) : IClassFixture<Browsers>
{
    [Theory]
    [InlineData("en-GB", 1280)]
    [InlineData("nl-NL", 320)]
    public async Task An_applicant_pays_by_transfer_in_parts_and_reads_what_happened_to_the_money(
        string language,
        int width
    )
    {
        var (world, bank) = await TestBank.Open(Engine.Sqlite);
        await using var _ = world;
        var application = await world.Start(await world.Open(Currency.Eur));
        await using var citizen = await browsers.Open(world, world.Nobody, language, width);
        await SignIn(citizen, application.By);
        var path = $"/{application.Path}";

        await citizen.Go(path + "/check");
        await citizen.Look("bank-check");
        await citizen.Page.Locator("[name='RiskAccepted']").CheckAsync();
        await citizen.Page.Locator("button[name='ByTransfer']").ClickAsync();
        citizen.Path.ShouldBe(path + "/bank-transfer");
        var transfer = (await application.By.Get($"{application.Path}/bank-transfer")).As<BankTransferShown>();
        (await citizen.Text()).Replace('\u00a0', ' ').Replace(" ", "").ShouldContain(transfer.Reference);
        (await citizen.Page.Locator("svg.qr").CountAsync()).ShouldBe(1);
        await citizen.Look("bank-transfer");
        await citizen.Go(path);
        await citizen.Look("bank-awaited");

        await bank.Book(new Booked(2_000, transfer.Reference));
        await citizen.Go(path);
        (await citizen.Text()).ShouldContain("20");
        await citizen.Look("bank-part");
        await bank.Book(new Booked(3_500, transfer.Reference, Name: "Owen Teller", Iban: "NL20INGB0001234567"));
        await citizen.Go(path);
        (await citizen.Page.Locator("#back").CountAsync()).ShouldBe(1);
        await citizen.Look("bank-paid-too-much");

        await citizen.Page.Locator("#cancel summary").ClickAsync();
        await citizen.Press("Cancel");
        await world.Settle();
        await citizen.Go(path);
        await citizen.Look("bank-needs-account");
        await citizen.Go(path + "/refund-account");
        await citizen.Type("Iban", "NL20 INGB 0001 2345 68");
        await citizen.Press();
        (await citizen.Page.Locator("#problems a[href='#Iban']").CountAsync()).ShouldBe(1);
        await citizen.Look("bank-refund-account");
        await citizen.Type("Iban", "NL20 INGB 0001 2345 67");
        await citizen.Press();
        citizen.Path.ShouldBe(path);
        await citizen.Look("bank-refund-ready");
        citizen.SawNoFlaw();
    }

    [Theory]
    [InlineData("en-GB", 1280)]
    [InlineData("nl-NL", 320)]
    public async Task Administrators_take_in_a_statement_clear_the_work_list_and_send_a_file(string language, int width)
    {
        var (world, bank) = await TestBank.Open(Engine.Sqlite);
        await using var _ = world;
        var offer = await world.Open(Currency.Eur);
        var (application, transfer) = await bank.Choose(offer);
        var (ended, other) = await bank.Choose(offer, 3);
        (await ended.By.Post($"{ended.Path}/cancel")).ShouldSucceed();
        await using var first = await browsers.Open(world, await world.Administrator(), language, width);
        await using var second = await browsers.Open(world, await world.SecondAdministrator(), language, width);

        await first.Go("/admin/bank");
        await first.Look("bank-no-statement");
        await Upload(first, "no statement");
        (await first.Page.Locator("#problems a[href='#List']").CountAsync()).ShouldBe(1);
        await first.Look("bank-upload-refused");
        await Upload(
            first,
            bank.Next(
                new Booked(3_000, other.Reference),
                new Booked(5_000, Text: "shares of the shop"),
                new Booked(700, Text: "for the raffle", Name: "Pat Stranger"),
                new Booked(-250, Text: "fees of the month", Name: null, Iban: null)
            )
        );
        await world.Settle();
        await first.Go("/admin/bank");
        await first.Look("bank-statements");
        await first.Page.Locator("tbody th a").First.ClickAsync();
        (await first.Page.Locator("tbody tr").CountAsync()).ShouldBe(4);
        await first.Look("bank-statement");
        await first.Go("/admin");
        await first.Look("bank-today");
        await WorkList(first);
        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Paid);
        await File(first, second);
        (await bank.Wrong()).ShouldBeEmpty();
        first.SawNoFlaw();
        second.SawNoFlaw();
    }

    private static async Task SignIn(Visitor visitor, Person person)
    {
        await visitor.Go("/portfolio");
        await visitor.Type("Email", person.Email);
        await visitor.Type("Password", person.Password);
        await visitor.Page.Locator("main form.form .btn").First.ClickAsync();
        await visitor.Page.WaitForURLAsync("**/portfolio");
    }

    private static async Task WorkList(Visitor first)
    {
        await first.Go("/admin/bank/work-list");
        (await first.Page.Locator(".qa > li").CountAsync()).ShouldBe(3);
        await first.Look("bank-work-list");
        await first.Press("Match");
        (await first.Page.Locator(".qa > li").CountAsync()).ShouldBe(2);
        await first.Page.Locator("details:has(form[action*='handler=Back']) summary").ClickAsync();
        await first.Press("Back");
        await first.Page.Locator("details:has(form[action*='handler=Explain']) summary").ClickAsync();
        await first.Press("Explain");
        (await first.Page.Locator("#problems").CountAsync()).ShouldBe(1);
        await first.Page.Locator("details:has(form[action*='handler=Explain']) summary").ClickAsync();
        await first.Type("Reason", "tariff of the bank");
        await first.Press("Explain");
        (await first.Page.Locator(".qa > li").CountAsync()).ShouldBe(0);
        await first.Look("bank-work-done");
    }

    private static async Task File(Visitor first, Visitor second)
    {
        await first.Go("/admin/bank/orders");
        await first.Look("bank-orders");
        await first.Press("Make");
        (await first.Page.Locator("form[action*='handler=Release'] button").IsDisabledAsync()).ShouldBeTrue();
        await first.Look("bank-file-mine");
        await second.Go("/admin/bank/orders");
        await second.Press("Release");
        (await second.Page.Locator("a[href='/api/v1/bank/files/1']").CountAsync()).ShouldBe(1);
        await second.Look("bank-file-released");
    }

    private static async Task Upload(Visitor visitor, string content)
    {
        await visitor
            .Page.Locator("input[name='List']")
            .SetInputFilesAsync(
                new Microsoft.Playwright.FilePayload
                {
                    Name = "statement.xml",
                    MimeType = "application/xml",
                    Buffer = Encoding.UTF8.GetBytes(content),
                }
            );
        await visitor.Page.Locator("form[enctype] button").ClickAsync();
    }
}
