using Microsoft.AspNetCore.Mvc.ModelBinding;
using SocialShares.Features.Governance;
using SocialShares.Features.Issuing;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>An offer as its board types it; the same for a new draft and for one that is rewritten.</summary>
public sealed class OfferForm
{
    /// <summary>The choice of a class that does not exist yet.</summary>
    public const string NewClass = "new";

    /// <summary>How the fields of the requests are called on the page.</summary>
    public static readonly (string Api, string Page)[] Fields =
    [
        ("title", "Form.Title"),
        ("purpose", "Form.Purpose"),
        ("parValueMinor", "Form.Par"),
        ("interestCapPpm", "Form.Cap"),
        ("interestStartsAfterYears", "Form.StartsAfterYears"),
        ("minimumTargetMinor", "Form.MinimumTarget"),
        ("optimumTargetMinor", "Form.OptimumTarget"),
        ("maximumTargetMinor", "Form.MaximumTarget"),
        ("opensOn", "Form.OpensOn"),
        ("closesOn", "Form.ClosesOn"),
        ("minimumPerHolderMinor", "Form.MinimumPerHolder"),
        ("maximumPerHolderMinor", "Form.MaximumPerHolder"),
        ("maximumPerOrganisationMinor", "Form.MaximumPerOrganisation"),
        ("reflectionDays", "Form.ReflectionDays"),
        ("kind", "Form.Kind"),
        ("extendable", "Form.Extendable"),
        ("minimumAge", "Form.Who.MinimumAge"),
        ("holders", "Form.Who.Persons"),
        ("membershipTypes", "Form.Who.Types[0].Code"),
        ("postcodes", "Form.Who.Postcodes"),
        ("maximumUnitsPerHolder", "Form.MaximumUnits"),
        ("maximumShareOfTotalPpm", "Form.MaximumShare"),
        ("mostAppliedForMinor", "Form.MostAppliedFor"),
        ("mayScaleBelowMinimum", "Form.MayScaleBelowMinimum"),
        ("reflectionDaysOnceFull", "Form.ReflectionDaysOnceFull"),
        ("rulePack", "Form.RulePack"),
        ("mostParts", "Form.MostParts"),
        ("graceDays", "Form.GraceDays"),
        .. HoldingForm.Fields,
        .. TypedBonds.FieldsOf(0),
    ];

    /// <summary>The same, with the places of lists as they were typed.</summary>
    public (string Api, string Page)[] FieldsTyped => [.. Who.Fields(), .. Fields];

    /// <summary>How it is sold.</summary>
    public OfferKind Kind { get; set; }

    /// <summary>Who may apply.</summary>
    public EligibilityForm Who { get; set; } = new();

    /// <summary>Does it sell bonds? Settled when the draft is made.</summary>
    public bool IsOfBonds { get; set; }
    public string? Title { get; set; }
    public string? Purpose { get; set; }

    /// <summary>The id of a class, or <see cref="NewClass"/>.</summary>
    public string? ClassChoice { get; set; }
    public string? Par { get; set; }
    public string? Cap { get; set; }
    public string? StartsAfterYears { get; set; }
    public bool MayReinvest { get; set; }

    /// <summary>What holders of a new class may do with their shares later.</summary>
    public HoldingForm Holding { get; set; } = new();

    /// <summary>What bonds promise; only for an offer of bonds.</summary>
    public BondForm Bond { get; set; } = new();
    public string? MinimumTarget { get; set; }
    public string? OptimumTarget { get; set; }
    public string? MaximumTarget { get; set; }
    public string? OpensOn { get; set; }
    public string? ClosesOn { get; set; }
    public string? MinimumPerHolder { get; set; }
    public string? MaximumPerHolder { get; set; }
    public string? MaximumPerOrganisation { get; set; }
    public string? MaximumUnits { get; set; }

    /// <summary>As a percentage.</summary>
    public string? MaximumShare { get; set; }
    public string? ReflectionDays { get; set; }

    /// <summary>Empty: no shorter period.</summary>
    public string? ReflectionDaysOnceFull { get; set; }

