using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace SocialShares.Http;

/// <summary>
/// Codes in links of mails, for people who need not sign in: whoever has the mail may do what the link says. A code names
/// what it is about under the platform's own keys, so nothing of it is stored and no other can be made up.
/// </summary>
public sealed class MailLinks(IDataProtectionProvider protection)
{
    /// <summary>For one pledge: confirm, change, withdraw.</summary>
    public const string Pledge = "pledge";

    /// <summary>For one person and one enterprise: no more updates.</summary>
    public const string StopUpdates = "stop-updates";

    /// <summary>A code for things of one purpose, safe in an address.</summary>
    public string Code(string purpose, params Guid[] about)
    {
        var bytes = about.SelectMany(id => id.ToByteArray()).ToArray();
        return Base64Url.EncodeToString(Of(purpose).Protect(bytes));
    }

    /// <summary>What a code is about; null when it was not made here for this purpose and so many things.</summary>
    public IReadOnlyList<Guid>? Read(string purpose, string? code, int things)
    {
        if (code is not { Length: > 0 and <= 1000 })
            return null;
        try
        {
            var bytes = Of(purpose).Unprotect(Base64Url.DecodeFromChars(code));
            return bytes.Length == things * 16 ? [.. bytes.Chunk(16).Select(b => new Guid(b))] : null;
        }
        catch (FormatException)
        {
            return null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Of(string purpose) => protection.CreateProtector("mail-links", purpose);
}
