using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Issuing;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Issuing;

/// <summary>How much may be applied for, and what the database itself refuses.</summary>
[Collection(nameof(OneWorld))]
public sealed class AllotmentTermsTests
{
    private const long Par = TestWorld.Par;

    [Theory]
    [EveryDatabase]
    public async Task As_much_as_the_terms_say_may_be_applied_for_and_no_more(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open(change: TestWorld.Scarce(AllocationPolicy.ProRata));
        foreach (var units in new long[] { 20, 20, 15 })
            await world.Apply(offer, units);
        var last = await world.Start(offer, 6);

        var refused = (await TestWorld.Submit(last)).ShouldBeRefused("offer.full");
        await world.Apply(offer, 5);

        refused.Text.ShouldContain("6 asked, 5 left");
        var shown = await world.Show(offer);
        (shown.UnitsReserved, shown.UnitsLeft).ShouldBe((60, 0));
        shown.Terms.Allocation.ShouldBe(
            new AllocationTerms(AllocationPolicy.ProRata, ResidentsFirst: false, MayScaleBelowMinimum: true, 60 * Par)
        );
        var beyond = () =>
            world.InDatabase(db =>
                db.Offers.Where(o => o.Id == offer.Id).ExecuteUpdateAsync(s => s.SetProperty(o => o.UnitsReserved, 61))
            );
        await Should.ThrowAsync<System.Data.Common.DbException>(beyond);
        var allotted = () =>
            world.InDatabase(db =>
                db.Offers.Where(o => o.Id == offer.Id)
                    .ExecuteUpdateAsync(s => s.SetProperty(o => o.State, OfferState.Allotted))
            );
        await Should.ThrowAsync<System.Data.Common.DbException>(allotted);
    }

    [Theory]
    [InlineData(19, true, 1, "offer.terms.most-applied-for")]
    [InlineData(201, true, 1, "offer.terms.most-applied-for")]
    [InlineData(40, false, 17, "offer.terms.allocation-least")]
    public async Task Terms_that_cannot_be_kept_are_refused(long most, bool mayScale, long least, string code)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var by = await world.RegisterEnterprise();
        var terms = TestWorld.Scarce(AllocationPolicy.ProRata, mayScaleBelowMinimum: mayScale, least: least)(
            world.Terms(by.Zone)
        );
        var body = new DraftOffer.Body(
            null,
            TestWorld.Class(by.Currency),
            "Reopen Hallowby's village shop",
            "Buy the building and open six days a week.",
            terms with
            {
                Allocation = terms.Allocation! with { MostAppliedForMinor = most * Par },
            }
        );

        var reply = await by.Chair.Post($"enterprises/{by.Id}/offers", body);

        reply.ShouldBeRefused(code);
    }

    [Theory]
    [EveryDatabase]
    public async Task An_offer_that_says_nothing_is_first_come_and_takes_no_more_than_there_is(Engine engine)
    {
        var world = await TestWorld.Shared(engine);

        var shown = await world.Show(await world.Draft(await world.RegisterEnterprise(connected: false)));

        shown.Terms.Allocation.ShouldBe(AllocationTerms.Usual(shown.Terms.MaximumTargetMinor));
        (shown.UnitsBeyond, shown.Allotment).ShouldBe((0L, null));
        shown.AllotmentSeedSha256.Length.ShouldBe(64);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_stored_allotment_cannot_be_changed(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open(change: TestWorld.Scarce(AllocationPolicy.ProRata));
        await world.BuyEach(offer, 9);
        await world.End(offer);

        var changes = new Func<Data.SharesDb, Task<int>>[]
        {
            db =>
                db.AllotmentLines.Where(l => l.OfferId == offer.Id)
                    .ExecuteUpdateAsync(s => s.SetProperty(l => l.Allotted, 1)),
            db => db.AllotmentPools.Where(l => l.OfferId == offer.Id).ExecuteDeleteAsync(),
            db =>
                db.AllotmentOutcomes.Where(l => l.OfferId == offer.Id)
                    .ExecuteUpdateAsync(s => s.SetProperty(l => l.Seed, "x")),
        };

        foreach (var change in changes)
            (
                await Should.ThrowAsync<System.Data.Common.DbException>(() => world.InDatabase(change))
            ).Message.ShouldContain("append-only");
    }
}
