using System.Globalization;

namespace SocialShares.Domain.Tests;

/// <summary>Allotments that were worked out by hand.</summary>
public sealed class AllocationTests
{
    private const string Seed = "the seed of the hand examples";

    /// <summary>
    /// Rows in the order of payment: a letter, the units, r for a resident, pN for a priority, =X for a second application of
    /// the holder X.
    /// </summary>
    [Theory]
    // Enough for all.
    [InlineData("proRata", 0, 100, "a10 b20 c30", "10 20 30")]
    [InlineData("proRata", 0, 60, "a10 b20 c30", "10 20 30")]
    // 30/60 of everything.
    [InlineData("proRata", 0, 30, "a10 b20 c30", "5 10 15")]
    // 31/60: 5.17 10.33 15.50; the unit left over goes to the largest fraction.
    [InlineData("proRata", 0, 31, "a10 b20 c30", "5 10 16")]
    // 10/60: 1.67 3.33 5.00.
    [InlineData("proRata", 0, 10, "a10 b20 c30", "2 3 5")]
    [InlineData("proRata", 0, 0, "a10 b20 c30", "0 0 0")]
    // 21/60: 3.5 is less than 4; b and c share 17 as 20 to 30: 6.8 and 10.2.
    [InlineData("proRata", 4, 21, "a10 b20 c30", "4 7 10")]
    // 20/60: 3.33 is less than 4; the others share 16 in the proportion of 20 to 30: 6.4 and 9.6.
    [InlineData("proRata", 4, 20, "a10 b20 c30", "4 6 10")]
    // Whoever asked less than the least gets it all before anybody gets more than the least.
    [InlineData("proRata", 4, 20, "a2 b20 c30", "2 7 11")]
    // Equal fill: 10 each, nothing over; then 21: 7 each.
    [InlineData("equalFill", 0, 30, "a10 b20 c30", "10 10 10")]
    [InlineData("equalFill", 0, 21, "a10 b20 c30", "7 7 7")]
    // a is filled with 10, b and c share 34.
    [InlineData("equalFill", 0, 44, "a10 b20 c30", "10 17 17")]
    [InlineData("equalFill", 0, 55, "a10 b20 c30", "10 20 25")]
    // First come: in the order of payment, the last one gets a part.
    [InlineData("firstCome", 0, 25, "a10 b20 c30", "10 15 0")]
    // ... but no part below the least, and nobody jumps the queue.
    [InlineData("firstCome", 4, 13, "a10 b20 c3", "10 0 0")]
    [InlineData("firstCome", 4, 14, "a10 b20 c3", "10 4 0")]
    // Residents first: they share among themselves, the others get what is left.
    [InlineData("proRata residents", 0, 29, "a10r b20 c30r", "7 0 22")]
    [InlineData("proRata residents", 0, 50, "a10r b20 c30r", "10 10 30")]
    [InlineData("equalFill residents", 0, 30, "a10r b20 c30r", "10 0 20")]
    [InlineData("firstCome residents", 0, 25, "a10 b20r c30r", "0 20 5")]
    // Without the rule 0.45 1.36 2.27 0.91, so a has 1. Among residents 0.56 1.67 2.78 would round to 0 2 3: a keeps the one, and b,
    // whose rounding was kindest, gives it.
    [InlineData("proRata", 0, 5, "a1r b3r c5r d2", "1 1 2 1")]
    [InlineData("proRata residents", 0, 5, "a1r b3r c5r d2", "1 1 3 0")]
    // A higher priority goes first, whatever the policy; among residents too.
    [InlineData("proRata", 0, 31, "a10 b20p1 c30", "3 20 8")]
    [InlineData("proRata", 0, 15, "a10 b20p1 c30", "0 15 0")]
    [InlineData("firstCome", 0, 45, "a10 b20p1 c30p2", "0 15 30")]
    [InlineData("proRata residents", 0, 29, "a10r b20p9 c30r", "7 0 22")]
    [InlineData("proRata residents", 0, 30, "a10rp1 b20 c30r", "10 0 20")]
    // Asking twice gets no more than asking once; the earlier application is filled first.
    [InlineData("equalFill", 0, 20, "a10 b8 c12=b", "10 8 2")]
    [InlineData("equalFill", 6, 12, "a10 b3 c12=b", "6 3 3")]
    public void Worked_out_by_hand(string rule, long least, long offered, string asked, string allotted)
    {
        var words = rule.Split(' ');
        var policy = Enum.Parse<AllocationPolicy>(words[0], ignoreCase: true);

        var units = Allocation.Of(Rows(asked), offered, new AllocationRule(policy, words.Length > 1, least, Seed));

        string.Join(' ', units).ShouldBe(allotted);
    }

