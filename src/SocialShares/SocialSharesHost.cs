using System.Globalization;
using Microsoft.AspNetCore.Localization;
using SocialShares.Adapters.Mail;
using SocialShares.Adapters.Stripe;
using SocialShares.Data;
using SocialShares.Features.Issuing;
using SocialShares.Http;
using SocialShares.Jobs;
using SocialShares.Ports;
using SocialShares.Stripe;

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
        AddServices(builder.Services, builder.Configuration);
        configure?.Invoke(builder);
        var app = builder.Build();
        Use(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, ConfigurationManager settings)
    {
        var db = settings.GetSection("Db").Get<DbOptions>() ?? new DbOptions();
        var stripe = settings.GetSection("Stripe").Get<StripeSettings>() ?? new StripeSettings();
        var mail = settings.GetSection("Mail").Get<MailSettings>() ?? new MailSettings();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(settings.GetSection("Site").Get<SiteOptions>() ?? new SiteOptions());
        services.AddSingleton(stripe).AddSingleton(mail);
        services.AddHttpContextAccessor();
        services.AddSharesDb(db).AddPipeline();
        services.AddScoped<Outbox>().AddSingleton<OutboxSignal>().AddSingleton<OutboxDelivery>();
        services.AddScoped<MoneyBack>().AddScoped<Allotment>().AddScoped<OfferSight>();
        services.AddScoped<IPayments, StripePayments>();
        services.AddStripe(o =>
        {
            o.ApiKey = stripe.ApiKey;
            if (stripe.BaseUrl is { Length: > 0 } address)
                o.BaseUrl = new Uri(address);
        });
        if (mail.Server.Length > 0)
            services.AddScoped<IMail, SmtpMail>();
        else
            services.AddScoped<IMail, KeptMail>();
        services.AddSignIn();
        services.AddLimits(settings.GetSection("Limits").Get<LimitSettings>() ?? new LimitSettings());
        services.AddProblemDetails().AddExceptionHandler<Problems>();
        services.ConfigureHttpJsonOptions(o => Json.Configure(o.SerializerOptions));
        services.AddApiDescription();
        services.AddHealthChecks().AddCheck<DatabaseAnswers>("database");
        services.AddRazorPages();
        services.AddRequestLocalization(SpeakEnglishAndDutch);
        services.AddHostedService<PrepareDatabase>(); // before the jobs, which need its tables
        services.AddHostedService<OutboxLoop>();
        services.AddSchedule(db, settings.GetSection("Jobs").Get<JobSettings>() ?? new JobSettings());
    }

    private static void Use(WebApplication app)
    {
        app.UseExceptionHandler(
            new ExceptionHandlerOptions { ExceptionHandlingPath = "/error/500", AllowStatusCode404Response = true }
        );
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseRequestLocalization();
        app.UseAuthentication();
        app.UseSecurityHeaders(app.Services.GetRequiredService<StripeSettings>().CheckoutOrigin);
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

    private static void SpeakEnglishAndDutch(RequestLocalizationOptions options)
    {
        // the bare languages too: many browsers ask for "nl" and nothing more
        CultureInfo[] cultures = [new("en-GB"), new("nl-NL"), new("en"), new("nl")];
        options.DefaultRequestCulture = new RequestCulture(cultures[0]);
        options.SupportedCultures = cultures;
        options.SupportedUICultures = cultures;
    }
}
