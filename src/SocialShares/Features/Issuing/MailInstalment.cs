using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Community;
using SocialShares.Features.Holdings;
using SocialShares.Features.People;
using SocialShares.Http;
using SocialShares.Ports;

namespace SocialShares.Features.Issuing;

/// <summary>Sends whoever pays in parts the message of a name, in their language.</summary>
/// <param name="Message">Name of the message: its texts are <c>NAME.subject</c> and <c>NAME.text</c>.</param>
/// <param name="ApplicationId">The application that is the first part.</param>
/// <param name="PaidMinor">What was paid just now, minor units; 0 for other messages.</param>
public sealed record MailInstalment(string Message, ApplicationId ApplicationId, long PaidMinor = 0)
    : IDelivery,
        IAllow<Machine>,
        IOfApplication
{
    public sealed class Handler(SharesDb db, IMail mail, SiteOptions site) : IRequestHandler<MailInstalment, Unit>
    {
        public async Task<Unit> Handle(MailInstalment r, CancellationToken ct)
        {
            var x = await (
                from a in db.Applications
                where a.Id == r.ApplicationId
                join p in db.InstalmentPlans on a.Id equals p.Id
                join o in db.Offers on a.OfferId equals o.Id
                join e in db.Enterprises on o.EnterpriseId equals e.Id
                select new
                {
                    Application = a,
                    Plan = p,
                    Offer = o,
                    EnterpriseName = e.Name,
                }
            )
                .AsNoTracking()
                .SingleAsync(ct);
            if (await db.MailboxOf(x.Application.PersonId, r.ApplicationId, ct) is not { } reader)
                return Unit.Value;
            var culture = MailWords.Culture(reader.Language);
            var left = x.Application.PromisedUnits;
            string Amount(long units) =>
                Letters.Amount(units * x.Offer.ParValueMinor, x.Offer.Currency, reader.Language);
            object[] figures =
            [
                reader.Name,
                x.Offer.Title,
                x.EnterpriseName,
                Amount(Math.Min(x.Plan.PartUnits, left)),
                x.Plan.DueOn?.ToString("D", culture) ?? "",
                x.Plan.DueOn?.AddDays(x.Offer.InstalmentGraceDays).ToString("D", culture) ?? "",
                Amount(x.Plan.PaidUnits),
                Amount(left),
                Letters.Amount(r.PaidMinor, x.Offer.Currency, reader.Language),
                site.Page($"/applications/{r.ApplicationId}"),
            ];
            await mail.Send(MailWords.Write(reader.Email, r.Message, culture, figures), ct);
            return Unit.Value;
        }
    }
}
