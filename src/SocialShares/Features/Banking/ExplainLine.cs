using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;
using Account = SocialShares.Domain.Account;

namespace SocialShares.Features.Banking;

/// <summary>
/// Say what a payment in the work list is that belongs to no payer and no order: the platform's own money, or money moved from or to the
/// payment provider; with a reason.
/// </summary>
public sealed record ExplainLine(StatementLineId LineId, LineMeaning Meaning, string Reason)
    : ICommand<Unit>,
        IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/bank/work-list/{lineId}/explain", Post).WithTags("Bank");

    /// <inheritdoc cref="ExplainLine"/>
    public static async Task<IResult> Post(StatementLineId lineId, Body body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ExplainLine(lineId, body.Meaning, body.Reason), ct);
        return Results.NoContent();
    }

    /// <summary>What it is.</summary>
    /// <param name="Meaning">Own money, or money of the provider.</param>
    /// <param name="Reason">How you know, 5 to 1000 characters.</param>
    public sealed record Body(LineMeaning Meaning, string Reason);

    public sealed class Rules : AbstractValidator<ExplainLine>
    {
        public Rules() => RuleFor(r => r.Reason).Text(5, 1000);
    }

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock) : IRequestHandler<ExplainLine, Unit>
    {
        public async Task<Unit> Handle(ExplainLine r, CancellationToken ct)
        {
            var (outcome, line) = await db.LineToResolve(r.LineId, ct);
            var now = clock.GetUtcNow().UtcDateTime;
            outcome.Explain(r.Meaning, r.Reason.Trim(), caller.Sign(now));
            caller.Concerns($"bank line {line.Id}: {r.Meaning}");
            db.JournalEntries.Add(
                BankBookings.Identified(
                    line.Id,
                    line.Amount,
                    "Bank line explained by a person",
                    new BookedOn(DateOnly.FromDateTime(now), now),
                    (Belongs(r.Meaning, line), -line.Amount)
                )
            );
            return Unit.Value;
        }

        // What goes to the provider is booked there as own money put in: this is its other half.
        private static string Belongs(LineMeaning meaning, StatementLine line) =>
            meaning == LineMeaning.Provider && line.AmountMinor > 0 ? Account.FromStripe : Account.OwnFunds;
    }
}

/// <summary>Say that a payment in the work list is the sum of a bank file of ours: all its orders were carried out.</summary>
public sealed record MatchLineToFile(StatementLineId LineId, int FileNo) : ICommand<Unit>, IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/bank/work-list/{lineId}/file", Post).WithTags("Bank");

    /// <inheritdoc cref="MatchLineToFile"/>
    public static async Task<IResult> Post(StatementLineId lineId, Body body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new MatchLineToFile(lineId, body.FileNo), ct);
        return Results.NoContent();
    }

    /// <summary>Which file.</summary>
    /// <param name="FileNo">Its number.</param>
    public sealed record Body(int FileNo);

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock) : IRequestHandler<MatchLineToFile, Unit>
    {
        public async Task<Unit> Handle(MatchLineToFile r, CancellationToken ct)
        {
            var (outcome, line) = await db.LineToResolve(r.LineId, ct);
            var orders = await db
                .BankOrders.Where(o => db.ClientFiles.Any(f => f.Id == o.FileId && f.No == r.FileNo))
                .Where(o => o.SentAt != null && o.SeenAt == null)
                .ToListAsync(ct);
            var isSum =
                orders.Sum(o => o.AmountMinor) == -line.AmountMinor
                && orders.TrueForAll(o => o.Currency == line.Currency);
            if (orders.Count == 0 || !isSum)
                throw new Refused("work-list.other-sum", r.FileNo) { Field = "fileNo" };
            var now = clock.GetUtcNow().UtcDateTime;
            foreach (var order in orders)
                order.See(now);
            outcome.IsOfFile(caller.Sign(now));
            caller.Concerns($"bank line {line.Id} for bank file {r.FileNo}");
            db.JournalEntries.Add(
                BankBookings.Identified(
                    line.Id,
                    line.Amount,
                    $"Bank file {r.FileNo} carried out by the bank",
                    new BookedOn(DateOnly.FromDateTime(now), now),
                    (Account.BankInTransit, -line.Amount)
                )
            );
            return Unit.Value;
        }
    }
}
