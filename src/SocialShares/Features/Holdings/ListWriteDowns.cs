using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Holdings;

/// <summary>List write-downs of my enterprise's shares, proposed and done, newest first.</summary>
public sealed record ListWriteDowns(EnterpriseId EnterpriseId)
    : IQuery<IReadOnlyList<WriteDownRow>>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/enterprises/{enterpriseId}/write-downs", Get).WithTags("Write-downs");

    /// <inheritdoc cref="ListWriteDowns"/>
    public static Task<IReadOnlyList<WriteDownRow>> Get(
        EnterpriseId enterpriseId,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ListWriteDowns(enterpriseId), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ListWriteDowns, IReadOnlyList<WriteDownRow>>
    {
        public async Task<IReadOnlyList<WriteDownRow>> Handle(ListWriteDowns r, CancellationToken ct) =>
            await (
                from w in db.WriteDowns.AsNoTracking()
                where w.EnterpriseId == r.EnterpriseId
                join c in db.ShareClasses on w.ShareClassId equals c.Id
                orderby w.ProposedAt descending
                select new WriteDownRow(
                    w.Id,
                    c.Code,
                    w.State,
                    w.FromMinor,
                    w.ToMinor,
                    w.Reason,
                    w.ProposedBy,
                    w.ProposedByName,
                    w.ProposedAt,
                    w.DecidedByName,
                    w.On,
                    w.LossMinor
                )
            ).ToListAsync(ct);
    }
}

/// <summary>A write-down in a list; amounts in minor units.</summary>
/// <param name="Id">The write-down.</param>
/// <param name="Code">The class.</param>
/// <param name="State">Where it stands.</param>
/// <param name="FromMinor">Value of one share before.</param>
/// <param name="ToMinor">Value of one share after.</param>
/// <param name="Reason">Why.</param>
/// <param name="ProposedById">Who proposed it.</param>
/// <param name="ProposedBy">Their name.</param>
/// <param name="ProposedAt">When, UTC.</param>
/// <param name="DecidedBy">Who confirmed or dropped it.</param>
/// <param name="On">The day from which it holds.</param>
/// <param name="LossMinor">What all holders lost together.</param>
public sealed record WriteDownRow(
    WriteDownId Id,
    string Code,
    WriteDownState State,
    long FromMinor,
    long ToMinor,
    string Reason,
    PersonId ProposedById,
    string ProposedBy,
    DateTime ProposedAt,
    string? DecidedBy,
    DateOnly? On,
    long LossMinor
);
