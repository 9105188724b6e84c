using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Payouts;

/// <summary>See what a rate of share interest over a period would cost my enterprise and bring its holders.</summary>
public sealed record PreviewInterest(
    EnterpriseId EnterpriseId,
    ShareClassId ShareClassId,
    DateOnly From,
    DateOnly Until,
    int RatePpm
) : IQuery<InterestPreview>, IAllow<Board>, IAllow<Administrator>, IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/enterprises/{enterpriseId}/interest-preview", Get).WithTags("Interest");

    /// <inheritdoc cref="PreviewInterest"/>
    public static Task<InterestPreview> Get(
        EnterpriseId enterpriseId,
        ShareClassId shareClassId,
        DateOnly from,
        DateOnly until,
        int ratePpm,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new PreviewInterest(enterpriseId, shareClassId, from, until, ratePpm), ct);

    public sealed class Rules : AbstractValidator<PreviewInterest>
    {
        public Rules()
        {
            RuleFor(r => r.From).Day();
            RuleFor(r => r.Until)
                .Must((r, until) => until >= r.From && until < r.From.AddYears(1))
                .WithErrorCode("interest.period")
                .WithMessage(_ => RefusalText.Of("interest.period"));
            RuleFor(r => r.RatePpm).Between(0, Rate.Whole);
        }
    }

    public sealed class Handler(SharesDb db) : IRequestHandler<PreviewInterest, InterestPreview>
    {
        public async Task<InterestPreview> Handle(PreviewInterest r, CancellationToken ct)
        {
            var shareClass =
                await db
                    .ShareClasses.AsNoTracking()
                    .SingleOrDefaultAsync(c => c.Id == r.ShareClassId && c.EnterpriseId == r.EnterpriseId, ct)
                ?? throw new NotThere("share-class");
            var earned = await Earnings.Read(db, shareClass, r.From, r.Until, ct);
            var interest = new ShareInterest(r.From, r.Until, new Rate(r.RatePpm), shareClass.ParValueMinor);
            var earners = earned.Where(e => e.UnitDays > 0).Select(e => e.ValueDays).ToList();
            var lines = interest.LinesOfValue(earners);
            var days = r.Until.DayNumber - r.From.DayNumber + 1;
            return new InterestPreview(
                shareClass.Currency,
                r.RatePpm,
                shareClass.InterestCapPpm,
                lines.Sum(),
                earners.Count,
                interest.Total((Int128)100 * days),
                lines.DefaultIfEmpty().Max(),
                lines.DefaultIfEmpty().Min()
            );
        }
    }
}

/// <summary>What a rate would cost and bring; amounts in minor units.</summary>
/// <param name="Currency">Currency of the amounts.</param>
/// <param name="RatePpm">The rate that was asked about, parts per million a year.</param>
/// <param name="CapPpm">The highest rate that the class allows.</param>
/// <param name="TotalMinor">What the enterprise would pay.</param>
/// <param name="Holders">How many holders earn.</param>
/// <param name="Per100UnitsMinor">What 100 units bring that earn through the whole period.</param>
/// <param name="HighestMinor">The largest payment.</param>
/// <param name="LowestMinor">The smallest payment.</param>
public sealed record InterestPreview(
    Currency Currency,
    int RatePpm,
    int CapPpm,
    long TotalMinor,
    int Holders,
    long Per100UnitsMinor,
    long HighestMinor,
    long LowestMinor
);
