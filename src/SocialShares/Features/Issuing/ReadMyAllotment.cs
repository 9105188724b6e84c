using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Read how my application was allotted: what I asked, what I got, by which rule, and how to work it out again.</summary>
public sealed record ReadMyAllotment(ApplicationId ApplicationId) : IQuery<MyAllotment>, IAllow<Owner>, IOfApplication
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/applications/{applicationId}/allotment", Get).WithTags("Allotment");

    /// <inheritdoc cref="ReadMyAllotment"/>
    public static Task<MyAllotment> Get(ApplicationId applicationId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadMyAllotment(applicationId), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ReadMyAllotment, MyAllotment>
    {
        public async Task<MyAllotment> Handle(ReadMyAllotment r, CancellationToken ct)
        {
            var x =
                await db
                    .AllotmentLines.AsNoTracking()
                    .Where(l => l.ApplicationId == r.ApplicationId)
                    .Join(
                        db.AllotmentOutcomes,
                        l => new { l.OfferId, l.No },
                        o => new { o.OfferId, o.No },
                        (Line, Outcome) => new { Line, Outcome }
                    )
                    .SingleOrDefaultAsync(ct)
                ?? throw new NotThere("allotment");
            return new MyAllotment(
                x.Line.Units * x.Outcome.ParValueMinor,
                x.Line.Allotted * x.Outcome.ParValueMinor,
                x.Line.IsResident,
                x.Line.Priority,
                x.Line.Holder,
                Domain.AllotmentOutcome.HashOf(x.Outcome.Seed),
                AllotmentSummary.Of(x.Outcome)
            );
        }
    }
}

/// <summary>One application in an allotment, as its owner sees it. Amounts are minor units.</summary>
/// <param name="AskedMinor">What was asked.</param>
/// <param name="AllottedMinor">What was allotted; the rest goes back.</param>
/// <param name="IsResident">Did it count as a resident's?</param>
/// <param name="Priority">Higher went first.</param>
/// <param name="Holder">The application that stands for all of this holder in the files.</param>
/// <param name="SeedSha256">Hash of the seed, which was shown before the offer opened.</param>
/// <param name="Allotment">The allotment of all.</param>
public sealed record MyAllotment(
    long AskedMinor,
    long AllottedMinor,
    bool IsResident,
    int Priority,
    ApplicationId Holder,
    string SeedSha256,
    AllotmentSummary Allotment
);

/// <summary>An allotment as everyone sees it: how, and how much in all. Amounts are minor units.</summary>
/// <param name="Policy">Who got what when there was not enough.</param>
/// <param name="ResidentsFirst">Were residents allotted before the others?</param>
/// <param name="LeastUnits">The least that anybody could get, unless nothing; 0: any number.</param>
/// <param name="Applications">How many there were.</param>
/// <param name="OfferedMinor">What there was.</param>
/// <param name="AskedMinor">What was asked for.</param>
/// <param name="AllottedMinor">What was allotted.</param>
/// <param name="Seed">What decided between equals.</param>
/// <param name="InputsSha256">Hash of the file of inputs.</param>
/// <param name="OutcomeSha256">Hash of the file of the outcome.</param>
/// <param name="DecidedByName">Who signed; empty: all got what they asked, there was nothing to decide.</param>
/// <param name="DecidedAt">Instant, UTC.</param>
public sealed record AllotmentSummary(
    AllocationPolicy Policy,
    bool ResidentsFirst,
    long LeastUnits,
    int Applications,
    long OfferedMinor,
    long AskedMinor,
    long AllottedMinor,
    string Seed,
    string InputsSha256,
    string OutcomeSha256,
    string DecidedByName,
    DateTime DecidedAt
)
{
    /// <summary>Did anybody get less than was asked?</summary>
    public bool WasShort => AllottedMinor < AskedMinor;

    internal static AllotmentSummary Of(AllotmentOutcome o) =>
        new(
            o.Policy,
            o.ResidentsFirst,
            o.LeastUnits,
            o.Applications,
            o.UnitsOffered * o.ParValueMinor,
            o.UnitsAsked * o.ParValueMinor,
            o.UnitsAllotted * o.ParValueMinor,
            o.Seed,
            o.InputsSha256,
            o.OutcomeSha256,
            o.DecidedByName,
            o.DecidedAt
        );
}
