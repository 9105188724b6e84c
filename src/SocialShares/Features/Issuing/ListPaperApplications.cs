using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>See the applications on paper of my enterprise: those that wait for a second person, and what became of others.</summary>
public sealed record ListPaperApplications(EnterpriseId EnterpriseId)
    : IQuery<IReadOnlyList<PaperShown>>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfEnterprise
{
    private const int Most = 200;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/enterprises/{enterpriseId}/paper-applications", Get).WithTags("Paper applications");

    /// <inheritdoc cref="ListPaperApplications"/>
    public static Task<IReadOnlyList<PaperShown>> Get(
        EnterpriseId enterpriseId,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ListPaperApplications(enterpriseId), ct);

    public sealed class Handler(SharesDb db, Caller caller)
        : IRequestHandler<ListPaperApplications, IReadOnlyList<PaperShown>>
    {
        public async Task<IReadOnlyList<PaperShown>> Handle(ListPaperApplications r, CancellationToken ct)
        {
            var me = caller.Person;
            var rows = await (
                from p in db.PaperApplications.AsNoTracking()
                where p.EnterpriseId == r.EnterpriseId
                join a in db.Applications.AsNoTracking() on p.ApplicationId equals a.Id
                join o in db.Offers on a.OfferId equals o.Id
                orderby p.State == PaperState.Typed && a.State == ApplicationState.Started ? 0 : 1, p.TypedAt descending
                select new
                {
                    Paper = p,
                    Application = a,
                    o.Title,
                    o.Currency,
                    // Another holder of the same name, so that the second person asks whether it is the same one.
                    Namesake = db
                        .Members.Where(m => m.EnterpriseId == r.EnterpriseId && m.PersonId != a.HolderPersonId)
                        .Where(m => m.Name.ToLower() == a.Name.ToLower())
                        .Min(m => (int?)m.Number),
                    Series = db.BondSeries.Where(s => s.Id == a.BondSeriesId).Select(s => s.Code).FirstOrDefault(),
                }
            )
                .Take(Most)
                .ToListAsync(ct);
            var people = rows.ConvertAll(x => x.Application.PersonId.Value);
            var known = await db.Users.Where(u => people.Contains(u.Id)).Select(u => u.Id).ToListAsync(ct);
            return rows.ConvertAll(x => new PaperShown(
                x.Application.Id,
                x.Title,
                x.Series,
                x.Application.AmountMinor,
                x.Currency,
                x.Application.Holder(),
                x.Application.MembershipType,
                new PayoutChoice(x.Application.Destination, x.Application.Iban),
                x.Application.TopsUp is not null,
                x.Paper.SignedOn,
                x.Paper.DocumentVersion,
                x.Paper.KeptAt,
                x.Paper.Email,
                x.Paper.TypedByName,
                x.Paper.TypedAt,
                x.Paper.State,
                x.Paper.DecidedByName,
                x.Paper.DecidedAt,
                x.Paper.Reason,
                x.Application.State,
                x.Application.State == ApplicationState.AwaitingPayment ? x.Application.CheckoutUrl : null,
                x.Application.HeldUntil
            )
            {
                IsToDecide = x.Paper.State == PaperState.Typed && x.Application.State == ApplicationState.Started,
                MayDecide = x.Paper.TypedBy != me,
                HasAccount = known.Contains(x.Application.PersonId.Value),
                Namesake = x.Namesake,
                CancelledOn = x.Paper.CancelledOn,
            });
        }
    }
}

/// <summary>An application on paper as a board sees it. Amounts are minor units; instants are UTC.</summary>
public sealed record PaperShown(
    ApplicationId Id,
    string Offer,
    string? Series,
    long AmountMinor,
    Currency Currency,
    HolderDetails Holder,
    string? MembershipType,
    PayoutChoice Payout,
    bool BuysMore,
    DateOnly SignedOn,
    int DocumentVersion,
    string KeptAt,
    string? Email,
    string TypedByName,
    DateTime TypedAt,
    PaperState State,
    string? DecidedByName,
    DateTime? DecidedAt,
    string? Reason,
    ApplicationState ApplicationState,
    string? CheckoutUrl,
    DateTime? HeldUntil
)
{
    /// <summary>Does it wait for a second person?</summary>
    public bool IsToDecide { get; init; }

    /// <summary>May the one who asks decide on it? Never who typed it.</summary>
    public bool MayDecide { get; init; }

    /// <summary>Has the applicant taken it over with an account?</summary>
    public bool HasAccount { get; init; }

    /// <summary>Number of another holder of the same name in the register; null: none.</summary>
    public int? Namesake { get; init; }

    /// <summary>Where the applicant's cancellation is kept; null: did not cancel.</summary>
    public string? CancelledOn { get; init; }
}
