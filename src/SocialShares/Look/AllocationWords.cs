using SocialShares.Resources;

namespace SocialShares.Look;

/// <summary>How units are allotted, in plain words.</summary>
public static class AllocationWords
{
    /// <summary>The policy in a few words.</summary>
    public static string Name(AllocationPolicy policy) =>
        policy switch
        {
            AllocationPolicy.FirstCome => CommonTexts.allocation_first_come,
            AllocationPolicy.ProRata => CommonTexts.allocation_pro_rata,
            AllocationPolicy.EqualFill => CommonTexts.allocation_equal_fill,
            _ => throw new InvariantBroken($"allocation policy {policy} has no name"),
        };

    /// <summary>The policy in a sentence.</summary>
    public static string Explain(AllocationPolicy policy) =>
        policy switch
        {
            AllocationPolicy.FirstCome => CommonTexts.allocation_first_come_text,
            AllocationPolicy.ProRata => CommonTexts.allocation_pro_rata_text,
            AllocationPolicy.EqualFill => CommonTexts.allocation_equal_fill_text,
            _ => throw new InvariantBroken($"allocation policy {policy} has no words"),
        };

    /// <summary>All that terms say about it, one sentence each.</summary>
    public static IEnumerable<string> Sentences(OfferTerms terms, Currency currency)
    {
        var allocation = terms.Allocation ?? AllocationTerms.Usual(terms.MaximumTargetMinor);
        yield return Explain(allocation.Policy);
        if (allocation.ResidentsFirst)
            yield return CommonTexts.allocation_residents_text;
        var maximum = Shown.WholeMoney(terms.MaximumTargetMinor, currency);
        if (allocation.MostAppliedForMinor == terms.MaximumTargetMinor)
        {
            yield return CommonTexts.allocation_enough_text;
            yield break;
        }
        yield return string.Format(
            CommonTexts.allocation_most_text,
            Shown.WholeMoney(allocation.MostAppliedForMinor, currency),
            maximum
        );
        yield return Least(allocation, Shown.WholeMoney(terms.MinimumPerHolderMinor, currency));
        yield return CommonTexts.allocation_back_text;
    }

    private static string Least(AllocationTerms allocation, string least) =>
        string.Format(
            allocation.MayScaleBelowMinimum ? CommonTexts.allocation_any_text
                : allocation.Policy == AllocationPolicy.FirstCome ? CommonTexts.allocation_least_first_text
                : CommonTexts.allocation_least_text,
            least
        );
}
