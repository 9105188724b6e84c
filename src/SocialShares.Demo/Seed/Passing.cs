using System.Text.RegularExpressions;
using SocialShares.Demo.Api;
using SocialShares.Features.Holdings;
using SocialShares.Features.Operations;
using SocialShares.Features.Register;

namespace SocialShares.Demo.Seed;

/// <summary>Shares or bonds pass from one person to another as both would do it: asked, read in the mail, accepted.</summary>
public sealed partial class Passing(Town town)
{
    /// <summary>The giver asks.</summary>
    /// <param name="giver">Who gives.</param>
    /// <param name="holding">The holding to give from.</param>
    /// <param name="order">What, to whom and why.</param>
    /// <param name="ct">Cancels.</param>
    public static Task<TransferStanding> Ask(
        Person giver,
        MemberId holding,
        AskTransfer.Body order,
        CancellationToken ct
    ) => giver.Post<TransferStanding>($"/holdings/{holding}/transfers", order, ct);

    /// <summary>The receiver follows the link of the mail and accepts.</summary>
    /// <param name="transfer">Which.</param>
    /// <param name="receiver">Who receives.</param>
    /// <param name="details">Name and address of somebody who is not in the register yet.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<TransferStanding> Accept(
        TransferId transfer,
        Person receiver,
        HolderDetails? details,
        CancellationToken ct
    )
    {
        await town.Quiet(ct);
        var address = Uri.EscapeDataString(receiver.Email);
        var mails = await town.First.Get<List<MailLine>>($"/mail?to={address}&limit=50", ct);
        var code = mails
            .Select(m => Link().Match(m.Text))
            .First(m => m.Success && m.Groups[1].Value == transfer.ToString())
            .Groups[2]
            .Value;
        return await receiver.Post<TransferStanding>(
            $"/transfers/{transfer}/acceptance",
            new AcceptTransfer.Body(code, details),
            ct
        );
    }

    /// <summary>The holding of a person in an enterprise.</summary>
    public static async Task<HoldingCard> Holding(Person of, EnterpriseId enterprise, CancellationToken ct) =>
        (await of.Get<List<HoldingCard>>("/portfolio", ct)).First(h => h.EnterpriseId == enterprise);

    [GeneratedRegex("transfers/([0-9a-f-]{36})\\?code=([A-Z0-9]+)")]
    private static partial Regex Link();
}
