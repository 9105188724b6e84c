namespace SocialShares.Domain.Tests;

/// <summary>Who may apply, and as what kind of member.</summary>
public sealed class EligibilityTests
{
    private static readonly MembershipType Resident = new("A", "lives in the village", true, Postcodes: ["PA20"]);

    private static readonly MembershipType Other = new(
        "B",
        "lives elsewhere, or is an organisation",
        false,
        Persons: true,
        Organisations: true,
        MinimumMinor: 10_000,
        MaximumMinor: 20_000,
        PriorityFromMinor: 15_000
    );

    private static readonly Eligibility Types = new([Resident, Other]);

    [Theory]
    [InlineData("PA20 1AA", null, false, "A")] // the address shows it
    [InlineData("G1 1AA", null, false, "B")]
    [InlineData("G1 1AA", "B", false, "B")]
    [InlineData("PA20 1AA", "B", false, "B")] // stays what they are
    [InlineData("PA20 1AA", null, true, "A")]
    public void Whoever_receives_units_is_of_the_type_that_the_register_or_their_address_shows(
        string postcode,
        string? known,
        bool isResident,
        string type
    ) => Received(Types, postcode, new Admission(known, isResident)).MembershipType.ShouldBe(type);

    [Theory]
    [InlineData(false, "B")]
    [InlineData(true, "A")]
    public void Whoever_receives_units_is_no_resident_by_saying_nothing(bool wasResident, string type) =>
        Received(new([Resident with { Postcodes = null }, Other]), "G1 1AA", new Admission(null, wasResident))
            .MembershipType.ShouldBe(type);

    [Fact]
    public void Everybody_of_full_age_and_every_organisation_may_apply_where_nothing_is_said()
    {
        Eligibility.Everyone.Admit(Offers.Person(), null, Offers.Opens).ShouldBe(new Admission(null, false));
        Eligibility.Everyone.Admit(Offers.Club(), null, Offers.Opens).ShouldBe(new Admission(null, false));
        Code(Eligibility.Everyone, Offers.Person(born: Offers.Opens.AddYears(-18).AddDays(1)))
            .ShouldBe("application.under-age");
    }

    [Fact]
    public void Terms_may_lower_the_age_to_sixteen_and_not_below()
    {
        var sixteen = new Eligibility(MinimumAge: 16);

        sixteen.Admit(Offers.Person(born: Offers.Opens.AddYears(-16)), null, Offers.Opens).ShouldNotBeNull();
        Code(sixteen, Offers.Person(born: Offers.Opens.AddYears(-16).AddDays(1))).ShouldBe("application.under-age");
        Refusal(new Eligibility(MinimumAge: 15)).ShouldBe(("offer.terms.minimum-age", "minimumAge"));
    }

    [Fact]
    public void Postcodes_decide_and_make_residents_where_there_are_no_types()
    {
        var village = new Eligibility(Postcodes: ["PA20"], Country: "GB");

        village.Admit(Offers.Person(), null, Offers.Opens).ShouldBe(new Admission(null, IsResident: true));
        Code(village, Offers.Person("G1 1AA")).ShouldBe("application.postcode");
        Code(village, Offers.Person("PA20 0AB", country: "IE")).ShouldBe("application.postcode");
    }

    [Fact]
    public void Kinds_of_holders_that_are_not_named_are_refused()
    {
        var people = new Eligibility(Holders: [HolderGroup.Person]);
        var clubs = new Eligibility(Holders: [HolderGroup.Organisation]);

        Code(people, Offers.Club()).ShouldBe("application.holder-not-taken");
        Code(clubs, Offers.Person()).ShouldBe("application.holder-not-taken");
        people.Takes(HolderGroup.Minor).ShouldBeFalse();
        new Eligibility(Holders: [HolderGroup.Person, HolderGroup.Minor]).Takes(HolderGroup.Minor).ShouldBeTrue();
    }

