namespace SocialShares.Domain.Tests;

/// <summary>A list is right in every row and as a whole, or it does not come into the register.</summary>
public sealed class ImportCheckTests
{
    private static readonly ImportField[] Columns =
    [
        ImportField.Number,
        ImportField.Name,
        ImportField.Street,
        ImportField.Postcode,
        ImportField.City,
        ImportField.AdmittedOn,
        ImportField.Units,
        ImportField.Amount,
        ImportField.Class,
        ImportField.Iban,
        ImportField.Email,
        ImportField.Country,
        ImportField.Kind,
        ImportField.Resident,
    ];

    private static readonly string[] Ann =
    [
        "1",
        "Ann Carter",
        "1 High Street",
        "AB1 2CD",
        "Hallowby",
        "31/01/2020",
        "10",
    ];

    private static readonly string[] Bob =
    [
        "2",
        "Łukasz 王 Ó Briain",
        "2 High Street",
        "AB1 2CD",
        "Hallowby",
        "2021-05-01",
        "5",
    ];

    public static TheoryData<string, ImportField, string, string> WrongCells =>
        new()
        {
            { "no name", ImportField.Name, "", "import.missing" },
            { "no street", ImportField.Street, "", "import.missing" },
            { "a bad postcode", ImportField.Postcode, "12 AB", "import.postcode" },
            { "an unreadable day", ImportField.AdmittedOn, "once", "import.date" },
            { "no day", ImportField.AdmittedOn, "", "import.missing" },
            { "a day to come", ImportField.AdmittedOn, "01-01-2031", "import.date-future" },
            { "a day before the society", ImportField.AdmittedOn, "01-01-1999", "import.date-before" },
            { "half a share", ImportField.Units, "2,5", "import.units-not-whole" },
            { "shares below nothing", ImportField.Units, "-5", "import.units-negative" },
            { "no shares", ImportField.Units, "0", "import.units-negative" },
            { "shares in words", ImportField.Units, "some", "import.units-unreadable" },
            { "more than one may have", ImportField.Units, "5001", "import.above-maximum" },
            { "less than one must have", ImportField.Units, "1", "import.below-minimum" },
            { "an amount that differs", ImportField.Amount, "90,00", "import.amount-differs" },
            { "an amount that is none", ImportField.Amount, "a lot", "import.amount-unreadable" },
            { "an amount of half a share", ImportField.Amount, "15,00", "import.amount-not-whole" },
            { "another class", ImportField.Class, "B", "import.class" },
            { "a mistyped account", ImportField.Iban, "NL91ABNA0417164301", "import.iban" },
            { "no mail address", ImportField.Email, "ann at home", "import.email" },
            { "no country", ImportField.Country, "Utopia", "import.country" },
            { "no kind", ImportField.Kind, "dog", "import.kind" },
            { "no number", ImportField.Number, "first", "import.number" },
            { "neither yes nor no", ImportField.Resident, "often", "import.resident" },
        };

    [Fact]
    public void A_list_in_which_nothing_is_wrong_gives_its_holders()
    {
        var check = Check([Ann, Bob], total: 15);

        check.Problems.ShouldBeEmpty();
        check
            .Holders.Select(h => (h.Number, h.Details.Name, h.Units, h.AdmittedOn))
            .ShouldBe([
                (1, "Ann Carter", 10, new DateOnly(2020, 1, 31)),
                (2, "Łukasz 王 Ó Briain", 5, new DateOnly(2021, 5, 1)),
            ]);
    }

    [Theory]
    [MemberData(nameof(WrongCells))]
    public void A_wrong_cell_is_told_with_its_row_and_column(string what, ImportField field, string text, string code)
    {
        var row = Ann.Concat(Enumerable.Repeat("", Columns.Length - Ann.Length)).ToArray();
        row[Array.IndexOf(Columns, field)] = text;

        var check = Check([Bob, row], total: 15);

        check.Problems.ShouldContain(
            p => p.Row == 3 && p.Column == $"column {field}" && p.Code == code,
            customMessage: what
        );
        check.Holders.Select(h => h.Row).ShouldBe([2]);
    }

    [Fact]
    public void Numbers_are_named_where_a_limit_is_passed()
    {
        var check = Check(
            [
                [.. Ann[..6], "6000"],
            ],
            total: 6000
        );

        check.Problems.Single().Figures.ShouldBe([6000L, 5000L]);
    }

    [Fact]
    public void The_same_name_at_the_same_address_is_the_same_holder_however_it_is_written()
    {
        string[] again = ["3", "ANN  cárter", "1, high street", "ab12cd", "Hallowby", "31/01/2020", "5"];

        var check = Check([Ann, Bob, again], total: 20);

        var problem = check.Problems.Single();
        (problem.Row, problem.Code, problem.Figures[1]).ShouldBe((4, "import.duplicate", 2));
    }

    [Fact]
    public void The_whole_comes_to_what_the_accounts_say_and_numbers_have_no_gaps_unless_members_left()
    {
        string[] ninth = ["9", .. Bob[1..]];

        var check = Check([Ann, ninth], total: 16);
        var left = Check([Ann, ninth], total: 15, gaps: true);
        var twice = Check([Ann, ["1", .. Bob[1..]]], total: 15);

        check.Problems.Select(p => (p.Row, p.Code)).ShouldBe([(0, "import.total"), (3, "import.number-gap")]);
        check.Problems[0].Figures.ShouldBe([15L, 16L]);
        check.Problems[1].Figures.ShouldBe([2, 8]);
        left.Problems.ShouldBeEmpty();
        twice.Problems.Single().Code.ShouldBe("import.number-twice");
    }

