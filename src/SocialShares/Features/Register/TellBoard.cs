using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;
using SocialShares.Ports;
using SocialShares.Resources;

namespace SocialShares.Features.Register;

/// <summary>Tells every board member by mail, in their language, what a holder changed or asks, or what one of them did.</summary>
/// <param name="Message">Name of the message: its texts are <c>NAME.subject</c> and <c>NAME.text</c>.</param>
/// <param name="EnterpriseId">Whose board.</param>
/// <param name="HolderNumber">The holder's number in the register; 0 where it is about nobody in it.</param>
/// <param name="HolderName">The name of the holder, or of whom else it is about.</param>
/// <param name="Said">What the holder asks, or a mail address; empty where the message says it all.</param>
/// <param name="By">Who did it; empty where the holder did.</param>
public sealed record TellBoard(
    string Message,
    EnterpriseId EnterpriseId,
    int HolderNumber,
    string HolderName,
    string Said,
    string By = ""
) : IDelivery, IAllow<Machine>, IOfEnterprise
{
    public sealed class Handler(SharesDb db, IMail mail, SiteOptions site) : IRequestHandler<TellBoard, Unit>
    {
        public async Task<Unit> Handle(TellBoard r, CancellationToken ct)
        {
            var enterprise = await db
                .Enterprises.AsNoTracking()
                .Include(e => e.Board)
                .SingleAsync(e => e.Id == r.EnterpriseId, ct);
            var ids = enterprise.Board.Select(b => b.PersonId.Value).ToList();
            var people = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToListAsync(ct);
            foreach (var person in people)
            {
                var culture = new CultureInfo(person.Language == "nl" ? "nl-NL" : "en-GB");
                object[] figures =
                [
                    person.FullName,
                    enterprise.Name,
                    r.HolderNumber,
                    r.HolderName,
                    r.Said,
                    site.Page($"/board/{enterprise.Slug}/register?Search={r.HolderNumber}"),
                    r.By,
                ];
                var subject = string.Format(culture, Text(r.Message + ".subject", culture), figures);
                var text = string.Format(culture, Text(r.Message + ".text", culture), figures);
                await mail.Send(new MailMessage(person.Email!, subject, text), ct);
            }
            return Unit.Value;
        }

        private static string Text(string key, CultureInfo culture) =>
            MailTexts.ResourceManager.GetString(key, culture) ?? throw new InvariantBroken($"no mail text {key}");
    }
}

internal static class HolderChanges
{
    /// <summary>Writes a change of name or address.</summary>
    /// <exception cref="Refused">Those of <see cref="Member.Move"/>; <c>holder.name-taken</c>: another holder of the same person
    /// is called so, and one of them would be found as the other.</exception>
    public static async Task Move(
        this SharesDb db,
        Member member,
        HolderChangeOrder order,
        HolderChange? last,
        DateOnly today,
        CancellationToken ct
    )
    {
        db.HolderChanges.Add(member.Move(order, last, today));
        var taken = await db
            .Members.Where(m => m.Id != member.Id && m.EnterpriseId == member.EnterpriseId)
            .Where(m => m.PersonId == member.PersonId && m.Kind == member.Kind && m.Identity == member.Identity)
            .Select(m => (int?)m.Number)
            .FirstOrDefaultAsync(ct);
        if (taken is { } number)
            throw new Refused("holder.name-taken", number) { Field = "name" };
    }

    /// <summary>A holder with their last change, and the day it is.</summary>
    /// <exception cref="NotThere">No such holder.</exception>
    public static async Task<(Member Member, HolderChange? Last, DateOnly Today)> HolderToChange(
        this SharesDb db,
        MemberId id,
        DateTime now,
        CancellationToken ct
    )
    {
        var member = await db.Members.SingleOrDefaultAsync(m => m.Id == id, ct) ?? throw new NotThere("holding");
        var last = await db
            .HolderChanges.AsNoTracking()
            .Where(c => c.MemberId == id)
            .OrderByDescending(c => c.No)
            .FirstOrDefaultAsync(ct);
        var zone = await db.Enterprises.Where(e => e.Id == member.EnterpriseId).Select(e => e.TimeZone).SingleAsync(ct);
        return (member, last, LegalDay.Of(now, zone));
    }
}
