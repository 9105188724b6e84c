namespace SocialShares.Adapters.Sepa;

/// <summary>What a bank file says once, at its top: who pays, when, and what the lines add up to.</summary>
/// <param name="MsgId">Unique for this debtor for ever, 1 to 35 characters of the SEPA set; also the id of the payment.</param>
/// <param name="CreatedAt">When the file was made (UTC). Stored with the run, so that a second file has the same bytes.</param>
/// <param name="DebtorName">Whose account pays; written in the SEPA character set, at most 70 characters of it.</param>
/// <param name="DebtorIban">The account that pays.</param>
/// <param name="ExecutionDate">The day on which the bank is asked to pay.</param>
/// <param name="Currency">Of every amount in the file.</param>
/// <param name="NumberOfTransactions">How many lines follow, at least 1.</param>
/// <param name="ControlSumMinor">What their amounts add up to, in minor units.</param>
public sealed record BankFileHeader(
    string MsgId,
    DateTime CreatedAt,
    string DebtorName,
    Iban DebtorIban,
    DateOnly ExecutionDate,
    Currency Currency,
    long NumberOfTransactions,
    long ControlSumMinor
);

/// <summary>One credit transfer to one holder.</summary>
/// <param name="EndToEndId">The line's own id, 1 to 35 characters of the SEPA set; comes back on the bank's statement.</param>
/// <param name="AmountMinor">Minor units, 1 to 99,999,999,999.</param>
/// <param name="CreditorName">Who is paid; written in the SEPA character set, at most 70 characters of it.</param>
/// <param name="CreditorIban">The account that is paid.</param>
/// <param name="Remittance">What the holder reads on the statement; at most 140 characters are written, empty: none.</param>
public sealed record BankFileLine(
    string EndToEndId,
    long AmountMinor,
    string CreditorName,
    Iban CreditorIban,
    string Remittance
);
