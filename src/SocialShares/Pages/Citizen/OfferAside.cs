using SocialShares.Features.Issuing;

namespace SocialShares.Pages.Citizen;

/// <summary>What stands beside a question: which offer it is about, and how to read it again.</summary>
public sealed record OfferAside(
    string Slug,
    string Title,
    string EnterpriseName,
    string Drawing,
    long ParValueMinor,
    Currency Currency,
    bool IsOfBonds,
    DateOnly? ClosesOn
)
{
    public static OfferAside Of(OfferShown o) =>
        new(
            o.Slug,
            o.Title,
            o.Enterprise.Name,
            o.Enterprise.Drawing,
            o.UnitPriceMinor,
            o.Currency,
            o.IsOfBonds,
            o.Terms.ClosesOn
        );

    public static OfferAside Of(OfferOfApplication o) =>
        new(o.Slug, o.Title, o.EnterpriseName, o.Drawing, o.ParValueMinor, o.Currency, o.IsOfBonds, o.ClosesOn);
}
