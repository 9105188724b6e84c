using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>What the files of an allotment hold.</summary>
public enum AllotmentFile
{
    /// <summary>What was allotted upon.</summary>
    Inputs,

    /// <summary>What came out.</summary>
    Outcome,
}

/// <summary>
/// Download the inputs or the outcome of an allotment of my enterprise, byte for byte as their hashes say: ids of applications, no
/// names.
/// </summary>
public sealed record DownloadAllotmentFile(OfferId OfferId, AllotmentFile File, int Issue = 1)
    : IQuery<FileOfAllotment>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfOffer
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/offers/{offerId}/allotment/inputs.csv", Inputs)
            .WithTags("Allotment")
            .Produces<byte[]>(200, "text/csv");
        app.MapGet("/offers/{offerId}/allotment/outcome.csv", Outcome)
            .WithTags("Allotment")
            .Produces<byte[]>(200, "text/csv");
    }

    /// <summary>Download what an allotment of my enterprise was worked out from, without names.</summary>
    public static async Task<IResult> Inputs(OfferId offerId, int? issue, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new DownloadAllotmentFile(offerId, AllotmentFile.Inputs, issue ?? 1), ct)).ToResult();

    /// <summary>Download what came out of an allotment of my enterprise, without names.</summary>
    public static async Task<IResult> Outcome(OfferId offerId, int? issue, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new DownloadAllotmentFile(offerId, AllotmentFile.Outcome, issue ?? 1), ct)).ToResult();

    public sealed class Handler(AllotmentReading reading) : IRequestHandler<DownloadAllotmentFile, FileOfAllotment>
    {
        public async Task<FileOfAllotment> Handle(DownloadAllotmentFile r, CancellationToken ct) =>
            FileOfAllotment.Of(await reading.Stored(r.OfferId, ct, r.Issue), r.File);
    }
}

/// <summary>
/// Download the inputs or the outcome of the allotment in which I took part, so that I can work it out again: ids of
/// applications, no names.
/// </summary>
public sealed record DownloadMyAllotmentFile(ApplicationId ApplicationId, AllotmentFile File)
    : IQuery<FileOfAllotment>,
        IAllow<Owner>,
        IOfApplication
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/applications/{applicationId}/allotment/inputs.csv", Inputs)
            .WithTags("Allotment")
            .Produces<byte[]>(200, "text/csv");
        app.MapGet("/applications/{applicationId}/allotment/outcome.csv", Outcome)
            .WithTags("Allotment")
            .Produces<byte[]>(200, "text/csv");
    }

    /// <summary>Download what the allotment of my application was worked out from, without names.</summary>
    public static async Task<IResult> Inputs(ApplicationId applicationId, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new DownloadMyAllotmentFile(applicationId, AllotmentFile.Inputs), ct)).ToResult();

    /// <summary>Download what came out of the allotment of my application, without names.</summary>
    public static async Task<IResult> Outcome(ApplicationId applicationId, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new DownloadMyAllotmentFile(applicationId, AllotmentFile.Outcome), ct)).ToResult();

    public sealed class Handler(SharesDb db, AllotmentReading reading)
        : IRequestHandler<DownloadMyAllotmentFile, FileOfAllotment>
    {
        public async Task<FileOfAllotment> Handle(DownloadMyAllotmentFile r, CancellationToken ct)
        {
            var offer = await db.AllotmentLines.Where(l => l.ApplicationId == r.ApplicationId).ToListAsync(ct);
            return offer is [var line]
                ? FileOfAllotment.Of(await reading.Stored(line.OfferId, ct, line.No), r.File)
                : throw new NotThere("allotment");
        }
    }
}

/// <summary>A file of an allotment, whose bytes have a hash.</summary>
public sealed record FileOfAllotment(string FileName, byte[] Content)
{
    internal static FileOfAllotment Of(StoredAllotment stored, AllotmentFile file) =>
        file == AllotmentFile.Inputs
            ? new("inputs.csv", AllotmentFiles.Inputs(stored.Lines.Select(l => l.Row)))
            : new("outcome.csv", AllotmentFiles.Outcome(stored.Lines.Select(l => (l.Row, l.Allotted))));

    internal IResult ToResult() => Results.File(Content, "text/csv; charset=utf-8", FileName);
}
