using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Features.Bonds;
using SocialShares.Features.Holdings;
using SocialShares.Features.Register;
using SocialShares.Http;

namespace SocialShares.Pages.Citizen;

/// <summary>One holding in full: bonds with their payments, certificates, where payments go, and its book year by year.</summary>
[SignedInOnly]
[EnableRateLimiting(Limits.Deciding)]
public sealed class HoldingModel(IMediator mediator, TimeProvider clock) : SharesPage(mediator)
{
    public HoldingRead Holding { get; private set; } = null!;

    /// <summary>Series in which bonds are or were held.</summary>
    public IReadOnlyList<BondPart> Bonds { get; private set; } = [];

    /// <summary>What can be done with what is held, and was asked for.</summary>
    public HoldingChoices Choices { get; private set; } = null!;

    /// <summary>Under which address the holder stands in the register.</summary>
    public HolderAddress Address { get; private set; } = null!;

    /// <summary>Has this holder shares, or had them?</summary>
    public bool HasShares => Holding.Card.AdmittedOn is not null;

    /// <summary>Is it a child's who has come of age?</summary>
    public bool MayHandOver =>
        Holding.Card is { Kind: HolderKind.Minor, BornOn: { } born }
        && born.AddYears(HolderDetails.FullAge) <= ReadersDay.Of(clock.GetUtcNow().UtcDateTime);

    public Task OnGetAsync(MemberId memberId) => Load(memberId);

    public async Task<IActionResult> OnPostTakeBackAsync(MemberId memberId, EarlyRedemptionId asked)
    {
        await Try(new WithdrawRedemptionRequest(memberId, asked));
        if (ModelState.IsValid)
            return Redirect($"/holdings/{memberId}");
        await Load(memberId);
        return Page();
    }

    public Task<IActionResult> OnPostKeepSharesAsync(MemberId memberId, WithdrawalId withdrawal) =>
        After(memberId, new TakeBackWithdrawal(memberId, withdrawal), "money-back");

    public Task<IActionResult> OnPostConfirmTransferAsync(MemberId memberId, TransferId transfer) =>
        After(memberId, new ConfirmTransfer(memberId, transfer), "transfers");

    public Task<IActionResult> OnPostKeepUnitsAsync(MemberId memberId, TransferId transfer) =>
        After(memberId, new TakeBackTransfer(memberId, transfer), "transfers");

    private async Task<IActionResult> After<TAnswer>(MemberId memberId, IRequest<TAnswer> command, string place)
        where TAnswer : notnull
    {
        await Try(command);
        if (ModelState.IsValid)
            return Redirect($"/holdings/{memberId}#{place}");
        await Load(memberId);
        return Page();
    }

    private async Task Load(MemberId memberId)
    {
        Choices = await Ask(new ReadHoldingChoices(memberId));
        Holding = await Ask(new ReadHolding(memberId));
        Address = (await Ask(new ReadHolderChanges(memberId))).Now;
        var bonds = new List<BondPart>();
        foreach (var held in Holding.Card.Bonds)
            bonds.Add(new BondPart(Holding.Card, held, await Ask(new ReadBondHolding(memberId, held.SeriesId))));
        Bonds = bonds;
    }
}
