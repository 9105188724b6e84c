using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;
using SocialShares.Ports;
using SocialShares.Resources;

namespace SocialShares.Features.Issuing;

/// <summary>Sends a person the message of a name about their application, in their language.</summary>
/// <param name="Message">Name of the message: its texts are <c>NAME.subject</c> and <c>NAME.text</c>.</param>
/// <param name="ApplicationId">What it is about.</param>
public sealed record SendMail(string Message, ApplicationId ApplicationId) : IDelivery, IAllow<Machine>, IOfApplication
{
    public static SendMail About(string message, ApplicationId application) => new(message, application);

    public sealed class Handler(SharesDb db, IMail mail, SiteOptions site) : IRequestHandler<SendMail, Unit>
    {
        public async Task<Unit> Handle(SendMail r, CancellationToken ct)
        {
            var a = await db
                .Applications.Where(x => x.Id == r.ApplicationId)
                .Join(db.Offers, x => x.OfferId, o => o.Id, (x, o) => new { x, o })
                .Join(
                    db.Enterprises,
                    x => x.o.EnterpriseId,
                    e => e.Id,
                    (x, e) =>
                        new
                        {
                            x.x.PersonId,
                            x.x.HolderPersonId,
                            x.x.AmountMinor,
                            x.x.ReflectionEndsOn,
                            x.x.CancelUntil,
                            x.o.ClosesOn,
                            AllottedMinor = x.x.AllottedUnits * x.o.ParValueMinor,
                            RefundMinor = db.Refunds.Where(f => f.ApplicationId == x.x.Id)
                                .Sum(f => (long?)f.AmountMinor)
                                ?? 0,
                            x.x.RejectionReason,
                            x.o.Currency,
                            x.o.Title,
                            EnterpriseName = e.Name,
                        }
                )
                .SingleAsync(ct);
            // What is in the register concerns its holder: of a gift the receiver, who does not see the application.
            var to = r.Message is "shares-issued" or "bonds-issued" ? a.HolderPersonId ?? a.PersonId : a.PersonId;
            var page = to == a.PersonId ? $"/applications/{r.ApplicationId}" : "/portfolio";
            var personId = to.Value;
            var person = await db
                .Users.Where(u => u.Id == personId)
                .Select(u => new
                {
                    u.Email,
                    u.FullName,
                    u.Language,
                })
                .SingleAsync(ct);
            var culture = new CultureInfo(person.Language == "nl" ? "nl-NL" : "en-GB");
            object[] figures =
            [
                person.FullName,
                Amount(a.AmountMinor, a.Currency, culture),
                a.Title,
                a.EnterpriseName,
                a.ReflectionEndsOn?.ToString("D", culture) ?? "",
                site.Page(page),
                Amount(a.AllottedMinor, a.Currency, culture),
                Amount(a.RefundMinor, a.Currency, culture),
                a.ClosesOn?.ToString("D", culture) ?? "",
                a.CancelUntil?.ToString("D", culture) ?? "",
                a.RejectionReason ?? "",
            ];
            var subject = string.Format(culture, Text(r.Message + ".subject", culture), figures);
            var text = string.Format(culture, Text(r.Message + ".text", culture), figures);
            await mail.Send(new MailMessage(person.Email!, subject, text), ct);
            return Unit.Value;
        }

        private static string Text(string key, CultureInfo culture) =>
            MailTexts.ResourceManager.GetString(key, culture) ?? throw new InvariantBroken($"no mail text {key}");

        private static string Amount(long minor, Currency currency, CultureInfo culture) =>
            $"{(currency == Currency.Eur ? "€" : "£")}{(minor / 100m).ToString("N2", culture)}";
    }
}
