namespace SocialShares.Domain;

/// <summary>Where a dispute stands at the payer's bank.</summary>
public enum DisputeState
{
    /// <summary>The bank asks a question; no money has moved.</summary>
    Inquiry,

    /// <summary>The question was answered; no money has moved.</summary>
    InquiryAnswered,

    /// <summary>The question led to nothing.</summary>
    InquiryClosed,

    /// <summary>The bank took the money back and waits for the platform's answer.</summary>
    NeedsAnswer,

    /// <summary>The platform answered; the bank decides.</summary>
    UnderReview,

    /// <summary>The bank decided for the platform: the payment stands.</summary>
    Won,

    /// <summary>The bank decided for the payer, or nobody answered: the money is gone.</summary>
    Lost,

    /// <summary>It was settled before it became one.</summary>
    Prevented,
}

/// <summary>What the states mean.</summary>
public static class DisputeStates
{
    /// <summary>The bank still has to decide.</summary>
    public static IReadOnlyList<DisputeState> Open { get; } =
    [DisputeState.Inquiry, DisputeState.InquiryAnswered, DisputeState.NeedsAnswer, DisputeState.UnderReview];

    /// <summary>The platform can still answer.</summary>
    public static IReadOnlyList<DisputeState> ToAnswer { get; } = [DisputeState.Inquiry, DisputeState.NeedsAnswer];

    /// <summary>Does the bank still have to decide?</summary>
    public static bool IsOpen(this DisputeState state) => Open.Contains(state);

    /// <summary>Can the platform still answer?</summary>
    public static bool TakesAnswer(this DisputeState state) => ToAnswer.Contains(state);

    /// <summary>Does the bank want the money back, or has it got it? A question alone is not that.</summary>
    public static bool IsAboutMoney(this DisputeState state) =>
        state is DisputeState.NeedsAnswer or DisputeState.UnderReview or DisputeState.Won or DisputeState.Lost;
}

/// <summary>What the disputed payment had become when the dispute began; it decides what is booked.</summary>
public enum DisputedMoney
{
    /// <summary>Nothing yet, or it was on its way back: it is owed to the payer, who takes it through the bank instead.</summary>
    OwedBack,

    /// <summary>Units that are in the register.</summary>
    Units,

    /// <summary>It had gone back to the payer already, who would have it twice.</summary>
    GoneBack,
}
