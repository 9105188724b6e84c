using System.Diagnostics;

namespace SocialShares.Benchmarks;

/// <summary>
/// Cash-flow tables (dates, parts of years, interest, principal) of a hundred thousand bonds of forty quarters each, every
/// bond with terms of its own, against a bare loop that only adds as many pairs of 64-bit integers.
/// </summary>
internal static class Schedules
{
    private const int Bonds = 100_000;
    private const int Periods = 40;
    private const int Rounds = 5;

    public static void Run(TextWriter to)
    {
        var bonds = Make();
        var plans = Array.ConvertAll(bonds, b => BondPlan.Of(b.Terms, b.IssuedOn));
        var (left, right) = (Numbers(1), Numbers(2));
        var (best, amounts, bare, sum) = (double.MaxValue, double.MaxValue, double.MaxValue, 0L);
        // The three take turns, so that whatever else the machine does slows all of them; the best of each counts.
        for (var round = 0; round < Rounds; round++)
        {
            best = Math.Min(best, Time(() => Tables(bonds), ref sum));
            amounts = Math.Min(amounts, Time(() => Amounts(bonds, plans), ref sum));
            bare = Math.Min(bare, Time(() => Add(left, right), ref sum));
        }
        to.WriteLine(
            $"{Bonds} bonds of {Periods} periods: {best:0} ms; amounts alone {amounts:0} ms; bare loop {bare:0.0} ms"
        );
        to.WriteLine($"tables per second {Bonds / best * 1000:0}");
        to.WriteLine($"ratio schedules {best / bare:0.0}");
        to.WriteLine($"ratio schedules-amounts {amounts / bare:0.0}");
        to.WriteLine($"checksum {sum:x}");
    }

    private static (BondTerms Terms, DateOnly IssuedOn, long Face)[] Make()
    {
        var random = new Random(1);
        var kinds = Enum.GetValues<RepaymentKind>();
        var dayCounts = Enum.GetValues<DayCount>();
        return
        [
            .. Enumerable
                .Range(0, Bonds)
                .Select(no =>
                    (
                        new BondTerms(
                            100_000,
                            Currency.Eur,
                            random.Next(5_000, 90_000),
                            PaymentFrequency.Quarterly,
                            new RepaymentTerms(kinds[no % kinds.Length]),
                            TermMonths: Periods * PaymentFrequency.Quarterly.Months(),
                            DayCount: dayCounts[no / kinds.Length % dayCounts.Length]
                        ),
                        new DateOnly(2026, 1, 1).AddDays(random.Next(1_500)),
                        (long)random.Next(1_000, 10_000_000)
                    )
                ),
        ];
    }

    private static long[] Numbers(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Bonds * Periods).Select(_ => (long)random.Next())];
    }

    private static long Tables((BondTerms Terms, DateOnly IssuedOn, long Face)[] bonds)
    {
        var sum = 0L;
        foreach (var (terms, issuedOn, face) in bonds)
            sum += Sum(BondPlan.Of(terms, issuedOn).Table(face));
        return sum;
    }

    private static long Amounts((BondTerms Terms, DateOnly IssuedOn, long Face)[] bonds, BondPlan[] plans)
    {
        var sum = 0L;
        for (var i = 0; i < bonds.Length; i++)
            sum += Sum(plans[i].Table(bonds[i].Face));
        return sum;
    }

    private static long Sum(BondCashFlow[] table)
    {
        Invariant.Holds(table.Length == Periods, "a bond of the benchmark has another number of periods");
        var sum = 0L;
        foreach (ref readonly var flow in table.AsSpan())
            sum += flow.InterestMinor + flow.PrincipalMinor + flow.Period.DueOn.DayNumber;
        return sum;
    }

    private static long Add(long[] left, long[] right)
    {
        var sum = 0L;
        for (var i = 0; i < left.Length; i++)
            sum += left[i] + right[i];
        return sum;
    }

    private static double Time(Func<long> work, ref long sum)
    {
        var begun = Stopwatch.GetTimestamp();
        sum ^= work();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }
}
