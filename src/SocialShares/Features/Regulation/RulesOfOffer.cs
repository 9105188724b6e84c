using Microsoft.EntityFrameworkCore;
using SocialShares.Adapters.RuleFiles;
using SocialShares.Data;

namespace SocialShares.Features.Regulation;

/// <summary>
/// Which rules an offer stands under: those of its pack as it is today while it is a draft, and from its approval on those
/// of the very file that was in force then, whatever became of that file.
/// </summary>
public sealed class RulesOfOffer(SharesDb db, RulePacks packs, TimeProvider clock)
{
    /// <summary>The rules of an offer.</summary>
    public async Task<OfferRules> Read(Offer offer, CancellationToken ct)
    {
        if (offer.RulesHash is not { } hash)
        {
            // An offer that was approved before the platform had rule packs keeps what held when it opened.
            var pack = packs.Find(offer.RulePackId);
            var day = offer.State is OfferState.Draft or OfferState.InReview
                ? offer.RulesDay(Today(offer))
                : offer.OpensOn;
            return new OfferRules(pack, pack.On(day) ?? pack.Versions[^1]);
        }
        var kept = packs.OfHash(hash) ?? packs.Remember(hash, await Kept(hash, ct));
        return new OfferRules(kept, kept.Versions.Single(v => v.ValidFrom == offer.RulesFrom));
    }

    /// <summary>The board's choice for its draft; the pack that is usual for such an offer where it names none.</summary>
    /// <exception cref="Refused">Codes <c>offer.rules-*</c>, <c>offer.terms.reflection*</c>.</exception>
    public async Task Choose(Offer offer, string? rulePack, CancellationToken ct)
    {
        var country = await Country(offer, ct);
        var pack = packs.Choose(rulePack, country, offer.SecurityKind);
        offer.ChooseRules(pack, country, await Others(offer, ct), Today(offer));
    }

    /// <summary>Settles the rules of an offer that has just been approved, and keeps their file.</summary>
    /// <exception cref="Refused">The terms break a rule that has come into force since the draft.</exception>
    public async Task Settle(Offer offer, DateTime now, CancellationToken ct)
    {
        var pack = packs.Find(offer.RulePackId);
        offer.SettleRules(pack, await Country(offer, ct), await Others(offer, ct), LegalDay.Of(now, offer.TimeZone));
        if (!await db.KeptRulePacks.AnyAsync(k => k.Hash == pack.Hash, ct))
            db.KeptRulePacks.Add(
                new KeptRulePack
                {
                    Hash = pack.Hash,
                    PackId = pack.Id,
                    Text = packs.TextOf(pack),
                    KeptAt = now,
                }
            );
    }

    private DateOnly Today(Offer offer) => LegalDay.Of(clock.GetUtcNow().UtcDateTime, offer.TimeZone);

    private Task<string> Kept(string hash, CancellationToken ct) =>
        db.KeptRulePacks.Where(k => k.Hash == hash).Select(k => k.Text).SingleAsync(ct);

    private Task<string> Country(Offer offer, CancellationToken ct) =>
        db.Enterprises.Where(e => e.Id == offer.EnterpriseId).Select(e => e.Country).SingleAsync(ct);

    // What the public was or will be offered; drafts are judged when they are approved.
    private async Task<IReadOnlyList<OfferedBefore>> Others(Offer offer, CancellationToken ct) =>
        await db
            .Offers.Where(o => o.EnterpriseId == offer.EnterpriseId && o.Id != offer.Id && o.Currency == offer.Currency)
            .Where(o =>
                o.State != OfferState.Draft
                && o.State != OfferState.InReview
                && o.State != OfferState.Cancelled
                && o.State != OfferState.Failed
            )
            .Select(o => new OfferedBefore(o.OpensOn, o.MaximumTargetMinor))
            .ToListAsync(ct);
}

/// <summary>The pack of an offer and the version that holds for it.</summary>
public sealed record OfferRules(RulePack Pack, RuleSet Rules);
