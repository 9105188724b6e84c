using System.Globalization;
using System.Text.Json;

namespace SocialShares.Demo.Scenario;

/// <summary>An offer's terms cannot be expressed: a field that belongs to a later issue, or that makes no sense.</summary>
public sealed class CannotExpress(string message) : Exception(message)
{
    internal static CannotExpress NotYet(string field) => new($"not supported yet: {field}");
}

/// <summary>Share interest of an offer.</summary>
/// <param name="RatePpm">What the board will declare a year, parts per million.</param>
/// <param name="CapPpm">The class's cap.</param>
/// <param name="StartsAfterYears">Years of holding before a share earns.</param>
/// <param name="MayReinvest">May holders leave it in?</param>
/// <param name="IsAssumed">The terms say nothing; these are the runner's.</param>
public sealed record InterestPlan(int RatePpm, int CapPpm, int StartsAfterYears, bool MayReinvest, bool IsAssumed)
{
    /// <summary>Where terms name no interest: 2 % a year within a cap of 5 %, after two years, may be left in.</summary>
    public static InterestPlan Assumed { get; } = new(20_000, 50_000, 2, MayReinvest: true, IsAssumed: true);

    /// <summary>Bonds have no share interest.</summary>
    public static InterestPlan None { get; } = new(0, 0, 0, MayReinvest: false, IsAssumed: false);
}

