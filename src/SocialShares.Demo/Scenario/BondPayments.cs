using SocialShares.Demo.Api;
using SocialShares.Demo.Seed;
using SocialShares.Features.Bonds;
using SocialShares.Features.Holdings;
using SocialShares.Features.Payouts;

namespace SocialShares.Demo.Scenario;

/// <summary>
/// Pays every payment of every issued series until maturity: calculated when the day of record is over, approved by
/// somebody else, paid on its day. On the way bonds pass from one holder to another, and a holder is redeemed early.
/// </summary>
internal sealed class BondPayments(Town town, Timeline timeline, LifeLived life, Action<string> say)
{
    private const int NoticeAndMore = 32;
    private readonly Holders holders = new(town, life.Offer, life.Bought, say);
    private readonly BondRound round = new(town, life.Company);
    private readonly List<PayoutRunRead> runs = [];
    private readonly List<SeriesServiced> series = [];
    private readonly List<(PayoutRunId Run, BondPaymentToCalculate Payment)> open = [];

    /// <summary>Lives to maturity.</summary>
    public async Task<LifeLived> Pay(CancellationToken ct)
    {
        foreach (var shown in life.Shown.Series.Where(s => s.IssuedOn is not null))
        {
            var path = $"/bond-series/{shown.Id}";
            var read = await town.First.Get<BondSeriesRead>(path, ct);
            var nominal = shown.Terms.NominalMinor;
            var flow = await town.First.Get<CashFlowShown>($"{path}/cash-flow?amountMinor={nominal}", ct);
            series.Add(new SeriesServiced(shown, flow, read.Line.UnitsIssued));
        }
        series.ForEach(s => s.RequireFaceValue());
        foreach (var (day, what) in Plan().OrderBy(e => e.Day))
        {
            await timeline.Until(OfferLife.Morning(day), ct);
            await what(ct);
        }
        foreach (var matured in series)
            await RequireMatured(matured, ct);
        return life with { Runs = runs, Series = series };
    }

    private IEnumerable<(DateOnly Day, Func<CancellationToken, Task> What)> Plan()
    {
        var rows = series.SelectMany(s => s.OneBond.Rows.Select(row => (Series: s, Row: row))).ToList();
        foreach (var record in rows.Select(r => RecordOn(r.Series, r.Row)).Distinct())
            yield return (record.AddDays(1), Calculate);
        foreach (var due in rows.Select(r => r.Row.DueOn).Distinct())
            yield return (due, Execute);
        if (Traded(series[0]) is { } traded)
            yield return (Within(series[0], traded), ct => Transfer(series[0], traded, ct));
        if (Redeemed(series[0]) is { } redeemed)
            yield return (RecordOn(series[0], redeemed).AddDays(-NoticeAndMore), ct => AskRedemption(series[0], ct));
        else
            say("nobody can ask for early redemption within so short a life");
    }

    private static DateOnly RecordOn(SeriesServiced of, CashFlowRow row) =>
        row.AccrualEnd.AddDays(-1 - of.Shown.Terms.RecordDays);

    private static DateOnly Within(SeriesServiced of, CashFlowRow row) =>
        row.AccrualStart.AddDays((RecordOn(of, row).DayNumber - row.AccrualStart.DayNumber) / 2);

    // In the second period, where there is one.
    private static CashFlowRow? Traded(SeriesServiced of) =>
        of.OneBond.Rows.Take(2).LastOrDefault(r => Within(of, r) > r.AccrualStart);

    private static CashFlowRow? Redeemed(SeriesServiced of) =>
        of.Shown.Terms.EarlyRedemption?.HolderAfterMonths is not { } months
            ? null
            : of.OneBond.Rows.FirstOrDefault(r =>
                r.No > 1
                && r.ClosingMinor > 0
                && r.AccrualEnd >= of.OneBond.IssuedOn.AddMonths(months)
                && RecordOn(of, r).AddDays(-NoticeAndMore) > of.OneBond.IssuedOn
            );

    private async Task Calculate(CancellationToken ct)
    {
        foreach (var payment in await round.Waiting(ct))
        {
            var calculated = await round.Calculate(payment, ct);
            await round.Approve(calculated.Id, ct);
            open.Add((calculated.Id, payment));
        }
    }

