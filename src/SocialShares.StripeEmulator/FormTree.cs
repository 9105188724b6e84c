using Microsoft.Extensions.Primitives;

namespace SocialShares.StripeEmulator;

/// <summary>
/// Form or query pairs as Stripe reads them: <c>a[b][0][c]=v</c> becomes nested branches, a bare value a leaf.
/// </summary>
internal sealed class FormTree
{
    public string? Leaf { get; private set; }
    public SortedDictionary<string, FormTree>? Branches { get; private set; }

    public static FormTree Read(IEnumerable<KeyValuePair<string, StringValues>> pairs)
    {
        var root = new FormTree { Branches = new(NumbersFirst) };
        foreach (var (key, values) in pairs)
        {
            var steps = Steps(key);
            foreach (var value in values)
            {
                root.Put(steps, 0, value ?? "", key);
            }
        }

        return root;
    }

    private static readonly Comparer<string> NumbersFirst = Comparer<string>.Create(
        (a, b) =>
            int.TryParse(a, out var x) && int.TryParse(b, out var y) ? x.CompareTo(y) : string.CompareOrdinal(a, b)
    );

    private void Put(string[] steps, int depth, string value, string key)
    {
        if (depth == steps.Length)
        {
            Leaf = Branches is null && Leaf is null ? value : throw Malformed(key);
            return;
        }

        if (Leaf is not null)
        {
            throw Malformed(key);
        }

        Branches ??= new(NumbersFirst);
        var step = steps[depth].Length == 0 ? $"{Branches.Count}" : steps[depth];
        if (!Branches.TryGetValue(step, out var branch))
        {
            branch = Branches[step] = new FormTree();
        }

        branch.Put(steps, depth + 1, value, key);
    }

    private static string[] Steps(string key)
    {
        var open = key.IndexOf('[', StringComparison.Ordinal);
        if (open < 0)
        {
            return [key];
        }

        if (open == 0 || key[^1] != ']')
        {
            throw Malformed(key);
        }

        var inner = key[(open + 1)..^1].Split("][");
        return inner.Any(x => x.Contains('[', StringComparison.Ordinal) || x.Contains(']', StringComparison.Ordinal))
            ? throw Malformed(key)
            : [key[..open], .. inner];
    }

    private static StripeError Malformed(string key) =>
        StripeError.Invalid($"Invalid form encoding near the parameter '{key}'.", key);
}
