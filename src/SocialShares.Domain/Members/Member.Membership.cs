namespace SocialShares.Domain;

/// <summary>What kind of member a holder is.</summary>
public sealed partial class Member
{
    /// <summary>Code of the membership type under which the last units were issued; null where none was asked.</summary>
    public string? MembershipType { get; private set; }

    /// <summary>Counts as a resident, for covenants; false where no offer has asked yet.</summary>
    public bool IsResident { get; private set; }

    /// <summary>Units were issued under a membership type, or to somebody whose postcode made a resident.</summary>
    public void JoinAs(Admission admission)
    {
        if ((MembershipType, IsResident) == (admission.MembershipType, admission.IsResident))
            return;
        (MembershipType, IsResident) = (admission.MembershipType, admission.IsResident);
        Version++;
    }
}
