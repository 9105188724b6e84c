using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Issuing;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Issuing;

/// <summary>Shares that are paid in monthly parts.</summary>
[Collection(nameof(OneWorld))]
public sealed class InstalmentTests
{
    [Theory]
    [EveryDatabase]
    public async Task Each_part_is_issued_when_it_is_paid_and_its_shares_are_held_until_then(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await Open(world);
        await world.Buy(offer, 10);
        var first = await BuyInParts(world, offer, 14, 3);
        var begun = await TestWorld.Show(first);
        await world.End(offer);
        var settled = await TestWorld.Show(first);

        var second = await Pay(world, first);
        await Issue(world);
        var third = await Pay(world, first, all: true);
        await Issue(world);

        (begun.Units, begun.AmountMinor).ShouldBe((6, 6 * TestWorld.Par));
        (begun.Instalments!.LeftMinor, begun.Instalments.NextMinor).ShouldBe((8 * TestWorld.Par, 4 * TestWorld.Par));
        settled.State.ShouldBe(ApplicationState.Issued);
        settled.Instalments!.DueOn.ShouldBe(settled.ReflectionEndsOn!.Value.AddMonths(1));
        (await TestWorld.Show(second)).State.ShouldBe(ApplicationState.Issued);
        var end = await TestWorld.Show(first);
        (await TestWorld.Show(third)).State.ShouldBe(ApplicationState.Issued);
        (end.Instalments!.State, end.Instalments.PaidMinor).ShouldBe((InstalmentState.Completed, 14 * TestWorld.Par));
        var holder = await world.HolderOf(offer.By.Id, first.By);
        var units = await world.InDatabase(db =>
            db.RegisterEntries.Where(e => e.MemberId == holder.Id)
                .OrderBy(e => e.Number)
                .Select(e => e.Units)
                .ToListAsync()
        );
        units.ShouldBe([6, 4, 4]);
        foreach (var issue in new[] { 1, 2, 3 })
            (await offer.By.Chair.Get($"{offer.Path}/allotment/check?issue={issue}"))
                .As<AllotmentChecked>()
                .Holds.ShouldBeTrue($"issue {issue}");
        var shown = await world.Show(offer);
        (shown.State, shown.Raised.People).ShouldBe((OfferState.Completed, 2));
        (
            await world.InDatabase(db => db.Drawdowns.CountAsync(d => d.OfferId == offer.Id && d.SentAt != null))
        ).ShouldBe(3);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task What_is_promised_counts_toward_the_maximum_and_not_toward_the_minimum(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await Open(
            world,
            t =>
                t with
                {
                    MaximumTargetMinor = 25 * TestWorld.Par,
                    OptimumTargetMinor = 0,
                    MaximumPerOrganisationMinor = 20 * TestWorld.Par,
                }
        );
        var first = await BuyInParts(world, offer, 20, 4);
        (await world.Show(offer)).UnitsReserved.ShouldBe(20);
        (await TestWorld.Submit(await world.Start(offer, 6))).ShouldBeRefused("offer.full");

        await world.End(offer);

        // Five of ten shares are paid.
        (await world.Show(offer)).State.ShouldBe(OfferState.Failed);
        var failed = await TestWorld.Show(first);
        failed.State.ShouldBe(ApplicationState.Refunded);
        (failed.Instalments!.State, failed.Instalments.LeftMinor).ShouldBe((InstalmentState.Stopped, 0));
        (await first.By.Post($"{first.Path}/instalments", new PayInstalment.Body())).ShouldBeRefused(
            "instalments.over"
        );
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task Less_than_the_least_makes_no_member_and_the_rest_does(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await Open(world, t => t with { MinimumPerHolderMinor = 5 * TestWorld.Par });
        await world.Buy(offer, 12);
        var first = await BuyInParts(world, offer, 8, 4);
        await world.End(offer);
        var second = await Pay(world, first);
        await Issue(world);
        var before = (await TestWorld.Show(first)).State;
        var members = await Members(world, offer);

        var third = await Pay(world, first);
        await Issue(world);

        (before, members).ShouldBe((ApplicationState.Confirmed, 1));
        foreach (var part in new[] { first, second, third })
            (await TestWorld.Show(part)).State.ShouldBe(ApplicationState.Issued);
        (await Members(world, offer)).ShouldBe(2);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task Whoever_stops_keeps_what_makes_a_member_and_gets_less_than_that_back(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await Open(world, t => t with { MinimumPerHolderMinor = 5 * TestWorld.Par });
        await world.Buy(offer, 12);
        var enough = await BuyInParts(world, offer, 10, 2);
        var less = await BuyInParts(world, offer, 8, 4);
        await world.End(offer);

        (await enough.By.Post($"{enough.Path}/instalments/stop")).ShouldSucceed();
        (await less.By.Post($"{less.Path}/instalments/stop")).ShouldSucceed();
        await Issue(world);

        (await TestWorld.Show(enough)).State.ShouldBe(ApplicationState.Issued);
        (await TestWorld.Show(less)).State.ShouldBe(ApplicationState.Refunded);
        (await world.Show(offer)).UnitsReserved.ShouldBe(17);
        (await enough.By.Post($"{enough.Path}/instalments/stop")).ShouldBeRefused("instalments.over");
        (await world.MailTo(enough.By.Email)).ShouldContain(m => m.Subject.Contains("have stopped"));
        (await world.MailTo(less.By.Email)).ShouldContain(m => m.Subject.Contains("you get your money back"));
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_part_that_is_due_is_told_twice_and_ends_the_payments_after_the_days_of_grace(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await Open(world);
        await world.Buy(offer, 10);
        var first = await BuyInParts(world, offer, 12, 3);
        await world.End(offer);
        var due = (await TestWorld.Show(first)).Instalments!.DueOn!.Value;

        await Care(world, due.AddDays(-6));
        await Care(world, due.AddDays(-5));
        await Care(world, due.AddDays(1));
        await Care(world, due.AddDays(14));
        var graced = (await TestWorld.Show(first)).Instalments!.State;
        await Care(world, due.AddDays(15));

        graced.ShouldBe(InstalmentState.Running);
        var stopped = (await TestWorld.Show(first)).Instalments!;
        (stopped.State, stopped.StopReason).ShouldBe((InstalmentState.Stopped, InstalmentPlan.NotPaid));
        var subjects = (await world.MailTo(first.By.Email)).Select(m => m.Subject).ToList();
        subjects.Count(s => s.StartsWith("Your next part", StringComparison.Ordinal)).ShouldBe(1);
        subjects.Count(s => s.EndsWith("has not come", StringComparison.Ordinal)).ShouldBe(1);
        (await world.Show(offer)).UnitsReserved.ShouldBe(14);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_payment_page_that_closes_unpaid_leaves_the_part_due_as_before(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await Open(world);
        await world.Buy(offer, 10);
        var first = await BuyInParts(world, offer, 12, 3);
        await world.End(offer);
        var part = await Ask(first);
        (await first.By.Post($"{first.Path}/instalments", new PayInstalment.Body())).ShouldBeRefused(
            "instalments.being-paid"
        );

        world.Clock.Move(TimeSpan.FromHours(1));
        await world.RunAll(nameof(CheckPayments));
        await world.Settle();

        (await TestWorld.Show(part)).State.ShouldBe(ApplicationState.Expired);
        (await TestWorld.Show(first)).Instalments!.LeftMinor.ShouldBe(8 * TestWorld.Par);
        var again = await Pay(world, first);
        (await TestWorld.Show(again)).State.ShouldBe(ApplicationState.Confirmed);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task Two_who_ask_for_the_same_part_at_once_get_one_payment_page(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await Open(world);
        await world.Buy(offer, 10);
        var first = await BuyInParts(world, offer, 12, 3);
        await world.End(offer);

        var asked = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => first.By.Post($"{first.Path}/instalments", new PayInstalment.Body()))
        );

        asked.Count(r => (int)r.Status == 200).ShouldBe(1);
        asked.Where(r => (int)r.Status != 200).ShouldAllBe(r => r.Code == "instalments.being-paid");
        (await TestWorld.Show(first)).Instalments!.LeftMinor.ShouldBe(4 * TestWorld.Par);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task Cancelling_within_the_reflection_period_gives_up_what_was_promised(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        // The whole payment goes back, and Stripe keeps its fee.
        await world.Stripe.TopUp("gbp", 10_000);
        await world.Stripe.TopUp("eur", 10_000);
        var offer = await Open(world);
        var first = await BuyInParts(world, offer, 12, 3);
        (await first.By.Post($"{first.Path}/instalments", new PayInstalment.Body())).ShouldBeRefused(
            "instalments.in-reflection"
        );
        (await first.By.Post($"{first.Path}/instalments/stop")).ShouldBeRefused("instalments.in-reflection");

        (await first.By.Post($"{first.Path}/cancel")).ShouldSucceed();
        await Issue(world);

        (await TestWorld.Show(first)).State.ShouldBe(ApplicationState.Refunded);
        (await world.Show(offer)).UnitsReserved.ShouldBe(0);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task The_parts_of_an_open_offer_come_with_its_issues_also_after_its_end(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await Open(world, t => t with { Kind = OfferKind.Open, ClosesOn = null, MinimumTargetMinor = 0 });
        var first = await BuyInParts(world, offer, 12, 4);
        world.Clock.Move(TimeSpan.FromDays(6));
        await world.RunAll(nameof(BookFunds), nameof(EndReflection), nameof(SettleOffers));
        await Pay(world, first);
        await Issue(world);
        var last = LegalDay.Of(world.Clock.Now, offer.By.Zone).AddDays(1);
        (await offer.By.Chair.Post($"{offer.Path}/end", new EndOffer.Body(last))).ShouldSucceed();
        await world.End(offer with { Terms = offer.Terms with { ClosesOn = last } });
        await Issue(world);
        (await world.Show(offer)).State.ShouldBe(OfferState.Completed);

        await Pay(world, first, all: true);
        await Issue(world);

        (await TestWorld.Show(first)).Instalments!.State.ShouldBe(InstalmentState.Completed);
        var holder = await world.HolderOf(offer.By.Id, first.By);
        (
            await world.InDatabase(db => db.RegisterEntries.Where(e => e.MemberId == holder.Id).SumAsync(e => e.Units))
        ).ShouldBe(12);
        await world.MoneyShouldAddUp();
    }

    [Fact]
    public async Task Limits_look_at_all_parts_together()
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var offer = await Open(world, t => t with { MinimumPerHolderMinor = 5 * TestWorld.Par });
        var first = await BuyInParts(world, offer, 16, 4);
        var more = await world.Start(offer, 5, first.By);

        (await TestWorld.Submit(more)).ShouldBeRefused("application.above-maximum-together");
        await world.End(offer);
        var next = await world.Start(await Open(world), 6, first.By);
        (await next.By.Put($"{next.Path}/instalments", new ChooseInstalments.Body(7))).ShouldBeRefused(
            "instalments.parts"
        );
        (await next.By.Put($"{next.Path}/instalments", new ChooseInstalments.Body(6))).ShouldSucceed();
        (await next.By.Patch(next.Path, new AnswerApplication.Body(4 * TestWorld.Par, null, null))).ShouldSucceed();
        var divided = await TestWorld.Show(next);
        (divided.Instalments!.Parts, divided.Units).ShouldBe((4, 1));
        (await next.By.Put($"{next.Path}/instalments", new ChooseInstalments.Body(1))).ShouldSucceed();
        var whole = await TestWorld.Show(next);
        (whole.Instalments, whole.Units, whole.AmountMinor).ShouldBe((null, 4, 4 * TestWorld.Par));
    }

    [Fact]
    public async Task Parts_are_refused_for_gifts_and_where_the_offer_has_none()
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var without = await world.Start(await world.Open(), 6);
        (await without.By.Put($"{without.Path}/instalments", new ChooseInstalments.Body(2))).ShouldBeRefused(
            "instalments.not-offered"
        );
        var gift = await world.Start(await Open(world), 6);
        (await gift.By.Put($"{gift.Path}/instalments", new ChooseInstalments.Body(2))).ShouldSucceed();
        (
            await gift.By.Put($"{gift.Path}/gift", new GiveUnits.Body("Ann Reader", "ann@example.org", "Iris Teller"))
        ).ShouldBeRefused("instalments.gift");
    }

    [Theory]
    [InlineData(1, 14, 100, "offer.terms.instalment-parts")]
    [InlineData(61, 14, 100, "offer.terms.instalment-parts")]
    [InlineData(12, 6, 100, "offer.terms.instalment-grace")]
    [InlineData(12, 14, 150, "offer.terms.instalments-beyond")]
    public async Task Terms_that_cannot_be_kept_are_refused(int parts, int grace, long mostAppliedFor, string code)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var by = await world.RegisterEnterprise();
        var terms = world.Terms() with
        {
            Instalments = new InstalmentTerms(parts, grace),
            Allocation = AllocationTerms.Usual(mostAppliedFor * TestWorld.Par),
        };
        var body = new DraftOffer.Body(
            null,
            TestWorld.Class(by.Currency),
            "Roof of the hall",
            "Mend it for good.",
            terms
        );

        (await by.Chair.Post($"enterprises/{by.Id}/offers", body)).ShouldBeRefused(code);
    }

    private static Task<DraftedOffer> Open(TestWorld world, Func<OfferTerms, OfferTerms>? change = null) =>
        world.Open(change: t =>
            (change?.Invoke(t) ?? t) with
            {
                Instalments = new InstalmentTerms(MostParts: 12, GraceDays: 14),
            }
        );

    /// <summary>Applies in parts and pays the first.</summary>
    private static async Task<StartedApplication> BuyInParts(TestWorld world, DraftedOffer offer, long units, int parts)
    {
        var started = await world.Start(offer, units);
        (await started.By.Put($"{started.Path}/instalments", new ChooseInstalments.Body(parts))).ShouldSucceed();
        (await TestWorld.Submit(started)).As<ApplicationShown>().State.ShouldBe(ApplicationState.AwaitingPayment);
        await world.Stripe.Pay(await world.Session(started));
        await world.Settle();
        (await TestWorld.Show(started)).State.ShouldBe(ApplicationState.Paid);
        return started;
    }

    private static async Task<StartedApplication> Ask(StartedApplication first, bool all = false)
    {
        var part = (
            await first.By.Post($"{first.Path}/instalments", new PayInstalment.Body(all))
        ).As<ApplicationShown>();
        part.InstalmentOf.ShouldBe(first.Id);
        part.CheckoutUrl.ShouldNotBeNull();
        return first with { Id = part.Id };
    }

    private static async Task<StartedApplication> Pay(TestWorld world, StartedApplication first, bool all = false)
    {
        var part = await Ask(first, all);
        await world.Stripe.Pay(await world.Session(part));
        await world.Settle();
        await world.RunAll(nameof(EndReflection));
        return part;
    }

    private static async Task Issue(TestWorld world)
    {
        await world.Settle();
        world.Clock.Move(TimeSpan.FromDays(8));
        await world.RunAll(nameof(BookFunds), nameof(EndReflection), nameof(SettleOffers));
        await world.Settle();
    }

    private static async Task Care(TestWorld world, DateOnly day)
    {
        await world.Settle();
        world.MoveToDay(day);
        await world.RunAll(nameof(CareForInstalments));
        await world.Settle();
    }

    private static Task<int> Members(TestWorld world, DraftedOffer offer) =>
        world.InDatabase(db => db.Members.CountAsync(m => m.EnterpriseId == offer.By.Id && m.AdmittedOn != null));
}
