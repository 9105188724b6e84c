using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Bonds;
using SocialShares.Look;
using SocialShares.Pages.Citizen;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>Record that bonds passed to somebody else; the interest that had accrued is shown before it is recorded.</summary>
public sealed class TransferModel(IMediator mediator, TimeProvider clock) : SeriesPage(mediator, clock)
{
    [BindProperty]
    public string? FromNumber { get; set; }

    [BindProperty]
    public string? Units { get; set; }

    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? ToEmail { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public DateParts BornOn { get; set; } = new();

    /// <summary>Of an organisation.</summary>
    [BindProperty]
    public string? Representative { get; set; }

    /// <summary>Of an organisation.</summary>
    [BindProperty]
    public string? Office { get; set; }

    [BindProperty]
    public string? Street { get; set; }

    [BindProperty]
    public string? Postcode { get; set; }

    [BindProperty]
    public string? City { get; set; }

    [BindProperty]
    public string? Country { get; set; }

    /// <summary>What the figures on the page were reckoned for; what is recorded must be the same.</summary>
    [BindProperty]
    public string? Reckoned { get; set; }

    /// <summary>The interest that had accrued; null before it was reckoned.</summary>
    public AccruedInterest? Accrued { get; private set; }

    /// <summary>Were figures changed after the interest was reckoned?</summary>
    public bool HasChanged { get; private set; }

    /// <summary>The receiver's details were typed, or something is wrong with them.</summary>
    public bool HasDetails =>
        IsNew || DetailFields.Any(f => ModelState.TryGetValue(f, out var e) && e.Errors.Count > 0);

    private static readonly string[] DetailFields =
    [
        nameof(Kind),
        nameof(Name),
        nameof(BornOn),
        nameof(Street),
        nameof(Postcode),
        nameof(City),
        nameof(Country),
    ];

    private bool IsNew =>
        !BornOn.IsEmpty || new[] { Name, Street, Postcode, City }.Any(t => !string.IsNullOrWhiteSpace(t));

    public async Task OnGet()
    {
        await Read();
        (Kind, Country) = (nameof(HolderKind.Person), Countries.Usual);
    }

    public async Task<IActionResult> OnPostReckon()
    {
        await Read();
        await Reckon(Typed());
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        await Read();
        var typed = Typed();
        HasChanged = ModelState.IsValid && Reckoned != ToReckon(typed);
        if (!ModelState.IsValid || HasChanged)
        {
            await Reckon(typed);
            return Page();
        }
        var done = await Try(typed, ("toHolder", nameof(Name)));
        if (done is not null)
            return Done(
                string.Format(BoardTexts.transfer_done, Shown.Money(done.AccruedMinor, done.Currency), done.ToNumber),
                Here + "#transfers"
            );
        await Reckon(typed);
        return Page();
    }

    private TransferBonds Typed() =>
        new(
            Key,
            Of.Line.Id,
            ModelState.Whole(nameof(FromNumber), FromNumber),
            ToEmail?.Trim() ?? "",
            Details(),
            ModelState.Whole(nameof(Units), Units),
            ModelState.Day(nameof(On), On),
            Reason?.Trim() ?? ""
        );

    private HolderDetails? Details()
    {
        if (!IsNew)
            return null;
        var isPerson = Kind != nameof(HolderKind.Organisation);
        var isDate = BornOn.TryDate(out var born);
        if (isPerson && !isDate)
            ModelState.AddModelError(nameof(BornOn), BornOn.IsEmpty ? CommonTexts.date_empty : CommonTexts.date_wrong);
        return new HolderDetails(
            isPerson ? HolderKind.Person : HolderKind.Organisation,
            Name?.Trim() ?? "",
            Street?.Trim() ?? "",
            Postcode?.Trim().ToUpperInvariant() ?? "",
            City?.Trim() ?? "",
            Country ?? "",
            isPerson && isDate ? born : null,
            isPerson ? null : new HolderParty(Representative: Representative, Office: Office)
        );
    }

    private async Task Reckon(TransferBonds typed)
    {
        (Accrued, Reckoned) = (null, null);
        ModelState.Remove(nameof(Reckoned));
        if (ModelState.TryGetValue(nameof(On), out var on) && on.Errors.Count > 0)
            return;
        if (typed.Units == 0)
            return;
        Accrued = await Try(new ReadAccruedInterest(typed.BondSeriesId, typed.On, typed.Units));
        Reckoned = ToReckon(typed);
    }

    private static string ToReckon(TransferBonds typed) => $"{typed.Units}/{TypedFields.Write(typed.On)}";
}
