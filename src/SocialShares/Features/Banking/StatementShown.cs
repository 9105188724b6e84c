namespace SocialShares.Features.Banking;

/// <summary>A bank statement. Amounts are minor units; instants are UTC.</summary>
public sealed record StatementShown(
    StatementId Id,
    string BankId,
    string Iban,
    Currency Currency,
    long? SequenceNumber,
    long OpeningMinor,
    long ClosingMinor,
    DateOnly ClosingOn,
    int NewLines,
    int KnownLines,
    bool IsBooked,
    string FileName,
    string Sha256,
    string TakenBy,
    DateTime TakenAt
)
{
    internal static StatementShown Of(AccountStatement s) =>
        new(
            s.Id,
            s.BankId,
            s.Iban,
            s.Currency,
            s.SequenceNumber,
            s.OpeningMinor,
            s.ClosingMinor,
            s.ClosingOn,
            s.NewLines,
            s.KnownLines,
            s.IsBooked,
            s.FileName,
            s.Sha256,
            s.TakenByName,
            s.TakenAt
        );
}

/// <summary>A statement with some of its lines.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Lines">A page of the lines that came with it first.</param>
/// <param name="Next">Ask on after this place; null: there is no more.</param>
public sealed record StatementRead(StatementShown Statement, IReadOnlyList<LineShown> Lines, int? Next);

/// <summary>A payment on a statement, and what became of it; no state: it is not booked yet.</summary>
public sealed record LineShown(
    StatementLineId Id,
    int No,
    DateOnly BookedOn,
    long AmountMinor,
    Currency Currency,
    string? Name,
    string? Iban,
    string? Reference,
    string Text,
    LineState? State,
    long KeptMinor,
    ApplicationId? ApplicationId,
    string? DecidedBy,
    string? Reason
);
