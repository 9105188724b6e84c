using System.Net;
using System.Text.Json;

namespace SocialShares.Demo.Api;

/// <summary>The API said no.</summary>
/// <param name="status">Its status.</param>
/// <param name="code">The stable code of the problem; empty when it named none.</param>
/// <param name="message">What was asked and what was answered.</param>
public sealed class ApiRefused(HttpStatusCode status, string code, string message) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;

    public string Code { get; } = code;

    internal static async Task<ApiRefused> From(HttpResponseMessage answer, CancellationToken ct)
    {
        var body = await answer.Content.ReadAsStringAsync(ct);
        var asked = $"{answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri?.PathAndQuery}";
        return new ApiRefused(answer.StatusCode, CodeOf(body), $"{asked}: {(int)answer.StatusCode} {body}");
    }

    private static string CodeOf(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return
                json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("code", out var code)
                ? code.GetString() ?? ""
                : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
