namespace SocialShares.Tests.Bulk;

/// <summary>A small register with one run: rows of every kind that is written in bulk.</summary>
internal sealed class SampleRows
{
    public static readonly DateTime Now = new DateTime(2026, 3, 1, 10, 20, 30, DateTimeKind.Utc).AddMicroseconds(
        123456
    );
    private static readonly BookedOn On = new(new DateOnly(2026, 3, 1), Now);

    public SampleRows(int members)
    {
        var person = PersonId.New();
        var first = new BoardMember(EnterpriseId, person, "Ann Board", "chair", true, On.Day);
        Enterprise = Enterprise.Register(EnterpriseId, "hallowby", Profile, first, Now);
        Class = ShareClass.Define(ShareClassId.New(), EnterpriseId, "A", Terms);
        Declaration = InterestDeclaration.Declare(
            DeclarationId.New(),
            Class,
            new InterestTerms(new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31), 30_000, new DateOnly(2026, 3, 1)),
            new Signature(person, "Ann Board", Now),
            On.Day
        );
        Members = [.. Enumerable.Range(1, members).Select(Holder)];
        Entries = [.. Members.Select(Entry).Select(RegisterChain.Begin(EnterpriseId).Append)];
        Run = PayoutRun.Calculate(
            PayoutRunId.New(),
            "2026-0001",
            Declaration,
            Class.Currency,
            (members, 7L * members),
            new Signature(person, "Ada Admin", Now)
        );
        Lines = [.. Members.Select(m => new PayoutLine(PayoutLineId.New(), Run.Id, m.Number, m, 365, 7, m.Number % 3))];
        Journal = [.. Entries.Select(Booking)];
    }

    public EnterpriseId EnterpriseId { get; } = EnterpriseId.New();
    public Enterprise Enterprise { get; }
    public ShareClass Class { get; }
    public InterestDeclaration Declaration { get; }
    public IReadOnlyList<Member> Members { get; }
    public IReadOnlyList<RegisterEntry> Entries { get; }
    public PayoutRun Run { get; }
    public IReadOnlyList<PayoutLine> Lines { get; }
    public IReadOnlyList<JournalEntry> Journal { get; }

    private static EnterpriseProfile Profile =>
        new(
            "Hallowby Shop",
            "community benefit society",
            "GB",
            "RS1",
            "1 High Street",
            "Hallowby",
            Currency.Gbp,
            "Europe/London",
            "bottle",
            "shop"
        );

    private static ShareTerms Terms => new(100, Currency.Gbp, 50_000, 0, true);

    private Member Holder(int number) =>
        new(
            MemberId.New(),
            EnterpriseId,
            number,
            PersonId.New(),
            new HolderDetails(
                HolderKind.Person,
                $"Zoë O'Néill \"{number}\"",
                "High Street 1",
                "AB1 2CD",
                "Hallowby",
                "GB",
                null
            ),
            (number % 3) switch
            {
                0 => new PayoutChoice(PayoutDestination.Reinvest, null),
                1 => new PayoutChoice(PayoutDestination.Bank, "GB29NWBK60161331926819"),
                _ => new PayoutChoice(PayoutDestination.Bank, null),
            },
            On.Day.AddDays(-number)
        );

    private EntryFacts Entry(Member m) =>
        new(Class, m.Id, EntryKind.Issue, 100 + m.Number, On, new EntrySource("Issue", Guid.NewGuid()));

    private static JournalEntry Booking(RegisterEntry entry)
    {
        var amount = new Money(entry.Units * entry.PriceMinor, Currency.Gbp);
        return JournalEntry.Write(
            Book.Of("hallowby"),
            On,
            new Cause("test", entry.Id.Value),
            "Test",
            (Account.Bank, amount),
            (Account.Shares("A"), -amount)
        );
    }
}
