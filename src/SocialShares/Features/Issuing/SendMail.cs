using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.People;
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
            var a = await Read(r.ApplicationId, ct);
            // What is in the register concerns its holder: of a gift the receiver, who does not see the application.
            var to = r.Message is "shares-issued" or "bonds-issued" ? a.HolderPersonId ?? a.PersonId : a.PersonId;
            if (await db.MailboxOf(to, r.ApplicationId, ct) is not { } reader)
                return Unit.Value; // on paper, without a mail address: the board tells them
            // It says the same as the mail with the address of the payment page.
            if (!reader.SignsIn && r.Message == "queue-admitted")
                return Unit.Value;
            var culture = new CultureInfo(reader.Language == "nl" ? "nl-NL" : "en-GB");
            object[] figures =
            [
                reader.Name,
                Amount(a.AmountMinor, a.Currency, culture),
                a.Title,
                a.EnterpriseName,
                a.ReflectionEndsOn?.ToString("D", culture) ?? "",
                PageOf(a, to, reader, culture),
                Amount(a.AllottedMinor, a.Currency, culture),
                Amount(a.RefundMinor, a.Currency, culture),
                a.ClosesOn?.ToString("D", culture) ?? "",
                a.CancelUntil?.ToString("D", culture) ?? "",
                a.RejectionReason ?? "",
                a.CheckoutUrl ?? "",
                PayBefore(a.HeldUntil, a.TimeZone, culture),
            ];
            var subject = string.Format(culture, Text(r.Message + ".subject", culture), figures);
            var text = string.Format(culture, Text(r.Message + ".text", culture), figures);
            await mail.Send(new MailMessage(reader.Email, subject, text), ct);
            return Unit.Value;
        }

        private async Task<Concerned> Read(ApplicationId id, CancellationToken ct) =>
            await (
                from a in db.Applications
                where a.Id == id
                join o in db.Offers on a.OfferId equals o.Id
                join e in db.Enterprises on o.EnterpriseId equals e.Id
                select new Concerned
                {
                    Id = a.Id,
                    PersonId = a.PersonId,
                    HolderPersonId = a.HolderPersonId,
                    AmountMinor = a.AmountMinor,
                    ReflectionEndsOn = a.ReflectionEndsOn,
                    CancelUntil = a.CancelUntil,
                    RejectionReason = a.RejectionReason,
                    CheckoutUrl = a.CheckoutUrl,
                    HeldUntil = a.HeldUntil,
                    AllottedMinor = a.AllottedUnits * o.ParValueMinor,
                    RefundMinor = db.Refunds.Where(f => f.ApplicationId == a.Id).Sum(f => (long?)f.AmountMinor) ?? 0,
                    ClosesOn = o.ClosesOn,
                    Currency = o.Currency,
                    Title = o.Title,
                    Slug = o.Slug,
                    TimeZone = o.TimeZone,
                    EnterpriseName = e.Name,
                }
            ).SingleAsync(ct);

        // Whoever has no account is told how to change or cancel what they signed on paper.
        private string PageOf(Concerned a, PersonId to, Mailbox reader, CultureInfo culture) =>
            !reader.SignsIn
                ? string.Format(culture, Text("paper-page", culture), site.Page($"/offers/{a.Slug}"), a.EnterpriseName)
            : to == a.PersonId ? $"{site.Page($"/applications/{a.Id}")}"
            : $"{site.Page("/portfolio")}";

        // The payment page closes a little before the units are given up.
        private static string PayBefore(DateTime? heldUntil, string zone, CultureInfo culture) =>
            heldUntil is { } until
                ? TimeZoneInfo
                    .ConvertTimeFromUtc(until.AddMinutes(-10), TimeZoneInfo.FindSystemTimeZoneById(zone))
                    .ToString("f", culture)
                : "";

        private static string Text(string key, CultureInfo culture) =>
            MailTexts.ResourceManager.GetString(key, culture) ?? throw new InvariantBroken($"no mail text {key}");

        private static string Amount(long minor, Currency currency, CultureInfo culture) =>
            $"{(currency == Currency.Eur ? "€" : "£")}{(minor / 100m).ToString("N2", culture)}";
    }

    private sealed class Concerned
    {
        public required ApplicationId Id { get; init; }
        public required PersonId PersonId { get; init; }
        public required PersonId? HolderPersonId { get; init; }
        public required long AmountMinor { get; init; }
        public required DateOnly? ReflectionEndsOn { get; init; }
        public required DateOnly? CancelUntil { get; init; }
        public required string? RejectionReason { get; init; }
        public required string? CheckoutUrl { get; init; }
        public required DateTime? HeldUntil { get; init; }
        public required long AllottedMinor { get; init; }
        public required long RefundMinor { get; init; }
        public required DateOnly? ClosesOn { get; init; }
        public required Currency Currency { get; init; }
        public required string Title { get; init; }
        public required string Slug { get; init; }
        public required string TimeZone { get; init; }
        public required string EnterpriseName { get; init; }
    }
}
