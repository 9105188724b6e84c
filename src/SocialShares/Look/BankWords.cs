using SocialShares.Features.Banking;
using SocialShares.Resources;

namespace SocialShares.Look;

/// <summary>Lines, orders and files of the bank in plain words.</summary>
public static class BankWords
{
    /// <summary>Why money goes back to an applicant; names the amount as {0}.</summary>
    public static string Why(BankOrderKind kind) =>
        kind switch
        {
            BankOrderKind.Excess => BankTexts.back_excess,
            BankOrderKind.Late => BankTexts.back_late,
            BankOrderKind.GivenUp => BankTexts.back_givenUp,
            _ => BankTexts.back_refund,
        };

    /// <summary>Where money that goes back is now, for its owner.</summary>
    public static string Where(BankRefundShown b) =>
        b.State switch
        {
            BankOrderState.NeedsAccount => BankTexts.back_needs,
            BankOrderState.Sent => BankTexts.back_sent.With(
                b.IbanEnd ?? "",
                b.SentAt is { } at ? Shown.Date(DateOnly.FromDateTime(at)) : ""
            ),
            BankOrderState.Seen => BankTexts.back_seen.With(b.IbanEnd ?? ""),
            _ => BankTexts.back_ready.With(b.IbanEnd ?? ""),
        };

    /// <summary>What became of a line.</summary>
    public static string Of(LineShown line) =>
        line is { State: LineState.Paid, KeptMinor: 0 }
            ? BankTexts.line_late
            : Text("line", line.State?.ToString() ?? "none");

    /// <summary>Why money leaves.</summary>
    public static string Of(BankOrderKind kind) => Text("kind", kind.ToString());

    /// <summary>Where an order stands.</summary>
    public static string Of(BankOrderState state) => Text("order", state.ToString());

    /// <summary>Where a file stands.</summary>
    public static string Of(ClientFileState state) => Text("file", state.ToString());

    /// <summary>How the word of a line is drawn.</summary>
    public static string Kind(LineState? state) =>
        state switch
        {
            null => "pencil",
            LineState.Open => "warn",
            _ => "ok",
        };

    /// <summary>How the word of an order is drawn.</summary>
    public static string Kind(BankOrderState state) =>
        state switch
        {
            BankOrderState.NeedsAccount => "warn",
            BankOrderState.Sent => "ink",
            BankOrderState.Seen => "ok",
            _ => "pencil",
        };

    /// <summary>What speaks for a proposal.</summary>
    public static string WhyProposed(Proposal p) =>
        string.Join(
            ", ",
            new[]
            {
                p.SameAmount ? BankTexts.work_why_amount : null,
                p.SameAccount ? BankTexts.work_why_account : null,
                p.SameName ? BankTexts.work_why_name : null,
            }.OfType<string>()
        );

    private static string Text(string of, string name) =>
        BankTexts.ResourceManager.GetString($"{of}.{char.ToLowerInvariant(name[0])}{name[1..]}", Language.Of) ?? name;
}
