using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SocialShares.Tests.Repository;

namespace SocialShares.Tests.Register;

/// <summary>What the document tells people to do by hand is what the product does.</summary>
public sealed partial class RegisterDocumentTests
{
    [Fact]
    public void The_examples_of_the_document_give_the_hashes_that_it_prints()
    {
        var examples = Examples();

        examples.Count.ShouldBe(2);
        foreach (var (text, hash) in examples)
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ShouldBe(hash);
        examples[1].Text.ShouldContain($"\nprevious {examples[0].Hash}\n");
    }

    [Fact]
    public void The_product_hashes_the_text_that_the_document_shows()
    {
        var examples = Examples();
        var first = Fields(examples[0].Text);
        var chain = RegisterChain.Begin(EnterpriseId.From(new Guid(first["enterprise"])));
        var issue = chain.Append(Facts(first));
        var correction = chain.Append(Facts(Fields(examples[1].Text)) with { Corrects = issue.Id });

        // Ids are made anew for each entry; all else is as the document has it.
        Normal(RegisterHash.TextOf(issue, issue.PreviousHash)).ShouldBe(Normal(examples[0].Text));
        Normal(RegisterHash.TextOf(correction, correction.PreviousHash)).ShouldBe(Normal(examples[1].Text));
    }

    private static List<(string Text, string Hash)> Examples() =>
        [
            .. Example()
                .Matches(Checkout.Read("infra/docs/register.md"))
                .Select(match => (match.Groups["text"].Value, match.Groups["hash"].Value)),
        ];

    private static Dictionary<string, string> Fields(string text) =>
        text.Split('\n')
            .Skip(1)
            .Where(line => line.Length > 0)
            .Select(line => line.Split(' ', 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static EntryFacts Facts(Dictionary<string, string> f) =>
        new(
            ShareClassId.From(new Guid(f["shares"])),
            null,
            long.Parse(f["price"], CultureInfo.InvariantCulture),
            MemberId.From(new Guid(f["holder"])),
            Enum.Parse<EntryKind>(f["kind"], ignoreCase: true),
            long.Parse(f["units"], CultureInfo.InvariantCulture),
            new BookedOn(
                DateOnly.Parse(f["valid"], CultureInfo.InvariantCulture),
                DateTime.Parse(f["recorded"], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal)
            ),
            new EntrySource(f["reason"], new Guid(f["source"]), f["document"])
        );

    private static string Normal(string text) => MadeAnew().Replace(text, "${name} ...");

    [GeneratedRegex(
        "```\\n(?<text>register-entry-1\\n.*?)```\\s+gives `(?<hash>[0-9a-f]{64})`",
        RegexOptions.Singleline
    )]
    private static partial Regex Example();

    [GeneratedRegex("^(?<name>id|previous|corrects) (?!-).*$", RegexOptions.Multiline)]
    private static partial Regex MadeAnew();
}
