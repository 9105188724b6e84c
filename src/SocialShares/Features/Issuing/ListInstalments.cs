using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>List my applications of which parts are still to be paid, the one that is due first in front.</summary>
public sealed record ListInstalments : IQuery<IReadOnlyList<InstalmentLine>>, IAllow<SignedIn>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/instalments", Get).WithTags("Applications");

    /// <inheritdoc cref="ListInstalments"/>
    public static Task<IReadOnlyList<InstalmentLine>> Get(IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListInstalments(), ct);

    public sealed class Handler(SharesDb db, Caller caller)
        : IRequestHandler<ListInstalments, IReadOnlyList<InstalmentLine>>
    {
        public async Task<IReadOnlyList<InstalmentLine>> Handle(ListInstalments request, CancellationToken ct)
        {
            var me = caller.Person;
            return await (
                from p in db.InstalmentPlans
                where p.State == InstalmentState.Running && p.DueOn != null
                join a in db.Applications on p.Id equals a.Id
                where a.PersonId == me
                join o in db.Offers on p.OfferId equals o.Id
                join e in db.Enterprises on o.EnterpriseId equals e.Id
                orderby p.DueOn
                select new InstalmentLine(
                    a.Id,
                    e.Name,
                    o.Title,
                    o.Currency,
                    (p.PartUnits < a.PromisedUnits ? p.PartUnits : a.PromisedUnits) * o.ParValueMinor,
                    a.PromisedUnits * o.ParValueMinor,
                    p.DueOn!.Value
                )
            )
                .Take(200)
                .ToListAsync(ct);
        }
    }
}

/// <summary>A part that is due. Amounts are minor units.</summary>
/// <param name="ApplicationId">The application that is the first part.</param>
/// <param name="EnterpriseName">Whose shares.</param>
/// <param name="Title">The offer.</param>
/// <param name="Currency">Of both amounts.</param>
/// <param name="NextMinor">The next part.</param>
/// <param name="LeftMinor">All that is still promised.</param>
/// <param name="DueOn">When the next part is due.</param>
public sealed record InstalmentLine(
    ApplicationId ApplicationId,
    string EnterpriseName,
    string Title,
    Currency Currency,
    long NextMinor,
    long LeftMinor,
    DateOnly DueOn
);
