using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Data;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SocialShares.Demo.Seed;

namespace SocialShares.Benchmarks;

/// <summary>A statement with its parameters, as EF sent it.</summary>
internal sealed record Sent(string Sql, ImmutableArray<(string Name, DbType Type, object? Value)> Parameters);

/// <summary>Statements that were committed together; one alone when it was outside a transaction.</summary>
internal sealed record Unit(bool IsTransaction, ImmutableArray<Sent> Statements);

/// <summary>
/// All statements of one purchase, in the order of their commits, and how to send them again with new keys: identities that
/// came into being with that purchase are replaced, those that were there before (offer, enterprise, buyer) stay.
/// </summary>
internal sealed partial class Tape
{
    private static readonly TimeSpan UntilQuiet = TimeSpan.FromSeconds(3);
    private readonly ImmutableArray<Unit> units;
    private readonly HashSet<Guid> born;

    private Tape(ImmutableArray<Unit> units, HashSet<Guid> born) => (this.units, this.born) = (units, born);

    /// <summary>Statements of a purchase.</summary>
    public int Statements => units.Sum(u => u.Statements.Length);

    /// <summary>Commits of a purchase: transactions, and what was written outside one.</summary>
    public int Commits => units.Count(u => u.IsTransaction || u.Statements.Any(s => Writes().IsMatch(s.Sql)));

    /// <summary>Listens to a buyer who buys three times: what is the same each time was there before.</summary>
    public static async Task<Tape> Of(IReadOnlyList<Buyer> buyers, Func<Buyer, Task> buy)
    {
        var heard = new List<ImmutableArray<Unit>>();
        using var ear = new Ear();
        using var subscription = DiagnosticListener.AllListeners.Subscribe(ear);
        for (var time = 0; time < 3; time++)
        {
            ear.Begin();
            await buy(buyers[0]);
            await Task.Delay(UntilQuiet);
            heard.Add(ear.End());
        }
        // What jobs did meanwhile is no part of a purchase: the shortest has the least of it.
        var shortest = heard.MinBy(h => h.Sum(u => u.Statements.Length));
        var other = heard.First(h => h != shortest);
        return new Tape(shortest, [.. Identities(shortest).Except(Identities(other))]);
    }

    /// <summary>The statements with keys of their own.</summary>
    /// <param name="no">Another number each time.</param>
    public IEnumerable<Unit> Copy(int no) =>
        units.Select(u =>
            u with
            {
                Statements =
                [
                    .. u.Statements.Select(s =>
                        s with
                        {
                            Parameters = [.. s.Parameters.Select(p => p with { Value = Again(p.Value, no) })],
                        }
                    ),
                ],
            }
        );

    private object? Again(object? value, int no) =>
        value switch
        {
            Guid id => Again(id, no),
            string text => ProviderName()
                .Replace(
                    Identity().Replace(text, m => Again(Guid.Parse(m.Value), no).ToString().Like(m.Value)),
                    m => string.Create(CultureInfo.InvariantCulture, $"{m.Value}x{no}")
                ),
            IEnumerable<Guid> ids => ids.Select(id => Again(id, no)).ToList(),
            _ => value,
        };

    private Guid Again(Guid id, int no)
    {
        if (!born.Contains(id))
            return id;
        var bytes = id.ToByteArray();
        BitConverter.TryWriteBytes(bytes.AsSpan(10), BitConverter.ToInt32(bytes, 10) ^ (no + 1));
        return new Guid(bytes);
    }

    private static IEnumerable<Guid> Identities(ImmutableArray<Unit> heard) =>
        heard
            .SelectMany(u => u.Statements)
            .SelectMany(s => s.Parameters)
            .SelectMany(p =>
                p.Value switch
                {
                    Guid id => [id],
                    string text => Identity().Matches(text).Select(m => Guid.Parse(m.Value)),
                    IEnumerable<Guid> ids => ids,
                    _ => [],
                }
            );

    [GeneratedRegex("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")]
    private static partial Regex Identity();

    [GeneratedRegex(@"\b(?:evt|cs|pi|ch|txn)_[A-Za-z0-9_]+")]
    private static partial Regex ProviderName();

    [GeneratedRegex("^(?:INSERT|UPDATE|DELETE)", RegexOptions.Multiline)]
    private static partial Regex Writes();

    /// <summary>Hears what EF sends, whichever context sends it.</summary>
    private sealed class Ear : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly ConcurrentDictionary<Guid, ImmutableArray<Sent>> open = [];
        private readonly List<Unit> done = [];
        private readonly Lock gate = new();
        private readonly List<IDisposable> subscriptions = [];
        private volatile bool listens;

        public void Begin()
        {
            lock (gate)
                done.Clear();
            listens = true;
        }

        public ImmutableArray<Unit> End()
        {
            listens = false;
            lock (gate)
                return [.. done];
        }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                subscriptions.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (!listens)
                return;
            if (value is { Value: CommandExecutedEventData command })
                Hear(command);
            else if (
                value.Value is TransactionEndEventData end
                && value.Key == RelationalEventId.TransactionCommitted.Name
                && open.TryRemove(end.ConnectionId, out var together)
            )
                Keep(new Unit(IsTransaction: true, together));
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }

        public void Dispose() => subscriptions.ForEach(s => s.Dispose());

        private void Hear(CommandExecutedEventData e)
        {
            var sent = new Sent(
                e.Command.CommandText,
                [
                    .. e
                        .Command.Parameters.Cast<DbParameter>()
                        .Select(p => (p.ParameterName, p.DbType, p.Value is DBNull ? null : p.Value)),
                ]
            );
            if (e.Command.Transaction is null)
                Keep(new Unit(IsTransaction: false, [sent]));
            else
                open.AddOrUpdate(e.ConnectionId, _ => [sent], (_, before) => before.Add(sent));
        }

        private void Keep(Unit unit)
        {
            lock (gate)
                done.Add(unit);
        }
    }
}

internal static class Spelling
{
    /// <summary>In upper case where the pattern is.</summary>
    public static string Like(this string text, string pattern) =>
        pattern.Any(char.IsAsciiLetterUpper) ? text.ToUpperInvariant() : text;
}
