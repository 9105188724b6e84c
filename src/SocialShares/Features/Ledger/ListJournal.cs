using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Ledger;

/// <summary>Page through the journal, newest entries first; of one book or one account (with those below it) where asked.</summary>
public sealed record ListJournal(string? Book = null, string? Account = null, string? Before = null, int Take = 50)
    : IQuery<JournalPage>,
        IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/ledger/entries", Get).WithTags("Ledger");

    /// <inheritdoc cref="ListJournal"/>
    public static Task<JournalPage> Get(
        string? book,
        string? account,
        string? before,
        int? take,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ListJournal(book, account, before, take ?? 50), ct);

    public sealed class Rules : AbstractValidator<ListJournal>
    {
        public Rules()
        {
            RuleFor(r => r.Take).Between(1, 200);
            RuleFor(r => r.Before).Cursor();
        }
    }

    public sealed class Handler(SharesDb db) : IRequestHandler<ListJournal, JournalPage>
    {
        public async Task<JournalPage> Handle(ListJournal r, CancellationToken ct)
        {
            var entries = db.JournalEntries.AsNoTracking();
            if (r.Book is { Length: > 0 } book)
                entries = entries.Where(j => j.Book == book);
            if (r.Account is { Length: > 0 } account)
            {
                var below = account + ":";
                entries = entries.Where(j => j.Postings.Any(p => p.Account == account || p.Account.StartsWith(below)));
            }
            var start = MomentCursor.Read(r.Before);
            if (start is not null)
                entries = entries.Where(j => j.RecordedAt <= start.At);
            var rows = await entries
                .OrderByDescending(j => j.RecordedAt)
                .ThenByDescending(j => j.Id)
                .Skip(start?.Seen ?? 0)
                .Take(r.Take + 1)
                .Select(JournalRow.Of)
                .ToListAsync(ct);
            var page = rows.Take(r.Take).ToList();
            return new JournalPage(
                page,
                rows.Count > r.Take ? MomentCursor.After(page, j => j.RecordedAt, start) : null
            );
        }
    }
}

/// <summary>Some entries of the journal.</summary>
/// <param name="Entries">Newest first.</param>
/// <param name="Next">Ask for the next page with this as <c>before</c>; null on the last page.</param>
public sealed record JournalPage(IReadOnlyList<JournalRow> Entries, string? Next);

/// <summary>One entry of the journal.</summary>
public sealed record JournalRow(
    JournalEntryId Id,
    string Book,
    DateOnly OccurredOn,
    DateTime RecordedAt,
    string CauseKind,
    Guid CauseId,
    string Description,
    IReadOnlyList<PostingRow> Postings
)
{
    internal static readonly Expression<Func<JournalEntry, JournalRow>> Of = j => new JournalRow(
        j.Id,
        j.Book,
        j.OccurredOn,
        j.RecordedAt,
        j.CauseKind,
        j.CauseId,
        j.Description,
        j.Postings.OrderBy(p => p.No).Select(p => new PostingRow(p.Account, p.AmountMinor, p.Currency)).ToList()
    );
}

/// <summary>One amount on one account; positive is a debit, negative a credit, minor units.</summary>
public sealed record PostingRow(string Account, long AmountMinor, Currency Currency);
