using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;
using SocialShares.Tests.Reconciling;

namespace SocialShares.Tests.Pages.Admin;

/// <summary>Payments, exceptions, reconciliation and accounts in a browser without scripts.</summary>
public sealed class MoneyPagesTests(Browsers browsers) : IClassFixture<Browsers>
{
    [Theory]
    [InlineData("en-GB", 1280)]
    [InlineData("nl-NL", 320)]
    public async Task An_administrator_finds_a_payment_explains_a_difference_and_follows_an_account(
        string language,
        int width
    )
    {
        await using var world = await TestWorld.Start(Engine.Sqlite);
        await using var visitor = await browsers.Open(world, await world.Administrator(), language, width);
        await LookAtNothing(visitor);
        await world.LiveThroughAll();
        var offer = await world.Open();
        await world.RefundAtStripe(await world.Buy(offer, 7), 300);
        world.Clock.Move(Agreement.OnItsWay + TimeSpan.FromMinutes(1));
        await world.RunAll(nameof(BookFunds), nameof(KeepBalances));

        await visitor.Go("/admin/payments");
        await visitor.Look("admin-payments");
        await visitor.Type("Amount", "no amount");
        await visitor.Page.Locator("form.find button").ClickAsync();
        (await visitor.Page.Locator("#problems a[href='#Amount']").CountAsync()).ShouldBe(1);
        await visitor.Type("Amount", language == "nl-NL" ? "70,00" : "70.00");
        await visitor.Page.Locator("form.find button").ClickAsync();
        (await visitor.Page.Locator("tbody tr").CountAsync()).ShouldBe(1);
        await Reconcile(world, visitor);
        await Explain(world, visitor);
        await visitor.Go("/admin/exceptions");
        (await visitor.Page.Locator("tbody tr").CountAsync()).ShouldBe(1); // the refund that came back
        await visitor.Look("admin-exceptions");
        await visitor.Page.Locator("tbody a").First.ClickAsync();
        (await visitor.Page.Locator("table").CountAsync()).ShouldBe(5); // paid, available, decided, paid back, came back
        await visitor.Look("admin-payment");
        await FollowAnAccount(visitor);
        visitor.SawNoFlaw();
    }

    private static async Task LookAtNothing(Visitor visitor)
    {
        foreach (
            var (path, name) in new[]
            {
                ("payments", "admin-payments-none"),
                ("exceptions", "admin-exceptions-none"),
                ("reconciliation", "admin-reconciliation-none"),
                ("accounts", "admin-accounts-none"),
            }
        )
        {
            await visitor.Go($"/admin/{path}");
            await visitor.Look(name);
        }
    }

    private static async Task Reconcile(TestWorld world, Visitor visitor)
    {
        await visitor.Go("/admin/reconciliation");
        await visitor.Press();
        await TestWorld.Until(
            "the reconciliation has ended",
            async () => (await world.CountReconciled()).Differences == 1
        );
        await TestWorld.Until(
            "its run is kept",
            async () =>
            {
                await visitor.Go("/admin/reconciliation");
                return await visitor.Page.Locator("table").CountAsync() == 2;
            }
        );
        await visitor.Look("admin-reconciliation");
        await visitor.Go("/admin");
        (await visitor.Page.Locator("a.btn[href='/admin/reconciliation']").CountAsync()).ShouldBe(1);
        await visitor.Go("/admin/checks");
        (await visitor.Page.Locator("li a[href^='/admin/reconciliation/']").CountAsync()).ShouldBe(1);
        await visitor.Look("admin-checks-differences");
    }

    private static async Task Explain(TestWorld world, Visitor visitor)
    {
        await visitor.Page.Locator("li a[href^='/admin/reconciliation/']").ClickAsync();
        await visitor.Look("admin-difference");
        await visitor.Press();
        (await visitor.Page.Locator("#problems a[href='#Reason']").CountAsync()).ShouldBe(1);
        await visitor.Type("Reason", "Paid back at Stripe by hand; booked with the yearly accounts.");
        await visitor.Press();
        (await visitor.Page.Locator("blockquote").CountAsync()).ShouldBe(1);
        await visitor.Look("admin-difference-explained");
        (await world.OpenDifferences()).ShouldBeEmpty();
        await visitor.Go("/admin/reconciliation?All=true");
        (await visitor.Page.Locator("a[href^='/admin/reconciliation/']").CountAsync()).ShouldBe(1);
    }

    private static async Task FollowAnAccount(Visitor visitor)
    {
        await visitor.Go("/admin/accounts?Prefix=assets%3Astripe");
        await visitor.Look("admin-accounts");
        await visitor.Page.Locator("tbody a").Last.ClickAsync(); // what is pending: payments
        await visitor.Look("admin-account-journal");
        await visitor.Page.Locator("tbody a[href^='/admin/entries/']").First.ClickAsync();
        await visitor.Look("admin-entry");
        await visitor.Page.Locator("main a[href^='/admin/payments/']").ClickAsync();
        (await visitor.Page.Locator("dl").CountAsync()).ShouldBeGreaterThan(0);
    }
}
