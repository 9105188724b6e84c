using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Payouts;

/// <summary>Download a bank file of a payout run: the same bytes however often.</summary>
public sealed record DownloadBankFile(PayoutRunId PayoutRunId, int No)
    : IQuery<BankFileContent>,
        IAllow<Administrator>,
        IAllow<Board>,
        IOfPayoutRun
{
    private const string Xml = "application/xml";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/payout-runs/{payoutRunId}/bank-files/{no}", Get).WithTags("Payouts").Produces<string>(200, Xml);

    /// <inheritdoc cref="DownloadBankFile"/>
    public static async Task<IResult> Get(PayoutRunId payoutRunId, int no, IMediator mediator, CancellationToken ct)
    {
        var file = await mediator.Send(new DownloadBankFile(payoutRunId, no), ct);
        return Results.File(
            file.Content,
            Xml,
            file.FileName,
            entityTag: new EntityTagHeaderValue($"\"{file.Sha256}\"")
        );
    }

    public sealed class Handler(SharesDb db) : IRequestHandler<DownloadBankFile, BankFileContent>
    {
        public async Task<BankFileContent> Handle(DownloadBankFile r, CancellationToken ct) =>
            await (
                from f in db.BankFiles.AsNoTracking()
                where f.RunId == r.PayoutRunId && f.No == r.No
                join p in db.PayoutRuns on f.RunId equals p.Id
                select new BankFileContent($"pain001-{p.Number}-{f.No}.xml", f.Content, f.Sha256)
            ).SingleOrDefaultAsync(ct) ?? throw new NotThere("bank-file");
    }
}

/// <summary>A bank file as it was written.</summary>
/// <param name="FileName">The name under which a browser saves it.</param>
/// <param name="Content">The bytes.</param>
/// <param name="Sha256">Their hash, lower-case hexadecimal.</param>
public sealed record BankFileContent(string FileName, byte[] Content, string Sha256);
