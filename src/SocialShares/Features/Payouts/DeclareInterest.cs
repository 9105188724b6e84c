using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Governance;
using SocialShares.Http;

namespace SocialShares.Features.Payouts;

/// <summary>Declare for my enterprise what share interest a class pays over a period that is over.</summary>
public sealed record DeclareInterest(
    Guid Key,
    EnterpriseId EnterpriseId,
    ShareClassId ShareClassId,
    InterestTerms Terms
) : ICommand<InterestDeclared>, IKeyed, IAllow<Board>, IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/enterprises/{enterpriseId}/interest-declarations", Post).WithTags("Interest");

    /// <inheritdoc cref="DeclareInterest"/>
    public static Task<InterestDeclared> Post(
        EnterpriseId enterpriseId,
        Body body,
        IdempotencyKey key,
        IMediator mediator,
        CancellationToken ct
    ) =>
        mediator.Send(
            new DeclareInterest(
                key.Value,
                enterpriseId,
                body.ShareClassId,
                new InterestTerms(body.From, body.Until, body.RatePpm, body.PayOn)
            ),
            ct
        );

    /// <summary>What the board decides.</summary>
    /// <param name="ShareClassId">The class that is paid on.</param>
    /// <param name="From">First day of the period.</param>
    /// <param name="Until">Last day of the period, included; in the past, at most a year after the first.</param>
    /// <param name="RatePpm">Rate a year in parts per million: 3 % is 30000. Not above the class's cap.</param>
    /// <param name="PayOn">The day on which holders are to be paid, after the period.</param>
    public sealed record Body(ShareClassId ShareClassId, DateOnly From, DateOnly Until, int RatePpm, DateOnly PayOn);

    public sealed class Rules : AbstractValidator<DeclareInterest>
    {
        public Rules()
        {
            RuleFor(r => r.Terms.From).Day();
            RuleFor(r => r.Terms.Until).Day();
            RuleFor(r => r.Terms.PayOn).Day();
            RuleFor(r => r.Terms.RatePpm).Between(0, Rate.Whole);
        }
    }

    public sealed class Handler(SharesDb db, CovenantChecks covenants, Caller caller, TimeProvider clock)
        : IRequestHandler<DeclareInterest, InterestDeclared>
    {
        public async Task<InterestDeclared> Handle(DeclareInterest r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            // Held until the commit, so that two overlapping declarations at once see each other.
            await db.HoldClass(r.ShareClassId, ct);
            var zone = await db.Enterprises.Where(e => e.Id == r.EnterpriseId).Select(e => e.TimeZone).SingleAsync(ct);
            var shareClass =
                await db.ShareClasses.SingleOrDefaultAsync(
                    c => c.Id == r.ShareClassId && c.EnterpriseId == r.EnterpriseId,
                    ct
                ) ?? throw new NotThere("share-class");
            var declaration = InterestDeclaration.Declare(
                DeclarationId.From(r.Key),
                shareClass,
                r.Terms,
                caller.Sign(now),
                LegalDay.Of(now, zone)
            );
            // A day is paid on once; the unique index on the first day is the second guard.
            var overlaps = await db.InterestDeclarations.AnyAsync(
                d => d.ShareClassId == shareClass.Id && d.From <= r.Terms.Until && d.Until >= r.Terms.From,
                ct
            );
            if (overlaps)
                throw new Refused("interest.period-declared") { Field = "from" };
            await CheckCovenant(r.EnterpriseId, declaration.RatePpm, now, ct);
            db.InterestDeclarations.Add(declaration);
            return new InterestDeclared(declaration.Id);
        }

        private async Task CheckCovenant(EnterpriseId enterprise, int ratePpm, DateTime now, CancellationToken ct)
        {
            if (await covenants.InForce(enterprise, CovenantKind.InterestCap, ct) is not { } covenant)
                return;
            covenant.CheckRate(ratePpm);
            var before = await covenants.Measure(enterprise, CovenantKind.InterestCap, ct);
            var measure = new CovenantMeasure(Math.Max(before.First, ratePpm), before.Second + 1);
            covenants.Found(covenant, CovenantCause.InterestDeclared, measure, now);
        }
    }
}

/// <summary>The interest is declared; an administrator can calculate the payout run.</summary>
/// <param name="Id">The declaration.</param>
public sealed record InterestDeclared(DeclarationId Id);
