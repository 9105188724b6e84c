namespace SocialShares.StripeEmulator;

/// <summary>One request on its way through an operation: who asks, about what, with which checked parameters.</summary>
internal sealed record Call(World World, Account Account, Given Given, string Path, RouteValueDictionary Route)
{
    public required string BaseUrl { get; init; }

    public string RouteId => (string)Route["id"]!;

    /// <summary>The object of that id in the books of the account that asks, or 404 as Stripe says it.</summary>
    public T Find<T>(string id, string noun, string param = "id")
        where T : StripeObject =>
        World.TryFind<T>(id, out var item) && ReferenceEquals(item.Owner, Account)
            ? item
            : throw StripeError.NotFound(noun, id, param);

    /// <summary>The object named in the path.</summary>
    public T Named<T>(string noun)
        where T : StripeObject => Find<T>(RouteId, noun);
}
