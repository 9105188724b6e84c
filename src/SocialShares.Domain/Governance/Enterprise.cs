namespace SocialShares.Domain;

/// <summary>
/// A community enterprise (community benefit society, co-operative, resident-run company, foundation) that raises
/// capital on the platform and keeps its register here.
/// </summary>
public sealed class Enterprise
{
    /// <summary>The six named inks of which an enterprise picks one; each is readable on every background.</summary>
    public static readonly IReadOnlySet<string> Inks = new HashSet<string>
    {
        "bottle",
        "delft",
        "ochre",
        "plum",
        "heather",
        "slate",
    };

    /// <summary>The drawings of the kit, by kind of enterprise.</summary>
    public static readonly IReadOnlySet<string> Drawings = new HashSet<string>
    {
        "shop",
        "hall",
        "workshop",
        "bakery",
        "pub",
        "library",
        "school",
        "farm",
    };

    private readonly List<BoardMember> board = [];

    private Enterprise() { }

    /// <summary>Identity.</summary>
    public EnterpriseId Id { get; private set; }

    /// <summary>Its name in addresses and in account names: lower case letters, digits and hyphens; unique.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>Registered name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Legal form in its own words, for example <c>community benefit society</c>.</summary>
    public string LegalForm { get; private set; } = "";

    /// <summary>ISO 3166 country code, two letters.</summary>
    public string Country { get; private set; } = "";

    /// <summary>Number in the public register of such bodies; empty when it has none yet.</summary>
    public string RegistryNumber { get; private set; } = "";

    /// <summary>Registered address on one line.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The village, street or quarter it belongs to.</summary>
    public string Place { get; private set; } = "";

    /// <summary>The currency of its shares and its book.</summary>
    public Currency Currency { get; private set; }

    /// <summary>IANA name of the zone in which its legal dates are read.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>Name of its ink.</summary>
    public string Ink { get; private set; } = "";

    /// <summary>Name of its drawing.</summary>
    public string Drawing { get; private set; } = "";

    /// <summary>The account from which payouts leave; null until the board gives it.</summary>
    public string? Iban { get; private set; }

    /// <summary>Its account at the payment provider, to which drawdowns go; null until connected.</summary>
    public string? PaymentAccount { get; private set; }

