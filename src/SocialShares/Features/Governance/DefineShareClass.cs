using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Governance;

/// <summary>Describe a class of shares that my enterprise has already, before its register is taken over.</summary>
public sealed record DefineShareClass(Guid Key, EnterpriseId EnterpriseId, ShareTerms Terms)
    : ICommand<ShareClassDefined>,
        IKeyed,
        IAllow<Board>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/enterprises/{enterpriseId}/share-classes", Post).WithTags("Enterprises");

    /// <inheritdoc cref="DefineShareClass"/>
    public static Task<ShareClassDefined> Post(
        EnterpriseId enterpriseId,
        Body body,
        IdempotencyKey key,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new DefineShareClass(key.Value, enterpriseId, body.Terms), ct);

    /// <summary>The class.</summary>
    /// <param name="Terms">What every share of it promises.</param>
    public sealed record Body(ShareTerms Terms);

    public sealed class Rules : AbstractValidator<DefineShareClass>
    {
        public Rules() => RuleFor(r => r.Terms.ParValueMinor).Amount();
    }

    public sealed class Handler(SharesDb db) : IRequestHandler<DefineShareClass, ShareClassDefined>
    {
        public async Task<ShareClassDefined> Handle(DefineShareClass r, CancellationToken ct)
        {
            var enterprise = await db.Enterprises.AsNoTracking().SingleAsync(e => e.Id == r.EnterpriseId, ct);
            if (r.Terms.Currency != enterprise.Currency)
                throw new Refused("class.currency", enterprise.Currency.Code) { Field = "currency" };
            var code = await db.NextClassCode(enterprise.Id, ct);
            var shareClass = ShareClass.Define(ShareClassId.From(r.Key), enterprise.Id, code, r.Terms);
            db.ShareClasses.Add(shareClass);
            return new ShareClassDefined(shareClass.Id, code);
        }
    }
}

/// <summary>The class is defined.</summary>
/// <param name="Id">The class.</param>
/// <param name="Code">Its short name.</param>
public sealed record ShareClassDefined(ShareClassId Id, string Code);

internal static class ClassCodes
{
    /// <summary>A, B, ... Z, then A26: nobody has that many, and the code stays short.</summary>
    public static async Task<string> NextClassCode(this SharesDb db, EnterpriseId id, CancellationToken ct)
    {
        var classes = await db.ShareClasses.CountAsync(c => c.EnterpriseId == id, ct);
        return $"{(char)('A' + classes % 26)}{(classes < 26 ? "" : classes)}";
    }
}
