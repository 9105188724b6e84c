namespace SocialShares.Domain;

/// <summary>How often a bond pays.</summary>
public enum PaymentFrequency
{
    /// <summary>Once, at the end.</summary>
    AtMaturity = 0,

    /// <summary>Every twelve months.</summary>
    Yearly = 1,

    /// <summary>Every six months.</summary>
    HalfYearly = 2,

    /// <summary>Every three months.</summary>
    Quarterly = 3,

    /// <summary>Every month.</summary>
    Monthly = 4,
}

/// <summary>The figures of each <see cref="PaymentFrequency"/>.</summary>
public static class PaymentFrequencies
{
    /// <summary>Months from one payment to the next; 0 when there is only one, at maturity.</summary>
    public static int Months(this PaymentFrequency frequency) =>
        frequency switch
        {
            PaymentFrequency.AtMaturity => 0,
            PaymentFrequency.Yearly => 12,
            PaymentFrequency.HalfYearly => 6,
            PaymentFrequency.Quarterly => 3,
            PaymentFrequency.Monthly => 1,
            _ => throw new InvariantBroken($"payment frequency {frequency} is not known"),
        };

    /// <summary>Payments a year; 1 when there is only one at maturity, whose notional periods are years.</summary>
    public static int PerYear(this PaymentFrequency frequency) =>
        frequency == PaymentFrequency.AtMaturity ? 1 : 12 / frequency.Months();
}
