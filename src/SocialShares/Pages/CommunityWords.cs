using SocialShares.Features.Governance;
using SocialShares.Features.Issuing;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages;

/// <summary>What the partial of covenants needs.</summary>
public sealed record CovenantList(CovenantsRead Read, EnterpriseShown Enterprise)
{
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Enterprise.TimeZone);
}

/// <summary>Covenants in the words of pages.</summary>
internal static class CovenantWords
{
    /// <summary>Tick, cross, or a dashed ring while there is nothing to measure.</summary>
    public static string State(CovenantShown c) =>
        c.Holds switch
        {
            true => "ok",
            false => "bad",
            null => "wait",
        };

    /// <summary>What the enterprise promises, in one sentence.</summary>
    public static string Title(CovenantShown c, EnterpriseShown of) => Title(c.Kind, c.Limit, of.Place);

    /// <inheritdoc cref="Title(CovenantShown, EnterpriseShown)"/>
    public static string Title(CovenantKind kind, long limit, string place) =>
        kind switch
        {
            CovenantKind.BoardResidents => CommunityTexts.covenant_board.With(place),
            CovenantKind.MemberResidents => CommunityTexts.covenant_members.With(Shown.Percent((int)limit), place),
            CovenantKind.PayRatio => CommunityTexts.covenant_pay.With(Times(limit)),
            CovenantKind.InterestCap => CommunityTexts.covenant_interest.With(Shown.Percent((int)limit)),
            _ => CommunityTexts.covenant_assets.With(place),
        };

    /// <summary>The name of a kind, for a list of choices.</summary>
    public static string Name(CovenantKind kind) =>
        kind switch
        {
            CovenantKind.BoardResidents => CommunityTexts.covenant_kind_board,
            CovenantKind.MemberResidents => CommunityTexts.covenant_kind_members,
            CovenantKind.PayRatio => CommunityTexts.covenant_kind_pay,
            CovenantKind.InterestCap => CommunityTexts.covenant_kind_interest,
            _ => CommunityTexts.covenant_kind_assets,
        };

    /// <summary>What was measured.</summary>
    public static string Figures(CovenantShown c, EnterpriseShown of) =>
        c.Kind switch
        {
            CovenantKind.AssetLock => c.First == 0
                ? CommunityTexts.covenant_assets_none
                : CommunityTexts.covenant_assets_shown.With(Shown.Count((int)c.First)),
            CovenantKind.InterestCap when c.Second == 0 => CommunityTexts.covenant_interest_none,
            CovenantKind.InterestCap => CommunityTexts.covenant_interest_now.With(Shown.Percent((int)c.First)),
            CovenantKind.PayRatio when c.Second == 0 => CommunityTexts.covenant_pay_none,
            CovenantKind.PayRatio => CommunityTexts.covenant_pay_now.With(
                Shown.Money(c.First, of.Currency),
                Shown.Money(c.Second, of.Currency)
            ),
            _ when c.Second == 0 => CommunityTexts.covenant_members_none,
            CovenantKind.BoardResidents => CommunityTexts.covenant_board_now.With(
                Shown.Count((int)c.First),
                Shown.Count((int)c.Second)
            ),
            _ => CommunityTexts.covenant_members_now.With(Shown.Count((int)c.First), Shown.Count((int)c.Second)),
        };

    /// <summary>One line of the history.</summary>
    public static string Step(CovenantStep s, EnterpriseShown of) =>
        (s.IsGivenUp ? CommunityTexts.covenant_given_up : CommunityTexts.covenant_adopted).With(
            Title(s.Kind, s.Limit, of.Place)
        );

    // 350 hundredths are 3.5 times, 300 are 3.
    private static string Times(long hundredths) =>
        hundredths % 100 == 0 ? AmountText.Write(hundredths) : AmountText.Write(hundredths).TrimEnd('0');
}

/// <summary>States of questions in the words of pages.</summary>
internal static class QuestionWords
{
    public static string Kind(QuestionState state) =>
        state switch
        {
            QuestionState.Waiting => "pencil",
            QuestionState.Published or QuestionState.Answered => "ink",
            QuestionState.Hidden => "bad",
            _ => "warn",
        };

    public static string? Glyph(QuestionState state) => state == QuestionState.Waiting ? "clock" : null;

    /// <summary>As the board and administrators read it.</summary>
    public static string Of(QuestionState state) =>
        state switch
        {
            QuestionState.Waiting => CommunityTexts.question_waiting,
            QuestionState.Answered => CommunityTexts.question_answered,
            QuestionState.Published => CommunityTexts.question_published,
            QuestionState.Declined => CommunityTexts.question_declined,
            _ => CommunityTexts.question_hidden,
        };

    /// <summary>As the asker reads it.</summary>
    public static string ToAsker(QuestionState state) =>
        state switch
        {
            QuestionState.Waiting => CommunityTexts.question_waiting_asker,
            QuestionState.Answered => CommunityTexts.question_answered_asker,
            QuestionState.Published => CommunityTexts.question_published,
            QuestionState.Declined => CommunityTexts.question_declined_asker,
            _ => CommunityTexts.question_hidden_asker,
        };
}
