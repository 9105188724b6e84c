namespace SocialShares.Domain;

/// <summary>
/// One balanced, unchangeable record of money that moved. Its cause (kind and id) is unique within its book, so that a
/// cause books once. A correction is another entry that reverses this one.
/// </summary>
public sealed class JournalEntry
{
    private readonly List<Posting> postings = [];

    private JournalEntry() { }

    /// <summary>Identity.</summary>
    public JournalEntryId Id { get; private set; }

    /// <summary>Whose book: <see cref="Domain.Book.Platform"/> or an enterprise's.</summary>
    public string Book { get; private set; } = "";

    /// <summary>The legal day of the movement.</summary>
    public DateOnly OccurredOn { get; private set; }

    /// <summary>When it was written down, UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>What kind of thing caused it, for example <c>payment</c>.</summary>
    public string CauseKind { get; private set; } = "";

    /// <summary>Which thing caused it.</summary>
    public Guid CauseId { get; private set; }

    /// <summary>One sentence for people who read the journal.</summary>
    public string Description { get; private set; } = "";

    /// <summary>Two or more amounts that sum to zero per currency.</summary>
    public IReadOnlyList<Posting> Postings => postings;

    /// <summary>Writes an entry.</summary>
    /// <param name="book">Whose book.</param>
    /// <param name="on">Legal day and moment of recording.</param>
    /// <param name="cause">What caused it.</param>
    /// <param name="description">One sentence.</param>
    /// <param name="lines">Account and signed amount: positive is a debit, negative a credit. Zero amounts are left out.</param>
    /// <exception cref="InvariantBroken">The amounts do not sum to zero, or nothing is left.</exception>
    public static JournalEntry Write(
        string book,
        BookedOn on,
        Cause cause,
        string description,
        params IEnumerable<(string Account, Money Amount)> lines
    )
    {
        var entry = new JournalEntry
        {
            Id = JournalEntryId.New(),
            Book = book,
            OccurredOn = on.Day,
            RecordedAt = on.At,
            CauseKind = cause.Kind,
            CauseId = cause.Id,
            Description = description,
        };
        foreach (var (account, amount) in lines.Where(l => l.Amount.Minor != 0))
            entry.postings.Add(new Posting(entry.Id, entry.postings.Count + 1, account, amount));
        Invariant.Holds(entry.postings.Count >= 2, $"the entry for {cause.Kind} has nothing to book");
        foreach (var currency in entry.postings.GroupBy(p => p.Currency))
            Invariant.Holds(currency.Sum(p => p.AmountMinor) == 0, $"the entry for {cause.Kind} does not balance");
        return entry;
    }
}

/// <summary>One amount on one account.</summary>
public sealed class Posting
{
    private Posting() { }

    internal Posting(JournalEntryId entryId, int no, string account, Money amount) =>
        (EntryId, No, Account, AmountMinor, Currency) = (entryId, no, account, amount.Minor, amount.Currency);

    /// <summary>The entry it is part of.</summary>
    public JournalEntryId EntryId { get; private set; }

    /// <summary>Counts from 1 within the entry.</summary>
    public int No { get; private set; }

    /// <summary>Name of the account in plain text accounting form, for example <c>liabilities:escrow:hallowby-shop</c>.</summary>
    public string Account { get; private set; } = "";

    /// <summary>Minor units; positive is a debit, negative a credit.</summary>
    public long AmountMinor { get; private set; }

    /// <summary>Currency of the amount.</summary>
    public Currency Currency { get; private set; }
}

/// <summary>The legal day of a movement and the instant (UTC) of writing it down.</summary>
public readonly record struct BookedOn(DateOnly Day, DateTime At)
{
    /// <summary>The day it is at <paramref name="at"/> in <paramref name="zone"/>.</summary>
    public static BookedOn Moment(DateTime at, string zone) => new(LegalDay.Of(at, zone), at);
}

/// <summary>What caused a journal entry; a cause books once per book.</summary>
public readonly record struct Cause(string Kind, Guid Id);

/// <summary>Names of the books.</summary>
public static class Book
{
    /// <summary>The platform's own book: provider balance, escrow, what is owed to enterprises.</summary>
    public const string Platform = "platform";

    /// <summary>The book of one enterprise.</summary>
    public static string Of(string enterpriseSlug) => $"enterprise:{enterpriseSlug}";
}
