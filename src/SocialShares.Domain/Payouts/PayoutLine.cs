namespace SocialShares.Domain;

/// <summary>Where one holder's payment stands. Stored by name.</summary>
public enum PayoutLineState
{
    /// <summary>To be paid.</summary>
    Open,

    /// <summary>In a bank file.</summary>
    Sent,

    /// <summary>Became new shares; a remainder may be carried.</summary>
    Reinvested,

    /// <summary>Nothing to pay, or too small to buy a share; carried to the next run whole.</summary>
    Carried,

    /// <summary>A person must resolve something first; the money stays due.</summary>
    NeedsAttention,
}

/// <summary>One holder's part of a payout run.</summary>
public sealed class PayoutLine
{
    /// <summary>The problem of a line whose holder has died.</summary>
    public const string HolderDied = "holder-died";

    /// <summary>
    /// The problem of a line that was to become shares with which its holder would have more than the law allows: it goes to the
    /// bank.
    /// </summary>
    public const string AboveLegalCap = "above-legal-cap";

    private PayoutLine() { }

    /// <param name="id">Identity; the key of the outside effect.</param>
    /// <param name="runId">The run.</param>
    /// <param name="no">Counts from 1 within the run, by holder number.</param>
    /// <param name="member">The holder, with the payout choice at the moment of calculation.</param>
    /// <param name="unitDays">What the line is computed from.</param>
    /// <param name="grossMinor">The holder's part of the total, minor units.</param>
    /// <param name="carriedInMinor">What earlier runs could not reinvest, minor units.</param>
    public PayoutLine(
        PayoutLineId id,
        PayoutRunId runId,
        int no,
        Member member,
        long unitDays,
        long grossMinor,
        long carriedInMinor
    )
    {
        (Id, RunId, No, MemberId) = (id, runId, no, member.Id);
        (UnitDays, GrossMinor, NetMinor, CarriedInMinor) = (unitDays, grossMinor, grossMinor, carriedInMinor);
        (Destination, Iban, Name) = (member.DestinationNow, member.Iban, member.Name);
        Begin(member);
    }

    /// <summary>
    /// A holder's part of a payment on bonds, or of shares that are paid back. It goes to the bank, whatever was chosen for
    /// share interest.
    /// </summary>
    /// <param name="id">Identity; the key of the outside effect.</param>
    /// <param name="runId">The run.</param>
    /// <param name="no">Counts from 1 within the run, by holder number.</param>
    /// <param name="member">The holder, with the account at the moment of calculation.</param>
    /// <param name="units">Bonds held on the day of record or shares paid back, and how many bonds are redeemed early.</param>
    /// <param name="owed">Interest and principal, minor units.</param>
    public PayoutLine(
        PayoutLineId id,
        PayoutRunId runId,
        int no,
        Member member,
        (long Held, long Redeemed) units,
        (long InterestMinor, long PrincipalMinor) owed
    )
    {
        (Id, RunId, No, MemberId) = (id, runId, no, member.Id);
        (Units, RedeemedUnits, PrincipalMinor) = (units.Held, units.Redeemed, owed.PrincipalMinor);
        GrossMinor = NetMinor = owed.InterestMinor + owed.PrincipalMinor;
        (Destination, Iban, Name) = (PayoutDestination.Bank, member.Iban, member.Name);
        Begin(member);
    }

    /// <summary>Identity.</summary>
    public PayoutLineId Id { get; private set; }

    /// <summary>The run.</summary>
    public PayoutRunId RunId { get; private set; }

    /// <summary>Counts from 1 within the run.</summary>
    public int No { get; private set; }

    /// <summary>The holder.</summary>
    public MemberId MemberId { get; private set; }

    /// <summary>Name of the holder at calculation.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Units times days that earned in the period.</summary>
    public long UnitDays { get; private set; }

    /// <summary>Bonds held on the day of record, or shares paid back; 0 for share interest.</summary>
    public long Units { get; private set; }

    /// <summary>How many of them are redeemed early with this payment.</summary>
    public long RedeemedUnits { get; private set; }

    /// <summary>How much of the gross repays principal, minor units; 0 for share interest.</summary>
    public long PrincipalMinor { get; private set; }

