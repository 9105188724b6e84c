using SocialShares.Features.Register;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Citizen;

/// <summary>The lines of a passbook in words, and which column an amount stands in.</summary>
public static class BookWords
{
    /// <summary>What for, with the enterprise: for a book of everything.</summary>
    public static string Of(Movement m, string enterprise)
    {
        var units = Shown.Count(Math.Abs(m.Units));
        return m.Kind switch
        {
            MovementKind.Import => CitizenTexts.book_import.With(enterprise, units),
            MovementKind.Issue => CitizenTexts.book_issue.With(enterprise, units),
            MovementKind.Interest => CitizenTexts.book_interest.With(enterprise),
            MovementKind.Reinvestment => CitizenTexts.book_reinvested.With(enterprise, units),
            MovementKind.Correction => CitizenTexts.book_correction.With(enterprise, Signed(m.Units)),
            _ => OfShares(m, enterprise, units) ?? OfBonds(m, enterprise, units),
        };
    }

    /// <summary>What for, with the class or the run: for the book of one holding.</summary>
    public static string Of(Movement m, HoldingCard card)
    {
        var units = Shown.Count(Math.Abs(m.Units));
        return m.Kind switch
        {
            MovementKind.Import => CitizenTexts.holding_import.With(units, m.SecurityCode),
            MovementKind.Issue => CitizenTexts.holding_issue.With(units, m.SecurityCode),
            MovementKind.Interest => CitizenTexts.holding_interest.With(m.SecurityCode, m.RunNumber ?? ""),
            MovementKind.Reinvestment => CitizenTexts.holding_reinvested.With(units, m.SecurityCode),
            MovementKind.Correction => CitizenTexts.holding_correction.With(Signed(m.Units), m.SecurityCode),
            _ => OfShares(m, card.EnterpriseName, units) ?? OfBonds(m, card.EnterpriseName, units),
        };
    }

    /// <summary>Money that came to the holder.</summary>
    public static bool IsToHolder(Movement m) =>
        m.Kind
            is MovementKind.Interest
                or MovementKind.WithdrawalPaid
                or MovementKind.BondInterest
                or MovementKind.BondRepayment;

    /// <summary>Money that the holder put in. What holders pay each other for bonds is not known here.</summary>
    public static bool IsFromHolder(Movement m) =>
        m.Kind is MovementKind.Import or MovementKind.Issue or MovementKind.Reinvestment or MovementKind.BondIssue;

    private static string? OfShares(Movement m, string enterprise, string units) =>
        m.Kind switch
        {
            MovementKind.TransferIn => CitizenTexts.book_in.With(enterprise, units, m.SecurityCode),
            MovementKind.TransferOut => CitizenTexts.book_out.With(enterprise, units, m.SecurityCode),
            MovementKind.Withdrawal => CitizenTexts.book_withdrawal.With(enterprise, units, m.SecurityCode),
            MovementKind.WithdrawalPaid => CitizenTexts.book_paid_back.With(enterprise, m.SecurityCode),
            MovementKind.WriteDown => CitizenTexts.book_written_down.With(enterprise, m.SecurityCode),
            _ => null,
        };

    private static string Signed(long units) => $"{(units < 0 ? '−' : '+')}{Shown.Count(Math.Abs(units))}";

    private static string OfBonds(Movement m, string enterprise, string units) =>
        m.Kind switch
        {
            MovementKind.BondIssue => CitizenTexts.bond_book_issue.With(enterprise, units, m.SecurityCode),
            MovementKind.BondTransferIn => CitizenTexts.bond_book_in.With(enterprise, units, m.SecurityCode),
            MovementKind.BondTransferOut => CitizenTexts.bond_book_out.With(enterprise, units, m.SecurityCode),
            MovementKind.BondInterest => CitizenTexts.bond_book_interest.With(enterprise, m.SecurityCode),
            MovementKind.BondRepayment => CitizenTexts.bond_book_repayment.With(enterprise, m.SecurityCode),
            MovementKind.BondRedemption => CitizenTexts.bond_book_redemption.With(enterprise, units, m.SecurityCode),
            _ => throw new InvariantBroken($"movement {m.Kind} has no words"),
        };
}
