using MediatR;
using SocialShares.Adapters.RuleFiles;
using SocialShares.Http;

namespace SocialShares.Features.Regulation;

/// <summary>List the rule packs with their versions: the rules that an offer can stand under, and from which day they hold.</summary>
public sealed record ListRulePacks : IQuery<IReadOnlyList<RulePack>>, IAllow<Anyone>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/rule-packs", Get).WithTags("Rules");

    /// <inheritdoc cref="ListRulePacks"/>
    public static Task<IReadOnlyList<RulePack>> Get(IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListRulePacks(), ct);

    public sealed class Handler(RulePacks packs) : IRequestHandler<ListRulePacks, IReadOnlyList<RulePack>>
    {
        public Task<IReadOnlyList<RulePack>> Handle(ListRulePacks request, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<RulePack>>([
                .. packs.All.Select(p => p with { Versions = [.. p.Versions.Select(v => v.ForEveryone())] }),
            ]);
    }
}

/// <summary>The same list on the administrators' own page.</summary>
public sealed record ListRulePacksForReview : IQuery<IReadOnlyList<RulePack>>, IAllow<Administrator>
{
    public sealed class Handler(RulePacks packs) : IRequestHandler<ListRulePacksForReview, IReadOnlyList<RulePack>>
    {
        public Task<IReadOnlyList<RulePack>> Handle(ListRulePacksForReview request, CancellationToken ct) =>
            Task.FromResult(packs.All);
    }
}
