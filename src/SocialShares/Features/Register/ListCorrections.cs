using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Register;

/// <summary>See the corrections of the register of my enterprise: those that wait for a second person, and earlier ones.</summary>
public sealed record ListCorrections(EnterpriseId EnterpriseId)
    : IQuery<IReadOnlyList<CorrectionShown>>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfEnterprise
{
    private const int Most = 200;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/enterprises/{enterpriseId}/register/corrections", Get).WithTags("Register");

    /// <inheritdoc cref="ListCorrections"/>
    public static Task<IReadOnlyList<CorrectionShown>> Get(
        EnterpriseId enterpriseId,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ListCorrections(enterpriseId), ct);

    public sealed class Handler(SharesDb db, Caller caller)
        : IRequestHandler<ListCorrections, IReadOnlyList<CorrectionShown>>
    {
        public async Task<IReadOnlyList<CorrectionShown>> Handle(ListCorrections r, CancellationToken ct)
        {
            var me = caller.Person;
            return await (
                from c in db.RegisterCorrections.AsNoTracking()
                where c.EnterpriseId == r.EnterpriseId
                join e in db.RegisterEntries on c.EntryId equals e.Id
                join m in db.Members on e.MemberId equals m.Id
                orderby c.ProposedAt descending
                select new CorrectionShown(
                    c.Id,
                    e.Number,
                    m.Number,
                    m.Name,
                    c.Units,
                    db.Members.Where(x => x.Id == c.ToMemberId).Select(x => (int?)x.Number).FirstOrDefault(),
                    c.ValidOn,
                    c.Reason,
                    c.Document,
                    c.State,
                    c.ProposedByName,
                    c.ProposedAt,
                    c.DecidedByName,
                    c.DecidedAt,
                    c.State == CorrectionState.Proposed && c.ProposedBy != me
                )
            )
                .Take(Most)
                .ToListAsync(ct);
        }
    }
}

/// <summary>A correction of the register.</summary>
/// <param name="Id">Its id in the API.</param>
/// <param name="EntryNumber">The entry that is wrong.</param>
/// <param name="HolderNumber">Its holder's number.</param>
/// <param name="HolderName">Its holder's name.</param>
/// <param name="Units">Units more, or below zero fewer, for that holder.</param>
/// <param name="ToNumber">The holder to whom they belong instead; null: to nobody.</param>
/// <param name="ValidOn">The day from which it holds.</param>
/// <param name="Reason">What was wrong.</param>
/// <param name="Document">The paper that shows it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="ProposedByName">Who proposed it.</param>
/// <param name="ProposedAt">When, UTC.</param>
/// <param name="DecidedByName">Who confirmed or rejected it.</param>
/// <param name="DecidedAt">When, UTC.</param>
/// <param name="MayConfirm">May the one who asks confirm it?</param>
public sealed record CorrectionShown(
    RegisterCorrectionId Id,
    int EntryNumber,
    int HolderNumber,
    string HolderName,
    long Units,
    int? ToNumber,
    DateOnly ValidOn,
    string Reason,
    string Document,
    CorrectionState State,
    string ProposedByName,
    DateTime ProposedAt,
    string? DecidedByName,
    DateTime? DecidedAt,
    bool MayConfirm
);
