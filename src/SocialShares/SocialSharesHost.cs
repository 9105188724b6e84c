using SocialShares.Adapters.Stripe;
using SocialShares.Http;

namespace SocialShares;

/// <summary>Builds the product. The demo and the tests start it with another clock, address or database.</summary>
public static class SocialSharesHost
{
    /// <param name="args">Command line settings, for example <c>--Db:Provider=PostgreSql</c>.</param>
    /// <param name="configure">Called last before the application is built: what it registers wins.</param>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory }
        );
        builder.WebHost.UseStaticWebAssets(); // else style sheets are empty under `dotnet run` outside Development
        builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
        builder.Services.AddSocialShares(builder.Configuration);
        configure?.Invoke(builder);
        var app = builder.Build();
        Use(app);
        return app;
    }

    private static void Use(WebApplication app)
    {
        app.UseSecurityHeaders(app.Services.GetRequiredService<StripeSettings>().CheckoutOrigin);
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/error/500",
                AllowStatusCode404Response = true,
                // Problems logs what is broken; that somebody asked for what is not there is no error of ours.
                SuppressDiagnosticsCallback = _ => true,
            }
        );
        app.UseWhen(http => Problems.IsApi(http.Request.Path), api => api.UseStatusCodePages(Problems.Describe));
        app.UseWhen(
            http => !Problems.IsApi(http.Request.Path),
            pages => pages.UseStatusCodePagesWithReExecute("/error/{0}")
        );
        app.UseRequestLocalization();
        app.UseAuthentication();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapStaticAssets();
        app.MapUseCases();
        app.MapOpenApi();
        app.MapHealthChecks("/health");
        app.MapLanguage();
        app.MapStripeWebhook();
        app.MapRazorPages().WithStaticAssets();
    }
}
