using System.Text.Json;
using System.Threading.Channels;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data.Bulk;
using SocialShares.Http;
using SocialShares.Ports;

namespace SocialShares.Data;

/// <summary>Puts work that leaves the process beside the change that causes it.</summary>
public sealed class Outbox(SharesDb db, TimeProvider clock)
{
    /// <summary>Adds a delivery to the save that is under way.</summary>
    public void Add(IDelivery delivery) => Add(delivery, claimedFor: null);

    /// <summary>Adds a delivery that leaves only after a while, so that it can look again whether it still should.</summary>
    public void AddLater(IDelivery delivery, TimeSpan after) => Add(delivery, claimedFor: null, after);

    /// <summary>
    /// Adds a delivery for whose result a person waits: the same request delivers it after the save. Until then it is
    /// claimed, so that the loop does not take it away; when the request dies, the loop takes it once the claim ends.
    /// </summary>
    /// <returns>The row's id for <see cref="OutboxDelivery.Deliver"/>.</returns>
    public Guid AddAwaited(IDelivery delivery) => Add(delivery, OutboxDelivery.Claim);

    /// <summary>
    /// Adds a delivery to each of many people by the bulk path, so many a second from now on: what else becomes due meanwhile
    /// does not wait behind all of them.
    /// </summary>
    /// <returns>How many were added.</returns>
    public Task<long> AddMany(IEnumerable<IDelivery> deliveries, int aSecond, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var rows = deliveries.Select((d, i) => Row(d, now, now.AddSeconds(i / aSecond)));
        return BulkInsert.Insert(db, rows, ct);
    }

    private Guid Add(IDelivery delivery, TimeSpan? claimedFor, TimeSpan after = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var row = Row(delivery, now, now + after);
        row.ClaimedUntil = now + claimedFor;
        db.Outbox.Add(row);
        return row.Id;
    }

    private static OutboxRow Row(IDelivery delivery, DateTime now, DateTime due) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Kind = delivery.GetType().Name,
            Body = JsonSerializer.Serialize(delivery, delivery.GetType(), Json.Options),
            CreatedAt = now,
            DueAt = due,
        };
}

/// <summary>Wakes the loop that delivers the outbox, so that nobody waits for the job that is the net beneath it.</summary>
public sealed class OutboxSignal
{
    private readonly Channel<bool> wakes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void Wake() => wakes.Writer.TryWrite(true);

    public async Task Wait(CancellationToken ct) => await wakes.Reader.ReadAsync(ct);
}

