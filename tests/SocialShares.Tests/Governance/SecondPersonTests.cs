using SocialShares.Features.Holdings;
using SocialShares.Features.Import;
using SocialShares.Features.Register;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;
using SocialShares.Tests.Import;

namespace SocialShares.Tests.Governance;

/// <summary>Where two people must decide, an account that one of them took into the board is not the second.</summary>
[Collection(nameof(OneWorld))]
public sealed class SecondPersonTests
{
    private const string SeatedByFirst = "four-eyes.seated-by-first";
    private const string List = """
        Naam;Straat;Postcode;Woonplaats;Datum toetreding;Aandelen
        Ans de Vries;Dorpsstraat 1;1234 AB;Lutjeveen;31-01-2020;1015
        """;

    [Theory]
    [EveryDatabase]
    public async Task Of_corrections_write_downs_and_withdrawals_whom_the_first_seated_confirms_none_and_an_administrator_does(
        Engine engine
    )
    {
        var world = await TestWorld.Shared(engine);
        var by = await world.RegisterEnterprise();
        var ann = await world.SignUp();
        var shares = await world.IssueShares([(ann, 12), (by.Chair, 8)], by: by);
        var own = await world.Seat(by, by.Chair);
        var administrator = await world.Administrator();
        var entry = (await by.Chair.Get($"{shares.Path}/register/entries")).As<EntriesPage>().Entries.First();
        var less = new ProposeCorrection.Body(
            entry.Number,
            -1,
            null,
            LegalDay.Of(world.Clock.Now, by.Zone),
            "Paid for fewer",
            "Statement 4"
        );
        var correction = (await by.Chair.Post($"{shares.Path}/register/corrections", less)).As<CorrectionProposed>();
        var withdrawal = (await world.TryWithdraw(shares, by.Chair, 2)).As<WithdrawalStanding>();
        var writeDown = (
            await by.Chair.Post(
                $"{shares.Path}/share-classes/{shares.Id}/write-downs",
                new ProposeWriteDown.Body(600, "The shop lost money for three years.")
            )
        ).As<WriteDownStanding>();
        (string Path, object? Body)[] decisions =
        [
            ($"{shares.Path}/register/corrections/{correction.Id}/confirmation", null),
            ($"{shares.Path}/withdrawals/{withdrawal.Id}/decision", new DecideWithdrawal.Body(true, Attested: true)),
            ($"{shares.Path}/write-downs/{writeDown.Id}/decision", new DecideWriteDown.Body(true)),
        ];

        foreach (var (path, body) in decisions)
            (await own.Post(path, body, Person.NoKey)).ShouldBeRefused(SeatedByFirst);
        foreach (var (path, body) in decisions)
            (await administrator.Post(path, body, Person.NoKey)).ShouldSucceed();
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_paper_that_one_typed_is_not_confirmed_by_whom_they_seated(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var own = await world.Seat(offer.By, offer.By.Chair);
        var paper = await TestWorld.Typed(offer, world.Paper(offer));

        (await TestWorld.Decide(own, paper)).ShouldBeRefused(SeatedByFirst);
        (await TestWorld.Decide(await world.Administrator(), paper)).ShouldSucceed();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_list_is_not_confirmed_along_a_chain_of_seats_until_an_administrator_vouches(Engine engine)
    {
        var society = await Society.On(engine);
        var world = society.World;
        var second = await world.Seat(society.By, society.Chair);
        var third = await world.Seat(society.By, second);
        (await second.Post($"enterprises/{society.Id}/board/leave", key: Person.NoKey)).ShouldSucceed();
        var uploaded = (await society.Upload(List)).As<ImportShown>();

        (await society.Confirm(third, uploaded)).ShouldBeRefused(SeatedByFirst);
        (await TestWorld.TrySeat(society.By, society.Chair, third)).ShouldBeRefused("board.already-member");
        (await TestWorld.TrySeat(society.By, await world.Administrator(), third)).ShouldSucceed();
        (await society.Confirm(third, uploaded)).ShouldSucceed();
    }

    [Theory]
    [EveryDatabase]
    public async Task Everybody_on_the_board_is_told_who_joins_it(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var by = await world.RegisterEnterprise(connected: false);
        var other = await world.Seat(by);

        var own = await world.Seat(by, by.Chair);

        foreach (var person in new[] { by.Chair, other })
            (await world.MailTo(person.Email)).ShouldContain(m =>
                m.Subject.Contains("sits on the board") && m.Text.Contains(own.Email) && m.Text.Contains(by.Chair.Name)
            );
    }
}
