using Microsoft.EntityFrameworkCore;
using SocialShares.Jobs;
using SocialShares.Tests.Faults;

namespace SocialShares.Tests.Hosting;

/// <summary>Everything that must add up, whatever happened.</summary>
public sealed partial class TestWorld
{
    /// <summary>Balance of an account of the platform's book; debits are positive.</summary>
    public Task<long> Ledger(string account) => Ledger(Book.Platform, account);

    /// <summary>Balance of an account of a book; debits are positive.</summary>
    public Task<long> Ledger(string book, string account) =>
        InDatabase(db =>
            db.JournalEntries.Where(e => e.Book == book)
                .Join(db.Postings.Where(p => p.Account == account), e => e.Id, p => p.EntryId, (_, p) => p.AmountMinor)
                .SumAsync()
        );

    /// <summary>
    /// No money lost or doubled in the whole world: every entry balances, the ledger's Stripe accounts equal Stripe's
    /// own, escrow equals what applicants have in it, units held equal the counter of each offer.
    /// </summary>
    public async Task MoneyShouldAddUp()
    {
        await Settle();
        await RunAll(nameof(BookFunds));
        var tally = await FaultTally.Count(this);
        (tally.Lost, tally.Doubled).ShouldBe((0, 0));
        await EntriesShouldBalance();
        await StripeShouldEqualLedger(Currency.Gbp);
        await StripeShouldEqualLedger(Currency.Eur);
        foreach (var offer in await InDatabase(db => db.Offers.AsNoTracking().ToListAsync()))
            await OfferShouldAddUp(offer);
        ((bool)(await Stripe.State())["balanced"]!).ShouldBeTrue();
    }

    private async Task EntriesShouldBalance()
    {
        var crooked = await InDatabase(db =>
            db.Postings.GroupBy(p => new { p.EntryId, p.Currency })
                .Where(g => g.Sum(p => p.AmountMinor) != 0)
                .Select(g => g.Key.EntryId)
                .ToListAsync()
        );
        crooked.ShouldBeEmpty();
    }

    private async Task StripeShouldEqualLedger(Currency currency)
    {
        var ours = await InDatabase(db =>
            db.Postings.Where(p =>
                    p.Currency == currency
                    && (p.Account == Account.StripePending || p.Account == Account.StripeAvailable)
                )
                .SumAsync(p => p.AmountMinor)
        );
        var sent = await InDatabase(db =>
            db.Drawdowns.Where(d => d.Currency == currency && d.ProviderTransfer != null)
                .SumAsync(d => d.AmountMinor - d.BankMinor)
        );
        // Lost disputes are taken back from where the money went.
        sent -= await InDatabase(db =>
            db.JournalEntries.Where(e => e.CauseKind == "transfer-reversal" && e.Book == Book.Platform)
                .Join(
                    db.Postings.Where(p => p.Account == Account.StripeAvailable && p.Currency == currency),
                    e => e.Id,
                    p => p.EntryId,
                    (_, p) => p.AmountMinor
                )
                .SumAsync()
        );
        var (platform, connected) = await Stripe.Balances(currency.Code.ToLowerInvariant());
        ours.ShouldBe(platform, $"{currency.Code} at Stripe");
        sent.ShouldBe(connected, $"{currency.Code} drawn down");
    }

    private async Task OfferShouldAddUp(Offer offer)
    {
        var all = await InDatabase(db =>
            db.Applications.AsNoTracking().Where(a => a.OfferId == offer.Id).ToListAsync()
        );
        var refunds = await InDatabase(db => db.Refunds.AsNoTracking().Where(r => r.OfferId == offer.Id).ToListAsync());
        var sources = all.ConvertAll(a => a.Id.Value);
        var issued = await InDatabase(db =>
            db.RegisterEntries.Where(e => sources.Contains(e.SourceId)).SumAsync(e => e.Units)
        );

        // What was not allotted is nobody's any more.
        var held = all.Where(a => a.State.HoldsUnits())
            .Sum(a => (a.State == ApplicationState.Issued ? a.AllottedUnits : a.Units) + a.PromisedUnits);
        var inEscrow = all.Where(a => a.State is ApplicationState.Paid or ApplicationState.Confirmed)
            .Sum(a => a.AmountMinor);
        var owedBack = refunds.Where(r => r.State != RefundState.Done).Sum(r => r.ToPayMinor);

        offer.UnitsReserved.ShouldBe(held, offer.Slug);
        if (offer.IsOfBonds)
            (
                await InDatabase(db => db.BondSeries.Where(s => s.OfferId == offer.Id).SumAsync(s => s.UnitsReserved))
            ).ShouldBe(held, offer.Slug);
        (await Ledger(Account.Escrow(offer.Slug))).ShouldBe(-inEscrow, offer.Slug);
        (await Ledger(Account.Refunds(offer.Slug))).ShouldBe(-owedBack, offer.Slug);
        issued.ShouldBe(all.Where(a => a.State == ApplicationState.Issued).Sum(a => a.AllottedUnits), offer.Slug);
    }
}
