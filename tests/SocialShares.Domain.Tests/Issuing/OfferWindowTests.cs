namespace SocialShares.Domain.Tests;

/// <summary>Kinds of offers, and how their window may still change.</summary>
public sealed class OfferWindowTests
{
    private static readonly DateOnly Last = Offers.Opens.AddDays(60);
    private static readonly DateOnly Later = Offers.Opens.AddDays(90);

    private static readonly OfferTerms OpenTerms = Offers.Terms with
    {
        Kind = OfferKind.Open,
        ClosesOn = null,
        MinimumTargetMinor = 0,
        Extendable = false,
    };

    [Fact]
    public void An_offer_is_extended_once_before_it_closes()
    {
        var offer = Offers.Open();

        offer.Extend(Later, Offers.On(Last));

        (offer.ClosesOn, offer.ExtendedFrom, offer.State).ShouldBe((Later, Last, OfferState.Open));
        (offer.Steps[^1].ClosesOn, offer.Steps[^1].Name).ShouldBe((Later, "Cora Chair"));
        var again = Should.Throw<Refused>(() => offer.Extend(Later.AddDays(1), Offers.On(Last)));
        again.Code.ShouldBe("offer.extended-already");
        again.Numbers.ShouldBe([Last]);
    }

    [Fact]
    public void An_extension_needs_terms_that_allow_it_an_open_window_and_a_later_day_within_a_year()
    {
        var by = Offers.On(Last);

        Offers
            .Code(() => Offers.Open(Offers.Terms with { Extendable = false }).Extend(Later, by))
            .ShouldBe("offer.not-extendable");
        Offers.Code(() => Offers.Draft().Extend(Later, by)).ShouldBe("offer.not-open");
        Offers.Code(() => Offers.Open().Extend(Later, Offers.On(Last.AddDays(1)))).ShouldBe("offer.not-open");
        Offers.Code(() => Offers.Open().Extend(Last, by)).ShouldBe("offer.terms.extension");
        Offers.Code(() => Offers.Open().Extend(Offers.Opens.AddDays(367), by)).ShouldBe("offer.terms.window");
        Offers.Code(() => Offers.Open(OpenTerms).Extend(Later, by)).ShouldBe("offer.not-open");
        Offers.Open().Extend(Offers.Opens.AddDays(366), by);
    }

    [Fact]
    public void A_closed_offer_opens_again_when_its_minimum_was_met_and_something_is_left()
    {
        var closed = Closed();

        Offers.Code(() => closed.Reopen(Later, 9, Offers.On(Last.AddDays(1)))).ShouldBe("offer.reopen-minimum");
        Offers
            .Code(() => closed.Reopen(Last.AddDays(1), 10, Offers.On(Last.AddDays(1))))
            .ShouldBe("offer.terms.reopening");
        Offers
            .Code(() => closed.Reopen(Offers.Opens.AddDays(367), 10, Offers.On(Last.AddDays(1))))
            .ShouldBe("offer.terms.window");
        closed.Reopen(Later, 10, Offers.On(Last.AddDays(1)));

        (closed.State, closed.ClosesOn).ShouldBe((OfferState.Open, Later));
        Offers.Code(() => Offers.Open().Reopen(Later, 10, Offers.On(Last))).ShouldBe("offer.not-closed");
        Offers.Code(() => Allotted().Reopen(Later, 10, Offers.On(Last.AddDays(1)))).ShouldBe("offer.not-closed");
    }

    [Fact]
    public void An_open_offer_has_no_last_day_until_its_board_names_one()
    {
        var offer = Offers.Open(OpenTerms);

        Offers.Code(() => offer.End(Last.AddDays(-1), Offers.On(Last))).ShouldBe("offer.terms.ends-on");
        offer.End(Last, Offers.On(Last));

        offer.ClosesOn.ShouldBe(Last);
        Offers.Code(() => Offers.Open().End(Last, Offers.On(Last))).ShouldBe("offer.has-last-day");
        offer.Close(Offers.On(Last.AddDays(1)));
        Offers.Code(() => offer.Reopen(Later, 10, Offers.On(Last.AddDays(1)))).ShouldBe("offer.not-closed");
    }

    [Theory]
    [InlineData("closesOn", "offer.terms.open-closes")]
    [InlineData("minimumTargetMinor", "offer.terms.open-minimum")]
    [InlineData("extendable", "offer.terms.open-extendable")]
    [InlineData("kind", "offer.terms.open-bonds")]
    public void Terms_that_contradict_an_open_offer_are_refused_at_their_field(string field, string code)
    {
        var terms = field switch
        {
            "closesOn" => OpenTerms with { ClosesOn = Last },
            "minimumTargetMinor" => OpenTerms with { MinimumTargetMinor = 1_000 },
            "extendable" => OpenTerms with { Extendable = true },
            _ => OpenTerms,
        };

        var refused = Should.Throw<Refused>(() => terms.Check(1_000, isOfBonds: field == "kind"));

        (refused.Code, refused.Field).ShouldBe((code, field));
    }

    [Fact]
    public void A_time_bound_offer_needs_its_last_day() =>
        Offers
            .Code(() => (Offers.Terms with { ClosesOn = null }).Check(1_000, false))
            .ShouldBe("offer.terms.closes-on");

    [Fact]
    public void One_target_alone_is_the_maximum_and_what_the_plan_needs()
    {
        var offer = Offers.Open(Offers.Terms with { MinimumTargetMinor = 0, OptimumTargetMinor = 0 });

        (offer.MinimumTargetMinor, offer.OptimumTargetMinor, offer.MaximumTargetMinor).ShouldBe((0, 200_000, 200_000));
        offer.UnitsOffered.ShouldBe(200);
    }

    [Fact]
    public void A_pioneer_offer_is_for_members()
    {
        var offer = Offers.Open(Offers.Terms with { Kind = OfferKind.Pioneer });

        offer.CheckPioneer(isMember: true);
        Offers.Code(() => offer.CheckPioneer(isMember: false)).ShouldBe("offer.pioneers-only");
        Offers.Open().CheckPioneer(isMember: false);
    }

    [Fact]
    public void A_next_offer_comes_a_year_later_and_within_the_maximum_so_far_unless_the_members_approve()
    {
        var offer = Offers.Draft();
        var (yearBefore, soon) = (Offers.Opens.AddYears(-1), Offers.Opens.AddYears(-1).AddDays(1));

        offer.CheckNext(new EarlierOffers(null, null), membersApproved: false);
        offer.CheckNext(new EarlierOffers(yearBefore, 200_000), membersApproved: false);
        Offers
            .Code(() => offer.CheckNext(new(soon, 200_000), membersApproved: false))
            .ShouldBe("offer.members-too-soon");
        Offers.Code(() => offer.CheckNext(new(yearBefore, 199_000), false)).ShouldBe("offer.members-above");
        offer.CheckNext(new EarlierOffers(soon, 199_000), membersApproved: true);
    }

    private static Offer Closed()
    {
        var offer = Offers.Open();
        offer.Close(Offers.On(Last.AddDays(1)));
        return offer;
    }

    private static Offer Allotted()
    {
        var offer = Closed();
        offer.Settle(20, Offers.On(Last.AddDays(1)));
        return offer;
    }
}
