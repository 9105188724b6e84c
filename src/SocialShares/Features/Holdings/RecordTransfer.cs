using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Holdings;

/// <summary>
/// Record for the board that shares or bonds pass from one holder to another. It is done once the giver has confirmed, or
/// an administrator who has seen evidence, and the receiver has accepted. On a death only an administrator confirms. The
/// answer is the same whether or not anybody signs in with the receiver's address.
/// </summary>
public sealed record RecordTransfer(
    Guid Key,
    EnterpriseId EnterpriseId,
    ShareClassId? ShareClassId,
    BondSeriesId? BondSeriesId,
    int FromNumber,
    string ToEmail,
    long Units,
    string Reason,
    DateOnly? On = null,
    TransferCause Cause = TransferCause.Agreement,
    bool WaivesLockIn = false
) : ICommand<TransferStanding>, IKeyed, IAllow<Board>, IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/enterprises/{enterpriseId}/transfers", Post).WithTags("Transfers");

    /// <inheritdoc cref="RecordTransfer"/>
    public static Task<TransferStanding> Post(
        EnterpriseId enterpriseId,
        Body body,
        IdempotencyKey key,
        IMediator mediator,
        CancellationToken ct
    ) =>
        mediator.Send(
            new RecordTransfer(
                key.Value,
                enterpriseId,
                body.ShareClassId,
                body.BondSeriesId,
                body.FromNumber,
                body.ToEmail,
                body.Units,
                body.Reason,
                body.On,
                body.Cause,
                body.WaivesLockIn
            ),
            ct
        );

    /// <summary>A transfer that two holders agreed, or that follows from a death.</summary>
    /// <param name="FromNumber">The giver's number in the register.</param>
    /// <param name="ToEmail">The mail address of the receiver, who is asked by mail.</param>
    /// <param name="Units">Shares or bonds.</param>
    /// <param name="Reason">What it rests on, 3 to 150 characters, for example a deed and its date.</param>
    /// <param name="ShareClassId">The class of shares; leave out for bonds.</param>
    /// <param name="BondSeriesId">The series of bonds; leave out for shares.</param>
    /// <param name="On">For bonds: the day, after the last day of record and not in the future. Leave out for the day on which
    /// the last of them agrees.</param>
    /// <param name="Cause">agreement, nomination or estate.</param>
    /// <param name="WaivesLockIn">On a death: the receiver may ask the money back without lock-in.</param>
    public sealed record Body(
        int FromNumber,
        string ToEmail,
        long Units,
        string Reason,
        ShareClassId? ShareClassId = null,
        BondSeriesId? BondSeriesId = null,
        DateOnly? On = null,
        TransferCause Cause = TransferCause.Agreement,
        bool WaivesLockIn = false
    );

    public sealed class Rules : AbstractValidator<RecordTransfer>
    {
        public Rules()
        {
            RuleFor(r => r.ShareClassId).OneSecurity(r => r.BondSeriesId);
            RuleFor(r => r.FromNumber).Between(1, int.MaxValue);
            RuleFor(r => r.ToEmail).Email();
            RuleFor(r => r.Units).Amount();
            RuleFor(r => r.On).MayBeDay();
            RuleFor(r => r.Reason).Line(3, 150);
            RuleFor(r => r.On)
                .Must((r, on) => on is null || r.BondSeriesId is not null)
                .WithErrorCode("transfer.shares-today")
                .WithMessage(_ => RefusalText.Of("transfer.shares-today"));
        }
    }

    public sealed class Handler(SharesDb db, TransferBook book, Outbox outbox, Caller caller, TimeProvider clock)
        : IRequestHandler<RecordTransfer, TransferStanding>
    {
        // Giver, day and units come first: nothing about the receiver is looked up, so no answer can tell anything of them.
        public async Task<TransferStanding> Handle(RecordTransfer r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            await book.Hold(r.ShareClassId, r.BondSeriesId, ct);
            var giver =
                await db
                    .Members.AsNoTracking()
                    .SingleOrDefaultAsync(m => m.EnterpriseId == r.EnterpriseId && m.Number == r.FromNumber, ct)
                ?? throw new Refused("transfer.giver", r.FromNumber) { Field = "fromNumber" };
            var security = await db.SecurityOf(r.EnterpriseId, r.ShareClassId, r.BondSeriesId, ct);
            var enterprise = await db.Enterprises.AsNoTracking().SingleAsync(e => e.Id == r.EnterpriseId, ct);
            var today = LegalDay.Of(now, enterprise.TimeZone);
            if (r.BondSeriesId is { } series)
                await RequireDay(series, r.On ?? today, today, ct);
            var free = await book.Free(r.ShareClassId, r.BondSeriesId, giver.Id, null, r.On ?? today, ct);
            var id = caller.Person.Value;
            var email = await db.Users.Where(u => u.Id == id).Select(u => u.Email).SingleAsync(ct);
            var transfer = Transfer.Record(
                TransferId.From(r.Key),
                security,
                giver,
                new UnitTransfer(r.ToEmail.Trim(), r.Units, r.Reason.Trim(), r.On, r.Cause, r.WaivesLockIn),
                free,
                caller.Sign(now),
                email!
            );
            await book.RequireWithinNomination(transfer, enterprise, ct);
            db.Transfers.Add(transfer);
            if (!transfer.IsOnDeath)
                outbox.Add(
                    new TellHolder(
                        "transfer-recorded",
                        giver.Id,
                        await db.CodeOf(transfer, ct),
                        transfer.Units,
                        today,
                        transfer.Reason
                    )
                );
            return TransferStanding.Of(transfer);
        }

        private async Task RequireDay(BondSeriesId id, DateOnly on, DateOnly today, CancellationToken ct)
        {
            var series = await db.BondSeries.AsNoTracking().SingleAsync(s => s.Id == id, ct);
            var periods = await db.BondPeriods.AsNoTracking().Where(p => p.SeriesId == id).ToListAsync(ct);
            BondTransfer.RequireDay(series, periods, on, today);
        }
    }
}
