using MediatR;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Ledger;

/// <summary>Download the whole journal in plain text accounting form, as hledger reads it.</summary>
public sealed record ExportJournal : IQuery<Download>, IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/ledger/journal.txt", Get).WithTags("Ledger").Produces<string>(200, "text/plain");

    /// <inheritdoc cref="ExportJournal"/>
    public static async Task<IResult> Get(IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new ExportJournal(), ct)).ToResult(ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ExportJournal, Download>
    {
        public Task<Download> Handle(ExportJournal r, CancellationToken ct) =>
            Task.FromResult(
                new Download(
                    "ledger.journal",
                    "text/plain; charset=utf-8",
                    (stream, stop) => JournalText.Write(db, stream, stop)
                )
            );
    }
}
