using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>List who gets what of my closed offer, in the order of payment, page by page.</summary>
public sealed record ListAllotment(OfferId OfferId, int Skip, int Limit)
    : IQuery<IReadOnlyList<AllotmentLineShown>>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/offers/{offerId}/allotment/lines", Get).WithTags("Allotment");

    /// <inheritdoc cref="ListAllotment"/>
    public static Task<IReadOnlyList<AllotmentLineShown>> Get(
        OfferId offerId,
        int? skip,
        int? limit,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ListAllotment(offerId, skip ?? 0, limit ?? 50), ct);

    public sealed class Rules : AbstractValidator<ListAllotment>
    {
        public Rules()
        {
            RuleFor(r => r.Limit).Between(1, 500);
            RuleFor(r => r.Skip).Between(0, 10_000_000);
        }
    }

    public sealed class Handler(AllotmentLines lines)
        : IRequestHandler<ListAllotment, IReadOnlyList<AllotmentLineShown>>
    {
        public Task<IReadOnlyList<AllotmentLineShown>> Handle(ListAllotment r, CancellationToken ct) =>
            lines.Of(r.OfferId, r.Skip, r.Limit, ct);
    }
}

/// <summary>Download who gets what of my closed offer, with names.</summary>
public sealed record DownloadAllotment(OfferId OfferId)
    : IQuery<Download>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfOffer
{
    private static readonly string[] Columns =
    [
        "application",
        "name",
        "city",
        "series",
        "resident",
        "priority",
        "paidAt",
        "askedMinor",
        "allottedMinor",
        "refundMinor",
    ];

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/offers/{offerId}/allotment/lines.csv", Get)
            .WithTags("Allotment")
            .Produces<byte[]>(200, "text/csv");

    /// <inheritdoc cref="DownloadAllotment"/>
    public static async Task<IResult> Get(OfferId offerId, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new DownloadAllotment(offerId), ct)).ToResult(ct);

    public sealed class Handler(SharesDb db, AllotmentLines lines) : IRequestHandler<DownloadAllotment, Download>
    {
        public async Task<Download> Handle(DownloadAllotment r, CancellationToken ct)
        {
            var slug = await db.Offers.Where(o => o.Id == r.OfferId).Select(o => o.Slug).SingleAsync(ct);
            var rows = await lines.Of(r.OfferId, 0, int.MaxValue, ct);
            return Download.Csv(
                $"allotment-{slug}.csv",
                Columns,
                rows.ToAsyncEnumerable(),
                l =>
                    [
                        l.ApplicationId,
                        l.Name,
                        l.City,
                        l.SeriesNo,
                        l.IsResident ? "yes" : "no",
                        l.Priority,
                        l.PaidAt.ToString("O"),
                        l.AskedMinor,
                        l.AllottedMinor,
                        l.RefundMinor,
                    ]
            );
        }
    }
}

/// <summary>One application in an allotment. Amounts are minor units.</summary>
public sealed record AllotmentLineShown(
    ApplicationId ApplicationId,
    string Name,
    string City,
    int SeriesNo,
    bool IsResident,
    int Priority,
    DateTime PaidAt,
    long AskedMinor,
    long AllottedMinor
)
{
    /// <summary>What goes back.</summary>
    public long RefundMinor => AskedMinor - AllottedMinor;
}
