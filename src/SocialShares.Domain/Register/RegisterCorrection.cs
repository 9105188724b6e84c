namespace SocialShares.Domain;

/// <summary>Where a correction of the register stands.</summary>
public enum CorrectionState
{
    /// <summary>A board member proposed it; nothing is in the register yet.</summary>
    Proposed,

    /// <summary>Somebody else confirmed it: it is in the register.</summary>
    Confirmed,

    /// <summary>It was taken back or refused.</summary>
    Rejected,
}

/// <summary>
/// A mistake in the register of members that a board wants to mend: units that an entry should not have had, or should
/// have had, or that belong to another holder. A second person confirms it; only then entries are written. What is wrong
/// stays readable.
/// </summary>
public sealed class RegisterCorrection
{
    private RegisterCorrection() { }

    /// <summary>Identity; what the correction takes or gives names it as its source, what goes to another holder a part of it.</summary>
    public RegisterCorrectionId Id { get; private set; }

    /// <summary>Whose register.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>The entry that is wrong.</summary>
    public RegisterEntryId EntryId { get; private set; }

    /// <summary>Units more (or, below zero, fewer) for the holder of that entry.</summary>
    public long Units { get; private set; }

    /// <summary>The holder to whom the units belong instead; null: to nobody.</summary>
    public MemberId? ToMemberId { get; private set; }

    /// <summary>The day from which the correction holds.</summary>
    public DateOnly ValidOn { get; private set; }

