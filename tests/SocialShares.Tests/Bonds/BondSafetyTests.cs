using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Bonds;
using SocialShares.Features.Governance;
using SocialShares.Features.Operations;
using SocialShares.Features.Payouts;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Bonds;

/// <summary>What an intruder found and what was mended: who may pay, how often holders are written to, what a lot can be.</summary>
[Collection(nameof(OneWorld))]
public sealed class BondSafetyTests
{
    private static readonly BondTerms Callable = TestWorld.TwoYears(Currency.Eur) with
    {
        EarlyRedemption = new EarlyRedemptionTerms(IssuerAfterMonths: 12, HolderAfterMonths: 12, NoticeDays: 30),
    };

    [Theory]
    [EveryDatabase]
    public async Task An_administrator_of_the_board_neither_calculates_nor_approves_nor_steers_its_payments(
        Engine engine
    )
    {
        var world = await TestWorld.Shared(engine);
        var series = await world.IssueBonds([12]);
        var both = await world.MakeAdministrator(await world.SignUp("Cy Both"));
        var seat = new SeatBoardMember.Body(both.Email, "treasurer", IsResident: true);
        (
            await series.Offer.By.Chair.Post($"enterprises/{series.Offer.By.Id}/board", seat, Person.NoKey)
        ).ShouldSucceed();
        world.MoveToDay((await world.Period(series, 1)).RecordOn.AddDays(1));

        var calculates = await both.Post($"{series.Path}/payout-runs", new CalculateBondPayment.Body(1));
        var list = await Page(world, both, "/admin/payout-runs");
        var run = (await world.TryCalculate(series, 1)).As<PayoutRunCalculated>();
        var approves = await both.Post($"payout-runs/{run.Id}/approval");
        var voids = await both.Post($"payout-runs/{run.Id}/void");
        var resolves = await both.Post($"payout-runs/{run.Id}/lines/1/resolution");
        var page = await Page(world, both, $"/admin/payout-runs/{run.Id}");

        foreach (var reply in new[] { calculates, approves, voids, resolves })
            reply.ShouldBeRefused("payout.own-enterprise");
        list.ShouldContain("You sit on the board of this enterprise");
        page.ShouldContain("You sit on the board of this enterprise");
        (await (await world.SecondAdministrator()).Post($"payout-runs/{run.Id}/approval")).ShouldSucceed();
    }

