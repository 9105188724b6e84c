using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

/// <summary>Operations on disputes.</summary>
internal static class Disputes
{
    public static JsonObject Retrieve(Call call) => call.Named<Dispute>("dispute").Render(call.World);

    public static JsonObject List(Call call) =>
        Listing.Of(call, call.Account.Disputes, "dispute", "charge", "payment_intent");

    /// <summary>Adds evidence, and sends it to the bank unless <c>submit</c> is false: that can be done once.</summary>
    public static JsonObject Update(Call call)
    {
        var (world, given) = (call.World, call.Given);
        var dispute = call.Named<Dispute>("dispute");
        given.Only("evidence", "metadata", "submit");
        var evidence = given.Inner("evidence");
        var submits = given.Flag("submit") ?? given.Has("evidence");
        if (submits || given.Has("evidence"))
        {
            CheckOpen(dispute);
        }

        if (evidence.Has("enhanced_evidence"))
        {
            throw StripeError.NotEmulated("enhanced evidence", "evidence[enhanced_evidence]");
        }

        foreach (var (name, value) in evidence.Values)
        {
            dispute.Evidence[name] = value!.DeepClone();
        }

        given.MergeMetadata(dispute.Metadata);
        if (submits)
        {
            DisputeCourse.Submit(world, dispute);
        }

        DisputeCourse.TellUpdated(world, dispute);
        return dispute.Render(world);
    }

    /// <summary>Gives in.</summary>
    public static JsonObject Close(Call call)
    {
        var dispute = call.Named<Dispute>("dispute");
        CheckOpen(dispute);
        DisputeCourse.Decide(call.World, dispute, dispute.IsInquiry ? "warning_closed" : "lost");
        return dispute.Render(call.World);
    }

    private static void CheckOpen(Dispute dispute)
    {
        if (!dispute.AwaitsResponse)
        {
            throw StripeError.Invalid(
                dispute.IsOpen
                    ? "Evidence has already been submitted for this dispute."
                    : $"This dispute is already closed (status {dispute.Status})."
            );
        }
    }
}
