using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Register;

/// <summary>
/// Change my address in the register of one enterprise from today on, and say whether notices may come to an electronic
/// address. The board is told. What stood before stays readable for the days before.
/// </summary>
public sealed record ChangeMyAddress(
    MemberId MemberId,
    string Street,
    string Postcode,
    string City,
    string Country,
    string? Email,
    NoticePurpose? Purpose
) : ICommand<Unit>, IAllow<Owner>, IOfMember
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPut("/holdings/{memberId}/address", Put).WithTags("Portfolio");

    /// <inheritdoc cref="ChangeMyAddress"/>
    public static async Task<IResult> Put(MemberId memberId, Body body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(
            new ChangeMyAddress(
                memberId,
                body.Street,
                body.Postcode,
                body.City,
                body.Country,
                body.Email,
                body.Purpose
            ),
            ct
        );
        return Results.NoContent();
    }

    /// <summary>The whole address as it is from today on.</summary>
    /// <param name="Street">Street and number.</param>
    /// <param name="Postcode">Postal code.</param>
    /// <param name="City">Town or village.</param>
    /// <param name="Country">Two letters.</param>
    /// <param name="Email">Electronic address for notices; leave out for none.</param>
    /// <param name="Purpose">meetings or everything; with an electronic address only.</param>
    public sealed record Body(
        string Street,
        string Postcode,
        string City,
        string Country,
        string? Email,
        NoticePurpose? Purpose
    );

    public sealed class Rules : AbstractValidator<ChangeMyAddress>
    {
        public Rules()
        {
            RuleFor(r => r.Street).Line(2, 120);
            RuleFor(r => r.Postcode).Line(2, 12);
            RuleFor(r => r.City).Line(1, 80);
            RuleFor(r => r.Country).CountryCode();
            When(r => r.Email is not null, () => RuleFor(r => r.Email!).Email());
        }
    }

    public sealed class Handler(SharesDb db, Outbox outbox, Caller caller, TimeProvider clock)
        : IRequestHandler<ChangeMyAddress, Unit>
    {
        public async Task<Unit> Handle(ChangeMyAddress r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var (member, last, today) = await db.HolderToChange(r.MemberId, now, ct);
            var to = new HolderAddress(member.Name, r.Street, r.Postcode, r.City, r.Country, r.Email, r.Purpose);
            await db.Move(member, new HolderChangeOrder(to, today, "", caller.Sign(now)), last, today, ct);
            outbox.Add(new TellBoard("holder-moved", member.EnterpriseId, member.Number, member.Name, ""));
            return Unit.Value;
        }
    }
}

/// <summary>Ask the board to enter my new name. A name says who owns the shares, so the board wants to see a paper first.</summary>
public sealed record AskNewName(MemberId MemberId, string Name, string Document)
    : ICommand<Unit>,
        IAllow<Owner>,
        IOfMember
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/holdings/{memberId}/name-requests", Post).WithTags("Portfolio");

    /// <inheritdoc cref="AskNewName"/>
    public static async Task<IResult> Post(MemberId memberId, Body body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new AskNewName(memberId, body.Name, body.Document), ct);
        return Results.NoContent();
    }

    /// <summary>The new name, and the paper that I will show.</summary>
    public sealed record Body(string Name, string Document);

    public sealed class Rules : AbstractValidator<AskNewName>
    {
        public Rules()
        {
            RuleFor(r => r.Name).Line(2, 140);
            RuleFor(r => r.Document).Line(3, 200);
        }
    }

    public sealed class Handler(SharesDb db, Outbox outbox) : IRequestHandler<AskNewName, Unit>
    {
        public async Task<Unit> Handle(AskNewName r, CancellationToken ct)
        {
            var member =
                await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == r.MemberId, ct)
                ?? throw new NotThere("holding");
            if (r.Name.Trim() == member.Name)
                throw new Refused("holder.nothing-changed") { Field = "name" };
            var wanted = $"{r.Name.Trim()} ({r.Document.Trim()})";
            outbox.Add(new TellBoard("holder-name", member.EnterpriseId, member.Number, member.Name, wanted));
            return Unit.Value;
        }
    }
}