    /// <summary>Before tax, minor units.</summary>
    public long GrossMinor { get; private set; }

    /// <summary>Tax withheld, minor units. No rule pack that withholds is in force yet, so 0.</summary>
    public long TaxMinor { get; private set; }

    /// <summary>After tax, minor units.</summary>
    public long NetMinor { get; private set; }

    /// <summary>Remainders of earlier reinvestments that are added, minor units.</summary>
    public long CarriedInMinor { get; private set; }

    /// <summary>What this line could not reinvest, carried to the next run, minor units.</summary>
    public long CarriedOutMinor { get; private set; }

    /// <summary>Where it goes.</summary>
    public PayoutDestination Destination { get; private set; }

    /// <summary>Account at the moment of calculation, or as corrected since.</summary>
    public string? Iban { get; private set; }

    /// <summary>Where it stands.</summary>
    public PayoutLineState State { get; private set; }

    /// <summary>What a person must resolve, for example <c>no-iban</c>, <see cref="HolderDied"/>; null when nothing.</summary>
    public string? Problem { get; private set; }

    /// <summary>The bank file that pays it.</summary>
    public BankFileId? BankFileId { get; private set; }

    /// <summary>When it was paid, UTC.</summary>
    public DateTime? PaidAt { get; private set; }

    /// <summary>The reference that the bank carries: 32 characters, unique for ever.</summary>
    public string EndToEndId => Id.Value.ToString("N");

    /// <summary>What is to be paid or reinvested: this line and what was carried in.</summary>
    public long DueMinor => NetMinor + CarriedInMinor;

    /// <summary>Whole shares that an amount buys at par, and what is left of it.</summary>
    public static (long Units, long RestMinor) Buys(long dueMinor, long parValueMinor) =>
        Math.DivRem(dueMinor, parValueMinor);

    /// <summary>The state in which a line begins, and its problem if it has one.</summary>
    public static (PayoutLineState State, string? Problem) StateFor(
        PayoutDestination destination,
        string? iban,
        long minor
    ) =>
        (destination, iban, minor) switch
        {
            (_, _, 0) => (PayoutLineState.Carried, null),
            (PayoutDestination.Bank, null, _) => (PayoutLineState.NeedsAttention, "no-iban"),
            _ => (PayoutLineState.Open, null),
        };

    /// <summary>Goes into a bank file.</summary>
    public void SendIn(BankFile file, DateTime now)
    {
        RequireOpen(PayoutDestination.Bank);
        (State, BankFileId, PaidAt) = (PayoutLineState.Sent, file.Id, now);
    }

    /// <summary>Becomes as many whole shares as it pays for; the rest is carried.</summary>
    /// <returns>The units bought.</returns>
    public long ReinvestAt(long parValueMinor, DateTime now)
    {
        RequireOpen(PayoutDestination.Reinvest);
        var (units, rest) = Buys(DueMinor, parValueMinor);
        State = units > 0 ? PayoutLineState.Reinvested : PayoutLineState.Carried;
        (CarriedOutMinor, PaidAt) = (rest, now);
        return units;
    }

    /// <summary>The holder's choice was completed, so the line can be paid after all.</summary>
    /// <param name="choice">Where it goes.</param>
    /// <param name="name">To whom: the holder, or whoever settles the estate of a holder who died.</param>
    public void Resolve(PayoutChoice choice, string name)
    {
        Invariant.Holds(State == PayoutLineState.NeedsAttention, "a line without a problem is resolved");
        (Destination, Iban, Name) = (choice.Destination, choice.Iban, name);
        (State, Problem) = StateFor(choice.Destination, choice.Iban, DueMinor);
    }

    // Nothing is paid to somebody who has died; the money stays due until it is known who settles the estate.
    private void Begin(Member member)
    {
        (State, Problem) = StateFor(Destination, Iban, DueMinor);
        if (member.DiedOn is not null && State != PayoutLineState.Carried)
            (State, Problem) = (PayoutLineState.NeedsAttention, HolderDied);
    }

    private void RequireOpen(PayoutDestination destination) =>
        Invariant.Holds(
            State == PayoutLineState.Open && Destination == destination,
            $"a line in state {State} is paid by {destination}"
        );
}
