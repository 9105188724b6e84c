namespace SocialShares.Domain;

/// <summary>A board's decision to pay share interest on a class for a period. Never changed; it is the ground of one payout run.</summary>
public sealed class InterestDeclaration
{
    private InterestDeclaration() { }

    /// <summary>Identity.</summary>
    public DeclarationId Id { get; private set; }

    /// <summary>The enterprise.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>The class that is paid on.</summary>
    public ShareClassId ShareClassId { get; private set; }

    /// <summary>First day of the period.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day of the period, included.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>Rate a year, parts per million.</summary>
    public int RatePpm { get; private set; }

    /// <summary>The day on which holders are to be paid.</summary>
    public DateOnly PayOn { get; private set; }

    /// <summary>Who decided for the board.</summary>
    public PersonId DeclaredBy { get; private set; }

    /// <summary>Name as shown.</summary>
    public string DeclaredByName { get; private set; } = "";

    /// <summary>Instant, UTC.</summary>
    public DateTime DeclaredAt { get; private set; }

    /// <summary>The board declares interest, after the period, within the class's cap.</summary>
    /// <exception cref="Refused"><c>interest.period</c>, <c>interest.period-not-over</c>, <c>interest.above-cap</c>, <c>interest.rate</c>, <c>interest.pay-on</c>.</exception>
    public static InterestDeclaration Declare(
        DeclarationId id,
        ShareClass shareClass,
        InterestTerms terms,
        Signature by,
        DateOnly today
    )
    {
        var longest = terms.From.AddYears(1).AddDays(-1);
        Terms.Require(terms.Until >= terms.From && terms.Until <= longest, "interest.period", "until");
        Terms.Require(terms.Until < today, "interest.period-not-over", "until", terms.Until);
        Terms.Require(terms.RatePpm > 0, "interest.rate", "ratePpm");
        Terms.Require(
            terms.RatePpm <= shareClass.InterestCapPpm,
            "interest.above-cap",
            "ratePpm",
            new Rate(shareClass.InterestCapPpm)
        );
        Terms.Require(terms.PayOn > terms.Until, "interest.pay-on", "payOn");
        return new InterestDeclaration
        {
            Id = id,
            EnterpriseId = shareClass.EnterpriseId,
            ShareClassId = shareClass.Id,
            From = terms.From,
            Until = terms.Until,
            RatePpm = terms.RatePpm,
            PayOn = terms.PayOn,
            DeclaredBy = by.PersonId ?? throw new InvariantBroken("interest was declared by nobody"),
            DeclaredByName = by.Name,
            DeclaredAt = by.At,
        };
    }
}

/// <summary>What a board decides on share interest; see <see cref="InterestDeclaration"/>.</summary>
public sealed record InterestTerms(DateOnly From, DateOnly Until, int RatePpm, DateOnly PayOn);
