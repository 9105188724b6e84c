using static SocialShares.Domain.Tests.Examples;

namespace SocialShares.Domain.Tests;

/// <summary>The account of an estate from which nothing can pass: four eyes, neither of that board.</summary>
public sealed class EstatePayeeTests
{
    private static readonly Iban Account = Iban.Parse("GB29NWBK60161331926819");

    [Fact]
    public void One_administrator_names_the_account_and_another_confirms_it_once()
    {
        var (recorder, first, second) = (PersonId.New(), PersonId.New(), PersonId.New());
        var death = Died(recorder);
        ShouldRefuse("payee.none", () => death.ConfirmPayee(false, By(second)));
        ShouldRefuse("death.own-board", () => Name(death, first, sitsOnBoard: true));
        ShouldRefuse("death.own-board", () => Name(death, recorder));

        Name(death, first);

        ShouldRefuse("payee.own", () => death.ConfirmPayee(false, By(first)));
        ShouldRefuse("death.own-board", () => death.ConfirmPayee(true, By(second)));
        ShouldRefuse("death.own-board", () => death.ConfirmPayee(false, By(recorder)));
        death.ConfirmPayee(false, By(second));
        (death.Payee!.NamedBy, death.Payee.ConfirmedBy).ShouldBe((first, second));
        ShouldRefuse("payee.confirmed", () => death.ConfirmPayee(false, By(first)));
        ShouldRefuse("payee.confirmed", () => Name(death, second));
    }

    [Fact]
    public void An_account_that_nobody_confirmed_can_be_named_anew_and_then_the_first_may_confirm_it()
    {
        var (first, second) = (PersonId.New(), PersonId.New());
        var death = Died(PersonId.New());
        Name(death, first);

        Name(death, second);
        death.ConfirmPayee(false, By(first));

        death.Payee!.ConfirmedBy.ShouldBe(first);
    }

    [Fact]
    public void Nobody_is_named_before_the_death_is_confirmed()
    {
        var death = Record(Holder(), PersonId.New());

        ShouldRefuse("payee.not-died", () => Name(death, PersonId.New()));
    }

    private static HolderDeath Died(PersonId recorder)
    {
        var member = Holder();
        var death = Record(member, recorder);
        death.Confirm(member, false, Somebody());
        return death;
    }

    private static HolderDeath Record(Member member, PersonId recorder) =>
        HolderDeath.Record(HolderDeathId.New(), member, Today, "Certificate 7", Today, By(recorder));

    private static void Name(HolderDeath death, PersonId by, bool sitsOnBoard = false) =>
        death.NamePayee("Eve Executor", Account, "Grant of probate 12", sitsOnBoard, By(by));
}
