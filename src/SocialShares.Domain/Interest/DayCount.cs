namespace SocialShares.Domain;

/// <summary>How the days between two dates become a part of a year. Stored by name.</summary>
public enum DayCount
{
    /// <summary>30E/360, the Eurobond basis (ISDA 2006 4.16(g)): each month counts 30 days; the 31st is the 30th.</summary>
    Thirty360European,

    /// <summary>30E/360 ISDA (4.16(h)): as the Eurobond basis, and the last day of February is the 30th, but for a maturity on it.</summary>
    Thirty360Isda,

    /// <summary>30/360 US (SIA): the 31st is the 30th where the start is on the 30th or 31st; month-end rule for February.</summary>
    Thirty360Us,

    /// <summary>30/360, the bond basis (4.16(f)): the 31st is the 30th at the start; at the end only when the start is on the 30th or 31st.</summary>
    Thirty360BondBasis,

    /// <summary>ACT/365F (4.16(d)): calendar days by 365.</summary>
    Actual365Fixed,

    /// <summary>ACT/360 (4.16(e)): calendar days by 360.</summary>
    Actual360,

    /// <summary>ACT/ACT ISDA (4.16(b)): days in leap years by 366, other days by 365.</summary>
    ActualActualIsda,

    /// <summary>ACT/ACT ICMA (ICMA rule 251): days by the days of the regular coupon period times the coupons a year.</summary>
    ActualActualIcma,
}

/// <summary>The regular coupon period that some days lie in; a stub lies in one that did not happen ("notional").</summary>
/// <param name="Start">First day.</param>
/// <param name="End">The day after the last one.</param>
/// <param name="PeriodsPerYear">Coupons a year.</param>
public readonly record struct ReferencePeriod(DateOnly Start, DateOnly End, int PeriodsPerYear);
