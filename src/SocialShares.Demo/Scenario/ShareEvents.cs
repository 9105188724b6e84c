using SocialShares.Demo.Api;
using SocialShares.Demo.Seed;
using SocialShares.Features.Holdings;
using SocialShares.Features.Payouts;
using SocialShares.Features.Register;

namespace SocialShares.Demo.Scenario;

/// <summary>
/// What befalls holders of shares beside interest: one passes shares on to another with the board's approval, one dies and
/// leaves shares to a nominee (where the law knows nominees) and to whoever settles the estate, one asks money back.
/// </summary>
internal sealed class ShareEvents(Town town, LifeLived life, Holders holders, Action<string> say)
{
    private const int DaysToPass = 200;
    private const int DaysToDie = 400;
    private const int DaysAfterLock = 30;
    private readonly PublishedOffer offer = life.Offer;
    private readonly ShareClassId shareClass = life.Shown.ShareClass!.Id;
    private WithdrawalId asked;

    /// <summary>The runs that paid shares back.</summary>
    public List<PayoutRunRead> Runs { get; } = [];

    /// <summary>Writes the days down, counted from the issue.</summary>
    public void Plan(Diary diary, DateOnly issuedOn)
    {
        diary.On(issuedOn.AddDays(DaysToPass), PassOn);
        diary.On(issuedOn.AddDays(DaysToDie), Die);
        var ask = issuedOn.AddYears(offer.Holding!.LockInYears).AddDays(DaysAfterLock);
        diary.On(ask, AskBack);
        diary.On(ask.AddDays((offer.Holding.NoticeWeeks * 7) + 1), PayBack);
    }

    private async Task PassOn(CancellationToken ct)
    {
        if (await Take(1, least: 2, ct) is not [var giver] || await Receivers(giver, 1, ct) is not [var receiver])
        {
            say("too few hold shares for one to pass some on");
            return;
        }
        var (seller, card) = await holders.Find(giver.Number, giver.Name, ct);
        var (buyer, _) = await holders.Find(receiver.Number, receiver.Name, ct);
        var order = new AskTransfer.Body(shareClass, null, buyer.Person.Email, 1, "a present to a neighbour");
        var transfer = await Passing.Ask(seller.Person, card.MemberId, order, ct);
        await new Passing(town).Accept(transfer.Id, buyer.Person, null, ct);
        await life.Company.Treasurer.Post(
            $"/enterprises/{life.Company.Id}/transfers/{transfer.Id}/decision",
            new DecideTransfer.Body(Approve: true),
            ct
        );
        await RequireUnits(giver.Number, giver.Units!.Value - 1, ct);
        await RequireUnits(receiver.Number, receiver.Units!.Value + 1, ct);
        say($"holder {giver.Number} passes a share on to holder {receiver.Number}; the board approves");
    }

    private async Task Die(CancellationToken ct)
    {
        if (await Take(2, least: 2, ct) is not [.., var dead] || await Receivers(dead, 2, ct) is not [var one, var two])
        {
            say("too few hold shares for one to leave some");
            return;
        }
        var (nominee, _) = await holders.Find(one.Number, one.Name, ct);
        var (executor, _) = await holders.Find(two.Number, two.Name, ct);
        var limit = UsualRules.NominationMinor(offer.Country, Today());
        var named = limit is { } most ? Math.Min(dead.Units!.Value / 2, most / offer.ParValueMinor) : 0;
        if (named > 0)
            await Name(dead, nominee, ct);
        var recorded = await life.Company.Chair.Post<DeathStanding>(
            $"/enterprises/{life.Company.Id}/deaths",
            new RecordDeath.Body(dead.Number, Today().AddDays(-3), "death certificate, seen by the secretary"),
            ct
        );
        await town.First.Post($"/deaths/{recorded.Id}/decision", new DecideDeath.Body(Confirm: true), ct);
        if (named > 0)
            await Leave(dead, nominee, named, TransferCause.Nomination, ct);
        await Leave(dead, executor, dead.Units!.Value - named, TransferCause.Estate, ct);
        await RequireUnits(dead.Number, 0, ct);
        say(
            $"holder {dead.Number} dies: {named} shares to the nominee, {dead.Units - named} to whoever settles the estate"
        );
    }

