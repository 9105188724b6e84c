using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>What a check of a register found, in words.</summary>
public static class ChainWords
{
    /// <summary>What is wrong with an entry.</summary>
    public static string Of(RegisterFault fault) =>
        fault switch
        {
            RegisterFault.Missing => BoardTexts.chain_missing,
            RegisterFault.Unlinked => BoardTexts.chain_unlinked,
            RegisterFault.Changed => BoardTexts.chain_changed,
            RegisterFault.Shortened => BoardTexts.chain_shortened,
            _ => BoardTexts.chain_rewritten,
        };

    /// <summary>A hash in groups that can be copied by hand and that fit on a narrow screen.</summary>
    public static string Hash(string hash) => string.Join(' ', hash.Chunk(8).Select(part => new string(part)));
}
