using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;
using SocialShares.Ports;
using SocialShares.Resources;

namespace SocialShares.Features.Holdings;

/// <summary>Tells a holder by mail, in their language, what was asked, decided or recorded about what they hold.</summary>
/// <param name="Message">Name of the message: its texts are <c>NAME.subject</c> and <c>NAME.text</c>.</param>
/// <param name="MemberId">The holder.</param>
/// <param name="Code">The class of shares or the series of bonds.</param>
/// <param name="Units">How many; 0 where it is about all.</param>
/// <param name="On">The day that it is about; null: none.</param>
/// <param name="Note">A reason that a person gave, or a figure; may be empty.</param>
public sealed record TellHolder(
    string Message,
    MemberId MemberId,
    string Code,
    long Units = 0,
    DateOnly? On = null,
    string Note = ""
) : IDelivery, IAllow<Machine>, IOfMember
{
    public sealed class Handler(SharesDb db, IMail mail, SiteOptions site) : IRequestHandler<TellHolder, Unit>
    {
        public async Task<Unit> Handle(TellHolder r, CancellationToken ct)
        {
            var holder = await (
                from m in db.Members
                where m.Id == r.MemberId
                join e in db.Enterprises on m.EnterpriseId equals e.Id
                select new { m.PersonId, EnterpriseName = e.Name }
            ).SingleAsync(ct);
            var id = holder.PersonId.Value;
            var person = await db
                .Users.Where(u => u.Id == id)
                .Select(u => new
                {
                    u.Email,
                    u.FullName,
                    u.Language,
                })
                .SingleOrDefaultAsync(ct);
            if (person is null)
                return Unit.Value; // somebody from an old register who has never signed in
            var culture = MailWords.Culture(person.Language);
            object[] figures =
            [
                person.FullName,
                holder.EnterpriseName,
                r.Code,
                r.On?.ToString("D", culture) ?? "",
                r.Units,
                site.Page($"/holdings/{r.MemberId}"),
                r.Note,
            ];
            await mail.Send(MailWords.Write(person.Email!, r.Message, culture, figures), ct);
            return Unit.Value;
        }
    }
}

/// <summary>Asks the receiver of a transfer, by mail, whether they accept it; with the code that only that mailbox has.</summary>
public sealed record InviteReceiver(TransferId TransferId) : IDelivery, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, IMail mail, SiteOptions site) : IRequestHandler<InviteReceiver, Unit>
    {
        public async Task<Unit> Handle(InviteReceiver r, CancellationToken ct)
        {
            var transfer = await db.Transfers.AsNoTracking().SingleAsync(t => t.Id == r.TransferId, ct);
            if (transfer.State != TransferState.Asked)
                return Unit.Value; // taken back, or answered, before the mail went out
            var from = await (
                from m in db.Members
                where m.Id == transfer.FromMemberId
                join e in db.Enterprises on m.EnterpriseId equals e.Id
                select new { m.Name, EnterpriseName = e.Name }
            ).SingleAsync(ct);
            var address = transfer.ToEmail.ToUpperInvariant();
            var known = await db
                .Users.Where(u => u.NormalizedEmail == address)
                .Select(u => new { u.FullName, u.Language })
                .SingleOrDefaultAsync(ct);
            var culture = MailWords.Culture(known?.Language ?? "en");
            object[] figures =
            [
                known?.FullName ?? transfer.ToEmail,
                from.EnterpriseName,
                await db.CodeOf(transfer, ct),
                from.Name,
                transfer.Units,
                site.Page($"/transfers/{transfer.Id}?code={transfer.Code}"),
            ];
            var message = transfer.ShareClassId is null ? "transfer-offered-bonds" : "transfer-offered-shares";
            await mail.Send(MailWords.Write(transfer.ToEmail, message, culture, figures), ct);
            return Unit.Value;
        }
    }
}

/// <summary>Mail in a reader's language.</summary>
internal static class MailWords
{
    public static CultureInfo Culture(string language) => new(language == "nl" ? "nl-NL" : "en-GB");

    public static MailMessage Write(string to, string message, CultureInfo culture, object[] figures) =>
        new(
            to,
            string.Format(culture, Text(message + ".subject", culture), figures),
            string.Format(culture, Text(message + ".text", culture), figures)
        );

    private static string Text(string key, CultureInfo culture) =>
        MailTexts.ResourceManager.GetString(key, culture) ?? throw new InvariantBroken($"no mail text {key}");
}

internal static class SecurityCodes
{
    /// <summary>Short name of the class or series that passes.</summary>
    public static Task<string> CodeOf(this SharesDb db, Transfer t, CancellationToken ct) =>
        t.ShareClassId is { } shareClass
            ? db.ShareClasses.Where(c => c.Id == shareClass).Select(c => c.Code).SingleAsync(ct)
            : db.BondSeries.Where(s => s.Id == t.BondSeriesId).Select(s => s.Code).SingleAsync(ct);
}
