using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Banking;

/// <summary>Say why a bank statement does not begin where the one before ended.</summary>
/// <param name="StatementId">The statement.</param>
/// <param name="Minor">The difference that I see, minor units; another one is not explained.</param>
/// <param name="Reason">How I know.</param>
public sealed record ExplainDifference(StatementId StatementId, long Minor, string Reason)
    : ICommand<Unit>,
        IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/bank/statements/{statementId}/explain", Post).WithTags("Bank");

    /// <inheritdoc cref="ExplainDifference"/>
    public static async Task<IResult> Post(StatementId statementId, Body body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ExplainDifference(statementId, body.Minor, body.Reason), ct);
        return Results.NoContent();
    }

    /// <summary>The explanation.</summary>
    /// <param name="Minor">The difference, minor units, as the work list shows it.</param>
    /// <param name="Reason">How you know, 5 to 1000 characters.</param>
    public sealed record Body(long Minor, string Reason);

    public sealed class Rules : AbstractValidator<ExplainDifference>
    {
        public Rules() => RuleFor(r => r.Reason).Text(5, 1000);
    }

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock)
        : IRequestHandler<ExplainDifference, Unit>
    {
        public async Task<Unit> Handle(ExplainDifference r, CancellationToken ct)
        {
            var statement =
                await db.Statements.AsNoTracking().SingleOrDefaultAsync(s => s.Id == r.StatementId, ct)
                ?? throw new NotThere("statement");
            if (!(await db.OpenGaps(statement.Currency, ct)).Contains((r.StatementId, r.Minor)))
                throw new Refused("work-list.no-difference") { Field = "minor" };
            db.BalanceExplanations.Add(
                new BalanceExplanation(
                    r.StatementId,
                    new Money(r.Minor, statement.Currency),
                    r.Reason.Trim(),
                    caller.Sign(clock.GetUtcNow().UtcDateTime)
                )
            );
            return Unit.Value;
        }
    }
}
