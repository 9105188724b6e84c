using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Register;

/// <summary>Read my holding in one enterprise like a passbook: certificates, and each year's shares and interest.</summary>
public sealed record ReadHolding(MemberId MemberId) : IQuery<HoldingRead>, IAllow<Owner>, IOfMember
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/holdings/{memberId}", Get).WithTags("Portfolio");

    /// <inheritdoc cref="ReadHolding"/>
    public static Task<HoldingRead> Get(MemberId memberId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadHolding(memberId), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ReadHolding, HoldingRead>
    {
        public async Task<HoldingRead> Handle(ReadHolding r, CancellationToken ct)
        {
            var member = db.Members.Where(m => m.Id == r.MemberId);
            var card = await HoldingCards.Of(db, member).SingleAsync(ct);
            var zone = await db
                .Enterprises.Where(e => e.Id == card.EnterpriseId)
                .Select(e => e.TimeZone)
                .SingleAsync(ct);
            var shares = await Shares(r.MemberId, ct);
            var interest = await Interest(r.MemberId, zone, ct);
            var certificates = await db
                .Certificates.AsNoTracking()
                .Where(c => c.MemberId == r.MemberId)
                .OrderBy(c => c.Number)
                .Select(c => new CertificateRow(c.Number, c.Units, c.IssuedOn, c.Code))
                .ToListAsync(ct);
            return new HoldingRead(card, certificates, Passbook.Years([.. shares, .. interest]));
        }

        private Task<List<Movement>> Shares(MemberId member, CancellationToken ct) =>
            (
                from e in db.RegisterEntries.AsNoTracking()
                where e.MemberId == member
                join c in db.ShareClasses on e.ShareClassId equals c.Id
                orderby e.ValidOn, e.Number
                select new Movement(
                    e.ValidOn,
                    e.Kind == EntryKind.Issue ? MovementKind.Issue : MovementKind.Reinvestment,
                    c.Code,
                    e.Units,
                    e.Units * e.PriceMinor,
                    null
                )
            ).ToListAsync(ct);

        private async Task<List<Movement>> Interest(MemberId member, string zone, CancellationToken ct)
        {
            var lines = await (
                from l in db.PayoutLines.AsNoTracking()
                where l.MemberId == member && l.PaidAt != null
                join p in db.PayoutRuns on l.RunId equals p.Id
                join c in db.ShareClasses on p.ShareClassId equals c.Id
                orderby l.PaidAt
                select new
                {
                    PaidAt = l.PaidAt!.Value,
                    l.NetMinor,
                    p.Number,
                    c.Code,
                }
            ).ToListAsync(ct);
            return
            [
                .. lines.Select(l => new Movement(
                    LegalDay.Of(l.PaidAt, zone),
                    MovementKind.Interest,
                    l.Code,
                    0,
                    l.NetMinor,
                    l.Number
                )),
            ];
        }
    }
}

/// <summary>One holding in full.</summary>
/// <param name="Card">What is held now.</param>
/// <param name="Certificates">By number.</param>
/// <param name="Years">Newest year first.</param>
public sealed record HoldingRead(
    HoldingCard Card,
    IReadOnlyList<CertificateRow> Certificates,
    IReadOnlyList<PassbookYear> Years
);

/// <summary>A certificate in a list.</summary>
/// <param name="Number">Counts from 1 within the enterprise.</param>
/// <param name="Units">Shares that it proves.</param>
/// <param name="IssuedOn">Day of the entry.</param>
/// <param name="Code">Verification code, twelve characters.</param>
public sealed record CertificateRow(int Number, long Units, DateOnly IssuedOn, string Code);
