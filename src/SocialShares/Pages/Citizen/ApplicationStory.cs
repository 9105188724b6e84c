using SocialShares.Features.Banking;
using SocialShares.Features.Issuing;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Citizen;

/// <summary>Each state of an application in plain words.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Money">What happened to my money.</param>
/// <param name="Now">What happens now, and what I can do.</param>
/// <param name="Tag">Its word in a list.</param>
/// <param name="Kind">How the word is drawn: pencil, ink, ok, warn.</param>
/// <param name="Icon">The glyph beside the word.</param>
public sealed record ApplicationStory(string Title, string Money, string Now, string Tag, string Kind, string Icon)
{
    /// <summary>The story of an application as it is now.</summary>
    /// <param name="a">As its owner sees it.</param>
    /// <param name="minutesHeld">For how long the units are still held without payment.</param>
    /// <param name="isUnconfirmed">The person comes from the payment page, and the provider has not told us yet.</param>
    public static ApplicationStory Of(ApplicationShown a, int minutesHeld, bool isUnconfirmed)
    {
        var amount = Shown.Money(a.AmountMinor, a.Offer.Currency);
        var (tag, kind, icon) = Word(a.State, a.Offer.IsOfBonds);
        var bonds = a.Offer.IsOfBonds;
        var (title, money, now) = a.State switch
        {
            ApplicationState.Waiting => (
                CommunityTexts.queue_title,
                CommunityTexts.queue_money,
                CommunityTexts.queue_now.With(a.PlaceInQueue ?? 1)
            ),
            ApplicationState.AwaitingPayment => Awaiting(a, amount, minutesHeld, isUnconfirmed),
            ApplicationState.Refunding or ApplicationState.Refunded => Back(a, amount),
            ApplicationState.Paid or ApplicationState.Confirmed => Kept(a, amount),
            ApplicationState.Allotted or ApplicationState.Issued => bonds ? Bonds(a, Got(a)) : Shares(a, Got(a)),
            // The bank was asked already, and may still pay.
            ApplicationState.Cancelled
            or ApplicationState.Rejected when a.DebitSince is not null && a.DebitRefusedAt is null => (
                a.State == ApplicationState.Cancelled
                    ? CitizenTexts.status_cancelled_title
                    : CitizenTexts.status_rejected_title,
                CitizenTexts.debit_given_up_money.With(amount),
                CitizenTexts.debit_given_up_now
            ),
            ApplicationState.Expired when a.DebitRefusedAt is not null => (
                CitizenTexts.debit_refused_title,
                CitizenTexts.status_none_charged,
                bonds ? CitizenTexts.bond_debit_refused_now : CitizenTexts.debit_refused_now
            ),
            ApplicationState.Cancelled => (
                CitizenTexts.status_cancelled_title,
                NotPaid(a),
                CitizenTexts.status_cancelled_now
            ),
            ApplicationState.Rejected => (
                CitizenTexts.status_rejected_title,
                NotPaid(a),
                CitizenTexts.status_rejected_now.With(a.Rejection?.Reason ?? "")
            ),
            ApplicationState.Expired => (
                CitizenTexts.status_expired_title,
                NotPaid(a),
                bonds ? CitizenTexts.bond_expired_now : CitizenTexts.status_expired_now
            ),
            ApplicationState.Started => (
                CitizenTexts.status_started_title,
                CitizenTexts.status_none_charged,
                bonds ? CitizenTexts.bond_started_now : CitizenTexts.status_started_now
            ),
            _ => throw new InvariantBroken($"application state {a.State} has no story"),
        };
        return new ApplicationStory(title, money, now, tag, kind, icon);
    }