/// <summary>An offer as its issuer published it, read from the file; amounts in minor units.</summary>
public sealed record PublishedOffer(
    string Key,
    string Issuer,
    string Country,
    string LegalForm,
    string RegistryNumber,
    string Purpose,
    Currency Currency,
    long ParValueMinor,
    OfferTerms Terms,
    InterestPlan Interest,
    PublishedBonds? Bonds
)
{
    /// <summary>An open offer is sold for three months; then its board names the last day.</summary>
    public DateOnly LastDay => Terms.ClosesOn ?? Terms.OpensOn.AddMonths(3);

    /// <summary>What the runner had to assume, told before the run; of bonds see <see cref="PublishedBonds.Notes"/>.</summary>
    public IReadOnlyList<string> Notes { get; private init; } = [];

    /// <summary>What the issuer binds itself to, as far as the platform checks it.</summary>
    public IReadOnlyList<PublishedCovenant> Covenants { get; private init; } = [];

    /// <summary>What holders of the shares may do later; null for bonds.</summary>
    public HoldingTerms? Holding { get; private init; }

    private static readonly string[] Instruments =
    [
        "withdrawable share",
        "member share",
        "cooperative share",
        "bond",
        "subordinated bond",
    ];

    // Fields of scenario.md that belong to later issues, or to the other instrument.
    private static readonly HashSet<string> NotForShares = Words(
        "coupon termYears maturity issueDate repayment rateSteps tranches"
    );

    private static readonly HashSet<string> NotForBonds = Words("withdrawal shareInterest instalments");

    private static readonly HashSet<string> Known = Words(
        "key issuer country legalForm registryNumber purpose currency instrument offerKind opens closes extendable "
            + "target minimumTarget optimumTarget maximumTarget parValue minimumPerPerson maximumPerPerson "
            + "maximumUnitsPerPerson maximumPerOrganisation minimumAge holders allocation reflection shareInterest source "
            + "instalments maximumShareOfTotalPercent membershipTypes covenants withdrawal eligibility coupon termYears maturity issueDate repayment rateSteps tranches"
    );

    /// <summary>Reads one offer.</summary>
    /// <param name="json">The offer's object.</param>
    /// <param name="today">For offers without a window: they open today.</param>
    /// <param name="buyers">For bonds without a target: so many have to find some.</param>
    /// <exception cref="CannotExpress">A field is not supported, missing or wrong.</exception>
    public static PublishedOffer Read(JsonElement json, DateOnly today, int buyers)
    {
        var fields = new Fields(json);
        var isOfBonds = fields.Text("instrument")?.EndsWith("bond", StringComparison.Ordinal) == true;
        Refuse(fields, isOfBonds);
        var par =
            fields.Minor("parValue") ?? (isOfBonds ? fields.Minor("minimumPerPerson") ?? AssumedNominal : AssumedPar);
        if (par <= 0)
            throw new CannotExpress("parValue must be more than zero");
        var currency = Currency.TryParse(fields.Text("currency"), out var parsed)
            ? parsed
            : throw new CannotExpress("currency must be EUR or GBP");
        var notes = new List<string>();
        var interest = isOfBonds ? InterestPlan.None : ReadInterest(fields, notes);
        var holding = isOfBonds ? null : new WithdrawalReader(fields, notes).Read();
        var holders = new HolderReader(fields, notes);
        var least = fields.Minor("minimumPerPerson") ?? holders.LeastOfTypes() ?? par;
        var assumed = AssumedTarget(fields, par, least, buyers, currency, notes);
        var terms = ReadTerms(fields, par, least, assumed, today, isOfBonds) with { Eligibility = holders.Read() };
        var residents = terms.Eligibility?.MembershipTypes?.FirstOrDefault(t => t.IsResident)?.Code;
        var covenants = new CovenantReader(fields, notes).Read(residents);
        return new PublishedOffer(
            Required(fields, "key"),
            Required(fields, "issuer"),
            Required(fields, "country"),
            fields.Text("legalForm") ?? "co-operative",
            fields.Text("registryNumber") ?? "",
            fields.Text("purpose") ?? "what the offer document says",
            currency,
            par,
            terms,
            interest,
            isOfBonds ? new BondReader(fields, currency, par, terms).Read(notes) : null
        )
        {
            Notes = notes,
            Holding = holding,
            Covenants = covenants,
        };
    }

    private static readonly string[] InterestFields =
    [
        "ratePercent",
        "expectedPercent",
        "capPercent",
        "startsAfterYears",
        "frequency",
        "paidAs",
        "decidedBy",
        "holderMayLeaveInterestIn",
    ];

    private const string OnceFull = "calendarDaysOnceFullySubscribedBefore";
    private const long AssumedPar = 100;
    private const long AssumedNominal = 10_000;
    private const int UnitsAtMost = 13;

    private static HashSet<string> Words(string list) => new(list.Split(' '), StringComparer.Ordinal);

    // Tranches say it; otherwise a third of the way from the least to the most, so that these buyers can take it all.
    private static long? AssumedTarget(
        Fields fields,
        long par,
        long least,
        int buyers,
        Currency currency,
        List<string> notes
    )
    {
        if (fields.Objects("tranches", ["maximumTarget", "termYears", "ratePercent"]) is { Count: > 0 } tranches)
            return tranches.Sum(BondReader.Maximum);
        if (new[] { "target", "optimumTarget", "maximumTarget" }.Any(fields.Names.Contains))
            return null;
        var most = fields.Minor("maximumPerPerson") ?? fields.Number("maximumUnitsPerPerson") * par;
        var usual = Math.Min(most ?? long.MaxValue, Math.Max(par, least) * UnitsAtMost);
        var each = least + Math.Max(0, usual - least) / 3;
        var target = Math.Max(least, Math.Max(each * buyers, fields.Minor("minimumTarget") ?? 0) / par * par);
        notes.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"the terms name no target: assumed {target / 100} {currency.Code} for {buyers} buyers"
            )
        );
        return target;
    }

    private static string Required(Fields fields, string name) =>
        fields.Text(name) ?? throw new CannotExpress($"{name} is missing");

    private static void Refuse(Fields fields, bool isOfBonds)
    {
        // What an instrument is says more than the fields that it brings.
        fields.MustBe("instrument", Instruments, isRequired: true);
        fields.MustBe("offerKind", isOfBonds ? ["time-bound"] : ["time-bound", "open"]);
        foreach (var name in fields.Names)
        {
            if ((isOfBonds ? NotForBonds : NotForShares).Contains(name))
                throw CannotExpress.NotYet(name);
            if (!Known.Contains(name))
                throw new CannotExpress($"unknown field: {name}");
        }
    }

    private static OfferTerms ReadTerms(
        Fields fields,
        long par,
        long least,
        long? assumed,
        DateOnly today,
        bool isOfBonds
    )
    {
        var isOpen = fields.Text("offerKind") == "open";
        var target = fields.Minor("target");
        var optimum =
            target
            ?? fields.Minor("optimumTarget")
            ?? fields.Minor("maximumTarget")
            ?? assumed
            ?? throw new CannotExpress("a time-bound offer needs a target");
        var maximum = target ?? fields.Minor("maximumTarget") ?? assumed ?? optimum;
        var most = fields.Minor("maximumPerPerson") ?? fields.Number("maximumUnitsPerPerson") * par ?? maximum;
        var inner = fields.Inner("reflection", ["calendarDays", OnceFull]);
        var reflection = (int)(inner.Number("calendarDays") ?? 14);
        // What is issued on a day was sold before it.
        var before = fields.Day("issueDate")?.AddDays(-reflection - 1);
        var last = fields.Day("closes") ?? before;
        var opens = fields.Day("opens") ?? (last <= today ? last.Value.AddMonths(-3) : today);
        var lawful = UsualRules.MostPerPersonMinor(fields.Text("country"), isOfBonds, opens) ?? maximum;
        return new OfferTerms(
            fields.Minor("minimumTarget") ?? 0,
            optimum,
            maximum,
            opens,
            isOpen
                ? fields.Day("closes")
                : fields.Day("closes") ?? (before < opens.AddMonths(3) ? before.Value : opens.AddMonths(3)),
            least,
            Math.Min(Math.Min(most, maximum), lawful),
            Math.Min(fields.Minor("maximumPerOrganisation") ?? most, maximum),
            reflection,
            fields.Flag("extendable"),
            Kind: isOpen ? OfferKind.Open : OfferKind.TimeBound,
            MaximumUnitsPerHolder: fields.Number("maximumUnitsPerPerson"),
            MaximumShareOfTotalPpm: fields.Ppm("maximumShareOfTotalPercent"),
            Allocation: AllocationReader.Read(fields, maximum),
            ReflectionDaysOnceFull: (int?)inner.Number(OnceFull),
            Instalments: ReadInstalments(fields)
        );
    }

    private static InstalmentTerms? ReadInstalments(Fields fields)
    {
        if (!fields.Names.Contains("instalments"))
            return null;
        var inner = fields.Inner("instalments", ["mostParts", "graceDays"]);
        return new InstalmentTerms((int)(inner.Number("mostParts") ?? 12), (int)(inner.Number("graceDays") ?? 14));
    }

    private static InterestPlan ReadInterest(Fields fields, List<string> notes)
    {
        if (!fields.Names.Contains("shareInterest"))
            return InterestPlan.Assumed;
        var interest = fields.Inner("shareInterest", InterestFields);
        interest.MustBe("frequency", ["yearly"]);
        if (interest.Text("paidAs") is { } paidAs)
            notes.Add($"shareInterest.paidAs {paidAs}: the platform pays by bank");
        if (interest.Text("decidedBy") is { } decider)
            notes.Add($"shareInterest.decidedBy {decider}: the board declares what they decide");
        var expected = interest.Ppm("expectedPercent");
        if (expected is not null)
            notes.Add("shareInterest.expectedPercent: assumed to be declared every year, and to be the cap");
        var rate =
            interest.Ppm("ratePercent") ?? expected ?? throw CannotExpress.NotYet("shareInterest without ratePercent");
        return new InterestPlan(
            rate,
            interest.Ppm("capPercent") ?? rate,
            (int)(interest.Number("startsAfterYears") ?? 0),
            interest.Flag("holderMayLeaveInterestIn"),
            IsAssumed: false
        );
    }
}
