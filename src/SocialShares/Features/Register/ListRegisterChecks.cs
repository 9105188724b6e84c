using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Register;

/// <summary>See when the register of my enterprise was checked and what was found, newest first.</summary>
public sealed record ListRegisterChecks(EnterpriseId EnterpriseId, int Take = 50)
    : IQuery<IReadOnlyList<RegisterCheckShown>>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/enterprises/{enterpriseId}/register/checks", Get).WithTags("Register");

    /// <inheritdoc cref="ListRegisterChecks"/>
    public static Task<IReadOnlyList<RegisterCheckShown>> Get(
        EnterpriseId enterpriseId,
        int? take,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ListRegisterChecks(enterpriseId, take ?? 50), ct);

    public sealed class Rules : AbstractValidator<ListRegisterChecks>
    {
        public Rules() => RuleFor(r => r.Take).Between(1, 500);
    }

    public sealed class Handler(SharesDb db) : IRequestHandler<ListRegisterChecks, IReadOnlyList<RegisterCheckShown>>
    {
        public async Task<IReadOnlyList<RegisterCheckShown>> Handle(ListRegisterChecks r, CancellationToken ct) =>
            await (
                from c in db.RegisterChecks.AsNoTracking()
                where c.EnterpriseId == r.EnterpriseId
                join e in db.Enterprises on c.EnterpriseId equals e.Id
                orderby c.At descending, c.Id descending
                select new RegisterCheckShown(
                    e.Id,
                    e.Name,
                    e.Slug,
                    c.At,
                    c.OrderedBy,
                    c.Entries,
                    c.LastHash,
                    c.BrokenNumber,
                    c.Fault
                )
            )
                .Take(r.Take)
                .ToListAsync(ct);
    }
}

/// <summary>See the last check of every register; a register that was never checked has none.</summary>
public sealed record ListLastRegisterChecks
    : IQuery<IReadOnlyList<RegisterCheckShown>>,
        IAllow<Administrator>,
        IAllow<Machine>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/registers/checks", Get).WithTags("Register");

    /// <inheritdoc cref="ListLastRegisterChecks"/>
    public static Task<IReadOnlyList<RegisterCheckShown>> Get(IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListLastRegisterChecks(), ct);

    public sealed class Handler(SharesDb db)
        : IRequestHandler<ListLastRegisterChecks, IReadOnlyList<RegisterCheckShown>>
    {
        public async Task<IReadOnlyList<RegisterCheckShown>> Handle(ListLastRegisterChecks r, CancellationToken ct) =>
            await (
                from e in db.Enterprises.AsNoTracking()
                from c in db
                    .RegisterChecks.Where(c => c.EnterpriseId == e.Id)
                    .OrderByDescending(c => c.At)
                    .ThenByDescending(c => c.Id)
                    .Take(1)
                orderby e.Name
                select new RegisterCheckShown(
                    e.Id,
                    e.Name,
                    e.Slug,
                    c.At,
                    c.OrderedBy,
                    c.Entries,
                    c.LastHash,
                    c.BrokenNumber,
                    c.Fault
                )
            ).ToListAsync(ct);
    }
}

/// <summary>Names the registers in which something stands.</summary>
public sealed record ListRegistersToCheck : IQuery<IReadOnlyList<EnterpriseId>>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db) : IRequestHandler<ListRegistersToCheck, IReadOnlyList<EnterpriseId>>
    {
        // One whose entries are all gone was checked before: that must be noticed too.
        public async Task<IReadOnlyList<EnterpriseId>> Handle(ListRegistersToCheck r, CancellationToken ct) =>
            await db
                .Enterprises.Where(e =>
                    db.RegisterEntries.Any(x => x.EnterpriseId == e.Id)
                    || db.RegisterChecks.Any(x => x.EnterpriseId == e.Id)
                )
                .Select(e => e.Id)
                .ToListAsync(ct);
    }
}

/// <summary>What a check of a register found.</summary>
/// <param name="EnterpriseId">Whose register.</param>
/// <param name="EnterpriseName">Its name.</param>
/// <param name="EnterpriseSlug">Its name in addresses.</param>
/// <param name="At">When, UTC.</param>
/// <param name="OrderedBy">Who asked for it; empty: the job of the night.</param>
/// <param name="Entries">Entries in which nothing is wrong, counted from the first.</param>
/// <param name="LastHash">Hash of the last of them: note it down, and you can prove later that nothing was changed.</param>
/// <param name="BrokenNumber">Number of the first entry that is wrong; null: none.</param>
/// <param name="Fault">What is wrong there; null: nothing.</param>
public sealed record RegisterCheckShown(
    EnterpriseId EnterpriseId,
    string EnterpriseName,
    string EnterpriseSlug,
    DateTime At,
    string OrderedBy,
    int Entries,
    string LastHash,
    int? BrokenNumber,
    RegisterFault? Fault
);
