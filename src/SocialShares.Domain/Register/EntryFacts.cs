namespace SocialShares.Domain;

/// <summary>What an entry will say, before it has its number and its place in the chain.</summary>
/// <param name="ShareClassId">The class of shares; null for bonds.</param>
/// <param name="BondSeriesId">The series of bonds; null for shares.</param>
/// <param name="PriceMinor">Price of one unit, minor units. Units that leave, leave at the price paid for them.</param>
/// <param name="Holder">The holder.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Units">Signed units, not zero.</param>
/// <param name="On">The day from which it holds, and the moment of writing it down.</param>
/// <param name="Source">What it rests on.</param>
/// <param name="Corrects">The entry that a correction corrects; null for every other kind.</param>
public sealed record EntryFacts(
    ShareClassId? ShareClassId,
    BondSeriesId? BondSeriesId,
    long PriceMinor,
    MemberId Holder,
    EntryKind Kind,
    long Units,
    BookedOn On,
    EntrySource Source,
    RegisterEntryId? Corrects = null
)
{
    /// <summary>An entry of shares at their price today; <c>with { PriceMinor = ... }</c> where another price was paid.</summary>
    public EntryFacts(
        ShareClass shareClass,
        MemberId holder,
        EntryKind kind,
        long units,
        BookedOn on,
        EntrySource source
    )
        : this(shareClass.Id, null, shareClass.ParValueMinor, holder, kind, units, on, source) { }

    /// <summary>An entry of bonds at what is outstanding of each today.</summary>
    public EntryFacts(BondSeries series, MemberId holder, EntryKind kind, long units, BookedOn on, EntrySource source)
        : this(null, series.Id, series.OutstandingPerUnitMinor, holder, kind, units, on, source) { }
}
