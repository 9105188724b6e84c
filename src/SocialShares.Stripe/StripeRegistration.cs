using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace SocialShares.Stripe;

public static class StripeRegistration
{
    /// <summary>
    /// Makes <see cref="StripeClient"/> injectable. Redirects are off, and the factory's request logging too: nothing of a
    /// request is written anywhere. Uses the registered <see cref="TimeProvider"/>.
    /// </summary>
    public static IHttpClientBuilder AddStripe(this IServiceCollection services, Action<StripeOptions> configure)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<StripeOptions>().Configure(configure);
        return services
            .AddHttpClient(nameof(StripeClient))
            .ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan) // ours counts per attempt
            .ConfigurePrimaryHttpMessageHandler(StripeClient.CreateHandler)
            .RemoveAllLoggers()
            .AddTypedClient(
                (http, provider) =>
                    new StripeClient(
                        http,
                        provider.GetRequiredService<IOptions<StripeOptions>>().Value,
                        provider.GetRequiredService<TimeProvider>(),
                        Random.Shared
                    )
            );
    }
}
