using System.Xml;
using System.Xml.Schema;

namespace SocialShares.Tests.Sepa;

/// <summary>
/// The schemas of ISO 20022 as the EPC restricts them. Their licence keeps them out of this repository: they are
/// looked for in the folder that <c>SHARES_ISO20022</c> names, and in <c>shared/data/iso20022</c> beside the clone.
/// </summary>
internal static class Iso20022
{
    /// <summary>The path of a schema; the test is shown as skipped where there is none.</summary>
    internal static string Require(string schemaFile)
    {
        var schema = Find(schemaFile);
        Assert.SkipWhen(
            schema is null,
            $"{schemaFile} is not here: put it in shared/data/iso20022 beside the clone or set SHARES_ISO20022"
        );
        return schema;
    }

    /// <summary>The path of a schema; null where there is none.</summary>
    internal static string? Find(string schemaFile) =>
        Folders().Select(folder => Path.Combine(folder, schemaFile)).FirstOrDefault(File.Exists);

    /// <summary>Checks a message against its schema; the test is shown as skipped where there is none.</summary>
    /// <returns>What is wrong with it, empty when nothing is.</returns>
    internal static IReadOnlyList<string> Faults(string schemaFile, byte[] message)
    {
        var path = Require(schemaFile);
        var faults = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema };
        using (var schema = XmlReader.Create(path))
            settings.Schemas.Add(targetNamespace: null, schema);
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += (_, e) => faults.Add($"line {e.Exception.LineNumber}: {e.Message}");
        using var reader = XmlReader.Create(new MemoryStream(message), settings);
        while (reader.Read())
        {
            // Reading is checking.
        }
        return faults;
    }

    private static IEnumerable<string> Folders()
    {
        if (Environment.GetEnvironmentVariable("SHARES_ISO20022") is { Length: > 0 } named)
            yield return named;
        for (var above = new DirectoryInfo(AppContext.BaseDirectory); above is not null; above = above.Parent)
            yield return Path.Combine(above.FullName, "shared", "data", "iso20022");
    }
}