    /// <summary>A state in a word, for lists.</summary>
    public static (string Tag, string Kind, string Icon) Word(ApplicationState state, bool isOfBonds) =>
        state switch
        {
            ApplicationState.Started => (CitizenTexts.state_started, "pencil", "pencil"),
            ApplicationState.Waiting => (CommunityTexts.queue_state, "pencil", "clock"),
            ApplicationState.AwaitingPayment => (CitizenTexts.state_awaiting, "warn", "clock"),
            ApplicationState.Paid => (CitizenTexts.state_paid, "pencil", "clock"),
            ApplicationState.Confirmed => (CitizenTexts.state_confirmed, "pencil", "tick"),
            ApplicationState.Allotted => (
                isOfBonds ? CitizenTexts.bond_state_allotted : CitizenTexts.state_allotted,
                "ink",
                "tick"
            ),
            ApplicationState.Issued => (CitizenTexts.state_issued, "ink", "tick"),
            ApplicationState.Cancelled => (CitizenTexts.state_cancelled, "ink", "cross"),
            ApplicationState.Expired => (CitizenTexts.state_expired, "ink", "cross"),
            ApplicationState.Rejected => (CitizenTexts.state_rejected, "ink", "cross"),
            ApplicationState.Refunding => (CitizenTexts.state_refunding, "warn", "arrow"),
            ApplicationState.Refunded => (CitizenTexts.state_refunded, "ink", "arrow"),
            _ => throw new InvariantBroken($"application state {state} has no word"),
        };

    private static (string, string, string) Awaiting(ApplicationShown a, string amount, int minutes, bool unconfirmed)
    {
        var bonds = a.Offer.IsOfBonds;
        if (a.Transfer is { State: BankTransferState.Open } transfer)
            return ByTransfer(transfer);
        if (a.DebitSince is { } since)
            return (
                CitizenTexts.debit_title,
                CitizenTexts.debit_money.With(amount, Shown.Date(ReadersDay.Of(since))),
                (bonds ? CitizenTexts.bond_debit_now : CitizenTexts.debit_now).With(Shown.Count(a.Units))
            );
        if (unconfirmed)
            return (
                CitizenTexts.status_unconfirmed_title,
                CitizenTexts.status_unconfirmed_money.With(amount),
                CitizenTexts.status_unconfirmed_now
            );
        if (minutes == 0)
            return (
                CitizenTexts.status_overdue_title,
                CitizenTexts.status_none_charged,
                bonds ? CitizenTexts.bond_overdue_now : CitizenTexts.status_overdue_now
            );
        return a.CheckoutUrl is null
            ? (
                CitizenTexts.status_nopage_title,
                CitizenTexts.status_none_charged,
                (bonds ? CitizenTexts.bond_nopage_now : CitizenTexts.status_nopage_now).With(minutes)
            )
            : (
                CitizenTexts.status_awaiting_title,
                CitizenTexts.status_none_charged,
                (bonds ? CitizenTexts.bond_awaiting_now : CitizenTexts.status_awaiting_now).With(
                    Shown.Count(a.Units),
                    minutes
                )
            );
    }

    // Of an application that ended unpaid a part may have come.
    private static string NotPaid(ApplicationShown a) =>
        a.Transfer is { ReceivedMinor: > 0 } part
            ? BankTexts.status_ended_part.With(Shown.Money(part.ReceivedMinor, part.Currency))
            : CitizenTexts.status_none_charged;

    private static (string, string, string) ByTransfer(BankTransferShown t)
    {
        string Amount(long minor) => Shown.Money(minor, t.Currency);
        var now = BankTexts.status_now.With(Amount(t.MissingMinor), Shown.LongDate(t.DueOn));
        return t.ReceivedMinor == 0
            ? (BankTexts.status_title, BankTexts.status_none, now)
            : (
                BankTexts.status_part_title,
                BankTexts.status_part.With(Amount(t.ReceivedMinor), Amount(t.AmountMinor), Amount(t.MissingMinor)),
                now
            );
    }

