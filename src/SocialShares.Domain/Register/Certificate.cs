using System.Security.Cryptography;

namespace SocialShares.Domain;

/// <summary>Numbered proof of an entry in the register; anyone may verify it by its code.</summary>
public sealed class Certificate
{
    // No 0/O, 1/I/L, so that a code can be read aloud and typed from paper.
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private Certificate() { }

    /// <param name="id">Identity.</param>
    /// <param name="number">Counts from 1 within the enterprise.</param>
    /// <param name="entry">The entry that it proves.</param>
    /// <param name="code">Verification code from <see cref="NewCode"/>.</param>
    public Certificate(CertificateId id, int number, RegisterEntry entry, string code)
    {
        (Id, Number, Code, EntryId) = (id, number, code, entry.Id);
        (EnterpriseId, MemberId, Units, IssuedOn) = (entry.EnterpriseId, entry.MemberId, entry.Units, entry.ValidOn);
    }

    /// <summary>Of what a holder keeps after units have left; it takes the place of the ones before.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="number">Counts from 1 within the enterprise.</param>
    /// <param name="entry">The entry by which units left.</param>
    /// <param name="keptUnits">Units of the class or series that are held after it; more than none.</param>
    /// <param name="code">Verification code from <see cref="NewCode"/>.</param>
    public static Certificate OfBalance(CertificateId id, int number, RegisterEntry entry, long keptUnits, string code)
    {
        Invariant.Holds(
            entry.Units < 0 && keptUnits > 0,
            "a certificate of what is kept where nothing left or is left"
        );
        return new Certificate(id, number, entry, code) { Units = keptUnits };
    }

    /// <summary>Identity.</summary>
    public CertificateId Id { get; private set; }

    /// <summary>Counts from 1 within the enterprise.</summary>
    public int Number { get; private set; }

    /// <summary>The issuer.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>The holder.</summary>
    public MemberId MemberId { get; private set; }

    /// <summary>The entry that it proves.</summary>
    public RegisterEntryId EntryId { get; private set; }

    /// <summary>Units of that entry, or what was kept after it.</summary>
    public long Units { get; private set; }

    /// <summary>Day of the entry.</summary>
    public DateOnly IssuedOn { get; private set; }

    /// <summary>Twelve characters, about 59 bits of chance; shown in groups of four.</summary>
    public string Code { get; private set; } = "";

    /// <summary>A new verification code that nobody can guess.</summary>
    public static string NewCode() => RandomNumberGenerator.GetString(Letters, 12);
}
