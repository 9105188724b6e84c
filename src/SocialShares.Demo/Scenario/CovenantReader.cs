using System.Globalization;
using System.Text.RegularExpressions;

namespace SocialShares.Demo.Scenario;

/// <summary>Reads what the enterprise of a published offer binds itself to; what it does not recognise is noted, not acted on.</summary>
internal sealed partial class CovenantReader(Fields fields, List<string> notes)
{
    private const int PpmPerPercent = 10_000;

    /// <summary>The rules that the platform can check.</summary>
    /// <param name="residents">Code of the membership type of residents; null where there are no types.</param>
    public IReadOnlyList<PublishedCovenant> Read(string? residents)
    {
        var read = new List<PublishedCovenant>();
        foreach (var rule in fields.Objects("covenants", ["rule"]).Select(c => c.Text("rule") ?? ""))
        {
            var match = MembersOfType().Match(rule);
            if (match.Success && match.Groups[2].Value == residents)
            {
                var percent = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
                read.Add(new PublishedCovenant(CovenantKind.MemberResidents, percent * PpmPerPercent, rule));
                notes.Add($"covenant \"{rule}\": adopted, and blocking");
            }
            else
                notes.Add($"covenant \"{rule}\": not recognised, not acted on");
        }
        return read;
    }

    [GeneratedRegex(@"at least (\d{1,3}) percent of the members are type (\w+)")]
    private static partial Regex MembersOfType();
}

/// <summary>A covenant of a published offer.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Limit">As the platform takes it.</param>
/// <param name="Statement">In the issuer's words.</param>
public sealed record PublishedCovenant(CovenantKind Kind, long Limit, string Statement);
