using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SocialShares.Tests.Repository;

namespace SocialShares.Tests.Issuing;

/// <summary>The example in the document is what the product does, figure by figure.</summary>
public sealed partial class AllotmentExampleTests
{
    private static readonly string Document = Checkout.Read("infra/docs/allotment.md").ReplaceLineEndings("\n");

    [Fact]
    public void The_worked_example_comes_out_as_it_says()
    {
        var seed = SeedLine().Match(Document).Groups["hex"].Value;
        var rows = Block("inputs").TrimEnd().Split('\n').Skip(1).Select(Row).ToList();
        var offered = new Dictionary<int, long> { [0] = 95 };

        var plan = new AllotmentPlan(
            [.. rows.AsEnumerable().Reverse()],
            offered,
            new AllocationRule(AllocationPolicy.ProRata, ResidentsFirst: true, LeastUnits: 5, seed)
        );

        Encoding.UTF8.GetString(AllotmentFiles.Inputs(plan.Rows)).ShouldBe(Block("inputs"));
        Encoding.UTF8.GetString(AllotmentFiles.Outcome(plan.Outcome)).ShouldBe(Block("outcome"));
        string[] hashes = [Sha256(seed), plan.InputsSha256, plan.OutcomeSha256];
        Hash().Matches(Document).Select(m => m.Groups["hex"].Value).ShouldBe(hashes);
        Sha256($"{seed}:{rows[1].Id}").ShouldStartWith("1556c87f");
        Sha256($"{seed}:{rows[2].Id}").ShouldStartWith("75d9de99");
    }

    private static string Block(string name)
    {
        var begin = Document.IndexOf($"```{name}\n", StringComparison.Ordinal) + name.Length + 4;
        return Document[begin..Document.IndexOf("```", begin, StringComparison.Ordinal)];
    }

    private static AllocationRow Row(string line)
    {
        var fields = line.Split(',');
        ApplicationId.TryParse(fields[0], out var id).ShouldBeTrue();
        ApplicationId.TryParse(fields[1], out var holder).ShouldBeTrue();
        var paidAt = DateTime.Parse(fields[4], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
        int Whole(int at) => int.Parse(fields[at], CultureInfo.InvariantCulture);
        return new AllocationRow(id, holder, Whole(2), Whole(3), paidAt, fields[5] == "yes", Whole(6));
    }

    private static string Sha256(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("^    (?<hex>[0-9a-f]{64})$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex SeedLine();

    [GeneratedRegex("`(?<hex>[0-9a-f]{64})`", RegexOptions.ExplicitCapture)]
    private static partial Regex Hash();
}
