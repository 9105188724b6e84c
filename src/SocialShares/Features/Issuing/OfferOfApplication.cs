namespace SocialShares.Features.Issuing;

/// <summary>The offer and the enterprise that an application is for.</summary>
public sealed record OfferOfApplication(
    OfferId Id,
    string Slug,
    string Title,
    Currency Currency,
    bool IsOfBonds,
    long ParValueMinor,
    DateOnly? ClosesOn,
    int ReflectionDays,
    EnterpriseId EnterpriseId,
    string EnterpriseName,
    string EnterpriseSlug,
    string Ink,
    string Drawing
)
{
    public static OfferOfApplication Of(Offer offer, Enterprise enterprise) =>
        new(
            offer.Id,
            offer.Slug,
            offer.Title,
            offer.Currency,
            offer.IsOfBonds,
            offer.ParValueMinor,
            offer.ClosesOn,
            offer.ReflectionDaysNow,
            enterprise.Id,
            enterprise.Name,
            enterprise.Slug,
            enterprise.Ink,
            enterprise.Drawing
        );
}
