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

    [Theory]
    [InlineData("old-forge-pub", "not supported yet: membershipTypes")]
    [InlineData("port-bannatyne-anchor", "not supported yet: membershipTypes")]
    [InlineData("woldendorp-dorpswinkel", "not supported yet: shareInterest.paidAs")]
    [InlineData("cornwall-community-power", "not supported yet: offerKind open")]
    [InlineData("denderstroom", "not supported yet: offerKind open")]
    public void What_belongs_to_a_later_issue_is_named(string key, string reason) =>
        Should.Throw<CannotExpress>(() => Published(key)).Message.ShouldBe(reason);

    [Theory]
    [InlineData("\"eligibility\": {\"postcodes\": [\"5301\"]}", "not supported yet: eligibility")]
    [InlineData("\"withdrawal\": {\"lockYears\": 3}", "not supported yet: withdrawal")]
    [InlineData("\"covenants\": []", "not supported yet: covenants")]
    [InlineData("\"minimumAge\": 16", "not supported yet: minimumAge 16")]
    [InlineData("\"holders\": [\"person\", \"minor\"]", "not supported yet: holders minor")]
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