    private static (string, string, string) Kept(ApplicationShown a, string amount)
    {
        var paidOn = a.PaidAt is { } at ? Shown.Date(ReadersDay.Of(at)) : "";
        var money = CitizenTexts.status_kept_money.With(amount, paidOn, a.Offer.EnterpriseName);
        if (a.State == ApplicationState.Confirmed)
            return (
                CitizenTexts.status_confirmed_title,
                money,
                a.Offer.ClosesOn is { } last
                    ? (a.Offer.IsOfBonds ? CitizenTexts.bond_confirmed_now : CitizenTexts.status_confirmed_now).With(
                        Shown.Date(last)
                    )
                    : CitizenTexts.status_confirmed_soon
            );
        var lastDay = a.CancelUntil > a.ReflectionEndsOn ? a.CancelUntil : a.ReflectionEndsOn;
        var until = lastDay is { } day ? Shown.LongDate(day) : "";
        return a.CanCancel
            ? (CitizenTexts.status_paid_title, money, CitizenTexts.status_paid_now.With(until, amount))
            : (CitizenTexts.status_thought_title, money, CitizenTexts.status_thought_now.With(until));
    }

    // Of an application that was scaled back, what became units.
    private static string Got(ApplicationShown a) =>
        Shown.Money(a.AllottedUnits * a.Offer.ParValueMinor, a.Offer.Currency);

    private static (string, string, string) Shares(ApplicationShown a, string amount)
    {
        var units = Shown.Count(a.AllottedUnits);
        return a.State == ApplicationState.Allotted
            ? (
                CitizenTexts.status_allotted_title,
                CitizenTexts.status_allotted_money.With(amount, units),
                CitizenTexts.status_allotted_now
            )
            : (
                CitizenTexts.status_issued_title.With(a.Offer.EnterpriseName),
                CitizenTexts.status_issued_money.With(amount, units) + PartBack(a),
                CitizenTexts.status_issued_now
            );
    }

    private static (string, string, string) Bonds(ApplicationShown a, string amount)
    {
        var units = Shown.Count(a.AllottedUnits);
        return a.State == ApplicationState.Allotted
            ? (
                CitizenTexts.bond_allotted_title,
                CitizenTexts.bond_allotted_money.With(amount, units),
                CitizenTexts.status_allotted_now
            )
            : (
                CitizenTexts.bond_issued_title.With(a.Offer.EnterpriseName),
                CitizenTexts.bond_issued_money.With(amount, units) + PartBack(a),
                CitizenTexts.bond_issued_now
            );
    }

    // Where a part of the money of a scaled back application is.
    private static string PartBack(ApplicationShown a) =>
        a.RefundReason != Refund.ScaledBack
            ? ""
            : " "
                + (
                    a.Refund switch
                    {
                        RefundState.Done => CitizenTexts.allot_part_back,
                        RefundState.Failed => CitizenTexts.allot_part_failed,
                        _ => CitizenTexts.allot_part_coming,
                    }
                ).With(Shown.Money(a.RefundMinor, a.Offer.Currency));

    private static (string, string, string) Back(ApplicationShown a, string amount)
    {
        if (a.Refund == RefundState.Contested)
            return (CitizenTexts.disputed_title, CitizenTexts.disputed_money.With(amount), CitizenTexts.disputed_now);
        if (a.State == ApplicationState.Refunded && a.BankTookAll)
            return (
                CitizenTexts.disputed_back_title,
                CitizenTexts.disputed_back_money.With(amount),
                CitizenTexts.status_refunded_now
            );
        if (a.State == ApplicationState.Refunded)
            return (
                CitizenTexts.status_refunded_title,
                CitizenTexts.status_refunded_money.With(
                    amount,
                    a.RefundEndedAt is { } at ? Shown.Date(ReadersDay.Of(at)) : ""
                ),
                CitizenTexts.status_refunded_now
            );
        if (a.BankRefunds.Count > 0)
            return (
                CitizenTexts.status_refunding_title,
                BankTexts.refunding_money.With(amount),
                a.BankRefunds.Any(b => b.State == BankOrderState.NeedsAccount)
                    ? BankTexts.refunding_account
                    : CitizenTexts.status_refunding_now
            );
        return (
            CitizenTexts.status_refunding_title,
            CitizenTexts.status_refunding_money.With(amount),
            a.Refund == RefundState.Failed ? CitizenTexts.status_refund_failed : CitizenTexts.status_refunding_now
        );
    }
}
