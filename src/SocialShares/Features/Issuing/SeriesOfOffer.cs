using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Issuing;

/// <summary>Writes the series of bonds of an offer that is drafted or rewritten.</summary>
internal static class SeriesOfOffer
{
    /// <summary>More than anybody can compare.</summary>
    public const int Most = 10;

    /// <summary>What one unit of the offer is: a bond, of the same nominal value in each tranche.</summary>
    /// <exception cref="Refused"><c>bond.tranches</c>, <c>bond.nominal-differs</c>, <c>class.currency</c>.</exception>
    public static OfferedUnit UnitOf(Enterprise enterprise, IReadOnlyList<BondTranche> tranches)
    {
        if (tranches.Count is 0 or > Most)
            throw new Refused("bond.tranches", Most) { Field = "tranches" };
        var first = tranches[0].Terms;
        for (var i = 0; i < tranches.Count; i++)
        {
            var terms = tranches[i].Terms;
            if (terms.NominalMinor != first.NominalMinor)
                throw new Refused("bond.nominal-differs") { Field = TrancheField.Of(i, "nominalMinor") };
            if (terms.Currency != enterprise.Currency)
                throw new Refused("bond.currency", enterprise.Currency.Code) { Field = TrancheField.Of(i, "currency") };
            if (terms.NominalMinor <= 0)
                throw new Refused("bond.nominal") { Field = TrancheField.Of(i, "nominalMinor") };
            if (terms.NominalMinor > BondTerms.HighestNominalMinor)
                throw new Refused("bond.nominal-too-large", new Money(BondTerms.HighestNominalMinor, terms.Currency))
                {
                    Field = TrancheField.Of(i, "nominalMinor"),
                };
        }
        return OfferedUnit.Bond(first);
    }

    /// <summary>Writes the tranches as series; those of an earlier draft keep their names.</summary>
    /// <exception cref="Refused">Codes <c>bond.*</c>; <c>offer.terms.tranches-sum</c>, <c>offer.terms.allocation-least</c>.</exception>
    public static async Task Write(
        SharesDb db,
        Offer offer,
        IReadOnlyList<BondTranche> tranches,
        IReadOnlyList<BondSeries> drafted,
        CancellationToken ct
    )
    {
        if (tranches.Sum(t => t.MaximumMinor) != offer.MaximumTargetMinor)
            throw new Refused("offer.terms.tranches-sum", new Money(offer.MaximumTargetMinor, offer.Currency))
            {
                Field = "maximumTargetMinor",
            };
        offer.Allocation.Check(OfferTerms.Of(offer), offer.ParValueMinor, tranches.Count);
        var codes = await db
            .BondSeries.Where(s => s.EnterpriseId == offer.EnterpriseId)
            .Select(s => s.Code)
            .ToListAsync(ct);
        // Not by their number: a tranche that was struck out has left a gap.
        var next = 1 + codes.Select(c => int.Parse(c[1..], CultureInfo.InvariantCulture)).DefaultIfEmpty().Max();
        for (var i = 0; i < tranches.Count; i++)
            try
            {
                if (i < drafted.Count)
                    drafted[i].Revise(offer, tranches[i]);
                else
                    db.BondSeries.Add(BondSeries.Draft(BondSeriesId.New(), offer, i + 1, $"B{next++}", tranches[i]));
            }
            catch (Refused e) when (e.Field is { } field)
            {
                // The series knows its field; in which tranche of the request it stands, only we know.
                throw new Refused(e.Code, [.. e.Numbers]) { Field = TrancheField.Of(i, field) };
            }
        db.BondSeries.RemoveRange(drafted.Skip(tranches.Count));
    }
}
