namespace SocialShares.Domain;

/// <summary>The only way in which an amount is divided among holders: the parts add up to the amount exactly.</summary>
public static class Split
{
    /// <summary>
    /// Divides <paramref name="total"/> in proportion to <paramref name="weights"/> by the largest-remainder method
    /// (Hamilton): each part gets the whole minor units of its exact share, and the minor units left over go, one
    /// each, to the parts with the largest fractions; equal fractions are served in the order of the list.
    /// </summary>
    /// <param name="total">Minor units to divide, zero or more.</param>
    /// <param name="weights">One weight per part, each zero or more. A part of weight zero gets nothing.</param>
    /// <returns>Parts in the order of the weights; their sum is <paramref name="total"/>.</returns>
    /// <exception cref="InvariantBroken">A negative figure, or an amount to divide while all weights are zero.</exception>
    public static long[] ByLargestRemainder(long total, IReadOnlyList<Int128> weights)
    {
        Invariant.Holds(total >= 0, "a total to divide is negative");
        Int128 sum = 0;
        foreach (var weight in weights)
        {
            Invariant.Holds(weight >= 0, "a weight is negative");
            sum += weight;
        }
        if (sum == 0)
        {
            Invariant.Holds(total == 0, "there is nobody to divide the total among");
            return new long[weights.Count];
        }
        return Divide(total, weights, sum);
    }

    private static long[] Divide(long total, IReadOnlyList<Int128> weights, Int128 sum)
    {
        var parts = new long[weights.Count];
        var remainders = new Int128[weights.Count];
        var left = total;
        for (var i = 0; i < parts.Length; i++)
        {
            var exact = total * weights[i];
            parts[i] = (long)(exact / sum);
            remainders[i] = exact % sum;
            left -= parts[i];
        }
        // Fewer minor units are left over than parts have a remainder, so each of these gets at most one.
        var order = Enumerable.Range(0, parts.Length).OrderByDescending(i => remainders[i]).ThenBy(i => i);
        foreach (var i in order.Take((int)left))
            parts[i] += 1;
        return parts;
    }
}
