using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Ledger;

namespace SocialShares.Jobs;

/// <summary>
/// Keeps each night the balances of all accounts, and compares them with adding up the whole journal; a difference is a
/// failed run that administrators see, and balances are added up from the entries until it is gone.
/// </summary>
public sealed class KeepBalances(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock)
    : RecordedJob(scopes, gate, clock)
{
    protected override async Task<string> Do(IServiceProvider services, IMediator mediator, CancellationToken ct)
    {
        var taken = await mediator.Send(new TakeSnapshot(), ct);
        await mediator.Send(new VerifySnapshot(), ct);
        var db = services.GetRequiredService<SharesDb>();
        var newest = await db.LedgerSnapshots.AsNoTracking().OrderByDescending(s => s.CutAt).FirstOrDefaultAsync(ct);
        Invariant.Holds(
            newest is null || await new LedgerBalances(db).Trusted(ct) is not null,
            $"the snapshot of {newest?.CutAt:u} does not equal the entries before it"
        );
        return taken is null ? "" : $"balances of {newest!.Entries} entries";
    }
}
