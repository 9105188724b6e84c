namespace SocialShares.Adapters.RuleFiles;

/// <summary>A rule pack cannot be used: the platform does not start with rules that it half understands.</summary>
/// <param name="file">Name of the file.</param>
/// <param name="line">Line of what is wrong, counted from 1.</param>
/// <param name="what">What is wrong, for whoever wrote the file.</param>
public sealed class RulePackMalformed(string file, int line, string what) : Exception($"{file}, line {line}: {what}")
{
    public string File { get; } = file;

    public int Line { get; } = line;

    public string What { get; } = what;
}
