using System.Buffers.Binary;

namespace SocialShares.Domain;

/// <summary>One paid and confirmed application, as an allotment sees it.</summary>
/// <param name="Id">The application.</param>
/// <param name="Holder">The application that stands for its holder: of all applications of one holder for the offer the one with
/// the lowest id. They count as one, so that nobody gets more by asking twice.</param>
/// <param name="SeriesNo">Number of the series within the offer; 0 for shares. Each series is allotted on its own.</param>
/// <param name="Units">Units applied for, at least 1.</param>
/// <param name="PaidAt">When the money came in, UTC.</param>
/// <param name="IsResident">Does it count as a resident's?</param>
/// <param name="Priority">Higher goes first; 0 for whoever has none.</param>
public sealed record AllocationRow(
    ApplicationId Id,
    ApplicationId Holder,
    int SeriesNo,
    long Units,
    DateTime PaidAt,
    bool IsResident,
    int Priority
)
{
    /// <summary>Orders ids as their text does, on every machine and in every database.</summary>
    public static UInt128 Order(ApplicationId id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}

/// <summary>The rule by which rows are allotted.</summary>
/// <param name="Policy">Who gets what when there is not enough.</param>
/// <param name="ResidentsFirst">Are residents allotted before the others?</param>
/// <param name="LeastUnits">Whoever asked for this much or more gets at least this much or nothing; 0: any number.</param>
/// <param name="Seed">Decides between equals; any text.</param>
public sealed record AllocationRule(AllocationPolicy Policy, bool ResidentsFirst, long LeastUnits, string Seed);
