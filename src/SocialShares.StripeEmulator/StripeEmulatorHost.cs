using System.Net;
using Microsoft.Extensions.Configuration.Json;

namespace SocialShares.StripeEmulator;

/// <summary>Builds the local Stripe that development and tests talk to. Loopback only, test keys only, all in memory.</summary>
public static class StripeEmulatorHost
{
    /// <param name="args">Command line settings, see <see cref="EmulatorSettings"/>.</param>
    /// <param name="configure">Called last before the application is built: what it registers (a clock) wins.</param>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        DropForeignFiles(builder.Configuration);
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            builder.WebHost.UseUrls("http://127.0.0.1:5081");
        }

        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(x =>
            x.GetRequiredService<IConfiguration>().Get<EmulatorSettings>() ?? new EmulatorSettings()
        );
        builder.Services.AddSingleton(Subset.Shared);
        builder.Services.AddSingleton<World>();
        builder.Services.AddSingleton<Faults>();
        builder.Services.AddSingleton<Idempotency>();
        builder.Services.AddSingleton<Api>();
        builder.Services.AddSingleton<Checkout>();
        builder.Services.AddSingleton<Clockwork>();
        builder.Services.AddHostedService(x => x.GetRequiredService<Clockwork>());
        configure?.Invoke(builder);
        var app = builder.Build();
        app.Use(OnlyFromHere);
        MapRoutes(app);
        return app;
    }

    /// <summary>Beside the demo and the tests lie the product's settings files; they are not ours.</summary>
    private static void DropForeignFiles(ConfigurationManager configuration)
    {
        foreach (var file in configuration.Sources.OfType<JsonConfigurationSource>().ToList())
        {
            configuration.Sources.Remove(file);
        }
    }

    private static void MapRoutes(WebApplication app)
    {
        var api = app.Services.GetRequiredService<Api>();
        var subset = app.Services.GetRequiredService<Subset>();
        foreach (var operation in subset.Operations.Concat(PaymentPages.Operations))
        {
            app.MapMethods(operation.Path, [operation.Method], (HttpContext x) => api.Answer(x, operation));
        }

        app.Map("/v1/{**rest}", Api.Unknown);
        AdminDoor.Map(app);
        HostedPage.Map(app);
        OnboardingPage.Map(app);
    }

    private static Task OnlyFromHere(HttpContext context, RequestDelegate next)
    {
        if (context.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    }
}
