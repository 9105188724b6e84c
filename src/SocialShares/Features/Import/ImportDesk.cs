using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SocialShares.Adapters.RuleFiles;
using SocialShares.Data;
using SocialShares.Data.Bulk;
using SocialShares.Features.Issuing;
using SocialShares.Http;

namespace SocialShares.Features.Import;

/// <summary>Measures the file of an import by the register as it is now, and keeps what is wrong.</summary>
public sealed class ImportDesk(SharesDb db, RulePacks packs, ResidentQueue queue, TimeProvider clock)
{
    /// <summary>Goes through the whole file.</summary>
    public async Task<ImportCheck> Check(RegisterImport import, ImportFile file, CancellationToken ct)
    {
        var list = RegisterFile.Open(file.Content, Said(file));
        var ground = await Ground(import, ct) with { Quota = await queue.ForImport(import.EnterpriseId, ct) };
        var check = new ImportCheck(ground, list.Columns, await Known(import.EnterpriseId, ct));
        check.RequireColumns();
        foreach (var header in list.Doubled)
            check.ColumnTwice(header);
        list.Rows(
            (row, cell) =>
            {
                check.Row(row, cell);
                return check.Rows <= ImportCheck.MostRows;
            }
        );
        check.End();
        return check;
    }

    /// <summary>Keeps what a check found, in place of what an earlier one found.</summary>
    public async Task Keep(RegisterImport import, ImportCheck check, CancellationToken ct)
    {
        await db.ImportProblems.Where(p => p.ImportId == import.Id).ExecuteDeleteAsync(ct);
        var rows = check.Problems.Select(
            (p, i) =>
                new ImportProblemRow
                {
                    ImportId = import.Id,
                    No = i + 1,
                    Row = p.Row,
                    Column = p.Column,
                    Code = p.Code,
                    Figures = ImportFigures.Write(p.Figures),
                }
        );
        await BulkInsert.Insert(db, rows, ct);
    }

    /// <summary>What the board said its columns hold; null when it said nothing.</summary>
    internal static Dictionary<string, ImportField?>? Said(ImportFile file) =>
        file.Columns.Length == 0
            ? null
            : JsonSerializer.Deserialize<Dictionary<string, ImportField?>>(file.Columns, Json.Options);

    internal async Task<ImportGround> Ground(RegisterImport import, CancellationToken ct)
    {
        var at = await (
            from c in db.ShareClasses
            where c.Id == import.ShareClassId
            join e in db.Enterprises on c.EnterpriseId equals e.Id
            select new
            {
                c.Code,
                c.ParValueMinor,
                c.Currency,
                e.Country,
                e.TimeZone,
            }
        ).SingleAsync(ct);
        var today = LegalDay.Of(clock.GetUtcNow().UtcDateTime, at.TimeZone);
        var cap = packs.Usual(at.Country, SecurityKind.Share, today)?.CapPerPerson;
        return new ImportGround(
            at.Code,
            at.ParValueMinor,
            at.Currency,
            at.Country,
            today,
            import.Limits,
            cap?.Kinds.Contains(SecurityKind.Share) == true && cap.Currency == at.Currency ? cap.MostMinor : null
        );
    }

    // The class of the list is empty, so what they hold is of other classes.
    private async Task<List<KnownHolder>> Known(EnterpriseId enterprise, CancellationToken ct)
    {
        var held = await db
            .RegisterEntries.Where(e => e.EnterpriseId == enterprise && e.ShareClassId != null)
            .GroupBy(e => e.MemberId)
            .Select(g => new { g.Key, Minor = g.Sum(e => e.Units * e.PriceMinor) })
            .ToDictionaryAsync(g => g.Key, g => g.Minor, ct);
        var members = await db
            .Members.AsNoTracking()
            .Where(m => m.EnterpriseId == enterprise)
            .OrderBy(m => m.Number)
            .Select(m => new
            {
                m.Id,
                m.Number,
                m.Name,
                m.Street,
                m.Postcode,
                IsMember = m.AdmittedOn != null && m.CeasedOn == null,
                m.IsResident,
            })
            .ToListAsync(ct);
        return members.ConvertAll(m => new KnownHolder(
            m.Number,
            m.Name,
            m.Street,
            m.Postcode,
            m.IsMember,
            m.IsResident,
            held.GetValueOrDefault(m.Id)
        ));
    }
}

internal static class Imports
{
    /// <summary>An import of an enterprise; those of others are not there.</summary>
    /// <exception cref="NotThere">There is none.</exception>
    public static async Task<RegisterImport> Of(
        this IQueryable<RegisterImport> imports,
        EnterpriseId enterprise,
        RegisterImportId id,
        CancellationToken ct
    ) =>
        await imports.SingleOrDefaultAsync(i => i.Id == id && i.EnterpriseId == enterprise, ct)
        ?? throw new NotThere("import");
}

internal static class EmptyRegister
{
    /// <summary>A list comes only into a register in which nothing of that class stands yet.</summary>
    /// <exception cref="Refused"><c>import.register-not-empty</c></exception>
    public static async Task RequireEmptyRegister(this SharesDb db, ShareClassId shareClass, CancellationToken ct)
    {
        if (await db.RegisterEntries.AnyAsync(e => e.ShareClassId == shareClass, ct))
            throw new Refused("import.register-not-empty") { Field = "shareClassId" };
    }
}
