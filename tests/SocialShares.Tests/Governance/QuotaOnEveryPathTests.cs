using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Governance;
using SocialShares.Features.Import;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;
using SocialShares.Tests.Import;
using SocialShares.Tests.Issuing;

namespace SocialShares.Tests.Governance;

/// <summary>A blocking resident quota holds for gifts, for issues of an open offer and for an imported register.</summary>
[Collection(nameof(OneWorld))]
public sealed class QuotaOnEveryPathTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_gift_to_somebody_above_the_quota_is_refused_with_its_numbers_and_stays_open(Engine engine)
    {
        var (world, offer) = await ResidentQuotaTests.Begin(engine);
        for (var i = 0; i < 2; i++)
            await ResidentQuotaTests.Apply(world, offer, "A");
        var (gift, email) = await GiftTests.Paid(world, offer, 3);
        var (secret, receiver) = (await GiftTests.Secret(world, email), await world.SignUp());
        Task<Reply> Accept(string type) =>
            receiver.Post(
                $"gifts/{secret}/acceptance",
                GiftTests.Answer() with
                {
                    MembershipType = type,
                },
                Person.NoKey
            );

        var refused = (await Accept("B")).ShouldBeRefused("gift.quota");
        var between = await GiftTests.State(gift);
        await ResidentQuotaTests.Apply(world, offer, "A");
        (await Accept("B")).ShouldSucceed();

        refused.Text.ShouldContain("2 of 3");
        refused.Text.ShouldContain("75 %");
        refused.Text.ShouldContain("Robin Receiver");
        refused.Text.ShouldContain("take it back");
        between.ShouldBe((ApplicationState.Paid, GiftState.Offered));
        (await GiftTests.State(gift)).ShouldBe((ApplicationState.Paid, GiftState.Accepted));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_gift_that_has_no_room_can_be_taken_back_and_one_to_a_resident_has_it(Engine engine)
    {
        var (world, offer) = await ResidentQuotaTests.Begin(engine);
        await world.Stripe.TopUp("gbp", 100_000);
        var (toOther, otherMail) = await GiftTests.Paid(world, offer, 3);
        var (toResident, residentMail) = await GiftTests.Paid(world, offer, 3);
        async Task<Reply> Accept(string email, string type) =>
            await (await world.SignUp()).Post(
                $"gifts/{await GiftTests.Secret(world, email)}/acceptance",
                GiftTests.Answer() with
                {
                    MembershipType = type,
                },
                Person.NoKey
            );

        (await Accept(otherMail, "B")).ShouldBeRefused("gift.quota");
        (await toOther.By.Post($"{toOther.Path}/cancel")).ShouldSucceed();
        (await Accept(residentMail, "A")).ShouldSucceed();
        await world.Settle();

        (await GiftTests.State(toOther)).ShouldBe((ApplicationState.Refunded, GiftState.TakenBack));
        (await GiftTests.State(toResident)).ShouldBe((ApplicationState.Paid, GiftState.Accepted));
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task Before_an_open_offer_issues_whoever_is_too_many_gets_the_money_back(Engine engine)
    {
        var (world, offer) = await ResidentQuotaTests.Begin(engine, WithoutLastDay);
        await world.Stripe.TopUp("gbp", 100_000);
        var residents = new List<StartedApplication>();
        for (var i = 0; i < 6; i++)
            residents.Add(await ResidentQuotaTests.Paid(world, offer, "A"));
        var early = await ResidentQuotaTests.Paid(world, offer, "B");
        world.Clock.Move(TimeSpan.FromMinutes(1));
        var late = await ResidentQuotaTests.Paid(world, offer, "B");
        foreach (var gone in residents.Take(2))
            (await gone.By.Post($"{gone.Path}/cancel")).ShouldSucceed();

        await Issue(world, TimeSpan.FromDays(5));

        (await TestWorld.Show(early)).State.ShouldBe(ApplicationState.Issued);
        (await TestWorld.Show(late)).State.ShouldBe(ApplicationState.Refunded);
        (await world.MailTo(late.By.Email)).ShouldContain(m => m.Text.Contains("came last"));
        (await Members(offer.By)).ShouldBe((4, 5));
        (await world.Show(offer)).UnitsReserved.ShouldBe(25);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task An_open_offer_issues_to_others_once_the_residents_who_make_room_are_members(Engine engine)
    {
        var (world, offer) = await ResidentQuotaTests.Begin(engine, WithoutLastDay);
        // Paid a little before midnight, and the residents a little after it: their reflection ends a day later.
        var midnight = LegalDay.Of(world.Clock.Now, offer.By.Zone).AddDays(1);
        var late = midnight.ToDateTime(default) - TimeSpan.FromMinutes(5);
        await world.Settle();
        world.Clock.Move(
            TimeZoneInfo.ConvertTimeToUtc(late, TimeZoneInfo.FindSystemTimeZoneById(offer.By.Zone)) - world.Clock.Now
        );
        var residents = new List<StartedApplication>();
        for (var i = 0; i < 3; i++)
            residents.Add(await ResidentQuotaTests.Apply(world, offer, "A", 5));
        var other = await ResidentQuotaTests.Paid(world, offer, "B");
        await world.Settle();
        world.Clock.Move(TimeSpan.FromMinutes(10));
        foreach (var application in residents)
            await world.Stripe.Pay(await world.Session(application), "card", LocalStripe.GoodCard);
        await world.Settle();
        await Issue(world, TimeSpan.FromDays(offer.Terms.ReflectionDays) + TimeSpan.FromHours(1));
        var (resident, confirmed) = (await TestWorld.Show(residents[0]), await TestWorld.Show(other));

        await Issue(world, TimeSpan.FromDays(1));

        (resident.State, confirmed.State).ShouldBe((ApplicationState.Paid, ApplicationState.Confirmed));
        (await TestWorld.Show(other)).State.ShouldBe(ApplicationState.Issued);
        (await Members(offer.By)).ShouldBe((3, 4));
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_list_that_breaks_the_quota_says_so_with_its_numbers_and_is_not_written(Engine engine)
    {
        var society = await Society.On(engine, total: 40);
        var before = (await society.Upload(List("ja", "ja", "", "nee"))).As<ImportShown>();
        before.State.ShouldBe(ImportState.Clean, await society.Problems(before));
        await ResidentQuotaTests.Adopt(society.World, society.By);

        var late = await society.Confirm(society.Second, before);
        var broken = (await society.Upload(List("ja", "ja", "", "nee"))).As<ImportShown>();
        var read = (await society.Chair.Get($"{society.Imports}/{broken.Id}")).As<ImportRead>();
        var kept = (await society.Upload(List("ja", "bewoner", "yes", "nee"))).As<ImportShown>();
        kept.State.ShouldBe(ImportState.Clean, await society.Problems(kept));
        (await society.Confirm(society.Second, kept)).ShouldSucceed();
        await society.World.Settle();

        late.ShouldBeRefused("import.not-clean");
        broken.State.ShouldBe(ImportState.WithProblems);
        var problem = read.Problems.Single();
        (problem.Row, problem.Column, problem.Code).ShouldBe((0, "Bewoner", "import.quota"));
        problem.Text.ShouldContain("2 of 4");
        problem.Text.ShouldContain("75 %");
        (await society.Confirm(society.Second, broken)).ShouldBeRefused("import.not-clean");
        (await Members(society.By)).ShouldBe((3, 4));
        (
            await society.World.InDatabase(db =>
                db.CovenantFindings.SingleAsync(f =>
                    f.EnterpriseId == society.Id && f.Cause == CovenantCause.MembersAdmitted
                )
            )
        ).Holds.ShouldBe(true);
    }

    private static OfferTerms WithoutLastDay(OfferTerms t) =>
        t with
        {
            Kind = OfferKind.Open,
            ClosesOn = null,
            MinimumTargetMinor = 0,
        };

    private static async Task Issue(TestWorld world, TimeSpan after)
    {
        await world.Settle();
        world.Clock.Move(after);
        await world.Settle();
        await world.RunAll(nameof(MoveOffers), nameof(BookFunds), nameof(EndReflection), nameof(SettleOffers));
        await world.Settle();
    }

    private static string List(params string[] resident) =>
        "Naam;Straat;Postcode;Woonplaats;Datum toetreding;Aandelen;Bewoner\n"
        + string.Concat(
            resident.Select((r, i) => $"Lid nummer {i};Dorpsstraat {i + 1};1234 AB;Lutjeveen;31-01-2020;10;{r}\n")
        );

    private static async Task<(long, long)> Members(RegisteredEnterprise of)
    {
        var read = (await of.Chair.Get($"enterprises/{of.Id}/covenants")).As<CovenantsRead>();
        var shown = read.InForce.Single();
        return (shown.First, shown.Second);
    }
}
