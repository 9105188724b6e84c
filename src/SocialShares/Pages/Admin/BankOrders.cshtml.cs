using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Banking;
using SocialShares.Http;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Admin;

/// <summary>What is to be paid from the client-money account, and the bank files: one makes them, another releases them.</summary>
public sealed class BankOrdersModel(IMediator mediator, Caller caller, TimeProvider clock)
    : AdminPage("bank", mediator, clock)
{
    private const string Here = "/admin/bank/orders";

    [BindProperty]
    public string? Currency { get; set; }

    [BindProperty]
    public int No { get; set; }

    [BindProperty]
    public Guid OrderId { get; set; }

    [BindProperty]
    public string? Iban { get; set; }

    public BankOrdersShown All { get; private set; } = null!;

    /// <summary>Did the reader make it? Then somebody else must release it.</summary>
    public bool IsMine(ClientFileShown file) => file.MadeById == caller.PersonId;

    public async Task OnGet() => All = await Ask(new ListBankOrders());

    public async Task<IActionResult> OnPostMake()
    {
        var made = Domain.Currency.TryParse(Currency, out var currency) ? await Try(new MakeBankFile(currency)) : null;
        return await Ended(BankTexts.orders_made.With(made?.No ?? 0));
    }

    public async Task<IActionResult> OnPostRelease()
    {
        await Try(new ReleaseBankFile(No));
        return await Ended(BankTexts.orders_released.With(No));
    }

    public async Task<IActionResult> OnPostWithdraw()
    {
        await Try(new WithdrawBankFile(No));
        return await Ended(BankTexts.orders_withdrawn.With(No));
    }

    public async Task<IActionResult> OnPostAccount()
    {
        await Try(new NameOrderAccount(new BankOrderId(OrderId), Iban ?? ""), ("iban", ""));
        return await Ended(BankTexts.work_done);
    }

    private async Task<IActionResult> Ended(string said)
    {
        if (ModelState.IsValid)
            return Done(said, Here);
        All = await Ask(new ListBankOrders());
        return Page();
    }
}
