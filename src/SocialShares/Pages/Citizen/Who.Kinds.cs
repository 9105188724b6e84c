using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Issuing;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Citizen;

/// <summary>The part of the question that differs by kind of holder: a child, people together, an organisation.</summary>
public sealed partial class WhoModel
{
    private static readonly (string Api, string Page)[] Fields =
    [
        ("amountMinor", ""),
        ("with", "Others[0].Name"),
        ("holder", ""),
    ];

    /// <summary>The kind of holder whose questions are shown, chosen by a link.</summary>
    [BindProperty(SupportsGet = true)]
    public string? As { get; set; }

    /// <summary>Of a child.</summary>
    [BindProperty]
    public string? Guardian { get; set; }

    /// <summary>Of people together: all but the first.</summary>
    [BindProperty]
    public List<OtherHolder> Others { get; set; } = [];

    /// <summary>Of an organisation.</summary>
    [BindProperty]
    public string? RegistryNumber { get; set; }

    /// <summary>Of an organisation.</summary>
    [BindProperty]
    public string? Representative { get; set; }

    /// <summary>Of an organisation.</summary>
    [BindProperty]
    public string? Office { get; set; }

    /// <summary>The holder is in the register; only the membership type may have to be asked.</summary>
    public bool IsTopUp => Application.TopsUp is not null;

    /// <summary>The kinds of holders that the offer takes.</summary>
    public IReadOnlyList<HolderKind> Kinds =>
        [
            .. new[] { HolderKind.Person, HolderKind.Minor, HolderKind.Joint, HolderKind.Organisation }.Where(k =>
                (Offer.Terms.Eligibility ?? Eligibility.Everyone).Takes(Eligibility.GroupOf(k))
            ),
        ];

    /// <summary>The kind that was chosen, a person where that is none.</summary>
    public HolderKind ChosenKind =>
        Enum.TryParse<HolderKind>(Kind, ignoreCase: true, out var kind) && Enum.IsDefined(kind)
            ? kind
            : HolderKind.Person;

    private bool NeedsBirth => ChosenKind != HolderKind.Organisation;

    private bool HasOthers => ModelState.Keys.All(k => !IsOther(k) || ModelState[k]!.Errors.Count == 0);

    /// <summary>For whom it is, in a word or two.</summary>
    public static string WordOf(HolderKind kind) =>
        kind switch
        {
            HolderKind.Minor => CitizenTexts.who_minor,
            HolderKind.Joint => CitizenTexts.who_joint,
            HolderKind.Organisation => CitizenTexts.who_organisation,
            _ => CitizenTexts.who_person,
        };

    private void ShowKind(HolderDetails? known)
    {
        Kind = As ?? $"{known?.Kind ?? Kinds[0]}";
        Kind = $"{ChosenKind}";
        var me = Navigation.NameOf(User);
        var same = known?.Kind == ChosenKind ? known : null;
        Name = same?.Name ?? (ChosenKind is HolderKind.Person or HolderKind.Joint ? me : "");
        BornOn = DateParts.Of(same?.BornOn);
        Guardian = same?.Party?.Guardian ?? me;
        RegistryNumber = same?.Party?.RegistryNumber;
        Representative = same?.Party?.Representative ?? me;
        Office = same?.Party?.Office;
        Others = [.. (same?.Party?.With ?? []).Select(j => new OtherHolder(j))];
        WithEmptyOthers();
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

    private void NeedParty()
    {
        WithEmptyOthers();
        switch (ChosenKind)
        {
            case HolderKind.Minor:
                Need(Guardian, nameof(Guardian), CitizenTexts.who_guardian_empty);
                break;
            case HolderKind.Organisation:
                Need(Representative, nameof(Representative), CitizenTexts.who_representative_empty);
                Need(Office, nameof(Office), CitizenTexts.who_office_empty);
                break;
            case HolderKind.Joint:
                NeedOthers();
                break;
        }
    }

    private void NeedOthers()
    {
        for (var i = 0; i < Others.Count; i++)
        {
            if (Others[i].IsEmpty && i > 0)
                continue;
            if ((Others[i].Name?.Trim().Length ?? 0) < 2)
                ModelState.AddModelError($"Others[{i}].Name", CitizenTexts.who_other_empty);
            if (!Others[i].BornOn.TryDate(out _))
                ModelState.AddModelError(
                    $"Others[{i}].BornOn",
                    Others[i].BornOn.IsEmpty ? CommonTexts.date_empty : CommonTexts.date_wrong
                );
        }
    }

    private async Task<IActionResult> TypeAnswered(ApplicationId id)
    {
        Need(MembershipType, nameof(MembershipType), CitizenTexts.who_type_empty);
        if (ModelState.IsValid)
            await Try(new AnswerApplication(id, null, null, null, MembershipType: MembershipType), Fields);
        return ModelState.IsValid ? Redirect($"/applications/{id}/check") : Page();
    }

    private void WithEmptyOthers()
    {
        while (Others.Count < HolderDetails.MostJoint - 1)
            Others.Add(new OtherHolder());
    }

    private static bool IsOther(string field) => field.StartsWith("Others[", StringComparison.Ordinal);
}

/// <summary>Somebody beside the first of joint holders, as typed.</summary>
public sealed class OtherHolder
{
    public OtherHolder() { }

    public OtherHolder(JointHolder known) => (Name, BornOn) = (known.Name, DateParts.Of(known.BornOn));

    public string? Name { get; set; }

    public DateParts BornOn { get; set; } = new();

    /// <summary>Nothing was typed.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && BornOn.IsEmpty;

    /// <summary>Only where both are there.</summary>
    public JointHolder Holder() => new(Name?.Trim() ?? "", BornOn.TryDate(out var born) ? born : null);
}
