namespace SocialShares.StripeEmulator;

/// <summary>One thing that Stripe keeps and shows by id.</summary>
internal abstract class StripeObject
{
    public required string Id { get; init; }

    /// <summary>The account whose books it belongs to.</summary>
    public required Account Owner { get; init; }

    public required long Created { get; init; }

    /// <summary>Order of making; ids do not sort.</summary>
    public long Number { get; set; }

    /// <summary>The schema that its answers follow.</summary>
    public abstract string Schema { get; }
    public Dictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

    public abstract System.Text.Json.Nodes.JsonObject Render(World world);
}

/// <summary>
/// All objects of one kind in one account, in order of making, with an index for each filter that Stripe offers, so that
/// a listing among hundreds of thousands costs a look-up.
/// </summary>
internal sealed class Shelf<T>
    where T : StripeObject
{
    private readonly List<T> all = [];
    private readonly Dictionary<(string Filter, string Value), List<T>> indexed = [];
    private long last;

    public IReadOnlyList<T> All => all;

    public void Add(T item)
    {
        item.Number = ++last;
        all.Add(item);
    }

    /// <summary>Makes the item findable by this filter value; may be done later than adding.</summary>
    public void Index(T item, string filter, string? value)
    {
        if (value is null)
        {
            return;
        }

        if (!indexed.TryGetValue((filter, value), out var list))
        {
            list = indexed[(filter, value)] = [];
        }

        var position = After(list, item.Number);
        if (position == 0 || list[position - 1] != item)
        {
            list.Insert(position, item);
        }
    }

    public IReadOnlyList<T> With(string filter, string value) => indexed.GetValueOrDefault((filter, value)) ?? [];

    public void Remove(T item) => all.RemoveAt(After(all, item.Number) - 1);

    /// <summary>How many items of the list have a number up to this one.</summary>
    public static int After(IReadOnlyList<T> list, long number)
    {
        int low = 0,
            high = list.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (list[middle].Number <= number)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
