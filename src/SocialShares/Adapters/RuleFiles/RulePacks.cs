using System.Collections.Concurrent;

namespace SocialShares.Adapters.RuleFiles;

/// <summary>Settings of the section <c>Rules</c>.</summary>
public sealed class RuleSettings
{
    /// <summary>Where the files lie; empty: those that come with the platform.</summary>
    public string Folder { get; set; } = "";

    internal string Path() =>
        Folder.Length > 0
            ? System.IO.Path.GetFullPath(Folder)
            : System.IO.Path.Combine(AppContext.BaseDirectory, "rule-packs");
}

/// <summary>All rule packs, read once at start. A file that is not understood stops the start.</summary>
public sealed class RulePacks
{
    /// <summary>Files of this ending are packs; the schema beside them is not.</summary>
    private const string Schema = ".schema.json";

    private readonly Dictionary<string, (RulePack Pack, string Text)> byId;
    private readonly ConcurrentDictionary<string, RulePack> byHash = new(StringComparer.Ordinal);

    private RulePacks(Dictionary<string, (RulePack Pack, string Text)> byId)
    {
        this.byId = byId;
        foreach (var (pack, _) in byId.Values)
            byHash[pack.Hash] = pack;
    }

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<RulePack> All =>
        [.. byId.Values.Select(p => p.Pack).OrderBy(p => p.Id, StringComparer.Ordinal)];

    /// <summary>Reads every pack of a folder.</summary>
    /// <exception cref="RulePackMalformed">A file is malformed, or two contradict each other.</exception>
    public static RulePacks Load(RuleSettings settings)
    {
        var folder = settings.Path();
        var files = Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*.json")
                .Where(f => !f.EndsWith(Schema, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .ToList()
            : [];
        if (files.Count == 0)
            throw new RulePackMalformed(folder, 0, "no rule pack lies here; the platform cannot judge offers");
        var read = new Dictionary<string, (RulePack Pack, string Text)>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var content = File.ReadAllBytes(file);
            var pack = RulePackReader.Read(file, content);
            if (pack.Id != Path.GetFileNameWithoutExtension(file))
                throw new RulePackMalformed(
                    file,
                    1,
                    $"the pack calls itself {pack.Id}; file and pack must have one name"
                );
            if (pack.DefaultFor.FirstOrDefault(d => read.Values.Any(p => p.Pack.DefaultFor.Contains(d))) is { } twice)
                throw new RulePackMalformed(
                    file,
                    1,
                    $"another pack is the default for {twice.Country} {twice.Kind.ToString().ToLowerInvariant()} already"
                );
            read[pack.Id] = (pack, System.Text.Encoding.UTF8.GetString(content));
        }
        return new RulePacks(read);
    }

    /// <summary>The pack of a name, or the usual one for such an offer where none is named.</summary>
    /// <exception cref="Refused"><c>offer.rules-unknown</c>, <c>offer.rules-choose</c>.</exception>
    public RulePack Choose(string? id, string country, SecurityKind kind)
    {
        if (!string.IsNullOrEmpty(id))
            return Find(id);
        return All.FirstOrDefault(p => p.IsDefaultFor(country, kind))
            ?? throw new Refused("offer.rules-choose", country) { Field = "rulePack" };
    }

    /// <summary>What the law of a country says on a day, whatever an offer chose; null where no pack is usual there, or none held yet.</summary>
    public RuleSet? Usual(string country, SecurityKind kind, DateOnly day) =>
        All.FirstOrDefault(p => p.IsDefaultFor(country, kind))?.On(day);

    /// <summary>The most that passes by nomination in a country on a day, minor units; null where the law knows no nomination.</summary>
    public long? NominationMinor(string country, DateOnly day) =>
        Usual(country, SecurityKind.Share, day)?.Nomination?.Minor;

    /// <summary>The pack of a name as it is today.</summary>
    /// <exception cref="Refused"><c>offer.rules-unknown</c></exception>
    public RulePack Find(string id) =>
        byId.TryGetValue(id, out var found)
            ? found.Pack
            : throw new Refused("offer.rules-unknown", id) { Field = "rulePack" };

    /// <summary>The pack whose file has a hash, where it was met since the start.</summary>
    public RulePack? OfHash(string hash) => byHash.GetValueOrDefault(hash);

    /// <summary>The file of a pack as it was read.</summary>
    public string TextOf(RulePack pack) => byId[pack.Id].Text;

    /// <summary>Reads a file that was kept with an offer.</summary>
    public RulePack Remember(string hash, string text) =>
        byHash.GetOrAdd(
            hash,
            h =>
            {
                var pack = RulePackReader.Read($"rule pack {h}", System.Text.Encoding.UTF8.GetBytes(text));
                Invariant.Holds(pack.Hash == h, "a kept rule pack is not what it was");
                return pack;
            }
        );
}
