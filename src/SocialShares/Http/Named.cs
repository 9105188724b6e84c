namespace SocialShares.Http;

/// <summary>A name in an address, for example <c>?state=needsAttention</c>, in any case: the API spells names as its JSON does.</summary>
public readonly record struct Named<T>(T Value)
    where T : struct, Enum
{
    public static bool TryParse(string? text, out Named<T> name)
    {
        var known = Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value);
        name = new Named<T>(value);
        return known && !int.TryParse(text, out _);
    }
}
