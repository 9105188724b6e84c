using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SocialShares.Domain;

/// <summary>
/// Draws bonds by lot so that anybody can repeat it. Bonds are numbered through from 0, holder by holder in the order of
/// the list. Draw number k (from 0) looks at <c>SHA-256("SEED:k")</c>, its first 16 bytes as a big-endian whole number,
/// modulo the bonds that are still in; the bond at that place among those still in is drawn (Fisher-Yates). The
/// modulus favours no bond by more than one part in 2^64 for any series that can exist.
/// </summary>
public static class BondDraw
{
    /// <summary>How many bonds of each holder are drawn, in the order of the list; together <paramref name="count"/>.</summary>
    /// <param name="held">Bonds of each holder, by holder number, each zero or more.</param>
    /// <param name="count">Bonds to draw, at most all.</param>
    /// <param name="seed">Any text; kept and shown after the draw.</param>
    public static long[] Draw(IReadOnlyList<long> held, long count, string seed)
    {
        var total = held.Sum();
        Invariant.Holds(count >= 0 && count <= total, "more bonds are drawn than there are");
        var drawn = new long[held.Count];
        var ends = Ends(held);
        // Only places that were swapped are kept: a draw of a few among millions stays small.
        var moved = new Dictionary<long, long>();
        for (long k = 0; k < count; k++)
        {
            var left = total - k;
            var place = Pick(seed, k, left);
            var bond = moved.GetValueOrDefault(place, place);
            moved[place] = moved.GetValueOrDefault(left - 1, left - 1);
            drawn[HolderOf(ends, bond)]++;
        }
        return drawn;
    }

    private static long Pick(string seed, long k, long left)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed}:{k}")));
        return (long)(BinaryPrimitives.ReadUInt128BigEndian(hash) % (ulong)left);
    }

    // The number after each holder's last bond.
    private static long[] Ends(IReadOnlyList<long> held)
    {
        var (ends, sum) = (new long[held.Count], 0L);
        for (var i = 0; i < ends.Length; i++)
        {
            Invariant.Holds(held[i] >= 0, "somebody holds fewer than no bonds");
            ends[i] = sum += held[i];
        }
        return ends;
    }

    private static int HolderOf(long[] ends, long bond)
    {
        var found = Array.BinarySearch(ends, bond + 1);
        var index = found >= 0 ? found : ~found;
        // Holders without bonds share the end of the one before them; the first with that end has the bond.
        while (index > 0 && ends[index - 1] >= bond + 1)
            index--;
        return index;
    }
}
