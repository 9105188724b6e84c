namespace SocialShares.StripeEmulator;

/// <summary>Builds the local Stripe that development and tests talk to. Loopback only.</summary>
public static class StripeEmulatorHost
{
    /// <param name="args">Command line settings.</param>
    /// <param name="configure">Called last before the application is built: what it registers (a clock) wins.</param>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton(TimeProvider.System);
        configure?.Invoke(builder);
        return builder.Build();
    }
}