    /// <summary>Short name of the rules that it stands under; empty for the usual ones of the country.</summary>
    public string? RulePack { get; set; }
    public bool Extendable { get; set; }

    /// <summary>Who gets what when more is asked than there is.</summary>
    public AllocationPolicy Policy { get; set; }
    public bool ResidentsFirst { get; set; }
    public bool MayScaleBelowMinimum { get; set; }

    /// <summary>Empty: no more is taken than there is.</summary>
    public string? MostAppliedFor { get; set; }

    /// <summary>The most monthly parts; empty: paid at once.</summary>
    public string? MostParts { get; set; }

    /// <summary>Days of grace for a part.</summary>
    public string? GraceDays { get; set; }

    /// <summary>Whose offer it is: its currency and its classes.</summary>
    [BindNever]
    public EnterpriseAccounts? Of { get; set; }

    /// <summary>The rules that it may stand under.</summary>
    [BindNever]
    public RuleChoices? Rules { get; set; }

    /// <summary>Is the class settled already? Then it is shown and not asked.</summary>
    [BindNever]
    public ClassShown? SettledClass { get; set; }

    /// <summary>A new draft begins with what is usual.</summary>
    public static OfferForm Blank(EnterpriseAccounts of, bool isOfBonds) =>
        new()
        {
            IsOfBonds = isOfBonds,
            Bond = BondForm.Blank(of.Profile.Country),
            ClassChoice = of.Classes.Count == 0 ? NewClass : of.Classes[0].Id.ToString(),
            Par = AmountText.Write(100),
            Cap = "3",
            StartsAfterYears = "2",
            MayReinvest = true,
            Holding = HoldingForm.Blank(),
            ReflectionDays = "14",
            GraceDays = "14",
            Who = EligibilityForm.Blank(),
        };

    /// <summary>What a draft holds now.</summary>
    public static OfferForm From(OfferShown offer) =>
        new()
        {
            IsOfBonds = offer.IsOfBonds,
            Bond = offer.IsOfBonds ? BondForm.From(offer.Series) : new BondForm(),
            Title = offer.Title,
            Purpose = offer.Purpose,
            MinimumTarget = AmountText.Write(offer.Terms.MinimumTargetMinor),
            OptimumTarget =
                offer.Terms.OptimumTargetMinor == offer.Terms.MaximumTargetMinor
                    ? null
                    : AmountText.Write(offer.Terms.OptimumTargetMinor),
            MaximumTarget = AmountText.Write(offer.Terms.MaximumTargetMinor),
            OpensOn = TypedFields.Write(offer.Terms.OpensOn),
            ClosesOn = offer.Terms.ClosesOn is { } last ? TypedFields.Write(last) : null,
            MinimumPerHolder = AmountText.Write(offer.Terms.MinimumPerHolderMinor),
            MaximumPerHolder = AmountText.Write(offer.Terms.MaximumPerHolderMinor),
            MaximumPerOrganisation = AmountText.Write(offer.Terms.MaximumPerOrganisationMinor),
            ReflectionDays = $"{offer.Terms.ReflectionDays}",
            ReflectionDaysOnceFull = $"{offer.Terms.ReflectionDaysOnceFull}",
            RulePack = offer.Rules.Pack,
            Extendable = offer.Terms.Extendable,
            Kind = offer.Terms.Kind,
            Who = EligibilityForm.From(offer.Terms.Eligibility),
            MaximumUnits = $"{offer.Terms.MaximumUnitsPerHolder}",
            MaximumShare = offer.Terms.MaximumShareOfTotalPpm is { } ppm ? TypedFields.WriteRate(ppm) : null,
            Policy = offer.Terms.Allocation?.Policy ?? AllocationPolicy.FirstCome,
            ResidentsFirst = offer.Terms.Allocation?.ResidentsFirst == true,
            MayScaleBelowMinimum = offer.Terms.Allocation?.MayScaleBelowMinimum == true,
            MostParts = $"{offer.Terms.Instalments?.MostParts}",
            GraceDays = $"{offer.Terms.Instalments?.GraceDays ?? 14}",
            MostAppliedFor =
                offer.UnitsBeyond > 0 ? AmountText.Write(offer.Terms.Allocation!.MostAppliedForMinor) : null,
        };

