namespace SocialShares.Domain;

/// <summary>Something that can never be was seen: a bug or a damaged database. Always a 500 and an alert.</summary>
public sealed class InvariantBroken(string what) : Exception(what);

/// <summary>Always-on assertions about what must be true whatever the input.</summary>
public static class Invariant
{
    /// <summary>Stops the operation when <paramref name="holds"/> is false.</summary>
    /// <exception cref="InvariantBroken">The statement <paramref name="what"/> does not hold.</exception>
    public static void Holds(bool holds, string what)
    {
        if (!holds)
            throw new InvariantBroken(what);
    }
}
