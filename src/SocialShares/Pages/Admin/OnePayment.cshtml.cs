using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Issuing;

namespace SocialShares.Pages.Admin;

/// <summary>One payment with its whole story.</summary>
public sealed class OnePaymentModel(IMediator mediator, TimeProvider clock) : AdminPage("payments", mediator, clock)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PaymentRead Read { get; private set; } = null!;

    public async Task OnGet() => Read = await Ask(new ReadPayment(new ApplicationId(Id)));
}
