namespace SocialShares.Domain;

/// <summary>What an enterprise can bind itself to. Stored by name; the order is the one in which pages show them.</summary>
public enum CovenantKind
{
    /// <summary>Residents are more than half of the board.</summary>
    BoardResidents,

    /// <summary>Residents are at least a share of the members.</summary>
    MemberResidents,

    /// <summary>The highest pay is at most so many times the lowest.</summary>
    PayRatio,

    /// <summary>Share interest never goes above a rate.</summary>
    InterestCap,

    /// <summary>What the enterprise owns may not leave the community.</summary>
    AssetLock,
}

/// <summary>A rule that an enterprise binds itself to, as its board writes it down.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Limit">
/// Residents of the members: parts per million, 1 to 1,000,000. Pay: hundredths, so 350 is 3.5 to 1; 100 to 100,000.
/// Interest: parts per million a year, 0 to <see cref="ShareClass.HighestCapPpm"/>. The board's majority and the asset
/// lock have no figure: 0.
/// </param>
/// <param name="IsBlocking">Does the platform refuse what would break it? Only where it can: not for pay, not for the asset lock.</param>
/// <param name="Statement">In the enterprise's own words, for example the article of its rules.</param>
/// <param name="DecidedOn">The day on which the enterprise decided it.</param>
public sealed record CovenantRule(CovenantKind Kind, long Limit, bool IsBlocking, string Statement, DateOnly DecidedOn)
{
    /// <summary>Can the platform refuse what would break a covenant of this kind?</summary>
    public static bool CanBlock(CovenantKind kind) => kind is CovenantKind.BoardResidents or CovenantKind.InterestCap;

    /// <summary>Has a covenant of this kind a figure?</summary>
    public static bool HasLimit(CovenantKind kind) =>
        kind is CovenantKind.MemberResidents or CovenantKind.PayRatio or CovenantKind.InterestCap;

    /// <summary>Refuses a rule that says nothing or that the platform cannot keep.</summary>
    /// <exception cref="Refused"><c>covenant.limit</c>, <c>covenant.cannot-block</c>, <c>covenant.decided-in-future</c>.</exception>
    public void Check(DateOnly today)
    {
        var (least, most) = Kind switch
        {
            CovenantKind.MemberResidents => (1L, Rate.Whole),
            CovenantKind.PayRatio => (100L, 100_000L),
            CovenantKind.InterestCap => (0L, ShareClass.HighestCapPpm),
            _ => (0L, 0L),
        };
        Terms.Require(Limit >= least && Limit <= most, "covenant.limit", "limit", least, most);
        Terms.Require(!IsBlocking || CanBlock(Kind), "covenant.cannot-block", "isBlocking");
        Terms.Require(DecidedOn <= today, "covenant.decided-in-future", "decidedOn");
    }
}
