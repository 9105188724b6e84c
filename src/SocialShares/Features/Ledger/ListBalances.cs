using MediatR;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Ledger;

/// <summary>List the balances of all accounts, of one book or of accounts whose names begin alike, now or at the end of a day.</summary>
public sealed record ListBalances(string? Book = null, string? Prefix = null, DateOnly? On = null)
    : IQuery<BalancesRead>,
        IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/ledger/balances", Get).WithTags("Ledger");

    /// <inheritdoc cref="ListBalances"/>
    public static Task<BalancesRead> Get(
        string? book,
        string? prefix,
        DateOnly? on,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ListBalances(book, prefix, on), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ListBalances, BalancesRead>
    {
        public async Task<BalancesRead> Handle(ListBalances r, CancellationToken ct)
        {
            var balances = new LedgerBalances(db);
            var which = new WhichAccounts(r.Book is { Length: > 0 } ? r.Book : null, r.Prefix ?? "");
            var found = r.On is { } day ? await balances.On(day, which, ct) : await balances.Now(which, ct);
            return new BalancesRead(
                [
                    .. found
                        .OrderBy(b => b.Book == SocialShares.Domain.Book.Platform ? "" : b.Book, StringComparer.Ordinal)
                        .ThenBy(b => b.Account, StringComparer.Ordinal)
                        .ThenBy(b => b.Currency.Code, StringComparer.Ordinal),
                ],
                (await balances.Trusted(ct))?.CutAt
            );
        }
    }
}

/// <summary>Balances of accounts.</summary>
/// <param name="Accounts">Book by book, account by account; a debit is positive, a credit negative, minor units.</param>
/// <param name="SnapshotAt">Entries from before this instant (UTC) were added up once; null: all were added up now.</param>
public sealed record BalancesRead(IReadOnlyList<AccountBalance> Accounts, DateTime? SnapshotAt);
