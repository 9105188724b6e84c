using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Issuing;

namespace SocialShares.Tests.Hosting;

/// <summary>Applications on paper, each step through the API.</summary>
public sealed partial class TestWorld
{
    /// <summary>What stands on a paper that was signed today: five shares or as many as said.</summary>
    public TypePaperApplication.Body Paper(
        DraftedOffer offer,
        long units = 5,
        string? email = null,
        HolderDetails? holder = null
    ) =>
        new(
            units * Par,
            new PayoutChoice(PayoutDestination.Bank, null),
            LegalDay.Of(Clock.Now, offer.By.Zone),
            1,
            true,
            "Folder 2, page 14",
            holder ?? Holder(),
            Email: email
        );

    /// <summary>The chair types a paper.</summary>
    public static async Task<ApplicationId> Typed(DraftedOffer offer, TypePaperApplication.Body paper) =>
        (await offer.By.Chair.Post($"{offer.Path}/paper-applications", paper)).As<PaperTyped>().Id;

    /// <summary>Somebody decides on a paper.</summary>
    public static Task<Reply> Decide(Person by, ApplicationId id, bool confirm = true, string? reason = null) =>
        by.Post($"paper-applications/{id}/decision", new DecidePaperApplication.Body(confirm, reason), Person.NoKey);

    /// <summary>Somebody pays on the page of a confirmed paper.</summary>
    public async Task PayOnPaper(ApplicationId id)
    {
        var session = await InDatabase(db =>
            db.Applications.Where(a => a.Id == id).Select(a => a.CheckoutSession).SingleAsync()
        );
        ((string?)(await Stripe.Pay(session!))["status"]).ShouldBe("paid");
        await Settle();
    }
}
