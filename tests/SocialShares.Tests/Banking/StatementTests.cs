using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialShares.Features.Banking;
using SocialShares.Http;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Banking;

/// <summary>
/// Statements twice, shuffled, of another account, malformed, long, and a process that dies between. The long one has a million
/// lines under <c>infra/dev test faults</c>, and twenty thousand else.
/// </summary>
public sealed class StatementTests
{
    private static readonly int Lines = Environment.GetEnvironmentVariable("SHARES_FAULTS") is null
        ? 20_000
        : 1_000_000;

    [Theory]
    [EveryDatabase]
    public async Task The_same_file_the_same_statement_and_the_same_line_count_once(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        var (application, transfer) = await bank.Choose(await world.Open(Currency.Eur));
        Booked[] booked =
        [
            new(2_000, transfer.Reference, BankReference: "X1"),
            new(700, Text: "?", BankReference: "X2"),
        ];
        var file = bank.Next("08", booked);

        (await bank.Take(file)).As<StatementsImported>().Statements.Single().NewLines.ShouldBe(2);
        (await bank.Take(file)).As<StatementsImported>().Statements.Single().WasKnown.ShouldBeTrue();
        var older = bank.Write("02", "S-1", 1, 0, 2_700, booked);
        (await bank.Take(older)).As<StatementsImported>().Statements.Single().WasKnown.ShouldBeTrue();
        var month = bank.Write("04", "MONTH", null, 0, 2_700, booked);
        var taken = (await bank.Take(month)).As<StatementsImported>().Statements.Single();
        (taken.NewLines, taken.KnownLines).ShouldBe((0, 2));
        await world.Settle();

        var shown = (await application.By.Get($"{application.Path}/bank-transfer")).As<BankTransferShown>();
        shown.ReceivedMinor.ShouldBe(2_000);
        (await bank.Work()).Count.ShouldBe(1);
        (await bank.Work()).Differences.ShouldBeEmpty();
        (await world.Ledger(Account.ClientMoney)).ShouldBe(2_700);
        (await bank.Wrong()).ShouldBeEmpty();
        var other = bank.Write("08", "S-1", 1, 0, 2_800, [.. booked, new(100, BankReference: "X3")]);
        (await bank.Take(other)).ShouldBeRefused("statement.changed").Field.ShouldBe("file");
    }

