using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;
using SocialShares.Ports;
using SocialShares.Resources;

namespace SocialShares.Features.Register;

/// <summary>Tells a guardian by mail that the child may take the holding over, or has done it.</summary>
/// <param name="Message">Name of the message: its texts are <c>NAME.subject</c> and <c>NAME.text</c>.</param>
/// <param name="MemberId">The child's holding.</param>
/// <param name="Guardian">Who signs in for it, or did.</param>
public sealed record TellGuardian(string Message, MemberId MemberId, PersonId Guardian)
    : IDelivery,
        IAllow<Machine>,
        IOfMember
{
    public sealed class Handler(SharesDb db, IMail mail, SiteOptions site) : IRequestHandler<TellGuardian, Unit>
    {
        public async Task<Unit> Handle(TellGuardian r, CancellationToken ct)
        {
            var holder = await (
                from m in db.Members
                where m.Id == r.MemberId
                join e in db.Enterprises on m.EnterpriseId equals e.Id
                select new { m.Name, EnterpriseName = e.Name }
            ).SingleAsync(ct);
            var id = r.Guardian.Value;
            // Who applied on paper has no sign-in, and no mail address that is known here.
            if (await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, ct) is not { } guardian)
                return Unit.Value;
            var culture = new CultureInfo(guardian.Language == "nl" ? "nl-NL" : "en-GB");
            object[] figures =
            [
                guardian.FullName,
                holder.Name,
                holder.EnterpriseName,
                site.Page($"/holdings/{r.MemberId}/hand-over"),
            ];
            await mail.Send(
                new MailMessage(
                    guardian.Email!,
                    string.Format(culture, Text(r.Message + ".subject", culture), figures),
                    string.Format(culture, Text(r.Message + ".text", culture), figures)
                ),
                ct
            );
            return Unit.Value;
        }

        private static string Text(string key, CultureInfo culture) =>
            MailTexts.ResourceManager.GetString(key, culture) ?? throw new InvariantBroken($"no mail text {key}");
    }
}

/// <summary>Tells guardians of children who have come of age that the holding may be handed over, once; sent by a job.</summary>
public sealed record TellOfAge : ICommand<int>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, Outbox outbox, TimeProvider clock) : IRequestHandler<TellOfAge, int>
    {
        public async Task<int> Handle(TellOfAge request, CancellationToken ct)
        {
            // A day later than anywhere on earth: nobody is told before the birthday.
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-1);
            var born = today.AddYears(-HolderDetails.FullAge);
            var due = await db
                .Members.Where(m => m.Kind == HolderKind.Minor && m.BornOn <= born && m.ToldOfAgeOn == null)
                .OrderBy(m => m.Id)
                .Take(500)
                .ToListAsync(ct);
            foreach (var member in due)
            {
                member.ToldOfAge(today);
                outbox.Add(new TellGuardian("came-of-age", member.Id, member.PersonId));
            }
            return due.Count;
        }
    }
}
