using MediatR;
using Microsoft.AspNetCore.Http.Features;
using SocialShares.Features.Issuing;
using SocialShares.Http;
using SocialShares.Stripe;

namespace SocialShares.Adapters.Stripe;

/// <summary>Where Stripe delivers events: verified, stored once, answered at once; the outbox acts on them.</summary>
internal static class StripeWebhookEndpoint
{
    public const string Path = "/webhooks/stripe";
    private const int LargestBody = 1024 * 1024;

    public static void MapStripeWebhook(this IEndpointRouteBuilder app) =>
        app.MapPost(Path, Receive).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

    private static async Task<IResult> Receive(
        HttpRequest http,
        IServiceScopeFactory scopes,
        StripeSettings settings,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (http.ContentLength > LargestBody)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        // Also of a body that does not say how long it is.
        if (http.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = LargestBody;
        using var body = new MemoryStream();
        await http.Body.CopyToAsync(body, ct);
        StripeEvent received;
        try
        {
            received = StripeWebhook.Verify(
                body.ToArray(),
                http.Headers["Stripe-Signature"].ToString(),
                settings.Secrets(),
                clock.GetUtcNow()
            );
        }
        catch (StripeSignatureException)
        {
            return Results.BadRequest();
        }
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeMachine("stripe");
        await scope
            .ServiceProvider.GetRequiredService<IMediator>()
            .Send(
                new ReceivePaymentEvent(received.Id, received.Type, received.ObjectId ?? "", ApplicationOf(received)),
                ct
            );
        return Results.Ok();
    }

    private static ApplicationId? ApplicationOf(StripeEvent received) =>
        received.ObjectKind == "checkout.session"
        && ApplicationId.TryParse(received.Read<StripeCheckoutSession>().ClientReferenceId, out var id)
            ? id
            : null;
}

/// <summary>Settings of the section <c>Stripe</c>.</summary>
public sealed class StripeSettings
{
    /// <summary>Secret key; from the environment or a secret store, never from a file in the repository.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Another address than Stripe's, for the emulator.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>Secrets of our webhook endpoint, comma separated: two while one is being replaced.</summary>
    public string WebhookSecrets { get; set; } = "";

    /// <summary>Where buyers are sent to pay; the pages' policy lets forms lead there.</summary>
    public string CheckoutOrigin { get; set; } = "https://checkout.stripe.com";

    public IReadOnlyList<string> Secrets() =>
        WebhookSecrets.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
