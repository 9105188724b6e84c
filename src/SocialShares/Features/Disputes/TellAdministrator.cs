using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Community;
using SocialShares.Http;
using SocialShares.Ports;

namespace SocialShares.Features.Disputes;

/// <summary>Tells an administrator by mail, in their language, that a payer's bank awaits the platform's answer.</summary>
/// <param name="PersonId">The administrator.</param>
/// <param name="DisputeId">What it is about.</param>
public sealed record TellAdministrator(PersonId PersonId, DisputeId DisputeId) : IDelivery, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, IMail mail, SiteOptions site) : IRequestHandler<TellAdministrator, Unit>
    {
        public async Task<Unit> Handle(TellAdministrator r, CancellationToken ct)
        {
            var reader = await db.ReaderOf(r.PersonId, ct);
            var dispute = await (
                from d in db.Disputes
                where d.Id == r.DisputeId
                join a in db.Applications on d.ApplicationId equals a.Id
                join o in db.Offers on d.OfferId equals o.Id
                select new
                {
                    d.AmountMinor,
                    d.Currency,
                    d.AnswerBy,
                    a.Name,
                    o.Title,
                }
            ).SingleAsync(ct);
            object[] figures =
            [
                reader.Name,
                Letters.Amount(dispute.AmountMinor, dispute.Currency, reader.Language),
                dispute.Name,
                dispute.Title,
                dispute.AnswerBy?.ToString("D", Letters.CultureOf(reader.Language)) ?? "",
                site.Page($"/admin/disputes/{r.DisputeId}"),
            ];
            await mail.Send(Letters.Write("dispute-opened", reader.Email, reader.Language, figures), ct);
            return Unit.Value;
        }
    }
}