    [Fact]
    public void Holders_whom_the_registers_have_are_the_same_by_number_and_name_only()
    {
        KnownHolder[] known =
        [
            new(1, "Ann Carter", "1 High Street", "AB1 2CD"),
            new(2, "Carl Moss", "9 Low Road", "AB1 2CD"),
        ];

        var same = Check([Ann], total: 10, known: known);
        var other = Check([Ann, Bob], total: 15, known: known);
        var unnumbered = Check(
            [
                ["", .. Ann[1..]],
            ],
            total: 10,
            known: known
        );

        same.Problems.ShouldBeEmpty();
        other.Problems.Single().Figures.ShouldBe([2, "Carl Moss"]);
        unnumbered.Problems.Single().Code.ShouldBe("import.already-member");
    }

    [Theory]
    [InlineData(HolderKind.Person, 4_001, "import.above-legal-cap")]
    [InlineData(HolderKind.Person, 4_000, null)]
    [InlineData(HolderKind.Organisation, 4_001, null)]
    public void No_person_holds_more_than_the_law_allows(HolderKind kind, int units, string? problem)
    {
        var text = Ann.Zip(Columns, (cell, column) => (column, cell)).ToDictionary(c => c.column, c => c.cell);
        text[ImportField.Units] = units.ToString(System.Globalization.CultureInfo.InvariantCulture);
        text[ImportField.Amount] = "";
        text[ImportField.Kind] = kind.ToString();
        var check = new ImportCheck(
            Ground(units, false) with
            {
                CapMinor = 4_000_000,
            },
            Columns.ToDictionary(c => c, c => $"column {c}"),
            []
        );

        check.Row(2, field => text.GetValueOrDefault(field, ""));

        check.Problems.Select(p => p.Code).ShouldBe(problem is null ? [] : [problem]);
    }

    [Theory]
    [InlineData(2, 2, "ja", "nee", null)]
    [InlineData(2, 2, "nee", "", "3 of 4 is 75 percent with one known, 2 of 4 is not")]
    [InlineData(0, 1, "x", "yes", null)]
    public void Residents_of_the_list_and_of_the_register_count_for_a_quota(
        long residents,
        long members,
        string ann,
        string bob,
        string? why
    )
    {
        var quota = new ImportQuota(new ResidentQuota(750_000), residents, members);

        var check = Check([Resident(Ann, ann), Resident(Bob, bob)], total: 15, quota: quota);

        check.Problems.Select(p => p.Code).ShouldBe(why is null ? [] : ["import.quota"], why);
        if (why is not null)
            check.Problems.Single().Figures.ShouldBe([2L, 4L, new Rate(750_000)]);
    }

    [Fact]
    public void Whoever_is_a_member_already_takes_no_more_room_of_a_quota()
    {
        KnownHolder[] known =
        [
            new(1, "Ann Carter", "1 High Street", "AB1 2CD", IsMember: true, IsResident: false),
            new(2, "Łukasz 王 Ó Briain", "2 High Street", "AB1 2CD", IsMember: false, IsResident: true),
        ];

        // Broken already, and nobody comes in but a resident who held bonds.
        var quota = new ImportQuota(new ResidentQuota(750_000), 0, 1);

        Check([Ann, Bob], total: 15, known: known, quota: quota).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void What_a_holder_has_in_other_classes_counts_with_what_the_law_allows()
    {
        KnownHolder[] known = [new(1, "Ann Carter", "1 High Street", "AB1 2CD", HeldMinor: 9_991_000)];
        var ground = Ground(10, false) with { CapMinor = 10_000_000 };

        var within = Check([Ann], total: 10, known: [known[0] with { HeldMinor = 9_990_000 }], ground: ground);
        var above = Check([Ann], total: 10, known: known, ground: ground);

        within.Problems.ShouldBeEmpty();
        above.Problems.Single().Code.ShouldBe("import.above-legal-cap-together");
        above.Problems.Single().Figures.ShouldBe([10L, 9L, new Money(9_991_000, Currency.Gbp)]);
    }

    [Fact]
    public void A_list_without_columns_or_rows_says_so_and_problems_beyond_measure_are_counted_only()
    {
        var empty = Check([], total: 1);
        var check = new ImportCheck(Ground(1, false), new Dictionary<ImportField, string>(), []);
        check.RequireColumns();
        for (var row = 2; row < ImportCheck.MostKept + 100; row++)
            check.Row(row, _ => "");

        empty.Problems.Single().Code.ShouldBe("import.empty");
        check.Problems.Count(p => p.Code == "import.column-missing").ShouldBe(6);
        check.Problems.Count.ShouldBe(ImportCheck.MostKept);
        check.ProblemCount.ShouldBeGreaterThan(ImportCheck.MostKept);
    }

    private static ImportGround Ground(long total, bool gaps) =>
        new(
            "A",
            1_000,
            Currency.Gbp,
            "GB",
            new DateOnly(2030, 1, 1),
            new ImportLimits(total, new DateOnly(2000, 1, 1), 2, 5_000, gaps)
        );

    private static string[] Resident(string[] row, string said) =>
        [.. row, .. Enumerable.Repeat("", Columns.Length - row.Length - 1), said];

    private static ImportCheck Check(
        IReadOnlyList<string[]> rows,
        long total,
        bool gaps = false,
        IReadOnlyCollection<KnownHolder>? known = null,
        ImportQuota? quota = null,
        ImportGround? ground = null
    )
    {
        var check = new ImportCheck(
            (ground ?? Ground(total, gaps)) with
            {
                Quota = quota,
            },
            Columns.ToDictionary(c => c, c => $"column {c}"),
            known ?? []
        );
        check.RequireColumns();
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            check.Row(i + 2, field => Array.IndexOf(Columns, field) is var at && at < row.Length ? row[at] : "");
        }
        check.End();
        return check;
    }
}