    private async Task Execute(CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(town.Clock.GetUtcNow().UtcDateTime);
        var due = open.FindAll(o => o.Payment.DueOn <= today);
        if (due.Count == 0)
            return;
        await town.RunPayouts(ct);
        foreach (var (id, payment) in due)
        {
            open.Remove((id, payment));
            var run = await round.Read(id, ct);
            if (run.State == PayoutRunState.CompletedWithFailures)
                run = await holders.GiveAccounts(round, run, ct);
            Holders.RequireDone(run);
            var paidOn = DateOnly.FromDateTime(run.ExecutionStartedAt!.Value);
            series.Single(s => s.Shown.Id == payment.SeriesId).Pay(payment.PeriodNo, run.TotalMinor, paidOn);
            runs.Add(run);
            say(
                $"run {run.Number} pays {run.LineCount} holders of {payment.Code} {run.TotalMinor / 100} {run.Currency.Code} for period {payment.PeriodNo}"
            );
        }
    }

    private async Task Transfer(SeriesServiced of, CashFlowRow row, CancellationToken ct)
    {
        var rows = await Register(of, ct);
        var giver = rows.MaxBy(h => h.Units)!;
        var others = rows.Where(h => h.Kind == HolderKind.Person && h.Units < giver.Units);
        // To the smallest, and no more than evens them out: so nobody comes to more than the giver had.
        if (others.MinBy(h => h.Units) is not { } receiver)
        {
            say("nobody else is there to take bonds over");
            return;
        }
        var (buyer, _) = await holders.Find(receiver.Number, receiver.Name, ct);
        var units = Math.Max(1, (giver.Units - receiver.Units) / 2);
        var (seller, card) = await holders.Find(giver.Number, giver.Name, ct);
        var asked = await Passing.Ask(
            seller.Person,
            card.MemberId,
            new AskTransfer.Body(null, of.Shown.Id, buyer.Person.Email, units, "deed between the two holders"),
            ct
        );
        await new Passing(town).Accept(asked.Id, buyer.Person, null, ct);
        var read = await town.First.Get<BondSeriesRead>($"/bond-series/{of.Shown.Id}", ct);
        var transferred = read.Transfers[0];
        // About half of the period is over.
        if (transferred.AccruedMinor <= 0 && row.InterestMinor * units > 10)
            throw new InvalidOperationException("Bonds passed on in mid-period carried no accrued interest.");
        say(
            $"holder {giver.Number} passes {units} bonds on to holder {receiver.Number}, with {transferred.AccruedMinor} of accrued interest"
        );
    }

    private async Task AskRedemption(SeriesServiced of, CancellationToken ct)
    {
        var holder = (await Register(of, ct)).MaxBy(h => h.Units)!;
        var (buyer, card) = await holders.Find(holder.Number, holder.Name, ct);
        var units = Math.Max(1, holder.Units / 3);
        var decided = await buyer.Person.Post<EarlyRedemptionDecided>(
            $"/holdings/{card.MemberId}/bonds/{of.Shown.Id}/redemption-requests",
            new AskRedemption.Body(units),
            ct
        );
        of.Redeem(decided.PeriodNo, units);
        say($"holder {holder.Number} asks for {units} bonds early, with period {decided.PeriodNo}");
    }

    private async Task<List<BondholderRow>> Register(SeriesServiced of, CancellationToken ct)
    {
        var page = await town.First.Get<BondRegisterPage>($"/bond-series/{of.Shown.Id}/register?take=500", ct);
        return [.. page.Holders.Where(h => h.Units > 0)];
    }

    private async Task RequireMatured(SeriesServiced of, CancellationToken ct)
    {
        if (of.OneBond.Rows.FirstOrDefault(r => of.IsPaid(r) && of.PaidOn(r.No) is null) is { } missed)
            throw new InvalidOperationException($"{of.Shown.Code}: period {missed.No} was not paid.");
        var read = await town.First.Get<BondSeriesRead>($"/bond-series/{of.Shown.Id}", ct);
        if (read.Line is not { Units: 0, OutstandingMinor: 0, Holders: 0 })
            throw new InvalidOperationException($"{of.Shown.Code}: {read.Line.Units} bonds are left after maturity.");
        if (read.Line.ServicedPeriods != read.Line.Periods || read.ArrearsMinor != 0)
            throw new InvalidOperationException($"{of.Shown.Code}: a period is open after maturity.");
        say($"{of.Shown.Code} has matured: {of.OwedMinor / 100} {life.Offer.Currency.Code} was paid in all");
    }
}
