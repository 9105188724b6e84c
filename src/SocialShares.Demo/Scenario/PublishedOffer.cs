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
    InterestPlan Interest
)
{
    private static readonly string[] Shares = ["withdrawable share", "member share", "cooperative share"];

    // Fields of scenario.md that belong to later issues.
    private static readonly HashSet<string> Later = new(
        (
            "maximumShareOfTotalPercent membershipTypes eligibility covenants withdrawal coupon termYears maturity "
            + "issueDate repayment rateSteps tranches"
        ).Split(' '),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> Known = new(
        (
            "key issuer country legalForm registryNumber purpose currency instrument offerKind opens closes extendable "
            + "target minimumTarget optimumTarget maximumTarget parValue minimumPerPerson maximumPerPerson "
            + "maximumUnitsPerPerson maximumPerOrganisation minimumAge holders allocation reflection shareInterest source"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>Reads one offer.</summary>
    /// <param name="json">The offer's object.</param>
    /// <param name="today">For offers without a window: they open today.</param>
    /// <exception cref="CannotExpress">A field is not supported, missing or wrong.</exception>
    public static PublishedOffer Read(JsonElement json, DateOnly today)
    {
        var fields = new Fields(json);
        Refuse(fields);
        var par = fields.Minor("parValue") ?? 100;
        var interest = ReadInterest(fields);
        return new PublishedOffer(
            Required(fields, "key"),
            Required(fields, "issuer"),
            Required(fields, "country"),
            fields.Text("legalForm") ?? "co-operative",
            fields.Text("registryNumber") ?? "",
            fields.Text("purpose") ?? "what the offer document says",
            Currency.TryParse(fields.Text("currency"), out var currency)
                ? currency
                : throw new CannotExpress("currency must be EUR or GBP"),
            par,
            ReadTerms(fields, par, today),
            interest
        );
    }

    private static string Required(Fields fields, string name) =>
        fields.Text(name) ?? throw new CannotExpress($"{name} is missing");

    private static void Refuse(Fields fields)
    {
        // What an instrument is says more than the fields that it brings.
        fields.MustBe("instrument", Shares, isRequired: true);
        fields.MustBe("offerKind", ["time-bound"]);
        foreach (var name in fields.Names)
        {
            if (Later.Contains(name))
                throw CannotExpress.NotYet(name);
            if (!Known.Contains(name))
                throw new CannotExpress($"unknown field: {name}");
        }
        if (fields.Number("minimumAge") is { } age and not HolderDetails.FullAge)
            throw CannotExpress.NotYet($"minimumAge {age.ToString(CultureInfo.InvariantCulture)}");
        if (fields.Texts("holders").FirstOrDefault(h => h is not ("person" or "organisation")) is { } holder)
            throw CannotExpress.NotYet($"holders {holder}");
        var allocation = fields.Inner("allocation", ["policy", "residentsFirst"]);
        allocation.MustBe("policy", ["first-come"]);
        if (allocation.Flag("residentsFirst"))
            throw CannotExpress.NotYet("allocation.residentsFirst");
    }

    private static OfferTerms ReadTerms(Fields fields, long par, DateOnly today)
    {
        var target = fields.Minor("target");
        var optimum =
            target
            ?? fields.Minor("optimumTarget")
            ?? fields.Minor("maximumTarget")
            ?? throw new CannotExpress("a time-bound offer needs a target");
        var maximum = target ?? fields.Minor("maximumTarget") ?? optimum;
        var opens = fields.Day("opens") ?? today;
        var most = fields.Minor("maximumPerPerson") ?? fields.Number("maximumUnitsPerPerson") * par ?? maximum;
        var reflection = fields.Inner("reflection", ["calendarDays"]);
        return new OfferTerms(
            fields.Minor("minimumTarget") ?? 0,
            optimum,
            maximum,
            opens,
            fields.Day("closes") ?? opens.AddMonths(3),
            fields.Minor("minimumPerPerson") ?? par,
            Math.Min(most, maximum),
            Math.Min(fields.Minor("maximumPerOrganisation") ?? most, maximum),
            (int)(reflection.Number("calendarDays") ?? 14),
            fields.Flag("extendable")
        );
    }

    private static InterestPlan ReadInterest(Fields fields)
    {
        if (!fields.Names.Contains("shareInterest"))
            return InterestPlan.Assumed;
        var interest = fields.Inner(
            "shareInterest",
            ["ratePercent", "capPercent", "startsAfterYears", "frequency", "holderMayLeaveInterestIn"]
        );
        interest.MustBe("frequency", ["yearly"]);
        var rate = interest.Ppm("ratePercent") ?? throw CannotExpress.NotYet("shareInterest without ratePercent");
        return new InterestPlan(
            rate,
            interest.Ppm("capPercent") ?? rate,
            (int)(interest.Number("startsAfterYears") ?? 0),
            interest.Flag("holderMayLeaveInterestIn"),
            IsAssumed: false
        );
    }
}
