using System.Globalization;
using Microsoft.AspNetCore.Localization;
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
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddRazorPages();
        builder.Services.AddRequestLocalization(SpeakEnglishAndDutch);
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseRequestLocalization();
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapLanguage();
        return app;
    }

    private static void SpeakEnglishAndDutch(RequestLocalizationOptions options)
    {
        CultureInfo[] cultures = [new("en-GB"), new("nl-NL")];
        options.DefaultRequestCulture = new RequestCulture(cultures[0]);
        options.SupportedCultures = cultures;
        options.SupportedUICultures = cultures;
    }
}
