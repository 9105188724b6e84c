using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Community;

/// <summary>Say whether updates of an enterprise should come to me by mail. Notices that the law asks for always do.</summary>
public sealed record ChooseUpdates(EnterpriseId EnterpriseId, bool Wanted)
    : ICommand<Unit>,
        IAllow<SignedIn>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPut("/enterprises/{enterpriseId}/updates-by-mail", Put).WithTags("Updates");

    /// <inheritdoc cref="ChooseUpdates"/>
    public static async Task<IResult> Put(
        EnterpriseId enterpriseId,
        Body body,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new ChooseUpdates(enterpriseId, body.Wanted), ct);
        return Results.NoContent();
    }

    /// <summary>Do I want them?</summary>
    public sealed record Body(bool Wanted);

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock) : IRequestHandler<ChooseUpdates, Unit>
    {
        public async Task<Unit> Handle(ChooseUpdates r, CancellationToken ct)
        {
            if (!await db.Enterprises.AnyAsync(e => e.Id == r.EnterpriseId, ct))
                throw new NotThere("enterprise");
            await db.Choose(r.EnterpriseId, caller.Person, r.Wanted, clock.GetUtcNow().UtcDateTime, ct);
            return Unit.Value;
        }
    }
}

/// <summary>Read whose updates a link in a mail would stop.</summary>
public sealed record ReadUpdatesLink(string Code) : IQuery<UpdatesLink>, IAllow<Anyone>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/updates-by-mail", Get).WithTags("Updates");

    /// <inheritdoc cref="ReadUpdatesLink"/>
    public static Task<UpdatesLink> Get(string? code, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadUpdatesLink(code ?? ""), ct);

    public sealed class Handler(SharesDb db, MailLinks links) : IRequestHandler<ReadUpdatesLink, UpdatesLink>
    {
        public async Task<UpdatesLink> Handle(ReadUpdatesLink r, CancellationToken ct)
        {
            var (enterprise, person) = links.OfUpdates(r.Code);
            var name = await db.Enterprises.Where(e => e.Id == enterprise).Select(e => e.Name).SingleOrDefaultAsync(ct);
            var stopped = await db.UpdateOptOuts.AnyAsync(
                s => s.EnterpriseId == enterprise && s.PersonId == person,
                ct
            );
            return new UpdatesLink(name ?? throw new NotThere("updates-link"), Wanted: !stopped);
        }
    }
}

/// <summary>What a link to stop updates is about.</summary>
/// <param name="Enterprise">Name of the enterprise.</param>
/// <param name="Wanted">Do its updates come by mail?</param>
public sealed record UpdatesLink(string Enterprise, bool Wanted);

/// <summary>Stop the updates of an enterprise, or let them come again, by the link in a mail; nobody needs to sign in for it.</summary>
public sealed record FollowUpdatesLink(string Code, bool Wanted) : ICommand<Unit>, IAllow<Anyone>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/updates-by-mail", Post).WithTags("Updates").RequireRateLimiting(Limits.Writing);

    /// <inheritdoc cref="FollowUpdatesLink"/>
    public static async Task<IResult> Post(Body body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new FollowUpdatesLink(body.Code, body.Wanted), ct);
        return Results.NoContent();
    }

    /// <summary>The code of the link, and whether the updates should come.</summary>
    public sealed record Body(string Code, bool Wanted);

    public sealed class Rules : AbstractValidator<FollowUpdatesLink>
    {
        public Rules() => RuleFor(r => r.Code).Text(1, 1000);
    }

    public sealed class Handler(SharesDb db, MailLinks links, TimeProvider clock)
        : IRequestHandler<FollowUpdatesLink, Unit>
    {
        public async Task<Unit> Handle(FollowUpdatesLink r, CancellationToken ct)
        {
            var (enterprise, person) = links.OfUpdates(r.Code);
            await db.Choose(enterprise, person, r.Wanted, clock.GetUtcNow().UtcDateTime, ct);
            return Unit.Value;
        }
    }
}

internal static class UpdateChoices
{
    /// <summary>Whose updates to whom a link is about.</summary>
    /// <exception cref="NotThere">The link was not made here.</exception>
    public static (EnterpriseId Enterprise, PersonId Person) OfUpdates(this MailLinks links, string code) =>
        links.Read(MailLinks.StopUpdates, code, 2) is [var enterprise, var person]
            ? (new EnterpriseId(enterprise), new PersonId(person))
            : throw new NotThere("updates-link");

    public static async Task Choose(
        this SharesDb db,
        EnterpriseId enterprise,
        PersonId person,
        bool wanted,
        DateTime now,
        CancellationToken ct
    )
    {
        var stopped = await db.UpdateOptOuts.SingleOrDefaultAsync(
            s => s.EnterpriseId == enterprise && s.PersonId == person,
            ct
        );
        if (wanted && stopped is not null)
            db.UpdateOptOuts.Remove(stopped);
        else if (!wanted && stopped is null)
            db.UpdateOptOuts.Add(
                new UpdateOptOut
                {
                    EnterpriseId = enterprise,
                    PersonId = person,
                    At = now,
                }
            );
    }
}
