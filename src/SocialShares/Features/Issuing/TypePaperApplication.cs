using FluentValidation;
using FluentValidation.Results;
using MediatR;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Type an application that a neighbour without an account signed on paper, for an offer of my enterprise. Nothing is binding
/// until another board member, or an administrator, has compared it with the paper.
/// </summary>
public sealed record TypePaperApplication(Guid Key, OfferId OfferId, TypePaperApplication.Body Paper)
    : ICommand<PaperTyped>,
        IKeyed,
        IAllow<Board>,
        IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/offers/{offerId}/paper-applications", Post)
            .WithTags("Paper applications")
            .RequireRateLimiting(Limits.Buying);

    /// <inheritdoc cref="TypePaperApplication"/>
    public static Task<PaperTyped> Post(
        OfferId offerId,
        Body body,
        IdempotencyKey key,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new TypePaperApplication(key.Value, offerId, body), ct);

    /// <summary>What stands on the paper.</summary>
    /// <param name="AmountMinor">Minor units of the offer's currency.</param>
    /// <param name="Payout">Where interest will go; of somebody who buys more it stays as it is.</param>
    /// <param name="SignedOn">The day of the signature.</param>
    /// <param name="DocumentVersion">The version of the offer document that was read on paper; must be the newest.</param>
    /// <param name="RiskSigned">The paper says that the money can be lost, and that was signed.</param>
    /// <param name="KeptAt">Where the paper is kept, 3 to 150 characters.</param>
    /// <param name="Holder">Who will stand in the register; left out for somebody who buys more.</param>
    /// <param name="HolderNumber">Number in the register of somebody without an account who buys more shares.</param>
    /// <param name="SeriesId">For bonds: the series; may be left out where the offer has one only.</param>
    /// <param name="MembershipType">Code of the membership type that fits, where the offer has any.</param>
    /// <param name="Email">Where mail reaches the applicant; left out where it reaches nobody.</param>
    /// <param name="Language">Language of that mail: en or nl.</param>
    public sealed record Body(
        long AmountMinor,
        PayoutChoice Payout,
        DateOnly SignedOn,
        int DocumentVersion,
        bool RiskSigned,
        string KeptAt,
        HolderDetails? Holder = null,
        int? HolderNumber = null,
        BondSeriesId? SeriesId = null,
        string? MembershipType = null,
        string? Email = null,
        string? Language = null
    );

    public sealed class Rules : AbstractValidator<TypePaperApplication>
    {
        // Fields are named as they stand in the body.
        public override ValidationResult Validate(ValidationContext<TypePaperApplication> context) =>
            new BodyRules().Validate(context.InstanceToValidate.Paper);
    }

    private sealed class BodyRules : AbstractValidator<Body>
    {
        public BodyRules()
        {
            RuleFor(r => r.AmountMinor).Amount();
            RuleFor(r => r.Holder!).SetValidator(new HolderRules()).When(r => r.Holder is not null);
            RuleFor(r => r.HolderNumber)
                .Must((r, number) => number is null != r.Holder is null)
                .WithErrorCode("paper.who")
                .WithMessage(_ => RefusalText.Of("paper.who"));
            RuleFor(r => r.Payout).Present().SetValidator(new PayoutRules());
            RuleFor(r => r.SignedOn).Day();
            RuleFor(r => r.DocumentVersion).Between(1, int.MaxValue);
            RuleFor(r => r.KeptAt).Line(3, 150);
            When(r => r.Email is not null, () => RuleFor(r => r.Email!).Email());
            RuleFor(r => r.Language)
                .Must(l => l is null or "en" or "nl")
                .WithErrorCode("field.language")
                .WithMessage(_ => RefusalText.Of("field.language"));
            RuleFor(r => r.RiskSigned)
                .Equal(true)
                .WithErrorCode("paper.risk-not-signed")
                .WithMessage(_ => RefusalText.Of("paper.risk-not-signed"));
        }
    }

    public sealed class Handler(PaperDesk desk) : IRequestHandler<TypePaperApplication, PaperTyped>
    {
        public async Task<PaperTyped> Handle(TypePaperApplication r, CancellationToken ct) =>
            new(await desk.Type(ApplicationId.From(r.Key), r.OfferId, r.Paper, ct));
    }
}

/// <summary>The application is typed and waits for a second person.</summary>
public sealed record PaperTyped(ApplicationId Id);
