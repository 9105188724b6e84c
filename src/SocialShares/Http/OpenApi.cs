using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace SocialShares.Http;

/// <summary>The API's description at <c>/openapi/v1.json</c>, made from the use cases themselves.</summary>
internal static class OpenApi
{
    public static IServiceCollection AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi(
            "v1",
            o =>
            {
                o.CreateSchemaReferenceId = NameOf;
                o.AddSchemaTransformer(DescribeOurTypes);
                o.AddOperationTransformer(DescribeHeaders);
                o.AddDocumentTransformer(DescribeWhole);
            }
        );

    /// <summary>Nested records share names such as Body, so the owner's name goes in front.</summary>
    private static string? NameOf(JsonTypeInfo type)
    {
        var name = OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        return name is null || type.Type.DeclaringType is not { } owner ? name : owner.Name + type.Type.Name;
    }

    private static Task DescribeOurTypes(
        OpenApiSchema schema,
        OpenApiSchemaTransformerContext context,
        CancellationToken ct
    )
    {
        var under = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type);
        var type = under ?? context.JsonTypeInfo.Type;
        var text = under is null ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
        if (IsId(type))
            (schema.Type, schema.Format, schema.Properties) = (text, "uuid", null);
        else if (type == typeof(Currency))
        {
            (schema.Type, schema.Properties) = (JsonSchemaType.String, null);
            schema.Enum = ["EUR", "GBP"];
        }
        return Task.CompletedTask;
    }

    private static Task DescribeHeaders(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken ct
    )
    {
        var parameters = context
            .Description.ActionDescriptor.EndpointMetadata.OfType<System.Reflection.MethodInfo>()
            .SelectMany(m => m.GetParameters())
            .Select(p => p.ParameterType)
            .ToList();
        operation.Parameters ??= [];
        foreach (
            var parameter in operation.Parameters.OfType<OpenApiParameter>().Where(p => p.In == ParameterLocation.Path)
        )
            if (parameter.Name?.EndsWith("Id", StringComparison.Ordinal) == true)
                parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" };
        if (parameters.Contains(typeof(IdempotencyKey)))
            operation.Parameters.Add(
                Header(
                    Routes.KeyHeader,
                    "A key of your choice: repeating the request with it does nothing new.",
                    "uuid"
                )
            );
        if (parameters.Contains(typeof(IfMatch)))
            operation.Parameters.Add(Header("If-Match", "The version that you read, from the ETag.", null));
        operation.Responses ??= [];
        operation.Responses.TryAdd("4XX", Problem());
        return Task.CompletedTask;
    }

    private static Task DescribeWhole(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken ct
    )
    {
        document.Info = new OpenApiInfo
        {
            Title = "SocialShares",
            Version = "1",
            Description =
                "Community shares: offers, applications, registers and payouts. Amounts are whole minor units (cents, pence); "
                + "rates are parts per million; instants are UTC; days are dates in the enterprise's zone.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes["token"] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "A token from POST /api/v1/tokens.",
        };
        document.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = [] },
        ];
        return Task.CompletedTask;
    }

    private static OpenApiParameter Header(string name, string description, string? format) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Required = true,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = format },
        };

    private static OpenApiResponse Problem() =>
        new()
        {
            Description =
                "Refused: problem+json with a stable `code`, a `title` in the reader's language, and `field` or `errors` "
                + "where it concerns a field.",
        };

    private static bool IsId(Type type) =>
        type.IsValueType
        && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));
}
