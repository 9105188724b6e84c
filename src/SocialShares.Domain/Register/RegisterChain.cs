namespace SocialShares.Domain;

/// <summary>
/// The end of an enterprise's register, to which entries are added: gives each its number and binds it to the one before
/// by its hash. The only maker of entries.
/// </summary>
public sealed class RegisterChain
{
    private readonly EnterpriseId enterpriseId;

    /// <param name="enterpriseId">Whose register.</param>
    /// <param name="lastNumber">Number of the last entry; 0 for an empty register.</param>
    /// <param name="lastHash">Its hash; <see cref="RegisterHash.Start"/> for an empty register.</param>
    /// <exception cref="InvariantBroken">The last entry has no hash: nothing may be built on it.</exception>
    public RegisterChain(EnterpriseId enterpriseId, int lastNumber, string lastHash)
    {
        Invariant.Holds(
            lastHash.Length == RegisterHash.Length,
            $"entry {lastNumber} of the register of {enterpriseId} has no hash"
        );
        (this.enterpriseId, LastNumber, LastHash) = (enterpriseId, lastNumber, lastHash);
    }

    /// <summary>Number of the last entry; 0 while there is none.</summary>
    public int LastNumber { get; private set; }

    /// <summary>Hash of the last entry.</summary>
    public string LastHash { get; private set; }

    /// <summary>A register in which nothing stands yet.</summary>
    public static RegisterChain Begin(EnterpriseId enterpriseId) => new(enterpriseId, 0, RegisterHash.Start);

    /// <summary>Makes the next entry.</summary>
    public RegisterEntry Append(EntryFacts facts)
    {
        var entry = new RegisterEntry(enterpriseId, facts, checked(LastNumber + 1), LastHash);
        (LastNumber, LastHash) = (entry.Number, entry.Hash);
        return entry;
    }
}
