namespace SocialShares.Features.Disputes;

/// <summary>Which disputes are meant, said once for all who ask the database.</summary>
internal static class DisputeQueries
{
    /// <summary>Disputes that freeze units: from the bank's first word until it has decided; after a loss until a person has closed it.</summary>
    public static IQueryable<Dispute> Freezing(this IQueryable<Dispute> disputes) =>
        disputes.Where(d =>
            DisputeStates.Open.Contains(d.State) || (d.State == DisputeState.Lost && d.ResolvedAt == null)
        );

    /// <summary>Disputes about which somebody must do something: answer the bank, or close one that was lost.</summary>
    public static IQueryable<Dispute> Waiting(this IQueryable<Dispute> disputes) =>
        disputes.Where(d =>
            (DisputeStates.ToAnswer.Contains(d.State) && d.AnsweredAt == null)
            || (d.State == DisputeState.Lost && d.ResolvedAt == null)
        );
}
