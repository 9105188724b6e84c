using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Register;

/// <summary>
/// Propose to correct an entry of the register of members: fewer or more units, or another holder. Another board member
/// or an administrator confirms it; until then nothing is in the register.
/// </summary>
public sealed record ProposeCorrection(
    Guid Key,
    EnterpriseId EnterpriseId,
    int EntryNumber,
    long Units,
    int? ToNumber,
    DateOnly ValidOn,
    string Reason,
    string Document
) : ICommand<CorrectionProposed>, IKeyed, IAllow<Board>, IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/enterprises/{enterpriseId}/register/corrections", Post).WithTags("Register");

    /// <inheritdoc cref="ProposeCorrection"/>
    public static Task<CorrectionProposed> Post(
        EnterpriseId enterpriseId,
        Body body,
        IdempotencyKey key,
        IMediator mediator,
        CancellationToken ct
    ) =>
        mediator.Send(
            new ProposeCorrection(
                key.Value,
                enterpriseId,
                body.EntryNumber,
                body.Units,
                body.ToNumber,
                body.ValidOn,
                body.Reason,
                body.Document
            ),
            ct
        );

    /// <summary>What is right where an entry is wrong.</summary>
    /// <param name="EntryNumber">Number of the entry that is wrong.</param>
    /// <param name="Units">Units more, or with a minus sign fewer, for the holder of that entry.</param>
    /// <param name="ToNumber">Number of the holder to whom they belong instead; leave out where they belong to nobody.</param>
    /// <param name="ValidOn">The day from which it holds: not before the entry, not in the future.</param>
    /// <param name="Reason">What was wrong, 3 to 200 characters.</param>
    /// <param name="Document">The paper that shows it, 3 to 200 characters.</param>
    public sealed record Body(
        int EntryNumber,
        long Units,
        int? ToNumber,
        DateOnly ValidOn,
        string Reason,
        string Document
    );

    public sealed class Rules : AbstractValidator<ProposeCorrection>
    {
        public Rules()
        {
            RuleFor(r => r.EntryNumber).Between(1, int.MaxValue);
            RuleFor(r => r.Units)
                .Must(units => units is >= -FieldRules.LargestMinor and <= FieldRules.LargestMinor)
                .WithErrorCode("field.amount")
                .WithMessage(_ => RefusalText.Of("field.amount"));
            When(r => r.ToNumber is not null, () => RuleFor(r => r.ToNumber!.Value).Between(1, int.MaxValue));
            RuleFor(r => r.ValidOn).Day();
            RuleFor(r => r.Reason).Text(3, 200);
            RuleFor(r => r.Document).Line(3, 200);
        }
    }

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock)
        : IRequestHandler<ProposeCorrection, CorrectionProposed>
    {
        public async Task<CorrectionProposed> Handle(ProposeCorrection r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var zone = await db.Enterprises.Where(e => e.Id == r.EnterpriseId).Select(e => e.TimeZone).SingleAsync(ct);
            var wrong =
                await db
                    .RegisterEntries.AsNoTracking()
                    .SingleOrDefaultAsync(e => e.EnterpriseId == r.EnterpriseId && e.Number == r.EntryNumber, ct)
                ?? throw new Refused("correction.entry", r.EntryNumber) { Field = "entryNumber" };
            MemberId? to = r.ToNumber is { } number
                ? await db
                    .Members.Where(m => m.EnterpriseId == r.EnterpriseId && m.Number == number)
                    .Select(m => (MemberId?)m.Id)
                    .SingleOrDefaultAsync(ct)
                    ?? throw new Refused("correction.holder", number) { Field = "toNumber" }
                : null;
            var order = new CorrectionOrder(r.Units, to, r.ValidOn, r.Reason, r.Document);
            var correction = RegisterCorrection.Propose(
                RegisterCorrectionId.From(r.Key),
                await CorrectedEntries.Of(db, wrong, r.ValidOn, ct),
                order,
                await db.PersonOf(order.Gaining(wrong.MemberId), ct),
                caller.Sign(now),
                LegalDay.Of(now, zone)
            );
            db.RegisterCorrections.Add(correction);
            return new CorrectionProposed(correction.Id);
        }
    }
}

/// <summary>The correction waits for a second person.</summary>
public sealed record CorrectionProposed(RegisterCorrectionId Id);
