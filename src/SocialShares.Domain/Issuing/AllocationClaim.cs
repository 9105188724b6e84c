using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SocialShares.Domain;

/// <summary>What one holder asks within a band: the applications of that holder together, or one application where the order of payment decides.</summary>
internal sealed class Claim
{
    private readonly IReadOnlyList<(int Place, AllocationRow Row)> rows;
    private readonly UInt128 id;

    // Lower goes first: the order of payment, or the lot.
    private readonly UInt128 turn;

    private Claim(IEnumerable<(int Place, AllocationRow Row)> of, AllocationRule rule)
    {
        rows = [.. of.OrderBy(r => r.Row.PaidAt).ThenBy(r => AllocationRow.Order(r.Row.Id))];
        var first = rows[0].Row;
        var isInOrder = rule.Policy == AllocationPolicy.FirstCome;
        id = AllocationRow.Order(isInOrder ? first.Id : first.Holder);
        turn = isInOrder ? (UInt128)first.PaidAt.Ticks : Ticket(rule.Seed, first.Holder);
        Units = rows.Sum(r => r.Row.Units);
        Least = Math.Min(rule.LeastUnits, Units);
        (IsResident, Priority) = (first.IsResident, first.Priority);
    }

    /// <summary>Compares claims of one band by who is served first among equals.</summary>
    public static Comparer<Claim> InTurn { get; } =
        Comparer<Claim>.Create((a, b) => a.turn == b.turn ? a.id.CompareTo(b.id) : a.turn.CompareTo(b.turn));

    /// <summary>Asked.</summary>
    public long Units { get; }

    /// <summary>The least that may be given, unless nothing is.</summary>
    public long Least { get; }

    public bool IsResident { get; }

    public int Priority { get; }

    /// <summary>Allotted.</summary>
    public long Got { get; set; }

    /// <summary>What a resident may not fall below: the outcome without residents first.</summary>
    public long Kept { get; private set; }

    public static IReadOnlyList<Claim> Of(IReadOnlyList<AllocationRow> rows, AllocationRule rule)
    {
        var placed = rows.Select((row, place) => (Place: place, Row: row));
        return rule.Policy == AllocationPolicy.FirstCome
            ? [.. placed.Select(r => new Claim([r], rule))]
            :
            [
                .. placed
                    .GroupBy(r => (r.Row.Holder, r.Row.IsResident, r.Row.Priority))
                    .Select(g => new Claim(g, rule)),
            ];
    }

    /// <summary>Remembers the outcome so far and begins anew.</summary>
    public void Keep() => (Kept, Got) = (IsResident ? Got : 0, 0);

    /// <summary>Fills the applications, the earliest paid first.</summary>
    public void HandOut(long[] allotted)
    {
        var left = Got;
        foreach (var (place, row) in rows)
        {
            allotted[place] = Math.Min(row.Units, left);
            left -= allotted[place];
        }
        Invariant.Holds(left == 0, "a holder gets more than was asked");
    }

    // SHA-256 of "SEED:HOLDER": nobody who does not know the seed can choose an id that wins.
    private static UInt128 Ticket(string seed, ApplicationId holder) =>
        BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{holder}")));
}
