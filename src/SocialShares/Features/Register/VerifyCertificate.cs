using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Register;

/// <summary>Check by its code whether a certificate is real; of its holder only the initials are shown.</summary>
public sealed record VerifyCertificate(string Code) : IQuery<CertificateVerified>, IAllow<Anyone>
{
    private const int CodeLength = 12;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/certificates/{code}", Get).WithTags("Certificates");

    /// <inheritdoc cref="VerifyCertificate"/>
    public static Task<CertificateVerified> Get(string code, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new VerifyCertificate(code), ct);

    public sealed class Handler(SharesDb db, TimeProvider clock)
        : IRequestHandler<VerifyCertificate, CertificateVerified>
    {
        public async Task<CertificateVerified> Handle(VerifyCertificate r, CancellationToken ct)
        {
            var code = new string([.. r.Code.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);
            if (code.Length != CodeLength)
                throw new NotThere("certificate");
            var found =
                await (
                    from c in db.Certificates.AsNoTracking()
                    where c.Code == code
                    join m in db.Members on c.MemberId equals m.Id
                    join e in db.Enterprises on c.EnterpriseId equals e.Id
                    join x in db.RegisterEntries on c.EntryId equals x.Id
                    select new
                    {
                        EnterpriseName = e.Name,
                        e.Slug,
                        c.Number,
                        c.Units,
                        c.IssuedOn,
                        IsOfBonds = x.BondSeriesId != null,
                        HolderName = m.Name,
                        e.TimeZone,
                        Entry = x,
                        // A certificate of what was kept takes the place of those before it.
                        IsReplaced = db.Certificates.Any(later =>
                            later.MemberId == c.MemberId
                            && later.Number > c.Number
                            && db.RegisterEntries.Any(left =>
                                left.Id == later.EntryId
                                && left.Units < 0
                                && left.ShareClassId == x.ShareClassId
                                && left.BondSeriesId == x.BondSeriesId
                            )
                        ),
                    }
                ).SingleOrDefaultAsync(ct) ?? throw new NotThere("certificate");
            return new CertificateVerified(
                found.EnterpriseName,
                found.Slug,
                found.Number,
                found.IsOfBonds,
                found.Units,
                found.IssuedOn,
                Initials(found.HolderName),
                found.IsReplaced ? 0 : Math.Min(found.Units, await Standing(found.Entry, found.TimeZone, ct))
            );
        }

        private async Task<long> Standing(RegisterEntry proven, string zone, CancellationToken ct)
        {
            var today = LegalDay.Of(clock.GetUtcNow().UtcDateTime, zone);
            var entries = await db
                .RegisterEntries.AsNoTracking()
                .Where(e => e.MemberId == proven.MemberId)
                .Where(e => e.ShareClassId == proven.ShareClassId && e.BondSeriesId == proven.BondSeriesId)
                .ToListAsync(ct);
            return Domain.StandingUnits.Of(entries, proven.Id, today);
        }

        private static string Initials(string name) =>
            string.Concat(
                name.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(word => word.FirstOrDefault(char.IsLetterOrDigit))
                    .Where(letter => letter != default)
                    .Select(letter => $"{letter}.")
            );
    }
}

/// <summary>A certificate that is real: what was issued, and how much of that its holder still has.</summary>
/// <param name="EnterpriseName">The issuer.</param>
/// <param name="EnterpriseSlug">Its name in addresses.</param>
/// <param name="Number">Counts from 1 within the enterprise.</param>
/// <param name="IsOfBonds">Does it prove bonds?</param>
/// <param name="Units">Shares or bonds that it proves.</param>
/// <param name="IssuedOn">Day of the entry in the register.</param>
/// <param name="HolderInitials">First letters of the holder's names.</param>
/// <param name="StandingUnits">Units of it that the holder still has: all of them, fewer after a transfer, withdrawal or
/// repayment, or 0 when it stands for nothing any more. Units leave first in first out.</param>
public sealed record CertificateVerified(
    string EnterpriseName,
    string EnterpriseSlug,
    int Number,
    bool IsOfBonds,
    long Units,
    DateOnly IssuedOn,
    string HolderInitials,
    long StandingUnits
);
