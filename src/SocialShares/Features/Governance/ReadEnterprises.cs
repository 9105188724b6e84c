using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Issuing;
using SocialShares.Http;

namespace SocialShares.Features.Governance;

/// <summary>List the enterprises on whose board I sit.</summary>
public sealed record ListMyEnterprises : IQuery<IReadOnlyList<EnterpriseLine>>, IAllow<SignedIn>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/enterprises", Get).WithTags("Enterprises");

    /// <inheritdoc cref="ListMyEnterprises"/>
    public static Task<IReadOnlyList<EnterpriseLine>> Get(IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListMyEnterprises(), ct);

    public sealed class Handler(SharesDb db, Caller caller)
        : IRequestHandler<ListMyEnterprises, IReadOnlyList<EnterpriseLine>>
    {
        public async Task<IReadOnlyList<EnterpriseLine>> Handle(ListMyEnterprises request, CancellationToken ct)
        {
            var me = caller.Person;
            return await db
                .BoardMembers.Where(m => m.PersonId == me)
                .Join(
                    db.Enterprises,
                    m => m.EnterpriseId,
                    e => e.Id,
                    (m, e) => new EnterpriseLine(e.Id, e.Slug, e.Name, e.Place, e.Ink)
                )
                .ToListAsync(ct);
        }
    }
}

/// <summary>One enterprise in a list.</summary>
public sealed record EnterpriseLine(EnterpriseId Id, string Slug, string Name, string Place, string Ink);

/// <summary>Read an enterprise as its board sees it: profile, accounts, classes of shares.</summary>
public sealed record ReadEnterprise(EnterpriseId EnterpriseId)
    : IQuery<EnterpriseAccounts>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/enterprises/{enterpriseId}", Get).WithTags("Enterprises");

    /// <inheritdoc cref="ReadEnterprise"/>
    public static Task<EnterpriseAccounts> Get(EnterpriseId enterpriseId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadEnterprise(enterpriseId), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ReadEnterprise, EnterpriseAccounts>
    {
        public async Task<EnterpriseAccounts> Handle(ReadEnterprise r, CancellationToken ct)
        {
            var e =
                await db
                    .Enterprises.AsNoTracking()
                    .Include(x => x.Board)
                    .SingleOrDefaultAsync(x => x.Id == r.EnterpriseId, ct)
                ?? throw new NotThere("enterprise");
            var classes = await db
                .ShareClasses.AsNoTracking()
                .Where(c => c.EnterpriseId == e.Id)
                .OrderBy(c => c.Code)
                .ToListAsync(ct);
            var board = e
                .Board.OrderBy(m => m.Since)
                .ThenBy(m => m.Name, StringComparer.Ordinal)
                .Select(m => new BoardMemberShown(m.Name, m.Office, m.IsResident, m.Since))
                .ToList();
            return new EnterpriseAccounts(
                EnterpriseShown.Of(e, board),
                e.Iban is { } iban ? Iban.Parse(iban).Masked : null,
                e.PaymentAccount is not null,
                classes.ConvertAll(ClassShown.Of),
                e.Version
            );
        }
    }
}

/// <summary>An enterprise with its accounts.</summary>
/// <param name="Profile">As everyone sees it.</param>
/// <param name="BankAccount">The end of its IBAN; null when none is given.</param>
/// <param name="HasPaymentAccount">Is an account at the payment provider connected?</param>
/// <param name="Classes">Its classes of shares.</param>
/// <param name="Version">Raised with each change.</param>
public sealed record EnterpriseAccounts(
    EnterpriseShown Profile,
    string? BankAccount,
    bool HasPaymentAccount,
    IReadOnlyList<ClassShown> Classes,
    int Version
);

/// <summary>Finds the enterprise of a name in addresses.</summary>
public sealed record FindEnterprise(string Slug) : IQuery<EnterpriseLine>, IAllow<Anyone>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/enterprises/by-name/{slug}", Get).WithTags("Enterprises");

    /// <inheritdoc cref="FindEnterprise"/>
    public static Task<EnterpriseLine> Get(string slug, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new FindEnterprise(slug), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<FindEnterprise, EnterpriseLine>
    {
        public async Task<EnterpriseLine> Handle(FindEnterprise r, CancellationToken ct) =>
            await db
                .Enterprises.Where(e => e.Slug == r.Slug)
                .Select(e => new EnterpriseLine(e.Id, e.Slug, e.Name, e.Place, e.Ink))
                .SingleOrDefaultAsync(ct)
            ?? throw new NotThere("enterprise");
    }
}
