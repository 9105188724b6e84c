using System.Security.Cryptography;

namespace SocialShares.Domain;

/// <content>How units are allotted when more is asked than there is: settled before the offer opens.</content>
public sealed partial class Offer
{
    /// <inheritdoc cref="AllocationTerms.Policy"/>
    public AllocationPolicy AllocationPolicy { get; private set; }

    /// <inheritdoc cref="AllocationTerms.ResidentsFirst"/>
    public bool ResidentsFirst { get; private set; }

    /// <inheritdoc cref="AllocationTerms.MayScaleBelowMinimum"/>
    public bool MayScaleBelowMinimum { get; private set; }

    /// <summary>So many more units than offered may be asked for; 0 when nobody may ask for more than there is.</summary>
    public long UnitsBeyond { get; private set; }

    /// <summary>
    /// Decides between equals at allotment: 64 hexadecimal characters, made with the draft. Told to nobody before the allotment;
    /// empty for offers that were drafted before allotments had seeds.
    /// </summary>
    public string AllotmentSeed { get; private set; } = "";

    /// <summary>SHA-256 of the seed, shown from the start, so that nobody can change the seed afterwards.</summary>
    public string AllotmentSeedHash => AllotmentOutcome.HashOf(AllotmentSeed);

    /// <summary>The terms of allotment as the board stated them.</summary>
    public AllocationTerms Allocation =>
        new(
            AllocationPolicy,
            ResidentsFirst,
            MayScaleBelowMinimum,
            checked((UnitsOffered + UnitsBeyond) * ParValueMinor)
        );

    /// <summary>The rule that allots.</summary>
    public AllocationRule Rule =>
        new(
            AllocationPolicy,
            ResidentsFirst,
            MayScaleBelowMinimum ? 0 : MinimumPerHolderMinor / ParValueMinor,
            AllotmentSeed
        );

    private long UnitsLeft => UnitsOffered + UnitsBeyond - UnitsReserved;

    private static string NewSeed() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    private void Write(OfferTerms terms, AllocationTerms allocation)
    {
        (AllocationPolicy, ResidentsFirst) = (allocation.Policy, allocation.ResidentsFirst);
        MayScaleBelowMinimum = allocation.MayScaleBelowMinimum;
        UnitsBeyond = (allocation.MostAppliedForMinor - terms.MaximumTargetMinor) / ParValueMinor;
    }
}
