using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Register;

/// <summary>Read the register of members of an enterprise as it stood on a day, with or without what they hold.</summary>
public sealed record ReadRegister(
    EnterpriseId EnterpriseId,
    DateOnly? AsOf = null,
    bool WithHoldings = true,
    int After = 0,
    int Take = 50,
    string? Search = null
) : IQuery<RegisterPage>, IAllow<Board>, IAllow<Administrator>, IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/enterprises/{enterpriseId}/register", Get).WithTags("Register");

    /// <inheritdoc cref="ReadRegister"/>
    public static Task<RegisterPage> Get(
        EnterpriseId enterpriseId,
        DateOnly? asOf,
        bool? withHoldings,
        int? after,
        int? take,
        string? search,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ReadRegister(enterpriseId, asOf, withHoldings ?? true, after ?? 0, take ?? 50, search), ct);

    public sealed class Rules : AbstractValidator<ReadRegister>
    {
        public Rules()
        {
            RuleFor(r => r.AsOf).MayBeDay();
            RuleFor(r => r.After).Between(0, int.MaxValue);
            RuleFor(r => r.Take).Between(1, 500);
            When(r => r.Search is not null, () => RuleFor(r => r.Search!).Line(0, 140));
        }
    }

    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<ReadRegister, RegisterPage>
    {
        public async Task<RegisterPage> Handle(ReadRegister r, CancellationToken ct)
        {
            var enterprise =
                await db.Enterprises.AsNoTracking().SingleOrDefaultAsync(e => e.Id == r.EnterpriseId, ct)
                ?? throw new NotThere("enterprise");
            var day = r.AsOf ?? LegalDay.Of(clock.GetUtcNow().UtcDateTime, enterprise.TimeZone);
            var register = new RegisterRows(db, enterprise.Id, day, clock);
            var rows = await register.Page(r.After, r.Take + 1, r.Search, ct);
            var page = rows.Take(r.Take).ToList();
            return new RegisterPage(
                enterprise.Name,
                enterprise.Currency,
                day,
                await register.Count(ct),
                r.WithHoldings ? page : page.ConvertAll(m => m.WithoutHoldings()),
                rows.Count > r.Take ? page[^1].Number : null,
                await Officers.Of(db, enterprise.Id, day, ct)
            );
        }
    }
}

/// <summary>Part of a register of members.</summary>
/// <param name="EnterpriseName">Whose register.</param>
/// <param name="Currency">Currency of the amounts.</param>
/// <param name="AsOf">The day on which it stood so.</param>
/// <param name="Count">Members on that day, all pages together; 10000 stands for that many or more.</param>
/// <param name="Members">By number.</param>
/// <param name="Next">Ask for the next page with this as <c>after</c>; null on the last page.</param>
/// <param name="Officers">The officers of the enterprise by that day, with those who have left.</param>
public sealed record RegisterPage(
    string EnterpriseName,
    Currency Currency,
    DateOnly AsOf,
    int Count,
    IReadOnlyList<RegisterRow> Members,
    int? Next,
    IReadOnlyList<Officer> Officers
)
{
    /// <summary>Counting goes on to here, so that a page costs the same however many members there are.</summary>
    public const int MostCounted = 10_000;
}
