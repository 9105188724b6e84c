namespace SocialShares.Domain.Tests;

/// <summary>Offers of a village, made by the domain alone.</summary>
internal static class Offers
{
    public static readonly DateOnly Opens = new(2026, 3, 2);
    public static readonly DateTime Noon = new(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc);
    public static readonly Signature Chair = new(PersonId.New(), "Cora Chair", Noon);

    /// <summary>100 to 2,000 pounds of shares of 10 pounds, 50 to 400 pounds each.</summary>
    public static OfferTerms Terms { get; } =
        new(10_000, 100_000, 200_000, Opens, Opens.AddDays(60), 5_000, 40_000, 80_000, 14, Extendable: true);

    public static Signature On(DateOnly day) =>
        Chair with
        {
            At = day.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc),
        };

    public static Offer Draft(OfferTerms? terms = null)
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
        var first = new BoardMember(EnterpriseId.New(), PersonId.New(), "Cora", "chair", isResident: true, Opens);
        var enterprise = Enterprise.Register(EnterpriseId.New(), "hallowby", profile, first, Noon);
        enterprise.ConnectPaymentAccount("acct_1");
        var unit = new OfferedUnit(ShareClassId.New(), new Money(1_000, Currency.Gbp));
        var offer = Offer.Draft(OfferId.New(), enterprise, unit, "shop", "A shop", "Buy it", terms ?? Terms, Chair);
        offer.Submit(enterprise, hasDocument: true, Chair);
        return offer;
    }

    public static Offer Open(OfferTerms? terms = null)
    {
        var offer = Draft(terms);
        offer.Approve(new Signature(PersonId.New(), "Ada", Noon));
        offer.Open(Chair);
        return offer;
    }

    public static HolderDetails Person(string postcode = "PA20 0AB", DateOnly? born = null, string country = "GB") =>
        new(
            HolderKind.Person,
            "Iris",
            "2 High Street",
            postcode,
            "Hallowby",
            country,
            born ?? new DateOnly(1980, 1, 1)
        );

    public static HolderDetails Club(string postcode = "PA20 0AB") =>
        new(
            HolderKind.Organisation,
            "Football Club",
            "2 High Street",
            postcode,
            "Hallowby",
            "GB",
            null,
            new HolderParty(Representative: "Iris", Office: "treasurer")
        );

    public static string Code(Action refused) => Should.Throw<Refused>(refused).Code;
}