    /// <summary>When it was registered on the platform, UTC.</summary>
    public DateTime RegisteredAt { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>The people who act for it.</summary>
    public IReadOnlyList<BoardMember> Board => board;

    /// <summary>A board member registers the enterprise and becomes the first of its board.</summary>
    public static Enterprise Register(
        EnterpriseId id,
        string slug,
        EnterpriseProfile profile,
        BoardMember first,
        DateTime now
    )
    {
        Refuse(!Inks.Contains(profile.Ink), "enterprise.ink", "ink");
        Refuse(!Drawings.Contains(profile.Drawing), "enterprise.drawing", "drawing");
        Refuse(!TimeZoneInfo.TryFindSystemTimeZoneById(profile.TimeZone, out _), "enterprise.time-zone", "timeZone");
        var enterprise = new Enterprise
        {
            Id = id,
            Slug = slug,
            Name = profile.Name,
            LegalForm = profile.LegalForm,
            Country = profile.Country,
            RegistryNumber = profile.RegistryNumber,
            Address = profile.Address,
            Place = profile.Place,
            Currency = profile.Currency,
            TimeZone = profile.TimeZone,
            Ink = profile.Ink,
            Drawing = profile.Drawing,
            RegisteredAt = now,
            Version = 1,
        };
        enterprise.board.Add(first);
        return enterprise;
    }

    /// <summary>
    /// Takes another person into the board. Somebody who sits on it vouches for no second pair of eyes: see
    /// <see cref="FourEyes"/>. An administrator who does not sit on it does, also for somebody who is seated already.
    /// </summary>
    /// <exception cref="Refused"><c>board.already-member</c></exception>
    public void Seat(BoardMember member, Signature by)
    {
        var seater = board.Find(m => m.PersonId == by.PersonId);
        var seated = board.Find(m => m.PersonId == member.PersonId);
        Refuse(seated is not null && (seater is not null || seated.Origin is null), "board.already-member", "email");
        if (seated is null)
            board.Add(member);
        (seated ?? member).SeatedFrom(seater?.Origin ?? seater?.PersonId, by);
        Version++;
    }

    /// <summary>Somebody leaves the board; who is left can still act.</summary>
    /// <exception cref="Refused"><c>board.not-member</c>, <c>board.last-member</c></exception>
    public FormerOfficer Leave(PersonId person, DateOnly today, DateTime now)
    {
        var member = board.Find(m => m.PersonId == person);
        Refuse(member is null, "board.not-member", null);
        Refuse(board.Count == 1, "board.last-member", null);
        board.Remove(member!);
        Version++;
        return new FormerOfficer(member!, today, now);
    }

    /// <summary>Records the bank account from which payouts leave.</summary>
    public void UseBankAccount(string iban)
    {
        Iban = iban;
        Version++;
    }

    /// <summary>Records the account at the payment provider to which drawdowns go. Connecting the same one twice changes nothing.</summary>
    /// <exception cref="Refused"><c>enterprise.payment-account-connected</c>: another account is connected.</exception>
    public void ConnectPaymentAccount(string account)
    {
        if (PaymentAccount == account)
            return;
        Refuse(PaymentAccount is not null, "enterprise.payment-account-connected", null);
        PaymentAccount = account;
        Version++;
    }

    private static void Refuse(bool when, string code, string? field)
    {
        if (when)
            throw new Refused(code) { Field = field };
    }
}

/// <summary>What an enterprise tells of itself when it registers.</summary>
public sealed record EnterpriseProfile(
    string Name,
    string LegalForm,
    string Country,
    string RegistryNumber,
    string Address,
    string Place,
    Currency Currency,
    string TimeZone,
    string Ink,
    string Drawing
);

/// <summary>A person who acts for an enterprise.</summary>
public sealed class BoardMember
{
    private BoardMember() { }

    /// <param name="enterpriseId">The enterprise.</param>
    /// <param name="personId">The person who signs in.</param>
    /// <param name="name">Name as shown to the public.</param>
    /// <param name="office">Chair, treasurer, secretary, or empty.</param>
    /// <param name="isResident">Lives in the place that the enterprise serves.</param>
    /// <param name="since">First day in office.</param>
    public BoardMember(
        EnterpriseId enterpriseId,
        PersonId personId,
        string name,
        string office,
        bool isResident,
        DateOnly since
    )
    {
        EnterpriseId = enterpriseId;
        PersonId = personId;
        Name = name;
        Office = office;
        IsResident = isResident;
        Since = since;
    }

    /// <summary>The enterprise.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>The person who signs in.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>Name as shown to the public.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Chair, treasurer, secretary, or empty.</summary>
    public string Office { get; private set; } = "";

    /// <summary>Lives in the place that the enterprise serves.</summary>
    public bool IsResident { get; private set; }

    /// <summary>First day in office.</summary>
    public DateOnly Since { get; private set; }

    /// <summary>Who took them into the board; null for its first member, and where it was not kept.</summary>
    public PersonId? SeatedBy { get; private set; }

    /// <summary>When, UTC; null likewise.</summary>
    public DateTime? SeatedAt { get; private set; }

    /// <summary>
    /// The board member to whom the seat goes back, through everybody who seated the next; null where an administrator
    /// seated them, for the first of a board, and where it was not kept. It stays when those in between leave.
    /// </summary>
    public PersonId? Origin { get; private set; }

    internal void SeatedFrom(PersonId? origin, Signature by) =>
        (Origin, SeatedBy, SeatedAt) = (origin, by.PersonId, by.At);
}
