using System.Globalization;
using MediatR;
using SocialShares.Features.Register;
using SocialShares.Http;

namespace SocialShares.Pages.Citizen;

/// <summary>A certificate as it is printed on one page. Its address is the holding's id, a dash and the number.</summary>
[SignedInOnly]
public sealed class CertificateModel(IMediator mediator) : SharesPage(mediator)
{
    public CertificateRead Certificate { get; private set; } = null!;

    public MemberId MemberId { get; private set; }

    public async Task OnGetAsync(string id)
    {
        var dash = id.LastIndexOf('-');
        if (
            dash < 0
            || !MemberId.TryParse(id[..dash], out var member)
            || !int.TryParse(id[(dash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        )
            throw new NotThere("certificate");
        MemberId = member;
        Certificate = await Ask(new ReadCertificate(member, number));
    }
}
