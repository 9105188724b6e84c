using System.Security.Cryptography;

namespace SocialShares.Adapters.RuleFiles;

/// <summary>Reads a rule pack from its file, and refuses whatever it does not understand with its line.</summary>
public static class RulePackReader
{
    private const long MostMinor = Http.FieldRules.LargestMinor;

    private static readonly Dictionary<string, SecurityKind> Kinds = new(StringComparer.Ordinal)
    {
        ["share"] = SecurityKind.Share,
        ["bond"] = SecurityKind.Bond,
    };

    private static readonly Dictionary<string, Currency> Currencies = new(StringComparer.Ordinal)
    {
        ["EUR"] = Currency.Eur,
        ["GBP"] = Currency.Gbp,
    };

    private static readonly Dictionary<string, string> Incomes = new(StringComparer.Ordinal)
    {
        ["shareInterest"] = "shareInterest",
        ["coupon"] = "coupon",
    };

    /// <summary>Reads a pack.</summary>
    /// <param name="file">Name of the file, for messages.</param>
    /// <param name="content">Its bytes.</param>
    /// <exception cref="RulePackMalformed">With the line.</exception>
    public static RulePack Read(string file, byte[] content)
    {
        var fields = new RuleFields(file, LocatedJson.Parse(file, content), "the pack");
        fields.MaybeText("$schema");
        var pack = new RulePack(
            Id(fields),
            Convert.ToHexStringLower(SHA256.HashData(content)),
            Local(fields.Inner("name")),
            Local(fields.Inner("summary")),
            [.. fields.Texts("countries").Select(c => Country(fields, c.Text, c.Line))],
            fields.Words("instruments", Kinds),
            [.. fields.Objects("defaultFor").Select(Default)],
            [.. fields.Objects("versions").Select(Version)]
        );
        fields.Done();
        if (pack.Kinds.Count == 0)
            throw fields.Wrong(fields.LineOf("instruments"), "the pack needs at least one instrument");
        if (pack.Versions.Count == 0)
            throw fields.Wrong(fields.LineOf("versions"), "the pack needs at least one version");
        CheckOrder(pack, fields);
        return pack;
    }

    private static string Id(RuleFields fields)
    {
        var id = fields.Text("id");
        return id.Length <= 40 && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? id
            : throw fields.Wrong(fields.LineOf("id"), "the pack.id must be small letters, digits and hyphens");
    }

    private static void CheckOrder(RulePack pack, RuleFields fields)
    {
        var objects = fields.Objects("versions");
        for (var i = 0; i < pack.Versions.Count; i++)
        {
            var version = pack.Versions[i];
            if (version.ValidUntil < version.ValidFrom)
                throw objects[i]
                    .Wrong(
                        objects[i].LineOf("validUntil"),
                        $"this version ends before it begins on {version.ValidFrom:O}"
                    );
            if (i == 0)
                continue;
            var before = pack.Versions[i - 1];
            var line = objects[i].LineOf("validFrom");
            if (version.ValidFrom <= before.ValidFrom)
                throw objects[i]
                    .Wrong(
                        line,
                        $"versions must be in the order of their days; the one before is from {before.ValidFrom:O}"
                    );
            if (before.ValidUntil >= version.ValidFrom)
                throw objects[i]
                    .Wrong(line, $"this version overlaps the one before, which holds until {before.ValidUntil:O}");
        }
    }

    private static RuleDefault Default(RuleFields fields)
    {
        var read = new RuleDefault(
            Country(fields, fields.Text("country"), fields.LineOf("country")),
            fields.Word("instrument", Kinds)
        );
        fields.Done();
        return read;
    }

    private static string Country(RuleFields fields, string text, int line) =>
        text.Length == 2 && text.All(char.IsAsciiLetterUpper)
            ? text
            : throw fields.Wrong(line, $"a country is two capital letters, not \"{text}\"");

    private static RuleSet Version(RuleFields fields)
    {
        var read = new RuleSet(
            fields.Day("validFrom"),
            fields.MaybeDay("validUntil"),
            fields.MaybeInner("sizeThreshold") is { } size ? Size(size) : null,
            fields.MaybeInner("capPerPerson") is { } cap ? Cap(cap) : null,
            Reflection(fields.Inner("reflection")),
            Local(fields.Inner("riskWarning")),
            [.. fields.Objects("protection").Select(Local)],
            fields.MaybeInner("suitability") is { } suitability ? SuitabilityReader.Read(suitability) : null,
            [.. fields.Objects("withholding").Select(Withholding)],
            Retention(fields.Inner("retention")),
            fields.MaybeInner("nominationLimit") is { } nomination ? Amount(nomination) : null,
            fields.MaybeInner("yearlyReporting") is { } report ? Amount(report) : null
        );
        fields.Done();
        return read.Protection.Count > 0
            ? read
            : throw fields.Wrong(fields.LineOf("protection"), "a version needs at least one sentence under protection");
    }

    private static SizeRule Size(RuleFields fields) =>
        Whole(
            fields,
            new SizeRule(
                fields.Whole("amountMinor", 1, MostMinor),
                fields.Word("currency", Currencies),
                (int)fields.Whole("withinMonths", 1, 120),
                Source(fields)
            )
        );

    private static CapRule Cap(RuleFields fields)
    {
        var read = new CapRule(
            fields.Whole("amountMinor", 1, MostMinor),
            fields.Word("currency", Currencies),
            fields.Words("instruments", Kinds),
            Source(fields)
        );
        fields.Done();
        return read.Kinds.Count > 0
            ? read
            : throw fields.Wrong(fields.LineOf("instruments"), "a cap needs at least one instrument");
    }

    private static ReflectionRule Reflection(RuleFields fields)
    {
        var days = (int)fields.Whole("days", 1, OfferTerms.LongestReflectionDays);
        int? onceFull = fields.MaybeWhole("daysOnceFull", 1, days) is { } shorter ? (int)shorter : null;
        return Whole(fields, new ReflectionRule(days, onceFull, Source(fields)));
    }

    private static WithholdingRule Withholding(RuleFields fields) =>
        Whole(
            fields,
            new WithholdingRule(
                fields.MaybeText("legalForm") ?? "",
                fields.Word("income", Incomes),
                (int)fields.Whole("ratePpm", 0, Rate.Whole),
                Source(fields)
            )
        );

    private static RetentionRule Retention(RuleFields fields) =>
        Whole(fields, new RetentionRule((int)fields.Whole("years", 1, 100), Source(fields)));

    private static AmountRule Amount(RuleFields fields) =>
        Whole(
            fields,
            new AmountRule(
                fields.Whole("amountMinor", 1, MostMinor),
                fields.Word("currency", Currencies),
                Source(fields)
            )
        );

    /// <summary>A text in both languages.</summary>
    internal static LocalText Local(RuleFields fields) =>
        Whole(fields, new LocalText(fields.Text("en"), fields.Text("nl")));

    /// <summary>Where a figure comes from, and what is still to be checked.</summary>
    internal static RuleSource Source(RuleFields fields) => new(fields.Text("source"), fields.MaybeText("check"));

    /// <summary>What was read, after making sure that nothing was left over.</summary>
    internal static T Whole<T>(RuleFields fields, T read)
    {
        fields.Done();
        return read;
    }

    /// <summary>The word of a currency.</summary>
    internal static Currency CurrencyOf(RuleFields fields) => fields.Word("currency", Currencies);
}
