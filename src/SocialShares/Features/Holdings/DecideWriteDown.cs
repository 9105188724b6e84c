using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Payouts;
using SocialShares.Features.Register;
using SocialShares.Http;

namespace SocialShares.Features.Holdings;

/// <summary>
/// Confirm for the board a write-down that another board member proposed, or drop it. Confirmed, every share of the class has
/// the lower value from today, and all holders are told.
/// </summary>
public sealed record DecideWriteDown(EnterpriseId EnterpriseId, WriteDownId WriteDownId, bool Confirm)
    : ICommand<WriteDownStanding>,
        IAllow<Board>,
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
            await RequireQuiet(classId, ct);
            var shareClass = await db.ShareClasses.SingleAsync(c => c.Id == classId, ct);
            var enterprise = await db.Enterprises.AsNoTracking().SingleAsync(e => e.Id == r.EnterpriseId, ct);
            var on = BookedOn.Moment(by.At, enterprise.TimeZone);
            var held = await Held(shareClass.Id, ct);
            var loss = held.Sum(h => checked(h.Units * (h.PriceMinor - writeDown.ValueOf(h.PriceMinor))));
            writeDown.Confirm(shareClass, loss, on.Day, by);
            await db.AppendToRegister(enterprise.Id, Entries(writeDown, shareClass, held, on), ct);
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

        // What is being sold or paid out at the old value must be settled first.
        private async Task RequireQuiet(ShareClassId classId, CancellationToken ct)
        {
            var selling = await db.Offers.AnyAsync(
                o =>
                    o.ShareClassId == classId
                    && o.State != OfferState.Allotted
                    && o.State != OfferState.Completed
                    && o.State != OfferState.Failed
                    && o.State != OfferState.Cancelled,
                ct
            );
            if (selling)
                throw new Refused("write-down.offer-runs");
            if (
                await db.Withdrawals.AnyAsync(
                    w => w.ShareClassId == classId && w.State == WithdrawalState.Approved && w.RunId != null,
                    ct
                )
            )
                throw new Refused("write-down.withdrawals-run");
            var reinvesting = await db.PayoutRuns.AnyAsync(
                p =>
                    p.ShareClassId == classId
                    && p.Kind == PayoutKind.ShareInterest
                    && (
                        p.State == PayoutRunState.Calculated
                        || p.State == PayoutRunState.Approved
                        || p.State == PayoutRunState.Executing
                    ),
                ct
            );
            if (reinvesting)
                throw new Refused("write-down.interest-runs");
        }

        // By holder and value; a class that was never written down has one value only.
        private async Task<List<HeldAt>> Held(ShareClassId classId, CancellationToken ct)
        {
            var holders = await db
                .RegisterEntries.Where(e => e.ShareClassId == classId)
                .GroupBy(e => e.MemberId)
                .Where(g => g.Sum(e => e.Units) > 0)
                .Select(g => g.Key)
                .ToListAsync(ct);
            var held = new List<HeldAt>();
            foreach (var holder in holders)
            foreach (var (units, price) in Lots.ByPrice(await db.LotsOf(classId, holder, ct)))
                held.Add(new HeldAt(holder, units, price));
            return held;
        }

        private static IEnumerable<EntryFacts> Entries(
            WriteDown writeDown,
            ShareClass shareClass,
            List<HeldAt> held,
            BookedOn on
        )
        {
            var why = new EntrySource($"Class {shareClass.Code} written down", writeDown.Id.Value);
            foreach (var h in held.Where(h => h.PriceMinor > writeDown.ToMinor))
            {
                var source = why.Part($"{h.MemberId.Value:N}-{h.PriceMinor}");
                var old = new EntryFacts(shareClass, h.MemberId, EntryKind.WriteDownFrom, -h.Units, on, source);
                yield return old with
                {
                    PriceMinor = h.PriceMinor,
                };
                yield return old with
                {
                    Kind = EntryKind.WriteDownTo,
                    Units = h.Units,
                    PriceMinor = writeDown.ToMinor,
                };
            }
        }

        private sealed record HeldAt(MemberId MemberId, long Units, long PriceMinor);
    }
}

/// <summary>List write-downs of my enterprise's shares, proposed and done, newest first.</summary>
public sealed record ListWriteDowns(EnterpriseId EnterpriseId)
    : IQuery<IReadOnlyList<WriteDownRow>>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/enterprises/{enterpriseId}/write-downs", Get).WithTags("Write-downs");

    /// <inheritdoc cref="ListWriteDowns"/>
    public static Task<IReadOnlyList<WriteDownRow>> Get(
        EnterpriseId enterpriseId,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ListWriteDowns(enterpriseId), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ListWriteDowns, IReadOnlyList<WriteDownRow>>
    {
        public async Task<IReadOnlyList<WriteDownRow>> Handle(ListWriteDowns r, CancellationToken ct) =>
            await (
                from w in db.WriteDowns.AsNoTracking()
                where w.EnterpriseId == r.EnterpriseId
                join c in db.ShareClasses on w.ShareClassId equals c.Id
                orderby w.ProposedAt descending
                select new WriteDownRow(
                    w.Id,
                    c.Code,
                    w.State,
                    w.FromMinor,
                    w.ToMinor,
                    w.Reason,
                    w.ProposedBy,
                    w.ProposedByName,
                    w.ProposedAt,
                    w.DecidedByName,
                    w.On,
                    w.LossMinor
                )
            ).ToListAsync(ct);
    }
}

/// <summary>A write-down in a list; amounts in minor units.</summary>
/// <param name="Id">The write-down.</param>
/// <param name="Code">The class.</param>
/// <param name="State">Where it stands.</param>
/// <param name="FromMinor">Value of one share before.</param>
/// <param name="ToMinor">Value of one share after.</param>
/// <param name="Reason">Why.</param>
/// <param name="ProposedById">Who proposed it.</param>
/// <param name="ProposedBy">Their name.</param>
/// <param name="ProposedAt">When, UTC.</param>
/// <param name="DecidedBy">Who confirmed or dropped it.</param>
/// <param name="On">The day from which it holds.</param>
/// <param name="LossMinor">What all holders lost together.</param>
public sealed record WriteDownRow(
    WriteDownId Id,
    string Code,
    WriteDownState State,
    long FromMinor,
    long ToMinor,
    string Reason,
    PersonId ProposedById,
    string ProposedBy,
    DateTime ProposedAt,
    string? DecidedBy,
    DateOnly? On,
    long LossMinor
);
