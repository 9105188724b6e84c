using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialShares.Http;

namespace SocialShares.Data;

/// <summary>Brings the database up to date before anything uses it, and makes sure the role of administrators exists.</summary>
internal sealed class PrepareDatabase(IServiceScopeFactory scopes, DbOptions options) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.MigrateAtStart)
        {
            await ChainWhereMigrated(cancellationToken);
            return;
        }
        if (options.Provider == DbProvider.Sqlite)
            Directory.CreateDirectory(Path.GetFullPath(options.DataFolder));
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SharesDb>();
        await UpgradeCopy.Keep(db, cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        await ChainOldEntries.Run(db, cancellationToken);
        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole<Guid>>>();
        if (!await roles.RoleExistsAsync(Caller.AdministratorRole))
            await roles.CreateAsync(new IdentityRole<Guid>(Caller.AdministratorRole));
    }

    // The operator's scripts cannot compute hashes; until they have run, the columns are not there.
    private async Task ChainWhereMigrated(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SharesDb>();
        if (!(await db.Database.GetPendingMigrationsAsync(ct)).Any())
            await ChainOldEntries.Run(db, ct);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
