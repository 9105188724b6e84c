namespace SocialShares.Domain;

/// <summary>What an enterprise shows for a covenant: a document, a reference, figures, with a date and a name. Never changed.</summary>
public sealed class CovenantEvidence
{
    private CovenantEvidence() { }

    /// <summary>Identity.</summary>
    public CovenantEvidenceId Id { get; private set; }

    /// <summary>The enterprise.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>The covenant that it is about.</summary>
    public CovenantKind Kind { get; private set; }

    /// <summary>The day for which it speaks.</summary>
    public DateOnly On { get; private set; }

    /// <summary>What it shows.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Where it can be looked up: minutes, a register, an article; empty when a document is there.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>The document; null when there is a reference only.</summary>
    public DocumentId? DocumentId { get; private set; }

    /// <summary>Pay ratio only: the highest pay for a year of full-time work, minor units.</summary>
    public long? HighestPayMinor { get; private set; }

    /// <summary>Pay ratio only: the lowest pay for a year of full-time work, minor units.</summary>
    public long? LowestPayMinor { get; private set; }

    /// <summary>Who recorded it for the board.</summary>
    public PersonId RecordedBy { get; private set; }

    /// <summary>Name as shown.</summary>
    public string RecordedByName { get; private set; } = "";

    /// <summary>When it was recorded, UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>A board records evidence for a covenant that is in force.</summary>
    /// <exception cref="Refused"><c>covenant.evidence-missing</c>, <c>covenant.document-missing</c>, <c>covenant.pay-missing</c>, <c>covenant.pay-order</c>, <c>covenant.evidence-in-future</c>.</exception>
    public static CovenantEvidence Record(
        CovenantEvidenceId id,
        Covenant covenant,
        EvidenceGiven given,
        Signature by,
        DateOnly today
    )
    {
        Terms.Require(given.On <= today, "covenant.evidence-in-future", "on");
        var isPay = covenant.Kind == CovenantKind.PayRatio;
        if (covenant.Kind == CovenantKind.AssetLock)
            Terms.Require(given.DocumentId is not null, "covenant.document-missing", "documentId");
        else
            Terms.Require(
                given.DocumentId is not null || given.Reference.Length > 0,
                "covenant.evidence-missing",
                "reference"
            );
        if (isPay)
        {
            Terms.Require(given.HighestPayMinor is > 0, "covenant.pay-missing", "highestPayMinor");
            Terms.Require(given.LowestPayMinor is > 0, "covenant.pay-missing", "lowestPayMinor");
            Terms.Require(given.HighestPayMinor >= given.LowestPayMinor, "covenant.pay-order", "lowestPayMinor");
        }
        return new CovenantEvidence
        {
            Id = id,
            EnterpriseId = covenant.EnterpriseId,
            Kind = covenant.Kind,
            On = given.On,
            Text = given.Text,
            Reference = given.Reference,
            DocumentId = given.DocumentId,
            HighestPayMinor = isPay ? given.HighestPayMinor : null,
            LowestPayMinor = isPay ? given.LowestPayMinor : null,
            RecordedBy = by.PersonId ?? throw new InvariantBroken("evidence was recorded by nobody"),
            RecordedByName = by.Name,
            RecordedAt = by.At,
        };
    }
}

/// <summary>What a board gives as evidence; see <see cref="CovenantEvidence"/>.</summary>
public sealed record EvidenceGiven(
    DateOnly On,
    string Text,
    string Reference,
    DocumentId? DocumentId,
    long? HighestPayMinor,
    long? LowestPayMinor
);

/// <summary>What a check of a covenant found, at a change that could have broken it. Never changed.</summary>
public sealed class CovenantFinding
{
    private CovenantFinding() { }

    /// <param name="covenant">The covenant in force.</param>
    /// <param name="cause">What happened; see <see cref="CovenantCause"/>.</param>
    /// <param name="measure">What was measured.</param>
    /// <param name="at">Instant, UTC.</param>
    public CovenantFinding(Covenant covenant, CovenantCause cause, CovenantMeasure measure, DateTime at)
    {
        Id = CovenantFindingId.New();
        (EnterpriseId, CovenantId, Kind) = (covenant.EnterpriseId, covenant.Id, covenant.Kind);
        (Cause, First, Second, At) = (cause, measure.First, measure.Second, at);
        Holds = covenant.Holds(measure);
    }

    /// <summary>Identity.</summary>
    public CovenantFindingId Id { get; private set; }

    /// <summary>The enterprise.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>The covenant as it stood.</summary>
    public CovenantId CovenantId { get; private set; }

    /// <summary>Its kind.</summary>
    public CovenantKind Kind { get; private set; }

    /// <summary>What made the platform look.</summary>
    public CovenantCause Cause { get; private set; }

    /// <summary>Was it kept? Null: there was nothing to measure.</summary>
    public bool? Holds { get; private set; }

    /// <inheritdoc cref="CovenantMeasure.First"/>
    public long First { get; private set; }

    /// <inheritdoc cref="CovenantMeasure.Second"/>
    public long Second { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime At { get; private set; }
}

/// <summary>What made the platform check a covenant. Stored by name.</summary>
public enum CovenantCause
{
    /// <summary>It was adopted or changed.</summary>
    Adopted,

    /// <summary>Somebody joined the board.</summary>
    BoardSeated,

    /// <summary>An offer was allotted, so that members came in.</summary>
    MembersAdmitted,

    /// <summary>The board declared share interest.</summary>
    InterestDeclared,

    /// <summary>Evidence was recorded.</summary>
    EvidenceRecorded,
}
