namespace SocialShares.Domain;

/// <summary>
/// How the days of a period become a part of a year. A period is [start, end): its last day does not count. Sources:
/// 2006 ISDA Definitions section 4.16 for all but two, SIA (Standard Securities Calculation Methods) for 30/360 US, and
/// ICMA rule 251 for ACT/ACT ICMA. Where a rule counts months of 30 days, D1 and D2 are the days of the month of start and
/// end, and the days are 360 x years + 30 x months + D2 - D1.
/// </summary>
public enum DayCount
{
    /// <summary>30E/360, "Eurobond basis", ISDA 2006 4.16(g): a 31st counts as the 30th. No rule for February.</summary>
    Thirty360European = 0,

    /// <summary>
    /// 30E/360 ISDA, ISDA 2006 4.16(h): a 31st and the last day of February count as the 30th; at the end of a period
    /// February's last day does not when it is the maturity.
    /// </summary>
    Thirty360Isda = 1,

    /// <summary>
    /// 30/360 US, SIA: if both ends are the last day of February D2 is 30; if the start is, D1 is 30; then a D2 of 31
    /// becomes 30 when D1 is 30 or 31; then a D1 of 31 becomes 30.
    /// </summary>
    Thirty360Us = 2,

    /// <summary>
    /// 30/360, "bond basis", ISDA 2006 4.16(f): a D1 of 31 becomes 30; then a D2 of 31 becomes 30 when D1 is 30. No rule
    /// for February.
    /// </summary>
    Thirty360BondBasis = 3,

    /// <summary>ACT/365F, ISDA 2006 4.16(d): days / 365, in leap years too.</summary>
    Actual365Fixed = 4,

    /// <summary>ACT/360, ISDA 2006 4.16(e): days / 360.</summary>
    Actual360 = 5,

    /// <summary>ACT/ACT ISDA, ISDA 2006 4.16(b): days in leap years / 366 + days in other years / 365.</summary>
    ActualActualIsda = 6,

    /// <summary>
    /// ACT/ACT ICMA, ICMA rule 251 (ISDA 2006 4.16(c)): days / (periods a year x days of the regular period they lie in);
    /// a whole regular period is one coupon exactly.
    /// </summary>
    ActualActualIcma = 7,
}
