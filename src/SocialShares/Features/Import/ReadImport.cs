using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Import;

/// <summary>Read an import of my enterprise's register: what is wrong row by row, or what would be written.</summary>
public sealed record ReadImport(EnterpriseId EnterpriseId, RegisterImportId ImportId, int After = 0, int Take = 100)
    : IQuery<ImportRead>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfEnterprise
{
    private const int PreviewRows = 10;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/enterprises/{enterpriseId}/imports/{importId}", Get).WithTags("Import");

    /// <inheritdoc cref="ReadImport"/>
    public static Task<ImportRead> Get(
        EnterpriseId enterpriseId,
        RegisterImportId importId,
        int? after,
        int? take,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ReadImport(enterpriseId, importId, after ?? 0, take ?? 100), ct);

    public sealed class Rules : AbstractValidator<ReadImport>
    {
        public Rules()
        {
            RuleFor(r => r.Take).Between(1, 500);
            RuleFor(r => r.After).Between(0, ImportCheck.MostKept);
        }
    }

    public sealed class Handler(SharesDb db, ImportDesk desk) : IRequestHandler<ReadImport, ImportRead>
    {
        public async Task<ImportRead> Handle(ReadImport r, CancellationToken ct)
        {
            var import = await db.RegisterImports.AsNoTracking().Of(r.EnterpriseId, r.ImportId, ct);
            var file = await db.ImportFiles.AsNoTracking().SingleOrDefaultAsync(f => f.ImportId == import.Id, ct);
            var ground = await desk.Ground(import, ct);
            var rows = await db
                .ImportProblems.AsNoTracking()
                .Where(p => p.ImportId == import.Id && p.No > r.After)
                .OrderBy(p => p.No)
                .Take(r.Take + 1)
                .ToListAsync(ct);
            var problems = rows.Take(r.Take)
                .Select(p => new ImportProblemShown(
                    p.No,
                    p.Row,
                    p.Column,
                    p.Code,
                    ImportFigures.TextOf(p.Code, p.Figures)
                ))
                .ToList();
            var list = file is null ? null : RegisterFile.Open(file.Content, ImportDesk.Said(file));
            return new ImportRead(
                ImportShown.Of(import, ground.ClassCode),
                list is null ? [] : Columns(list),
                problems,
                rows.Count > r.Take ? problems[^1].No : null,
                list is null ? [] : Preview(list, ground)
            );
        }

        private static List<ImportColumn> Columns(RegisterFile list)
        {
            var fields = list.Columns.ToDictionary(c => c.Value, c => c.Key);
            return [.. list.Headers.Select(h => new ImportColumn(h, fields.TryGetValue(h, out var f) ? f : null))];
        }

        private static List<ImportPreviewRow> Preview(RegisterFile list, ImportGround ground)
        {
            var check = new ImportCheck(ground, list.Columns, []);
            list.Rows(
                (row, cell) =>
                {
                    check.Row(row, cell);
                    return check.Rows < PreviewRows;
                }
            );
            return
            [
                .. check.Holders.Select(h => new ImportPreviewRow(
                    h.Row,
                    h.Number,
                    h.Details.Kind,
                    h.Details.Name,
                    $"{h.Details.Street}, {h.Details.Postcode} {h.Details.City}",
                    h.AdmittedOn,
                    h.Units
                )),
            ];
        }
    }
}

/// <summary>List the imports of my enterprise's registers, the newest first; 100 at most.</summary>
public sealed record ListImports(EnterpriseId EnterpriseId)
    : IQuery<IReadOnlyList<ImportShown>>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfEnterprise
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/enterprises/{enterpriseId}/imports", Get).WithTags("Import");

    /// <inheritdoc cref="ListImports"/>
    public static Task<IReadOnlyList<ImportShown>> Get(
        EnterpriseId enterpriseId,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ListImports(enterpriseId), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ListImports, IReadOnlyList<ImportShown>>
    {
        public async Task<IReadOnlyList<ImportShown>> Handle(ListImports r, CancellationToken ct)
        {
            var rows = await (
                from i in db.RegisterImports.AsNoTracking()
                where i.EnterpriseId == r.EnterpriseId
                join c in db.ShareClasses on i.ShareClassId equals c.Id
                orderby i.UploadedAt descending
                select new { Import = i, c.Code }
            )
                .Take(Most)
                .ToListAsync(ct);
            return rows.ConvertAll(x => ImportShown.Of(x.Import, x.Code));
        }
    }
}
