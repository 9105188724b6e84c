using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;
using SocialShares.Ports;
using SocialShares.Resources;

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
            var person = await db.Users.AsNoTracking().SingleAsync(u => u.Id == r.PersonId.Value, ct);
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
            var culture = new CultureInfo(person.Language == "nl" ? "nl-NL" : "en-GB");
            object[] figures =
            [
                person.FullName,
                $"{(dispute.Currency == Currency.Eur ? "€" : "£")}{(dispute.AmountMinor / 100m).ToString("N2", culture)}",
                dispute.Name,
                dispute.Title,
                dispute.AnswerBy?.ToString("D", culture) ?? "",
                site.Page($"/admin/disputes/{r.DisputeId}"),
            ];
            var subject = string.Format(culture, Text("dispute-opened.subject", culture), figures);
            var text = string.Format(culture, Text("dispute-opened.text", culture), figures);
            await mail.Send(new MailMessage(person.Email!, subject, text), ct);
            return Unit.Value;
        }

        private static string Text(string key, CultureInfo culture) =>
            MailTexts.ResourceManager.GetString(key, culture) ?? throw new InvariantBroken($"no mail text {key}");
    }
}
