using System.Security.Cryptography;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Data.Bulk;
using SocialShares.Features.Governance;
using SocialShares.Features.Issuing;
using SocialShares.Features.Payouts;
using SocialShares.Features.Register;
using SocialShares.Http;

namespace SocialShares.Features.Import;

/// <summary>
/// Confirm a clean list that somebody else uploaded: its members, entries, certificates and the opening entry in the books
/// are written, all together or not at all.
/// </summary>
public sealed record ConfirmImport(EnterpriseId EnterpriseId, RegisterImportId ImportId, string Sha256, int Version)
    : ICommand<ImportWritten>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/enterprises/{enterpriseId}/imports/{importId}/confirmation", Post)
            .WithTags("Import")
            .RequireRateLimiting(Limits.Deciding);

    /// <inheritdoc cref="ConfirmImport"/>
    public static Task<ImportWritten> Post(
        EnterpriseId enterpriseId,
        RegisterImportId importId,
        Body body,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ConfirmImport(enterpriseId, importId, body.Sha256, body.Version), ct);

    /// <summary>Which file is meant.</summary>
    /// <param name="Sha256">SHA-256 of the file, as the import shows it.</param>
    /// <param name="Version">Version of the import, as it is shown: another one after its columns were said anew.</param>
    public sealed record Body(string Sha256, int Version);

    public sealed class Rules : AbstractValidator<ConfirmImport>
    {
        public Rules() => RuleFor(r => r.Sha256).Line(64, 64);
    }

    public sealed class Handler(
        SharesDb db,
        ImportDesk desk,
        ResidentRoom room,
        Outbox outbox,
        Caller caller,
        TimeProvider clock
    ) : IRequestHandler<ConfirmImport, ImportWritten>
    {
        public async Task<ImportWritten> Handle(ConfirmImport r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var import = await db.RegisterImports.Of(r.EnterpriseId, r.ImportId, ct);
            import.Confirm(caller.Sign(now), r.Sha256, r.Version, await db.EyesOf(r.EnterpriseId, ct));
            // Held until the commit: allotments and runs of the class come before or after.
            await db.HoldClass(import.ShareClassId, ct);
            await room.Hold(r.EnterpriseId, ct);
            await db.RequireEmptyRegister(import.ShareClassId, ct);
            var shareClass = await db.ShareClasses.AsNoTracking().SingleAsync(c => c.Id == import.ShareClassId, ct);
            var enterprise = await db.Enterprises.AsNoTracking().SingleAsync(e => e.Id == r.EnterpriseId, ct);
            var holders = await Clean(import, ct);
            var on = BookedOn.Moment(now, enterprise.TimeZone);
            var entries = await Write(new ImportedRegister(import, shareClass, on), holders, ct);
            db.JournalEntries.Add(
                ImportBookings.Opening(import, enterprise.Slug, shareClass, entries.Sum(e => e.Units), on)
            );
            outbox.Add(new LookAtMembers(r.EnterpriseId));
            return new ImportWritten(import.Id, entries.Count, entries.Sum(e => e.Units));
        }

        // Once more, by the register as it is now: somebody may have come into it since the upload.
        private async Task<IReadOnlyList<ImportedHolder>> Clean(RegisterImport import, CancellationToken ct)
        {
            var file = await db.ImportFiles.AsNoTracking().SingleAsync(f => f.ImportId == import.Id, ct);
            Invariant.Holds(
                Convert.ToHexStringLower(SHA256.HashData(file.Content)) == import.Sha256,
                "the file of an import is not the one that was uploaded"
            );
            var check = await desk.Check(import, file, ct);
            return check.ProblemCount == 0 ? check.Holders : throw new Refused("import.not-clean", check.ProblemCount);
        }

        private async Task<IReadOnlyList<RegisterEntry>> Write(
            ImportedRegister register,
            IReadOnlyList<ImportedHolder> holders,
            CancellationToken ct
        )
        {
            var enterprise = register.Import.EnterpriseId;
            var there = await db
                .Members.Where(m => m.EnterpriseId == enterprise)
                .Select(m => new { m.Number, m.Id })
                .ToDictionaryAsync(m => m.Number, m => m.Id, ct);
            var numbered = register.Number(holders, there.Count == 0 ? 0 : there.Keys.Max());
            await Admit(enterprise, numbered.ToDictionary(h => h.Number, h => h.Holder), ct);
            var added = numbered.Where(h => !there.ContainsKey(h.Number)).Select(register.Member);
            await BulkInsert.Insert(db, added.ToList(), ct);
            var facts = numbered.Select(h =>
                register.Facts(h.Holder, there.TryGetValue(h.Number, out var m) ? m : register.IdOf(h.Holder))
            );
            var entries = await db.AppendToRegister(enterprise, facts, ct);
            if (register.Import.WithCertificates)
            {
                var next = await db.NextCertificateNumber(enterprise, ct);
                var certificates = entries.Select(e => register.Certificate(e, next++));
                await BulkInsert.Insert(db, certificates.ToList(), ct);
            }
            return entries;
        }

        // Whoever held bonds only, or had left, becomes a member by the day in the list; who is one was one from that day on.
        private async Task Admit(EnterpriseId enterprise, Dictionary<int, ImportedHolder> listed, CancellationToken ct)
        {
            var first = listed.Values.Min(h => h.AdmittedOn);
            var there = await db
                .Members.Where(m => m.EnterpriseId == enterprise)
                .Where(m => m.AdmittedOn == null || m.CeasedOn != null || m.AdmittedOn > first)
                .ToListAsync(ct);
            foreach (var member in there.Where(m => listed.ContainsKey(m.Number)))
            {
                var holder = listed[member.Number];
                var isNew = !member.IsMember;
                if (member.AdmitFromList(holder.AdmittedOn) is { } former)
                    db.FormerMemberships.Add(former);
                if (isNew && holder.IsResident is { } isResident)
                    member.JoinAs(new Admission(member.MembershipType, isResident));
            }
        }
    }
}

/// <summary>The list stands in the register.</summary>
/// <param name="Id">The import.</param>
/// <param name="Holders">How many holders it brought.</param>
/// <param name="Units">Shares in all.</param>
public sealed record ImportWritten(RegisterImportId Id, int Holders, long Units);
