using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Holdings;

/// <summary>
/// Propose for the board to lower the value of every share of a class. Nothing happens before another board member confirms.
/// </summary>
public sealed record ProposeWriteDown(
    Guid Key,
    EnterpriseId EnterpriseId,
    ShareClassId ShareClassId,
    long ToMinor,
    string Reason
) : ICommand<WriteDownStanding>, IKeyed, IAllow<Board>, IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/enterprises/{enterpriseId}/share-classes/{shareClassId}/write-downs", Post)
            .WithTags("Write-downs");

    /// <inheritdoc cref="ProposeWriteDown"/>
    public static Task<WriteDownStanding> Post(
        EnterpriseId enterpriseId,
        ShareClassId shareClassId,
        Body body,
        IdempotencyKey key,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ProposeWriteDown(key.Value, enterpriseId, shareClassId, body.ToMinor, body.Reason), ct);

    /// <summary>What is proposed.</summary>
    /// <param name="ToMinor">Value of one share after, minor units; at least one.</param>
    /// <param name="Reason">Why, 10 to 500 characters; every holder reads it.</param>
    public sealed record Body(long ToMinor, string Reason);

    public sealed class Rules : AbstractValidator<ProposeWriteDown>
    {
        public Rules()
        {
            RuleFor(r => r.ToMinor).Amount();
            RuleFor(r => r.Reason).Text(10, 500);
        }
    }

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock)
        : IRequestHandler<ProposeWriteDown, WriteDownStanding>
    {
        public async Task<WriteDownStanding> Handle(ProposeWriteDown r, CancellationToken ct)
        {
            var shareClass =
                await db
                    .ShareClasses.AsNoTracking()
                    .SingleOrDefaultAsync(c => c.Id == r.ShareClassId && c.EnterpriseId == r.EnterpriseId, ct)
                ?? throw new NotThere("share-class");
            if (
                await db.WriteDowns.AnyAsync(
                    w => w.ShareClassId == shareClass.Id && w.State == WriteDownState.Proposed,
                    ct
                )
            )
                throw new Refused("write-down.another-waits");
            var writeDown = WriteDown.Propose(
                WriteDownId.From(r.Key),
                shareClass,
                r.ToMinor,
                r.Reason.Trim(),
                caller.Sign(clock.GetUtcNow().UtcDateTime)
            );
            db.WriteDowns.Add(writeDown);
            return WriteDownStanding.Of(writeDown);
        }
    }
}

/// <summary>Where a write-down stands; amounts in minor units.</summary>
/// <param name="Id">The write-down.</param>
/// <param name="State">Its state.</param>
/// <param name="FromMinor">Value of one share before.</param>
/// <param name="ToMinor">Value of one share after.</param>
/// <param name="LossMinor">What all holders lost together; 0 before it is confirmed.</param>
/// <param name="On">The day from which it holds; null before.</param>
public sealed record WriteDownStanding(
    WriteDownId Id,
    WriteDownState State,
    long FromMinor,
    long ToMinor,
    long LossMinor,
    DateOnly? On
)
{
    internal static WriteDownStanding Of(WriteDown w) => new(w.Id, w.State, w.FromMinor, w.ToMinor, w.LossMinor, w.On);
}
