using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Register;

/// <summary>
/// Download the register of members as it stood on a day as comma separated text, amounts in minor units: with holdings as
/// the law asks it of the enterprise (UK 2014 Act s30), without them for the inspection by a member (s103).
/// </summary>
public sealed record RegisterCsv(EnterpriseId EnterpriseId, DateOnly? AsOf = null, bool WithHoldings = true)
    : IQuery<Download>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfEnterprise
{
    // The first seven but for the address are what the scenario runner's file has, in its order.
    private static readonly string[] Columns =
    [
        "key",
        "holder",
        "name",
        "admittedOn",
        "ceasedOn",
        "units",
        "paidMinor",
        "kind",
        "street",
        "postcode",
        "city",
        "country",
        "email",
        "emailPurpose",
        "bondsMinor",
        "others",
        "guardian",
        "bornOn",
        "registryNumber",
        "representative",
        "office",
    ];

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/enterprises/{enterpriseId}/register.csv", Get)
            .WithTags("Register")
            .Produces<string>(200, "text/csv");

    /// <inheritdoc cref="RegisterCsv"/>
    public static async Task<IResult> Get(
        EnterpriseId enterpriseId,
        DateOnly? asOf,
        bool? withHoldings,
        IMediator mediator,
        CancellationToken ct
    ) => (await mediator.Send(new RegisterCsv(enterpriseId, asOf, withHoldings ?? true), ct)).ToResult(ct);

    public sealed class Rules : AbstractValidator<RegisterCsv>
    {
        public Rules() => RuleFor(r => r.AsOf).MayBeDay();
    }

    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<RegisterCsv, Download>
    {
        public async Task<Download> Handle(RegisterCsv r, CancellationToken ct)
        {
            var enterprise =
                await db.Enterprises.AsNoTracking().SingleOrDefaultAsync(e => e.Id == r.EnterpriseId, ct)
                ?? throw new NotThere("enterprise");
            var day = r.AsOf ?? LegalDay.Of(clock.GetUtcNow().UtcDateTime, enterprise.TimeZone);
            return Download.Csv(
                $"register-{enterprise.Slug}-{day:yyyy-MM-dd}.csv",
                Columns,
                new RegisterRows(db, enterprise.Id, day, clock).All(ct),
                m =>
                    [
                        enterprise.Slug,
                        m.Number,
                        m.Name,
                        m.AdmittedOn,
                        m.CeasedOn,
                        r.WithHoldings ? m.Units : null,
                        r.WithHoldings ? m.PaidMinor : null,
                        m.Kind,
                        m.Street,
                        m.Postcode,
                        m.City,
                        m.Country,
                        m.Email,
                        m.EmailPurpose,
                        r.WithHoldings ? m.BondsMinor : null,
                        string.Join("; ", (m.Party?.With ?? []).Select(j => j.Name)),
                        m.Party?.Guardian,
                        r.WithHoldings ? m.BornOn : null,
                        m.Party?.RegistryNumber,
                        m.Party?.Representative,
                        m.Party?.Office,
                    ]
            );
        }
    }
}
