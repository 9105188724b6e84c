using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SocialShares.Pages.Board;

/// <summary>A covenant as it is typed.</summary>
public sealed class TypedCovenant
{
    public CovenantKind Kind { get; set; }

    /// <summary>A percentage, or for pay how many times.</summary>
    public string? Limit { get; set; }

    public bool IsBlocking { get; set; }

    public string? Statement { get; set; }

    public string? DecidedOn { get; set; }

    internal CovenantRule Read(ModelStateDictionary state)
    {
        const string Form = nameof(CovenantsModel.Rule) + ".";
        var limit = Kind switch
        {
            _ when !CovenantRule.HasLimit(Kind) => 0,
            // Hundredths, like pence: 3.5 times is 350.
            CovenantKind.PayRatio => state.Money(Form + nameof(Limit), Limit),
            _ => state.Percent(Form + nameof(Limit), Limit),
        };
        var on = state.Day(Form + nameof(DecidedOn), DecidedOn);
        return new CovenantRule(Kind, limit, IsBlocking, Statement?.Trim() ?? "", on);
    }
}

/// <summary>Evidence as it is typed.</summary>
public sealed class TypedEvidence
{
    public CovenantKind Kind { get; set; }

    public string? On { get; set; }

    public string? Text { get; set; }

    public string? Reference { get; set; }

    public IFormFile? Document { get; set; }

    public string? HighestPay { get; set; }

    public string? LowestPay { get; set; }

    internal EvidenceGiven Read(ModelStateDictionary state)
    {
        const string Form = nameof(CovenantsModel.Evidence) + ".";
        var on = state.Day(Form + nameof(On), On);
        return new EvidenceGiven(
            on,
            Text?.Trim() ?? "",
            Reference?.Trim() ?? "",
            null,
            Pay(state, Form + nameof(HighestPay), HighestPay),
            Pay(state, Form + nameof(LowestPay), LowestPay)
        );
    }

    private static long? Pay(ModelStateDictionary state, string field, string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? null : state.Money(field, typed);
}

/// <summary>Which covenant is given up, why, and when that was decided.</summary>
public sealed class TypedGivingUp
{
    public CovenantKind Kind { get; set; }

    public string? Reason { get; set; }

    public string? DecidedOn { get; set; }
}
