using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Holdings;

/// <summary>List the holders who died and to whom money is due that cannot be paid yet, with the account that was named for it.</summary>
public sealed record ListEstates : IQuery<IReadOnlyList<EstateRow>>, IAllow<Administrator>
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/deaths/unpaid", Get).WithTags("Register");

    /// <inheritdoc cref="ListEstates"/>
    public static Task<IReadOnlyList<EstateRow>> Get(IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListEstates(), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ListEstates, IReadOnlyList<EstateRow>>
    {
        public async Task<IReadOnlyList<EstateRow>> Handle(ListEstates r, CancellationToken ct)
        {
            var due = await db
                .PayoutLines.Where(l => l.State == PayoutLineState.NeedsAttention && l.Problem == PayoutLine.HolderDied)
                .GroupBy(l => l.MemberId)
                .Select(g => new { g.Key, Minor = g.Sum(l => l.NetMinor + l.CarriedInMinor) })
                .Take(Most)
                .ToDictionaryAsync(g => g.Key, g => g.Minor, ct);
            var ids = due.Keys.ToList();
            var deaths = await db
                .HolderDeaths.AsNoTracking()
                .Where(d => ids.Contains(d.MemberId) && d.State == HolderDeathState.Confirmed)
                .OrderBy(d => d.DecidedAt)
                .ToListAsync(ct);
            var holders = await (
                from m in db.Members
                where ids.Contains(m.Id)
                join e in db.Enterprises on m.EnterpriseId equals e.Id
                select new
                {
                    m.Id,
                    m.Number,
                    m.Name,
                    EnterpriseName = e.Name,
                    e.Currency,
                }
            ).ToDictionaryAsync(m => m.Id, ct);
            return deaths.ConvertAll(d =>
            {
                var of = holders[d.MemberId];
                return new EstateRow(
                    d.Id,
                    of.EnterpriseName,
                    of.Number,
                    of.Name,
                    new Money(due[d.MemberId], of.Currency),
                    d.Payee is { } p
                        ? new PayeeRow(p.Name, p.Iban, p.Evidence, p.NamedBy, p.NamedByName, p.ConfirmedByName)
                        : null
                );
            });
        }
    }
}

/// <summary>A holder who died and to whom money is due.</summary>
/// <param name="DeathId">The record of the death.</param>
/// <param name="EnterpriseName">Who owes it.</param>
/// <param name="Number">The holder's number in the register.</param>
/// <param name="Name">The holder.</param>
/// <param name="Due">What is due.</param>
/// <param name="Payee">The account that was named; null: none.</param>
public sealed record EstateRow(
    HolderDeathId DeathId,
    string EnterpriseName,
    int Number,
    string Name,
    Money Due,
    PayeeRow? Payee
);

/// <summary>The account that was named for an estate.</summary>
/// <param name="Name">Who settles the estate.</param>
/// <param name="Iban">The account.</param>
/// <param name="Evidence">What was seen.</param>
/// <param name="NamedBy">The administrator who named it, who does not confirm it.</param>
/// <param name="NamedByName">Name as shown.</param>
/// <param name="ConfirmedByName">The other administrator; null before.</param>
public sealed record PayeeRow(
    string Name,
    string Iban,
    string Evidence,
    PersonId NamedBy,
    string NamedByName,
    string? ConfirmedByName
);
