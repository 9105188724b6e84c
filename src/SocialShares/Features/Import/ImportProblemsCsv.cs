using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Import;

/// <summary>Download everything that is wrong with the file of an import as comma separated text.</summary>
public sealed record ImportProblemsCsv(EnterpriseId EnterpriseId, RegisterImportId ImportId)
    : IQuery<Download>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/enterprises/{enterpriseId}/imports/{importId}/problems.csv", Get)
            .WithTags("Import")
            .Produces<string>(200, "text/csv");

    /// <inheritdoc cref="ImportProblemsCsv"/>
    public static async Task<IResult> Get(
        EnterpriseId enterpriseId,
        RegisterImportId importId,
        IMediator mediator,
        CancellationToken ct
    ) => (await mediator.Send(new ImportProblemsCsv(enterpriseId, importId), ct)).ToResult(ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ImportProblemsCsv, Download>
    {
        public async Task<Download> Handle(ImportProblemsCsv r, CancellationToken ct)
        {
            var import = await db.RegisterImports.AsNoTracking().Of(r.EnterpriseId, r.ImportId, ct);
            var problems = db
                .ImportProblems.AsNoTracking()
                .Where(p => p.ImportId == import.Id)
                .OrderBy(p => p.No)
                .AsAsyncEnumerable();
            return Download.Csv(
                "problems.csv",
                ["row", "column", "code", "text"],
                problems,
                p => [p.Row, p.Column, p.Code, ImportFigures.TextOf(p.Code, p.Figures)]
            );
        }
    }
}

/// <summary>Download an empty list with the columns that are understood, and one row to show how it is filled.</summary>
public sealed record ImportTemplate : IQuery<Download>, IAllow<Anyone>
{
    private static readonly string[] English =
    [
        "Number",
        "Name",
        "Kind",
        "Street",
        "Postcode",
        "City",
        "Country",
        "Date entered",
        "Shares",
        "Amount",
        "IBAN",
        "Email",
        "Resident",
    ];

    private static readonly string[] Dutch =
    [
        "Lidnummer",
        "Naam",
        "Soort",
        "Straat",
        "Postcode",
        "Woonplaats",
        "Land",
        "Datum toetreding",
        "Aandelen",
        "Bedrag",
        "IBAN",
        "E-mailadres",
        "Bewoner",
    ];

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/imports/template.csv", Get).WithTags("Import").Produces<string>(200, "text/csv");

    /// <inheritdoc cref="ImportTemplate"/>
    public static async Task<IResult> Get(IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new ImportTemplate(), ct)).ToResult(ct);

    private static bool IsDutch => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "nl";

    public sealed class Handler : IRequestHandler<ImportTemplate, Download>
    {
        public Task<Download> Handle(ImportTemplate r, CancellationToken ct)
        {
            object?[] example = IsDutch
                ?
                [
                    1,
                    "Ans de Vries",
                    "persoon",
                    "Dorpsstraat 1",
                    "1234 AB",
                    "Lutjeveen",
                    "NL",
                    "31-01-2020",
                    10,
                    "500,00",
                    null,
                    null,
                    "ja",
                ]
                :
                [
                    1,
                    "Ann Carter",
                    "person",
                    "1 High Street",
                    "AB1 2CD",
                    "Hallowby",
                    "GB",
                    "31/01/2020",
                    10,
                    "500.00",
                    null,
                    null,
                    "yes",
                ];
            return Task.FromResult(
                Download.Csv(
                    IsDutch ? "ledenlijst.csv" : "members.csv",
                    IsDutch ? Dutch : English,
                    new[] { example }.ToAsyncEnumerable(),
                    row => row
                )
            );
        }
    }
}
