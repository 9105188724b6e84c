using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Read who waits for our resident quota, in order, and how far it is.</summary>
public sealed record ReadQueue(EnterpriseId EnterpriseId, int Limit)
    : IQuery<QueueShown>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/enterprises/{enterpriseId}/queue", Get).WithTags("Applications");

    /// <inheritdoc cref="ReadQueue"/>
    public static Task<QueueShown> Get(
        EnterpriseId enterpriseId,
        int? limit,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ReadQueue(enterpriseId, limit ?? 100), ct);

    public sealed class Rules : AbstractValidator<ReadQueue>
    {
        public Rules() => RuleFor(r => r.Limit).Between(1, 500);
    }

    public sealed class Handler(SharesDb db, ResidentQueue queue) : IRequestHandler<ReadQueue, QueueShown>
    {
        public async Task<QueueShown> Handle(ReadQueue r, CancellationToken ct)
        {
            var quota = await queue.QuotaOf(r.EnterpriseId, ct);
            var (residents, all) = await queue.Count(r.EnterpriseId, ct);
            var waiting = await queue
                .Waiting(r.EnterpriseId)
                .Take(r.Limit)
                .Join(
                    db.Offers,
                    a => a.OfferId,
                    o => o.Id,
                    (a, o) =>
                        new
                        {
                            a.Id,
                            a.Name,
                            a.AmountMinor,
                            a.QueuedAt,
                            o.Title,
                            o.Currency,
                        }
                )
                .OrderBy(x => x.QueuedAt)
                .ThenBy(x => x.Id)
                .ToListAsync(ct);
            return new QueueShown(
                quota?.Ppm,
                residents,
                all,
                waiting
                    .Select(
                        (x, i) =>
                            new QueueLine(i + 1, x.Id, x.Name, x.AmountMinor, x.Currency, x.Title, x.QueuedAt!.Value)
                    )
                    .ToList()
            );
        }
    }
}

/// <summary>A queue.</summary>
/// <param name="QuotaPpm">Least share of residents, parts per million; null: the enterprise blocks by none.</param>
/// <param name="Residents">Residents among members and living applications.</param>
/// <param name="All">Members and living applications, each holder once.</param>
/// <param name="Waiting">Who waits, first come first.</param>
public sealed record QueueShown(int? QuotaPpm, long Residents, long All, IReadOnlyList<QueueLine> Waiting);

/// <summary>Somebody who waits.</summary>
public sealed record QueueLine(
    int Place,
    ApplicationId ApplicationId,
    string Name,
    long AmountMinor,
    Currency Currency,
    string Offer,
    DateTime Since
);
