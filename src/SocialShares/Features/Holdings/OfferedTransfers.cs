using System.Security.Cryptography;
using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Holdings;

/// <summary>
/// Opens a transfer to its receiver only: somebody who signs in with the address that the giver named and has the code of the
/// mail that went there. To everybody else it is not there.
/// </summary>
public sealed class OfferedTransfers(SharesDb db, Caller caller)
{
    /// <exception cref="NotThere">It is not, or not for this person.</exception>
    public async Task<Transfer> Mine(Transfer? transfer, string? code, CancellationToken ct)
    {
        if (transfer is null || transfer.State == TransferState.Recorded || !IsCode(transfer, code))
            throw new NotThere("transfer");
        var id = caller.Person.Value;
        var email = await db.Users.Where(u => u.Id == id).Select(u => u.Email).SingleOrDefaultAsync(ct);
        if (!string.Equals(email, transfer.ToEmail, StringComparison.OrdinalIgnoreCase))
            throw new NotThere("transfer");
        return transfer;
    }

    private static bool IsCode(Transfer transfer, string? code) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(transfer.Code),
            Encoding.UTF8.GetBytes(code?.Trim() ?? "")
        );
}

/// <summary>Read what somebody wants to pass on to me, with the code of the mail, before I accept it or decline.</summary>
public sealed record ReadOfferedTransfer(TransferId TransferId, string? Code)
    : IQuery<OfferedTransfer>,
        IAllow<SignedIn>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/transfers/{transferId}", Get).WithTags("Transfers");

    /// <inheritdoc cref="ReadOfferedTransfer"/>
    public static Task<OfferedTransfer> Get(
        TransferId transferId,
        string? code,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ReadOfferedTransfer(transferId, code), ct);

    public sealed class Handler(SharesDb db, OfferedTransfers offered, Caller caller)
        : IRequestHandler<ReadOfferedTransfer, OfferedTransfer>
    {
        public async Task<OfferedTransfer> Handle(ReadOfferedTransfer r, CancellationToken ct)
        {
            var found = await db.Transfers.AsNoTracking().SingleOrDefaultAsync(t => t.Id == r.TransferId, ct);
            var transfer = await offered.Mine(found, r.Code, ct);
            var enterprise = await db.Enterprises.AsNoTracking().SingleAsync(e => e.Id == transfer.EnterpriseId, ct);
            return new OfferedTransfer(
                transfer.Id,
                transfer.State,
                enterprise.Name,
                enterprise.Slug,
                enterprise.Ink,
                enterprise.Drawing,
                transfer.BondSeriesId is not null,
                await db.CodeOf(transfer, ct),
                transfer.Units,
                transfer.ShareClassId is { } c
                    ? await db.ShareClasses.Where(x => x.Id == c).Select(x => x.ParValueMinor).SingleAsync(ct)
                    : await db
                        .BondSeries.Where(x => x.Id == transfer.BondSeriesId)
                        .Select(x => x.OutstandingPerUnitMinor)
                        .SingleAsync(ct),
                enterprise.Currency,
                await db.Members.Where(m => m.Id == transfer.FromMemberId).Select(m => m.Name).SingleAsync(ct),
                transfer.Cause,
                transfer.Reason,
                transfer.NeedsApproval,
                await db
                    .Members.Where(m => m.EnterpriseId == transfer.EnterpriseId && m.PersonId == caller.Person)
                    .OrderBy(m => m.Number)
                    .Select(m => m.Id)
                    .ToListAsync(ct)
            );
        }
    }
}

/// <summary>What somebody wants to pass on to me; amounts in minor units.</summary>
/// <param name="Id">The transfer.</param>
/// <param name="State">Where it stands.</param>
/// <param name="EnterpriseName">Whose shares or bonds.</param>
/// <param name="EnterpriseSlug">Its name in addresses.</param>
/// <param name="Ink">Name of its ink.</param>
/// <param name="Drawing">Name of its drawing.</param>
/// <param name="IsOfBonds">Are they bonds?</param>
/// <param name="Code">The class or series.</param>
/// <param name="Units">How many.</param>
/// <param name="UnitMinor">Value of one today: par, or the principal outstanding.</param>
/// <param name="Currency">Currency of that amount.</param>
/// <param name="From">Who gives.</param>
/// <param name="Cause">Why.</param>
/// <param name="Reason">What it rests on.</param>
/// <param name="NeedsApproval">Must the board approve as well?</param>
/// <param name="MyHoldings">What I hold there already, in my own name and for organisations.</param>
public sealed record OfferedTransfer(
    TransferId Id,
    TransferState State,
    string EnterpriseName,
    string EnterpriseSlug,
    string Ink,
    string Drawing,
    bool IsOfBonds,
    string Code,
    long Units,
    long UnitMinor,
    Currency Currency,
    string From,
    TransferCause Cause,
    string Reason,
    bool NeedsApproval,
    IReadOnlyList<MemberId> MyHoldings
);
