using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SocialShares.Data;

/// <summary>Healthy while the database answers.</summary>
internal sealed class DatabaseAnswers(SharesDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        await db.Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy();
}