    [Theory]
    [EveryDatabase]
    public async Task Two_payments_that_look_the_same_on_one_statement_are_two(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;

        await bank.Book(new Booked(500, BankReference: "SAME"), new Booked(500, BankReference: "SAME"));

        (await bank.Work()).Count.ShouldBe(2);
        (await bank.Wrong()).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task Statements_in_any_order_end_the_same_and_a_gap_shows_until_it_is_filled(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        var files = new List<string>();
        for (var i = 1; i <= 3; i++)
            files.Add(bank.Next(new Booked(i * 100)));

        (await bank.Take(files[2])).ShouldSucceed();
        (await bank.Take(files[0])).ShouldSucceed();
        await world.Settle();
        (await bank.Work()).Differences.Select(d => (d.BankId, d.Minor)).ShouldBe([("S-3", 200L)]);
        (await bank.Wrong()).ShouldHaveSingleItem().ShouldStartWith("client-money");
        (await bank.Take(files[1])).ShouldSucceed();
        await world.Settle();

        (await bank.Work()).Differences.ShouldBeEmpty();
        (await bank.Wrong()).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task What_the_account_had_before_is_a_difference_until_a_person_explains_it(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        var steward = await world.Administrator();
        (await bank.Take(bank.Write("08", "FIRST", 1, 10_000, 10_500, [new(500)]))).ShouldSucceed();
        await world.Settle();
        var difference = (await bank.Work()).Differences.Single();
        difference.Minor.ShouldBe(10_000);
        var path = $"bank/statements/{difference.StatementId}/explain";

        (await steward.Post(path, new ExplainDifference.Body(9_999, "seen in the bank's app"))).ShouldBeRefused(
            "work-list.no-difference"
        );
        (await steward.Post(path, new ExplainDifference.Body(10_000, "no"))).ShouldBeMalformed(
            "reason",
            "field.length"
        );
        (await steward.Post(path, new ExplainDifference.Body(10_000, "put in by the foundation"))).ShouldSucceed();

        (await bank.Work()).Differences.ShouldBeEmpty();
        (await bank.Wrong()).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task What_is_no_right_statement_is_refused_and_leaves_nothing(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        var good = bank.Next([.. Enumerable.Range(1, 900).Select(i => new Booked(i))]);

        (await bank.Take(good[..^60])).ShouldBeRefused("statement.malformed").Text.ShouldContain("90");
        (
            await bank.Take(good.Replace("<CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt>", "<BookgDt>"))
        ).ShouldBeRefused("statement.field");
        (await bank.Take(bank.Write("08", "O", 1, 0, 5, [new(5)], "DE89370400440532013000")))
            .ShouldBeRefused("statement.other-account")
            .Field.ShouldBe("file");
        (await bank.Take(bank.Write("08", "P", 1, 0, 6, [new(5)]))).ShouldBeRefused("statement.sum");
        (await bank.Take("<Document/>")).ShouldBeRefused("statement.version");

        (await world.InDatabase(db => db.Statements.CountAsync())).ShouldBe(0);
        (await world.InDatabase(db => db.StatementLines.CountAsync())).ShouldBe(0);
        (await world.Ledger(Account.ClientMoney)).ShouldBe(0);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_process_that_dies_between_batches_books_each_line_once(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        var (application, transfer) = await bank.Choose(await world.Open(Currency.Eur));
        var file = bank.Next([
            new Booked(2_000, transfer.Reference),
            new Booked(11),
            new Booked(3_000, transfer.Reference),
            new(12),
        ]);
        var id = await Imported(world, file);
        await Booked(world, id, lines: 1);
        (await world.Ledger(Account.ClientMoney)).ShouldBe(2_000);

        await world.StopProduct();
        await world.StartProduct();
        world.Clock.Move(TimeSpan.FromMinutes(5)); // the claim of the process that died ends
        await world.Settle();

        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Paid);
        (await world.Ledger(Account.ClientMoney)).ShouldBe(5_023);
        (await bank.Work()).Count.ShouldBe(2);
        (await bank.Wrong()).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_statement_of_any_length_is_streamed_and_each_line_finds_its_place(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        var (application, transfer) = await bank.Choose(await world.Open(Currency.Eur));
        var booked = Enumerable.Range(1, Lines).Select(i => new Booked(i)).ToArray();
        booked[Lines / 2] = new Booked(5_000, transfer.Reference);

        (await bank.Take(bank.Next(booked))).ShouldSucceed();
        await world.Settle();

        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Paid);
        (await bank.Work()).Count.ShouldBe(Lines - 1);
        (await bank.Wrong()).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task What_was_written_from_a_statement_is_never_changed(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        await bank.Book(new Booked(500));

        foreach (var sql in (string[])["UPDATE \"StatementLines\" SET \"Text\" = 'x'", "DELETE FROM \"Statements\""])
            await Should.ThrowAsync<Exception>(() => world.InDatabase(db => db.Database.ExecuteSqlRawAsync(sql)));
    }

    private static async Task<StatementId> Imported(TestWorld world, string file)
    {
        var bytes = Encoding.UTF8.GetBytes(file);
        await using var spooled = await SpooledFile.From(new MemoryStream(bytes), bytes.Length, CancellationToken.None);
        await using var scope = world.Services.CreateAsyncScope();
        // The command that the route sends; nobody waits for what it leaves in the outbox.
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        typeof(Caller).GetProperty(nameof(Caller.IsAdministrator))!.SetValue(caller, true);
        typeof(Caller).GetProperty(nameof(Caller.PersonId))!.SetValue(caller, (await world.Administrator()).Id);
        var taken = await scope
            .ServiceProvider.GetRequiredService<IMediator>()
            .Send(new ImportStatements("a.xml", spooled.Sha256, spooled.Open));
        return taken.Statements.Single().Id;
    }

    private static async Task Booked(TestWorld world, StatementId id, int lines)
    {
        await using var scope = world.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeMachine("test");
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new BookStatementBatch(id, lines));
    }
}