    private DateOnly Today() => DateOnly.FromDateTime(town.Clock.GetUtcNow().UtcDateTime);

    private async Task Name(RegisterRow dead, Buyer nominee, CancellationToken ct)
    {
        var (buyer, card) = await holders.Find(dead.Number, dead.Name, ct);
        var h = nominee.Holder;
        var details = new NomineeDetails(h.Name, h.Street, h.Postcode, h.City, h.Country, nominee.Person.Email);
        await buyer.Person.Put($"/holdings/{card.MemberId}/nomination", new NameNominee.Body(details), ct);
    }

    private async Task Leave(RegisterRow from, Buyer to, long units, TransferCause cause, CancellationToken ct)
    {
        var recorded = await life.Company.Chair.Post<TransferStanding>(
            $"/enterprises/{life.Company.Id}/transfers",
            new RecordTransfer.Body(from.Number, to.Person.Email, units, "left on death", shareClass, Cause: cause),
            ct
        );
        await town.First.Post(
            $"/transfers/{recorded.Id}/confirmation",
            new ConfirmTransferOnEvidence.Body("grant of probate, seen"),
            ct
        );
        await new Passing(town).Accept(recorded.Id, to.Person, null, ct);
    }

    private async Task AskBack(CancellationToken ct)
    {
        if (await Take(3, least: 2, ct) is not [.., var holder])
        {
            say("too few hold shares for one to ask some back");
            return;
        }
        var (buyer, card) = await holders.Find(holder.Number, holder.Name, ct);
        var standing = await buyer.Person.Post<WithdrawalStanding>(
            $"/holdings/{card.MemberId}/withdrawals",
            new AskWithdrawal.Body(shareClass, 1),
            ct
        );
        asked = standing.Id;
        say($"holder {holder.Number} asks a share back, to be paid from {standing.PossibleOn:yyyy-MM-dd} on");
    }

    private async Task PayBack(CancellationToken ct)
    {
        if (asked == default)
            return;
        await life.Company.Treasurer.Post(
            $"/enterprises/{life.Company.Id}/withdrawals/{asked}/decision",
            new DecideWithdrawal.Body(Approve: true, Attested: true),
            ct
        );
        var round = new PayoutRound(town);
        var run = await town.First.Post<PayoutRunCalculated>($"/share-classes/{shareClass}/withdrawal-runs", null, ct);
        await round.Approve(run.Id, ct);
        var ended = await round.Execute(run.Id, ct);
        if (ended.State == PayoutRunState.CompletedWithFailures)
            ended = await holders.GiveAccounts(round, ended, ct);
        Holders.RequireDone(ended);
        Runs.Add(ended);
        say($"run {ended.Number} pays {ended.TotalMinor / 100} {offer.Currency.Code} of shares back");
    }

    // The lowest numbers are people who bought on the first day; each event takes another of them.
    private async Task<List<RegisterRow>> Take(int no, long least, CancellationToken ct)
    {
        var people = (await People(ct)).Where(r => r.Units >= least).Take(no).ToList();
        return people.Count == no ? people : [];
    }

    private async Task<List<RegisterRow>> Receivers(RegisterRow but, int count, CancellationToken ct) =>
        [.. (await People(ct)).Where(r => r.Number != but.Number).OrderBy(r => r.Units).Take(count)];

    private async Task<List<RegisterRow>> People(CancellationToken ct)
    {
        var page = await town.First.Get<RegisterPage>($"/enterprises/{life.Company.Id}/register?take=500", ct);
        return [.. page.Members.Where(r => r is { Kind: HolderKind.Person, Units: > 0 })];
    }

    private async Task RequireUnits(int number, long units, CancellationToken ct)
    {
        var after = number - 1;
        var page = await town.First.Get<RegisterPage>(
            $"/enterprises/{life.Company.Id}/register?take=1&after={after}",
            ct
        );
        if (page.Members is not [{ } row] || row.Number != number || row.Units != units)
            throw new InvalidOperationException($"Holder {number} has not {units} shares in the register.");
    }
}
