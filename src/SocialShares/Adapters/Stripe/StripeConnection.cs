using SocialShares.Ports;
using SocialShares.Stripe;

namespace SocialShares.Adapters.Stripe;

/// <summary>Puts Stripe, or the emulator when a setting says so, behind the payments port.</summary>
internal static class StripeConnection
{
    public static void AddStripePayments(this IServiceCollection services, StripeSettings settings)
    {
        services.AddScoped<IPayments, StripePayments>();
        services.AddStripe(o =>
        {
            o.ApiKey = settings.ApiKey;
            if (settings.BaseUrl is { Length: > 0 } address)
                o.BaseUrl = new Uri(address);
        });
    }
}
