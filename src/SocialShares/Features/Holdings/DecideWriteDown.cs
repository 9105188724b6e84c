using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Governance;
using SocialShares.Features.Payouts;
using SocialShares.Features.Register;
using SocialShares.Http;

namespace SocialShares.Features.Holdings;

/// <summary>
/// Confirm, as another board member or an administrator, a write-down that somebody proposed, or drop it. Confirmed, every share of the class has
/// the lower value from today, and all holders are told.
/// </summary>
public sealed record DecideWriteDown(EnterpriseId EnterpriseId, WriteDownId WriteDownId, bool Confirm)
    : ICommand<WriteDownStanding>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/enterprises/{enterpriseId}/write-downs/{writeDownId}/decision", Post).WithTags("Write-downs");

    /// <inheritdoc cref="DecideWriteDown"/>
    public static Task<WriteDownStanding> Post(
        EnterpriseId enterpriseId,
        WriteDownId writeDownId,
        Body body,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new DecideWriteDown(enterpriseId, writeDownId, body.Confirm), ct);

    /// <summary>The decision.</summary>
    /// <param name="Confirm">Confirm it, or drop it.</param>
    public sealed record Body(bool Confirm);

    public sealed class Handler(SharesDb db, Outbox outbox, Caller caller, TimeProvider clock)
        : IRequestHandler<DecideWriteDown, WriteDownStanding>
    {
        public async Task<WriteDownStanding> Handle(DecideWriteDown r, CancellationToken ct)
        {
            var by = caller.Sign(clock.GetUtcNow().UtcDateTime);
            var of = await db
                .WriteDowns.Where(w => w.Id == r.WriteDownId && w.EnterpriseId == r.EnterpriseId)
                .Select(w => (ShareClassId?)w.ShareClassId)
                .SingleOrDefaultAsync(ct);
            if (of is not { } classId)
                throw new NotThere("write-down");
            await db.HoldClass(classId, ct);
            var writeDown = await db.WriteDowns.SingleAsync(w => w.Id == r.WriteDownId, ct);
            if (!r.Confirm)
            {
                writeDown.Drop(by);
                return WriteDownStanding.Of(writeDown);
            }
            await db.RequireQuiet(classId, ct);
            var shareClass = await db.ShareClasses.SingleAsync(c => c.Id == classId, ct);
            var enterprise = await db.Enterprises.AsNoTracking().SingleAsync(e => e.Id == r.EnterpriseId, ct);
            var on = BookedOn.Moment(by.At, enterprise.TimeZone);
            var held = await db.HeldAt(shareClass.Id, ct);
            var loss = held.Sum(h => checked(h.Units * (h.PriceMinor - writeDown.ValueOf(h.PriceMinor))));
            writeDown.Confirm(shareClass, loss, on.Day, by, await db.EyesOf(r.EnterpriseId, ct));
            await db.AppendToRegister(enterprise.Id, WriteDownEntries.Of(writeDown, shareClass, held, on), ct);
            if (loss > 0)
                db.JournalEntries.Add(HoldingBookings.WrittenDown(writeDown, shareClass, enterprise.Slug, on));
            foreach (var holder in held.Select(h => h.MemberId).Distinct())
                outbox.Add(
                    new TellHolder(
                        "written-down",
                        holder,
                        shareClass.Code,
                        held.Where(h => h.MemberId == holder).Sum(h => h.Units),
                        on.Day,
                        writeDown.Reason
                    )
                );
            return WriteDownStanding.Of(writeDown);
        }
    }
}
