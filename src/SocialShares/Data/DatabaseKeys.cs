using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace SocialShares.Data;

/// <summary>A key that cookies, tokens and forms are protected with; shared by all nodes.</summary>
public sealed class ProtectionKey
{
    public Guid Id { get; init; }
    public string Xml { get; init; } = "";
}

/// <summary>
/// Keeps the keys in our database, so that every node reads the others' cookies and a restart signs nobody out. The
/// framework's own package for this is not in our registry.
/// </summary>
internal sealed class DatabaseKeys(IServiceScopeFactory scopes, WriteGate gate) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<SharesDb>();
        return db.ProtectionKeys.Select(k => k.Xml).ToList().ConvertAll(XElement.Parse);
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<SharesDb>();
        // The framework asks synchronously, once in months.
        using var turn = gate.Enter(CancellationToken.None).AsTask().GetAwaiter().GetResult();
        db.ProtectionKeys.Add(new ProtectionKey { Id = Guid.CreateVersion7(), Xml = element.ToString() });
        db.SaveChanges();
    }

    public static void Use(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("SocialShares");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(p => new ConfigureOptions<KeyManagementOptions>(
            o => o.XmlRepository = ActivatorUtilities.CreateInstance<DatabaseKeys>(p)
        ));
    }
}
