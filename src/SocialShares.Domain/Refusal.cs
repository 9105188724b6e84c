namespace SocialShares.Domain;

/// <summary>
/// A rule said no. Thrown where the rule stands, turned into 409 (API) or a message at the field (page) at the edge.
/// </summary>
/// <param name="code">Stable name of the rule, lower case with dots, for example <c>offer.full</c>. The text for
/// people is looked up under <c>refused.CODE</c> in the resource files.</param>
/// <param name="numbers">The figures involved, in the order in which the text names them.</param>
public sealed class Refused(string code, params object[] numbers) : Exception(code)
{
    /// <summary>Stable name of the rule that refused.</summary>
    public string Code { get; } = code;

    /// <summary>The figures that the text for people names, as <c>{0}</c>, <c>{1}</c> and so on.</summary>
    public IReadOnlyList<object> Numbers { get; } = numbers;

    /// <summary>The field of the request that the rule speaks of, in the API's spelling; null when it is none.</summary>
    public string? Field { get; init; }
}
