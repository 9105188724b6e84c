namespace SocialShares.Http;

/// <summary>The version of a thing that the client read, from the header <c>If-Match</c>.</summary>
public readonly record struct IfMatch(int Version)
{
    public static ValueTask<IfMatch> BindAsync(HttpContext http)
    {
        var text = http.Request.Headers.IfMatch.ToString();
        if (text.Length == 0)
            throw new Malformed("If-Match", "if-match.missing");
        return int.TryParse(text.Trim('"'), out var version)
            ? ValueTask.FromResult(new IfMatch(version))
            : throw new Malformed("If-Match", "if-match.malformed");
    }

    /// <summary>The version as an entity tag.</summary>
    public static string Tag(int version) => $"\"{version}\"";
}
