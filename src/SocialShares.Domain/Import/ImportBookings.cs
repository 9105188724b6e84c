namespace SocialShares.Domain;

/// <summary>What taking over a register books. See <c>infra/docs/accounts.md</c>.</summary>
public static class ImportBookings
{
    /// <summary>
    /// The share capital that the enterprise had before it came here. What was done with the money stands in its own
    /// accounts: the other side is the account of opening balances.
    /// </summary>
    /// <param name="import">The list.</param>
    /// <param name="enterpriseSlug">Whose book.</param>
    /// <param name="shareClass">The class.</param>
    /// <param name="units">Shares in all.</param>
    /// <param name="on">Day and moment of the import.</param>
    public static JournalEntry Opening(
        RegisterImport import,
        string enterpriseSlug,
        ShareClass shareClass,
        long units,
        BookedOn on
    )
    {
        var capital = new Money(checked(units * shareClass.ParValueMinor), shareClass.Currency);
        return JournalEntry.Write(
            Book.Of(enterpriseSlug),
            on,
            new Cause("register-import", import.Id.Value),
            $"Share capital taken over from the register kept before ({import.Rows} rows)",
            (Account.OpeningBalances, capital),
            (Account.Shares(shareClass.Code), -capital)
        );
    }
}
