using Microsoft.AspNetCore.Mvc.Rendering;

namespace SocialShares.Look.Tags;

/// <summary>Ids that occur once on a page, also when two of the same drawing or field stand on it.</summary>
internal static class PageIds
{
    private static readonly object Key = new();

    /// <summary>The next free id with this beginning: <c>d1</c>, <c>d2</c>.</summary>
    public static string Next(ViewContext view, string beginning)
    {
        var items = view.HttpContext.Items;
        var last = items.TryGetValue(Key, out var found) && found is int n ? n : 0;
        items[Key] = last + 1;
        return $"{beginning}{last + 1}";
    }

    /// <summary>The id of the field that a model name is typed in; error summaries link to it.</summary>
    public static string OfField(string name) => TagBuilder.CreateSanitizedId(name, "_");
}
