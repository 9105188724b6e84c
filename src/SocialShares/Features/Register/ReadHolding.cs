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

    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<ReadHolding, HoldingRead>
    {
        public async Task<HoldingRead> Handle(ReadHolding r, CancellationToken ct)
        {
            var member = db.Members.Where(m => m.Id == r.MemberId);
            var cards = await HoldingCards.Of(db, member).ToListAsync(ct);
            var card = (await HoldingCards.WithBonds(db, cards, clock.GetUtcNow().UtcDateTime, ct)).Single();
            var zone = await db
                .Enterprises.Where(e => e.Id == card.EnterpriseId)
                .Select(e => e.TimeZone)
                .SingleAsync(ct);
            var entries = await Entries(r.MemberId, ct);
            var payments = await Payments(r.MemberId, zone, ct);
            var certificates = await db
                .Certificates.AsNoTracking()
                .Where(c => c.MemberId == r.MemberId)
                .OrderBy(c => c.Number)
                .Select(c => new CertificateRow(
                    c.Number,
                    c.Units,
                    c.IssuedOn,
                    c.Code,
                    db.RegisterEntries.Any(e => e.Id == c.EntryId && e.BondSeriesId != null)
                ))
                .ToListAsync(ct);
            return new HoldingRead(card, certificates, Passbook.Years([.. entries, .. payments]));
        }

        private async Task<List<Movement>> Entries(MemberId member, CancellationToken ct)
        {
            var entries = await (
                from e in db.RegisterEntries.AsNoTracking()
                where e.MemberId == member
                join c in db.ShareClasses on e.ShareClassId equals c.Id into classes
                from shareClass in classes.DefaultIfEmpty()
                join b in db.BondSeries on e.BondSeriesId equals b.Id into series
                from bonds in series.DefaultIfEmpty()
                orderby e.ValidOn, e.Number
                select new
                {
                    e.ValidOn,
                    e.Kind,
                    Code = shareClass == null ? bonds.Code : shareClass.Code,
                    e.Units,
                    Minor = e.Units * e.PriceMinor,
                    IsOfBonds = e.BondSeriesId != null,
                }
            ).ToListAsync(ct);
            var movements = new List<Movement>();
            long before = 0;
            foreach (var e in entries)
            {
                // Two entries say what shares were worth before and after: one movement, of what was lost.
                if (e.Kind == EntryKind.WriteDownFrom)
                    before = e.Minor;
                else
                    movements.Add(Of(e.ValidOn, e.Kind, e.IsOfBonds, e.Code, e.Units, e.Minor, before));
            }
            return movements;
        }

        // What is paid back stands with the payment; with the entry it would be counted twice.
        private static Movement Of(
            DateOnly on,
            EntryKind kind,
            bool isOfBonds,
            string code,
            long units,
            long minor,
            long before
        )
        {
            var amount = kind switch
            {
                EntryKind.Redemption or EntryKind.Withdrawal => 0,
                EntryKind.WriteDownTo => before + minor,
                _ => minor,
            };
            var moved = kind == EntryKind.WriteDownTo ? 0 : units;
            return new Movement(on, Passbook.KindOf(kind, isOfBonds), code, moved, amount, null);
        }

        private async Task<List<Movement>> Payments(MemberId member, string zone, CancellationToken ct)
        {
            var lines = await (
                from l in db.PayoutLines.AsNoTracking()
                where l.MemberId == member && l.PaidAt != null
                join p in db.PayoutRuns on l.RunId equals p.Id
                join c in db.ShareClasses on p.ShareClassId equals c.Id into classes
                from shareClass in classes.DefaultIfEmpty()
                join b in db.BondSeries on p.BondSeriesId equals b.Id into series
                from bonds in series.DefaultIfEmpty()
                orderby l.PaidAt
                select new
                {
                    PaidAt = l.PaidAt!.Value,
                    l.NetMinor,
                    l.PrincipalMinor,
                    p.Number,
                    Code = shareClass == null ? bonds.Code : shareClass.Code,
                    IsOfBonds = p.BondSeriesId != null,
                }
            ).ToListAsync(ct);
            var movements = new List<Movement>();
            foreach (var l in lines)
            {
                var (on, interest) = (LegalDay.Of(l.PaidAt, zone), l.NetMinor - l.PrincipalMinor);
                var kind = l.IsOfBonds ? MovementKind.BondInterest : MovementKind.Interest;
                if (interest > 0 || l.PrincipalMinor == 0)
                    movements.Add(new Movement(on, kind, l.Code, 0, interest, l.Number));
                var repaid = l.IsOfBonds ? MovementKind.BondRepayment : MovementKind.WithdrawalPaid;
                if (l.PrincipalMinor > 0)
                    movements.Add(new Movement(on, repaid, l.Code, 0, l.PrincipalMinor, l.Number));
            }
            return movements;
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
