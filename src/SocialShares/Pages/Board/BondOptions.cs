using Microsoft.AspNetCore.Mvc.Rendering;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>What a board can choose from when it sets the terms of bonds, in the language of the page.</summary>
public static class BondOptions
{
    /// <summary>How often interest is paid.</summary>
    public static IEnumerable<SelectListItem> Frequencies =>
        Enum.GetValues<PaymentFrequency>().Reverse().Select(f => Item(f, Words.Capital(BondWords.Often(f))));

    /// <summary>How often principal comes back; as often as interest where nothing is chosen.</summary>
    public static IEnumerable<SelectListItem> RepaymentFrequencies =>
        Frequencies
            .Where(f => f.Value != nameof(PaymentFrequency.AtMaturity))
            .Prepend(new SelectListItem(BoardTexts.bond_repay_same, ""));

    /// <summary>How the principal comes back.</summary>
    public static IEnumerable<RepaymentKind> Repayments => Enum.GetValues<RepaymentKind>();

    /// <summary>Where an odd period stands.</summary>
    public static IEnumerable<SelectListItem> Stubs =>
        Enum.GetValues<StubPeriod>().Select(s => Item(s, Text("stub", s)));

    /// <summary>How days count: the names of the market.</summary>
    public static IEnumerable<SelectListItem> DayCounts =>
        Enum.GetValues<DayCount>().Select(d => Item(d, BondWords.Name(d)));

    /// <summary>Days on which banks do not pay.</summary>
    public static IEnumerable<SelectListItem> Calendars =>
        Enum.GetValues<HolidayCalendar>().Select(c => Item(c, Text("calendar", c)));

    /// <summary>Where a payment goes that falls on such a day. Never before: nothing is paid before it is earned.</summary>
    public static IEnumerable<SelectListItem> PaymentRules =>
        Enum.GetValues<BusinessDayRule>()
            .Where(r => r != BusinessDayRule.Preceding)
            .Select(r => Item(r, Text("rule", r)));

    /// <summary>What happens to a part of a cent.</summary>
    public static IEnumerable<SelectListItem> Roundings =>
        Enum.GetValues<Rounding>().Select(r => Item(r, Text("rounding", r)));

    /// <summary>A way of repaying in a few words.</summary>
    public static string Of(RepaymentKind kind) => Text("repayment", kind);

    /// <summary>What that means, in a sentence.</summary>
    public static string Hint(RepaymentKind kind) => Text("repayment", $"{kind}.hint");

    private static SelectListItem Item<T>(T value, string text)
        where T : struct, Enum => new(text, value.ToString());

    private static string Text<T>(string of, T value) =>
        BoardTexts.ResourceManager.GetString($"bond.{of}.{value}", Language.Of) ?? $"{value}";
}
