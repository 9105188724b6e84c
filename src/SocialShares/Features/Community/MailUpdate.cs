using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.People;
using SocialShares.Http;
using SocialShares.Ports;

namespace SocialShares.Features.Community;

/// <summary>Sends an update to one of its readers.</summary>
public sealed record MailUpdate(UpdateId UpdateId, PersonId PersonId) : IDelivery, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, IMail mail, MailLinks links, SiteOptions site)
        : IRequestHandler<MailUpdate, Unit>
    {
        public async Task<Unit> Handle(MailUpdate r, CancellationToken ct)
        {
            var u = await (
                from update in db.OfferUpdates
                where update.Id == r.UpdateId
                join offer in db.Offers on update.OfferId equals offer.Id
                join enterprise in db.Enterprises on update.EnterpriseId equals enterprise.Id
                select new
                {
                    update.EnterpriseId,
                    update.Title,
                    update.Text,
                    update.IsLegal,
                    update.WrittenByName,
                    Offer = offer.Title,
                    offer.Slug,
                    Enterprise = enterprise.Name,
                }
            ).SingleAsync(ct);
            // They may have stopped the updates since this mail was ordered.
            if (
                !u.IsLegal
                && await db.UpdateOptOuts.AnyAsync(
                    s => s.EnterpriseId == u.EnterpriseId && s.PersonId == r.PersonId,
                    ct
                )
            )
                return Unit.Value;
            // Whoever stands in an imported register, or applied on paper without an address, gets no mail.
            if (await db.MailboxOf(r.PersonId, null, ct) is not { } reader)
                return Unit.Value;
            var code = links.Code(MailLinks.StopUpdates, u.EnterpriseId.Value, r.PersonId.Value);
            await mail.Send(
                Letters.Write(
                    u.IsLegal ? "update-legal" : "update",
                    reader.Email,
                    reader.Language,
                    reader.Name,
                    u.Enterprise,
                    u.Offer,
                    u.Title,
                    u.Text,
                    u.WrittenByName,
                    site.Page($"/offers/{u.Slug}#updates"),
                    site.Page($"/stop-updates?code={code}")
                ),
                ct
            );
            return Unit.Value;
        }
    }
}
