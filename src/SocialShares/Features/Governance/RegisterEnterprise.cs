using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Governance;

/// <summary>Register the community enterprise for which I act; I become the first member of its board.</summary>
public sealed record RegisterEnterprise(
    Guid Key,
    string Name,
    string LegalForm,
    string Country,
    string RegistryNumber,
    string Address,
    string Place,
    Currency Currency,
    string TimeZone,
    string Ink,
    string Drawing,
    string Office,
    bool IsResident
) : ICommand<EnterpriseRegistered>, IKeyed, IAllow<SignedIn>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/enterprises", Post).WithTags("Enterprises").Produces<EnterpriseRegistered>();

    /// <inheritdoc cref="RegisterEnterprise"/>
    public static Task<EnterpriseRegistered> Post(
        Body body,
        IdempotencyKey key,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(body.ToRequest(key.Value), ct);

    /// <summary>What an enterprise tells of itself.</summary>
    /// <param name="Name">Registered name.</param>
    /// <param name="LegalForm">Legal form in its own words.</param>
    /// <param name="Country">Two letters, for example GB.</param>
    /// <param name="RegistryNumber">Number in the public register; empty when there is none yet.</param>
    /// <param name="Address">Registered address on one line.</param>
    /// <param name="Place">Village, street or quarter.</param>
    /// <param name="Currency">EUR or GBP.</param>
    /// <param name="TimeZone">IANA name, for example Europe/London.</param>
    /// <param name="Ink">bottle, delft, ochre, plum, heather or slate.</param>
    /// <param name="Drawing">shop, hall, workshop, bakery, pub, library, school or farm.</param>
    /// <param name="Office">My office in the board: chair, treasurer, secretary or empty.</param>
    /// <param name="IsResident">Do I live in the place?</param>
    public sealed record Body(
        string Name,
        string LegalForm,
        string Country,
        string? RegistryNumber,
        string Address,
        string Place,
        Currency Currency,
        string TimeZone,
        string Ink,
        string Drawing,
        string? Office,
        bool IsResident
    )
    {
        public RegisterEnterprise ToRequest(Guid key) =>
            new(
                key,
                Name,
                LegalForm,
                Country,
                RegistryNumber ?? "",
                Address,
                Place,
                Currency,
                TimeZone,
                Ink,
                Drawing,
                Office ?? "",
                IsResident
            );
    }

    public sealed class Rules : AbstractValidator<RegisterEnterprise>
    {
        public Rules()
        {
            RuleFor(r => r.Name).Line(2, 140);
            RuleFor(r => r.LegalForm).Line(2, 80);
            RuleFor(r => r.Country).CountryCode();
            RuleFor(r => r.RegistryNumber).Line(0, 40);
            RuleFor(r => r.Address).Line(5, 200);
            RuleFor(r => r.Place).Line(2, 80);
            RuleFor(r => r.Office).Line(0, 40);
        }
    }

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock)
        : IRequestHandler<RegisterEnterprise, EnterpriseRegistered>
    {
        public async Task<EnterpriseRegistered> Handle(RegisterEnterprise r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var id = EnterpriseId.From(r.Key);
            var profile = new EnterpriseProfile(
                r.Name,
                r.LegalForm,
                r.Country,
                r.RegistryNumber,
                r.Address,
                r.Place,
                r.Currency,
                r.TimeZone,
                r.Ink,
                r.Drawing
            );
            var since = DateOnly.FromDateTime(now);
            var me = new BoardMember(id, caller.Person, caller.Name, r.Office, r.IsResident, since);
            var slug = await Free(Slug.From(r.Name), ct);
            db.Enterprises.Add(Enterprise.Register(id, slug, profile, me, now));
            return new EnterpriseRegistered(id, slug);
        }

        private async Task<string> Free(string wanted, CancellationToken ct)
        {
            var start = wanted.Length == 0 ? "enterprise" : wanted;
            string[] ours = ["register"]; // a page of the boards has this name
            var taken = await db.Enterprises.Where(e => e.Slug.StartsWith(start)).Select(e => e.Slug).ToListAsync(ct);
            return Slugs.Free(start, [.. taken, .. ours]);
        }
    }
}

/// <summary>The enterprise is registered.</summary>
/// <param name="Id">Its id in the API.</param>
/// <param name="Slug">Its name in addresses.</param>
public sealed record EnterpriseRegistered(EnterpriseId Id, string Slug);
