using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Bonds;
using SocialShares.Http;

namespace SocialShares.Features.Register;

/// <summary>See what I hold in each enterprise, shares and bonds, what I paid in and what interest I had so far.</summary>
public sealed record ReadPortfolio : IQuery<IReadOnlyList<HoldingCard>>, IAllow<SignedIn>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/portfolio", Get).WithTags("Portfolio");

    /// <inheritdoc cref="ReadPortfolio"/>
    public static Task<IReadOnlyList<HoldingCard>> Get(IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadPortfolio(), ct);

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock)
        : IRequestHandler<ReadPortfolio, IReadOnlyList<HoldingCard>>
    {
        public async Task<IReadOnlyList<HoldingCard>> Handle(ReadPortfolio r, CancellationToken ct)
        {
            var me = caller.Person;
            var cards = await HoldingCards.Of(db, db.Members.Where(m => m.PersonId == me)).ToListAsync(ct);
            var now = clock.GetUtcNow().UtcDateTime;
            return [.. await HoldingCards.WithBonds(db, cards, now, ct)];
        }
    }
}

/// <summary>Reads holdings with their enterprise.</summary>
internal static class HoldingCards
{
    public static IQueryable<HoldingCard> Of(SharesDb db, IQueryable<Member> members) =>
        from m in members.AsNoTracking()
        join e in db.Enterprises on m.EnterpriseId equals e.Id
        orderby e.Name, m.Number
        select new HoldingCard(
            m.Id,
            m.Number,
            m.Name,
            e.Id,
            e.Name,
            e.Slug,
            e.Place,
            e.Ink,
            e.Drawing,
            e.Currency,
            m.AdmittedOn,
            m.CeasedOn,
            db.RegisterEntries.Where(x => x.MemberId == m.Id && x.ShareClassId != null).Sum(x => x.Units),
            db.RegisterEntries.Where(x => x.MemberId == m.Id && x.ShareClassId != null)
                .Sum(x => x.Units * x.PriceMinor),
            // Interest of runs that pay, whether it went to the bank or was left in.
            db.PayoutLines.Where(l =>
                    l.MemberId == m.Id
                    && l.PaidAt != null
                    && db.PayoutRuns.Any(r => r.Id == l.RunId && r.BondSeriesId == null)
                )
                .Sum(l => l.NetMinor - l.PrincipalMinor),
            m.Destination,
            m.Iban == null ? null : m.Iban.Substring(m.Iban.Length - 4),
            db.RegisterEntries.Any(x =>
                x.MemberId == m.Id && db.ShareClasses.Any(c => c.Id == x.ShareClassId && c.HolderMayReinvest)
            ),
            NoBonds,
            m.Kind,
            m.BornOn,
            m.Party
        );

    /// <summary>The same holdings with their bonds.</summary>
    public static async Task<IReadOnlyList<HoldingCard>> WithBonds(
        SharesDb db,
        IReadOnlyList<HoldingCard> cards,
        DateTime now,
        CancellationToken ct
    )
    {
        var bonds = await BondHoldings.Of(db, [.. cards.Select(c => c.MemberId)], ct);
        var enterprises = cards.Select(c => c.EnterpriseId).Distinct().ToList();
        var days = await db
            .Enterprises.Where(e => enterprises.Contains(e.Id))
            .ToDictionaryAsync(e => e.Id, e => LegalDay.Of(now, e.TimeZone), ct);
        return [.. cards.Select(c => c with { Bonds = bonds.For(c.MemberId, days[c.EnterpriseId]) })];
    }

    private static readonly IReadOnlyList<BondHeld> NoBonds = [];
}

/// <summary>What one holder has in one enterprise; amounts in minor units.</summary>
/// <param name="MemberId">Its id in the API.</param>
/// <param name="Number">The holder's number in the register.</param>
/// <param name="Name">The holder's name in the register.</param>
/// <param name="EnterpriseId">The enterprise.</param>
/// <param name="EnterpriseName">Its name.</param>
/// <param name="EnterpriseSlug">Its name in addresses.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Ink">Name of its ink.</param>
/// <param name="Drawing">Name of its drawing.</param>
/// <param name="Currency">Currency of the amounts.</param>
/// <param name="AdmittedOn">First day of membership; null for somebody who holds bonds only.</param>
/// <param name="CeasedOn">Day on which it ended; null while a member.</param>
/// <param name="Units">Shares held now.</param>
/// <param name="PaidMinor">What was paid on them, interest left in included.</param>
/// <param name="InterestMinor">Share interest after tax so far, paid out or left in.</param>
/// <param name="Destination">Where payouts go.</param>
/// <param name="IbanLastFour">Last four characters of the account; null when none was given.</param>
/// <param name="MayReinvest">May interest be left in as new shares?</param>
/// <param name="Bonds">Series in which bonds are or were held.</param>
/// <param name="Kind">Person, minor, joint or organisation.</param>
/// <param name="BornOn">Of a minor: date of birth.</param>
/// <param name="Party">Guardian, other joint holders or representative; null for a person alone.</param>
public sealed record HoldingCard(
    MemberId MemberId,
    int Number,
    string Name,
    EnterpriseId EnterpriseId,
    string EnterpriseName,
    string EnterpriseSlug,
    string Place,
    string Ink,
    string Drawing,
    Currency Currency,
    DateOnly? AdmittedOn,
    DateOnly? CeasedOn,
    long Units,
    long PaidMinor,
    long InterestMinor,
    PayoutDestination Destination,
    string? IbanLastFour,
    bool MayReinvest,
    IReadOnlyList<BondHeld> Bonds,
    HolderKind Kind = HolderKind.Person,
    DateOnly? BornOn = null,
    HolderParty? Party = null
);
