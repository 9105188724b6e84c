using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Banking;

/// <summary>
/// Look through the payments of a bank file, before or after it is released: to whom, to which account, why, and whether an
/// administrator typed the account. Comma separated text, amounts in minor units.
/// </summary>
public sealed record ClientFileCsv(int No) : IQuery<Download>, IAllow<Administrator>
{
    private static readonly string[] Columns =
    [
        "payee",
        "iban",
        "amountMinor",
        "currency",
        "why",
        "application",
        "accountNamedBy",
        "state",
    ];

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/bank/files/{no}/payments.csv", Get).WithTags("Bank").Produces<string>(200, "text/csv");

    /// <inheritdoc cref="ClientFileCsv"/>
    public static async Task<IResult> Get(int no, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new ClientFileCsv(no), ct)).ToResult(ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ClientFileCsv, Download>
    {
        public async Task<Download> Handle(ClientFileCsv r, CancellationToken ct)
        {
            var file =
                await db.ClientFiles.Where(f => f.No == r.No).Select(f => (ClientFileId?)f.Id).SingleOrDefaultAsync(ct)
                ?? throw new NotThere("bank-file");
            var payments = db.BankOrders.AsNoTracking().Where(o => o.FileId == file).OrderBy(o => o.Id);
            return Download.Csv(
                $"client-money-{r.No}.csv",
                Columns,
                payments.AsAsyncEnumerable(),
                o =>
                    [
                        o.PayeeName,
                        o.Iban,
                        o.AmountMinor,
                        o.Currency.Code,
                        o.Kind,
                        o.ApplicationId,
                        o.AccountNamedBy is null ? "" : "administrator",
                        o.State,
                    ]
            );
        }
    }
}
