using System.Globalization;
using Microsoft.AspNetCore.Localization;
using SocialShares.Adapters.Mail;
using SocialShares.Adapters.RuleFiles;
using SocialShares.Adapters.Stripe;
using SocialShares.Data;
using SocialShares.Features.Banking;
using SocialShares.Features.Issuing;
using SocialShares.Features.Regulation;
using SocialShares.Http;
using SocialShares.Jobs;
using SocialShares.Ports;

namespace SocialShares;

/// <summary>What the product is made of.</summary>
internal static class Composition
{
    public static void AddSocialShares(this IServiceCollection services, ConfigurationManager settings)
    {
        var db = settings.GetSection("Db").Get<DbOptions>() ?? new DbOptions();
        var stripe = settings.GetSection("Stripe").Get<StripeSettings>() ?? new StripeSettings();
        var mail = settings.GetSection("Mail").Get<MailSettings>() ?? new MailSettings();
        services.AddHostedService<PrepareDatabase>(); // first: the keys of cookies, the outbox and the jobs need its tables
        services.AddSingleton(TimeProvider.System);
        var site = settings.GetSection("Site").Get<SiteOptions>() ?? new SiteOptions();
        services.AddSingleton(site);
        services.AddSingleton(stripe).AddSingleton(mail);
        services.AddBanking(settings.GetSection("Bank").Get<BankSettings>() ?? new BankSettings());
        services.AddHttpContextAccessor();
        services.AddSharesDb(db).AddPipeline();
        services.AddScoped<Outbox>().AddSingleton<OutboxSignal>().AddSingleton<OutboxDelivery>();
        services.AddParts();
        // Read before anything starts: a file that is not understood stops the start.
        services.AddSingleton(RulePacks.Load(settings.GetSection("Rules").Get<RuleSettings>() ?? new RuleSettings()));
        services.AddScoped<Submission>().AddScoped<Cancellation>().AddScoped<PaperDesk>();
        services.AddScoped<RulesOfOffer>().AddScoped<SubmissionRules>().AddScoped<SuitabilityDesk>();
        services.AddStripePayments(stripe);
        if (mail.Server.Length > 0)
            services.AddScoped<IMail, SmtpMail>();
        else
            services.AddScoped<IMail, KeptMail>();
        DatabaseKeys.Use(services);
        services.AddSignIn(site);
        services.AddLimits(settings.GetSection("Limits").Get<LimitSettings>() ?? new LimitSettings());
        services.AddProblemDetails().AddExceptionHandler<Problems>();
        // Else a body that cannot be read is a bare 400; Problems names the field.
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(o => Json.Configure(o.SerializerOptions));
        services.AddApiDescription();
        services.AddHealthChecks().AddCheck<DatabaseAnswers>("database");
        services.AddRazorPages();
        services.AddRequestLocalization(SpeakEnglishAndDutch);
        services.AddHostedService<OutboxLoop>();
        services.AddSchedule(db, settings.GetSection("Jobs").Get<JobSettings>() ?? new JobSettings());
    }

    // What several use cases share.
    private static void AddParts(this IServiceCollection services) =>
        services
            .AddScoped<MoneyBack>()
            .AddScoped<DebitBook>()
            .AddScoped<Expiry>()
            .AddScoped<Allotment>()
            .AddScoped<AllotmentReading>()
            .AddScoped<AllotmentLines>()
            .AddScoped<OfferSettling>()
            .AddScoped<Gifts>()
            .AddScoped<Instalments>()
            .AddScoped<InstalmentEnd>()
            .AddScoped<Features.Disputes.DisputeDesk>()
            .AddScoped<Features.Disputes.DisputeLosses>()
            .AddScoped<Features.Disputes.TakenInstead>()
            .AddScoped<IssueDrawdowns>()
            .AddScoped<Features.People.InvitationMail>()
            .AddScoped<Features.People.InvitationDesk>()
            .AddScoped<Features.Register.ClaimDesk>()
            .AddScoped<OfferSight>()
            .AddScoped<WindowMoved>()
            .AddScoped<DocumentReview>()
            .AddScoped<Features.Import.ImportDesk>()
            .AddScoped<Features.Governance.CovenantChecks>()
            .AddScoped<ResidentQueue>()
            .AddScoped<ResidentRoom>()
            .AddScoped<MailLinks>()
            .AddScoped<Features.Bonds.BondParties>()
            .AddScoped<Features.Holdings.TransferBook>()
            .AddScoped<Features.Holdings.OfferedTransfers>()
            .AddScoped<Features.Holdings.TransferEntries>()
            .AddScoped<Features.Holdings.Receivers>()
            .AddScoped<Features.Holdings.Leavers>();

    private static void SpeakEnglishAndDutch(RequestLocalizationOptions options)
    {
        // the bare languages too: many browsers ask for "nl" and nothing more
        CultureInfo[] cultures = [new("en-GB"), new("nl-NL"), new("en"), new("nl")];
        options.DefaultRequestCulture = new RequestCulture(cultures[0]);
        options.SupportedCultures = cultures;
        options.SupportedUICultures = cultures;
    }
}
