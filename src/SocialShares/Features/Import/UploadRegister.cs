using System.Security.Cryptography;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Import;

/// <summary>
/// Upload the list of members that my enterprise keeps today, as CSV of at most 24 MB and 100,000 rows; it is checked at
/// once, and nothing comes into the register before a second person confirms it.
/// </summary>
public sealed record UploadRegister(
    Guid Key,
    EnterpriseId EnterpriseId,
    ShareClassId ShareClassId,
    string FileName,
    byte[] Content,
    ImportLimits Limits,
    bool WithCertificates
) : ICommand<ImportShown>, IKeyed, IAllow<Board>, IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/enterprises/{enterpriseId}/imports", Post)
            .WithTags("Import")
            .RequireRateLimiting(SocialShares.Http.Limits.Deciding)
            .Accepts<byte[]>("text/csv");

    /// <inheritdoc cref="UploadRegister"/>
    public static async Task<ImportShown> Post(
        EnterpriseId enterpriseId,
        [AsParameters] Query query,
        HttpRequest http,
        IdempotencyKey key,
        Access access,
        IMediator mediator,
        CancellationToken ct
    )
    {
        UploadRegister Command(byte[] content) =>
            new(
                key.Value,
                enterpriseId,
                query.ShareClassId,
                query.FileName ?? "",
                content,
                new ImportLimits(
                    query.TotalUnits,
                    query.FoundedOn,
                    query.MinimumUnits,
                    query.MaximumUnits,
                    query.NumbersHaveGaps ?? false
                ),
                query.WithCertificates ?? false
            );
        // Before megabytes are read into memory for somebody who may not send them.
        await access.Require(Command([]), ct);
        return await mediator.Send(Command(await Read(http.Body, ct)), ct);
    }

    /// <summary>What is said of the file.</summary>
    /// <param name="ShareClassId">The class whose members it lists.</param>
    /// <param name="FileName">Its name, 1 to 100 characters.</param>
    /// <param name="TotalUnits">Shares in all by the last accounts; the file must come to the same.</param>
    /// <param name="FoundedOn">The day on which the enterprise was registered.</param>
    /// <param name="MinimumUnits">The least that one holder may have; leave out where there is no such rule.</param>
    /// <param name="MaximumUnits">The most that one holder may have; leave out where there is no such rule.</param>
    /// <param name="NumbersHaveGaps">True: numbers of members who left are not used again.</param>
    /// <param name="WithCertificates">True: every holder gets a certificate.</param>
    public sealed record Query(
        ShareClassId ShareClassId,
        string? FileName,
        long TotalUnits,
        DateOnly FoundedOn,
        long? MinimumUnits,
        long? MaximumUnits,
        bool? NumbersHaveGaps,
        bool? WithCertificates
    );

    /// <summary>Reads at most one byte more than is allowed, so that a huge upload fills no memory.</summary>
    public static async Task<byte[]> Read(Stream body, CancellationToken ct)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while (memory.Length <= RegisterFile.LargestBytes && (read = await body.ReadAsync(buffer, ct)) > 0)
            memory.Write(buffer, 0, read);
        return memory.ToArray();
    }

    public sealed class Rules : AbstractValidator<UploadRegister>
    {
        public Rules()
        {
            RuleFor(r => r.FileName).Line(1, 100);
            RuleFor(r => r.Limits.FoundedOn).Day();
            RuleFor(r => r.Limits.TotalUnits).Amount();
            RuleFor(r => r.Content)
                .Must(c => c.Length <= RegisterFile.LargestBytes)
                .WithErrorCode("import.too-large")
                .WithMessage(_ => RefusalText.Of("import.too-large"))
                .Must(c => c.Length > 0)
                .WithErrorCode("import.unreadable")
                .WithMessage(_ => RefusalText.Of("import.unreadable"))
                .OverridePropertyName("file");
        }
    }

    public sealed class Handler(SharesDb db, ImportDesk desk, Caller caller, TimeProvider clock)
        : IRequestHandler<UploadRegister, ImportShown>
    {
        public async Task<ImportShown> Handle(UploadRegister r, CancellationToken ct)
        {
            var shareClass =
                await db
                    .ShareClasses.AsNoTracking()
                    .SingleOrDefaultAsync(c => c.Id == r.ShareClassId && c.EnterpriseId == r.EnterpriseId, ct)
                ?? throw new NotThere("share-class");
            await db.RequireEmptyRegister(shareClass.Id, ct);
            var now = clock.GetUtcNow().UtcDateTime;
            var zone = await db.Enterprises.Where(e => e.Id == r.EnterpriseId).Select(e => e.TimeZone).SingleAsync(ct);
            var import = RegisterImport.Upload(
                RegisterImportId.From(r.Key),
                shareClass,
                (Path.GetFileName(r.FileName), Convert.ToHexStringLower(SHA256.HashData(r.Content))),
                r.Limits,
                r.WithCertificates,
                caller.Sign(now),
                LegalDay.Of(now, zone)
            );
            var file = new ImportFile { ImportId = import.Id, Content = r.Content };
            var check = await desk.Check(import, file, ct);
            import.Checked(check);
            await BulkInsert(import, file, ct);
            await desk.Keep(import, check, ct);
            return ImportShown.Of(import, shareClass.Code);
        }

        // Now, because the problems refer to it.
        private async Task BulkInsert(RegisterImport import, ImportFile file, CancellationToken ct)
        {
            await Data.Bulk.BulkInsert.Insert(db, [import], ct);
            await Data.Bulk.BulkInsert.Insert(db, [file], ct);
        }
    }
}
