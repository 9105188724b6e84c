using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialShares.Tests.Hosting;

/// <summary>What the product answered.</summary>
public sealed record Reply(
    HttpStatusCode Status,
    string Text,
    HttpResponseHeaders Headers,
    HttpContentHeaders ContentHeaders,
    string Request
)
{
    /// <summary>The body as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Text) ?? throw new InvalidOperationException($"{Request}: null");

    /// <summary>The code of a problem.</summary>
    public string? Code => (string?)Json["code"];

    /// <summary>The field that a refusal names.</summary>
    public string? Field => (string?)Json["field"];

    /// <summary>Field and code of each malformed field.</summary>
    public IReadOnlyList<(string Field, string Code)> Errors =>
        [.. Json["errors"]!.AsArray().Select(e => ((string)e!["field"]!, (string)e["code"]!))];

    /// <summary>The body as the product's own type; the status must be one of success.</summary>
    public T As<T>()
    {
        ((int)Status).ShouldBeInRange(200, 299, $"{Request} answered {Text}");
        return JsonSerializer.Deserialize<T>(Text, Http.Json.Options)!;
    }

    /// <summary>Success, whatever the body.</summary>
    public Reply ShouldSucceed()
    {
        ((int)Status).ShouldBeInRange(200, 299, $"{Request} answered {Text}");
        return this;
    }

    /// <summary>A rule said no: 409 with this code.</summary>
    public Reply ShouldBeRefused(string code) => ShouldFail(HttpStatusCode.Conflict, code);

    /// <summary>The status and the code of a problem.</summary>
    public Reply ShouldFail(HttpStatusCode status, string code)
    {
        Status.ShouldBe(status, $"{Request} answered {Text}");
        ContentHeaders.ContentType?.MediaType.ShouldBe("application/problem+json", Request);
        Code.ShouldBe(code, $"{Request} answered {Text}");
        return this;
    }

    /// <summary>400 with this code at this field.</summary>
    public Reply ShouldBeMalformed(string field, string code)
    {
        ShouldFail(HttpStatusCode.BadRequest, "request.invalid");
        Errors.ShouldContain((field, code), $"{Request} answered {Text}");
        return this;
    }
}
