namespace SocialShares.Domain.Tests;

/// <summary>A change of name or address keeps what stood before, and changes follow one another.</summary>
public sealed class HolderChangeTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);
    private static readonly Signature By = new(
        PersonId.New(),
        "Ann",
        new DateTime(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc)
    );

    [Fact]
    public void What_stood_before_is_kept_with_the_change()
    {
        var member = Member();
        var before = member.Address;

        var change = member.Move(Order("2 Low Street", Today), null, Today);

        (change.No, change.BeforeStreet, change.Street).ShouldBe((1, before.Street, "2 Low Street"));
        (member.Street, member.Version).ShouldBe(("2 Low Street", 2));
    }

    [Fact]
    public void Nothing_changed_a_day_to_come_or_before_the_last_change_is_refused()
    {
        var member = Member();
        var first = member.Move(Order("2 Low Street", Today.AddDays(-3)), null, Today);

        Code(() => member.Move(Order("2 Low Street", Today), first, Today)).ShouldBe("holder.nothing-changed");
        Code(() => member.Move(Order("3", Today.AddDays(1)), first, Today)).ShouldBe("holder.change-day");
        Code(() => member.Move(Order("3", Today.AddDays(-4)), first, Today)).ShouldBe("holder.change-order");
        member.Move(Order("3", Today.AddDays(-3)), first, Today).No.ShouldBe(2);
    }

    [Fact]
    public void An_electronic_address_has_a_purpose()
    {
        var order = Order("2 Low Street", Today);

        Code(() => Member().Move(order with { To = order.To with { Email = "a@example.org" } }, null, Today))
            .ShouldBe("holder.email-purpose");
        Code(() => Member().Move(order with { To = order.To with { Purpose = NoticePurpose.Meetings } }, null, Today))
            .ShouldBe("holder.email-purpose");
    }

    [Fact]
    public void Whoever_is_told_apart_by_name_is_found_by_the_new_one()
    {
        var club = Member(HolderKind.Organisation);
        var person = Member();
        var order = new HolderChangeOrder(person.Address with { Name = "Iris United" }, Today, "Deed", By);

        club.Move(order, null, Today);
        person.Move(order, null, Today);

        club.Identity.ShouldBe(HolderIdentity.Of(club.Details() with { Name = "iris united" }));
        person.Identity.ShouldBe("");
    }

    private static HolderChangeOrder Order(string street, DateOnly on) =>
        new(new HolderAddress("Iris", street, "HB1", "Hallowby", "GB"), on, "Letter", By);

    private static Member Member(HolderKind kind = HolderKind.Person) =>
        new(
            MemberId.New(),
            EnterpriseId.New(),
            1,
            PersonId.New(),
            new HolderDetails(kind, "Iris", "1 High Street", "HB1", "Hallowby", "GB", null),
            new PayoutChoice(PayoutDestination.Bank, null),
            Today
        );

    private static string Code(Action act) => Should.Throw<Refused>(act).Code;
}
