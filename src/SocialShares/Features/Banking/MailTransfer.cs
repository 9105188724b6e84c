using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Community;
using SocialShares.Features.People;
using SocialShares.Http;
using SocialShares.Ports;

namespace SocialShares.Features.Banking;

/// <summary>Sends an applicant a message about their bank transfer, in their language.</summary>
/// <param name="Message">Name of the message: its texts are <c>NAME.subject</c> and <c>NAME.text</c>.</param>
/// <param name="ApplicationId">What it is about.</param>
public sealed record MailTransfer(string Message, ApplicationId ApplicationId)
    : IDelivery,
        IAllow<Machine>,
        IOfApplication
{
    public sealed class Handler(SharesDb db, IMail mail, TransferReading reading, SiteOptions site)
        : IRequestHandler<MailTransfer, Unit>
    {
        public async Task<Unit> Handle(MailTransfer r, CancellationToken ct)
        {
            var a = await (
                from x in db.Applications
                where x.Id == r.ApplicationId
                join o in db.Offers on x.OfferId equals o.Id
                join e in db.Enterprises on o.EnterpriseId equals e.Id
                select new
                {
                    x.Id,
                    x.PersonId,
                    o.Title,
                    o.Currency,
                    Enterprise = e.Name,
                }
            ).SingleAsync(ct);
            if (await db.MailboxOf(a.PersonId, r.ApplicationId, ct) is not { } reader)
                return Unit.Value; // on paper, without a mail address: the board tells them
            var language = reader.Language;
            var t = await reading.Of(a.Id, ct);
            var back = (await reading.BackOf(a.Id, ct)).Sum(o => o.AmountMinor);
            object[] figures =
            [
                reader.Name,
                a.Title,
                a.Enterprise,
                Letters.Amount(t?.AmountMinor ?? 0, a.Currency, language),
                Letters.Amount(t?.ReceivedMinor ?? 0, a.Currency, language),
                Letters.Amount(t?.MissingMinor ?? 0, a.Currency, language),
                t?.AccountName ?? "",
                t is null ? "" : Iban.Parse(t.Iban).Grouped,
                t is not null && CreditorReference.TryParse(t.Reference, out var reference) ? reference.ToString() : "",
                t?.DueOn.ToString("D", Letters.CultureOf(language)) ?? "",
                Letters.Amount(back, a.Currency, language),
                $"{site.Page($"/applications/{a.Id}")}",
            ];
            await mail.Send(Letters.Write(r.Message, reader.Email, reader.Language, figures), ct);
            return Unit.Value;
        }
    }
}
