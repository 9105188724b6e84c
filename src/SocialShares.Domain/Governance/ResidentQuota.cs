namespace SocialShares.Domain;

/// <summary>
/// Residents are at least a share of the members. Whole numbers only: residents x 1,000,000 >= share x members, so that
/// 75 % of four is three and of five is four, without rounding. Members and live applications are counted alike.
/// </summary>
/// <param name="Ppm">The least share of residents, parts per million, 1 to 1,000,000.</param>
public readonly record struct ResidentQuota(int Ppm)
{
    /// <summary>Do so many residents suffice among so many members? Nobody at all breaks nothing.</summary>
    public bool Holds(long residents, long members) => (Int128)residents * Rate.Whole >= (Int128)Ppm * members;

    /// <summary>
    /// May one more be admitted? A resident always; somebody else only when the quota holds with them in it. A quota that
    /// leavers have broken keeps non-residents out and lets residents in, who mend it.
    /// </summary>
    /// <param name="isResident">Is the one who wants to come in a resident?</param>
    /// <param name="residents">Residents among those who are in.</param>
    /// <param name="members">All who are in.</param>
    public bool Admits(bool isResident, long residents, long members) =>
        Admits(isResident ? 1 : 0, isResident ? 0 : 1, residents, members);

    /// <summary>The same of several who come in together.</summary>
    /// <param name="newResidents">Residents who want to come in.</param>
    /// <param name="newOthers">Others who do.</param>
    /// <param name="residents">Residents among those who are in.</param>
    /// <param name="members">All who are in.</param>
    public bool Admits(long newResidents, long newOthers, long residents, long members) =>
        newOthers == 0 || Holds(residents + newResidents, members + newResidents + newOthers);

    /// <summary>How many non-residents there may be beside so many residents.</summary>
    public long MostOthers(long residents) => (long)((Int128)residents * Rate.Whole / Ppm) - residents;
}
