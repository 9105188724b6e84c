namespace SocialShares.Domain;

/// <summary>
/// A change of a holder's name or address, never changed or deleted. It keeps what stood before, so that the register of
/// any earlier day can be shown: on a day, a holder is called what the first change after that day had before it.
/// </summary>
public sealed class HolderChange
{
    private HolderChange() { }

    internal HolderChange(Member member, HolderAddress before, int no, HolderChangeOrder order, DateTime at)
    {
        (Id, MemberId, EnterpriseId, No) = (HolderChangeId.New(), member.Id, member.EnterpriseId, no);
        (BeforeName, BeforeStreet, BeforePostcode) = (before.Name, before.Street, before.Postcode);
        (BeforeCity, BeforeCountry) = (before.City, before.Country);
        (BeforeEmail, BeforePurpose) = (before.Email, before.Purpose);
        (Name, Street, Postcode) = (order.To.Name, order.To.Street, order.To.Postcode);
        (City, Country, Email, Purpose) = (order.To.City, order.To.Country, order.To.Email, order.To.Purpose);
        (ValidOn, RecordedAt, Document) = (order.ValidOn, at, order.Document);
        (RecordedBy, RecordedByName) = (order.By.PersonId, order.By.Name);
    }

    /// <summary>Identity.</summary>
    public HolderChangeId Id { get; private set; }

    /// <summary>The holder.</summary>
    public MemberId MemberId { get; private set; }

    /// <summary>Whose register.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>Counts from 1 for each holder.</summary>
    public int No { get; private set; }

    /// <summary>Name until then.</summary>
    public string BeforeName { get; private set; } = "";

    /// <summary>Street and number until then.</summary>
    public string BeforeStreet { get; private set; } = "";

    /// <summary>Postal code until then.</summary>
    public string BeforePostcode { get; private set; } = "";

    /// <summary>Town or village until then.</summary>
    public string BeforeCity { get; private set; } = "";

    /// <summary>ISO 3166 code until then.</summary>
    public string BeforeCountry { get; private set; } = "";

    /// <summary>Electronic address until then; null: none.</summary>
    public string? BeforeEmail { get; private set; }

    /// <summary>What that was for.</summary>
    public NoticePurpose? BeforePurpose { get; private set; }

    /// <summary>Name from then on.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Street and number from then on.</summary>
    public string Street { get; private set; } = "";

    /// <summary>Postal code from then on.</summary>
    public string Postcode { get; private set; } = "";

    /// <summary>Town or village from then on.</summary>
    public string City { get; private set; } = "";

    /// <summary>ISO 3166 code from then on.</summary>
    public string Country { get; private set; } = "";

    /// <summary>Electronic address from then on; null: none.</summary>
    public string? Email { get; private set; }

    /// <summary>What that is for.</summary>
    public NoticePurpose? Purpose { get; private set; }

    /// <summary>The first day on which it holds.</summary>
    public DateOnly ValidOn { get; private set; }

    /// <summary>When it was written down, UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>The person who recorded it: the holder, or a board member.</summary>
    public PersonId? RecordedBy { get; private set; }

    /// <summary>Name of that person.</summary>
    public string RecordedByName { get; private set; } = "";

    /// <summary>The paper that the board has seen; empty where the holder changed it.</summary>
    public string Document { get; private set; } = "";
}

/// <summary>How and why a holder's name or address changes.</summary>
/// <param name="To">All of it, as it is from then on.</param>
/// <param name="ValidOn">The first day on which it holds; not in the future, not before the change before.</param>
/// <param name="Document">The paper that the board has seen; empty where the holder changes it.</param>
/// <param name="By">Who records it.</param>
public sealed record HolderChangeOrder(HolderAddress To, DateOnly ValidOn, string Document, Signature By);