    [Theory]
    [EveryDatabase]
    public async Task Holders_are_written_to_once_for_a_real_change_and_nobody_decides_in_a_circle(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var series = await world.IssueBonds([9, 6], Callable);
        var board = series.Offer.By.Chair;
        async Task<EarlyRedemptionDecided> Decide() =>
            (
                await board.Post($"{series.Path}/early-redemptions", new RedeemEarly.Body(2, 5))
            ).As<EarlyRedemptionDecided>();
        async Task Withdraw(EarlyRedemptionDecided d) =>
            (await board.Post($"{series.Path}/early-redemptions/{d.Id}/withdraw", key: Person.NoKey)).ShouldSucceed();

        for (var i = 1; i < EarlyRedemption.MostADay; i++)
            await Withdraw(await Decide());
        var kept = await Decide();
        world.Clock.Move(EarlyRedemption.ToldAfter);
        await world.Settle();
        var (drawn, gone) = (
            await world.MailsAbout(series, "drawn by lot"),
            await world.MailsAbout(series, "not be paid")
        );
        var text = await world.InDatabase(db =>
            db.SentMails.Where(m => m.Text.Contains(kept.SeedHash)).Select(m => m.Text).FirstAsync()
        );
        await Withdraw(kept);
        await world.Settle();
        var refused = await board.Post($"{series.Path}/early-redemptions", new RedeemEarly.Body(2, 5));
        world.Clock.Move(TimeSpan.FromDays(1));
        await Decide();

        (drawn, gone).ShouldBe((2, 0), "what was taken back at once is told to nobody");
        text.ShouldContain("SHA-256");
        (await world.MailsAbout(series, "not be paid")).ShouldBe(2);
        refused.ShouldBeRefused("bond.redemption-too-often");
        var rows = await (await world.Administrator()).Get(
            $"audit?subject=early%20redemption%20{kept.Id}%20of%20bond%20series%20{series.Id}&limit=10"
        );
        rows.As<IReadOnlyList<AuditLine>>().Select(r => r.Action).ShouldBe(["WithdrawEarlyRedemption", "RedeemEarly"]);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_holder_checks_the_draw_from_what_it_was_made_from(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (ann, bob, cas) = (await world.SignUp(), await world.SignUp(), await world.SignUp());
        var series = await world.IssueBonds([12, 8, 5], Callable, [ann, bob, cas]);
        var (a, b, c) = (
            await world.HolderOf(series, ann),
            await world.HolderOf(series, bob),
            await world.HolderOf(series, cas)
        );
        await ann.Post($"holdings/{a.Id}/bonds/{series.Id}/redemption-requests", new AskRedemption.Body(4));
        var lot = (
            await series.Offer.By.Chair.Post($"{series.Path}/early-redemptions", new RedeemEarly.Body(2, 6))
        ).As<EarlyRedemptionDecided>();
        var path = $"holdings/{b.Id}/draws/{lot.Id}";
        (await bob.Get(path)).ShouldBeRefused("bond.not-drawn-yet");
        (await Of(bob, b, series))
            .Draws.Single()
            .ShouldSatisfyAllConditions(d => d.Seed.ShouldBeNull(), d => d.SeedHash.ShouldBe(lot.SeedHash));
        (await ann.Get(path)).ShouldFail(HttpStatusCode.NotFound, "holding.unknown");

        await world.Pay(series, 1);
        world.MoveToDay((await world.Period(series, 2)).RecordOn.AddDays(1));
        var waiting = (await (await world.Administrator()).Get("bond-series/payments-to-calculate")).As<
            IReadOnlyList<BondPaymentToCalculate>
        >();
        var run = await world.Pay(series, 2);

        waiting.Single(p => p.SeriesId == series.Id).PrincipalMinor.ShouldBe(10 * TestWorld.Par, "what is redeemed");
        var draw = (await bob.Get(path)).As<BondDrawRead>();
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(draw.Seed))).ShouldBe(lot.SeedHash);
        // By holder number; Ann's twelve less the four that she asked for.
        (Member Of, long Units)[] places = [.. new[] { (a, 8L), (b, 8L), (c, 5L) }.OrderBy(p => p.Item1.Number)];
        draw.Held.ShouldBe(places.Select(p => p.Units));
        draw.Drawn.ShouldBe(BondDraw.Draw(draw.Held, draw.Units, draw.Seed));
        var mine = Array.FindIndex(places, p => p.Of.Id == b.Id);
        draw.MyPlace.ShouldBe(mine);
        var lines = (await (await world.Administrator()).Get($"payout-runs/{run.Id}/lines")).As<PayoutLinePage>().Lines;
        lines[mine].RedeemedUnits.ShouldBe(draw.Drawn[mine]);
        (await Of(bob, b, series)).Draws.Single().Seed.ShouldBe(draw.Seed);
        (await Page(world, bob, $"/holdings/{b.Id}")).ShouldContain(draw.Seed);
    }

    [Theory]
    [EveryDatabase]
    public async Task Interest_goes_on_to_be_booked_while_a_redemption_is_in_arrears_on_the_bonds_that_are_left(
        Engine engine
    )
    {
        var world = await TestWorld.Shared(engine);
        var series = await world.IssueBonds([20, 5, 15], Callable);
        await world.Pay(series, 1);
        (
            await series.Offer.By.Chair.Post($"{series.Path}/early-redemptions", new RedeemEarly.Body(2, 10))
        ).ShouldSucceed();
        world.MoveToDay((await world.Period(series, 3)).AccrualEnd.AddDays(1));
        var book = Book.Of(series.Offer.By.Slug);

        await world.RunAll(nameof(BookBonds));
        await world.RunAll(nameof(BookBonds));

        (await world.Ledger(book, Account.AccruedInterest("B1"))).ShouldBe(-(40 + 30) * 30);
        await world.ChecksShouldHold();
        (await world.Pay(series, 2)).TotalMinor.ShouldBe((40 * 30) + (10 * TestWorld.Par));
        await world.ChecksShouldHold();
        (await world.Pay(series, 3)).TotalMinor.ShouldBe(30 * 30);
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_series_that_no_lot_could_be_drawn_from_is_refused_and_each_refusal_names_its_tranche(
        Engine engine
    )
    {
        var world = await TestWorld.Shared(engine);
        var board = await world.RegisterEnterprise(Currency.Eur, connected: false);
        var terms = TestWorld.TwoYears(Currency.Eur);
        var fine = new BondTranche(100 * TestWorld.Par, terms);
        Task<Reply> Draft(BondTranche second) => world.TryDraftBonds(board, [fine, second]);

        (await Draft(new BondTranche((BondSeries.MostUnits + 1) * TestWorld.Par, terms)))
            .ShouldBeRefused("bond.too-many")
            .Field.ShouldBe("tranches[1].maximumMinor");
        (await Draft(new BondTranche(100 * TestWorld.Par, terms with { RatePpm = 300_000 })))
            .ShouldBeRefused("bond.rate")
            .Field.ShouldBe("tranches[1].terms.ratePpm");
        (await Draft(new BondTranche(100 * TestWorld.Par, terms with { Repayment = new(RepaymentKind.Linear, 7) })))
            .ShouldBeRefused("bond.quiet-months")
            .Field.ShouldBe("tranches[1].terms.repayment.interestOnlyMonths");
        (await Draft(fine with { Terms = terms with { NominalMinor = 2 * TestWorld.Par } }))
            .ShouldBeRefused("bond.nominal-differs")
            .Field.ShouldBe("tranches[1].terms.nominalMinor");
        (await Draft(new BondTranche(BondSeries.MostUnits * TestWorld.Par, terms))).ShouldSucceed();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_lot_takes_all_but_one_at_most_and_of_one_bond_there_is_none(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var many = await world.IssueBonds([15], Callable);
        var all = await many.Offer.By.Chair.Post($"{many.Path}/early-redemptions", new RedeemEarly.Body(2, 15));
        (await many.Offer.By.Chair.Post($"{many.Path}/early-redemptions", new RedeemEarly.Body(2, 14))).ShouldSucceed();

        all.ShouldBeRefused("bond.units").Field.ShouldBe("units");
        ((string)all.Json["title"]!).ShouldContain("at most 14");
    }

    [Fact]
    public async Task A_form_of_hundreds_of_tranches_is_answered_with_one_sentence()
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var board = await world.RegisterEnterprise(Currency.Eur, connected: false);
        var path = $"/board/{board.Slug}/offers/new?kind=bonds";
        var cookie = await world.Cookie(board.Chair);
        var blank = await world.Nobody.Send(HttpMethod.Get, path, null, ("Cookie", cookie));
        var token = System.Text.RegularExpressions.Regex.Match(
            blank.Text,
            "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\""
        );
        var antiforgery = blank.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(c => c.Split(';')[0]) : [];
        var fields = Enumerable
            .Range(0, 400)
            .Select(i => KeyValuePair.Create($"Form.Bond.Tranches[{i}].Maximum", "1000"))
            .Append(new("Form.IsOfBonds", "true"))
            .Append(new("__RequestVerificationToken", token.Groups[1].Value));
        using var form = new FormUrlEncodedContent(fields);

        var reply = await world.Nobody.Send(
            HttpMethod.Post,
            path,
            form,
            ("Cookie", string.Join("; ", antiforgery.Prepend(cookie)))
        );

        reply.Status.ShouldBe(HttpStatusCode.OK, reply.Text);
        reply.Text.ShouldContain("1 to 10 tranches");
        reply.Text.ShouldNotContain("Tranches[10]");
    }

    private static async Task<BondHoldingRead> Of(Person person, Member holder, IssuedSeries series) =>
        (await person.Get($"holdings/{holder.Id}/bonds/{series.Id}")).As<BondHoldingRead>();

    private static async Task<string> Page(TestWorld world, Person person, string path)
    {
        var page = await world.Nobody.Send(HttpMethod.Get, path, null, ("Cookie", await world.Cookie(person)));
        page.Status.ShouldBe(HttpStatusCode.OK, page.Text);
        return page.Text;
    }
}
