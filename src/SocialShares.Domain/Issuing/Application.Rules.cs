namespace SocialShares.Domain;

/// <summary>What the rules of the offer promise to this applicant.</summary>
public sealed partial class Application
{
    /// <summary>
    /// Calendar days in which the applicant may cancel after paying, as the check page said; settled when it is submitted, so
    /// that nobody's time shrinks because others fill the offer meanwhile. Null until then.
    /// </summary>
    public int? PromisedReflectionDays { get; private set; }

    /// <summary>Settles the reflection period by what the offer is at this moment, before this application counts in it.</summary>
    public void PromiseReflection(Offer offer)
    {
        Invariant.Holds(PaidAt is null, "a reflection period changes after the payment");
        PromisedReflectionDays = offer.ReflectionDaysNow;
    }
}
