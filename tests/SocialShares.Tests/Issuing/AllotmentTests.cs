using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Issuing;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Issuing;

/// <summary>More is asked than there is: preview, signature, what follows from it, and that it can be checked.</summary>
[Collection(nameof(OneWorld))]
public sealed class AllotmentTests
{
    private const long Par = TestWorld.Par;

    [Theory]
    [EveryDatabase]
    public async Task What_was_signed_is_issued_and_the_rest_goes_back(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        await world.Stripe.TopUp("gbp", 100_000);
        var offer = await world.Open(change: TestWorld.Scarce(AllocationPolicy.ProRata));
        var seedHash = (await world.Show(offer)).AllotmentSeedSha256;
        var bought = await world.BuyEach(offer, 20, 10, 10);
        await world.End(offer);
        var waiting = (await world.Show(offer)).State;
        var preview = await world.Allotment(offer);

        var approved = await world.Sign(offer);

        waiting.ShouldBe(OfferState.Closed, "the board has to sign");
        (preview.WhyNot, preview.Decision).ShouldBe((null, null));
        (preview.AskedMinor, preview.AllottedMinor, preview.RefundMinor).ShouldBe((40 * Par, 20 * Par, 20 * Par));
        approved.ShouldBe(new AllotmentApproved(3, 3, preview.InputsSha256, preview.OutcomeSha256));
        var shown = await world.Show(offer);
        shown.State.ShouldBe(OfferState.Completed);
        (shown.UnitsReserved, shown.Raised.FirmMinor).ShouldBe((20, 20 * Par));
        shown.Allotment!.DecidedByName.ShouldBe(offer.By.Chair.Name);
        Sha256(shown.Allotment.Seed).ShouldBe(seedHash);
        foreach (var (application, units) in bought.Zip([10L, 5, 5]))
            (await TestWorld.Show(application)).ShouldSatisfyAllConditions(
                a => a.State.ShouldBe(ApplicationState.Issued),
                a => a.AllottedUnits.ShouldBe(units),
                a => a.RefundMinor.ShouldBe(a.AmountMinor - units * Par),
                a => a.Refund.ShouldBe(RefundState.Done)
            );
        var entries = await world.InDatabase(db =>
            db.RegisterEntries.Where(e => e.EnterpriseId == offer.By.Id).OrderBy(e => e.Number).ToListAsync()
        );
        entries.Select(e => (e.Number, e.Units)).ShouldBe([(1, 10), (2, 5), (3, 5)]);
        (await world.Ledger(Book.Of(offer.By.Slug), Account.Shares("A"))).ShouldBe(-20 * Par);
        var subjects = await world.InDatabase(db =>
            db.SentMails.Where(m => m.To == bought[0].By.Email).Select(m => m.Subject).ToListAsync()
        );
        subjects.ShouldContain(s => s.Contains("you got a part", StringComparison.Ordinal));
        subjects.ShouldContain(s => s.Contains("100.00", StringComparison.Ordinal), "how much is back");
        await world.MoneyShouldAddUp();
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task Anybody_who_took_part_can_repeat_it(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        await world.Stripe.TopUp("gbp", 100_000);
        var offer = await world.Open(change: TestWorld.Scarce(AllocationPolicy.EqualFill));
        var twice = await world.Buy(offer, 6);
        var bought = await world.BuyEach(offer, 13, 5);
        await world.Buy(offer, 5, twice.By);
        await world.End(offer);
        var approved = await world.Sign(offer);

        var checkedNow = (await offer.By.Chair.Get($"{offer.Path}/allotment/check")).As<AllotmentChecked>();
        var mine = (await bought[0].By.Get($"{bought[0].Path}/allotment")).As<MyAllotment>();
        var inputs = await bought[0].By.Get($"{bought[0].Path}/allotment/inputs.csv");
        var outcome = await bought[0].By.Get($"{bought[0].Path}/allotment/outcome.csv");
        var lines = (await offer.By.Chair.Get($"{offer.Path}/allotment/lines")).As<IReadOnlyList<AllotmentLineShown>>();

        checkedNow.Holds.ShouldBeTrue($"{checkedNow}");
        (mine.AskedMinor, mine.AllottedMinor).ShouldBe(
            (
                13 * Par,
                mine.Allotment.AllottedMinor
                    - lines.Where(l => l.ApplicationId != bought[0].Id).Sum(l => l.AllottedMinor)
            )
        );
        Sha256(inputs.Text).ShouldBe(approved.InputsSha256);
        Sha256(outcome.Text).ShouldBe(approved.OutcomeSha256);
        inputs.Text.ShouldNotContain("Iris");
        // 20 among three holders who asked 11 in two, 13 and 5: 5 are filled, 7 or 8 for each of the others.
        lines.Count.ShouldBe(4);
        lines.Single(l => l.ApplicationId == bought[1].Id).AllottedMinor.ShouldBe(5 * Par);
        mine.AllottedMinor.ShouldBeOneOf(7 * Par, 8 * Par);
        lines.Single(l => l.ApplicationId == twice.Id).AllottedMinor.ShouldBe(6 * Par, "the earlier one first");
        (await world.Nobody.Get($"{offer.Path}/allotment/inputs.csv")).Status.ShouldBe(
            System.Net.HttpStatusCode.Unauthorized
        );
        (await offer.By.Chair.Get($"{offer.Path}/allotment/lines.csv"))
            .Text.Split('\n')[0]
            .ShouldStartWith("application,name");
    }

    [Theory]
    [EveryDatabase]
    public async Task Residents_go_first_and_then_who_has_priority(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        await world.Stripe.TopUp("gbp", 100_000);
        var offer = await world.Open(change: t =>
            TestWorld.Scarce(AllocationPolicy.ProRata, residentsFirst: true)(t) with
            {
                Eligibility = TestWorld.ResidentsAndOthers,
            }
        );
        var small = await world.BuyAs(offer, 4, "B");
        var large = await world.BuyAs(offer, 16, "B");
        var residents = new[] { await world.BuyAs(offer, 7, "A"), await world.BuyAs(offer, 5, "A") };
        await world.End(offer);

        var preview = await world.Allotment(offer);
        await world.Sign(offer);

        preview.Sizes.Where(s => s.IsResident).Sum(s => s.AllottedMinor).ShouldBe(12 * Par);
        preview.Sizes.Sum(s => s.AskedMinor).ShouldBe(32 * Par);
        foreach (var (application, units) in residents.Append(large).Append(small).Zip([7L, 5, 8, 0]))
            (await TestWorld.Show(application)).AllottedUnits.ShouldBe(units);
        var mine = (await residents[0].By.Get($"{residents[0].Path}/allotment")).As<MyAllotment>();
        (mine.IsResident, mine.Priority).ShouldBe((true, 0));
        (await large.By.Get($"{large.Path}/allotment")).As<MyAllotment>().Priority.ShouldBe(1);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task Who_gets_less_than_the_least_gets_nothing_and_all_of_the_money_back(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        await world.Stripe.TopUp("gbp", 100_000);
        var offer = await world.Open(
            change: TestWorld.Scarce(AllocationPolicy.ProRata, mayScaleBelowMinimum: false, least: 8)
        );
        var bought = await world.BuyEach(offer, 10, 12, 8);
        await world.End(offer);

        var approved = await world.Sign(offer);

        approved.ShouldSatisfyAllConditions(a => a.Holdings.ShouldBe(2), a => a.Refunds.ShouldBeInRange(2, 3));
        var all = await Task.WhenAll(bought.Select(TestWorld.Show));
        var loser = all.Where(a => a.AllottedUnits == 0).ShouldHaveSingleItem();
        loser.ShouldSatisfyAllConditions(
            a => a.State.ShouldBe(ApplicationState.Refunded),
            a => a.RefundMinor.ShouldBe(a.AmountMinor),
            a => a.RefundReason.ShouldBe("not-allotted")
        );
        all.Where(a => a.AllottedUnits > 0)
            .ShouldAllBe(a => a.AllottedUnits == 8 && a.State == ApplicationState.Issued);
        (await world.Show(offer)).UnitsReserved.ShouldBe(16);
        var loserBy = bought.Single(b => b.Id == loser.Id).By;
        (await world.InDatabase(db => db.Members.AnyAsync(m => m.PersonId == loserBy.Id))).ShouldBeFalse();
        (
            await world.InDatabase(db =>
                db.SentMails.AnyAsync(m => m.To == loserBy.Email && m.Subject.StartsWith("Nothing was left"))
            )
        ).ShouldBeTrue();
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task Tranches_of_bonds_are_allotted_each_on_its_own(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        await world.Stripe.TopUp("eur", 100_000);
        var bond = TestWorld.TwoYears(Currency.Eur);
        var offer = await world.OpenBonds(
            tranches: [new BondTranche(10 * Par, bond), new BondTranche(10 * Par, bond with { TermMonths = 36 })],
            change: TestWorld.Scarce(AllocationPolicy.ProRata)
        );
        var series = (await world.Show(offer)).Series;
        await world.Buy(offer, 15, series: series[0].Id);
        await world.Buy(offer, 5, series: series[0].Id);
        await world.Buy(offer, 4, series: series[1].Id);
        await world.End(offer);

        var preview = await world.Allotment(offer);
        await world.Sign(offer);

        preview
            .Pools.Select(p => (p.SeriesNo, p.UnitsOffered, p.UnitsAsked, p.UnitsAllotted))
            .ShouldBe([(1, 10, 20, 10), (2, 10, 4, 4)]);
        var issued = await world.InDatabase(db =>
            db.BondSeries.Where(s => s.OfferId == offer.Id).OrderBy(s => s.No).Select(s => s.UnitsIssued).ToListAsync()
        );
        issued.ShouldBe([10, 4]);
        await world.MoneyShouldAddUp();
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task Who_can_all_have_what_they_asked_needs_no_signature_and_is_stored_all_the_same(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open(change: TestWorld.Scarce(AllocationPolicy.ProRata));
        await world.BuyEach(offer, 9, 8);

        await world.End(offer);

        var shown = await world.Show(offer);
        shown.State.ShouldBe(OfferState.Completed);
        shown.Allotment!.DecidedByName.ShouldBe("");
        shown.Allotment.WasShort.ShouldBeFalse();
        (await offer.By.Chair.Get($"{offer.Path}/allotment/check")).As<AllotmentChecked>().Holds.ShouldBeTrue();
        (await TestWorld.TrySign(offer, shown.Allotment.InputsSha256)).ShouldBeRefused("allotment.done");
    }

    [Theory]
    [EveryDatabase]
    public async Task Nothing_is_shown_or_signed_before_all_is_settled_or_when_it_has_changed(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        await world.Stripe.TopUp("gbp", 100_000);
        var offer = await world.Open(change: TestWorld.Scarce(AllocationPolicy.ProRata));
        await world.BuyEach(offer, 20, 10);
        var nothing = new string('0', 64);

        var early = await offer.By.Chair.Get($"{offer.Path}/allotment");
        var tooEarly = await TestWorld.TrySign(offer, nothing);
        world.Clock.Move(TimeSpan.FromDays(9));
        await world.Buy(offer, 5);
        world.Clock.Move(TimeSpan.FromDays(2));
        await world.RunAll(nameof(MoveOffers));
        var pending = await TestWorld.TrySign(offer, nothing);
        var seen = await world.Allotment(offer);
        await world.End(offer);
        var changed = await TestWorld.TrySign(offer, seen.InputsSha256);
        var garbled = await TestWorld.TrySign(offer, "abc");

        early.ShouldBeRefused("allotment.not-closed");
        tooEarly.ShouldBeRefused("allotment.not-closed");
        pending.ShouldBeRefused("allotment.pending");
        seen.WhyNot.ShouldBe("allotment.pending");
        changed.ShouldBeRefused("allotment.inputs-changed").Field.ShouldBe("inputsSha256");
        garbled.Status.ShouldBe(System.Net.HttpStatusCode.BadRequest);
        (await world.Show(offer)).State.ShouldBe(OfferState.Closed);
        await world.Sign(offer);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task Signed_by_many_at_once_and_by_the_job_it_is_carried_out_once(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        await world.Stripe.TopUp("gbp", 100_000);
        var offer = await world.Open(change: TestWorld.Scarce(AllocationPolicy.FirstCome));
        await world.BuyEach(offer, 15, 10);
        await world.End(offer);
        var inputs = (await world.Allotment(offer)).InputsSha256;
        var key = Guid.NewGuid();

        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TestWorld.TrySign(offer, inputs)));
        var keyed = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => TestWorld.TrySign(offer, inputs, key)));
        await world.RunAll(nameof(SettleOffers));
        await world.Settle();

        replies.Count(r => (int)r.Status == 200).ShouldBe(1);
        replies.Concat(keyed).Where(r => (int)r.Status != 200).ShouldAllBe(r => r.Code == "allotment.done");
        (await world.InDatabase(db => db.RegisterEntries.CountAsync(e => e.EnterpriseId == offer.By.Id))).ShouldBe(2);
        (await world.InDatabase(db => db.Refunds.CountAsync(r => r.OfferId == offer.Id))).ShouldBe(1);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task The_same_key_answers_as_the_first_time(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        await world.Stripe.TopUp("gbp", 100_000);
        var offer = await world.Open(change: TestWorld.Scarce(AllocationPolicy.FirstCome));
        await world.BuyEach(offer, 15, 10);
        await world.End(offer);
        var (inputs, key) = ((await world.Allotment(offer)).InputsSha256, Guid.NewGuid());

        var first = (await TestWorld.TrySign(offer, inputs, key)).As<AllotmentApproved>();
        var again = (await TestWorld.TrySign(offer, inputs, key)).As<AllotmentApproved>();

        again.ShouldBe(first);
        first.Holdings.ShouldBe(2);
    }

    private static string Sha256(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
