namespace SocialShares.Features.Regulation;

/// <summary>The rules that an offer stands under, as everyone sees them.</summary>
/// <param name="Pack">Short name of the rule pack.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="ValidFrom">The version: the first day on which it holds.</param>
/// <param name="Hash">SHA-256 of the file it stands in; of an approved offer, of the file that was in force then.</param>
/// <param name="IsSettled">True from the approval on: they no longer change.</param>
/// <param name="RiskWarning">The sentence that stays in sight until it is acknowledged.</param>
/// <param name="Protection">What protects an applicant and what does not.</param>
/// <param name="AsksSuitability">Does an applicant answer questions first?</param>
/// <param name="ReflectionDaysNow">Calendar days for who applies now.</param>
/// <param name="FirstFullOn">The day on which the offer was fully subscribed for the first time; null while it never was.</param>
public sealed record RulesShown(
    string Pack,
    LocalText Name,
    DateOnly ValidFrom,
    string Hash,
    bool IsSettled,
    LocalText RiskWarning,
    IReadOnlyList<LocalText> Protection,
    bool AsksSuitability,
    int ReflectionDaysNow,
    DateOnly? FirstFullOn
)
{
    public static RulesShown Of(Offer offer, OfferRules rules) =>
        new(
            rules.Pack.Id,
            rules.Pack.Name,
            rules.Rules.ValidFrom,
            rules.Pack.Hash,
            offer.RulesHash is not null,
            rules.Rules.RiskWarning,
            rules.Rules.Protection,
            rules.Rules.Suitability is not null,
            offer.ReflectionDaysNow,
            offer.FirstFullAt is { } at ? LegalDay.Of(at, offer.TimeZone) : null
        );
}
