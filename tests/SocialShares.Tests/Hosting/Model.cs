using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace SocialShares.Tests.Hosting;

/// <summary>The product's model without its host.</summary>
internal static class Model
{
    /// <summary>Options whose model has Identity's passkey tables, as the product's has.</summary>
    public static DbContextOptionsBuilder<T> Options<T>()
        where T : DbContext
    {
        var services = new ServiceCollection();
        services.Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
        return new DbContextOptionsBuilder<T>().UseApplicationServiceProvider(services.BuildServiceProvider());
    }
}
