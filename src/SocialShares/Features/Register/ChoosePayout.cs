using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Register;

/// <summary>
/// Choose where my interest from one enterprise goes: to my bank account, or into new shares. Payments on bonds always go
/// to the account.
/// </summary>
public sealed record ChoosePayout(MemberId MemberId, PayoutDestination Destination, string? Iban)
    : ICommand<PayoutChosen>,
        IAllow<Owner>,
        IOfMember
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPut("/holdings/{memberId}/payout-choice", Put).WithTags("Portfolio");

    /// <inheritdoc cref="ChoosePayout"/>
    public static Task<PayoutChosen> Put(MemberId memberId, Body body, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ChoosePayout(memberId, body.Destination, body.Iban), ct);

    /// <summary>A payout choice; it holds for runs that are not calculated yet.</summary>
    /// <param name="Destination">bank or reinvest.</param>
    /// <param name="Iban">The account; spaces are allowed. With reinvest it may be left out by whoever has no bonds.</param>
    public sealed record Body(PayoutDestination Destination, string? Iban);

    public sealed class Rules : AbstractValidator<ChoosePayout>
    {
        public Rules() => When(r => r.Iban is not null, () => RuleFor(r => r.Iban!).Line(0, 50));
    }

    public sealed class Handler(SharesDb db) : IRequestHandler<ChoosePayout, PayoutChosen>
    {
        public async Task<PayoutChosen> Handle(ChoosePayout r, CancellationToken ct)
        {
            var member =
                await db.Members.SingleOrDefaultAsync(m => m.Id == r.MemberId, ct) ?? throw new NotThere("holding");
            var isWanted = r.Destination == PayoutDestination.Bank || !string.IsNullOrWhiteSpace(r.Iban);
            Iban? iban = isWanted ? Domain.Iban.Parse(r.Iban) : null;
            var choice = new PayoutChoice(r.Destination, iban?.Value);
            foreach (var shareClass in await Held(member.Id, ct))
                shareClass.Check(choice);
            member.Choose(choice);
            return new PayoutChosen(member.Id, member.Destination, iban?.LastFour, member.Version);
        }

        private Task<List<ShareClass>> Held(MemberId member, CancellationToken ct) =>
            db
                .ShareClasses.AsNoTracking()
                .Where(c => db.RegisterEntries.Any(e => e.MemberId == member && e.ShareClassId == c.Id))
                .ToListAsync(ct);
    }
}

/// <summary>The choice that holds from now on.</summary>
/// <param name="MemberId">The holding.</param>
/// <param name="Destination">Where payouts go.</param>
/// <param name="IbanLastFour">Last four characters of the account; null when none.</param>
/// <param name="Version">Raised with each change.</param>
public sealed record PayoutChosen(MemberId MemberId, PayoutDestination Destination, string? IbanLastFour, int Version);
