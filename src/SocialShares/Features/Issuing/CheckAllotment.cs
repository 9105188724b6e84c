using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Work the allotment of my offer out anew from the stored inputs and compare it with what was stored, with the applications and
/// with the register. An offer that issues more than once has one for each issue.
/// </summary>
public sealed record CheckAllotment(OfferId OfferId, int Issue = 1)
    : IQuery<AllotmentChecked>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/offers/{offerId}/allotment/check", Get).WithTags("Allotment");

    /// <inheritdoc cref="CheckAllotment"/>
    public static Task<AllotmentChecked> Get(OfferId offerId, int? issue, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new CheckAllotment(offerId, issue ?? 1), ct);

    public sealed class Handler(SharesDb db, AllotmentReading reading)
        : IRequestHandler<CheckAllotment, AllotmentChecked>
    {
        public async Task<AllotmentChecked> Handle(CheckAllotment r, CancellationToken ct)
        {
            var stored = await reading.Stored(r.OfferId, ct, r.Issue);
            var again = stored.Again();
            var seed = await db
                .Offers.AsNoTracking()
                .Where(o => o.Id == r.OfferId)
                .Select(o => o.AllotmentSeed)
                .SingleAsync(ct);
            var applications = await db
                .Applications.Where(a => a.OfferId == r.OfferId && a.AllottedUnits > 0)
                // Those of this issue, and any that no issue has allotted.
                .Where(a => !db.AllotmentLines.Any(l => l.ApplicationId == a.Id && l.No != r.Issue))
                .Select(a => new { a.Id, a.AllottedUnits })
                .ToDictionaryAsync(a => a.Id.Value, a => a.AllottedUnits, ct);
            var sources = stored.Lines.Select(l => l.ApplicationId.Value).ToHashSet();
            var entries = await db
                .RegisterEntries.Where(e => e.EnterpriseId == stored.Outcome.EnterpriseId && e.Kind == EntryKind.Issue)
                .Select(e => new { e.SourceId, e.Units })
                .ToListAsync(ct);
            var lines = stored
                .Lines.Where(l => l.Allotted > 0)
                .ToDictionary(l => l.ApplicationId.Value, l => l.Allotted);
            return new AllotmentChecked(
                again.InputsSha256 == stored.Outcome.InputsSha256,
                again.OutcomeSha256 == stored.Outcome.OutcomeSha256
                    && stored.Lines.All(l => again.Of(l.ApplicationId) == l.Allotted),
                seed == stored.Outcome.Seed,
                Same(lines, applications),
                Same(
                    lines,
                    entries.Where(e => sources.Contains(e.SourceId)).ToDictionary(e => e.SourceId, e => e.Units)
                )
            );
        }

        private static bool Same(Dictionary<Guid, long> one, Dictionary<Guid, long> other) =>
            one.Count == other.Count && one.All(x => other.GetValueOrDefault(x.Key) == x.Value);
    }
}

/// <summary>What holds of a stored allotment.</summary>
/// <param name="Inputs">The stored inputs have the hash that was signed.</param>
/// <param name="Outcome">Worked out anew, every application gets what was stored, with the same hash.</param>
/// <param name="Seed">The seed is the one whose hash was shown before the offer opened.</param>
/// <param name="Applications">Every application says what the allotment says.</param>
/// <param name="Register">The register says what the allotment says.</param>
public sealed record AllotmentChecked(bool Inputs, bool Outcome, bool Seed, bool Applications, bool Register)
{
    /// <summary>All of it.</summary>
    public bool Holds => Inputs && Outcome && Seed && Applications && Register;
}
