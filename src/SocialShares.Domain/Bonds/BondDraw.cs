using System.Buffers.Binary;
using System.Globalization;
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
        var lots = new Lots(seed);
        for (long k = 0; k < count; k++)
        {
            var left = total - k;
            var place = lots.Pick(k, left);
            var bond = moved.GetValueOrDefault(place, place);
            moved[place] = moved.GetValueOrDefault(left - 1, left - 1);
            drawn[HolderOf(ends, bond)]++;
        }
        return drawn;
    }

    // Bytes are made in place: a million texts would cost more than their hashes.
    private sealed class Lots
    {
        private const int LongestNumber = 20;
        private readonly byte[] text;
        private readonly int start;

        public Lots(string seed)
        {
            start = Encoding.UTF8.GetByteCount(seed) + 1;
            text = new byte[start + LongestNumber];
            Encoding.UTF8.GetBytes(seed, text);
            text[start - 1] = (byte)':';
        }

        public long Pick(long k, long left)
        {
            k.TryFormat(text.AsSpan(start), out var digits, provider: CultureInfo.InvariantCulture);
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(text.AsSpan(0, start + digits), hash);
            return (long)(BinaryPrimitives.ReadUInt128BigEndian(hash) % (ulong)left);
        }
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
        // Holders without bonds share the end of the one before them; the first with that end has the bond.
        var (low, high) = (0, ends.Length - 1);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (ends[middle] > bond)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }
}
