namespace SocialShares.Features.Banking;

/// <summary>What waits for a person.</summary>
/// <param name="Count">How many payments in all.</param>
/// <param name="Items">The oldest of them.</param>
/// <param name="Differences">Statements that do not begin where the one before ended, and that nobody has explained.</param>
public sealed record WorkList(int Count, IReadOnlyList<WorkItem> Items, IReadOnlyList<BalanceDifference> Differences);

/// <summary>A payment that nobody knows. Amounts are minor units; below zero it went out.</summary>
public sealed record WorkItem(
    StatementLineId Id,
    StatementId StatementId,
    DateOnly BookedOn,
    long AmountMinor,
    Currency Currency,
    string? Name,
    string? Iban,
    string? Reference,
    string Text,
    IReadOnlyList<Proposal> Proposals,
    IReadOnlyList<int> Files
);

/// <summary>An application that a payment may be for, and what speaks for it.</summary>
public sealed record Proposal(
    ApplicationId ApplicationId,
    string Name,
    string Offer,
    string Reference,
    long MissingMinor,
    bool SameAmount,
    bool SameAccount,
    bool SameName
);

/// <summary>A statement that does not begin where the one before ended, and by how much, minor units.</summary>
public sealed record BalanceDifference(
    StatementId StatementId,
    string BankId,
    DateOnly ClosingOn,
    long Minor,
    Currency Currency
);
