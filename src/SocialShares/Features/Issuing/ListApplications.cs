using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>List my own applications, newest first.</summary>
public sealed record ListMyApplications : IQuery<IReadOnlyList<ApplicationLine>>, IAllow<SignedIn>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/applications", Get).WithTags("Applications");

    /// <inheritdoc cref="ListMyApplications"/>
    public static Task<IReadOnlyList<ApplicationLine>> Get(IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListMyApplications(), ct);

    public sealed class Handler(SharesDb db, Caller caller)
        : IRequestHandler<ListMyApplications, IReadOnlyList<ApplicationLine>>
    {
        public async Task<IReadOnlyList<ApplicationLine>> Handle(ListMyApplications request, CancellationToken ct)
        {
            var me = caller.Person;
            return await db
                .Applications.Where(a => a.PersonId == me)
                .OrderByDescending(a => a.StartedAt)
                .Take(200)
                .Lines(db)
                .ToListAsync(ct);
        }
    }
}

/// <summary>List the applications for an offer of my enterprise, oldest first, page by page.</summary>
public sealed record ListApplications(OfferId OfferId, ApplicationState? State, ApplicationId? After, int Limit)
    : IQuery<IReadOnlyList<ApplicationLine>>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/offers/{offerId}/applications", Get).WithTags("Applications");

    /// <inheritdoc cref="ListApplications"/>
    public static Task<IReadOnlyList<ApplicationLine>> Get(
        OfferId offerId,
        ApplicationState? state,
        ApplicationId? after,
        int? limit,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ListApplications(offerId, state, after, limit ?? 50), ct);

    public sealed class Rules : AbstractValidator<ListApplications>
    {
        public Rules() => RuleFor(r => r.Limit).Between(1, 500);
    }

    public sealed class Handler(SharesDb db) : IRequestHandler<ListApplications, IReadOnlyList<ApplicationLine>>
    {
        public async Task<IReadOnlyList<ApplicationLine>> Handle(ListApplications r, CancellationToken ct)
        {
            var after = await db
                .Applications.Where(a => a.Id == r.After)
                .Select(a => (DateTime?)a.StartedAt)
                .SingleOrDefaultAsync(ct);
            // Those of the very same instant that were shown already: the order of ids is the database's own.
            var together = await db
                .Applications.Where(a => a.OfferId == r.OfferId && a.StartedAt == after)
                .OrderBy(a => a.Id)
                .Select(a => a.Id)
                .ToListAsync(ct);
            var shown = r.After is { } last ? together.Take(together.IndexOf(last) + 1).ToList() : [];
            return await db
                .Applications.Where(a => a.OfferId == r.OfferId && (r.State == null || a.State == r.State))
                .Where(a => after == null || a.StartedAt >= after)
                .Where(a => !shown.Contains(a.Id))
                .OrderBy(a => a.StartedAt)
                .ThenBy(a => a.Id)
                .Take(r.Limit)
                .Lines(db)
                .ToListAsync(ct);
        }
    }
}

/// <summary>One application in a list. Amounts are minor units; instants are UTC.</summary>
public sealed record ApplicationLine(
    ApplicationId Id,
    ApplicationState State,
    string Name,
    HolderKind Kind,
    string City,
    long AmountMinor,
    long Units,
    Currency Currency,
    DateTime StartedAt,
    DateTime? PaidAt,
    DateOnly? ReflectionEndsOn,
    string OfferSlug,
    string OfferTitle,
    string EnterpriseName,
    string Ink,
    string Drawing,
    string? MembershipType,
    int AcceptedDocumentVersion,
    DateOnly? CancelUntil
);

internal static class ApplicationLines
{
    public static IQueryable<ApplicationLine> Lines(this IQueryable<Application> applications, SharesDb db) =>
        applications
            .AsNoTracking()
            .Join(db.Offers, a => a.OfferId, o => o.Id, (a, o) => new { a, o })
            .Join(
                db.Enterprises,
                x => x.o.EnterpriseId,
                e => e.Id,
                (x, e) =>
                    new ApplicationLine(
                        x.a.Id,
                        x.a.State,
                        x.a.Name,
                        x.a.Kind,
                        x.a.City,
                        x.a.AmountMinor,
                        x.a.Units,
                        x.o.Currency,
                        x.a.StartedAt,
                        x.a.PaidAt,
                        x.a.ReflectionEndsOn,
                        x.o.Slug,
                        x.o.Title,
                        e.Name,
                        e.Ink,
                        e.Drawing,
                        x.a.MembershipType,
                        x.a.AcceptedDocumentVersion,
                        x.a.CancelUntil
                    )
            );
}
