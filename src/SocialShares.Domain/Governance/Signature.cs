namespace SocialShares.Domain;

/// <summary>Who did something and when. Person null: the clock or the payment provider did it.</summary>
/// <param name="PersonId">The person, null for the system.</param>
/// <param name="Name">Name as shown.</param>
/// <param name="At">Instant, UTC.</param>
public sealed record Signature(PersonId? PersonId, string Name, DateTime At);
