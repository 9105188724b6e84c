using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Public;

/// <summary>From when until when an offer is sold, in words.</summary>
public sealed partial class OfferModel
{
    /// <summary>The window, seen from today.</summary>
    public string Window() =>
        (Offer.State, Terms.ClosesOn) switch
        {
            (OfferState.Approved, { } last) => PublicTexts.offer_window.With(
                Shown.Date(Terms.OpensOn),
                Shown.Date(last)
            ),
            (_, { } last) => (IsOpen ? PublicTexts.offer_closes : PublicTexts.offer_was_until).With(
                Shown.LongDate(last)
            ),
            _ => PublicTexts.offer_open_since.With(Shown.Date(Terms.OpensOn)),
        };
}
