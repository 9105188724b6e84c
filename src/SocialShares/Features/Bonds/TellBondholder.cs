using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;
using SocialShares.Ports;
using SocialShares.Resources;

namespace SocialShares.Features.Bonds;

/// <summary>Tells a holder by mail, in their language, what was decided or recorded about their bonds.</summary>
/// <param name="Message">Name of the message: its texts are <c>NAME.subject</c> and <c>NAME.text</c>.</param>
/// <param name="MemberId">The holder.</param>
/// <param name="SeriesId">The bonds.</param>
/// <param name="On">The day that it is about.</param>
/// <param name="Units">How many bonds; 0 where all are meant.</param>
/// <param name="RedemptionId">The decision to redeem early that it tells of; null for other messages.</param>
public sealed record TellBondholder(
    string Message,
    MemberId MemberId,
    BondSeriesId SeriesId,
    DateOnly On,
    long Units,
    EarlyRedemptionId? RedemptionId = null
) : IDelivery, IAllow<Machine>, IOfMember
{
    /// <summary>The message that a decision was taken back.</summary>
    public const string Withdrawn = "redemption-withdrawn";

    public sealed class Handler(SharesDb db, IMail mail, SiteOptions site) : IRequestHandler<TellBondholder, Unit>
    {
        public async Task<Unit> Handle(TellBondholder r, CancellationToken ct)
        {
            var decided = await db
                .EarlyRedemptions.AsNoTracking()
                .SingleOrDefaultAsync(x => x.Id == r.RedemptionId, ct);
            // Taken back before anybody was told of it: there is nothing to tell.
            if (decided is { WithdrawnAt: not null } && r.Message != Withdrawn)
                return Unit.Value;
            var holder = await (
                from m in db.Members
                where m.Id == r.MemberId
                join e in db.Enterprises on m.EnterpriseId equals e.Id
                select new { m.PersonId, EnterpriseName = e.Name }
            ).SingleAsync(ct);
            var code = await db.BondSeries.Where(s => s.Id == r.SeriesId).Select(s => s.Code).SingleAsync(ct);
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
            // Nobody signs in yet for a holder who was taken over from an older register.
            if (person is null)
                return Unit.Value;
            var culture = new CultureInfo(person.Language == "nl" ? "nl-NL" : "en-GB");
            object[] figures =
            [
                person.FullName,
                holder.EnterpriseName,
                code,
                r.On.ToString("D", culture),
                r.Units,
                site.Page($"/holdings/{r.MemberId}"),
                decided?.SeedHash ?? "",
            ];
            var subject = string.Format(culture, Text(r.Message + ".subject", culture), figures);
            var text = string.Format(culture, Text(r.Message + ".text", culture), figures);
            await mail.Send(new MailMessage(person.Email!, subject, text), ct);
            return Unit.Value;
        }

        private static string Text(string key, CultureInfo culture) =>
            MailTexts.ResourceManager.GetString(key, culture) ?? throw new InvariantBroken($"no mail text {key}");
    }
}

internal static class Bondholders
{
    /// <summary>Orders a message to everybody who holds bonds of a series now.</summary>
    public static async Task TellAll(
        this Outbox outbox,
        SharesDb db,
        string name,
        EarlyRedemption decided,
        BondPeriod period,
        CancellationToken ct
    )
    {
        var holders = await db
            .RegisterEntries.Where(e => e.BondSeriesId == decided.SeriesId)
            .GroupBy(e => e.MemberId)
            .Where(g => g.Sum(e => e.Units) > 0)
            .Select(g => g.Key)
            .ToListAsync(ct);
        foreach (var holder in holders)
        {
            var message = new TellBondholder(name, holder, decided.SeriesId, period.DueOn, decided.Units, decided.Id);
            if (name == TellBondholder.Withdrawn)
                outbox.Add(message);
            else
                outbox.AddLater(message, EarlyRedemption.ToldAfter);
        }
    }
}
