namespace SocialShares.Domain;

/// <summary>
/// Where the money goes that was due to a holder who died, where no units are left that could pass to whoever settles the
/// estate. One administrator names the account with the evidence seen, another confirms.
/// </summary>
public sealed class EstatePayee
{
    private EstatePayee() { }

    /// <param name="name">Who settles the estate, as the bank knows the account, 2 to 140 characters.</param>
    /// <param name="iban">The account.</param>
    /// <param name="evidence">What the administrator saw, for example a grant of probate and its number.</param>
    /// <param name="by">The administrator.</param>
    internal EstatePayee(string name, Iban iban, string evidence, Signature by)
    {
        (Name, Iban, Evidence) = (name, iban.Value, evidence);
        NamedBy = by.PersonId ?? throw new InvariantBroken("a payee is named by nobody");
        (NamedByName, NamedAt) = (by.Name, by.At);
    }

    /// <summary>Who settles the estate, as the bank knows the account.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The account, without spaces.</summary>
    public string Iban { get; private set; } = "";

    /// <summary>What the administrator saw who named it.</summary>
    public string Evidence { get; private set; } = "";

    /// <summary>Who named it.</summary>
    public PersonId NamedBy { get; private set; }

    /// <summary>Name as shown.</summary>
    public string NamedByName { get; private set; } = "";

    /// <summary>Instant, UTC.</summary>
    public DateTime NamedAt { get; private set; }

    /// <summary>The other administrator, who confirmed; null before.</summary>
    public PersonId? ConfirmedBy { get; private set; }

    /// <summary>Name as shown.</summary>
    public string? ConfirmedByName { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    internal void Confirm(Signature by)
    {
        if (ConfirmedBy is not null)
            throw new Refused("payee.confirmed");
        if (by.PersonId == NamedBy)
            throw new Refused("payee.own");
        (ConfirmedBy, ConfirmedByName, ConfirmedAt) = (by.PersonId, by.Name, by.At);
    }
}

/// <content>Who is paid what was due to the holder.</content>
public sealed partial class HolderDeath
{
    /// <summary>Who is paid what was due to the holder, where nothing passes to the estate; null: nobody was named.</summary>
    public EstatePayee? Payee { get; private set; }

    /// <summary>An administrator names the account; another one takes the place of one that nobody has confirmed.</summary>
    /// <param name="name">Who settles the estate.</param>
    /// <param name="iban">The account.</param>
    /// <param name="evidence">What the administrator saw.</param>
    /// <param name="sitsOnBoard">Does the administrator sit on the board of the enterprise?</param>
    /// <param name="by">The administrator.</param>
    /// <exception cref="Refused"><c>death.own-board</c>, <c>payee.not-died</c>, <c>payee.confirmed</c>.</exception>
    public void NamePayee(string name, Iban iban, string evidence, bool sitsOnBoard, Signature by)
    {
        RequireOther(sitsOnBoard, by);
        if (State != HolderDeathState.Confirmed)
            throw new Refused("payee.not-died");
        if (Payee?.ConfirmedBy is not null)
            throw new Refused("payee.confirmed");
        Payee = new EstatePayee(name, iban, evidence, by);
        Version++;
    }

    /// <summary>Another administrator confirms the account, after seeing the same evidence.</summary>
    /// <exception cref="Refused"><c>death.own-board</c>, <c>payee.none</c>, <c>payee.confirmed</c>, <c>payee.own</c>.</exception>
    public void ConfirmPayee(bool sitsOnBoard, Signature by)
    {
        RequireOther(sitsOnBoard, by);
        (Payee ?? throw new Refused("payee.none")).Confirm(by);
        Version++;
    }

    private void RequireOther(bool sitsOnBoard, Signature by)
    {
        if (sitsOnBoard || by.PersonId == RecordedBy)
            throw new Refused("death.own-board");
    }
}
