namespace SocialShares.Domain;

/// <summary>An office in a board that somebody has left; the register keeps officers with their dates. Never changed.</summary>
public sealed class FormerOfficer
{
    private FormerOfficer() { }

    internal FormerOfficer(BoardMember member, DateOnly until, DateTime at)
    {
        (Id, EnterpriseId, PersonId) = (FormerOfficerId.New(), member.EnterpriseId, member.PersonId);
        (Name, Office, IsResident) = (member.Name, member.Office, member.IsResident);
        (Since, Until, RecordedAt, Origin) = (member.Since, until, at, member.Origin);
    }

    /// <summary>Identity.</summary>
    public FormerOfficerId Id { get; private set; }

    /// <summary>The enterprise.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>The person.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>Name as it was shown.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Chair, treasurer, secretary, or empty.</summary>
    public string Office { get; private set; } = "";

    /// <summary>Lived in the place that the enterprise serves.</summary>
    public bool IsResident { get; private set; }

    /// <summary>First day in office.</summary>
    public DateOnly Since { get; private set; }

    /// <summary>First day no longer in office.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>When it was written down, UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <inheritdoc cref="BoardMember.Origin"/>
    public PersonId? Origin { get; private set; }
}
