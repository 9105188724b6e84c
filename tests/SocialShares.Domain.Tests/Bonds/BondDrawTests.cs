using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace SocialShares.Domain.Tests;

/// <summary>A draw takes the right number, can be repeated by anybody, and favours nobody.</summary>
public sealed class BondDrawTests
{
    private static readonly Arbitrary<(long[] Held, long Count, string Seed)> Draws = (
        from held in Gen.Choose(0, 30).Select(units => (long)units).NonEmptyListOf()
        from part in Gen.Choose(0, 100)
        from seed in Gen.Choose(0, 1_000_000)
        select (held.ToArray(), held.Sum() * part / 100, seed.ToString(CultureInfo.InvariantCulture))
    ).ToArbitrary();

    [Fact]
    public void It_draws_the_number_asked_and_never_more_than_somebody_has() =>
        Prop.ForAll(
                Draws,
                d =>
                {
                    var drawn = BondDraw.Draw(d.Held, d.Count, d.Seed);
                    drawn.Sum().ShouldBe(d.Count);
                    drawn.Zip(d.Held).ShouldAllBe(x => x.First >= 0 && x.First <= x.Second);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void It_is_what_the_documents_say_done_by_hand() =>
        Prop.ForAll(Draws, d => BondDraw.Draw(d.Held, d.Count, d.Seed).ShouldBe(ByHand(d.Held, d.Count, d.Seed)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Over_many_seeds_everybody_is_drawn_in_proportion()
    {
        long[] held = [10, 30, 60];
        var drawn = new long[3];
        const int Rounds = 2_000;
        for (var seed = 0; seed < Rounds; seed++)
            foreach (var (units, at) in BondDraw.Draw(held, 20, $"seed {seed}").Select((units, at) => (units, at)))
                drawn[at] += units;

        // 20 of 100 bonds: a fifth of what each holds. Five standard deviations are a fraction of a percent of it.
        for (var at = 0; at < held.Length; at++)
            (drawn[at] / (double)(held[at] * Rounds)).ShouldBe(0.2, 0.01);
    }

    // A list of all bonds by their holder; the drawn one is replaced by the last that is still in.
    private static long[] ByHand(long[] held, long count, string seed)
    {
        var bonds = held.SelectMany((units, holder) => Enumerable.Repeat(holder, (int)units)).ToList();
        var drawn = new long[held.Length];
        for (var k = 0; k < count; k++)
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{k}"))[..16];
            var place = (int)(new BigInteger(hash, isUnsigned: true, isBigEndian: true) % bonds.Count);
            drawn[bonds[place]]++;
            bonds[place] = bonds[^1];
            bonds.RemoveAt(bonds.Count - 1);
        }
        return drawn;
    }
}
