using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;
using SocialShares.Ports;

namespace SocialShares.Features.Community;

/// <summary>Sends a pledger a message with the link to their pledge; an invitation also with the link to apply.</summary>
/// <param name="PledgeId">Whose; erased meanwhile, nothing is sent.</param>
/// <param name="Message"><c>pledge-confirm</c>, <c>pledge-known</c> or <c>pledge-invitation</c>.</param>
public sealed record MailPledge(PledgeId PledgeId, string Message) : IDelivery, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, IMail mail, MailLinks links, SiteOptions site)
        : IRequestHandler<MailPledge, Unit>
    {
        public async Task<Unit> Handle(MailPledge r, CancellationToken ct)
        {
            var x = await (
                from pledge in db.Pledges
                where pledge.Id == r.PledgeId
                join offer in db.Offers on pledge.OfferId equals offer.Id
                join enterprise in db.Enterprises on offer.EnterpriseId equals enterprise.Id
                select new
                {
                    Pledge = pledge,
                    offer.Title,
                    offer.Slug,
                    offer.Currency,
                    offer.ClosesOn,
                    Enterprise = enterprise.Name,
                }
            ).SingleOrDefaultAsync(ct);
            if (x is null)
                return Unit.Value;
            var (p, language) = (x.Pledge, x.Pledge.Language);
            var code = links.Code(MailLinks.Pledge, p.Id.Value);
            await mail.Send(
                Letters.Write(
                    r.Message,
                    p.Email,
                    language,
                    p.Name,
                    Letters.Amount(p.AmountMinor, x.Currency, language),
                    x.Title,
                    x.Enterprise,
                    site.Page($"/pledge?code={code}"),
                    site.Page($"/apply/{x.Slug}?amount={InAddress(p.AmountMinor)}"),
                    x.ClosesOn is { } last ? Letters.Part("pledge-until", language, last) : ""
                ),
                ct
            );
            return Unit.Value;
        }

        // Without a separator of thousands, so that pages of either language read it alike.
        private static string InAddress(long minor) =>
            minor % 100 == 0
                ? (minor / 100).ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{minor / 100}.{minor % 100:00}");
    }
}
