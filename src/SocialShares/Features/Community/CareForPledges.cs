using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Community;

/// <summary>
/// Invites those who pledged for an offer that has opened, once; closes rounds whose offer opened or was withdrawn. Sent by a
/// job.
/// </summary>
public sealed record InvitePledgers : ICommand<PledgersInvited>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, Outbox outbox, TimeProvider clock)
        : IRequestHandler<InvitePledgers, PledgersInvited>
    {
        public async Task<PledgersInvited> Handle(InvitePledgers request, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var due = await db
                .PledgeRounds.Where(r => r.ClosedAt == null || r.InvitedAt == null && r.ErasedAt == null)
                .Join(db.Offers, r => r.OfferId, o => o.Id, (Round, o) => new { Round, o.State })
                .Where(x =>
                    x.State != OfferState.Draft && x.State != OfferState.InReview && x.State != OfferState.Approved
                )
                .ToListAsync(ct);
            var (closed, invited) = (0, 0L);
            foreach (var (round, state) in due.Select(x => (x.Round, x.State)))
            {
                if (round.IsOpen)
                {
                    var (count, sum) = await db.PledgedFor(round.OfferId, ct);
                    round.Close(count, sum, now);
                    closed++;
                }
                if (state == OfferState.Open && round.InvitedAt is null)
                    invited += await Invite(round, now, ct);
            }
            return new PledgersInvited(closed, invited);
        }

        private async Task<long> Invite(PledgeRound round, DateTime now, CancellationToken ct)
        {
            var pledges = await db
                .Pledges.Where(p => p.OfferId == round.OfferId && p.ConfirmedAt != null)
                .OrderBy(p => p.ConfirmedAt)
                .Select(p => p.Id)
                .ToListAsync(ct);
            round.Invited(now);
            return await outbox.AddMany(
                pledges.Select(p => new MailPledge(p, "pledge-invitation")),
                PublishUpdate.MailsASecond,
                ct
            );
        }
    }
}

/// <summary>Rounds that were closed and people who were invited.</summary>
public sealed record PledgersInvited(int Closed, long Invited);

/// <summary>
/// Erases pledges whose time has come: all of a round some time after it closed, and those that nobody confirmed. Sent by a
/// job.
/// </summary>
public sealed record ErasePledges : ICommand<int>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<ErasePledges, int>
    {
        public async Task<int> Handle(ErasePledges request, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var closedBefore = now.AddDays(-PledgeRound.KeptDays);
            var over = await db
                .PledgeRounds.Where(r => r.ErasedAt == null && r.ClosedAt != null && r.ClosedAt <= closedBefore)
                .ToListAsync(ct);
            var erased = 0;
            foreach (var round in over)
            {
                erased += await db.Pledges.Where(p => p.OfferId == round.OfferId).ExecuteDeleteAsync(ct);
                round.Erased(now);
            }
            var madeBefore = now.AddDays(-Pledge.DaysToConfirm);
            return erased
                + await db.Pledges.Where(p => p.ConfirmedAt == null && p.MadeAt <= madeBefore).ExecuteDeleteAsync(ct);
        }
    }
}
