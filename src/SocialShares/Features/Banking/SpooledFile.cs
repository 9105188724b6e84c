using System.Security.Cryptography;

namespace SocialShares.Features.Banking;

/// <summary>An upload that may be too large for memory, kept in a file until it was read; it can be read again.</summary>
public sealed class SpooledFile : IAsyncDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"shares-{Guid.NewGuid():N}");

    private SpooledFile() { }

    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Copies an upload, at most so many bytes.</summary>
    /// <exception cref="Refused"><c>statement.too-large</c></exception>
    public static async Task<SpooledFile> From(Stream body, long most, CancellationToken ct)
    {
        var file = new SpooledFile();
        try
        {
            await using var copy = new FileStream(file.path, FileMode.CreateNew);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[81920];
            int read;
            while ((read = await body.ReadAsync(buffer, ct)) > 0)
            {
                if (copy.Length + read > most)
                    throw new Refused("statement.too-large", most / (1024 * 1024)) { Field = "file" };
                hash.AppendData(buffer, 0, read);
                await copy.WriteAsync(buffer.AsMemory(0, read), ct);
            }
            file.Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>From its beginning.</summary>
    public Stream Open() => new FileStream(path, FileMode.Open, FileAccess.Read);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        File.Delete(path);
        return ValueTask.CompletedTask;
    }
}
