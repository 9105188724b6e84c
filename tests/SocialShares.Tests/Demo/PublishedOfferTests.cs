using System.Text.Json;
using SocialShares.Demo.Scenario;
using SocialShares.Tests.Repository;

namespace SocialShares.Tests.Demo;

/// <summary>Published terms are read in full, and what belongs to a later issue is named.</summary>
public sealed class PublishedOfferTests
{
    private const int Buyers = 300;
    private static readonly DateOnly Today = new(2026, 5, 1);

    [Fact]
    public void The_terms_of_a_village_shop_are_read()
    {
        var offer = Published("plumstead-shop-2018");

        offer.Terms.ShouldBe(
            new OfferTerms(
                10_000_000,
                12_500_000,
                15_000_000,
                new DateOnly(2018, 7, 27),
                new DateOnly(2018, 9, 16),
                10_000,
                1_000_000,
                1_000_000,
                14,
                Extendable: true
            )
        );
        offer.ParValueMinor.ShouldBe(100);
        offer.Interest.ShouldBe(InterestPlan.Assumed);
    }

    [Fact]
    public void One_target_is_the_optimum_and_the_maximum_without_a_minimum()
    {
        var offer = Published("tisbury-refill-2019");

        offer.Terms.MinimumTargetMinor.ShouldBe(0);
        offer.Terms.OptimumTargetMinor.ShouldBe(7_500_000);
        offer.Terms.MaximumTargetMinor.ShouldBe(7_500_000);
        offer.Terms.MaximumPerHolderMinor.ShouldBe(3_000_000);
        offer.Terms.MaximumPerOrganisationMinor.ShouldBe(4_000_000);
        offer.Interest.ShouldBe(new InterestPlan(50_000, 50_000, 2, MayReinvest: true, IsAssumed: false));
    }

    [Fact]
    public void Members_of_two_types_have_their_own_least()
    {
        var offer = Published("old-forge-pub");

        var (a, b) = (offer.Terms.Eligibility!.MembershipTypes![0], offer.Terms.Eligibility.MembershipTypes[1]);
        (a.Code, a.IsResident, a.Organisations, a.MinimumMinor).ShouldBe(("A", true, false, 2_500));
        (b.Code, b.IsResident, b.Organisations, b.MinimumMinor).ShouldBe(("B", false, true, 1_000_000));
        offer.Terms.MinimumPerHolderMinor.ShouldBe(2_500);
        offer.Covenants.ShouldBe([
            new(CovenantKind.MemberResidents, 750_000, "at least 75 percent of the members are type A"),
        ]);
    }

    [Fact]
    public void Two_types_of_one_letter_are_numbered_and_no_target_is_assumed_aloud()
    {
        var offer = Published("port-bannatyne-anchor");

        offer.Terms.Eligibility!.MembershipTypes!.Select(t => t.Code).ShouldBe(["A", "B1", "B2"]);
        offer.Terms.Eligibility.MembershipTypes!.Select(t => t.PriorityFromMinor).ShouldBe([null, 20_000, 100_000]);
        offer.Terms.MaximumShareOfTotalPpm.ShouldBe(100_000);
        offer.Terms.MinimumTargetMinor.ShouldBe(0);
        offer.Notes.ShouldContain(n => n.StartsWith("the terms name no target: assumed"));
    }

    [Fact]
    public void Open_offers_have_no_last_day_and_take_whom_they_name()
    {
        var (power, stroom) = (Published("cornwall-community-power"), Published("denderstroom"));

        (power.Terms.Kind, power.Terms.ClosesOn, power.LastDay).ShouldBe((OfferKind.Open, null, Today.AddMonths(3)));
        power.Terms.Eligibility!.MinimumAge.ShouldBe(16);
        stroom.Terms.MaximumUnitsPerHolder.ShouldBe(20);
        stroom.Terms.Eligibility!.Takes(HolderGroup.Minor).ShouldBeTrue();
        stroom.Interest.RatePpm.ShouldBe(40_000);
    }

    [Fact]
    public void What_the_platform_does_otherwise_is_said() =>
        Published("woldendorp-dorpswinkel")
            .Notes.ShouldContain("shareInterest.paidAs voucher to spend in the shop: the platform pays by bank");

    [Theory]
    [InlineData("\"holders\": [\"animal\"]", "not supported yet: holders animal")]
    [InlineData("\"membershipTypes\": [{\"who\": \"anyone\"}]", "membershipTypes.type is missing")]
    [InlineData("\"offerKind\": \"auction\"", "not supported yet: offerKind auction")]
    [InlineData("\"allocation\": {\"policy\": \"lottery\"}", "not supported yet: policy lottery")]
    [InlineData("\"colour\": \"blue\"", "unknown field: colour")]
    [InlineData("\"parValue\": 0.001", "parValue must be a number with at most 2 decimals")]
    [InlineData("\"opens\": \"27 July\"", "opens must be a date such as 2018-07-27")]
    [InlineData("\"extendable\": \"yes\"", "extendable must be true or false")]
    public void A_field_that_cannot_be_used_is_named(string field, string reason) =>
        Should.Throw<CannotExpress>(() => Read(field)).Message.ShouldEndWith(reason.Split(": ")[^1]);

    [Fact]
    public void An_offer_without_a_window_opens_today_for_three_months()
    {
        var offer = Read("\"minimumPerPerson\": 12.5");

        offer.Terms.OpensOn.ShouldBe(Today);
        offer.Terms.ClosesOn.ShouldBe(new DateOnly(2026, 8, 1));
        offer.Terms.MinimumPerHolderMinor.ShouldBe(1_250);
    }

    [Theory]
    [InlineData("first-come", false, null)]
    [InlineData("first-come", true, AllocationPolicy.FirstCome)]
    [InlineData("pro-rata", false, AllocationPolicy.ProRata)]
    [InlineData("equal-fill", true, AllocationPolicy.EqualFill)]
    public void How_units_are_allotted_is_read(string policy, bool residentsFirst, AllocationPolicy? expected)
    {
        var flag = residentsFirst ? "true" : "false";

        var offer = Read($"\"allocation\": {{\"policy\": \"{policy}\", \"residentsFirst\": {flag}}}");

        offer.Terms.Allocation.ShouldBe(
            expected is { } known ? new AllocationTerms(known, residentsFirst, true, 200_000) : null
        );
    }

    private static PublishedOffer Read(string field)
    {
        var text =
            "{\"key\": \"x\", \"issuer\": \"X\", \"country\": \"GB\", \"currency\": \"GBP\", \"target\": 1000, "
            + $"\"instrument\": \"withdrawable share\", {field}}}";
        using var json = JsonDocument.Parse(text);
        return PublishedOffer.Read(json.RootElement, Today, Buyers);
    }

    private static PublishedOffer Published(string key)
    {
        using var json = JsonDocument.Parse(Checkout.Read("infra/data/published-offers.json"));
        var offer = json
            .RootElement.GetProperty("offers")
            .EnumerateArray()
            .Single(o => o.GetProperty("key").GetString() == key);
        return PublishedOffer.Read(offer, Today, Buyers);
    }
}
