namespace SocialShares.Adapters.Sepa;

/// <summary>A statement of an account, without its entries, as a bank wrote it. Amounts are minor units.</summary>
/// <param name="Id">The bank's name for it; the same statement sent twice has the same.</param>
/// <param name="Iban">The account, electronic form; null where the bank names it otherwise.</param>
/// <param name="AccountNumber">The account as the bank names it where it has no IBAN; null otherwise.</param>
/// <param name="Currency">Of the account; null where the bank does not say.</param>
/// <param name="SequenceNumber">Its number in the year, by which a gap is seen; null where the bank gives none.</param>
/// <param name="Opening">Booked balance before the entries; null where it is missing.</param>
/// <param name="Closing">Booked balance after the entries; null where it is missing.</param>
public sealed record BankStatement(
    string Id,
    string? Iban,
    string? AccountNumber,
    Currency? Currency,
    long? SequenceNumber,
    StatementBalance? Opening,
    StatementBalance? Closing
);

/// <summary>A booked balance.</summary>
/// <param name="Minor">Below zero when the account owes the bank.</param>
/// <param name="Currency">Currency.</param>
/// <param name="On">The day.</param>
public sealed record StatementBalance(long Minor, Currency Currency, DateOnly On);

/// <summary>One booked entry of a statement.</summary>
/// <param name="No">Place in its statement, from 1.</param>
/// <param name="AmountMinor">What came in; below zero what went out.</param>
/// <param name="Currency">Currency.</param>
/// <param name="BookedOn">The day on which the bank booked it.</param>
/// <param name="BankReference">The bank's name for it; null where it gives none.</param>
/// <param name="IsReversal">Takes an earlier entry back.</param>
/// <param name="Details">What it consists of; at least one, whose amounts add up to the entry's.</param>
public sealed record StatementEntry(
    int No,
    long AmountMinor,
    Currency Currency,
    DateOnly BookedOn,
    string? BankReference,
    bool IsReversal,
    IReadOnlyList<StatementDetail> Details
);

/// <summary>One payment within an entry.</summary>
/// <param name="AmountMinor">What came in; below zero what went out.</param>
/// <param name="EndToEndId">The id that the payer gave it; null where there is none, or the bank says it was not provided.</param>
/// <param name="Reference">The structured reference, as it was typed; null where there is none.</param>
/// <param name="Text">What the payer wrote; empty for nothing.</param>
/// <param name="Name">Who paid, or was paid; null where the bank does not say.</param>
/// <param name="Iban">Their account; null where the bank does not say.</param>
/// <param name="ReturnReason">The bank's code of why a payment came back; null for one that did not.</param>
public sealed record StatementDetail(
    long AmountMinor,
    string? EndToEndId,
    string? Reference,
    string Text,
    string? Name,
    string? Iban,
    string? ReturnReason
);