    /// <summary>What must be told and is empty, so that it is said together with what else is wrong.</summary>
    public void RequireStory(ModelStateDictionary state)
    {
        if (string.IsNullOrWhiteSpace(Title))
            state.AddModelError("Form.Title", BoardTexts.draft_title_empty);
        if (string.IsNullOrWhiteSpace(Purpose))
            state.AddModelError("Form.Purpose", BoardTexts.draft_purpose_empty);
    }

    /// <summary>The terms as typed; what cannot be read is an error of its field.</summary>
    public OfferTerms Terms(ModelStateDictionary state) =>
        new(
            string.IsNullOrWhiteSpace(MinimumTarget) ? 0 : state.Money("Form.MinimumTarget", MinimumTarget),
            string.IsNullOrWhiteSpace(OptimumTarget) ? 0 : state.Money("Form.OptimumTarget", OptimumTarget),
            state.Money("Form.MaximumTarget", MaximumTarget),
            state.Day("Form.OpensOn", OpensOn),
            Kind == OfferKind.Open && string.IsNullOrWhiteSpace(ClosesOn) ? null : state.Day("Form.ClosesOn", ClosesOn),
            state.Money("Form.MinimumPerHolder", MinimumPerHolder),
            state.Money("Form.MaximumPerHolder", MaximumPerHolder),
            state.Money("Form.MaximumPerOrganisation", MaximumPerOrganisation),
            state.Whole("Form.ReflectionDays", ReflectionDays),
            Extendable,
            Kind: Kind,
            Eligibility: Who.Read(state),
            MaximumUnitsPerHolder: string.IsNullOrWhiteSpace(MaximumUnits)
                ? null
                : state.Whole("Form.MaximumUnits", MaximumUnits),
            MaximumShareOfTotalPpm: string.IsNullOrWhiteSpace(MaximumShare)
                ? null
                : state.Rate("Form.MaximumShare", MaximumShare),
            Allocation: new AllocationTerms(
                Policy,
                ResidentsFirst,
                MayScaleBelowMinimum,
                state.Money(
                    "Form.MostAppliedFor",
                    string.IsNullOrWhiteSpace(MostAppliedFor) ? MaximumTarget : MostAppliedFor
                )
            ),
            ReflectionDaysOnceFull: string.IsNullOrWhiteSpace(ReflectionDaysOnceFull)
                ? null
                : state.Whole("Form.ReflectionDaysOnceFull", ReflectionDaysOnceFull),
            Instalments: IsOfBonds || string.IsNullOrWhiteSpace(MostParts)
                ? null
                : new InstalmentTerms(
                    state.Whole("Form.MostParts", MostParts),
                    state.Whole("Form.GraceDays", GraceDays)
                )
        );

    /// <summary>The tranches as typed; null for an offer of shares.</summary>
    public IReadOnlyList<BondTranche>? Tranches(ModelStateDictionary state, Currency currency, OfferTerms terms) =>
        IsOfBonds
            ? new TypedBonds(Bond, currency, state).Read(
                (terms.ClosesOn ?? terms.OpensOn).AddDays(terms.ReflectionDays + 1)
            )
            : null;

    /// <summary>The class that exists and was chosen; null when a new one is described.</summary>
    public ShareClassId? Chosen => ShareClassId.TryParse(ClassChoice, out var id) ? id : null;

    /// <summary>The new class as typed.</summary>
    public ShareTerms Class(ModelStateDictionary state, Currency currency) =>
        new(
            state.Money("Form.Par", Par),
            currency,
            state.Percent("Form.Cap", Cap),
            state.Whole("Form.StartsAfterYears", StartsAfterYears),
            MayReinvest,
            Holding.Read(state)
        );
}
