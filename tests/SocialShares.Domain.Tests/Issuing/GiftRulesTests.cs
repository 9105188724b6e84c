namespace SocialShares.Domain.Tests;

/// <summary>A gift's own life, without any database.</summary>
public sealed class GiftRulesTests
{
    private static readonly GiftWords Words = new("Robin", "robin@people.example", "Iris", "");
    private static readonly PersonId Giver = PersonId.New();

    [Fact]
    public void A_receiver_may_answer_for_thirty_days_but_not_longer_than_the_offer_waits()
    {
        Invited(Offers.Opens, Offers.Opens.AddDays(60)).AcceptBy.ShouldBe(Offers.Opens.AddDays(30));
        Invited(Offers.Opens, Offers.Opens.AddDays(10)).AcceptBy.ShouldBe(Offers.Opens.AddDays(24));
        Invited(Offers.Opens, null).AcceptBy.ShouldBe(Offers.Opens.AddDays(30));
    }

    [Fact]
    public void It_is_accepted_once_by_another_and_in_time()
    {
        var gift = Invited(Offers.Opens, null);

        Offers.Code(() => gift.Accept(Giver, Giver, Offers.Opens, Offers.Noon)).ShouldBe("gift.own");
        Offers
            .Code(() => gift.Accept(PersonId.New(), Giver, Offers.Opens.AddDays(31), Offers.Noon))
            .ShouldBe("gift.too-late");
        gift.Accept(PersonId.New(), Giver, Offers.Opens.AddDays(30), Offers.Noon);
        Offers.Code(() => gift.Accept(PersonId.New(), Giver, Offers.Opens, Offers.Noon)).ShouldBe("gift.over");
        Offers.Code(() => gift.Decline(Offers.Noon)).ShouldBe("gift.over");
        gift.End(GiftState.TakenBack, Offers.Noon).ShouldBeTrue();
        gift.End(GiftState.Over, Offers.Noon).ShouldBeFalse();
        gift.State.ShouldBe(GiftState.TakenBack);
    }

    [Fact]
    public void Nobody_is_asked_before_it_is_paid()
    {
        var gift = new Gift(Started(), Words);

        Offers.Code(() => gift.Accept(PersonId.New(), Giver, Offers.Opens, Offers.Noon)).ShouldBe("gift.over");
        gift.End(GiftState.TakenBack, Offers.Noon).ShouldBeFalse();
    }

    [Fact]
    public void An_application_that_is_a_gift_needs_no_holder_until_it_is_accepted_and_no_answer_of_the_giver_stays()
    {
        var (offer, application) = (Offers.Open(), Started());
        application.AnswerWho(offer, Offers.Person(), null, Offers.Opens);
        application.Give(offer);

        (application.Name, application.HolderPersonId, application.AwaitsReceiver).ShouldBe(("", null, true));
        application.Submit(1, 1, Offers.Noon, Offers.Noon);
        Offers.Code(() => Accept(application, offer)).ShouldBe("gift.over", "not paid yet");
        application.Pay(offer, Offers.Noon, Offers.Noon);
        Accept(application, offer);
        application.AwaitsReceiver.ShouldBeFalse();
        Offers.Code(() => Accept(application, offer)).ShouldBe("gift.over");
    }

    [Fact]
    public void A_giver_may_change_to_buying_alone_before_submitting()
    {
        var (offer, application) = (Offers.Open(), Started());
        application.Give(offer);

        application.AnswerWho(offer, Offers.Person(), null, Offers.Opens);

        (application.IsGift, application.HolderPersonId).ShouldBe((false, Giver));
    }

    private static void Accept(Application application, Offer offer) =>
        application.AcceptGift(
            offer,
            PersonId.New(),
            Offers.Person(),
            null,
            null,
            new PayoutChoice(PayoutDestination.Bank, null),
            Offers.Opens
        );

    private static Gift Invited(DateOnly paidOn, DateOnly? closesOn)
    {
        var gift = new Gift(Started(), Words);
        gift.Invite(paidOn, closesOn, 14);
        return gift;
    }

    private static Application Started() =>
        Application.Start(ApplicationId.New(), Offers.Open(), null, Giver, 5_000, Offers.Noon);
}
