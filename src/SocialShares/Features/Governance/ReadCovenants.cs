using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Governance;

/// <summary>Read what an enterprise has bound itself to, whether it keeps it, what it shows for it, and what was before.</summary>
public sealed record ReadCovenants(EnterpriseId EnterpriseId) : IQuery<CovenantsRead>, IAllow<Anyone>, IOfEnterprise
{
    // Of each covenant; the newest.
    private const int MostEvidence = 5;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/enterprises/{enterpriseId}/covenants", Get).WithTags("Covenants");

    /// <inheritdoc cref="ReadCovenants"/>
    public static Task<CovenantsRead> Get(EnterpriseId enterpriseId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadCovenants(enterpriseId), ct);

    public sealed class Handler(SharesDb db, CovenantChecks covenants) : IRequestHandler<ReadCovenants, CovenantsRead>
    {
        public async Task<CovenantsRead> Handle(ReadCovenants r, CancellationToken ct)
        {
            if (!await db.Enterprises.AnyAsync(e => e.Id == r.EnterpriseId, ct))
                throw new NotThere("enterprise");
            var shown = new List<CovenantShown>();
            foreach (var covenant in await covenants.InForce(r.EnterpriseId, ct))
                shown.Add(await Show(covenant, ct));
            var history = await db
                .Covenants.Where(c => c.EnterpriseId == r.EnterpriseId)
                .OrderByDescending(c => c.No)
                .Select(c => new CovenantStep(
                    c.No,
                    c.Kind,
                    c.Limit,
                    c.IsBlocking,
                    c.IsGivenUp,
                    c.Statement,
                    c.DecidedOn,
                    c.RecordedByName,
                    c.RecordedAt
                ))
                .ToListAsync(ct);
            return new CovenantsRead(shown, history);
        }

        private async Task<CovenantShown> Show(Covenant covenant, CancellationToken ct)
        {
            var measure = await covenants.Measure(covenant.EnterpriseId, covenant.Kind, ct);
            var evidence = await db
                .CovenantEvidence.Where(e => e.EnterpriseId == covenant.EnterpriseId && e.Kind == covenant.Kind)
                .OrderByDescending(e => e.On)
                .ThenByDescending(e => e.RecordedAt)
                .Take(MostEvidence)
                .Select(e => new EvidenceShown(
                    e.Id,
                    e.On,
                    e.Text,
                    e.Reference,
                    e.DocumentId,
                    e.HighestPayMinor,
                    e.LowestPayMinor,
                    e.RecordedByName,
                    e.RecordedAt
                ))
                .ToListAsync(ct);
            var checkedAt = await db
                .CovenantFindings.Where(f => f.EnterpriseId == covenant.EnterpriseId && f.Kind == covenant.Kind)
                .OrderByDescending(f => f.At)
                .Select(f => (DateTime?)f.At)
                .FirstOrDefaultAsync(ct);
            return new CovenantShown(
                covenant.Kind,
                covenant.Limit,
                covenant.IsBlocking,
                covenant.Statement,
                covenant.DecidedOn,
                covenant.Holds(measure),
                measure.First,
                measure.Second,
                checkedAt ?? covenant.RecordedAt,
                evidence
            );
        }
    }
}

/// <summary>What an enterprise has bound itself to.</summary>
/// <param name="InForce">The covenants in force, in the order of their kinds.</param>
/// <param name="History">Each adoption, change and giving up, the newest first.</param>
public sealed record CovenantsRead(IReadOnlyList<CovenantShown> InForce, IReadOnlyList<CovenantStep> History);

/// <summary>A covenant in force and how it stands with it.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Limit">Its figure; see the route that adopts one.</param>
/// <param name="IsBlocking">Does the platform refuse what would break it?</param>
/// <param name="Statement">In the enterprise's own words.</param>
/// <param name="DecidedOn">The day on which the enterprise decided it.</param>
/// <param name="Holds">Is it kept now? Null: there is nothing to measure yet.</param>
/// <param name="First">Residents; highest pay, minor units; highest rate declared, parts per million; documents.</param>
/// <param name="Second">All (board, members); lowest pay, minor units; declarations.</param>
/// <param name="CheckedAt">The last change that could have broken it, at which it was checked, UTC.</param>
/// <param name="Evidence">What the enterprise shows for it, the newest first.</param>
public sealed record CovenantShown(
    CovenantKind Kind,
    long Limit,
    bool IsBlocking,
    string Statement,
    DateOnly DecidedOn,
    bool? Holds,
    long First,
    long Second,
    DateTime CheckedAt,
    IReadOnlyList<EvidenceShown> Evidence
);

/// <summary>A piece of evidence.</summary>
public sealed record EvidenceShown(
    CovenantEvidenceId Id,
    DateOnly On,
    string Text,
    string Reference,
    DocumentId? DocumentId,
    long? HighestPayMinor,
    long? LowestPayMinor,
    string RecordedBy,
    DateTime RecordedAt
);

/// <summary>A covenant as it was adopted, changed or given up.</summary>
public sealed record CovenantStep(
    int No,
    CovenantKind Kind,
    long Limit,
    bool IsBlocking,
    bool IsGivenUp,
    string Statement,
    DateOnly DecidedOn,
    string RecordedBy,
    DateTime RecordedAt
);
