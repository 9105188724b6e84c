using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Governance;

/// <summary>Bind my enterprise to a covenant, or replace the one of the same kind; everyone sees both.</summary>
public sealed record AdoptCovenant(Guid Key, EnterpriseId EnterpriseId, CovenantRule Rule)
    : ICommand<CovenantAdopted>,
        IKeyed,
        IAllow<Board>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/enterprises/{enterpriseId}/covenants", Post).WithTags("Covenants");

    /// <inheritdoc cref="AdoptCovenant"/>
    public static Task<CovenantAdopted> Post(
        EnterpriseId enterpriseId,
        Body body,
        IdempotencyKey key,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new AdoptCovenant(key.Value, enterpriseId, body.ToRule()), ct);

    /// <summary>What the enterprise binds itself to.</summary>
    /// <param name="Kind">What it is about.</param>
    /// <param name="Limit">Residents of the members and interest: parts per million. Pay: hundredths, 350 is 3.5 to 1. Else 0.</param>
    /// <param name="IsBlocking">Refuse what would break it; not possible for pay and the asset lock.</param>
    /// <param name="Statement">In the enterprise's own words, 10 to 2000 characters.</param>
    /// <param name="DecidedOn">The day on which the enterprise decided it.</param>
    public sealed record Body(CovenantKind Kind, long Limit, bool IsBlocking, string Statement, DateOnly DecidedOn)
    {
        internal CovenantRule ToRule() => new(Kind, Limit, IsBlocking, Statement, DecidedOn);
    }

    public sealed class Rules : AbstractValidator<AdoptCovenant>
    {
        public Rules()
        {
            RuleFor(r => r.Rule.Statement).Text(10, 2000);
            RuleFor(r => r.Rule.DecidedOn).Day();
        }
    }

    public sealed class Handler(SharesDb db, CovenantChecks covenants, Caller caller, TimeProvider clock)
        : IRequestHandler<AdoptCovenant, CovenantAdopted>
    {
        public async Task<CovenantAdopted> Handle(AdoptCovenant r, CancellationToken ct)
        {
            var by = caller.Sign(clock.GetUtcNow().UtcDateTime);
            var zone = await db.Enterprises.Where(e => e.Id == r.EnterpriseId).Select(e => e.TimeZone).SingleAsync(ct);
            var covenant = Covenant.Adopt(
                CovenantId.From(r.Key),
                r.EnterpriseId,
                await db.NextCovenantNumber(r.EnterpriseId, ct),
                r.Rule with
                {
                    Statement = r.Rule.Statement.Trim(),
                },
                by,
                LegalDay.Of(by.At, zone)
            );
            db.Covenants.Add(covenant);
            var measure = await covenants.Measure(r.EnterpriseId, covenant.Kind, ct);
            covenants.Found(covenant, CovenantCause.Adopted, measure, by.At);
            return new CovenantAdopted(covenant.Id, covenant.No, covenant.Holds(measure));
        }
    }
}

/// <summary>The covenant is in force.</summary>
/// <param name="Id">The covenant.</param>
/// <param name="No">Counts from 1 within the enterprise.</param>
/// <param name="Holds">Is it kept now? Null: there is nothing to measure yet.</param>
public sealed record CovenantAdopted(CovenantId Id, int No, bool? Holds);

/// <summary>Give up a covenant of my enterprise, with the reason; everyone sees that, too.</summary>
public sealed record GiveUpCovenant(
    Guid Key,
    EnterpriseId EnterpriseId,
    CovenantKind Kind,
    string Reason,
    DateOnly DecidedOn
) : ICommand<Unit>, IKeyed, IAllow<Board>, IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/enterprises/{enterpriseId}/covenants/give-up", Post).WithTags("Covenants");

    /// <inheritdoc cref="GiveUpCovenant"/>
    public static async Task<IResult> Post(
        EnterpriseId enterpriseId,
        Body body,
        IdempotencyKey key,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new GiveUpCovenant(key.Value, enterpriseId, body.Kind, body.Reason, body.DecidedOn), ct);
        return Results.NoContent();
    }

    /// <summary>Which covenant, why, and when the enterprise decided it.</summary>
    public sealed record Body(CovenantKind Kind, string Reason, DateOnly DecidedOn);

    public sealed class Rules : AbstractValidator<GiveUpCovenant>
    {
        public Rules()
        {
            RuleFor(r => r.Reason).Text(10, 2000);
            RuleFor(r => r.DecidedOn).Day();
        }
    }

    public sealed class Handler(SharesDb db, CovenantChecks covenants, Caller caller, TimeProvider clock)
        : IRequestHandler<GiveUpCovenant, Unit>
    {
        public async Task<Unit> Handle(GiveUpCovenant r, CancellationToken ct)
        {
            var by = caller.Sign(clock.GetUtcNow().UtcDateTime);
            var zone = await db.Enterprises.Where(e => e.Id == r.EnterpriseId).Select(e => e.TimeZone).SingleAsync(ct);
            var covenant =
                await covenants.InForce(r.EnterpriseId, r.Kind, ct) ?? throw new Refused("covenant.not-in-force");
            var no = await db.NextCovenantNumber(r.EnterpriseId, ct);
            var today = LegalDay.Of(by.At, zone);
            db.Covenants.Add(covenant.GiveUp(CovenantId.From(r.Key), no, r.Reason.Trim(), r.DecidedOn, by, today));
            return Unit.Value;
        }
    }
}
