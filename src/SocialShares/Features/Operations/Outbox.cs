using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Operations;

/// <summary>List what waits in the outbox or was parked because it kept failing; newest first.</summary>
public sealed record ListOutbox(bool ParkedOnly) : IQuery<IReadOnlyList<OutboxLine>>, IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/outbox", Get).WithTags("Operations");

    /// <inheritdoc cref="ListOutbox"/>
    public static Task<IReadOnlyList<OutboxLine>> Get(bool? parkedOnly, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListOutbox(parkedOnly ?? false), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ListOutbox, IReadOnlyList<OutboxLine>>
    {
        public async Task<IReadOnlyList<OutboxLine>> Handle(ListOutbox r, CancellationToken ct) =>
            await db
                .Outbox.Where(o => o.DoneAt == null && (!r.ParkedOnly || o.ParkedAt != null))
                .OrderByDescending(o => o.CreatedAt)
                .Take(200)
                .Select(o => new OutboxLine(o.Id, o.Kind, o.CreatedAt, o.DueAt, o.Attempts, o.ParkedAt, o.LastError))
                .ToListAsync(ct);
    }
}

/// <summary>One piece of work of the outbox. Instants are UTC.</summary>
public sealed record OutboxLine(
    Guid Id,
    string Kind,
    DateTime CreatedAt,
    DateTime DueAt,
    int Attempts,
    DateTime? ParkedAt,
    string? LastError
);

/// <summary>Try a parked piece of work again.</summary>
public sealed record RetryOutboxRow(Guid RowId) : ICommand<Unit>, IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/outbox/{rowId}/retry", Post).WithTags("Operations");

    /// <inheritdoc cref="RetryOutboxRow"/>
    public static async Task<IResult> Post(Guid rowId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RetryOutboxRow(rowId), ct);
        return Results.NoContent();
    }

    public sealed class Handler(SharesDb db, OutboxSignal signal, TimeProvider clock)
        : IRequestHandler<RetryOutboxRow, Unit>
    {
        public async Task<Unit> Handle(RetryOutboxRow r, CancellationToken ct)
        {
            var row =
                await db.Outbox.SingleOrDefaultAsync(o => o.Id == r.RowId && o.DoneAt == null, ct)
                ?? throw new NotThere("outbox-row");
            (row.ParkedAt, row.Attempts, row.DueAt) = (null, 0, clock.GetUtcNow().UtcDateTime);
            signal.Wake();
            return Unit.Value;
        }
    }
}

/// <summary>Read who asked for what, newest first, page by page.</summary>
public sealed record ListAuditRows(string? Subject, string? Action, DateTime? Before, int Limit)
    : IQuery<IReadOnlyList<AuditLine>>,
        IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/audit", Get).WithTags("Operations");

    /// <inheritdoc cref="ListAuditRows"/>
    public static Task<IReadOnlyList<AuditLine>> Get(
        string? subject,
        string? action,
        DateTime? before,
        int? limit,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ListAuditRows(subject, action, before, limit ?? 50), ct);

    public sealed class Rules : AbstractValidator<ListAuditRows>
    {
        public Rules() => RuleFor(r => r.Limit).Between(1, 500);
    }

    public sealed class Handler(SharesDb db) : IRequestHandler<ListAuditRows, IReadOnlyList<AuditLine>>
    {
        public async Task<IReadOnlyList<AuditLine>> Handle(ListAuditRows r, CancellationToken ct) =>
            await db
                .AuditRows.Where(a => r.Subject == null || a.Subject == r.Subject)
                .Where(a => r.Action == null || a.Action == r.Action)
                .Where(a => r.Before == null || a.At < r.Before)
                .OrderByDescending(a => a.At)
                .ThenByDescending(a => a.Id)
                .Take(r.Limit)
                .Select(a => new AuditLine(a.At, a.PersonId, a.Name, a.Action, a.Subject))
                .ToListAsync(ct);
    }
}

/// <summary>Who asked for what.</summary>
public sealed record AuditLine(DateTime At, PersonId? PersonId, string Name, string Action, string Subject);
