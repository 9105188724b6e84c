namespace SocialShares.Domain.Tests;

/// <summary>Who may stand in a register, and who is the same holder as whom.</summary>
public sealed class HolderTests
{
    private static readonly DateOnly Today = new(2030, 3, 1);
    private static readonly HolderDetails Ann = new(
        HolderKind.Person,
        "Ann Ashby",
        "1 High Street",
        "HB1",
        "Hallowby",
        "GB",
        new DateOnly(1980, 2, 29)
    );

    [Theory]
    [InlineData(2012, 3, 2, null)]
    [InlineData(2012, 3, 1, "application.of-age")]
    [InlineData(1980, 1, 1, "application.of-age")]
    public void A_minor_is_under_full_age_on_the_day_itself(int year, int month, int day, string? code)
    {
        var child = Child("Wren", new DateOnly(year, month, day));

        CodeOf(() => child.CheckAge(Today)).ShouldBe(code);
    }

    [Fact]
    public void A_minor_needs_a_date_of_birth_and_a_guardian()
    {
        CodeOf(() => (Child("Wren", Today) with { BornOn = null }).CheckAge(Today))
            .ShouldBe("application.born-missing");
        CodeOf(() => (Child("Wren", Today) with { Party = null }).CheckAge(Today))
            .ShouldBe("application.guardian-missing");
        CodeOf(() => (Child("Wren", Today) with { Party = new HolderParty(Guardian: " ") }).CheckAge(Today))
            .ShouldBe("application.guardian-missing");
    }

    [Theory]
    [InlineData(0, "application.joint-count")]
    [InlineData(1, null)]
    [InlineData(3, null)]
    [InlineData(4, "application.joint-count")]
    public void Two_to_four_hold_together(int others, string? code)
    {
        var names = Enumerable.Range(0, others).Select(n => $"Other {"abcd"[n]}").ToArray();

        CodeOf(() => Together(names).CheckAge(Today)).ShouldBe(code);
    }

    [Fact]
    public void Joint_holders_are_of_full_age_and_are_named_once()
    {
        var young = Together("Bob") with { Party = new HolderParty(With: [new("Bob", new DateOnly(2012, 3, 2))]) };
        var ageless = Together("Bob") with { Party = new HolderParty(With: [new("Bob", null)]) };

        CodeOf(() => young.CheckAge(Today)).ShouldBe("application.joint-under-age");
        CodeOf(() => ageless.CheckAge(Today)).ShouldBe("application.joint-under-age");
        CodeOf(() => Together("ann  ASHBY").CheckAge(Today)).ShouldBe("application.joint-same-name");
        CodeOf(() => Together("Bob", "bob.").CheckAge(Today)).ShouldBe("application.joint-same-name");
    }

    [Fact]
    public void An_organisation_needs_somebody_who_acts_for_it()
    {
        CodeOf(() => Club("Club", null).CheckAge(Today)).ShouldBeNull();
        CodeOf(() => (Club("Club", null) with { Party = null }).CheckAge(Today))
            .ShouldBe("application.representative-missing");
        CodeOf(() => (Club("Club", null) with { Party = new HolderParty(Representative: "Ann") }).CheckAge(Today))
            .ShouldBe("application.representative-missing");
    }

    [Fact]
    public void A_person_is_one_holder_however_the_name_is_written() =>
        HolderIdentity.Of(Ann).ShouldBe(HolderIdentity.Of(Ann with { Name = "A. Ashby-Jones" }));

    [Fact]
    public void Associations_are_told_apart_by_number_or_by_name()
    {
        HolderIdentity.Of(Club("Football Club", null)).ShouldBe(HolderIdentity.Of(Club("football  club.", null)));
        HolderIdentity.Of(Club("Football Club", null)).ShouldNotBe(HolderIdentity.Of(Club("Chess Club", null)));
        HolderIdentity.Of(Club("Football Club", "84 27")).ShouldBe(HolderIdentity.Of(Club("F.C.", "8427")));
        HolderIdentity.Of(Club("Football Club", "8427")).ShouldNotBe(HolderIdentity.Of(Club("Football Club", "8428")));
    }

    [Fact]
    public void Children_are_told_apart_by_birth_and_name()
    {
        var born = new DateOnly(2020, 5, 5);

        HolderIdentity.Of(Child("Zoë Ashby", born)).ShouldBe(HolderIdentity.Of(Child("zoe ashby", born)));
        HolderIdentity.Of(Child("Zoë", born)).ShouldNotBe(HolderIdentity.Of(Child("Wren", born)));
        HolderIdentity.Of(Child("Zoë", born)).ShouldNotBe(HolderIdentity.Of(Child("Zoë", born.AddDays(1))));
    }

