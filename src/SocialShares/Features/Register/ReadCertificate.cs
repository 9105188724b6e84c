using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Register;

/// <summary>Read one certificate of a holding, to print it.</summary>
public sealed record ReadCertificate(MemberId MemberId, int Number)
    : IQuery<CertificateRead>,
        IAllow<Owner>,
        IAllow<Board>,
        IOfMember
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/holdings/{memberId}/certificates/{number}", Get).WithTags("Portfolio");

    /// <inheritdoc cref="ReadCertificate"/>
    public static Task<CertificateRead> Get(MemberId memberId, int number, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadCertificate(memberId, number), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ReadCertificate, CertificateRead>
    {
        public async Task<CertificateRead> Handle(ReadCertificate r, CancellationToken ct) =>
            await (
                from c in db.Certificates.AsNoTracking()
                where c.MemberId == r.MemberId && c.Number == r.Number
                join m in db.Members on c.MemberId equals m.Id
                join e in db.Enterprises on c.EnterpriseId equals e.Id
                join x in db.RegisterEntries on c.EntryId equals x.Id
                join s in db.ShareClasses on x.ShareClassId equals s.Id into classes
                from shareClass in classes.DefaultIfEmpty()
                join b in db.BondSeries on x.BondSeriesId equals b.Id into series
                from bonds in series.DefaultIfEmpty()
                select new CertificateRead(
                    c.Number,
                    c.Code,
                    e.Name,
                    e.LegalForm,
                    e.RegistryNumber,
                    e.Address,
                    e.Slug,
                    e.Ink,
                    e.Drawing,
                    m.Number,
                    m.Name,
                    x.BondSeriesId != null,
                    shareClass == null ? bonds.Code : shareClass.Code,
                    c.Units,
                    x.PriceMinor,
                    e.Currency,
                    c.IssuedOn,
                    bonds == null ? null : bonds.RatePpm,
                    db.BondPeriods.Where(p => p.SeriesId == x.BondSeriesId).Max(p => (DateOnly?)p.AccrualEnd),
                    m.Kind,
                    m.Party
                )
            ).SingleOrDefaultAsync(ct) ?? throw new NotThere("certificate");
    }
}

/// <summary>A certificate as it is printed.</summary>
/// <param name="Number">Counts from 1 within the enterprise.</param>
/// <param name="Code">Verification code, twelve characters; shown in groups of four.</param>
/// <param name="EnterpriseName">The issuer.</param>
/// <param name="LegalForm">Its legal form.</param>
/// <param name="RegistryNumber">Its number in the public register; may be empty.</param>
/// <param name="Address">Its registered address.</param>
/// <param name="EnterpriseSlug">Its name in addresses.</param>
/// <param name="Ink">Name of its ink.</param>
/// <param name="Drawing">Name of its drawing.</param>
/// <param name="MemberNumber">The holder's number in the register.</param>
/// <param name="HolderName">The holder.</param>
/// <param name="IsOfBonds">Does it prove bonds?</param>
/// <param name="SecurityCode">The class of shares or the series of bonds.</param>
/// <param name="Units">Shares or bonds that it proves.</param>
/// <param name="PriceMinor">Price of one share, or nominal value of one bond as it stood then, minor units.</param>
/// <param name="Currency">Currency of the price.</param>
/// <param name="IssuedOn">Day of the entry.</param>
/// <param name="RatePpm">Of bonds: rate a year at the issue, parts per million.</param>
/// <param name="MaturesOn">Of bonds: day of maturity.</param>
/// <param name="HolderKind">Person, minor, joint or organisation.</param>
/// <param name="Party">Guardian, other joint holders or representative; null for a person alone.</param>
public sealed record CertificateRead(
    int Number,
    string Code,
    string EnterpriseName,
    string LegalForm,
    string RegistryNumber,
    string Address,
    string EnterpriseSlug,
    string Ink,
    string Drawing,
    int MemberNumber,
    string HolderName,
    bool IsOfBonds,
    string SecurityCode,
    long Units,
    long PriceMinor,
    Currency Currency,
    DateOnly IssuedOn,
    int? RatePpm,
    DateOnly? MaturesOn,
    HolderKind HolderKind,
    HolderParty? Party
);

/// <summary>A certificate in a list.</summary>
/// <param name="Number">Counts from 1 within the enterprise.</param>
/// <param name="Units">Shares or bonds that it proves.</param>
/// <param name="IssuedOn">Day of the entry.</param>
/// <param name="Code">Verification code, twelve characters.</param>
/// <param name="IsOfBonds">Does it prove bonds?</param>
public sealed record CertificateRow(int Number, long Units, DateOnly IssuedOn, string Code, bool IsOfBonds);
