using System.Globalization;
using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Issuing;
using SocialShares.Http;

namespace SocialShares.Features.Banking;

/// <summary>
/// Pay my application by bank transfer: it gets a reference of its own, the payment page is closed, and the units are held until the
/// money had time to come. For whoever applied on paper the board chooses.
/// </summary>
public sealed record ChooseBankTransfer(ApplicationId ApplicationId)
    : ICommand<Unit>,
        IAllow<Owner>,
        IAllow<Board>,
        IOfApplication
{
    private const int Digits = 12;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/applications/{applicationId}/bank-transfer", Post)
            .WithTags("Bank")
            .RequireRateLimiting(Limits.Buying);

    /// <inheritdoc cref="ChooseBankTransfer"/>
    public static async Task<BankTransferShown> Post(
        ApplicationId applicationId,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new ChooseBankTransfer(applicationId), ct);
        return await mediator.Send(new ReadBankTransfer(applicationId), ct);
    }

    public sealed class Handler(SharesDb db, Outbox outbox, BankSettings bank, Caller caller, TimeProvider clock)
        : IRequestHandler<ChooseBankTransfer, Unit>
    {
        public async Task<Unit> Handle(ChooseBankTransfer r, CancellationToken ct)
        {
            // Chosen twice: the same reference.
            if (await db.BankTransfers.AnyAsync(t => t.ApplicationId == r.ApplicationId, ct))
                return Unit.Value;
            var application = await db.Applications.SingleAsync(a => a.Id == r.ApplicationId, ct);
            if (application.PersonId != caller.PersonId && await db.HasAccount(application.PersonId, ct))
                throw new Refused("bank-transfer.not-yours");
            var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == application.OfferId, ct);
            if (bank.For(offer.Currency) is null)
                throw new Refused("bank-transfer.no-account", offer.Currency.Code);
            var now = clock.GetUtcNow().UtcDateTime;
            // A later part is due after the offer has closed.
            var closesOn = application.InstalmentOf is null ? offer.ClosesOn : null;
            var dueOn = TransferTime.DueOn(LegalDay.Of(now, offer.TimeZone), closesOn, bank.DaysToPay);
            var heldUntil = LegalDay.Start(dueOn.AddDays(bank.DaysToBook + 1), offer.TimeZone);
            if (application.AwaitTransfer(heldUntil) is { } session)
                outbox.Add(new CloseCheckout(application.Id, session));
            db.BankTransfers.Add(new BankTransfer(application, offer.Currency, NewReference(), dueOn, now));
            outbox.Add(new MailTransfer("transfer-details", application.Id));
            return Unit.Value;
        }

        // Drawn, not counted: a mistyped one is hardly ever another's, and nobody reads from it how much is sold.
        private static CreditorReference NewReference() =>
            CreditorReference.Of(
                string.Concat(
                    Enumerable
                        .Range(0, Digits)
                        .Select(_ => RandomNumberGenerator.GetInt32(10).ToString(CultureInfo.InvariantCulture))
                )
            );
    }
}
