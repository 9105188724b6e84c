namespace SocialShares.Domain.Tests;

/// <summary>Whoever one person takes into a board is no second person beside them.</summary>
public sealed class FourEyesTests
{
    private const string Same = "same";
    private static readonly DateTime Now = new(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc);
    private static readonly Signature Chair = Somebody();
    private static readonly Signature Administrator = Somebody();

    [Fact]
    public void Whom_the_first_person_seated_is_no_second_one_nor_the_other_way_round()
    {
        var (shop, own) = (Shop(), Somebody());
        Seat(shop, own, Chair);

        Code(shop, Chair, own).ShouldBe("four-eyes.seated-by-first");
        Code(shop, own, Chair).ShouldBe("four-eyes.seated-by-first");
        Code(shop, own, own).ShouldBe(Same);
    }

    [Fact]
    public void A_chain_of_seats_is_one_pair_of_eyes_also_when_a_link_has_left()
    {
        var (shop, second, third, fourth) = (Shop(), Somebody(), Somebody(), Somebody());
        Seat(shop, second, Chair);
        Seat(shop, third, second);
        Seat(shop, fourth, Chair);
        var left = shop.Leave(second.PersonId!.Value, new DateOnly(2026, 3, 3), Now);

        Code(shop, Chair, third).ShouldBe("four-eyes.seated-by-first");
        Code(shop, third, fourth).ShouldBe("four-eyes.seated-by-first");
        left.Origin.ShouldBe(Chair.PersonId);
    }

    [Fact]
    public void Whom_an_administrator_seats_is_a_second_person_and_so_is_whom_nobody_seated()
    {
        var (shop, known, own) = (Shop(), Somebody(), Somebody());
        Seat(shop, known, Administrator);
        Seat(shop, own, known);

        Code(shop, Chair, known).ShouldBeNull();
        Code(shop, Chair, own).ShouldBeNull();
        Code(shop, known, own).ShouldBe("four-eyes.seated-by-first");
        Code(shop, Chair, Administrator).ShouldBeNull();
    }

    [Fact]
    public void An_administrator_vouches_once_for_somebody_whom_the_board_seated()
    {
        var (shop, second) = (Shop(), Somebody());
        Seat(shop, second, Chair);

        Should.Throw<Refused>(() => Seat(shop, second, Chair)).Code.ShouldBe("board.already-member");
        Seat(shop, second, Administrator);

        Code(shop, Chair, second).ShouldBeNull();
        shop.Board.Count.ShouldBe(2);
        shop.Board[1].SeatedBy.ShouldBe(Administrator.PersonId);
        Should.Throw<Refused>(() => Seat(shop, second, Administrator)).Code.ShouldBe("board.already-member");
    }

    [Fact]
    public void An_administrator_who_sits_on_the_board_seats_like_any_other_of_it()
    {
        var (shop, own) = (Shop(), Somebody());
        Seat(shop, Administrator, Chair);
        Seat(shop, own, Administrator);

        Code(shop, Chair, own).ShouldBe("four-eyes.seated-by-first");
    }

    private static string? Code(Enterprise shop, Signature first, Signature second)
    {
        var eyes = new FourEyes(shop.Board.Select(m => (m.PersonId, m.Origin ?? m.PersonId)));
        try
        {
            eyes.RequireTwo(first.PersonId!.Value, second, Same);
            return null;
        }
        catch (Refused refused)
        {
            return refused.Code;
        }
    }

    private static Signature Somebody() => new(PersonId.New(), "Sam", Now);

    private static BoardMember Member(Enterprise? of, Signature who) =>
        new(of?.Id ?? EnterpriseId.New(), who.PersonId!.Value, who.Name, "", true, new DateOnly(2026, 3, 2));

    private static void Seat(Enterprise shop, Signature whom, Signature by) => shop.Seat(Member(shop, whom), by);

    private static Enterprise Shop()
    {
        var profile = new EnterpriseProfile(
            "Hallowby Shop",
            "community benefit society",
            "GB",
            "1",
            "1 High Street",
            "Hallowby",
            Currency.Gbp,
            "Europe/London",
            "bottle",
            "shop"
        );
        return Enterprise.Register(EnterpriseId.New(), "hallowby", profile, Member(null, Chair), Now);
    }
}
