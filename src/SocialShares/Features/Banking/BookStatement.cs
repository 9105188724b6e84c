using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Banking;

/// <summary>Books the lines of a statement, batch by batch, until none is left; stopped in between, it goes on where it was.</summary>
public sealed record BookStatement(StatementId StatementId) : IDelivery, IAllow<Machine>
{
    public sealed class Handler(IMediator mediator) : IRequestHandler<BookStatement, Unit>
    {
        public async Task<Unit> Handle(BookStatement r, CancellationToken ct)
        {
            while (await mediator.Send(new BookStatementBatch(r.StatementId), ct))
                ct.ThrowIfCancellationRequested();
            return Unit.Value;
        }
    }
}

/// <summary>
/// Books the next lines of a statement: what names an application or an order of ours goes there, all else into the work list. Two
/// workers on one statement book each line once.
/// </summary>
/// <param name="StatementId">The statement.</param>
/// <param name="Lines">How many.</param>
public sealed record BookStatementBatch(StatementId StatementId, int Lines = 500) : ICommand<bool>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, LineDesk desk, TimeProvider clock)
        : IRequestHandler<BookStatementBatch, bool>
    {
        public async Task<bool> Handle(BookStatementBatch r, CancellationToken ct)
        {
            // What earlier batches loaded is not wanted any more: memory does not grow with the statement.
            db.ChangeTracker.Clear();
            var statement = await db.Statements.SingleAsync(s => s.Id == r.StatementId, ct);
            if (statement.IsBooked)
                return false;
            var lines = await db
                .StatementLines.AsNoTracking()
                .Where(l => l.StatementId == statement.Id && l.No > statement.BookedTo)
                .OrderBy(l => l.No)
                .Take(r.Lines)
                .ToListAsync(ct);
            var hasGap = (await db.OpenGaps(statement.Currency, ct)).Any(g => g.Id == statement.Id);
            await desk.Book(lines, hasGap, clock.GetUtcNow().UtcDateTime, ct);
            statement.Booked(lines[^1].No);
            return !statement.IsBooked;
        }
    }
}
