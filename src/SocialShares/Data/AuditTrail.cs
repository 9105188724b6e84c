using SocialShares.Http;

namespace SocialShares.Data;

/// <summary>Writes who asked for what beside what it did, in the same save.</summary>
internal static class AuditTrail
{
    public static void Record(SharesDb db, Caller caller, object request, DateTime now)
    {
        db.AuditRows.Add(
            new AuditRow
            {
                Id = Guid.CreateVersion7(),
                At = now,
                PersonId = caller.PersonId,
                Name = caller.Name,
                Action = request.GetType().Name,
                Subject = request is IOfEarlyRedemption r
                    ? $"early redemption {r.EarlyRedemptionId} of {Subject(request, "")}"
                    : Subject(request, caller.Concerned),
            }
        );
        caller.Concerns("");
    }

    private static string Subject(object request, string found) =>
        request switch
        {
            IOfApplication r => $"application {r.ApplicationId}",
            IOfOffer r => $"offer {r.OfferId}",
            IOfPayoutRun r => $"payout run {r.PayoutRunId}",
            IOfBondSeries r => $"bond series {r.BondSeriesId}",
            IOfMember r => $"holder {r.MemberId}",
            IOfEnterprise r => $"enterprise {r.EnterpriseId}",
            _ => found,
        };
}
