using System.Text.Json;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Import;

/// <summary>Say what the columns of my uploaded list hold, where their names do not; the file is checked again.</summary>
public sealed record MapImportColumns(
    EnterpriseId EnterpriseId,
    RegisterImportId ImportId,
    IReadOnlyList<ImportColumn> Columns
) : ICommand<ImportShown>, IAllow<Board>, IOfEnterprise
{
    private const int MostColumns = 60;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPut("/enterprises/{enterpriseId}/imports/{importId}/columns", Put)
            .WithTags("Import")
            .RequireRateLimiting(Limits.Deciding);

    /// <inheritdoc cref="MapImportColumns"/>
    public static Task<ImportShown> Put(
        EnterpriseId enterpriseId,
        RegisterImportId importId,
        Body body,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new MapImportColumns(enterpriseId, importId, body.Columns), ct);

    /// <summary>What the columns hold.</summary>
    /// <param name="Columns">By name; a column that is left out goes by its name, one without a field is not taken.</param>
    public sealed record Body(IReadOnlyList<ImportColumn> Columns);

    public sealed class Rules : AbstractValidator<MapImportColumns>
    {
        public Rules()
        {
            RuleFor(r => r.Columns.Count).Between(0, MostColumns);
            RuleForEach(r => r.Columns).Present().ChildRules(c => c.RuleFor(x => x.Header).Text(0, 100));
        }
    }

    public sealed class Handler(SharesDb db, ImportDesk desk, Caller caller, TimeProvider clock)
        : IRequestHandler<MapImportColumns, ImportShown>
    {
        public async Task<ImportShown> Handle(MapImportColumns r, CancellationToken ct)
        {
            var import = await db.RegisterImports.Of(r.EnterpriseId, r.ImportId, ct);
            var file =
                await db.ImportFiles.SingleOrDefaultAsync(f => f.ImportId == import.Id, ct)
                ?? throw new Refused("import.ended");
            var said = r.Columns.GroupBy(c => c.Header).ToDictionary(g => g.Key, g => g.Last().Field);
            file.Columns = JsonSerializer.Serialize(said, Json.Options);
            var check = await desk.Check(import, file, ct);
            import.Mapped(check, caller.Sign(clock.GetUtcNow().UtcDateTime));
            await desk.Keep(import, check, ct);
            var code = await db
                .ShareClasses.Where(c => c.Id == import.ShareClassId)
                .Select(c => c.Code)
                .SingleAsync(ct);
            return ImportShown.Of(import, code);
        }
    }
}

/// <summary>Give up an import that is not written; its file is deleted.</summary>
public sealed record WithdrawImport(EnterpriseId EnterpriseId, RegisterImportId ImportId)
    : ICommand<Unit>,
        IAllow<Board>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/enterprises/{enterpriseId}/imports/{importId}/withdraw", Post).WithTags("Import");

    /// <inheritdoc cref="WithdrawImport"/>
    public static async Task<IResult> Post(
        EnterpriseId enterpriseId,
        RegisterImportId importId,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new WithdrawImport(enterpriseId, importId), ct);
        return Results.NoContent();
    }

    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<WithdrawImport, Unit>
    {
        public async Task<Unit> Handle(WithdrawImport r, CancellationToken ct)
        {
            var import = await db.RegisterImports.Of(r.EnterpriseId, r.ImportId, ct);
            import.Withdraw(clock.GetUtcNow().UtcDateTime);
            // Names and addresses of people who did not come into the register are kept no longer.
            await db.ImportProblems.Where(p => p.ImportId == import.Id).ExecuteDeleteAsync(ct);
            await db.ImportFiles.Where(f => f.ImportId == import.Id).ExecuteDeleteAsync(ct);
            return Unit.Value;
        }
    }
}
