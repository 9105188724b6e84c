using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

internal static class Metadata
{
    public static JsonObject ToJson(this IEnumerable<KeyValuePair<string, string>> pairs) =>
        new(pairs.Select(x => new KeyValuePair<string, JsonNode?>(x.Key, x.Value)));
}
