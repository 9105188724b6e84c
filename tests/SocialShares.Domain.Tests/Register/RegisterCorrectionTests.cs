namespace SocialShares.Domain.Tests;

/// <summary>A correction names the entry that is wrong, takes no more than it has, and needs a second person.</summary>
public sealed class RegisterCorrectionTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);
    private static readonly DateTime Now = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);
    private static readonly Signature Ann = new(PersonId.New(), "Ann", Now);
    private static readonly Signature Bo = new(PersonId.New(), "Bo", Now);
    private static readonly FourEyes Apart = new([]);
    private static readonly RegisterChain Chain = RegisterChain.Begin(EnterpriseId.New());
    private static readonly RegisterEntry Wrong = Chain.Append(
        new EntryFacts(
            ShareClassId.New(),
            null,
            100,
            MemberId.New(),
            EntryKind.Issue,
            250,
            new BookedOn(new DateOnly(2026, 2, 1), Now),
            new EntrySource("Issue", Guid.NewGuid())
        )
    );

    [Theory]
    [InlineData(0, 0, 250, "correction.nothing")]
    [InlineData(-251, 0, 400, "correction.too-much")]
    [InlineData(-51, -200, 50, "correction.too-much")]
    [InlineData(251, 0, 250, "correction.too-much")]
    [InlineData(-60, 0, 59, "correction.not-held")]
    public void More_than_the_entry_has_or_the_holder_had_is_refused(long units, long before, long free, string code) =>
        Code(() => Propose(Order(units), before, free)).ShouldBe(code);

    [Fact]
    public void A_day_before_the_entry_or_after_today_is_refused()
    {
        Code(() => Propose(Order(-5) with { ValidOn = Wrong.ValidOn.AddDays(-1) })).ShouldBe("correction.day");
        Code(() => Propose(Order(-5) with { ValidOn = Today.AddDays(1) })).ShouldBe("correction.day");
    }

    [Fact]
    public void Units_go_to_another_holder_and_only_units_that_leave()
    {
        Code(() => Propose(Order(-5) with { To = Wrong.MemberId })).ShouldBe("correction.same-holder");
        Code(() => Propose(Order(5) with { To = MemberId.New() })).ShouldBe("correction.to-more");
    }

    [Fact]
    public void Nobody_confirms_what_they_proposed_and_nothing_is_decided_twice()
    {
        var correction = Propose(Order(-50));

        Code(() => Confirm(correction, Ann)).ShouldBe("correction.same-person");
        Confirm(correction, Bo).Single().Units.ShouldBe(-50);
        Code(() => Confirm(correction, Bo)).ShouldBe("correction.decided");
        Code(() => correction.Reject(Ann)).ShouldBe("correction.decided");
        (correction.State, correction.DecidedByName).ShouldBe((CorrectionState.Confirmed, "Bo"));
    }

    [Fact]
    public void Neither_of_the_two_decides_on_units_for_themselves()
    {
        Code(() => Propose(Order(5), before: -5, gaining: Ann.PersonId)).ShouldBe("correction.own-gain");
        var correction = Propose(Order(-50) with { To = MemberId.New() });

        Code(() => Confirm(correction, Bo, gaining: Ann.PersonId)).ShouldBe("correction.own-gain");
        Code(() => Confirm(correction, Bo, gaining: Bo.PersonId)).ShouldBe("correction.own-gain");
        Confirm(correction, Bo, gaining: PersonId.New()).Count.ShouldBe(2);
    }

    [Fact]
    public void Only_who_gets_units_gains_by_a_correction()
    {
        var (of, to) = (MemberId.New(), MemberId.New());

        Order(5).Gaining(of).ShouldBe(of);
        (Order(-5) with { To = to }).Gaining(of).ShouldBe(to);
        Order(-5).Gaining(of).ShouldBeNull();
    }

    [Fact]
    public void What_goes_into_the_register_names_the_wrong_entry_and_its_price()
    {
        var right = MemberId.New();

        var facts = Confirm(Propose(Order(-250) with { To = right }), Bo);

        facts.Select(f => (f.Holder, f.Units)).ShouldBe([(Wrong.MemberId, -250L), (right, 250L)]);
        facts.ShouldAllBe(f => f.Kind == EntryKind.Correction && f.Corrects == Wrong.Id && f.PriceMinor == 100);
        facts.ShouldAllBe(f => f.Source.Document == "Letter");
    }

    [Fact]
    public void What_has_changed_since_the_proposal_is_looked_at_again()
    {
        var correction = Propose(Order(-50));

        Code(() => correction.Confirm(new CorrectedEntry(Wrong, -210, 250), null, Bo, Apart, Today))
            .ShouldBe("correction.too-much");
    }

    [Fact]
    public void Bonds_and_corrections_are_not_corrected()
    {
        var bonds = Chain.Append(Facts(5) with { ShareClassId = null, BondSeriesId = BondSeriesId.New() });
        var correction = Chain.Append(Facts(-5) with { Kind = EntryKind.Correction, Corrects = Wrong.Id });

        Code(() => Propose(Order(-5), of: bonds)).ShouldBe("correction.bonds");
        Code(() => Propose(Order(5), of: correction)).ShouldBe("correction.of-correction");
    }

    [Fact]
    public void A_certificate_stands_for_what_is_left_of_its_units_first_in_first_out()
    {
        var chain = RegisterChain.Begin(EnterpriseId.New());
        var first = chain.Append(Facts(10));
        var second = chain.Append(Facts(20));
        var gone = chain.Append(Facts(-15) with { Kind = EntryKind.TransferOut });
        var corrected = chain.Append(Facts(-3) with { Kind = EntryKind.Correction, Corrects = second.Id });
        RegisterEntry[] all = [first, second, gone, corrected];

        StandingUnits.Of(all, first.Id, Today).ShouldBe(0);
        StandingUnits.Of(all, second.Id, Today).ShouldBe(12);
        StandingUnits.Of([first, second], first.Id, Today).ShouldBe(10);
        StandingUnits.Of(all, first.Id, first.ValidOn.AddDays(-1)).ShouldBe(0);
    }

    [Fact]
    public void A_certificate_of_what_was_kept_stands_for_that_whatever_the_units_are_worth_or_come_later()
    {
        var chain = RegisterChain.Begin(EnterpriseId.New());
        var first = chain.Append(Facts(10));
        var second = chain.Append(Facts(20));
        var gone = chain.Append(Facts(-15) with { Kind = EntryKind.TransferOut });
        var before = chain.Append(Facts(-15) with { Kind = EntryKind.WriteDownFrom });
        var after = chain.Append(Facts(15) with { Kind = EntryKind.WriteDownTo, PriceMinor = 80 });
        var more = chain.Append(Facts(7));
        var again = chain.Append(Facts(-4) with { Kind = EntryKind.Withdrawal });

        StandingUnits.Of([first, second, gone, before, after, more], gone.Id, Today).ShouldBe(15);
        StandingUnits.Of([first, second, gone, before, after, more, again], gone.Id, Today).ShouldBe(11);
        StandingUnits.Of([first, second, gone, before, after, more], second.Id, Today).ShouldBe(15);
    }

    [Fact]
    public void What_was_written_down_is_not_corrected_at_the_price_of_before()
    {
        var down = Chain.Append(Facts(-5) with { Kind = EntryKind.WriteDownFrom });

        Code(() => new CorrectedEntry(Wrong, 0, 250, IsWrittenDown: true).Check(Order(-5), Today))
            .ShouldBe("correction.written-down");
        Code(() => Propose(Order(-5), of: down)).ShouldBe("correction.of-write-down");
    }

    private static EntryFacts Facts(long units) =>
        new(
            Wrong.ShareClassId,
            null,
            100,
            Wrong.MemberId,
            EntryKind.Issue,
            units,
            new BookedOn(Wrong.ValidOn, Now),
            new EntrySource("Issue", Guid.NewGuid())
        );

    private static CorrectionOrder Order(long units) => new(units, null, Wrong.ValidOn, "Paid for fewer", "Letter");

    private static RegisterCorrection Propose(
        CorrectionOrder order,
        long before = 0,
        long free = 250,
        RegisterEntry? of = null,
        PersonId? gaining = null
    ) =>
        RegisterCorrection.Propose(
            RegisterCorrectionId.New(),
            new CorrectedEntry(of ?? Wrong, before, free),
            order,
            gaining,
            Ann,
            Today
        );

    private static IReadOnlyList<EntryFacts> Confirm(
        RegisterCorrection correction,
        Signature by,
        PersonId? gaining = null
    ) => correction.Confirm(new CorrectedEntry(Wrong, 0, 250), gaining, by, Apart, Today);

    private static string Code(Action act) => Should.Throw<Refused>(act).Code;
}
