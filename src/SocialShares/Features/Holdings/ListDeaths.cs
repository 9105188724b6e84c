using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Adapters.RuleFiles;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Holdings;

/// <summary>List the deaths that my enterprise's board recorded, with whom the holder had named, newest first.</summary>
public sealed record ListDeaths(EnterpriseId EnterpriseId)
    : IQuery<IReadOnlyList<DeathRow>>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/enterprises/{enterpriseId}/deaths", Get).WithTags("Register");

    /// <inheritdoc cref="ListDeaths"/>
    public static Task<IReadOnlyList<DeathRow>> Get(
        EnterpriseId enterpriseId,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ListDeaths(enterpriseId), ct);

    public sealed class Handler(SharesDb db, RulePacks packs) : IRequestHandler<ListDeaths, IReadOnlyList<DeathRow>>
    {
        public async Task<IReadOnlyList<DeathRow>> Handle(ListDeaths r, CancellationToken ct) =>
            await DeathRows.Of(db, packs, db.HolderDeaths.Where(d => d.EnterpriseId == r.EnterpriseId), ct);
    }
}

/// <summary>List the deaths that boards recorded and that an administrator must confirm.</summary>
public sealed record ListDeathsToConfirm : IQuery<IReadOnlyList<DeathRow>>, IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/deaths/to-confirm", Get).WithTags("Register");

    /// <inheritdoc cref="ListDeathsToConfirm"/>
    public static Task<IReadOnlyList<DeathRow>> Get(IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListDeathsToConfirm(), ct);

    public sealed class Handler(SharesDb db, RulePacks packs)
        : IRequestHandler<ListDeathsToConfirm, IReadOnlyList<DeathRow>>
    {
        public async Task<IReadOnlyList<DeathRow>> Handle(ListDeathsToConfirm r, CancellationToken ct) =>
            await DeathRows.Of(db, packs, db.HolderDeaths.Where(d => d.State == HolderDeathState.Recorded), ct);
    }
}

internal static class DeathRows
{
    private const int Most = 200;

    public static async Task<IReadOnlyList<DeathRow>> Of(
        SharesDb db,
        RulePacks packs,
        IQueryable<HolderDeath> deaths,
        CancellationToken ct
    )
    {
        var all = await (
            from d in deaths.AsNoTracking()
            join m in db.Members on d.MemberId equals m.Id
            join e in db.Enterprises on d.EnterpriseId equals e.Id
            orderby d.RecordedAt descending
            select new
            {
                Of = d,
                m.Number,
                m.Name,
                EnterpriseName = e.Name,
                e.Country,
                Units = db.RegisterEntries.Where(x => x.MemberId == m.Id && x.ShareClassId != null).Sum(x => x.Units),
                ValueMinor = db
                    .RegisterEntries.Where(x => x.MemberId == m.Id && x.ShareClassId != null)
                    .Sum(x => x.Units * x.PriceMinor),
                e.Currency,
            }
        )
            .Take(Most)
            .ToListAsync(ct);
        var ids = all.ConvertAll(d => d.Of.MemberId);
        var named = await db
            .Nominations.AsNoTracking()
            .Where(n => ids.Contains(n.MemberId) && n.EndedAt == null)
            .ToDictionaryAsync(n => n.MemberId, n => n.Nominee, ct);
        return all.ConvertAll(d => new DeathRow(
            d.Of.Id,
            d.Of.State,
            d.EnterpriseName,
            d.Number,
            d.Name,
            d.Of.DiedOn,
            d.Of.Evidence,
            d.Of.RecordedByName,
            d.Of.RecordedAt,
            d.Of.DecidedByName,
            d.Units,
            d.ValueMinor,
            d.Currency,
            named.GetValueOrDefault(d.Of.MemberId),
            packs.NominationMinor(d.Country, d.Of.DiedOn)
        ));
    }
}

/// <summary>A death in a list; amounts in minor units.</summary>
/// <param name="Id">The record.</param>
/// <param name="State">Where it stands.</param>
/// <param name="EnterpriseName">The enterprise.</param>
/// <param name="Number">The holder's number in the register.</param>
/// <param name="Name">The holder.</param>
/// <param name="DiedOn">Day of death.</param>
/// <param name="Evidence">What the board saw.</param>
/// <param name="RecordedBy">Who recorded it.</param>
/// <param name="RecordedAt">When, UTC.</param>
/// <param name="DecidedBy">Who confirmed or dropped it.</param>
/// <param name="Units">Shares that have not passed on yet.</param>
/// <param name="ValueMinor">What they are worth.</param>
/// <param name="Currency">Currency of the amounts.</param>
/// <param name="Nominee">Whom the holder had named; null: nobody.</param>
/// <param name="LimitMinor">The most that passes to the nominee; null where the law knows no nomination.</param>
public sealed record DeathRow(
    HolderDeathId Id,
    HolderDeathState State,
    string EnterpriseName,
    int Number,
    string Name,
    DateOnly DiedOn,
    string Evidence,
    string RecordedBy,
    DateTime RecordedAt,
    string? DecidedBy,
    long Units,
    long ValueMinor,
    Currency Currency,
    NomineeDetails? Nominee,
    long? LimitMinor
);
