namespace SocialShares.Domain.Tests;

/// <summary>Holders, classes and signatures of the tests about holdings.</summary>
internal static class Examples
{
    public static readonly DateTime Now = new(2030, 3, 1, 9, 0, 0, DateTimeKind.Utc);
    public static readonly DateOnly Today = new(2030, 3, 1);
    public static readonly EnterpriseId Enterprise = EnterpriseId.New();

    /// <summary>A board on which nobody seated another.</summary>
    public static readonly FourEyes Apart = new([]);

    public static Signature Somebody() => new(PersonId.New(), "Somebody", Now);

    public static Signature By(PersonId id) => new(id, "Somebody", Now);

    public static HolderDetails Details(HolderKind kind = HolderKind.Person) =>
        new(
            kind,
            "Zoe Holder",
            "1 Street",
            "AB1",
            "Hallowby",
            "GB",
            kind == HolderKind.Person ? new DateOnly(1980, 1, 1) : null
        );

    public static Member Holder(HolderKind kind = HolderKind.Person) =>
        new(
            MemberId.New(),
            Enterprise,
            1,
            PersonId.New(),
            Details(kind),
            new PayoutChoice(PayoutDestination.Bank, "GB29NWBK60161331926819"),
            new DateOnly(2025, 1, 1)
        );

    public static HoldingTerms Free =>
        HoldingTerms.Usual with
        {
            Transferable = true,
            NoticeWeeks = 0,
            LockInYears = 0,
            MaximumPerYearPpm = Rate.Whole,
        };

    public static ShareClass Class(HoldingTerms? holding = null, long par = 1_000) =>
        ShareClass.Define(
            ShareClassId.New(),
            Enterprise,
            "A",
            new ShareTerms(par, Currency.Gbp, 50_000, 0, true, holding)
        );

    public static Refused ShouldRefuse(string code, Action act)
    {
        var refused = Should.Throw<Refused>(act);
        refused.Code.ShouldBe(code);
        return refused;
    }
}
