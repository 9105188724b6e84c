using SocialShares.Features.Bonds;
using SocialShares.Features.Register;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Citizen;

/// <summary>One series of bonds on the page of a holding.</summary>
/// <param name="Card">The holding.</param>
/// <param name="Held">What is held and owed.</param>
/// <param name="Read">Every payment, and requests.</param>
public sealed record BondPart(HoldingCard Card, BondHeld Held, BondHoldingRead Read)
{
    /// <summary>The payments to draw: those on which something is or was held.</summary>
    public CashFlow Flow =>
        new(
            Card.Currency,
            [
                .. Read
                    .Payments.Where(p => p.Units > 0 && p.State != BondPeriodState.Nothing)
                    .Select(p => new CashLine(
                        p.DueOn,
                        p.InterestMinor,
                        p.PrincipalMinor,
                        p.LeftMinor,
                        StateOf(p.State)
                    )),
            ]
        );

    /// <summary>What was due and was not paid, in a sentence; null when nothing is.</summary>
    public static string? Arrears(BondHeld held, Currency currency)
    {
        if (held.ArrearsSince is not { } since)
            return null;
        var (day, due) = (Shown.Date(since), Shown.Money(held.ArrearsMinor, currency));
        return held.ArrearsPayments == 1
            ? CitizenTexts.bond_arrears.With(day, due)
            : CitizenTexts.bond_arrears_more.With(day, due, held.ArrearsPayments);
    }

    private static CashState StateOf(BondPeriodState state) =>
        state switch
        {
            BondPeriodState.Paid or BondPeriodState.Capitalised => CashState.Paid,
            BondPeriodState.Overdue => CashState.Late,
            _ => CashState.Expected,
        };
}
