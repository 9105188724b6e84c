using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Adapters.Sepa;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Banking;

/// <summary>See how to pay my application by bank transfer, and how much has come.</summary>
public sealed record ReadBankTransfer(ApplicationId ApplicationId)
    : IQuery<BankTransferShown>,
        IAllow<Owner>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfApplication
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/applications/{applicationId}/bank-transfer", Get).WithTags("Bank");

    /// <inheritdoc cref="ReadBankTransfer"/>
    public static Task<BankTransferShown> Get(ApplicationId applicationId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadBankTransfer(applicationId), ct);

    public sealed class Handler(TransferReading reading) : IRequestHandler<ReadBankTransfer, BankTransferShown>
    {
        public async Task<BankTransferShown> Handle(ReadBankTransfer r, CancellationToken ct) =>
            await reading.Of(r.ApplicationId, ct) ?? throw new NotThere("bank-transfer");
    }
}

/// <summary>How an application is paid by bank transfer. Amounts are minor units.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="State">Open, paid, or given up.</param>
/// <param name="AccountName">To whom the transfer goes.</param>
/// <param name="Iban">To which account.</param>
/// <param name="Bic">Of the bank; null where it is not needed.</param>
/// <param name="Currency">Of the amounts.</param>
/// <param name="AmountMinor">What is to be paid.</param>
/// <param name="ReceivedMinor">What has come.</param>
/// <param name="MissingMinor">What is still to come.</param>
/// <param name="Reference">To be copied into the transfer, without spaces.</param>
/// <param name="DueOn">The last day on which the money may reach the account.</param>
/// <param name="QrText">What a banking app reads from the code (EPC069-12); null where there is none for the currency.</param>
public sealed record BankTransferShown(
    ApplicationId ApplicationId,
    BankTransferState State,
    string AccountName,
    string Iban,
    string? Bic,
    Currency Currency,
    long AmountMinor,
    long ReceivedMinor,
    long MissingMinor,
    string Reference,
    DateOnly DueOn,
    string? QrText
);

/// <summary>Money of an application that goes back by bank, as its owner sees it.</summary>
/// <param name="Kind">Why.</param>
/// <param name="State">Where it stands.</param>
/// <param name="AmountMinor">Minor units.</param>
/// <param name="IbanEnd">The last four characters of the account; null where none is known.</param>
/// <param name="SentAt">When the bank got the order, UTC.</param>
public sealed record BankRefundShown(
    BankOrderKind Kind,
    BankOrderState State,
    long AmountMinor,
    string? IbanEnd,
    DateTime? SentAt
);

/// <summary>Reads what concerns the bank of an application.</summary>
public sealed class TransferReading(SharesDb db, BankSettings bank)
{
    /// <summary>How it is paid by transfer; null where it is not.</summary>
    public async Task<BankTransferShown?> Of(ApplicationId id, CancellationToken ct)
    {
        var t = await db.BankTransfers.AsNoTracking().SingleOrDefaultAsync(x => x.ApplicationId == id, ct);
        // A currency whose account was taken out of the settings: old transfers have nothing to pay to.
        if (t is null || bank.For(t.Currency) is not { } account)
            return null;
        return new BankTransferShown(
            t.ApplicationId,
            t.State,
            account.Name,
            account.Number.Value,
            account.Bic,
            t.Currency,
            t.AmountMinor,
            t.ReceivedMinor,
            t.MissingMinor,
            t.Reference,
            t.DueOn,
            t.Currency == Currency.Eur && t.MissingMinor > 0 ? QrText(account, t) : null
        );
    }

    /// <summary>Its money that goes back by bank; orders that were returned stand by those that took their place.</summary>
    public async Task<IReadOnlyList<BankRefundShown>> BackOf(ApplicationId id, CancellationToken ct)
    {
        var orders = await db
            .BankOrders.AsNoTracking()
            .Where(o => o.ApplicationId == id)
            .Where(o => o.State != BankOrderState.Returned && o.State != BankOrderState.Dropped)
            .OrderBy(o => o.Id)
            .ToListAsync(ct);
        return [.. orders.Select(o => new BankRefundShown(o.Kind, o.State, o.AmountMinor, o.Iban?[^4..], o.SentAt))];
    }

    /// <summary>Can an application still be paid by transfer: is there an account, and time enough?</summary>
    public bool Takes(Application application, Offer offer, DateOnly today) =>
        application.State is ApplicationState.Started or ApplicationState.AwaitingPayment
        && !application.IsAtTheBank
        && bank.For(offer.Currency) is not null
        && (
            application.InstalmentOf is not null
            || offer.ClosesOn is null
            || offer.ClosesOn >= today.AddDays(TransferTime.LeastDays)
        );

    // European Payments Council, EPC069-12: version 002, UTF-8; amount with a point; the reference alone, no other text.
    private static string QrText(ClientAccount account, BankTransfer t) =>
        string.Join(
            '\n',
            "BCD",
            "002",
            "1",
            "SCT",
            account.Bic ?? "",
            SepaText.Of(account.Name, 70),
            account.Number.Value,
            string.Create(CultureInfo.InvariantCulture, $"EUR{t.MissingMinor / 100}.{t.MissingMinor % 100:00}"),
            "",
            t.Reference
        );
}
