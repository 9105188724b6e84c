namespace SocialShares.Data;

/// <summary>Somebody wants no updates of an enterprise by mail, but for those that the law asks for.</summary>
public sealed class UpdateOptOut
{
    public EnterpriseId EnterpriseId { get; init; }
    public PersonId PersonId { get; init; }
    public DateTime At { get; init; }
}

/// <summary>A document that an enterprise shows as evidence for a covenant, kept as it was uploaded.</summary>
public sealed class CovenantDocument
{
    public DocumentId Id { get; init; }
    public EnterpriseId EnterpriseId { get; init; }
    public string FileName { get; init; } = "";
    public byte[] Content { get; init; } = [];
    public string Sha256 { get; init; } = "";
    public DateTime UploadedAt { get; init; }
    public PersonId UploadedBy { get; init; }
}
