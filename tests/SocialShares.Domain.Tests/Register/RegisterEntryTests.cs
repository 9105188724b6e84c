namespace SocialShares.Domain.Tests;

/// <summary>An entry keeps the price and the day; a certificate proves one entry.</summary>
public sealed class RegisterEntryTests
{
    private static readonly BookedOn On = new(
        new DateOnly(2026, 2, 1),
        new DateTime(2026, 2, 1, 9, 0, 0, DateTimeKind.Utc)
    );

    [Fact]
    public void An_entry_keeps_the_price_of_its_day()
    {
        var entry = Entry(9);

        (entry.PriceMinor, entry.Units, entry.ValidOn, entry.RecordedAt).ShouldBe((100L, 9L, On.Day, On.At));
    }

    [Fact]
    public void An_entry_of_no_units_is_a_bug() => Should.Throw<InvariantBroken>(() => Entry(0));

    [Fact]
    public void A_certificate_proves_the_units_of_its_entry()
    {
        var entry = Entry(9);

        var certificate = new Certificate(CertificateId.New(), 1, entry, Certificate.NewCode());

        (certificate.EntryId, certificate.Units, certificate.IssuedOn).ShouldBe((entry.Id, 9L, On.Day));
        certificate.MemberId.ShouldBe(entry.MemberId);
    }

    [Fact]
    public void Codes_can_be_read_aloud_and_do_not_repeat()
    {
        var codes = Enumerable.Range(0, 1_000).Select(_ => Certificate.NewCode()).ToList();

        codes.ShouldAllBe(code => code.Length == 12);
        codes.SelectMany(code => code).ShouldAllBe(c => !"01ILO".Contains(c));
        codes.Distinct().Count().ShouldBe(1_000);
    }

    private static RegisterEntry Entry(long units)
    {
        var terms = new ShareTerms(100, Currency.Gbp, 50_000, 0, true);
        var shareClass = ShareClass.Define(ShareClassId.New(), EnterpriseId.New(), "A", terms);
        var source = new EntrySource("Issue", Guid.NewGuid());
        return RegisterChain
            .Begin(shareClass.EnterpriseId)
            .Append(new EntryFacts(shareClass, MemberId.New(), EntryKind.Issue, units, On, source));
    }
}
