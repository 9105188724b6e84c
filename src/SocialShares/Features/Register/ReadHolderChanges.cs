using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Issuing;
using SocialShares.Http;

namespace SocialShares.Features.Register;

/// <summary>Read how a holder is called and where they live, and what stood there before.</summary>
public sealed record ReadHolderChanges(MemberId MemberId)
    : IQuery<HolderHistory>,
        IAllow<Owner>,
        IAllow<Board>,
        IOfMember
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/holders/{memberId}/changes", Get).WithTags("Register");

    /// <inheritdoc cref="ReadHolderChanges"/>
    public static Task<HolderHistory> Get(MemberId memberId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadHolderChanges(memberId), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ReadHolderChanges, HolderHistory>
    {
        public async Task<HolderHistory> Handle(ReadHolderChanges r, CancellationToken ct)
        {
            var member =
                await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == r.MemberId, ct)
                ?? throw new NotThere("holding");
            var changes = await db
                .HolderChanges.AsNoTracking()
                .Where(c => c.MemberId == r.MemberId)
                .OrderByDescending(c => c.No)
                .ToListAsync(ct);
            var certificates = await db
                .Certificates.Where(c => c.MemberId == r.MemberId)
                .OrderBy(c => c.Number)
                .Select(c => c.Number)
                .ToListAsync(ct);
            return new HolderHistory(
                member.Id,
                member.Number,
                member.Address,
                await db.HasAccount(member.PersonId, ct),
                certificates,
                changes.ConvertAll(c => new HolderChangeShown(
                    c.ValidOn,
                    new HolderAddress(
                        c.BeforeName,
                        c.BeforeStreet,
                        c.BeforePostcode,
                        c.BeforeCity,
                        c.BeforeCountry,
                        c.BeforeEmail,
                        c.BeforePurpose
                    ),
                    c.RecordedAt,
                    c.RecordedByName,
                    c.Document
                ))
            );
        }
    }
}

/// <summary>A holder's name and address with their history.</summary>
/// <param name="MemberId">The holder.</param>
/// <param name="Number">The holder's number in the register.</param>
/// <param name="Now">As it is today.</param>
/// <param name="HasAccount">Does somebody sign in for the holding?</param>
/// <param name="Certificates">Numbers of its certificates.</param>
/// <param name="Changes">Newest first, each with what stood before it.</param>
public sealed record HolderHistory(
    MemberId MemberId,
    int Number,
    HolderAddress Now,
    bool HasAccount,
    IReadOnlyList<int> Certificates,
    IReadOnlyList<HolderChangeShown> Changes
);

/// <summary>One change.</summary>
/// <param name="ValidOn">The first day on which the new one held.</param>
/// <param name="Before">What stood until then.</param>
/// <param name="RecordedAt">When it was written down, UTC.</param>
/// <param name="RecordedByName">Who recorded it.</param>
/// <param name="Document">The paper that the board has seen; empty where the holder changed it.</param>
public sealed record HolderChangeShown(
    DateOnly ValidOn,
    HolderAddress Before,
    DateTime RecordedAt,
    string RecordedByName,
    string Document
);
