using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SocialShares.Adapters.Sepa;

namespace SocialShares.Features.Banking;

/// <summary>A payment as it was read from a statement, and what it is recognised by when another statement tells of it.</summary>
internal sealed class ReadLine
{
    private const int LongestText = 500;
    private const char Between = '\u001f';
    private readonly StatementEntry entry;
    private readonly PaymentText text;
    private readonly byte[] hash;

    /// <param name="account">Of the statement.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="part">Which of its payments, counted from 0.</param>
    public ReadLine(string account, StatementEntry entry, int part)
    {
        var d = entry.Details[part];
        (this.entry, AmountMinor) = (entry, d.AmountMinor);
        text = new PaymentText(
            Cut(d.EndToEndId, 70),
            Cut(d.Reference, 70),
            Cut(d.Text, LongestText)!,
            Cut(d.Name, 140),
            Cut(d.Iban, 34),
            Cut(d.ReturnReason, 35)
        );
        hash = Hash(account, part);
        Place = BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    /// <summary>Minor units; below zero it went out.</summary>
    public long AmountMinor { get; }

    /// <summary>The same for payments of which the bank says the same.</summary>
    public UInt128 Place { get; }

    /// <summary>How many of the same stood before it in its statement.</summary>
    public int Before { get; set; }

    /// <summary>Does the bank give it a name of its own?</summary>
    public bool HasName => entry.BankReference is not null;

    /// <summary>What it is stored under: what the bank says of it, and which of the same it is.</summary>
    /// <param name="inOthers">How many of the same the statements before and after have.</param>
    public string Key(int inOthers) =>
        Convert.ToHexStringLower(
            Before + inOthers == 0
                ? hash
                : SHA256.HashData([.. hash, .. Encoding.UTF8.GetBytes($"{Before + inOthers}")])
        );

    /// <summary>As it is stored.</summary>
    public StatementLine Of(AccountStatement statement, string key) =>
        new(
            statement,
            entry.BookedOn,
            new Money(AmountMinor, entry.Currency),
            Cut(entry.BankReference, 70),
            text,
            entry.IsReversal,
            key
        );

    private byte[] Hash(string account, int part)
    {
        var said = string.Join(
            Between,
            account,
            entry.BookedOn.ToString("O", CultureInfo.InvariantCulture),
            AmountMinor.ToString(CultureInfo.InvariantCulture),
            entry.BankReference,
            part.ToString(CultureInfo.InvariantCulture),
            text.EndToEndId,
            text.Reference,
            text.Text,
            text.Iban,
            text.ReturnReason
        );
        return SHA256.HashData(Encoding.UTF8.GetBytes(said));
    }

    private static string? Cut(string? text, int length)
    {
        var clean = text is null ? null : string.Concat(text.Where(c => !char.IsControl(c)));
        return clean?.Length > length ? clean[..length] : clean;
    }
}
