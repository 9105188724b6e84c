using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Adapters.Sepa;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Banking;

/// <summary>Make a bank file of everything that waits to be paid from the client-money account; another administrator releases it.</summary>
public sealed record MakeBankFile(Currency Currency) : ICommand<ClientFileMade>, IAllow<Administrator>
{
    private const int LinesInAFile = 10_000;

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/bank/files", Post).WithTags("Bank");

    /// <inheritdoc cref="MakeBankFile"/>
    public static Task<ClientFileMade> Post(Body body, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new MakeBankFile(body.Currency), ct);

    /// <summary>Of which account.</summary>
    /// <param name="Currency">Its currency.</param>
    public sealed record Body(Currency Currency);

    public sealed class Handler(SharesDb db, BankSettings bank, Caller caller, TimeProvider clock)
        : IRequestHandler<MakeBankFile, ClientFileMade>
    {
        public async Task<ClientFileMade> Handle(MakeBankFile r, CancellationToken ct)
        {
            var account = bank.For(r.Currency) ?? throw new Refused("bank-transfer.no-account", r.Currency.Code);
            var by = caller.Sign(clock.GetUtcNow().UtcDateTime);
            var named = await NameEnterprises(ct);
            var ready = await db
                .BankOrders.Where(o => o.State == BankOrderState.Ready && o.Currency == r.Currency)
                .OrderBy(o => o.Id)
                .Take(LinesInAFile)
                .ToListAsync(ct);
            // What no bank would take must not stop everybody else; a name can always be written by its account's number.
            var orders = ready
                .Concat(named.Where(o => o.Currency == r.Currency))
                .Where(o => o.AmountMinor <= Pain001.LargestAmountMinor)
                .ToList();
            if (orders.Count == 0)
                throw new Refused("client-file.nothing");
            var file = await Write(account, orders, by, ct);
            foreach (var order in orders)
                order.Take(file.Id);
            db.ClientFiles.Add(file);
            caller.Concerns($"bank file {file.No}");
            return new ClientFileMade(file.No, file.NumberOfTransactions, file.ControlSumMinor);
        }

        // An enterprise that had named no account, or another one than that from which the bank returned the money.
        private async Task<List<BankOrder>> NameEnterprises(CancellationToken ct)
        {
            var waiting = await db
                .BankOrders.Where(o => o.State == BankOrderState.NeedsAccount && o.Kind == BankOrderKind.Drawdown)
                .Join(db.Enterprises, o => o.EnterpriseId, e => e.Id, (Order, e) => new { Order, e.Iban })
                .Where(x => x.Iban != null)
                .Where(x => !db.BankOrders.Any(o => o.CauseId == x.Order.CauseId && o.Iban == x.Iban))
                .ToListAsync(ct);
            foreach (var x in waiting)
                x.Order.NameAccount(Iban.Parse(x.Iban));
            return waiting.ConvertAll(x => x.Order);
        }

        private async Task<ClientFile> Write(
            ClientAccount account,
            List<BankOrder> orders,
            Signature by,
            CancellationToken ct
        )
        {
            var (id, sum) = (ClientFileId.New(), orders.Select(o => o.Amount).Aggregate((a, b) => a + b));
            var header = new BankFileHeader(
                id.Value.ToString("N"),
                by.At,
                account.Name,
                account.Number,
                DateOnly.FromDateTime(by.At),
                sum.Currency,
                orders.Count,
                sum.Minor
            );
            using var content = new MemoryStream();
            await Pain001.Write(content, header, orders.Select(Line).ToAsyncEnumerable(), ct);
            var bytes = content.ToArray();
            var no = 1 + (await db.ClientFiles.MaxAsync(f => (int?)f.No, ct) ?? 0);
            return new ClientFile(
                id,
                no,
                (orders.Count, sum),
                bytes,
                Convert.ToHexStringLower(SHA256.HashData(bytes)),
                by
            );
        }

        private static BankFileLine Line(BankOrder o) =>
            new(
                o.EndToEndId,
                o.AmountMinor,
                SepaText.Of(o.PayeeName, o.PayeeName.Length * 4).Any(char.IsAsciiLetterOrDigit) ? o.PayeeName : o.Iban!,
                Iban.Parse(o.Iban),
                o.Remittance
            );
    }
}

/// <summary>A file that waits for a second administrator. Minor units.</summary>
public sealed record ClientFileMade(int No, int Orders, long Minor);
