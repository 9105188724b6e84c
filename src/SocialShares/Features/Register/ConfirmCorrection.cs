using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Adapters.RuleFiles;
using SocialShares.Data;
using SocialShares.Features.Governance;
using SocialShares.Features.Holdings;
using SocialShares.Features.Payouts;
using SocialShares.Http;

namespace SocialShares.Features.Register;

/// <summary>Confirm, as a second person, a correction that somebody proposed: it is written into the register.</summary>
public sealed record ConfirmCorrection(EnterpriseId EnterpriseId, RegisterCorrectionId CorrectionId)
    : ICommand<Unit>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/enterprises/{enterpriseId}/register/corrections/{correctionId}/confirmation", Post)
            .WithTags("Register");

    /// <inheritdoc cref="ConfirmCorrection"/>
    public static async Task<IResult> Post(
        EnterpriseId enterpriseId,
        RegisterCorrectionId correctionId,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new ConfirmCorrection(enterpriseId, correctionId), ct);
        return Results.NoContent();
    }

    public sealed class Handler(
        SharesDb db,
        RulePacks packs,
        Leavers leavers,
        Outbox outbox,
        Caller caller,
        TimeProvider clock
    ) : IRequestHandler<ConfirmCorrection, Unit>
    {
        public async Task<Unit> Handle(ConfirmCorrection r, CancellationToken ct)
        {
            var correction = await db.Correction(r.EnterpriseId, r.CorrectionId, ct);
            var wrong = await db.RegisterEntries.AsNoTracking().SingleAsync(e => e.Id == correction.EntryId, ct);
            // Held until the commit, so that nobody moves the units meanwhile.
            if (wrong.ShareClassId is { } held)
                await db.HoldClass(held, ct);
            var enterprise = await db.Enterprises.AsNoTracking().SingleAsync(e => e.Id == r.EnterpriseId, ct);
            var on = BookedOn.Moment(clock.GetUtcNow().UtcDateTime, enterprise.TimeZone);
            var entry = await CorrectedEntries.Of(db, wrong, correction.ValidOn, ct);
            var facts = correction.Confirm(
                entry,
                await db.PersonOf(correction.Order.Gaining(wrong.MemberId), ct),
                caller.Sign(on.At),
                await db.EyesOf(r.EnterpriseId, ct),
                on.Day
            );
            var law = packs.Usual(enterprise.Country, SecurityKind.Share, on.Day);
            await db.RequireMayReceive(correction, wrong, law, ct);
            foreach (var holder in facts.Where(f => f.Units > 0).Select(f => f.Holder))
                await Admit(holder, correction, ct);
            await Tell(correction, wrong, ct);
            await db.AppendToRegister(r.EnterpriseId, facts, ct);
            // Whose last shares were a mistake is no member any more.
            if (
                await db.Members.AnyAsync(m => m.Id == wrong.MemberId && m.AdmittedOn != null && m.CeasedOn == null, ct)
            )
                await leavers.CeaseIfNothingIsLeft(wrong.MemberId, correction.ValidOn, ct);
            if (correction.ToMemberId is null)
                await Book(correction, wrong, enterprise, on, ct);
            return Unit.Value;
        }

        // Who gets shares is a member from then on, also who gets back some after leaving.
        private async Task Admit(MemberId to, RegisterCorrection correction, CancellationToken ct)
        {
            var holder = await db.Members.SingleAsync(m => m.Id == to, ct);
            if (holder.IsMember)
                return;
            if (holder.Admit(correction.ValidOn) is { } former)
                db.FormerMemberships.Add(former);
            outbox.Add(new LookAtMembers(correction.EnterpriseId));
        }

        // Whose units change hears of it, also where both who decided mean well.
        private async Task Tell(RegisterCorrection correction, RegisterEntry wrong, CancellationToken ct)
        {
            var code = await db.ShareClasses.Where(c => c.Id == wrong.ShareClassId).Select(c => c.Code).SingleAsync(ct);
            void Say(MemberId holder, long units) =>
                outbox.Add(
                    new TellHolder(
                        units > 0 ? "corrected-more" : "corrected-fewer",
                        holder,
                        code,
                        Math.Abs(units),
                        correction.ValidOn,
                        correction.Reason
                    )
                );
            Say(wrong.MemberId, correction.Units);
            if (correction.ToMemberId is { } to)
                Say(to, -correction.Units);
        }

        private async Task Book(
            RegisterCorrection correction,
            RegisterEntry wrong,
            Enterprise enterprise,
            BookedOn on,
            CancellationToken ct
        )
        {
            var code = await db.ShareClasses.Where(c => c.Id == wrong.ShareClassId).Select(c => c.Code).SingleAsync(ct);
            var more = new Money(correction.Units * wrong.PriceMinor, enterprise.Currency);
            db.JournalEntries.Add(RegisterBookings.Corrected(correction, more, code, enterprise.Slug, on));
        }
    }
}
