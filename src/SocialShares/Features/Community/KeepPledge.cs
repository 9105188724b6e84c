using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Community;

/// <summary>Read my pledge by the link in my mail.</summary>
public sealed record ReadPledge(string Code) : IQuery<PledgeShown>, IAllow<Anyone>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/pledge", Get).WithTags("Pledges");

    /// <inheritdoc cref="ReadPledge"/>
    public static Task<PledgeShown> Get(string? code, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadPledge(code ?? ""), ct);

    public sealed class Handler(SharesDb db, MailLinks links) : IRequestHandler<ReadPledge, PledgeShown>
    {
        public async Task<PledgeShown> Handle(ReadPledge r, CancellationToken ct)
        {
            var pledge = await db.PledgeOf(links, r.Code, ct);
            var offer = await db.Offers.Where(o => o.Id == pledge.OfferId).Select(o => o.Slug).SingleAsync(ct);
            return new PledgeShown(offer, pledge.Name, pledge.AmountMinor, pledge.ConfirmedAt);
        }
    }
}

/// <summary>A pledge as its owner sees it.</summary>
/// <param name="Slug">The offer's name in addresses.</param>
/// <param name="Name">Name given.</param>
/// <param name="AmountMinor">Minor units.</param>
/// <param name="ConfirmedAt">UTC; null while it does not count yet.</param>
public sealed record PledgeShown(string Slug, string Name, long AmountMinor, DateTime? ConfirmedAt);

/// <summary>Confirm my pledge by the link in my mail, or change its amount; from then on it counts.</summary>
public sealed record ConfirmPledge(string Code, long? AmountMinor) : ICommand<Unit>, IAllow<Anyone>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/pledge/confirm", Post).WithTags("Pledges").RequireRateLimiting(Limits.Writing);

    /// <inheritdoc cref="ConfirmPledge"/>
    public static async Task<IResult> Post(Body body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ConfirmPledge(body.Code, body.AmountMinor), ct);
        return Results.NoContent();
    }

    /// <summary>The code of the link.</summary>
    /// <param name="Code">From the mail.</param>
    /// <param name="AmountMinor">Another amount than before; left out: the same.</param>
    public sealed record Body(string Code, long? AmountMinor);

    public sealed class Rules : AbstractValidator<ConfirmPledge>
    {
        public Rules()
        {
            RuleFor(r => r.Code).Text(1, 1000);
            RuleFor(r => r.AmountMinor ?? 1).Amount("amountMinor", r => r.AmountMinor is not null);
        }
    }

    public sealed class Handler(SharesDb db, MailLinks links, TimeProvider clock) : IRequestHandler<ConfirmPledge, Unit>
    {
        public async Task<Unit> Handle(ConfirmPledge r, CancellationToken ct)
        {
            var pledge = await db.PledgeOf(links, r.Code, ct);
            var round = await db.PledgeRounds.AsNoTracking().OfOffer(pledge.OfferId, ct);
            if (r.AmountMinor is { } amount && amount != pledge.AmountMinor)
            {
                var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == pledge.OfferId, ct);
                pledge.Change(round, offer, amount);
            }
            pledge.Confirm(round, clock.GetUtcNow().UtcDateTime);
            return Unit.Value;
        }
    }
}

/// <summary>Take my pledge back by the link in my mail: what I gave is erased at once.</summary>
public sealed record WithdrawPledge(string Code) : ICommand<Unit>, IAllow<Anyone>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/pledge/withdraw", Post).WithTags("Pledges").RequireRateLimiting(Limits.Writing);

    /// <inheritdoc cref="WithdrawPledge"/>
    public static async Task<IResult> Post(Body body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new WithdrawPledge(body.Code), ct);
        return Results.NoContent();
    }

    /// <summary>The code of the link.</summary>
    public sealed record Body(string Code);

    public sealed class Rules : AbstractValidator<WithdrawPledge>
    {
        public Rules() => RuleFor(r => r.Code).Text(1, 1000);
    }

    public sealed class Handler(SharesDb db, MailLinks links) : IRequestHandler<WithdrawPledge, Unit>
    {
        public async Task<Unit> Handle(WithdrawPledge r, CancellationToken ct)
        {
            db.Pledges.Remove(await db.PledgeOf(links, r.Code, ct));
            return Unit.Value;
        }
    }
}

internal static class PledgeLinks
{
    /// <summary>The pledge that a link is about.</summary>
    /// <exception cref="NotThere">The link was not made here, or the pledge was erased.</exception>
    public static async Task<Pledge> PledgeOf(this SharesDb db, MailLinks links, string code, CancellationToken ct)
    {
        if (links.Read(MailLinks.Pledge, code, 1) is not [var id])
            throw new NotThere("pledge");
        var pledge = new PledgeId(id);
        return await db.Pledges.SingleOrDefaultAsync(p => p.Id == pledge, ct) ?? throw new NotThere("pledge");
    }
}
