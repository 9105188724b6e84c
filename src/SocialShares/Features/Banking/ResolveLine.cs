using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;
using Account = SocialShares.Domain.Account;

namespace SocialShares.Features.Banking;

/// <summary>Say whose application a payment in the work list pays.</summary>
public sealed record MatchLine(StatementLineId LineId, ApplicationId ApplicationId)
    : ICommand<Unit>,
        IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/bank/work-list/{lineId}/match", Post).WithTags("Bank");

    /// <inheritdoc cref="MatchLine"/>
    public static async Task<IResult> Post(StatementLineId lineId, Body body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new MatchLine(lineId, body.ApplicationId), ct);
        return Results.NoContent();
    }

    /// <summary>The application.</summary>
    /// <param name="ApplicationId">Of somebody who chose to pay by bank transfer.</param>
    public sealed record Body(ApplicationId ApplicationId);

    public sealed class Handler(SharesDb db, IncomingTransfers transfers, Caller caller, TimeProvider clock)
        : IRequestHandler<MatchLine, Unit>
    {
        public async Task<Unit> Handle(MatchLine r, CancellationToken ct)
        {
            var (outcome, line) = await db.LineToResolve(r.LineId, ct);
            var transfer = await db
                .BankTransfers.AsNoTracking()
                .SingleOrDefaultAsync(t => t.ApplicationId == r.ApplicationId, ct);
            if (transfer is null || transfer.Currency != line.Currency)
                throw new Refused("work-list.no-transfer") { Field = "applicationId" };
            // A mistyped number must not send a stranger's money back as if it were too late.
            if (transfer.State != BankTransferState.Open)
                throw new Refused("work-list.not-awaited") { Field = "applicationId" };
            var now = clock.GetUtcNow().UtcDateTime;
            outcome.Pays(r.ApplicationId, caller.Sign(now));
            caller.Concerns($"bank line {line.Id} for application {r.ApplicationId}");
            var others = await transfers.Take(line, outcome, r.ApplicationId, now, ct);
            db.JournalEntries.Add(
                BankBookings.Identified(
                    line.Id,
                    line.Amount,
                    "Bank transfer by a person's word",
                    new BookedOn(DateOnly.FromDateTime(now), now),
                    others
                )
            );
            return Unit.Value;
        }
    }
}

/// <summary>Send a payment in the work list back to whoever sent it, with the next bank file.</summary>
/// <param name="LineId">The payment.</param>
/// <param name="Iban">To which account, where the statement does not say from which it came.</param>
public sealed record SendLineBack(StatementLineId LineId, string? Iban) : ICommand<Unit>, IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/bank/work-list/{lineId}/send-back", Post).WithTags("Bank");

    /// <inheritdoc cref="SendLineBack"/>
    public static async Task<IResult> Post(StatementLineId lineId, Body body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new SendLineBack(lineId, body.Iban), ct);
        return Results.NoContent();
    }

    /// <summary>Where to.</summary>
    /// <param name="Iban">Needed only where the statement does not say from which account it came.</param>
    public sealed record Body(string? Iban = null);

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock) : IRequestHandler<SendLineBack, Unit>
    {
        public async Task<Unit> Handle(SendLineBack r, CancellationToken ct)
        {
            var (outcome, line) = await db.LineToResolve(r.LineId, ct);
            // Back to where it came from; somebody else's account is only for money that came without one.
            var from = Domain.Iban.TryParse(line.Iban, out var known) ? known : default(Iban?);
            if (from is null && string.IsNullOrWhiteSpace(r.Iban))
                throw new Refused("work-list.account-missing") { Field = "iban" };
            var to = from ?? Domain.Iban.Parse(r.Iban);
            var now = clock.GetUtcNow().UtcDateTime;
            var order = new BankOrder(
                BankOrderKind.SentBack,
                line.Id.Value,
                Account.Unidentified,
                // What went out is refused by the outcome, in words.
                new Money(Math.Abs(line.AmountMinor), line.Currency),
                new Payee(string.IsNullOrWhiteSpace(line.Name) ? to.Value : line.Name, to.Value),
                $"{line.Reference} {line.Text}".Trim() is { Length: > 0 } said
                    ? said[..Math.Min(said.Length, 140)]
                    : "Returned",
                now
            );
            if (from is null)
                order.NameAccount(to, caller.PersonId);
            outcome.SendBack(order.Id, caller.Sign(now));
            caller.Concerns($"bank line {line.Id}, back to the account ending {to.Value[^4..]}");
            db.BankOrders.Add(order);
            return Unit.Value;
        }
    }
}

internal static class WorkLines
{
    /// <summary>A line that waits for a person, with what the bank says of it.</summary>
    public static async Task<(LineOutcome Outcome, StatementLine Line)> LineToResolve(
        this SharesDb db,
        StatementLineId id,
        CancellationToken ct
    )
    {
        var outcome =
            await db.LineOutcomes.SingleOrDefaultAsync(o => o.LineId == id, ct) ?? throw new NotThere("bank-line");
        return (outcome, await db.StatementLines.AsNoTracking().SingleAsync(l => l.Id == id, ct));
    }
}
