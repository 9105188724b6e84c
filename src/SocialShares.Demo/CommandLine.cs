using System.Globalization;
using SocialShares.Data;

namespace SocialShares.Demo;

/// <summary>Options of the command line: <c>--name value</c>, and flags without a value.</summary>
public sealed class CommandLine
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    /// <param name="arguments">What follows the command.</param>
    /// <param name="flags">Options that take no value.</param>
    /// <param name="options">Options that take one.</param>
    /// <exception cref="ArgumentException">An option that is not known, or without its value.</exception>
    public CommandLine(IReadOnlyList<string> arguments, IReadOnlyList<string> flags, IReadOnlyList<string> options)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var name = arguments[i];
            if (flags.Contains(name))
                values[name] = "yes";
            else if (!options.Contains(name))
                throw new ArgumentException(
                    $"{name} is not known; known are {string.Join(" ", flags.Concat(options))}"
                );
            else if (i + 1 == arguments.Count)
                throw new ArgumentException($"{name} needs a value");
            else
                values[name] = arguments[++i];
        }
    }

    public bool Has(string name) => values.ContainsKey(name);

    public string? Text(string name) => values.GetValueOrDefault(name);

    public int Number(string name, int otherwise, int least)
    {
        if (!values.TryGetValue(name, out var text))
            return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : throw new ArgumentException($"{name} must be a whole number from {least}");
    }

    /// <summary>The database that <c>--provider</c> and <c>--connection</c> name.</summary>
    public DbProvider Provider() =>
        Text("--provider") is not { } name ? DbProvider.Sqlite
        : Enum.TryParse<DbProvider>(name, ignoreCase: true, out var provider) && Enum.IsDefined(provider) ? provider
        : throw new ArgumentException($"--provider must be one of {string.Join(", ", Enum.GetNames<DbProvider>())}");
}
