using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Adapters.RuleFiles;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Holdings;

/// <summary>
/// See what I can do with what I hold in one enterprise: pass shares on, ask money back, name who receives on my death; and
/// what I have asked for already.
/// </summary>
public sealed record ReadHoldingChoices(MemberId MemberId) : IQuery<HoldingChoices>, IAllow<Owner>, IOfMember
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/holdings/{memberId}/choices", Get).WithTags("Portfolio");

    /// <inheritdoc cref="ReadHoldingChoices"/>
    public static Task<HoldingChoices> Get(MemberId memberId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadHoldingChoices(memberId), ct);

    public sealed class Handler(SharesDb db, RulePacks packs, TimeProvider clock)
        : IRequestHandler<ReadHoldingChoices, HoldingChoices>
    {
        public async Task<HoldingChoices> Handle(ReadHoldingChoices r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var member = await db.Members.AsNoTracking().SingleAsync(m => m.Id == r.MemberId, ct);
            var enterprise = await db.Enterprises.AsNoTracking().SingleAsync(e => e.Id == member.EnterpriseId, ct);
            var today = LegalDay.Of(now, enterprise.TimeZone);
            var classes = await db
                .ShareClasses.AsNoTracking()
                .Where(c => db.RegisterEntries.Any(e => e.MemberId == member.Id && e.ShareClassId == c.Id))
                .OrderBy(c => c.Code)
                .ToListAsync(ct);
            var shares = new List<SharesHeld>();
            foreach (var c in classes)
                shares.Add(await Held(c, member.Id, today, ct));
            var nominee = await db
                .Nominations.AsNoTracking()
                .Where(n => n.MemberId == member.Id && n.EndedAt == null)
                .SingleOrDefaultAsync(ct);
            return new HoldingChoices(
                shares,
                await TransferRows
                    .Of(db, db.Transfers.Where(t => t.FromMemberId == member.Id))
                    .OrderByDescending(t => t.AskedAt)
                    .Take(50)
                    .ToListAsync(ct),
                await Asked(member.Id, ct),
                new NominationStanding(
                    nominee?.Nominee,
                    nominee?.MadeAt,
                    member.Kind == HolderKind.Person ? packs.NominationMinor(enterprise.Country, today) : null
                ),
                member.DiedOn
            );
        }

        private async Task<SharesHeld> Held(ShareClass c, MemberId member, DateOnly today, CancellationToken ct)
        {
            var lots = await db.LotsOf(c.Id, member, ct);
            var held = await db.Held(c.Id, member, today, ct);
            var notFree = await db.SpokenFor(c.Id, member, null, ct) + held.Units;
            var free = Lots.After(lots, Math.Min(notFree, lots.Sum(l => l.Units)));
            var possible = Withdrawal.PossibleFrom(c.Holding, today);
            var unlocked = Withdrawal.UnlockedBy(c.Holding, free, possible);
            var suspension = await db.SuspensionOf(c.Id, ct);
            var all = free.Sum(l => l.Units);
            return new SharesHeld(
                c.Id,
                c.Code,
                c.ParValueMinor,
                c.Currency,
                c.Holding,
                lots.Sum(l => l.Units),
                all,
                unlocked,
                possible,
                unlocked < all ? Withdrawal.NextUnlock(c.Holding, free, possible) : null,
                suspension?.From,
                suspension?.Reason
            )
            {
                HeldUnits = held.Units,
                HeldThrough = held.Through,
            };
        }

        private Task<List<WithdrawalAsked>> Asked(MemberId member, CancellationToken ct) =>
            (
                from w in db.Withdrawals.AsNoTracking()
                where w.MemberId == member
                join c in db.ShareClasses on w.ShareClassId equals c.Id
                orderby w.AskedAt descending
                select new WithdrawalAsked(
                    w.Id,
                    c.Code,
                    w.Units,
                    w.State,
                    w.AskedOn,
                    w.PossibleOn,
                    // How many stand before it, for a person who waits.
                    w.State == WithdrawalState.Asked
                        ? db.Withdrawals.Count(o =>
                            o.ShareClassId == w.ShareClassId
                            && o.State == WithdrawalState.Asked
                            && o.AskedAt < w.AskedAt
                        )
                        : 0,
                    w.DeclinedReason,
                    w.PaidOn
                )
            )
                .Take(50)
                .ToListAsync(ct);
    }
}
