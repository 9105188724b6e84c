using SocialShares.Demo.Api;
using SocialShares.Demo.People;
using SocialShares.Features.Holdings;
using SocialShares.Features.Payouts;

namespace SocialShares.Demo.Seed;

/// <summary>What some of the shop's members do after three years: ask money back, pass shares on, name who receives.</summary>
internal sealed class HallowbyLeavers(
    Town town,
    Company company,
    ShareClassId shareClass,
    Cast villagers,
    Progress progress
)
{
    private WithdrawalId first;

    /// <summary>Two ask shares back, thirteen weeks and more before today.</summary>
    public async Task AskBack(DateTimeOffset today, CancellationToken ct)
    {
        await town.MoveTo(DemoStory.Morning(today, -112), ct);
        first = await Asks(1, 10, ct);
        await town.MoveTo(DemoStory.Morning(today, -100), ct);
        await Asks(2, 5, ct);
        progress.Say("two members of the shop ask money back");
    }

    /// <summary>The one who asked first is paid back; the other waits in the queue.</summary>
    public async Task PayBack(CancellationToken ct)
    {
        await company.Treasurer.Post(
            $"/enterprises/{company.Id}/withdrawals/{first}/decision",
            new DecideWithdrawal.Body(true, Attested: true),
            ct
        );
        var round = new PayoutRound(town);
        var run = await town.First.Post<PayoutRunCalculated>($"/share-classes/{shareClass}/withdrawal-runs", null, ct);
        await round.Approve(run.Id, ct);
        var ended = await round.Execute(run.Id, ct);
        progress.Say($"run {run.Number} pays shares back and is {ended.State}");
    }

    /// <summary>One passes shares on to a neighbour, which waits for the board; and names who receives on death.</summary>
    public async Task PassOn(CancellationToken ct)
    {
        var (giver, receiver) = (town.Account(villagers.SignIn(5)), town.Account(villagers.SignIn(6)));
        var holding = await Passing.Holding(giver, company.Id, ct);
        var asked = await Passing.Ask(
            giver,
            holding.MemberId,
            new AskTransfer.Body(shareClass, null, receiver.Email, 10, "A gift to my neighbour"),
            ct
        );
        await new Passing(town).Accept(asked.Id, receiver, null, ct);
        var nominee = villagers.Person(6);
        await giver.Put(
            $"/holdings/{holding.MemberId}/nomination",
            new NameNominee.Body(
                new NomineeDetails(
                    nominee.Name,
                    nominee.Street,
                    nominee.Postcode,
                    nominee.City,
                    nominee.Country,
                    receiver.Email
                )
            ),
            ct
        );
        progress.Say($"{giver.Name} passes shares on; the board must approve");
    }

    private async Task<WithdrawalId> Asks(int villager, long units, CancellationToken ct)
    {
        var person = town.Account(villagers.SignIn(villager));
        var holding = await Passing.Holding(person, company.Id, ct);
        var asked = await person.Post<WithdrawalStanding>(
            $"/holdings/{holding.MemberId}/withdrawals",
            new AskWithdrawal.Body(shareClass, units),
            ct
        );
        return asked.Id;
    }
}