/// <summary>
/// Delivers rows of the outbox: claims each by a conditional update, backs off after a failure, parks a row that keeps
/// failing until an administrator retries it.
/// </summary>
public sealed class OutboxDelivery(
    IServiceScopeFactory scopes,
    WriteGate gate,
    TimeProvider clock,
    ILogger<OutboxDelivery> log
)
{
    /// <summary>After minutes of refusals somebody should look.</summary>
    public const int AttemptsBeforeParking = 8;

    /// <summary>What was not answered is asked again for most of the day in which the provider knows our keys.</summary>
    public const int UnansweredBeforeParking = 40;
    internal static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);
    private static readonly Dictionary<string, Type> Kinds = typeof(IDelivery)
        .Assembly.GetTypes()
        .Where(t => t.IsClass && t.IsAssignableTo(typeof(IDelivery)))
        .ToDictionary(t => t.Name);

    /// <summary>Delivers everything that is due.</summary>
    /// <returns>Rows delivered and rows that failed this time.</returns>
    public async Task<(int Delivered, int Failed)> DeliverDue(CancellationToken ct)
    {
        var (delivered, failed) = (0, 0);
        while (await Due(ct) is { Count: > 0 } due)
        {
            var before = delivered + failed;
            foreach (var id in due)
                _ = await Attempt(id, awaited: false, ct) switch
                {
                    true => delivered++,
                    false => failed++,
                    null => 0,
                };
            // Others hold the claims of everything we saw: leave it to them.
            if (before == delivered + failed)
                break;
        }
        return (delivered, failed);
    }

    /// <summary>Delivers a row of <see cref="Outbox.AddAwaited"/> now, for the person who waits.</summary>
    /// <returns>True: done. False: it failed and will be tried again. Null: somebody else has it or it is done.</returns>
    public Task<bool?> Deliver(Guid id, CancellationToken ct) => Attempt(id, awaited: true, ct);

    private async Task<bool?> Attempt(Guid id, bool awaited, CancellationToken ct)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<SharesDb>();
        if (await Take(db, id, awaited, ct) is not { } row)
            return null;
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeMachine(row.Kind);
        try
        {
            var delivery = (IDelivery)JsonSerializer.Deserialize(row.Body, Kinds[row.Kind], Json.Options)!;
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(delivery, ct);
            await Close(id, ct);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.DeliveryFailed(e, row.Kind, row.Attempts);
            await PutBack(row, e, ct);
            return false;
        }
    }

    private async Task<List<Guid>> Due(CancellationToken ct)
    {
        using var scope = scopes.CreateScope();
        var now = clock.GetUtcNow().UtcDateTime;
        return await scope
            .ServiceProvider.GetRequiredService<SharesDb>()
            .Outbox.Where(o => o.DoneAt == null && o.ParkedAt == null && o.DueAt <= now)
            .Where(o => o.ClaimedUntil == null || o.ClaimedUntil < now)
            .OrderBy(o => o.DueAt)
            .Select(o => o.Id)
            .Take(200)
            .ToListAsync(ct);
    }

    private async Task<OutboxRow?> Take(SharesDb db, Guid id, bool awaited, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        int taken;
        using (await gate.Enter(ct))
            taken = await db
                .Outbox.Where(o => o.Id == id && o.DoneAt == null && o.ParkedAt == null)
                // The claim on an awaited row belongs to the request that waits, as long as nobody has tried it.
                .Where(o => o.ClaimedUntil == null || o.ClaimedUntil < now || awaited && o.Attempts == 0)
                .ExecuteUpdateAsync(
                    s =>
                        s.SetProperty(o => o.ClaimedUntil, now + Claim)
                            .SetProperty(o => o.Attempts, o => o.Attempts + 1),
                    ct
                );
        return taken == 0 ? null : await db.Outbox.AsNoTracking().SingleAsync(o => o.Id == id, ct);
    }

    private async Task Close(Guid id, CancellationToken ct)
    {
        using var scope = scopes.CreateScope();
        var now = clock.GetUtcNow().UtcDateTime;
        using (await gate.Enter(ct))
            await scope
                .ServiceProvider.GetRequiredService<SharesDb>()
                .Outbox.Where(o => o.Id == id)
                .ExecuteUpdateAsync(s => s.SetProperty(o => o.DoneAt, now), ct);
    }

    private async Task PutBack(OutboxRow row, Exception e, CancellationToken ct)
    {
        using var scope = scopes.CreateScope();
        var now = clock.GetUtcNow().UtcDateTime;
        var due = now + TimeSpan.FromSeconds(Math.Min(3600, 2 << Math.Min(row.Attempts, 10)));
        var patience = e is OutcomeUnknown ? UnansweredBeforeParking : AttemptsBeforeParking;
        DateTime? parked = row.Attempts >= patience ? now : null;
        var error = $"{e.GetType().Name}: {e.Message}";
        if (error.Length > 1000)
            error = error[..1000];
        using (await gate.Enter(ct))
            await scope
                .ServiceProvider.GetRequiredService<SharesDb>()
                .Outbox.Where(o => o.Id == row.Id)
                .ExecuteUpdateAsync(
                    s =>
                        s.SetProperty(o => o.DueAt, due)
                            .SetProperty(o => o.ParkedAt, parked)
                            .SetProperty(o => o.ClaimedUntil, (DateTime?)null)
                            .SetProperty(o => o.LastError, error),
                    ct
                );
    }
}

/// <summary>Delivers as soon as a command has put something into the outbox.</summary>
public sealed class OutboxLoop(OutboxDelivery delivery, OutboxSignal signal, ILogger<OutboxLoop> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await signal.Wait(stoppingToken);
            try
            {
                await delivery.DeliverDue(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LoopFailed(e); // the job tries again within seconds
            }
        }
    }
}

internal static partial class OutboxLog
{
    [LoggerMessage(LogLevel.Warning, "Delivery {Kind} failed at attempt {Attempt}")]
    public static partial void DeliveryFailed(this ILogger log, Exception e, string kind, int attempt);

    [LoggerMessage(LogLevel.Error, "The outbox could not be read")]
    public static partial void LoopFailed(this ILogger log, Exception e);
}
