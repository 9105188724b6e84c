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

    /// <summary>Money is on its way back.</summary>
    Refunding,

    /// <summary>The money is back with the applicant.</summary>
    Refunded,
}

/// <summary>What the states mean for the offer.</summary>
public static class ApplicationStates
{
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
