using System.Security.Cryptography;
using System.Text;

namespace SocialShares.Domain;

/// <summary>What somebody is invited to.</summary>
public enum InvitationPurpose
{
    /// <summary>A child who has reached full age takes over the holding that a guardian kept.</summary>
    TakeOver,

    /// <summary>The receiver of a gift looks at it and accepts or declines.</summary>
    Gift,

    /// <summary>Somebody who stands in the register, or applied on paper, without an account takes that over.</summary>
    Claim,
}

/// <summary>
/// An invitation by mail. Whoever has its secret may act on it once, until it expires. Only the secret's digest is
/// kept, so that nobody who reads the database can use it; sending again makes a new secret and the old one is void.
/// </summary>
public sealed class Invitation
{
    /// <summary>How long a secret is good, in days.</summary>
    public const int GoodForDays = 30;

    private const int TokenBytes = 32;

    private Invitation() { }

    /// <param name="id">Identity.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="subjectId">The holding or the application that it is about.</param>
    /// <param name="enterpriseId">The enterprise, for access checks.</param>
    /// <param name="email">Where it is sent.</param>
    /// <param name="language">Language of the mail: <c>en</c> or <c>nl</c>.</param>
    /// <param name="by">Who invites.</param>
    public Invitation(
        InvitationId id,
        InvitationPurpose purpose,
        Guid subjectId,
        EnterpriseId enterpriseId,
        string email,
        string language,
        Signature by
    )
    {
        (Id, Purpose, SubjectId, EnterpriseId) = (id, purpose, subjectId, enterpriseId);
        (Email, Language, CreatedAt, CreatedBy, CreatedByName) = (email, language, by.At, by.PersonId, by.Name);
        Version = 1;
    }

    /// <summary>Identity.</summary>
    public InvitationId Id { get; private set; }

    /// <summary>What for.</summary>
    public InvitationPurpose Purpose { get; private set; }

    /// <summary>The holding or the application that it is about; of a claim the person without an account.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>The enterprise.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>Where it is sent.</summary>
    public string Email { get; private set; } = "";

    /// <summary>Language of the mail.</summary>
    public string Language { get; private set; } = "en";

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Who invited; null where it was not kept.</summary>
    public PersonId? CreatedBy { get; private set; }

    /// <summary>Name of who invited.</summary>
    public string CreatedByName { get; private set; } = "";

    /// <summary>SHA-256 of the secret; null until it was sent.</summary>
    public string? SecretHash { get; private set; }

    /// <summary>Until when the secret is good, UTC; null until it was sent.</summary>
    public DateTime? ExpiresAt { get; private set; }

    /// <summary>When it was used, UTC; null while it was not.</summary>
    public DateTime? UsedAt { get; private set; }

    /// <summary>Who used it; null also where somebody who is not signed in declined.</summary>
    public PersonId? UsedBy { get; private set; }

    /// <summary>When it was withdrawn, UTC.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>Can it still be acted on?</summary>
    public bool IsOpen => UsedAt is null && WithdrawnAt is null;

    /// <summary>A secret for a link in a mail: 256 bits of chance.</summary>
    public static string NewToken() =>
        Convert
            .ToBase64String(RandomNumberGenerator.GetBytes(TokenBytes))
            .TrimEnd('=')
            .Replace('+', '-')
            .Replace('/', '_');

    /// <summary>What is kept of a secret.</summary>
    public static string HashOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>A new secret was made; an older one is void from now on.</summary>
    /// <param name="secretHash">From <see cref="HashOf"/>.</param>
    /// <param name="until">The last instant at which it is good, UTC; null: for the usual days.</param>
    /// <param name="now">Instant, UTC.</param>
    /// <exception cref="Refused"><c>invitation.used</c></exception>
    public void Renew(string secretHash, DateTime? until, DateTime now)
    {
        RequireOpen();
        (SecretHash, ExpiresAt) = (secretHash, until ?? now.AddDays(GoodForDays));
        Version++;
    }

    /// <summary>Refuses an invitation that cannot be acted on any more.</summary>
    /// <exception cref="Refused"><c>invitation.used</c>, <c>invitation.expired</c>.</exception>
    public void Check(DateTime now)
    {
        RequireOpen();
        if (ExpiresAt is null || now > ExpiresAt)
            throw new Refused("invitation.expired");
    }

    /// <summary>It was acted on; never again.</summary>
    /// <exception cref="Refused"><c>invitation.used</c>, <c>invitation.expired</c>.</exception>
    public void Use(PersonId? by, DateTime now)
    {
        Check(now);
        (UsedAt, UsedBy) = (now, by);
        Version++;
    }

    /// <summary>
    /// Of a claim: whoever invited somebody else does not take over themselves what stands on that name, nor does whom
    /// they seated on the board.
    /// </summary>
    /// <exception cref="Refused"><c>claim.own-invitation</c>, <c>four-eyes.seated-by-first</c>.</exception>
    public void RequireOther(Signature by, FourEyes eyes)
    {
        if (CreatedBy is { } inviter)
            eyes.RequireTwo(inviter, by, "claim.own-invitation");
    }

    /// <summary>Withdrawn by who invited, or because what it was about is over. Told twice, it does nothing.</summary>
    public void Withdraw(DateTime now)
    {
        if (!IsOpen)
            return;
        WithdrawnAt = now;
        Version++;
    }

    private void RequireOpen()
    {
        if (!IsOpen)
            throw new Refused("invitation.used");
    }
}
