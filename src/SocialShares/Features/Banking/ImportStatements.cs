using MediatR;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using SocialShares.Adapters.Sepa;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Banking;

/// <summary>
/// Take in a file of bank statements (camt.053, versions 02, 04 and 08) of the client-money account. All of it is taken in, or
/// nothing. What was taken in before, as this file or in another one, is recognised. Its lines are booked afterwards.
/// </summary>
/// <param name="FileName">Its name, as the person knows it.</param>
/// <param name="Sha256">Of the file, lower-case hexadecimal.</param>
/// <param name="Open">Reads it from the beginning; more than once where the command lost a race.</param>
public sealed record ImportStatements(string FileName, string Sha256, Func<Stream> Open)
    : ICommand<StatementsImported>,
        IAllow<Administrator>
{
    private const int LongestName = 100;
    private const int MostAwaited = 2_000;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/bank/statements", Post)
            .WithTags("Bank")
            .RequireRateLimiting(Limits.Deciding)
            .Accepts<byte[]>("application/xml");

    /// <inheritdoc cref="ImportStatements"/>
    public static async Task<StatementsImported> Post(
        HttpRequest http,
        string? fileName,
        Access access,
        BankSettings bank,
        IMediator mediator,
        OutboxDelivery delivery,
        CancellationToken ct
    )
    {
        // Before a file is read for somebody who may not send it.
        await access.Require(new ImportStatements("", "", () => Stream.Null), ct);
        var most = bank.LargestStatementMegabytes * 1024L * 1024;
        if (http.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = most + 1;
        await using var file = await SpooledFile.From(http.Body, most, ct);
        return await Take(file, fileName ?? "", mediator, delivery, ct);
    }

    /// <summary>Takes in a file and books its lines for the person who waits; a long one goes on after the answer.</summary>
    public static async Task<StatementsImported> Take(
        SpooledFile file,
        string fileName,
        IMediator mediator,
        OutboxDelivery delivery,
        CancellationToken ct
    )
    {
        var taken = await mediator.Send(Of(file, fileName), ct);
        foreach (var row in taken.OutboxRows)
            await delivery.Deliver(row, ct);
        return taken;
    }

    private static ImportStatements Of(SpooledFile file, string fileName)
    {
        var name = string.Concat(Path.GetFileName(fileName).Where(c => !char.IsControl(c)));
        return new ImportStatements(name.Length > LongestName ? name[..LongestName] : name, file.Sha256, file.Open);
    }

    public sealed class Handler(SharesDb db, StatementDesk desk, Outbox outbox, Caller caller, TimeProvider clock)
        : IRequestHandler<ImportStatements, StatementsImported>
    {
        public async Task<StatementsImported> Handle(ImportStatements r, CancellationToken ct)
        {
            var by = caller.Sign(clock.GetUtcNow().UtcDateTime);
            var known = await db.Statements.AsNoTracking().Where(s => s.Sha256 == r.Sha256).ToListAsync(ct);
            if (known.Count > 0)
                return new StatementsImported([.. known.Select(s => StatementTaken.Known(s))], []);
            var taken = new List<StatementTaken>();
            StatementIntake? intake = null;
            await using var source = r.Open();
            await foreach (var (statement, entry) in Camt053.Read(source, ct))
                if (entry is null)
                {
                    if (intake is not null)
                        taken.Add(await intake.End(ct));
                    intake = await desk.Begin(statement, (r.FileName, r.Sha256), by, ct);
                }
                else
                    await intake!.Add(entry, ct);
            taken.Add(await (intake ?? throw new Refused("statement.none") { Field = "file" }).End(ct));
            return new StatementsImported(taken, [.. taken.Where(t => t.NewLines > 0).SelectMany(Order)]);
        }

        // Nobody waits for the booking of a long one.
        private IEnumerable<Guid> Order(StatementTaken taken)
        {
            if (taken.NewLines <= MostAwaited)
                return [outbox.AddAwaited(new BookStatement(taken.Id))];
            outbox.Add(new BookStatement(taken.Id));
            return [];
        }
    }
}

/// <summary>What a file brought.</summary>
/// <param name="Statements">Each statement in it.</param>
/// <param name="OutboxRows">The deliveries that book its lines; of no use to callers of the API.</param>
public sealed record StatementsImported(
    IReadOnlyList<StatementTaken> Statements,
    [property: System.Text.Json.Serialization.JsonIgnore] IReadOnlyList<Guid> OutboxRows
);

/// <summary>One statement of a file.</summary>
/// <param name="Id">The statement.</param>
/// <param name="BankId">The bank's name for it.</param>
/// <param name="WasKnown">It had been taken in before; nothing was done.</param>
/// <param name="NewLines">Lines that it brought.</param>
/// <param name="KnownLines">Lines that another statement had brought.</param>
public sealed record StatementTaken(StatementId Id, string BankId, bool WasKnown, int NewLines, int KnownLines)
{
    /// <summary>One that was there.</summary>
    public static StatementTaken Known(AccountStatement s) => new(s.Id, s.BankId, WasKnown: true, 0, 0);
}
