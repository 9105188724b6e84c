using SocialShares.Features.Issuing;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>How states are said and drawn: in pencil what is not certain, in ink what is done, stamped what a person decided.</summary>
public static class OfferWords
{
    /// <summary>The state in a word or two.</summary>
    public static string Of(OfferState state) =>
        BoardTexts.ResourceManager.GetString($"offer.state.{state}", Language.Of) ?? state.ToString();

    /// <summary>A kind of holder in a word.</summary>
    public static string Of(HolderGroup group) =>
        BoardTexts.ResourceManager.GetString($"holder.group.{group}", Language.Of) ?? group.ToString();

    /// <summary>The state of an application in a word or two.</summary>
    public static string Of(ApplicationState state) =>
        BoardTexts.ResourceManager.GetString($"application.state.{state}", Language.Of) ?? state.ToString();

    /// <summary>The kind of tag that a state of an offer is shown as.</summary>
    public static string Kind(OfferState state) =>
        state switch
        {
            OfferState.Draft or OfferState.InReview => "pencil",
            OfferState.Approved or OfferState.Allotted => "stamp",
            OfferState.Completed => "ok",
            OfferState.Failed or OfferState.Cancelled => "bad",
            _ => "ink",
        };

    /// <summary>The glyph beside it, where the kind's own does not fit.</summary>
    public static string? Glyph(OfferState state) =>
        state switch
        {
            OfferState.InReview => "clock",
            OfferState.Open => "arrow",
            _ => null,
        };

    /// <summary>The kind of tag that a state of an application is shown as.</summary>
    public static string Kind(ApplicationState state) =>
        state switch
        {
            ApplicationState.Started
            or ApplicationState.Waiting
            or ApplicationState.AwaitingPayment
            or ApplicationState.Paid => "pencil",
            ApplicationState.Allotted or ApplicationState.Issued => "ink",
            ApplicationState.Confirmed => "ok",
            ApplicationState.Refunding => "warn",
            _ => "bad",
        };
}

/// <summary>The life of an offer with who and when, for the line of steps.</summary>
public sealed record OfferLife(OfferState State, IReadOnlyList<StepShown> Steps, TimeZoneInfo Zone)
{
    private static readonly OfferState[] Road =
    [
        OfferState.Draft,
        OfferState.InReview,
        OfferState.Approved,
        OfferState.Open,
        OfferState.Closed,
        OfferState.Allotted,
        OfferState.Completed,
    ];

    /// <summary>The states to show: the whole road, or how far it came before it ended.</summary>
    public IEnumerable<OfferState> States =>
        Road.Contains(State) ? Road : [.. Road.Where(s => Steps.Any(x => x.State == s)), State];

    /// <summary><c>done</c>, <c>now</c> or <c>todo</c>.</summary>
    public string Stage(OfferState state)
    {
        if (state == State)
            return state == OfferState.Completed ? "done" : "now";
        return !Road.Contains(State) || Array.IndexOf(Road, state) < Array.IndexOf(Road, State) ? "done" : "todo";
    }

    /// <summary>Who brought it there and when; null for what is still to come.</summary>
    public string? By(OfferState state) =>
        Stage(state) != "todo" && Steps.LastOrDefault(s => s.State == state && s.ClosesOn is null) is { } step
            ? $"{(step.Name.Length == 0 ? CommonTexts.common_by_itself : step.Name)}, {Shown.Moment(step.At, Zone)}"
            : null;
}