    [Fact]
    public void Joint_holders_are_the_same_in_whatever_order_the_others_stand()
    {
        HolderIdentity.Of(Together("Bob", "Cor")).ShouldBe(HolderIdentity.Of(Together("cor", "BOB")));
        HolderIdentity.Of(Together("Bob")).ShouldNotBe(HolderIdentity.Of(Together("Bob", "Cor")));
        HolderIdentity
            .Of(Together(new string('b', 140), new string('c', 140), new string('d', 140)))
            .Length.ShouldBeLessThanOrEqualTo(80);
    }

    [Fact]
    public void What_a_kind_of_holder_does_not_have_is_dropped()
    {
        var all = new HolderParty(" Ann ", " 8427 ", " Bo ", " chair ", [new JointHolder(" Bob ", Today)]);

        (Ann with { Party = all }).Normal().Party.ShouldBeNull();
        (Child("Wren", Today) with { Party = all }).Normal().Party.ShouldBe(new HolderParty(Guardian: "Ann"));
        (Club("Club", null) with { Party = all, BornOn = Today }).Normal().BornOn.ShouldBeNull();
        (Together() with { Party = all }).Normal().Party!.With!.Single().Name.ShouldBe("Bob");
    }

    [Fact]
    public void A_register_keeps_the_names_of_joint_holders_and_not_when_they_were_born() =>
        Member(PersonId.New(), Together("Bob")).Party!.With!.ShouldBe([new JointHolder("Bob", null)]);

    [Fact]
    public void Nobody_claims_or_chooses_for_a_holder_who_died()
    {
        var nobody = PersonId.New();
        var member = Member(nobody, Ann);
        member.Die(Today);

        CodeOf(() => member.Claim(nobody, PersonId.New())).ShouldBe("holder.died");
        CodeOf(() => member.Choose(new PayoutChoice(PayoutDestination.Bank, null))).ShouldBe("holder.died");
    }

    [Fact]
    public void A_child_of_full_age_takes_the_holding_over_and_nobody_else_does()
    {
        var (guardian, wren) = (PersonId.New(), PersonId.New());
        var member = Member(guardian, Child("Wren Ashby", new DateOnly(2012, 3, 2)));

        CodeOf(() => member.TakeOver(wren, null, Today)).ShouldBe("holding.not-of-age");
        CodeOf(() => member.TakeOver(guardian, null, Today.AddDays(1))).ShouldBe("holding.take-over-own");
        CodeOf(() => member.TakeOver(wren, 12, Today.AddDays(1))).ShouldBe("holding.take-over-already-holder");
        member.TakeOver(wren, null, Today.AddDays(1));

        (member.PersonId, member.Kind, member.Party!.Guardian).ShouldBe((wren, HolderKind.Person, "Ann Ashby"));
        member.Identity.ShouldBe(HolderIdentity.Of(Ann), "the identity of a person: nobody is one twice");
        CodeOf(() => member.TakeOver(guardian, null, Today.AddDays(1))).ShouldBe("holding.not-of-age");
        CodeOf(() => Member(guardian, Ann).TakeOver(wren, null, Today)).ShouldBe("holding.not-of-age");
    }

    private static Member Member(PersonId person, HolderDetails details) =>
        new(
            MemberId.New(),
            EnterpriseId.New(),
            1,
            person,
            details,
            new PayoutChoice(PayoutDestination.Bank, null),
            Today
        );

    private static HolderDetails Child(string name, DateOnly born) =>
        Ann with
        {
            Kind = HolderKind.Minor,
            Name = name,
            BornOn = born,
            Party = new HolderParty(Guardian: "Ann Ashby"),
        };

    private static HolderDetails Club(string name, string? number) =>
        Ann with
        {
            Kind = HolderKind.Organisation,
            Name = name,
            BornOn = null,
            Party = new HolderParty(RegistryNumber: number, Representative: "Ann Ashby", Office: "treasurer"),
        };

    private static HolderDetails Together(params string[] others) =>
        Ann with
        {
            Kind = HolderKind.Joint,
            Party = new HolderParty(With: [.. others.Select(o => new JointHolder(o, new DateOnly(1970, 1, 1)))]),
        };

    private static string? CodeOf(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (Refused e)
        {
            return e.Code;
        }
    }
}
