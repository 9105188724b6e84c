using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Import;
using SocialShares.Features.Register;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Import;

/// <summary>A list of a second class names holders whom the register has already.</summary>
[Collection(nameof(OneWorld))]
public sealed class KnownHoldersTests
{
    private const string Columns = "Lidnummer;Naam;Straat;Postcode;Woonplaats;Datum toetreding;Aandelen\n";

    [Theory]
    [EveryDatabase]
    public async Task Whoever_the_list_names_is_a_member_from_its_day_on_also_who_had_left(Engine engine)
    {
        var first = await Society.On(engine, total: 15);
        await Bring(
            first,
            "1;Ans de Vries;Dorpsstraat 1;1234 AB;Lutjeveen;31-01-2022;10\n"
                + "2;Bob Bakker;Dorpsstraat 2;1234 AB;Lutjeveen;31-01-2022;5\n"
        );
        await TakeAway(first, number: 2);
        var second = await first.WithClass(total: 25);

        await Bring(
            second,
            "1;Ans de Vries;Dorpsstraat 1;1234 AB;Lutjeveen;31-01-2020;20\n"
                + "2;Bob Bakker;Dorpsstraat 2;1234 AB;Lutjeveen;31-01-2021;5\n"
        );

        Task<(int, long?)[]> On(int year) => Held(second, new DateOnly(year, 6, 1));
        (await On(2019)).ShouldBeEmpty();
        (await On(2020)).ShouldBe([(1, 20L)]);
        (await On(2021)).ShouldBe([(1, 20L), (2, 5L)]);
        (await On(2022)).ShouldBe([(1, 30L), (2, 10L)]);
        var bob = await first.World.InDatabase(db =>
            db.Members.AsNoTracking().SingleAsync(m => m.EnterpriseId == first.Id && m.Number == 2)
        );
        (bob.IsMember, bob.AdmittedOn).ShouldBe((true, new DateOnly(2021, 1, 31)));
        var former = await first.World.InDatabase(db => db.FormerMemberships.SingleAsync(f => f.MemberId == bob.Id));
        former.AdmittedOn.ShouldBe(new DateOnly(2022, 1, 31), "what stood before stays readable");
        await first.World.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task What_a_holder_has_in_another_class_counts_with_what_the_law_allows(Engine engine)
    {
        var first = await Society.On(engine, total: 6_000, Currency.Gbp) with { MaximumUnits = 6_000 };
        await Bring(first, "1;Ann Carter;1 High Street;AB1 2CD;Hallowby;31-01-2022;6000\n");
        var second = await first.WithClass(total: 4_001);

        var above = (await Upload(second, "1;Ann Carter;1 High Street;AB1 2CD;Hallowby;31-01-2022;4001\n"));

        above.State.ShouldBe(ImportState.WithProblems);
        var read = (await second.Chair.Get($"{second.Imports}/{above.Id}?take=20")).As<ImportRead>();
        read.Problems.Single().Code.ShouldBe("import.above-legal-cap-together");
    }

    private static async Task<ImportShown> Upload(Society society, string rows) =>
        (await society.Upload(Columns + rows)).As<ImportShown>();

    private static async Task Bring(Society society, string rows)
    {
        var list = await Upload(society, rows);
        list.State.ShouldBe(ImportState.Clean, await society.Problems(list));
        (await society.Confirm(society.Second, list)).ShouldSucceed();
    }

    // Their shares were a mistake: whoever has none left is no member.
    private static async Task TakeAway(Society society, int number)
    {
        var root = $"enterprises/{society.Id}/register";
        var entry = (await society.Chair.Get($"{root}/entries"))
            .As<EntriesPage>()
            .Entries.Single(e => e.HolderNumber == number);
        var today = LegalDay.Of(society.World.Clock.Now, society.By.Zone);
        var body = new ProposeCorrection.Body(entry.Number, -entry.Units, null, today, "Paid back in 2024", "Letter 4");
        var proposed = (await society.Chair.Post($"{root}/corrections", body)).As<CorrectionProposed>();
        (await society.Second.Post($"{root}/corrections/{proposed.Id}/confirmation")).ShouldSucceed();
    }

    private static async Task<(int, long?)[]> Held(Society society, DateOnly day) =>
        [.. (await society.Register(day)).Members.Select(m => (m.Number, m.Units))];
}
