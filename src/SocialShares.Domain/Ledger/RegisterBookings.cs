namespace SocialShares.Domain;

/// <summary>What corrections of the register book.</summary>
public static class RegisterBookings
{
    /// <summary>
    /// Units that an entry should not have had, and that belong to nobody else, are no share capital: what was paid for
    /// them is owed until the board has settled it. Units that it should have had are capital that is owed to the enterprise.
    /// </summary>
    public static JournalEntry Corrected(
        RegisterCorrection correction,
        Money more,
        string classCode,
        string enterpriseSlug,
        BookedOn on
    ) =>
        JournalEntry.Write(
            Book.Of(enterpriseSlug),
            on,
            new Cause("register-correction", correction.Id.Value),
            $"Register corrected: shares {classCode}",
            (Account.PayableCorrections, more),
            (Account.Shares(classCode), -more)
        );
}
