using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using SocialShares.Data;
using SocialShares.Features.Payouts;
using SocialShares.Http;

namespace SocialShares.Features.Banking;

/// <summary>Download a released bank file of the client-money account: the same bytes however often.</summary>
public sealed record DownloadClientFile(int No) : IQuery<BankFileContent>, IAllow<Administrator>
{
    private const string Xml = "application/xml";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/bank/files/{no}", Get).WithTags("Bank").Produces<string>(200, Xml);

    /// <inheritdoc cref="DownloadClientFile"/>
    public static async Task<IResult> Get(int no, IMediator mediator, CancellationToken ct)
    {
        var file = await mediator.Send(new DownloadClientFile(no), ct);
        return Results.File(
            file.Content,
            Xml,
            file.FileName,
            entityTag: new EntityTagHeaderValue($"\"{file.Sha256}\"")
        );
    }

    public sealed class Handler(SharesDb db) : IRequestHandler<DownloadClientFile, BankFileContent>
    {
        public async Task<BankFileContent> Handle(DownloadClientFile r, CancellationToken ct)
        {
            var file =
                await db.ClientFiles.AsNoTracking().SingleOrDefaultAsync(f => f.No == r.No, ct)
                ?? throw new NotThere("bank-file");
            if (file.State != ClientFileState.Released)
                throw new Refused("client-file.not-released");
            return new BankFileContent($"pain001-client-money-{file.No}.xml", file.Content, file.Sha256);
        }
    }
}
