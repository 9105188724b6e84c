namespace SocialShares.Domain;

/// <summary>How often something is paid. Stored by name.</summary>
public enum PaymentFrequency
{
    /// <summary>Once, at the end.</summary>
    AtMaturity,

    /// <summary>Every year.</summary>
    Yearly,

    /// <summary>Every six months.</summary>
    HalfYearly,

    /// <summary>Every three months.</summary>
    Quarterly,

    /// <summary>Every month.</summary>
    Monthly,
}

/// <summary>Frequencies in figures.</summary>
public static class PaymentFrequencies
{
    /// <summary>Months between two payments; 0 at maturity.</summary>
    public static int Months(this PaymentFrequency frequency) =>
        frequency switch
        {
            PaymentFrequency.AtMaturity => 0,
            PaymentFrequency.Yearly => 12,
            PaymentFrequency.HalfYearly => 6,
            PaymentFrequency.Quarterly => 3,
            PaymentFrequency.Monthly => 1,
            _ => throw new InvariantBroken($"frequency {frequency} is not known"),
        };

    /// <summary>Payments a year; 1 at maturity, where interest is counted by the year.</summary>
    public static int PerYear(this PaymentFrequency frequency) =>
        frequency == PaymentFrequency.AtMaturity ? 1 : 12 / frequency.Months();
}
