using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Governance;

/// <summary>Show evidence for a covenant of my enterprise: a document or where it can be looked up, and for pay the figures.</summary>
public sealed record RecordEvidence(Guid Key, EnterpriseId EnterpriseId, CovenantKind Kind, EvidenceGiven Given)
    : ICommand<EvidenceRecorded>,
        IKeyed,
        IAllow<Board>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/enterprises/{enterpriseId}/covenant-evidence", Post).WithTags("Covenants");

    /// <inheritdoc cref="RecordEvidence"/>
    public static Task<EvidenceRecorded> Post(
        EnterpriseId enterpriseId,
        Body body,
        IdempotencyKey key,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new RecordEvidence(key.Value, enterpriseId, body.Kind, body.ToEvidence()), ct);

    /// <summary>What the enterprise shows.</summary>
    /// <param name="Kind">The covenant that it is about.</param>
    /// <param name="On">The day for which it speaks.</param>
    /// <param name="Text">What it shows, 3 to 1000 characters.</param>
    /// <param name="Reference">Where it can be looked up; may be left out when a document is given.</param>
    /// <param name="DocumentId">A document that was uploaded before.</param>
    /// <param name="HighestPayMinor">Pay ratio: the highest pay for a year of full-time work, minor units.</param>
    /// <param name="LowestPayMinor">Pay ratio: the lowest pay for a year of full-time work, minor units.</param>
    public sealed record Body(
        CovenantKind Kind,
        DateOnly On,
        string Text,
        string? Reference = null,
        DocumentId? DocumentId = null,
        long? HighestPayMinor = null,
        long? LowestPayMinor = null
    )
    {
        internal EvidenceGiven ToEvidence() =>
            new(On, Text, Reference ?? "", DocumentId, HighestPayMinor, LowestPayMinor);
    }

    public sealed class Rules : AbstractValidator<RecordEvidence>
    {
        public Rules()
        {
            RuleFor(r => r.Given.On).Day();
            RuleFor(r => r.Given.Text).Text(3, 1000);
            RuleFor(r => r.Given.Reference).Line(0, 300);
            RuleFor(r => r.Given.HighestPayMinor ?? 1)
                .Amount("highestPayMinor", r => r.Given.HighestPayMinor is not null);
            RuleFor(r => r.Given.LowestPayMinor ?? 1).Amount("lowestPayMinor", r => r.Given.LowestPayMinor is not null);
        }
    }

    public sealed class Handler(SharesDb db, CovenantChecks covenants, Caller caller, TimeProvider clock)
        : IRequestHandler<RecordEvidence, EvidenceRecorded>
    {
        public async Task<EvidenceRecorded> Handle(RecordEvidence r, CancellationToken ct)
        {
            var by = caller.Sign(clock.GetUtcNow().UtcDateTime);
            var zone = await db.Enterprises.Where(e => e.Id == r.EnterpriseId).Select(e => e.TimeZone).SingleAsync(ct);
            var covenant =
                await covenants.InForce(r.EnterpriseId, r.Kind, ct)
                ?? throw new Refused("covenant.not-in-force") { Field = "kind" };
            await RequireDocument(r, ct);
            var given = r.Given with { Text = r.Given.Text.Trim(), Reference = r.Given.Reference.Trim() };
            var id = CovenantEvidenceId.From(r.Key);
            var evidence = CovenantEvidence.Record(id, covenant, given, by, LegalDay.Of(by.At, zone));
            db.CovenantEvidence.Add(evidence);
            var measure = await Measure(covenant, evidence, ct);
            covenants.Found(covenant, CovenantCause.EvidenceRecorded, measure, by.At);
            return new EvidenceRecorded(id, covenant.Holds(measure));
        }

        // The new evidence is not saved yet, so what it changes is added to what is there.
        private async Task<CovenantMeasure> Measure(Covenant covenant, CovenantEvidence added, CancellationToken ct)
        {
            var before = await covenants.Measure(covenant.EnterpriseId, covenant.Kind, ct);
            return covenant.Kind switch
            {
                CovenantKind.AssetLock => before with { First = before.First + 1 },
                CovenantKind.PayRatio when !await IsOlder(added, ct) => new(
                    added.HighestPayMinor!.Value,
                    added.LowestPayMinor!.Value
                ),
                _ => before,
            };
        }

        private Task<bool> IsOlder(CovenantEvidence added, CancellationToken ct) =>
            db.CovenantEvidence.AnyAsync(
                e => e.EnterpriseId == added.EnterpriseId && e.Kind == added.Kind && e.On > added.On,
                ct
            );

        private async Task RequireDocument(RecordEvidence r, CancellationToken ct)
        {
            if (r.Given.DocumentId is not { } id)
                return;
            if (!await db.CovenantDocuments.AnyAsync(d => d.Id == id && d.EnterpriseId == r.EnterpriseId, ct))
                throw new Refused("covenant.document-missing") { Field = "documentId" };
        }
    }
}

/// <summary>The evidence stands beside the covenant.</summary>
/// <param name="Id">The evidence.</param>
/// <param name="Holds">Is the covenant kept now? Null: there is nothing to measure yet.</param>
public sealed record EvidenceRecorded(CovenantEvidenceId Id, bool? Holds);
