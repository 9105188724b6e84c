using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Register;

/// <summary>Read the entries of the register of my enterprise, newest first, of all holders or of one.</summary>
public sealed record ReadEntries(EnterpriseId EnterpriseId, int? Before = null, int Take = 50, int? Holder = null)
    : IQuery<EntriesPage>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/enterprises/{enterpriseId}/register/entries", Get).WithTags("Register");

    /// <inheritdoc cref="ReadEntries"/>
    public static Task<EntriesPage> Get(
        EnterpriseId enterpriseId,
        int? before,
        int? take,
        int? holder,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ReadEntries(enterpriseId, before, take ?? 50, holder), ct);

    public sealed class Rules : AbstractValidator<ReadEntries>
    {
        public Rules()
        {
            RuleFor(r => r.Take).Between(1, 500);
            When(r => r.Before is not null, () => RuleFor(r => r.Before!.Value).Between(1, int.MaxValue));
            When(r => r.Holder is not null, () => RuleFor(r => r.Holder!.Value).Between(1, int.MaxValue));
        }
    }

    public sealed class Handler(SharesDb db) : IRequestHandler<ReadEntries, EntriesPage>
    {
        public async Task<EntriesPage> Handle(ReadEntries r, CancellationToken ct)
        {
            var entries = db.RegisterEntries.AsNoTracking().Where(e => e.EnterpriseId == r.EnterpriseId);
            if (r.Before is { } before)
                entries = entries.Where(e => e.Number < before);
            if (r.Holder is { } number)
            {
                var holder = db
                    .Members.Where(m => m.EnterpriseId == r.EnterpriseId && m.Number == number)
                    .Select(m => m.Id);
                entries = entries.Where(e => holder.Contains(e.MemberId));
            }
            var rows = await (
                from e in entries
                join m in db.Members on e.MemberId equals m.Id
                join c in db.ShareClasses on e.ShareClassId equals c.Id into classes
                from shareClass in classes.DefaultIfEmpty()
                join b in db.BondSeries on e.BondSeriesId equals b.Id into series
                from bonds in series.DefaultIfEmpty()
                orderby e.Number descending
                select new EntryRow(
                    e.Number,
                    m.Number,
                    m.Name,
                    e.BondSeriesId != null,
                    shareClass == null ? bonds.Code : shareClass.Code,
                    e.Kind,
                    e.Units,
                    e.PriceMinor,
                    e.ValidOn,
                    e.RecordedAt,
                    e.Reason,
                    e.Document,
                    db.RegisterEntries.Where(x => x.Id == e.CorrectsId).Select(x => (int?)x.Number).FirstOrDefault(),
                    e.Hash
                )
            )
                .Take(r.Take + 1)
                .ToListAsync(ct);
            var page = rows.Take(r.Take).ToList();
            return new EntriesPage(page, rows.Count > r.Take ? page[^1].Number : null);
        }
    }
}

/// <summary>Part of the entries of a register.</summary>
/// <param name="Entries">Newest first.</param>
/// <param name="Next">Ask for the next page with this as <c>before</c>; null on the last page.</param>
public sealed record EntriesPage(IReadOnlyList<EntryRow> Entries, int? Next);

/// <summary>One entry of a register.</summary>
/// <param name="Number">Counts from 1 within the enterprise.</param>
/// <param name="HolderNumber">The holder's number.</param>
/// <param name="HolderName">The holder's name today.</param>
/// <param name="IsOfBonds">Is it about bonds?</param>
/// <param name="SecurityCode">The class of shares or the series of bonds.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Units">Signed units.</param>
/// <param name="PriceMinor">Price of one unit at the time, minor units.</param>
/// <param name="ValidOn">The day from which it holds.</param>
/// <param name="RecordedAt">When it was written down, UTC.</param>
/// <param name="Reason">Why.</param>
/// <param name="Document">The paper it rests on; may be empty.</param>
/// <param name="Corrects">Number of the entry that a correction corrects.</param>
/// <param name="Hash">Its hash in the chain.</param>
public sealed record EntryRow(
    int Number,
    int HolderNumber,
    string HolderName,
    bool IsOfBonds,
    string SecurityCode,
    EntryKind Kind,
    long Units,
    long PriceMinor,
    DateOnly ValidOn,
    DateTime RecordedAt,
    string Reason,
    string Document,
    int? Corrects,
    string Hash
);
