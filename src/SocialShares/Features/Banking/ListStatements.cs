using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Banking;

/// <summary>List the bank statements that were taken in, newest closing day first.</summary>
public sealed record ListStatements : IQuery<IReadOnlyList<StatementShown>>, IAllow<Administrator>
{
    private const int Most = 500;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/bank/statements", Get).WithTags("Bank");

    /// <inheritdoc cref="ListStatements"/>
    public static Task<IReadOnlyList<StatementShown>> Get(IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListStatements(), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ListStatements, IReadOnlyList<StatementShown>>
    {
        public async Task<IReadOnlyList<StatementShown>> Handle(ListStatements r, CancellationToken ct)
        {
            var all = await db
                .Statements.AsNoTracking()
                .OrderByDescending(s => s.ClosingOn)
                .ThenByDescending(s => s.TakenAt)
                .Take(Most)
                .ToListAsync(ct);
            return [.. all.Select(StatementShown.Of)];
        }
    }
}

/// <summary>Look at one bank statement, with its lines and what became of each.</summary>
/// <param name="StatementId">The statement.</param>
/// <param name="After">Lines after this place.</param>
public sealed record ReadStatement(StatementId StatementId, int After = 0)
    : IQuery<StatementRead>,
        IAllow<Administrator>
{
    private const int Page = 100;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/bank/statements/{statementId}", Get).WithTags("Bank");

    /// <inheritdoc cref="ReadStatement"/>
    public static Task<StatementRead> Get(
        StatementId statementId,
        int? after,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ReadStatement(statementId, after ?? 0), ct);

    public sealed class Rules : AbstractValidator<ReadStatement>
    {
        public Rules() => RuleFor(r => r.After).Between(0, int.MaxValue - 1);
    }

    public sealed class Handler(SharesDb db) : IRequestHandler<ReadStatement, StatementRead>
    {
        public async Task<StatementRead> Handle(ReadStatement r, CancellationToken ct)
        {
            var statement =
                await db.Statements.AsNoTracking().SingleOrDefaultAsync(s => s.Id == r.StatementId, ct)
                ?? throw new NotThere("statement");
            var lines = await (
                from l in db.StatementLines.AsNoTracking()
                where l.StatementId == r.StatementId && l.No > r.After
                join o in db.LineOutcomes on l.Id equals o.LineId into outcomes
                from o in outcomes.DefaultIfEmpty()
                orderby l.No
                select new LineShown(
                    l.Id,
                    l.No,
                    l.BookedOn,
                    l.AmountMinor,
                    l.Currency,
                    l.Name,
                    l.Iban,
                    l.Reference,
                    l.Text,
                    o == null ? null : o.State,
                    o == null ? 0 : o.KeptMinor,
                    o == null ? null : o.ApplicationId,
                    o == null ? null : o.DecidedByName,
                    o == null ? null : o.Reason
                )
            )
                .Take(Page + 1)
                .ToListAsync(ct);
            return new StatementRead(
                StatementShown.Of(statement),
                [.. lines.Take(Page)],
                lines.Count > Page ? lines[Page - 1].No : null
            );
        }
    }
}
