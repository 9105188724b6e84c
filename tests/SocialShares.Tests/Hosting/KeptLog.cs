using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SocialShares.Tests.Hosting;

/// <summary>Keeps every line that the product logs, with its exception, for tests to read.</summary>
public sealed class KeptLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> lines = new();

    /// <summary>All lines so far.</summary>
    public IReadOnlyCollection<(LogLevel Level, string Text)> Lines => lines;

    /// <summary>Requests that ended in 500.</summary>
    public IEnumerable<string> Broken =>
        lines
            .Where(l => l.Level >= LogLevel.Error && l.Text.StartsWith("SocialShares.Http", StringComparison.Ordinal))
            .Select(l => l.Text);

    /// <summary>Lines that tell why something did not work.</summary>
    public IEnumerable<string> Warnings => lines.Where(l => l.Level >= LogLevel.Warning).Select(l => l.Text);

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Kept(categoryName, lines);

    /// <inheritdoc/>
    public void Dispose() { }

    private sealed class Kept(string category, ConcurrentQueue<(LogLevel, string)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => lines.Enqueue((logLevel, $"{category}: {formatter(state, exception)} {exception}"));
    }
}
