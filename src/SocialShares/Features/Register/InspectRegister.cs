using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Register;

/// <summary>
/// Inspect, as a member, the register of members without what the others hold, and the officers (UK 2014 Act s103). What I
/// hold myself stands with my holding.
/// </summary>
public sealed record InspectRegister(
    MemberId MemberId,
    DateOnly? AsOf = null,
    int After = 0,
    int Take = 50,
    string? Search = null
) : IQuery<RegisterPage>, IAllow<Owner>, IOfMember
{
    // The right comes from that law. Elsewhere addresses of members are nobody's business but the board's.
    private const string GivenIn = "GB";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/holdings/{memberId}/register", Get).WithTags("Portfolio");

    /// <inheritdoc cref="InspectRegister"/>
    public static Task<RegisterPage> Get(
        MemberId memberId,
        DateOnly? asOf,
        int? after,
        int? take,
        string? search,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new InspectRegister(memberId, asOf, after ?? 0, take ?? 50, search), ct);

    public sealed class Rules : AbstractValidator<InspectRegister>
    {
        public Rules()
        {
            RuleFor(r => r.AsOf).MayBeDay();
            RuleFor(r => r.After).Between(0, int.MaxValue);
            RuleFor(r => r.Take).Between(1, 500);
            When(r => r.Search is not null, () => RuleFor(r => r.Search!).Line(0, 140));
        }
    }

    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<InspectRegister, RegisterPage>
    {
        public async Task<RegisterPage> Handle(InspectRegister r, CancellationToken ct)
        {
            var member =
                await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == r.MemberId, ct)
                ?? throw new NotThere("holding");
            var enterprise = await db.Enterprises.AsNoTracking().SingleAsync(e => e.Id == member.EnterpriseId, ct);
            var today = LegalDay.Of(clock.GetUtcNow().UtcDateTime, enterprise.TimeZone);
            if (!(member.AdmittedOn <= today) || member.CeasedOn <= today)
                throw new Refused("register.members-only");
            if (enterprise.Country != GivenIn)
                throw new Refused("register.no-inspection");
            var day = r.AsOf ?? today;
            var register = new RegisterRows(db, enterprise.Id, day, clock);
            var rows = await register.Page(r.After, r.Take + 1, r.Search, ct);
            var page = rows.Take(r.Take).ToList();
            return new RegisterPage(
                enterprise.Name,
                enterprise.Currency,
                day,
                await register.Count(ct),
                page.ConvertAll(m => m.WithoutHoldings()),
                rows.Count > r.Take ? page[^1].Number : null,
                await Officers.Of(db, enterprise.Id, day, ct)
            );
        }
    }
}
