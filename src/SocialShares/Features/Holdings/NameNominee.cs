using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Adapters.RuleFiles;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Holdings;

/// <summary>
/// Name who receives what I hold in one enterprise when I die, up to what the law lets pass in this way. It takes the place of
/// an earlier nomination.
/// </summary>
public sealed record NameNominee(MemberId MemberId, NomineeDetails Nominee)
    : ICommand<NominationStanding>,
        IAllow<Owner>,
        IOfMember
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPut("/holdings/{memberId}/nomination", Put).WithTags("Portfolio");

    /// <inheritdoc cref="NameNominee"/>
    public static Task<NominationStanding> Put(
        MemberId memberId,
        Body body,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new NameNominee(memberId, body.Nominee), ct);

    /// <summary>Who receives.</summary>
    /// <param name="Nominee">Name and address, and the mail address where it is known.</param>
    public sealed record Body(NomineeDetails Nominee);

    public sealed class Rules : AbstractValidator<NameNominee>
    {
        public Rules()
        {
            RuleFor(r => r.Nominee.Name).Line(2, 140);
            RuleFor(r => r.Nominee.Street).Line(2, 120);
            RuleFor(r => r.Nominee.Postcode).Line(2, 12);
            RuleFor(r => r.Nominee.City).Line(2, 80);
            RuleFor(r => r.Nominee.Country).CountryCode();
            When(r => !string.IsNullOrEmpty(r.Nominee.Email), () => RuleFor(r => r.Nominee.Email!).Email());
        }
    }

    public sealed class Handler(SharesDb db, RulePacks packs, TimeProvider clock)
        : IRequestHandler<NameNominee, NominationStanding>
    {
        public async Task<NominationStanding> Handle(NameNominee r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var member = await db.Members.AsNoTracking().SingleAsync(m => m.Id == r.MemberId, ct);
            var country = await db
                .Enterprises.Where(e => e.Id == member.EnterpriseId)
                .Select(e => e.Country)
                .SingleAsync(ct);
            var today = await db.Today(member.EnterpriseId, now, ct);
            var earlier = await db.Nominations.SingleOrDefaultAsync(
                n => n.MemberId == member.Id && n.EndedAt == null,
                ct
            );
            var nominee = r.Nominee with
            {
                Email = string.IsNullOrWhiteSpace(r.Nominee.Email) ? null : r.Nominee.Email,
            };
            var limit = packs.NominationMinor(country, today);
            var made = Nomination.Make(NominationId.New(), member, limit, nominee, now);
            // In one save the old one ends before the new one begins: the index lets one hold at a time.
            earlier?.End(now);
            if (earlier is not null)
                await db
                    .Nominations.Where(n => n.Id == earlier.Id && n.EndedAt == null)
                    .ExecuteUpdateAsync(s => s.SetProperty(n => n.EndedAt, now), ct);
            db.Nominations.Add(made);
            return new NominationStanding(made.Nominee, made.MadeAt, limit);
        }
    }
}

/// <summary>Withdraw my nomination; then all that I hold goes to my estate.</summary>
public sealed record WithdrawNomination(MemberId MemberId) : ICommand<NominationStanding>, IAllow<Owner>, IOfMember
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/holdings/{memberId}/nomination/withdrawal", Post).WithTags("Portfolio");

    /// <inheritdoc cref="WithdrawNomination"/>
    public static Task<NominationStanding> Post(MemberId memberId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new WithdrawNomination(memberId), ct);

    public sealed class Handler(SharesDb db, TimeProvider clock)
        : IRequestHandler<WithdrawNomination, NominationStanding>
    {
        public async Task<NominationStanding> Handle(WithdrawNomination r, CancellationToken ct)
        {
            var member = await db.Members.AsNoTracking().SingleAsync(m => m.Id == r.MemberId, ct);
            member.RequireAlive();
            var nomination =
                await db.Nominations.SingleOrDefaultAsync(n => n.MemberId == r.MemberId && n.EndedAt == null, ct)
                ?? throw new Refused("nomination.over");
            nomination.End(clock.GetUtcNow().UtcDateTime);
            return new NominationStanding(null, null, null);
        }
    }
}

/// <summary>Who receives on my death.</summary>
/// <param name="Nominee">The person; null: nobody is named.</param>
/// <param name="MadeAt">When I named them, UTC.</param>
/// <param name="LimitMinor">The most that passes by nomination, minor units; null where the law knows none.</param>
public sealed record NominationStanding(NomineeDetails? Nominee, DateTime? MadeAt, long? LimitMinor);
