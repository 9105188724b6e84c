using SocialShares.Features.Bonds;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>How the state of a payment on bonds is said and drawn: in pencil what comes, in ink what is done.</summary>
public static class PeriodWords
{
    /// <summary>The state in a word or two.</summary>
    public static string Of(BondPeriodState state) =>
        BoardTexts.ResourceManager.GetString($"period.state.{state}", Language.Of) ?? $"{state}";

    /// <summary>The kind of tag.</summary>
    public static string Kind(BondPeriodState state) =>
        state switch
        {
            BondPeriodState.Expected => "pencil",
            BondPeriodState.Paid => "ok",
            BondPeriodState.Overdue => "warn",
            _ => "ink",
        };

    /// <summary>The glyph, where the kind's own does not fit.</summary>
    public static string? Glyph(BondPeriodState state) =>
        state switch
        {
            BondPeriodState.Prepared => "arrow",
            BondPeriodState.Overdue => "warn",
            _ => null,
        };

    /// <summary>Is it still to come? Then its row is drawn in pencil.</summary>
    public static bool IsPencil(BondPeriodState state) =>
        state is BondPeriodState.Expected or BondPeriodState.Prepared or BondPeriodState.Nothing;

    /// <summary>The first payment that comes, of one series.</summary>
    public static PeriodRow? Next(IEnumerable<PeriodRow> rows, BondSeriesId of) =>
        rows.Where(r =>
                r.SeriesId == of
                && r.State is BondPeriodState.Expected or BondPeriodState.Prepared
                && r.PaymentMinor > 0
            )
            .MinBy(r => r.DueOn);
}
