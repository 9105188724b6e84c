namespace SocialShares.Domain;

/// <summary>
/// What somebody would put in if the offer opened. It counts once its mail address was confirmed by a link. Withdrawing
/// it erases it: there is no withdrawn pledge.
/// </summary>
public sealed class Pledge
{
    /// <summary>Unconfirmed pledges are erased after so many days.</summary>
    public const int DaysToConfirm = 7;

    /// <summary>So many mails at most go to an address that nobody confirmed.</summary>
    public const int MostMails = 3;

    /// <summary>At least so much time passes between two mails to an address.</summary>
    public static readonly TimeSpan BetweenMails = TimeSpan.FromMinutes(10);

    private Pledge() { }

    /// <summary>Identity; part of the link in mails.</summary>
    public PledgeId Id { get; private set; }

    /// <summary>The offer.</summary>
    public OfferId OfferId { get; private set; }

    /// <summary>Name, for the board.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Mail address, in lower case; one pledge for each address and offer.</summary>
    public string Email { get; private set; } = "";

    /// <summary>Language of mail: <c>en</c> or <c>nl</c>.</summary>
    public string Language { get; private set; } = "en";

    /// <summary>What they would put in, minor units.</summary>
    public long AmountMinor { get; private set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime MadeAt { get; private set; }

    /// <summary>When the address was confirmed, UTC; null: it does not count yet.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>When the last mail was ordered, UTC.</summary>
    public DateTime MailedAt { get; private set; }

    /// <summary>Mails ordered to the address before it was confirmed.</summary>
    public int Mails { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>Somebody pledges.</summary>
    /// <exception cref="Refused"><c>pledge.round-closed</c>, or the amount is outside the offer's limits.</exception>
    public static Pledge Make(PledgeId id, PledgeRound round, Offer offer, PledgeAnswers answers, DateTime now)
    {
        if (!round.IsOpen)
            throw new Refused("pledge.round-closed");
        CheckAmount(offer, answers.AmountMinor);
        return new Pledge
        {
            Id = id,
            OfferId = offer.Id,
            Name = answers.Name,
            Email = Key(answers.Email),
            Language = answers.Language,
            AmountMinor = answers.AmountMinor,
            MadeAt = now,
            MailedAt = now,
            Mails = 1,
            Version = 1,
        };
    }

    /// <summary>
    /// Somebody pledges again with the same address. Until it was confirmed the last answers count; what was confirmed is
    /// changed only by the link in the mail, because anybody can type an address.
    /// </summary>
    /// <returns>True when another mail should go to the address.</returns>
    public bool MakeAgain(PledgeRound round, Offer offer, PledgeAnswers answers, DateTime now)
    {
        if (!round.IsOpen)
            throw new Refused("pledge.round-closed");
        CheckAmount(offer, answers.AmountMinor);
        if (ConfirmedAt is null)
            (Name, AmountMinor, Language) = (answers.Name, answers.AmountMinor, answers.Language);
        var mail = Mails < MostMails && now - MailedAt >= BetweenMails;
        if (mail)
            (MailedAt, Mails) = (now, Mails + 1);
        Version++;
        return mail;
    }

    /// <summary>The address is the pledger's: they opened the link. Told twice, it changes nothing.</summary>
    /// <exception cref="Refused"><c>pledge.round-closed</c></exception>
    public void Confirm(PledgeRound round, DateTime now)
    {
        if (ConfirmedAt is not null)
            return;
        if (!round.IsOpen)
            throw new Refused("pledge.round-closed");
        // From now on the address is known to want our mail.
        (ConfirmedAt, Mails) = (now, 0);
        Version++;
    }

    /// <summary>The pledger changes the amount.</summary>
    /// <exception cref="Refused"><c>pledge.round-closed</c>, or the amount is outside the offer's limits.</exception>
    public void Change(PledgeRound round, Offer offer, long amountMinor)
    {
        if (!round.IsOpen)
            throw new Refused("pledge.round-closed");
        CheckAmount(offer, amountMinor);
        AmountMinor = amountMinor;
        Version++;
    }

    /// <summary>An address as it is compared and stored.</summary>
    public static string Key(string email) => email.Trim().ToLowerInvariant();

    // The limits of an application, so that the amount can stand in the form when the offer opens.
    private static void CheckAmount(Offer offer, long amountMinor) => offer.WidestLimits().UnitsFor(amountMinor);
}

/// <summary>What a pledger answers; see <see cref="Pledge"/>.</summary>
public sealed record PledgeAnswers(string Name, string Email, long AmountMinor, string Language);
