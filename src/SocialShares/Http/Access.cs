using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Http;

/// <summary>Declares that a kind of caller may send a request. A request without one is refused by a test.</summary>
public interface IAllow<TWho>
    where TWho : Who;

/// <summary>Kinds of callers.</summary>
public abstract class Who;

/// <summary>Everyone, signed in or not.</summary>
public abstract class Anyone : Who;

/// <summary>Whoever signed in.</summary>
public abstract class SignedIn : Who;

/// <summary>A board member of the enterprise that the request concerns.</summary>
public abstract class Board : Who;

/// <summary>An administrator of the platform.</summary>
public abstract class Administrator : Who;

/// <summary>The person whose application or holding the request concerns.</summary>
public abstract class Owner : Who;

/// <summary>The platform itself: a job, the outbox, a verified webhook.</summary>
public abstract class Machine : Who;

/// <summary>A request about one enterprise.</summary>
public interface IOfEnterprise
{
    EnterpriseId EnterpriseId { get; }
}

/// <summary>A request about one offer.</summary>
public interface IOfOffer
{
    OfferId OfferId { get; }
}

/// <summary>A request about one series of bonds.</summary>
public interface IOfBondSeries
{
    BondSeriesId BondSeriesId { get; }
}

/// <summary>A request about one decision to redeem bonds early; its audit row names it beside the series or the holder.</summary>
public interface IOfEarlyRedemption
{
    EarlyRedemptionId EarlyRedemptionId { get; }
}

/// <summary>A request about one application.</summary>
public interface IOfApplication
{
    ApplicationId ApplicationId { get; }
}

/// <summary>A request about one payout run.</summary>
public interface IOfPayoutRun
{
    PayoutRunId PayoutRunId { get; }
}

/// <summary>A request about one holder of a register.</summary>
public interface IOfMember
{
    MemberId MemberId { get; }
}

/// <summary>Nobody signed in, and the request wants somebody: 401.</summary>
public sealed class NotSignedIn() : Exception("sign-in.required");

/// <summary>The caller may not send this request: 403.</summary>
public sealed class NotAllowed() : Exception("access.denied");

/// <summary>The thing does not exist, or is not for the caller's eyes: 404.</summary>
public sealed class NotThere(string kind) : Exception($"{kind}.unknown")
{
    public string Kind { get; } = kind;
}

/// <summary>Decides whether the caller may send a request, by what the request declares.</summary>
public sealed class Access(SharesDb db, Caller caller)
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<Type>> Declared = new();

    /// <summary>The kinds of callers that a request declares.</summary>
    public static IReadOnlyList<Type> Allowed(Type request) =>
        Declared.GetOrAdd(
            request,
            type =>
                type.GetInterfaces()
                    .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAllow<>))
                    .Select(i => i.GetGenericArguments()[0])
                    .ToList()
        );

    /// <exception cref="NotSignedIn">Somebody must sign in first.</exception>
    /// <exception cref="NotAllowed">The caller is of no kind that the request allows.</exception>
    /// <exception cref="NotThere">What the request concerns does not exist, or is another person's.</exception>
    public async Task Require(object request, CancellationToken ct)
    {
        var allowed = Allowed(request.GetType());
        if (allowed.Contains(typeof(Anyone)))
            return;
        if (caller.IsMachine)
        {
            Permit(allowed.Contains(typeof(Machine)));
            return;
        }
        if (caller.PersonId is not { } person)
            throw new NotSignedIn();
        if (allowed.Contains(typeof(SignedIn)) || (caller.IsAdministrator && allowed.Contains(typeof(Administrator))))
            return;
        if (allowed.Contains(typeof(Owner)) && await Owns(person, request, ct))
            return;
        Permit(allowed.Contains(typeof(Board)) && await Governs(person, request, ct));
    }

    private static void Permit(bool permitted)
    {
        if (!permitted)
            throw new NotAllowed();
    }

    private async Task<bool> Owns(PersonId person, object request, CancellationToken ct)
    {
        var owned = request switch
        {
            IOfApplication r => await db.Applications.AnyAsync(
                a => a.Id == r.ApplicationId && a.PersonId == person,
                ct
            ),
            IOfMember r => await db.Members.AnyAsync(m => m.Id == r.MemberId && m.PersonId == person, ct),
            _ => throw new InvariantBroken($"{request.GetType().Name} does not say whose it is"),
        };
        // Another person's thing looks as if it were not there, unless a board may see it.
        if (!owned && !Allowed(request.GetType()).Contains(typeof(Board)))
            throw new NotThere(request is IOfApplication ? "application" : "holding");
        return owned;
    }

    private async Task<bool> Governs(PersonId person, object request, CancellationToken ct)
    {
        var (enterprise, kind) = request switch
        {
            IOfEnterprise r => (await Known(r.EnterpriseId, ct), "enterprise"),
            IOfOffer r => (await Of(db.Offers.Where(o => o.Id == r.OfferId).Select(o => o.EnterpriseId), ct), "offer"),
            IOfBondSeries r => (
                await Of(db.BondSeries.Where(s => s.Id == r.BondSeriesId).Select(s => s.EnterpriseId), ct),
                "bond-series"
            ),
            IOfApplication r => (
                await Of(db.Applications.Where(a => a.Id == r.ApplicationId).Select(a => a.EnterpriseId), ct),
                "application"
            ),
            IOfPayoutRun r => (
                await Of(db.PayoutRuns.Where(p => p.Id == r.PayoutRunId).Select(p => p.EnterpriseId), ct),
                "payout-run"
            ),
            IOfMember r => (
                await Of(db.Members.Where(m => m.Id == r.MemberId).Select(m => m.EnterpriseId), ct),
                "holding"
            ),
            _ => throw new InvariantBroken($"{request.GetType().Name} does not say which enterprise it concerns"),
        };
        if (enterprise is not { } id)
            throw new NotThere(kind);
        return await db.BoardMembers.AnyAsync(m => m.EnterpriseId == id && m.PersonId == person, ct);
    }

    private Task<EnterpriseId?> Known(EnterpriseId id, CancellationToken ct) =>
        Of(db.Enterprises.Where(e => e.Id == id).Select(e => e.Id), ct);

    private static async Task<EnterpriseId?> Of(IQueryable<EnterpriseId> ids, CancellationToken ct)
    {
        var found = await ids.ToListAsync(ct);
        return found.Count == 0 ? null : found[0];
    }
}
