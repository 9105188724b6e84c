using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Issuing;
using SocialShares.Features.Register;
using SocialShares.Http;

namespace SocialShares.Features.Bonds;

/// <summary>
/// Record that bonds passed from one holder to another, and how much interest had accrued on them. The receiver signs in
/// with an address of the platform, or is a holder already. Both are told by mail.
/// </summary>
public sealed record TransferBonds(
    Guid Key,
    BondSeriesId BondSeriesId,
    int FromNumber,
    string ToEmail,
    HolderDetails? ToHolder,
    long Units,
    DateOnly On,
    string Reason
) : ICommand<BondsTransferred>, IKeyed, IAllow<Board>, IOfBondSeries
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/bond-series/{bondSeriesId}/transfers", Post).WithTags("Bonds");

    /// <inheritdoc cref="TransferBonds"/>
    public static Task<BondsTransferred> Post(
        BondSeriesId bondSeriesId,
        Body body,
        IdempotencyKey key,
        IMediator mediator,
        CancellationToken ct
    ) =>
        mediator.Send(
            new TransferBonds(
                key.Value,
                bondSeriesId,
                body.FromNumber,
                body.ToEmail,
                body.ToHolder,
                body.Units,
                body.On,
                body.Reason
            ),
            ct
        );

    /// <summary>A transfer that two holders agreed.</summary>
    /// <param name="FromNumber">The giver's number in the register.</param>
    /// <param name="ToEmail">The mail address with which the receiver signs in.</param>
    /// <param name="ToHolder">Name and address of the receiver; leave out when the register has them already.</param>
    /// <param name="Units">Bonds.</param>
    /// <param name="On">The day, not in the future: on it the receiver holds.</param>
    /// <param name="Reason">What it rests on, 3 to 200 characters, for example a deed and its date.</param>
    public sealed record Body(
        int FromNumber,
        string ToEmail,
        HolderDetails? ToHolder,
        long Units,
        DateOnly On,
        string Reason
    );

    public sealed class Rules : AbstractValidator<TransferBonds>
    {
        public Rules()
        {
            RuleFor(r => r.FromNumber).Between(1, int.MaxValue);
            RuleFor(r => r.ToEmail).Email();
            RuleFor(r => r.ToHolder!).SetValidator(new HolderRules()).When(r => r.ToHolder is not null);
            RuleFor(r => r.Units).Amount();
            RuleFor(r => r.On).Day();
            RuleFor(r => r.Reason).Text(3, 200);
        }
    }

    public sealed class Handler(SharesDb db, Outbox outbox, BondParties parties, Caller caller, TimeProvider clock)
        : IRequestHandler<TransferBonds, BondsTransferred>
    {
        public async Task<BondsTransferred> Handle(TransferBonds r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            await db.HoldSeries(r.BondSeriesId, ct);
            var series =
                await db.BondSeries.AsNoTracking().SingleOrDefaultAsync(s => s.Id == r.BondSeriesId, ct)
                ?? throw new NotThere("bond-series");
            var zone = await db
                .Enterprises.Where(e => e.Id == series.EnterpriseId)
                .Select(e => e.TimeZone)
                .SingleAsync(ct);
            var today = LegalDay.Of(now, zone);
            var periods = await db.BondPeriods.AsNoTracking().Where(p => p.SeriesId == series.Id).ToListAsync(ct);
            var from = await parties.Giver(series, r.FromNumber, ct);
            var to = await parties.Receiver(series, r.ToEmail, r.ToHolder, today, ct);
            var transfer = BondTransfer.Record(
                BondTransferId.From(r.Key),
                series,
                periods,
                new BondTransferOrder(from.Id, to.Id, r.Units, r.On, r.Reason),
                await parties.Free(series, from.Id, r.On, ct),
                await parties.PaidUntil(series, ct),
                await parties.RedeemedAt(series, ct),
                caller.Sign(now),
                today
            );
            db.BondTransfers.Add(transfer);
            var (on, source) = (new BookedOn(r.On, now), new EntrySource(r.Reason, transfer.Id.Value));
            var entries = await db.AppendToRegister(
                series.EnterpriseId,
                [
                    new EntryFacts(series, from.Id, EntryKind.TransferOut, -r.Units, on, source),
                    new EntryFacts(series, to.Id, EntryKind.TransferIn, r.Units, on, source),
                ],
                ct
            );
            var certificate = await db.NextCertificateNumber(series.EnterpriseId, ct);
            db.Certificates.Add(new Certificate(CertificateId.New(), certificate, entries[1], Certificate.NewCode()));
            outbox.Add(new TellBondholder("bonds-gone", from.Id, series.Id, r.On, r.Units));
            outbox.Add(new TellBondholder("bonds-come", to.Id, series.Id, r.On, r.Units));
            return new BondsTransferred(transfer.Id, to.Number, transfer.AccruedMinor, series.Currency);
        }
    }
}

/// <summary>The transfer is in the register.</summary>
/// <param name="Id">The transfer.</param>
/// <param name="ToNumber">The receiver's number in the register.</param>
/// <param name="AccruedMinor">Interest that had accrued on the bonds, minor units: the receiver owes it to the giver.</param>
/// <param name="Currency">Currency of that amount.</param>
public sealed record BondsTransferred(BondTransferId Id, int ToNumber, long AccruedMinor, Currency Currency);
