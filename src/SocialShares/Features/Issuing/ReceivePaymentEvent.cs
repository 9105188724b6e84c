using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Disputes;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Stores an event of the payment provider once. The event is only a hint that something happened: what happened is
/// read from the provider afterwards, so that order, repetition and age of events do not matter.
/// </summary>
/// <param name="Id">The provider's id of the event.</param>
/// <param name="Type">For example <c>checkout.session.completed</c>.</param>
/// <param name="ObjectId">The object that it speaks of.</param>
/// <param name="ApplicationId">Our application, when the event names one.</param>
public sealed record ReceivePaymentEvent(string Id, string Type, string ObjectId, ApplicationId? ApplicationId)
    : ICommand<bool>,
        IAllow<Machine>
{
    public sealed class Handler(SharesDb db, Outbox outbox, TimeProvider clock)
        : IRequestHandler<ReceivePaymentEvent, bool>
    {
        public async Task<bool> Handle(ReceivePaymentEvent r, CancellationToken ct)
        {
            if (await db.ReceivedEvents.AnyAsync(e => e.Id == r.Id, ct))
                return false;
            var now = clock.GetUtcNow().UtcDateTime;
            db.ReceivedEvents.Add(
                new ReceivedEvent
                {
                    Id = r.Id,
                    Type = r.Type,
                    ObjectId = r.ObjectId,
                    ReceivedAt = now,
                    HandledAt = now,
                }
            );
            if (r.Type.StartsWith("checkout.session.", StringComparison.Ordinal) && r.ApplicationId is { } application)
            {
                if (await db.Applications.AnyAsync(a => a.Id == application, ct))
                    outbox.Add(new CheckPayment(application, CloseWhenOverdue: false));
            }
            else if (r.Type.StartsWith("charge.dispute.", StringComparison.Ordinal))
            {
                outbox.Add(new CheckDispute(r.ObjectId));
            }
            else if (r.Type.Contains("refund", StringComparison.Ordinal) && IsRefund(r.ObjectId))
            {
                outbox.Add(new CheckRefund(r.ObjectId));
            }
            return true;
        }

        // Cards are paid back by re_..., other methods by pyr_...; charge.refunded speaks of the charge instead.
        private static bool IsRefund(string id) =>
            id.StartsWith("re_", StringComparison.Ordinal) || id.StartsWith("pyr_", StringComparison.Ordinal);
    }
}
