namespace SocialShares.Features.Issuing;

/// <summary>Where a field of bond terms stands in a request that has several tranches, as the API spells it.</summary>
internal static class TrancheField
{
    private static readonly Dictionary<string, string> Places = new()
    {
        ["maximumMinor"] = "maximumMinor",
        ["interestOnlyMonths"] = "terms.repayment.interestOnlyMonths",
        ["capitaliseMonths"] = "terms.repayment.capitaliseMonths",
        ["repaymentFrequency"] = "terms.repayment.frequency",
        ["instalments"] = "terms.repayment.instalments",
        ["issuerAfterMonths"] = "terms.earlyRedemption.issuerAfterMonths",
        ["holderAfterMonths"] = "terms.earlyRedemption.holderAfterMonths",
        ["noticeDays"] = "terms.earlyRedemption.noticeDays",
    };

    /// <summary>The path, for example <c>tranches[1].terms.ratePpm</c>.</summary>
    /// <param name="index">The tranche, from 0.</param>
    /// <param name="field">The field as the domain names it.</param>
    public static string Of(int index, string field) =>
        $"tranches[{index}].{Places.GetValueOrDefault(field, "terms." + field)}";
}
