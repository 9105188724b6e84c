using SocialShares.Jobs;

namespace SocialShares.Features.Operations;

/// <summary>Names of all jobs.</summary>
public static class JobNames
{
    public static IReadOnlyList<string> All { get; } =
        typeof(RecordedJob)
            .Assembly.GetTypes()
            .Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(RecordedJob)))
            .Select(t => t.Name)
            .Order(StringComparer.Ordinal)
            .ToList();
}
