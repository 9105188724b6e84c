namespace SocialShares.Demo.Scenario;

/// <summary>Reads how units are allotted.</summary>
internal static class AllocationReader
{
    /// <summary>Where terms let people ask for more than there is without saying how much more: twice as much.</summary>
    private const int TimesOver = 2;

    private static readonly Dictionary<string, AllocationPolicy> Policies = new(StringComparer.Ordinal)
    {
        ["first-come"] = AllocationPolicy.FirstCome,
        ["pro-rata"] = AllocationPolicy.ProRata,
        ["equal-fill"] = AllocationPolicy.EqualFill,
    };

    /// <summary>The terms; null for first come, first served without anything on top.</summary>
    /// <param name="offer">The offer's fields.</param>
    /// <param name="maximumMinor">Its maximum target.</param>
    /// <exception cref="CannotExpress">A field is not supported, or makes no sense.</exception>
    public static AllocationTerms? Read(Fields offer, long maximumMinor)
    {
        var fields = offer.Inner("allocation", ["policy", "residentsFirst"]);
        fields.MustBe("policy", [.. Policies.Keys]);
        var policy = Policies[fields.Text("policy") ?? "first-come"];
        var residentsFirst = fields.Flag("residentsFirst");
        return policy == AllocationPolicy.FirstCome && !residentsFirst
            ? null
            // A part that is smaller than the least is better than nothing, and no published terms say otherwise.
            : new AllocationTerms(policy, residentsFirst, MayScaleBelowMinimum: true, maximumMinor * TimesOver);
    }
}
