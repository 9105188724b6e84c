using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Banking;

/// <summary>See what is to be paid from the client-money account, and the bank files that were made.</summary>
public sealed record ListBankOrders : IQuery<BankOrdersShown>, IAllow<Administrator>
{
    private const int Most = 200;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/bank/orders", Get).WithTags("Bank");

    /// <inheritdoc cref="ListBankOrders"/>
    public static Task<BankOrdersShown> Get(IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListBankOrders(), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ListBankOrders, BankOrdersShown>
    {
        public async Task<BankOrdersShown> Handle(ListBankOrders r, CancellationToken ct)
        {
            var orders = await db
                .BankOrders.AsNoTracking()
                .Where(o => o.SeenAt == null && o.State != BankOrderState.Returned && o.State != BankOrderState.Dropped)
                .OrderBy(o => o.State)
                .ThenBy(o => o.Id)
                .Take(Most)
                .ToListAsync(ct);
            var ready = await db
                .BankOrders.Where(o => o.State == BankOrderState.Ready)
                .GroupBy(o => o.Currency)
                .Select(g => new ReadyShown(g.Key, g.Count(), g.Sum(o => o.AmountMinor)))
                .ToListAsync(ct);
            var files = await db
                .ClientFiles.AsNoTracking()
                .OrderByDescending(f => f.No)
                .Take(Most)
                .Select(f => new ClientFileShown(
                    f.No,
                    f.State,
                    f.Currency,
                    f.NumberOfTransactions,
                    f.ControlSumMinor,
                    f.Sha256,
                    f.MadeBy,
                    f.MadeByName,
                    f.MadeAt,
                    f.DecidedByName,
                    f.DecidedAt,
                    db.BankOrders.Count(o => o.FileId == f.Id && o.SeenAt != null)
                ))
                .ToListAsync(ct);
            return new BankOrdersShown([.. orders.Select(BankOrderShown.Of)], ready, files);
        }
    }
}

/// <summary>Orders that are not done, what waits for a file, and the files.</summary>
public sealed record BankOrdersShown(
    IReadOnlyList<BankOrderShown> Orders,
    IReadOnlyList<ReadyShown> Ready,
    IReadOnlyList<ClientFileShown> Files
);

/// <summary>What the next file of a currency would pay.</summary>
public sealed record ReadyShown(Currency Currency, int Orders, long Minor);

/// <summary>An order to pay from the client-money account. Amounts are minor units; instants are UTC.</summary>
public sealed record BankOrderShown(
    BankOrderId Id,
    BankOrderKind Kind,
    BankOrderState State,
    long AmountMinor,
    Currency Currency,
    string PayeeName,
    string? Iban,
    ApplicationId? ApplicationId,
    int Attempt,
    DateTime RequestedAt
)
{
    internal static BankOrderShown Of(BankOrder o) =>
        new(
            o.Id,
            o.Kind,
            o.State,
            o.AmountMinor,
            o.Currency,
            o.PayeeName,
            o.Iban,
            o.ApplicationId,
            o.Attempt,
            o.RequestedAt
        );
}

/// <summary>A bank file of the client-money account. Amounts are minor units; instants are UTC.</summary>
public sealed record ClientFileShown(
    int No,
    ClientFileState State,
    Currency Currency,
    int NumberOfTransactions,
    long ControlSumMinor,
    string Sha256,
    PersonId? MadeById,
    string MadeBy,
    DateTime MadeAt,
    string? DecidedBy,
    DateTime? DecidedAt,
    int Seen
);