    [Fact]
    public void The_type_that_was_chosen_must_fit()
    {
        Types.Admit(Offers.Person(), "A", Offers.Opens).ShouldBe(new Admission("A", IsResident: true));
        Types.Admit(Offers.Person(), "B", Offers.Opens).ShouldBe(new Admission("B", IsResident: false));
        Types.Admit(Offers.Club(), "B", Offers.Opens).ShouldBe(new Admission("B", IsResident: false));
        Code(Types, Offers.Person()).ShouldBe("application.type-missing");
        Code(Types, Offers.Person(), "C").ShouldBe("application.type-unknown");
        Code(Types, Offers.Club(), "A").ShouldBe("application.type-kind");
        Code(Types, Offers.Person("G1 1AA"), "A").ShouldBe("application.type-postcode");
        Code(Eligibility.Everyone, Offers.Person(), "A").ShouldBe("application.type-unknown");
    }

    [Fact]
    public void A_type_has_limits_and_a_priority_of_its_own()
    {
        var offer = Offers.Open(Offers.Terms with { Eligibility = Types });

        var (a, b) = (offer.LimitsFor(HolderKind.Person, "A"), offer.LimitsFor(HolderKind.Organisation, "B"));

        (a.MinimumMinor, a.MaximumMinor).ShouldBe((5_000, 40_000));
        (b.MinimumMinor, b.MaximumMinor).ShouldBe((10_000, 20_000));
        (offer.WidestLimits().MinimumMinor, offer.WidestLimits().MaximumMinor).ShouldBe((5_000, 40_000));
        offer.HasPriority("B", 15_000).ShouldBeTrue();
        offer.HasPriority("B", 14_000).ShouldBeFalse();
        offer.HasPriority("A", 40_000).ShouldBeFalse();
        offer.HasPriority(null, 40_000).ShouldBeFalse();
    }

    [Theory]
    [InlineData("code", "offer.terms.type-code")]
    [InlineData("who", "offer.terms.type-who")]
    [InlineData("persons", "offer.terms.type-nobody")]
    [InlineData("minimumMinor", "offer.terms.type-minimum")]
    [InlineData("maximumMinor", "offer.terms.type-maximum")]
    [InlineData("priorityFromMinor", "offer.terms.whole-shares")]
    [InlineData("postcodes[0]", "offer.terms.postcode")]
    public void A_bad_type_is_refused_at_its_place_in_the_list(string field, string code)
    {
        var bad = field switch
        {
            "code" => Other with { Code = "b b" },
            "who" => Other with { Who = " " },
            "persons" => Other with { Persons = false, Organisations = false },
            "minimumMinor" => Other with { MinimumMinor = 300_000, MaximumMinor = null },
            "maximumMinor" => Other with { MaximumMinor = 5_000 },
            "priorityFromMinor" => Other with { PriorityFromMinor = 1 },
            _ => Other with { Postcodes = ["!"] },
        };

        Refusal(new Eligibility([Resident, bad])).ShouldBe((code, $"membershipTypes[1].{field}"));
    }

    [Fact]
    public void Two_types_never_share_a_code() =>
        Refusal(new Eligibility([Resident, Resident])).ShouldBe(("offer.terms.type-twice", "membershipTypes[1].code"));

    private static (string, string?) Refusal(Eligibility eligibility)
    {
        var terms = Offers.Terms with { Eligibility = eligibility };
        var refused = Should.Throw<Refused>(() => terms.Check(1_000, isOfBonds: false));
        return (refused.Code, refused.Field);
    }

    private static string Code(Eligibility eligibility, HolderDetails who, string? type = null) =>
        Offers.Code(() => eligibility.Admit(who, type, Offers.Opens));

    private static Admission Received(Eligibility eligibility, string postcode, Admission known) =>
        Offers
            .Open(Offers.Terms with { Eligibility = eligibility })
            .AdmitReceiver(Offers.Person(postcode), known, Offers.Opens);
}
