using SocialShares.Demo.Api;
using SocialShares.Demo.Seed;
using SocialShares.Features.Issuing;

namespace SocialShares.Demo.Scenario;

/// <summary>The board looks at the preview of an allotment and signs it; what follows is compared with what it signed.</summary>
internal sealed class BoardSigns(Town town, Company company)
{
    /// <summary>Signs.</summary>
    /// <returns>What was signed.</returns>
    /// <exception cref="InvalidOperationException">What was carried out is not what was signed.</exception>
    public async Task<AllotmentShown> Sign(OfferId offer, CancellationToken ct)
    {
        var path = $"/offers/{offer}/allotment";
        var preview = await company.Chair.Get<AllotmentShown>(path, ct);
        if (preview.WhyNot is { } why)
            throw new InvalidOperationException($"The allotment cannot be signed: {why}.");
        var signed = await company.Chair.Post<AllotmentApproved>(
            path,
            new ApproveAllotment.Body(preview.InputsSha256),
            ct
        );
        await town.Quiet(ct);
        if (signed.OutcomeSha256 != preview.OutcomeSha256)
            throw new InvalidOperationException("What was carried out is not what was signed.");
        var again = await company.Chair.Get<AllotmentChecked>($"{path}/check", ct);
        return again.Holds ? preview : throw new InvalidOperationException($"The allotment does not hold: {again}.");
    }
}
