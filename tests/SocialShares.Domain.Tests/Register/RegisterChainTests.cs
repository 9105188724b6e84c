using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace SocialShares.Domain.Tests;

/// <summary>Each entry is bound to the one before, and whatever is done to a register shows at the first place it touches.</summary>
public sealed class RegisterChainTests
{
    private static readonly EnterpriseId Enterprise = EnterpriseId.From(
        new Guid("01990000-0000-7000-8000-0000000000e1")
    );
    private static readonly DateTime At = new DateTime(2026, 2, 1, 9, 0, 0, DateTimeKind.Utc).AddMicroseconds(123_456);

    [Fact]
    public void Entries_count_from_one_and_name_the_hash_before()
    {
        var chain = RegisterChain.Begin(Enterprise);

        var (first, second) = (chain.Append(Facts(9)), chain.Append(Facts(3)));

        (first.Number, first.PreviousHash).ShouldBe((1, RegisterHash.Start));
        (second.Number, second.PreviousHash).ShouldBe((2, first.Hash));
        (chain.LastNumber, chain.LastHash).ShouldBe((2, second.Hash));
        (first.EnterpriseId, second.EnterpriseId).ShouldBe((Enterprise, Enterprise));
    }

    [Fact]
    public void The_hash_is_sha_256_of_the_text_as_utf_8()
    {
        var entry = RegisterChain.Begin(Enterprise).Append(Facts(9));

        var text = RegisterHash.TextOf(entry, RegisterHash.Start);

        entry.Hash.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        text.ShouldStartWith($"register-entry-1\nprevious {RegisterHash.Start}\n");
        text.ShouldContain("\nunits 9\nprice 100\nvalid 2026-02-01\nrecorded 2026-02-01T09:00:00.123456Z\n");
        text.ShouldEndWith("\nreason Issue\n");
    }

    [Fact]
    public void What_is_finer_than_a_microsecond_is_not_hashed_because_databases_cut_it_off()
    {
        var facts = Facts(9);
        var finer = facts with { On = facts.On with { At = facts.On.At.AddTicks(7) } };

        var text = RegisterHash.TextOf(RegisterChain.Begin(Enterprise).Append(finer), RegisterHash.Start);

        text.ShouldContain("\nrecorded 2026-02-01T09:00:00.123456Z\n");
    }

    [Fact]
    public void A_line_feed_in_a_reason_does_not_pass_for_another_field()
    {
        var facts = Facts(9) with { Source = new EntrySource("Deed\nkind issue\\", Guid.NewGuid(), "p. 1\r") };

        var text = RegisterHash.TextOf(RegisterChain.Begin(Enterprise).Append(facts), RegisterHash.Start);

        text.Split('\n').Length.ShouldBe(17);
        text.ShouldContain("\ndocument p. 1\\r\nreason Deed\\nkind issue\\\\\n");
    }

    [Fact]
    public void Only_a_correction_names_another_entry()
    {
        var chain = RegisterChain.Begin(Enterprise);
        var first = chain.Append(Facts(9));
        var correction = Facts(-2) with { Kind = EntryKind.Correction };

        Should.Throw<InvariantBroken>(() => chain.Append(correction));
        Should.Throw<InvariantBroken>(() => chain.Append(Facts(1) with { Corrects = first.Id }));
        chain.Append(correction with { Corrects = first.Id }).CorrectsId.ShouldBe(first.Id);
    }

    [Fact]
    public void Nothing_is_built_on_an_entry_without_a_hash() =>
        Should.Throw<InvariantBroken>(() => new RegisterChain(Enterprise, 4, ""));

    [Fact]
    public void A_whole_register_reads_to_its_end()
    {
        var entries = Register(20);

        var reading = new RegisterReading(new RegisterMark(7, entries[6].Hash));

        entries.Select(reading.Read).ShouldAllBe(broken => broken == null);
        reading.End().ShouldBeNull();
        (reading.Count, reading.LastHash).ShouldBe((20, entries[^1].Hash));
    }

    [Fact]
    public void Whatever_was_left_out_swapped_or_slipped_in_is_found_at_the_first_place_it_touches()
    {
        var attacks =
            from length in Gen.Choose(3, 30)
            from at in Gen.Choose(0, length - 2)
            from attack in Gen.Choose(0, 2)
            select (length, at, attack);

        Prop.ForAll(
                attacks.ToArbitrary(),
                a =>
                {
                    var entries = Register(a.length).ToList();
                    switch (a.attack)
                    {
                        case 0:
                            entries.RemoveAt(a.at);
                            break;
                        case 1:
                            (entries[a.at], entries[a.at + 1]) = (entries[a.at + 1], entries[a.at]);
                            break;
                        default:
                            entries[a.at] = Register(a.length)[a.at]; // of another register, with the same number
                            break;
                    }
                    var found = FirstBreak(entries, null);
                    // A first entry of another register is right in itself: the second one does not follow it.
                    found!.Number.ShouldBe(a is { attack: 2, at: 0 } ? 2 : a.at + 1);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Entries_gone_from_the_end_and_a_register_written_anew_are_found_by_what_was_seen_before()
    {
        var entries = Register(10);
        var seen = new RegisterMark(10, entries[^1].Hash);

        FirstBreak(entries.Take(8), seen).ShouldBe(new RegisterBreak(9, RegisterFault.Shortened));
        FirstBreak([], seen).ShouldBe(new RegisterBreak(1, RegisterFault.Shortened));
        FirstBreak(Register(12), seen).ShouldBe(new RegisterBreak(10, RegisterFault.Rewritten));
        FirstBreak(Register(12), null).ShouldBeNull();
    }

    private static RegisterBreak? FirstBreak(IEnumerable<RegisterEntry> entries, RegisterMark? seen)
    {
        var reading = new RegisterReading(seen);
        return entries.Select(reading.Read).FirstOrDefault(broken => broken is not null) ?? reading.End();
    }

    private static List<RegisterEntry> Register(int length)
    {
        var chain = RegisterChain.Begin(Enterprise);
        return [.. Enumerable.Range(1, length).Select(no => chain.Append(Facts(no)))];
    }

    private static EntryFacts Facts(long units) =>
        new(
            ShareClassId.New(),
            null,
            100,
            MemberId.New(),
            EntryKind.Issue,
            units,
            new BookedOn(new DateOnly(2026, 2, 1), At),
            new EntrySource("Issue", Guid.NewGuid())
        );
}
