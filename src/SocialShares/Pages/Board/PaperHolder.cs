using Microsoft.AspNetCore.Mvc.ModelBinding;
using SocialShares.Look;
using SocialShares.Pages.Citizen;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>Who will stand in the register, as typed from a paper: all kinds of holders, or somebody who stands there already.</summary>
public sealed class PaperHolder
{
    /// <summary>The choice beside the kinds of holders: a number of the register.</summary>
    public const string Known = "known";

    /// <summary>A kind of holder, or <see cref="Known"/>.</summary>
    public string? Kind { get; set; }

    public string? Number { get; set; }

    public string? Name { get; set; }

    public DateParts BornOn { get; set; } = new();

    public string? Street { get; set; }

    public string? Postcode { get; set; }

    public string? City { get; set; }

    public string? Country { get; set; } = Countries.Usual;

    public string? Guardian { get; set; }

    public List<OtherHolder> Others { get; set; } = [];

    public string? RegistryNumber { get; set; }

    public string? Representative { get; set; }

    public string? Office { get; set; }

    /// <summary>Somebody who stands in the register and buys more.</summary>
    public bool IsKnown => Kind == Known;

    /// <summary>The kind that was chosen; a person where that is none.</summary>
    public HolderKind ChosenKind =>
        Enum.TryParse<HolderKind>(Kind, ignoreCase: true, out var kind) && Enum.IsDefined(kind)
            ? kind
            : HolderKind.Person;

    /// <summary>As many fields for joint holders as there may be.</summary>
    public void WithEmptyOthers()
    {
        while (Others.Count < HolderDetails.MostJoint - 1)
            Others.Add(new OtherHolder());
    }

    /// <summary>What was typed; says at each field what is missing.</summary>
    /// <param name="state">Where to say it.</param>
    /// <param name="prefix">What the names of the fields start with.</param>
    public HolderDetails Details(ModelStateDictionary state, string prefix)
    {
        WithEmptyOthers();
        foreach (var (typed, field, message) in Needed())
            if (string.IsNullOrWhiteSpace(typed))
                state.AddModelError($"{prefix}.{field}", message);
        DateOnly? born = null;
        if (ChosenKind != HolderKind.Organisation)
            born = Day(state, $"{prefix}.{nameof(BornOn)}", BornOn);
        for (var i = 0; ChosenKind == HolderKind.Joint && i < Others.Count; i++)
            if (i == 0 || !Others[i].IsEmpty)
                Check(state, $"{prefix}.Others[{i}]", Others[i]);
        return new HolderDetails(
            ChosenKind,
            Name?.Trim() ?? "",
            Street?.Trim() ?? "",
            Postcode?.Trim().ToUpperInvariant() ?? "",
            City?.Trim() ?? "",
            Country ?? "",
            born,
            Party()
        );
    }

    private IEnumerable<(string? Typed, string Field, string Message)> Needed()
    {
        yield return (Name, nameof(Name), CitizenTexts.who_name_empty);
        yield return (Street, nameof(Street), CitizenTexts.who_street_empty);
        yield return (Postcode, nameof(Postcode), CitizenTexts.who_postcode_empty);
        yield return (City, nameof(City), CitizenTexts.who_city_empty);
        if (ChosenKind == HolderKind.Minor)
            yield return (Guardian, nameof(Guardian), CitizenTexts.who_guardian_empty);
        if (ChosenKind != HolderKind.Organisation)
            yield break;
        yield return (Representative, nameof(Representative), CitizenTexts.who_representative_empty);
        yield return (Office, nameof(Office), CitizenTexts.who_office_empty);
    }

    private HolderParty? Party() =>
        ChosenKind switch
        {
            HolderKind.Minor => new HolderParty(Guardian: Guardian),
            HolderKind.Joint => new HolderParty(With: [.. Others.Where(o => !o.IsEmpty).Select(o => o.Holder())]),
            HolderKind.Organisation => new HolderParty(
                RegistryNumber: RegistryNumber,
                Representative: Representative,
                Office: Office
            ),
            _ => null,
        };

    private static void Check(ModelStateDictionary state, string field, OtherHolder other)
    {
        if ((other.Name?.Trim().Length ?? 0) < 2)
            state.AddModelError($"{field}.Name", CitizenTexts.who_other_empty);
        Day(state, $"{field}.BornOn", other.BornOn);
    }

    private static DateOnly? Day(ModelStateDictionary state, string field, DateParts typed)
    {
        if (typed.TryDate(out var day))
            return day;
        state.AddModelError(field, typed.IsEmpty ? CommonTexts.date_empty : CommonTexts.date_wrong);
        return null;
    }
}
