using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace SocialShares.Tests.Databases;

/// <summary>
/// Runs a theory once on each engine of this run: the first parameter is the <see cref="Engine"/>, the values given
/// here follow it. Repeat the attribute for more sets of values.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EveryDatabaseAttribute(params object?[] values) : DataAttribute
{
    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    ) => new([.. EnginesUnderTest.Now.Engines.Select(engine => new TheoryDataRow([engine, .. values]))]);

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;
}
