using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Banking;

/// <summary>
/// See what of the bank statements waits for a person: payments that nobody knows, oldest first, with whom they may be from; and
/// statements that do not begin where the one before ended.
/// </summary>
public sealed record ListWork : IQuery<WorkList>, IAllow<Administrator>
{
    private const int Most = 100;
    private const int Proposals = 5;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/bank/work-list", Get).WithTags("Bank");

    /// <inheritdoc cref="ListWork"/>
    public static Task<WorkList> Get(IMediator mediator, CancellationToken ct) => mediator.Send(new ListWork(), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ListWork, WorkList>
    {
        public async Task<WorkList> Handle(ListWork r, CancellationToken ct)
        {
            var open = db.LineOutcomes.Where(o => o.State == LineState.Open);
            var lines = await open.Join(db.StatementLines, o => o.LineId, l => l.Id, (_, l) => l)
                .AsNoTracking()
                .OrderBy(l => l.BookedOn)
                .ThenBy(l => l.StatementId)
                .ThenBy(l => l.No)
                .Take(Most)
                .ToListAsync(ct);
            var items = new List<WorkItem>();
            foreach (var line in lines)
                items.Add(await Item(line, ct));
            return new WorkList(await open.CountAsync(ct), items, await Differences(ct));
        }

        private async Task<WorkItem> Item(StatementLine l, CancellationToken ct) =>
            new(
                l.Id,
                l.StatementId,
                l.BookedOn,
                l.AmountMinor,
                l.Currency,
                l.Name,
                l.Iban,
                l.Reference,
                l.Text,
                l.AmountMinor > 0 ? await Payers(l, ct) : [],
                l.AmountMinor < 0 ? await Files(l, ct) : []
            );

        // Who awaits money of this currency, and has the same amount to pay, the same account, or the same name.
        private async Task<List<Proposal>> Payers(StatementLine l, CancellationToken ct)
        {
            var (iban, name) = (l.Iban ?? "-", (l.Name ?? "-").ToUpperInvariant());
            var found = await (
                from t in db.BankTransfers
                where t.State == BankTransferState.Open && t.Currency == l.Currency
                join a in db.Applications on t.ApplicationId equals a.Id
                join o in db.Offers on a.OfferId equals o.Id
                let sameAmount = t.AmountMinor - t.ReceivedMinor == l.AmountMinor
                let sameAccount = a.Iban == iban
                let sameName = a.Name.ToUpper() == name
                where sameAmount || sameAccount || sameName
                orderby (sameAmount ? 1 : 0) + (sameAccount ? 2 : 0) + (sameName ? 2 : 0) descending, t.ChosenAt
                select new Proposal(
                    a.Id,
                    a.Name,
                    o.Title,
                    t.Reference,
                    t.AmountMinor - t.ReceivedMinor,
                    sameAmount,
                    sameAccount,
                    sameName
                )
            )
                .Take(Proposals)
                .ToListAsync(ct);
            return found;
        }

        // Banks may book a file of ours in one sum.
        private Task<List<int>> Files(StatementLine l, CancellationToken ct) =>
            db
                .ClientFiles.Where(f => f.State == ClientFileState.Released && f.Currency == l.Currency)
                .Where(f => f.ControlSumMinor == -l.AmountMinor)
                .Where(f => db.BankOrders.Any(o => o.FileId == f.Id && o.SeenAt == null))
                .OrderBy(f => f.No)
                .Select(f => f.No)
                .Take(Proposals)
                .ToListAsync(ct);

        private async Task<IReadOnlyList<BalanceDifference>> Differences(CancellationToken ct)
        {
            var all = new List<BalanceDifference>();
            foreach (var currency in await db.Statements.Select(s => s.Currency).Distinct().ToListAsync(ct))
            {
                var open = await db.OpenGaps(currency, ct);
                var ids = open.Select(g => g.Id).ToList();
                var named = await db.Statements.Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
                all.AddRange(
                    open.Select(g => new BalanceDifference(
                        g.Id,
                        named[g.Id].BankId,
                        named[g.Id].ClosingOn,
                        g.Minor,
                        currency
                    ))
                );
            }
            return all;
        }
    }
}
