using FluentValidation;
using MediatR;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Register;

/// <summary>Record another name or address of a holder on a paper that the board has seen, from a day on.</summary>
public sealed record RecordHolderChange(MemberId MemberId, HolderAddress To, DateOnly ValidOn, string Document)
    : ICommand<Unit>,
        IAllow<Board>,
        IOfMember
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/holders/{memberId}/changes", Post).WithTags("Register");

    /// <inheritdoc cref="RecordHolderChange"/>
    public static async Task<IResult> Post(MemberId memberId, Body body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RecordHolderChange(memberId, body.To, body.ValidOn, body.Document), ct);
        return Results.NoContent();
    }

    /// <summary>All of it as it is from that day on.</summary>
    /// <param name="To">Name and address, with the electronic address that the holder has notified.</param>
    /// <param name="ValidOn">The first day on which it holds; not in the future, not before the last change.</param>
    /// <param name="Document">The paper, 3 to 200 characters.</param>
    public sealed record Body(HolderAddress To, DateOnly ValidOn, string Document);

    public sealed class Rules : AbstractValidator<RecordHolderChange>
    {
        public Rules()
        {
            RuleFor(r => r.To).Present();
            When(
                r => r.To is not null,
                () =>
                {
                    RuleFor(r => r.To.Name).Line(2, 140);
                    RuleFor(r => r.To.Street).Line(2, 120);
                    RuleFor(r => r.To.Postcode).Line(2, 12);
                    RuleFor(r => r.To.City).Line(1, 80);
                    RuleFor(r => r.To.Country).CountryCode();
                    When(r => r.To.Email is not null, () => RuleFor(r => r.To.Email!).Email());
                }
            );
            RuleFor(r => r.ValidOn).Day();
            RuleFor(r => r.Document).Line(3, 200);
        }
    }

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock)
        : IRequestHandler<RecordHolderChange, Unit>
    {
        public async Task<Unit> Handle(RecordHolderChange r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var (member, last, today) = await db.HolderToChange(r.MemberId, now, ct);
            var order = new HolderChangeOrder(r.To, r.ValidOn, r.Document, caller.Sign(now));
            await db.Move(member, order, last, today, ct);
            return Unit.Value;
        }
    }
}
