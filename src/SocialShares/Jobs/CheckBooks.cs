using MediatR;
using SocialShares.Data;
using SocialShares.Features.Ledger;

namespace SocialShares.Jobs;

/// <summary>Compares each night what must always agree; a difference is a failed run that administrators see.</summary>
public sealed class CheckBooks(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock)
    : RecordedJob(scopes, gate, clock)
{
    private static readonly TimeSpan OnItsWay = TimeSpan.FromSeconds(20);

    protected override async Task<string> Do(IServiceProvider services, IMediator mediator, CancellationToken ct)
    {
        var before = await mediator.Send(new ReadChecks(), ct);
        if (before.All(c => c.Holds != false))
            return $"{before.Count(c => c.Holds == true)} of {before.Count} agree";
        // Money on its way differs for a moment: only what differs by the same figures a little later is wrong.
        await Task.Delay(OnItsWay, ct);
        var after = await mediator.Send(new ReadChecks(), ct);
        var wrong = after.Where(c => c.Holds == false && before.Any(b => IsSame(b, c))).ToList();
        return wrong.Count == 0
            ? $"{after.Count(c => c.Holds == true)} of {after.Count} agree"
            : throw new InvariantBroken(
                $"the books differ: {string.Join(", ", wrong.Select(c => $"{c.Code} {c.Subject}"))}"
            );
    }

    private static bool IsSame(BookCheck a, BookCheck b) =>
        (a.Code, a.Subject, a.Left, a.Right) == (b.Code, b.Subject, b.Left, b.Right);
}
