namespace SocialShares.Domain;

/// <summary>The life of an application. Stored by name; the order has no meaning.</summary>
public enum ApplicationState
{
    /// <summary>Answers are being given; nothing is binding and no units are held.</summary>
    Started,

    /// <summary>Submitted, and in the queue for the enterprise's resident quota; no units are held, nothing is to be paid yet.</summary>
    Waiting,

    /// <summary>Submitted; units are held until the payment or its deadline.</summary>
    AwaitingPayment,

    /// <summary>Paid; the reflection period runs.</summary>
    Paid,

    /// <summary>The reflection period is over.</summary>
    Confirmed,

    /// <summary>Units were allotted.</summary>
    Allotted,

    /// <summary>Entered in the register.</summary>
    Issued,

    /// <summary>Given up by the applicant before paying.</summary>
    Cancelled,

    /// <summary>Not paid by the deadline.</summary>
    Expired,

    /// <summary>Refused by the board or an administrator, with a reason.</summary>
    Rejected,

    /// <summary>Money is on its way back.</summary>
    Refunding,

    /// <summary>The money is back with the applicant.</summary>
    Refunded,
}

/// <summary>What the states mean for the offer.</summary>
public static class ApplicationStates
{
    private static readonly HashSet<(ApplicationState From, ApplicationState To)> Moves =
    [
        (ApplicationState.Started, ApplicationState.AwaitingPayment),
        (ApplicationState.Started, ApplicationState.Waiting),
        (ApplicationState.Waiting, ApplicationState.AwaitingPayment),
        (ApplicationState.Waiting, ApplicationState.Cancelled),
        (ApplicationState.Waiting, ApplicationState.Rejected),
        (ApplicationState.Started, ApplicationState.Cancelled),
        (ApplicationState.Started, ApplicationState.Rejected),
        (ApplicationState.AwaitingPayment, ApplicationState.Paid),
        (ApplicationState.AwaitingPayment, ApplicationState.Cancelled),
        (ApplicationState.AwaitingPayment, ApplicationState.Expired),
        (ApplicationState.AwaitingPayment, ApplicationState.Rejected),
        // Money that arrives after the units were given up goes back at once.
        (ApplicationState.Cancelled, ApplicationState.Refunding),
        (ApplicationState.Expired, ApplicationState.Refunding),
        (ApplicationState.Rejected, ApplicationState.Refunding),
        (ApplicationState.Paid, ApplicationState.Confirmed),
        (ApplicationState.Paid, ApplicationState.Rejected),
        (ApplicationState.Paid, ApplicationState.Refunding),
        (ApplicationState.Confirmed, ApplicationState.Rejected),
        (ApplicationState.Confirmed, ApplicationState.Refunding),
        (ApplicationState.Confirmed, ApplicationState.Allotted),
        (ApplicationState.Allotted, ApplicationState.Issued),
        (ApplicationState.Refunding, ApplicationState.Refunded),
        // The bank sent the refund back: the money is owed again.
        (ApplicationState.Refunded, ApplicationState.Refunding),
    ];

    /// <summary>May an application go from one state to the other? Everything that is not named is refused.</summary>
    public static bool MayBecome(this ApplicationState from, ApplicationState to) => Moves.Contains((from, to));

    /// <summary>Was an application sent in, and is it neither issued nor over?</summary>
    public static bool IsSentIn(this ApplicationState state) =>
        state
            is ApplicationState.Waiting
                or ApplicationState.AwaitingPayment
                or ApplicationState.Paid
                or ApplicationState.Confirmed;

    /// <summary>Does an application hold units of its offer in this state?</summary>
    public static bool HoldsUnits(this ApplicationState state) =>
        state
            is ApplicationState.AwaitingPayment
                or ApplicationState.Paid
                or ApplicationState.Confirmed
                or ApplicationState.Allotted
                or ApplicationState.Issued;
}
