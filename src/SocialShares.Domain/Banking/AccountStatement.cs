namespace SocialShares.Domain;

/// <summary>A statement of the client-money account that was taken in.</summary>
public sealed class AccountStatement
{
    private AccountStatement() { }

    /// <param name="account">The account.</param>
    /// <param name="currency">Its currency.</param>
    /// <param name="facts">What the bank says of it.</param>
    /// <param name="file">Name and SHA-256 of the file in which it came.</param>
    /// <param name="by">Who took it in.</param>
    public AccountStatement(
        Iban account,
        Currency currency,
        StatementFacts facts,
        (string Name, string Sha256) file,
        Signature by
    )
    {
        (Id, Iban, Currency) = (StatementId.New(), account.Value, currency);
        (BankId, SequenceNumber) = (facts.BankId, facts.SequenceNumber);
        (OpeningMinor, ClosingMinor, ClosingOn) = (facts.OpeningMinor, facts.ClosingMinor, facts.ClosingOn);
        (FileName, Sha256) = file;
        (TakenBy, TakenByName, TakenAt) = (by.PersonId, by.Name, by.At);
    }

    /// <summary>Identity.</summary>
    public StatementId Id { get; private set; }

    /// <summary>The account, without spaces.</summary>
    public string Iban { get; private set; } = "";

    /// <summary>Its currency.</summary>
    public Currency Currency { get; private set; }

    /// <summary>The bank's name for the statement; with the account it is taken in once.</summary>
    public string BankId { get; private set; } = "";

    /// <summary>Its number in the year; null where the bank gives none.</summary>
    public long? SequenceNumber { get; private set; }

    /// <summary>Booked balance before its lines, minor units.</summary>
    public long OpeningMinor { get; private set; }

    /// <summary>Booked balance after its lines, minor units.</summary>
    public long ClosingMinor { get; private set; }

    /// <summary>The day of the closing balance.</summary>
    public DateOnly ClosingOn { get; private set; }

    /// <summary>The file's name.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Who took it in.</summary>
    public PersonId? TakenBy { get; private set; }

    /// <summary>Their name.</summary>
    public string TakenByName { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime TakenAt { get; private set; }

    /// <summary>Lines that were new with it.</summary>
    public int NewLines { get; private set; }

    /// <summary>What they add up to, minor units.</summary>
    public long NewMinor { get; private set; }

    /// <summary>Lines that an earlier statement had brought.</summary>
    public int KnownLines { get; private set; }

    /// <summary>Lines up to this place are booked.</summary>
    public int BookedTo { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>Is every line of it booked?</summary>
    public bool IsBooked => BookedTo == NewLines;

    /// <summary>All lines were read.</summary>
    /// <exception cref="Refused"><c>statement.sum</c>: they do not lead from the first balance to the last.</exception>
    public void Read(int newLines, long newMinor, int knownLines, long knownMinor)
    {
        if (OpeningMinor + newMinor + knownMinor != ClosingMinor)
            throw new Refused(
                "statement.sum",
                BankId,
                new Money(OpeningMinor + newMinor + knownMinor, Currency),
                new Money(ClosingMinor, Currency)
            )
            {
                Field = "file",
            };
        (NewLines, NewMinor, KnownLines) = (newLines, newMinor, knownLines);
        Version++;
    }

    /// <summary>Lines up to a place were booked.</summary>
    public void Booked(int upTo)
    {
        Invariant.Holds(upTo > BookedTo && upTo <= NewLines, "lines of a statement are booked twice");
        BookedTo = upTo;
        Version++;
    }
}

/// <summary>What a bank says of a statement, amounts in minor units.</summary>
public sealed record StatementFacts(
    string BankId,
    long? SequenceNumber,
    long OpeningMinor,
    long ClosingMinor,
    DateOnly ClosingOn
);

/// <summary>One payment on a statement. Never changed: what became of it stands in its <see cref="LineOutcome"/>.</summary>
public sealed class StatementLine
{
    private StatementLine() { }

    /// <summary>A line as it was read.</summary>
    public StatementLine(
        AccountStatement statement,
        DateOnly bookedOn,
        Money money,
        string? bankReference,
        PaymentText text,
        bool isReversal,
        string key
    )
    {
        (Id, StatementId, Key) = (StatementLineId.New(), statement.Id, key);
        (BookedOn, AmountMinor, Currency, BankReference) = (bookedOn, money.Minor, money.Currency, bankReference);
        (EndToEndId, Reference, Text) = (text.EndToEndId, text.Reference, text.Text);
        (Name, Iban, ReturnReason, IsReversal) = (text.Name, text.Iban, text.ReturnReason, isReversal);
    }

    /// <summary>Identity.</summary>
    public StatementLineId Id { get; private set; }

    /// <summary>The statement that brought it first.</summary>
    public StatementId StatementId { get; private set; }

    /// <summary>Counts the new lines of the statement from 1; 0 before it is known to be new.</summary>
    public int No { get; private set; }

    /// <summary>The day on which the bank booked it.</summary>
    public DateOnly BookedOn { get; private set; }

    /// <summary>What came in, minor units; below zero what went out.</summary>
    public long AmountMinor { get; private set; }

    /// <summary>Currency of the amount.</summary>
    public Currency Currency { get; private set; }

    /// <summary>The bank's name for it; null where it gives none.</summary>
    public string? BankReference { get; private set; }

    /// <summary>The id that the payer gave it.</summary>
    public string? EndToEndId { get; private set; }

    /// <summary>The structured reference, as it was typed.</summary>
    public string? Reference { get; private set; }

    /// <summary>What the payer wrote; empty for nothing.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who paid, or was paid; null where the bank does not say.</summary>
    public string? Name { get; private set; }

    /// <summary>Their account; null where the bank does not say.</summary>
    public string? Iban { get; private set; }

    /// <summary>The bank's code of why a payment came back.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>Takes an earlier entry back.</summary>
    public bool IsReversal { get; private set; }

    /// <summary>Tells the same payment in another file: a hash of what the bank says of it and its place among equals.</summary>
    public string Key { get; private set; } = "";

    /// <summary>How much.</summary>
    public Money Amount => new(AmountMinor, Currency);

    /// <summary>Gets its place among the new lines of its statement, before it is written.</summary>
    public void Number(int no)
    {
        Invariant.Holds(No == 0, "a line of a statement is numbered twice");
        No = no;
    }
}

/// <summary>What a bank carries with a payment.</summary>
public sealed record PaymentText(
    string? EndToEndId,
    string? Reference,
    string Text,
    string? Name,
    string? Iban,
    string? ReturnReason
);
