using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;
using SocialShares.Ports;
using SocialShares.Resources;

namespace SocialShares.Features.Issuing;

/// <summary>Tells the receiver of a gift, at the address of the invitation, that it is over.</summary>
public sealed record TellReceiver(ApplicationId ApplicationId) : IDelivery, IAllow<Machine>, IOfApplication
{
    public sealed class Handler(SharesDb db, IMail mail) : IRequestHandler<TellReceiver, Unit>
    {
        public async Task<Unit> Handle(TellReceiver r, CancellationToken ct)
        {
            var gift = await (
                from g in db.Gifts
                where g.ApplicationId == r.ApplicationId
                join a in db.Applications on g.ApplicationId equals a.Id
                join o in db.Offers on a.OfferId equals o.Id
                join e in db.Enterprises on o.EnterpriseId equals e.Id
                select new
                {
                    g.ReceiverName,
                    g.ReceiverEmail,
                    g.GiverName,
                    o.Title,
                    EnterpriseName = e.Name,
                    a.PersonId,
                }
            ).SingleAsync(ct);
            var giver = gift.PersonId.Value;
            var language = await db.Users.Where(u => u.Id == giver).Select(u => u.Language).SingleOrDefaultAsync(ct);
            var culture = new CultureInfo(language == "nl" ? "nl-NL" : "en-GB");
            object[] figures = [gift.ReceiverName, gift.GiverName, gift.Title, gift.EnterpriseName];
            await mail.Send(
                new MailMessage(
                    gift.ReceiverEmail,
                    string.Format(culture, Text("gift-over.subject", culture), figures),
                    string.Format(culture, Text("gift-over.text", culture), figures)
                ),
                ct
            );
            return Unit.Value;
        }

        private static string Text(string key, CultureInfo culture) =>
            MailTexts.ResourceManager.GetString(key, culture) ?? throw new InvariantBroken($"no mail text {key}");
    }
}