    [Fact]
    public void Where_the_least_is_too_much_for_all_the_lot_decides_and_the_rest_stays()
    {
        var rows = Rows("a10 b20 c30 d40");

        foreach (var policy in new[] { AllocationPolicy.ProRata, AllocationPolicy.EqualFill })
        {
            var units = Allocation.Of(rows, 17, new AllocationRule(policy, ResidentsFirst: false, 8, Seed));

            units.Order().ShouldBe([0, 0, 8, 8]);
        }
    }

    [Fact]
    public void Another_seed_draws_other_winners_and_the_same_seed_the_same()
    {
        var rows = Rows("a1 b1 c1 d1 e1 f1 g1 h1");
        string Winners(string seed) =>
            string.Join(
                "",
                Allocation.Of(rows, 4, new AllocationRule(AllocationPolicy.ProRata, ResidentsFirst: false, 0, seed))
            );

        Winners("one").ShouldBe(Winners("one"));
        Enumerable.Range(0, 20).Select(i => Winners($"{i}")).Distinct().Count().ShouldBeGreaterThan(5);
    }

    [Fact]
    public void Equals_are_served_by_the_hash_of_seed_and_holder()
    {
        var rows = Rows("a1 b1 c1");
        // printf 'the seed of the hand examples:00000000-0000-0000-0000-00000000000a' | sha256sum, and so on.
        string Hash(AllocationRow row) =>
            Convert.ToHexStringLower(
                System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes($"{Seed}:{row.Id}"))
            );
        var first = rows.MinBy(Hash)!;

        var units = Allocation.Of(
            rows,
            1,
            new AllocationRule(AllocationPolicy.ProRata, ResidentsFirst: false, 0, Seed)
        );

        units[rows.IndexOf(first)].ShouldBe(1);
        units.Sum().ShouldBe(1);
    }

    [Fact]
    public void Each_series_is_allotted_on_its_own()
    {
        var rows = Rows("a10 b20 c30").Select((r, i) => r with { SeriesNo = i == 1 ? 2 : 1 }).ToList();
        var offered = new Dictionary<int, long> { [1] = 20, [2] = 100 };

        var plan = new AllotmentPlan(
            rows,
            offered,
            new AllocationRule(AllocationPolicy.ProRata, ResidentsFirst: false, 0, Seed)
        );

        rows.ConvertAll(r => plan.Of(r.Id)).ShouldBe([5, 20, 15]);
        plan.Pools.ShouldBe([new PlannedPool(1, 20, 40, 20), new PlannedPool(2, 100, 20, 20)]);
        plan.IsShort.ShouldBeTrue();
    }

    [Fact]
    public void The_files_are_the_same_bytes_whatever_the_order_of_rows()
    {
        var rows = Rows("a10r b20p3 c30=a");

        var file = AllotmentFiles.Inputs(rows);

        AllotmentFiles.Inputs(rows.AsEnumerable().Reverse()).ShouldBe(file);
        System
            .Text.Encoding.UTF8.GetString(file)
            .ShouldBe(
                """
                application,holder,series,units,paid_at,resident,priority
                00000000-0000-0000-0000-00000000000a,00000000-0000-0000-0000-00000000000a,0,10,2030-03-01T10:00:00.000000Z,yes,0
                00000000-0000-0000-0000-00000000000b,00000000-0000-0000-0000-00000000000b,0,20,2030-03-01T10:01:00.000000Z,no,3
                00000000-0000-0000-0000-00000000000c,00000000-0000-0000-0000-00000000000a,0,30,2030-03-01T10:02:00.000000Z,no,0

                """.ReplaceLineEndings("\n")
            );
    }

    private static List<AllocationRow> Rows(string text) =>
        [
            .. text.Split(' ')
                .Select((word, i) => Row(word, new DateTime(2030, 3, 1, 10, 0, 0, DateTimeKind.Utc).AddMinutes(i))),
        ];

    private static AllocationRow Row(string word, DateTime paidAt)
    {
        var ((rest, holder), priority) = (Cut(word, '='), 0);
        if (rest.Contains('p', StringComparison.Ordinal))
            (rest, priority) = (Cut(rest, 'p').Head, int.Parse(Cut(rest, 'p').Tail, CultureInfo.InvariantCulture));
        var isResident = rest.EndsWith('r');
        var units = long.Parse(rest[1..].TrimEnd('r'), CultureInfo.InvariantCulture);
        return new AllocationRow(
            Id(rest[0]),
            Id(holder.Length > 0 ? holder[0] : rest[0]),
            0,
            units,
            paidAt,
            isResident,
            priority
        );
    }

    private static (string Head, string Tail) Cut(string word, char at) =>
        word.Split(at, 2) is [var head, var tail] ? (head, tail) : (word, "");

    private static ApplicationId Id(char letter) =>
        new(new Guid(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)(letter - 'a' + 10)));
}
