using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Register;

/// <summary>
/// Download every entry of the register of my enterprise, with everything that is hashed and the hashes, so that anyone
/// I give it to can check the chain by hand.
/// </summary>
public sealed record RegisterEntriesCsv(EnterpriseId EnterpriseId)
    : IQuery<Download>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfEnterprise
{
    // From "enterprise" on: the fields of the hashed text, see infra/docs/register.md.
    private static readonly string[] Columns =
    [
        "holderNumber",
        "security",
        "enterprise",
        "number",
        "id",
        "shares",
        "bonds",
        "holder",
        "kind",
        "units",
        "price",
        "valid",
        "recorded",
        "source",
        "corrects",
        "document",
        "reason",
        "previous",
        "hash",
    ];

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/enterprises/{enterpriseId}/register/entries.csv", Get)
            .WithTags("Register")
            .Produces<string>(200, "text/csv");

    /// <inheritdoc cref="RegisterEntriesCsv"/>
    public static async Task<IResult> Get(EnterpriseId enterpriseId, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new RegisterEntriesCsv(enterpriseId), ct)).ToResult(ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<RegisterEntriesCsv, Download>
    {
        public async Task<Download> Handle(RegisterEntriesCsv r, CancellationToken ct)
        {
            var slug =
                await db.Enterprises.Where(e => e.Id == r.EnterpriseId).Select(e => e.Slug).SingleOrDefaultAsync(ct)
                ?? throw new NotThere("enterprise");
            return Download.Csv(
                $"register-entries-{slug}.csv",
                Columns,
                Rows(r.EnterpriseId),
                row =>
                    [
                        row.HolderNumber,
                        row.Security,
                        row.Entry.EnterpriseId,
                        row.Entry.Number,
                        row.Entry.Id,
                        row.Entry.ShareClassId,
                        row.Entry.BondSeriesId,
                        row.Entry.MemberId,
                        row.Entry.Kind,
                        row.Entry.Units,
                        row.Entry.PriceMinor,
                        row.Entry.ValidOn,
                        row.Entry.RecordedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
                        row.Entry.SourceId,
                        row.Entry.CorrectsId,
                        row.Entry.Document,
                        row.Entry.Reason,
                        row.Entry.PreviousHash,
                        row.Entry.Hash,
                    ]
            );
        }

        private IAsyncEnumerable<Row> Rows(EnterpriseId enterprise) =>
            (
                from e in db.RegisterEntries.AsNoTracking()
                where e.EnterpriseId == enterprise
                join m in db.Members on e.MemberId equals m.Id
                join c in db.ShareClasses on e.ShareClassId equals c.Id into classes
                from shareClass in classes.DefaultIfEmpty()
                join b in db.BondSeries on e.BondSeriesId equals b.Id into series
                from bonds in series.DefaultIfEmpty()
                orderby e.Number
                select new Row(e, m.Number, shareClass == null ? bonds.Code : shareClass.Code)
            ).AsAsyncEnumerable();
    }

    private sealed record Row(RegisterEntry Entry, int HolderNumber, string Security);
}
