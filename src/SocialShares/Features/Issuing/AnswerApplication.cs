using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Answer questions of my application: the amount, who will stand in the register, where payouts go.</summary>
public sealed record AnswerApplication(
    ApplicationId ApplicationId,
    long? AmountMinor,
    HolderDetails? Holder,
    PayoutChoice? Payout,
    BondSeriesId? SeriesId = null,
    string? MembershipType = null
) : ICommand<Unit>, IAllow<Owner>, IOfApplication
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPatch("/applications/{applicationId}", Patch).WithTags("Applications");

    /// <inheritdoc cref="AnswerApplication"/>
    public static async Task<IResult> Patch(
        ApplicationId applicationId,
        Body body,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(
            new AnswerApplication(
                applicationId,
                body.AmountMinor,
                body.Holder,
                body.Payout,
                body.SeriesId,
                body.MembershipType
            ),
            ct
        );
        return Results.NoContent();
    }

    /// <summary>Answers; what is left out stays as it is.</summary>
    /// <param name="AmountMinor">Minor units.</param>
    /// <param name="Holder">Who will stand in the register: name, address and date of birth; for a child the guardian, for
    /// joint holders the others, for an organisation its number and representative.</param>
    /// <param name="Payout">Where interest will go.</param>
    /// <param name="SeriesId">For bonds: another series of the same offer.</param>
    /// <param name="MembershipType">Code of the membership type that fits the holder, where the offer has any.</param>
    public sealed record Body(
        long? AmountMinor,
        HolderDetails? Holder,
        PayoutChoice? Payout,
        BondSeriesId? SeriesId = null,
        string? MembershipType = null
    );

    public sealed class Rules : AbstractValidator<AnswerApplication>
    {
        public Rules()
        {
            RuleFor(r => r.AmountMinor!.Value).Amount(nameof(AmountMinor), r => r.AmountMinor is not null);
            RuleFor(r => r.Holder!).SetValidator(new HolderRules()).When(r => r.Holder is not null);
            RuleFor(r => r.Payout!).SetValidator(new PayoutRules()).When(r => r.Payout is not null);
        }
    }

    public sealed class Handler(SharesDb db, Instalments instalments, TimeProvider clock)
        : IRequestHandler<AnswerApplication, Unit>
    {
        public async Task<Unit> Handle(AnswerApplication r, CancellationToken ct)
        {
            var application = await db.Applications.SingleAsync(a => a.Id == r.ApplicationId, ct);
            var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == application.OfferId, ct);
            if (r.SeriesId is not null && await db.SeriesOf(offer, r.SeriesId, ct) is { } series)
                application.ChangeSeries(offer, series);
            if (r.AmountMinor is { } amount)
            {
                application.ChangeAmount(offer, amount);
                await instalments.DivideAgain(application, offer, ct);
            }
            var today = LegalDay.Of(clock.GetUtcNow().UtcDateTime, offer.TimeZone);
            if (r.Holder is { } holder)
                application.AnswerWho(offer, holder, r.MembershipType ?? application.MembershipType, today);
            else if (r.MembershipType is { } type)
                application.ChooseType(offer, type, today);
            if (r.Payout is { } payout)
            {
                var shareClass = await db
                    .ShareClasses.AsNoTracking()
                    .SingleOrDefaultAsync(c => c.Id == offer.ShareClassId, ct);
                application.AnswerPayout(shareClass, PayoutRules.Normal(payout));
            }
            return Unit.Value;
        }
    }
}

/// <summary>Form of a payout choice: an account is an IBAN, or left out for now.</summary>
internal sealed class PayoutRules : AbstractValidator<PayoutChoice>
{
    public PayoutRules() =>
        RuleFor(p => p.Iban)
            .Must(text => string.IsNullOrWhiteSpace(text) || Iban.TryParse(text, out _))
            .WithErrorCode("iban.invalid")
            .WithMessage(_ => RefusalText.Of("iban.invalid"));

    /// <summary>The choice with the account in electronic form, and no account where none is needed.</summary>
    public static PayoutChoice Normal(PayoutChoice choice) =>
        choice.Destination == PayoutDestination.Bank && !string.IsNullOrWhiteSpace(choice.Iban)
            ? choice with
            {
                Iban = Iban.Parse(choice.Iban).Value,
            }
            : choice with
            {
                Iban = null,
            };
}