    /// <summary>One sentence: what was wrong.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The paper that shows it.</summary>
    public string Document { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public CorrectionState State { get; private set; }

    /// <summary>The board member who proposed it.</summary>
    public PersonId ProposedBy { get; private set; }

    /// <summary>Name of that person.</summary>
    public string ProposedByName { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime ProposedAt { get; private set; }

    /// <summary>Who confirmed or rejected it; null while proposed.</summary>
    public PersonId? DecidedBy { get; private set; }

    /// <summary>Name of that person.</summary>
    public string? DecidedByName { get; private set; }

    /// <summary>When, UTC; null while proposed.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>What is right, as it was proposed.</summary>
    public CorrectionOrder Order => new(Units, ToMemberId, ValidOn, Reason, Document);

    /// <summary>A board member proposes to correct an entry.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="entry">The entry that is wrong, and what was corrected of it before.</param>
    /// <param name="order">What is right.</param>
    /// <param name="gaining">The person who signs in for the holder who gets units; null: nobody gets any.</param>
    /// <param name="by">The board member.</param>
    /// <param name="today">The day it is.</param>
    /// <exception cref="Refused"><c>correction.own-gain</c>, and as <see cref="CorrectedEntry.Check"/>.</exception>
    public static RegisterCorrection Propose(
        RegisterCorrectionId id,
        CorrectedEntry entry,
        CorrectionOrder order,
        PersonId? gaining,
        Signature by,
        DateOnly today
    )
    {
        RefuseOwnGain(gaining, by.PersonId);
        entry.Check(order, today);
        return new RegisterCorrection
        {
            Id = id,
            EnterpriseId = entry.Entry.EnterpriseId,
            EntryId = entry.Entry.Id,
            Units = order.Units,
            ToMemberId = order.To,
            ValidOn = order.ValidOn,
            Reason = order.Reason,
            Document = order.Document,
            ProposedBy = by.PersonId ?? throw new InvariantBroken("a correction is proposed by a person"),
            ProposedByName = by.Name,
            ProposedAt = by.At,
            Version = 1,
        };
    }

    /// <summary>Somebody else confirms it: what goes into the register.</summary>
    /// <param name="entry">The entry that is wrong, as it stands now.</param>
    /// <param name="gaining">As when it was proposed.</param>
    /// <param name="by">Another board member, or an administrator.</param>
    /// <param name="eyes">Who sits on the board by whose word.</param>
    /// <param name="today">The day it is.</param>
    /// <returns>One entry, or two where the units belong to another holder.</returns>
    /// <exception cref="Refused"><c>correction.decided</c>, <c>correction.same-person</c>, <c>correction.own-gain</c>: neither
    /// of the two decides on units for themselves, and giving units up gains nobody anything; <c>four-eyes.seated-by-first</c>, and as when it was proposed.</exception>
    public IReadOnlyList<EntryFacts> Confirm(
        CorrectedEntry entry,
        PersonId? gaining,
        Signature by,
        FourEyes eyes,
        DateOnly today
    )
    {
        Invariant.Holds(entry.Entry.Id == EntryId, "a correction of another entry");
        eyes.RequireTwo(ProposedBy, by, "correction.same-person");
        RefuseOwnGain(gaining, ProposedBy);
        if (gaining is { } gainer)
            eyes.RequireTwo(gainer, by, "correction.own-gain");
        Decide(CorrectionState.Confirmed, by);
        entry.Check(Order, today);
        var wrong = entry.Entry;
        var source = new EntrySource(Reason, Id.Value, Document);
        EntryFacts Facts(MemberId holder, long units, string part = "") =>
            new(
                wrong.ShareClassId,
                wrong.BondSeriesId,
                wrong.PriceMinor,
                holder,
                EntryKind.Correction,
                units,
                new BookedOn(ValidOn, by.At),
                source.Part(part),
                wrong.Id
            );
        return ToMemberId is { } right
            ? [Facts(wrong.MemberId, Units), Facts(right, -Units, "to")]
            : [Facts(wrong.MemberId, Units)];
    }

    /// <summary>It is taken back by the one who proposed it, or refused by another.</summary>
    /// <exception cref="Refused"><c>correction.decided</c></exception>
    public void Reject(Signature by) => Decide(CorrectionState.Rejected, by);

    private static void RefuseOwnGain(PersonId? gaining, PersonId? by)
    {
        if (gaining is not null && gaining == by)
            throw new Refused("correction.own-gain");
    }

    private void Decide(CorrectionState state, Signature by)
    {
        if (State != CorrectionState.Proposed)
            throw new Refused("correction.decided");
        (State, DecidedBy, DecidedByName, DecidedAt) = (state, by.PersonId, by.Name, by.At);
        Version++;
    }
}

/// <summary>What is right where an entry is wrong.</summary>
/// <param name="Units">Units more (or, below zero, fewer) for the holder of the entry; not zero.</param>
/// <param name="To">The holder to whom they belong instead; null: to nobody.</param>
/// <param name="ValidOn">The day from which it holds: not before the entry, not in the future.</param>
/// <param name="Reason">One sentence: what was wrong.</param>
/// <param name="Document">The paper that shows it.</param>
public sealed record CorrectionOrder(long Units, MemberId? To, DateOnly ValidOn, string Reason, string Document)
{
    /// <summary>The holder who gets units; null where units only go.</summary>
    /// <param name="of">The holder of the entry.</param>
    public MemberId? Gaining(MemberId of) => Units > 0 ? of : To;
}

/// <summary>An entry that may be corrected, with what is known about it now.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="CorrectedUnits">Sum of the corrections of it that its holder has had so far.</param>
/// <param name="FreeUnits">Units that its holder has had on every day since the correction is to hold, and that are not on
/// their way to somebody else or asked back.</param>
/// <param name="IsWrittenDown">Was its class written down since?</param>
public sealed record CorrectedEntry(
    RegisterEntry Entry,
    long CorrectedUnits,
    long FreeUnits,
    bool IsWrittenDown = false
)
{
    /// <summary>May it be corrected so?</summary>
    /// <exception cref="Refused"><c>correction.bonds</c>, <c>correction.of-correction</c>, <c>correction.of-write-down</c>,
    /// <c>correction.written-down</c>: its price is no longer what the units are worth; <c>correction.nothing</c>,
    /// <c>correction.too-much</c>: all corrections of an entry together may be no more than the entry;
    /// <c>correction.same-holder</c>, <c>correction.to-more</c>: only units that go can go to another holder;
    /// <c>correction.day</c>; <c>correction.not-held</c>: the holder has not had them all the time since.</exception>
    public void Check(CorrectionOrder order, DateOnly today)
    {
        if (Entry.ShareClassId is null)
            throw new Refused("correction.bonds") { Field = "entryNumber" };
        if (Entry.Kind == EntryKind.Correction)
            throw new Refused("correction.of-correction") { Field = "entryNumber" };
        if (Entry.Kind is EntryKind.WriteDownFrom or EntryKind.WriteDownTo)
            throw new Refused("correction.of-write-down") { Field = "entryNumber" };
        if (IsWrittenDown)
            throw new Refused("correction.written-down") { Field = "entryNumber" };
        if (order.Units == 0)
            throw new Refused("correction.nothing") { Field = "units" };
        if (Math.Abs(CorrectedUnits + order.Units) > Math.Abs(Entry.Units))
            throw new Refused("correction.too-much", Math.Abs(Entry.Units), CorrectedUnits) { Field = "units" };
        if (order.To is not null && order.Units > 0)
            throw new Refused("correction.to-more") { Field = "units" };
        if (order.To == Entry.MemberId)
            throw new Refused("correction.same-holder") { Field = "toNumber" };
        if (order.ValidOn < Entry.ValidOn || order.ValidOn > today)
            throw new Refused("correction.day", Entry.ValidOn, today) { Field = "validOn" };
        if (order.Units < 0 && -order.Units > FreeUnits)
            throw new Refused("correction.not-held", FreeUnits) { Field = "units" };
    }
}
