namespace SocialShares.Domain.Tests;

/// <summary>An application on paper has two people, each once.</summary>
public sealed class PaperApplicationTests
{
    private static readonly Signature Other = Offers.Chair with { PersonId = PersonId.New(), Name = "Sam" };
    private static readonly FourEyes Apart = new([]);

    [Fact]
    public void Who_typed_it_neither_confirms_nor_refuses_it()
    {
        var paper = Typed();

        Offers.Code(() => paper.Confirm(Offers.Chair, Apart)).ShouldBe("paper.own-decision");
        Offers.Code(() => paper.Refuse("wrong", Offers.Chair)).ShouldBe("paper.own-decision");
        (paper.State, paper.DecidedBy).ShouldBe((PaperState.Typed, null));
    }

    [Fact]
    public void It_is_decided_on_once_and_cancelled_only_when_confirmed()
    {
        var (confirmed, refused) = (Typed(), Typed());

        Offers.Code(() => confirmed.Cancel("letter")).ShouldBe("paper.not-confirmed");
        confirmed.Confirm(Other, Apart);
        refused.Refuse("unreadable", Other);
        confirmed.Cancel("letter");

        Offers.Code(() => confirmed.Refuse("late", Other)).ShouldBe("paper.decided");
        Offers.Code(() => refused.Confirm(Other, Apart)).ShouldBe("paper.decided");
        Offers.Code(() => refused.Cancel("letter")).ShouldBe("paper.not-confirmed");
        (refused.Reason, refused.DecidedByName, confirmed.CancelledOn).ShouldBe(("unreadable", "Sam", "letter"));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(5, null)]
    [InlineData(-1, "paper.signed-before-document")]
    [InlineData(6, "paper.signed-later")]
    public void It_is_signed_between_the_day_of_the_document_and_today(int days, string? code)
    {
        var act = () => Typed(Offers.Opens.AddDays(days), Offers.Opens.AddDays(5));

        if (code is null)
            act().SignedOn.ShouldBe(Offers.Opens.AddDays(days));
        else
            Offers.Code(() => act()).ShouldBe(code);
    }

    private static PaperApplication Typed(DateOnly? signedOn = null, DateOnly? today = null)
    {
        var application = Application.Start(
            ApplicationId.New(),
            Offers.Open(),
            null,
            PersonId.New(),
            10_000,
            Offers.Noon
        );
        var facts = new PaperFacts(signedOn ?? Offers.Opens, 1, "Folder 2", null, "en");
        return PaperApplication.Type(application, facts, Offers.Opens, today ?? Offers.Opens, Offers.Chair);
    }
}
