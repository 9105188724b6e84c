using MediatR;
using SocialShares.Http;

namespace SocialShares.Jobs;

/// <summary>Work of a job on many things.</summary>
internal static class Each
{
    /// <summary>Does something for each, in a scope of its own; one that fails does not keep the others waiting.</summary>
    /// <exception cref="AggregateException">Some failed; the others are done.</exception>
    public static async Task Do<T>(
        IServiceProvider services,
        string job,
        IEnumerable<T> items,
        Func<IMediator, T, Task> each
    )
    {
        var failures = new List<Exception>();
        foreach (var item in items)
            try
            {
                await using var scope = services.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<Caller>().BecomeMachine(job);
                await each(scope.ServiceProvider.GetRequiredService<IMediator>(), item);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failures.Add(e);
            }
        if (failures.Count > 0)
            throw new AggregateException($"{failures.Count} failed; the first: {failures[0].Message}", failures);
    }
}
