using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Governance;
using SocialShares.Features.Import;
using SocialShares.Features.Payouts;
using SocialShares.Resources;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;
using SocialShares.Tests.Repository;

namespace SocialShares.Tests.Import;

/// <summary>A society's own list becomes its register: checked row by row, confirmed by a second person, written at once.</summary>
[Collection(nameof(OneWorld))]
public sealed class RegisterImportTests
{
    private const string Clean = """"
        Lidnummer;Naam;Soort;Straat;Postcode;Woonplaats;Land;Datum toetreding;Aandelen;Bedrag;IBAN;Opmerking
        1;"Vries, Ans de";persoon;Dorpsstraat 1;1234 AB;Lutjeveen;;31-01-2020;10;100,00;NL91 ABNA 0417 1643 00;bestuur
        2;"Café ""De Hoek""";organisatie;Dorpsstraat 2;1234AB;Lutjeveen;NL;2021-05-01;1.000;"10.000,00";;
        3;Łukasz 王;;Laan 3;9000;Gent;België;1/6/2021;5;;;
        """";

    [Theory]
    [EveryDatabase]
    public async Task A_clean_list_is_written_once_a_second_person_confirms_exactly_that_file(Engine engine)
    {
        var society = await Society.On(engine);
        var uploaded = (await society.Upload(Clean)).As<ImportShown>();
        uploaded.State.ShouldBe(ImportState.Clean, await society.Problems(uploaded));
        (uploaded.Rows, uploaded.Units, uploaded.Ibans).ShouldBe((3, 1015, 1));
        (await society.Register()).Members.ShouldBeEmpty("nothing is written before it is confirmed");

        var own = await society.Confirm(society.Chair, uploaded);
        var other = await society.Confirm(society.Second, uploaded with { Sha256 = new string('0', 64) });
        var stranger = await society.Confirm(await society.World.SignUp(), uploaded);
        var written = (await society.Confirm(society.Second, uploaded)).As<ImportWritten>();
        var twice = await society.Confirm(await society.World.Administrator(), uploaded);

        own.ShouldBeRefused("import.own-confirmation");
        other.ShouldBeRefused("import.other-file");
        stranger.ShouldFail(HttpStatusCode.Forbidden, "access.denied");
        (written.Holders, written.Units).ShouldBe((3, 1015));
        twice.ShouldBeRefused("import.ended");
        (await society.Upload(Clean)).ShouldBeRefused("import.register-not-empty");
        await StandsInTheRegister(society, uploaded);
        await society.World.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task Every_problem_is_listed_by_row_and_column_and_nothing_is_written(Engine engine)
    {
        var society = await Society.On(engine);
        var list = """
            Naam;Adres;Postcode;Plaats;Lid sinds;Aandelen;Vak
            ;Dorpsstraat 1;1234 AB;Lutjeveen;31-01-2020;10;
            Bob;Dorpsstraat 2;12;Lutjeveen;morgen;2,5;
            Cas;Dorpsstraat 3;1234 AB;Lutjeveen;31-01-2020;9000;
            cas ;dorpsstraat 3;1234AB;Lutjeveen;31-01-1990;-1;
            """;

        var uploaded = (await society.Upload(list)).As<ImportShown>();
        var read = (await society.Chair.Get($"{society.Imports}/{uploaded.Id}")).As<ImportRead>();
        var csv = await society.Chair.Get($"{society.Imports}/{uploaded.Id}/problems.csv");
        var confirmed = await society.Confirm(society.Second, uploaded);

        uploaded.State.ShouldBe(ImportState.WithProblems);
        read.Problems.Select(p => (p.Row, p.Column, p.Code))
            .ShouldBe([
                (2, "Naam", "import.missing"),
                (3, "Postcode", "import.postcode"),
                (3, "Lid sinds", "import.date"),
                (3, "Aandelen", "import.units-not-whole"),
                (4, "Aandelen", "import.above-maximum"),
                (5, "Lid sinds", "import.date-before"),
                (5, "Aandelen", "import.units-negative"),
                (5, "Naam", "import.duplicate"),
                (0, "Aandelen", "import.total"),
            ]);
        read.Problems.ShouldAllBe(p => p.Text != p.Code && p.Text.Length > 5);
        read.Problems.Single(p => p.Row == 4).Text.ShouldContain("9,000");
        read.Columns.Single(c => c.Header == "Vak").Field.ShouldBeNull();
        csv.Text.Split('\n').Length.ShouldBe(11);
        confirmed.ShouldBeRefused("import.not-clean");
        (await society.Register()).Members.ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task Columns_can_be_named_and_a_list_given_up_leaves_no_names_behind(Engine engine)
    {
        var society = await Society.On(engine);
        var list = """
            Wie,Straat,Postcode,Woonplaats,Datum,Stukken
            Ans de Vries,Dorpsstraat 1,1234 AB,Lutjeveen,31-01-2020,1015
            """;
        var uploaded = (await society.Upload(list)).As<ImportShown>();
        uploaded.ProblemCount.ShouldBeGreaterThan(0);
        ImportColumn[] said = [new("Wie", ImportField.Name), new("Stukken", ImportField.Units)];

        var again = (
            await society.Chair.Put($"{society.Imports}/{uploaded.Id}/columns", new MapImportColumns.Body(said))
        ).As<ImportShown>();
        again.State.ShouldBe(ImportState.Clean, await society.Problems(again));
        (await society.Chair.Post($"{society.Imports}/{uploaded.Id}/withdraw", key: Person.NoKey)).ShouldSucceed();

        (await society.Confirm(society.Second, again)).ShouldBeRefused("import.ended");
        var kept = await society.World.InDatabase(async db =>
            await db.ImportFiles.AnyAsync(f => f.ImportId == uploaded.Id)
            || await db.ImportProblems.AnyAsync(p => p.ImportId == uploaded.Id)
        );
        kept.ShouldBeFalse();
    }

    [Theory]
    [EveryDatabase]
    public async Task Who_says_anew_what_the_columns_hold_does_not_confirm_and_nobody_confirms_unseen_columns(
        Engine engine
    )
    {
        var society = await Society.On(engine);
        var reviewed = (await society.Upload(Clean)).As<ImportShown>();
        ImportColumn[] said = [new("IBAN", null)];

        var mapped = (
            await society.Second.Put($"{society.Imports}/{reviewed.Id}/columns", new MapImportColumns.Body(said))
        ).As<ImportShown>();

        (mapped.State, mapped.Ibans, mapped.MappedById).ShouldBe((ImportState.Clean, 0, society.Second.Id));
        (await society.Confirm(society.Second, mapped)).ShouldBeRefused("import.own-columns");
        var administrator = await society.World.Administrator();
        (await society.Confirm(administrator, reviewed)).ShouldBeRefused("import.changed");
        (await society.Confirm(administrator, mapped)).ShouldSucceed();
    }

    [Theory]
    [EveryDatabase]
    public async Task Stopped_in_the_middle_of_writing_nothing_is_there_and_confirming_again_writes_it_once(
        Engine engine
    )
    {
        var society = await Society.On(engine);
        var uploaded = (await society.Upload(Many(1015))).As<ImportShown>();
        uploaded.State.ShouldBe(ImportState.Clean, await society.Problems(uploaded));
        await society.World.InDatabase(db => Trip(db, engine));

        var stopped = await society.Confirm(society.Second, uploaded);
        var between = await Counts(society);
        await society.World.InDatabase(db => Untrip(db, engine));
        var written = (await society.Confirm(society.Second, uploaded)).As<ImportWritten>();

        ((int)stopped.Status).ShouldBe(500);
        between.ShouldBe((0, 0), "all or nothing");
        written.Holders.ShouldBe(1015);
        (await Counts(society)).ShouldBe((1015, 1015));
        await society.World.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task Three_people_who_confirm_at_once_write_it_once(Engine engine)
    {
        var society = await Society.On(engine);
        var uploaded = (await society.Upload(Many(1015))).As<ImportShown>();
        Person[] people =
        [
            society.Second,
            await society.World.Administrator(),
            await society.World.SecondAdministrator(),
        ];

        var replies = await Task.WhenAll(people.Select(p => society.Confirm(p, uploaded)));

        replies.Count(r => r.Status == HttpStatusCode.OK).ShouldBe(1);
        replies.Where(r => r.Status != HttpStatusCode.OK).ShouldAllBe(r => r.Status == HttpStatusCode.Conflict);
        (await Counts(society)).ShouldBe((1015, 1015));
    }

    [Theory]
    [EveryDatabase]
    public async Task Interest_to_an_imported_holder_without_account_waits_and_others_are_paid(Engine engine)
    {
        var society = await Society.On(engine);
        var uploaded = (await society.Upload(Clean)).As<ImportShown>();
        (await society.Confirm(society.Second, uploaded)).ShouldSucceed();
        var account = new UseBankAccount.Body("NL91ABNA0417164300");
        (await society.Chair.Put($"enterprises/{society.Id}/bank-account", account)).ShouldSucceed();
        var year = society.World.Clock.Now.Year;
        var body = new DeclareInterest.Body(
            society.Class,
            new DateOnly(year - 1, 1, 1),
            new DateOnly(year - 1, 12, 31),
            20_000,
            new DateOnly(year + 1, 1, 5)
        );
        var declared = (
            await society.Chair.Post($"enterprises/{society.Id}/interest-declarations", body)
        ).As<InterestDeclared>();
        var administrator = await society.World.Administrator();
        var run = (
            await administrator.Post("payout-runs", new CalculatePayoutRun.Body(declared.Id))
        ).As<PayoutRunCalculated>();

        var lines = (await administrator.Get($"payout-runs/{run.Id}/lines")).As<PayoutLinePage>().Lines;

        lines.Select(l => l.IbanLastFour).ShouldBe(["4300", null, null]);
        lines.Count.ShouldBe(3, "nobody is left out");
    }

    [Fact]
    public async Task A_hundred_thousand_rows_in_the_code_page_of_Windows_are_checked_and_written()
    {
        var society = await Society.On(Engine.Sqlite, total: ImportCheck.MostRows);
        var text = Many(ImportCheck.MostRows).Replace(";Lid 7;", ";Lid Zoë 7;", StringComparison.Ordinal);
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text);

        var uploaded = (await society.Upload(bytes)).As<ImportShown>();
        uploaded.State.ShouldBe(ImportState.Clean, await society.Problems(uploaded));
        (await society.Confirm(society.Second, uploaded)).ShouldSucceed();

        (await Counts(society)).ShouldBe((ImportCheck.MostRows, ImportCheck.MostRows));
        var seven = await society.World.InDatabase(db =>
            db.Members.Where(m => m.EnterpriseId == society.Id && m.Number == 7).Select(m => m.Name).SingleAsync()
        );
        seven.ShouldBe("Lid Zoë 7");
    }

    [Fact]
    public async Task What_is_no_list_is_malformed_and_limits_that_contradict_themselves_are_refused()
    {
        var society = await Society.On(Engine.Sqlite);
        foreach (var text in new[] { "no list at all", "" })
            (await society.Upload(text)).ShouldBeMalformed("file", "import.unreadable");
        var path = society.UploadPath + "&minimumUnits=9000";

        var reply = await society.Chair.Upload(path, Encoding.UTF8.GetBytes(Clean), "text/csv");

        reply.ShouldBeRefused("import.limits.maximum").Field.ShouldBe("maximumUnits");
    }

    [Fact]
    public void Every_problem_of_a_list_has_a_text_in_both_languages()
    {
        var codes = Checkout
            .Files("src/SocialShares.Domain/Import")
            .Select(Checkout.Read)
            .SelectMany(text => Regex.Matches(text, "\"(import\\.[a-z.-]+)\"").Select(m => m.Groups[1].Value))
            .Distinct()
            .ToList();

        codes.Count.ShouldBeGreaterThan(30);
        foreach (var culture in new[] { "en-GB", "nl-NL" })
            codes
                .Where(c => RefusalTexts.ResourceManager.GetString("refused." + c, new CultureInfo(culture)) is null)
                .ShouldBeEmpty(culture);
    }

    private static async Task StandsInTheRegister(Society society, ImportShown uploaded)
    {
        var register = await society.Register();
        register
            .Members.Select(m => (m.Number, m.Kind, m.Name, m.Postcode, m.Country, m.AdmittedOn, m.Units, m.PaidMinor))
            .ShouldBe([
                (1, HolderKind.Person, "Vries, Ans de", "1234 AB", "NL", new DateOnly(2020, 1, 31), 10L, 10_000L),
                (
                    2,
                    HolderKind.Organisation,
                    "Café \"De Hoek\"",
                    "1234 AB",
                    "NL",
                    new DateOnly(2021, 5, 1),
                    1_000L,
                    1_000_000L
                ),
                (3, HolderKind.Person, "Łukasz 王", "9000", "BE", new DateOnly(2021, 6, 1), 5L, 5_000L),
            ]);
        (await society.Register(new DateOnly(2021, 5, 31))).Members.Count.ShouldBe(2, "a day before the third");
        var entries = await society.World.InDatabase(db =>
            db.RegisterEntries.AsNoTracking().Where(e => e.ShareClassId == society.Class).ToListAsync()
        );
        var shown = uploaded.Sha256[..16];
        entries.ShouldAllBe(e => e.Kind == EntryKind.Import && e.Document.Contains(shown));
        var certificates = await society.World.InDatabase(db =>
            db.Certificates.CountAsync(c => c.EnterpriseId == society.Id)
        );
        certificates.ShouldBe(3);
        var book = Book.Of(society.By.Slug);
        (await society.World.Ledger(book, Account.Shares("A"))).ShouldBe(-1_015_000);
        (await society.World.Ledger(book, Account.OpeningBalances)).ShouldBe(1_015_000);
    }

    private static string Many(int rows)
    {
        var text = new StringBuilder("Lidnummer;Naam;Straat;Postcode;Woonplaats;Datum toetreding;Aandelen\n");
        for (var i = 1; i <= rows; i++)
            text.Append(CultureInfo.InvariantCulture, $"{i};Lid {i};Dorpsstraat {i};1234 AB;Lutjeveen;31-01-2020;1\n");
        return text.ToString();
    }

    private static Task<(int Members, int Entries)> Counts(Society society) =>
        society.World.InDatabase(async db =>
            (
                await db.Members.CountAsync(m => m.EnterpriseId == society.Id),
                await db.RegisterEntries.CountAsync(e => e.EnterpriseId == society.Id)
            )
        );

    // The database breaks off in the middle of the entries, as a killed process would.
    private static Task<int> Trip(SharesDb db, Engine engine) =>
        db.Database.ExecuteSqlRawAsync(
            engine == Engine.Sqlite
                ? "CREATE TRIGGER trip BEFORE INSERT ON \"RegisterEntries\" WHEN NEW.\"Kind\" = 'Import' "
                    + "AND NEW.\"Number\" = 900 BEGIN SELECT RAISE(ABORT, 'tripped'); END;"
                : "CREATE FUNCTION trip() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.\"Kind\" = 'Import' "
                    + "AND NEW.\"Number\" = 900 THEN RAISE EXCEPTION 'tripped'; END IF; RETURN NEW; END $$; "
                    + "CREATE TRIGGER trip BEFORE INSERT ON \"RegisterEntries\" FOR EACH ROW EXECUTE FUNCTION trip();"
        );

    private static Task<int> Untrip(SharesDb db, Engine engine) =>
        db.Database.ExecuteSqlRawAsync(
            engine == Engine.Sqlite
                ? "DROP TRIGGER trip"
                : "DROP TRIGGER trip ON \"RegisterEntries\"; DROP FUNCTION trip();"
        );
}
