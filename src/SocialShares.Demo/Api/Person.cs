using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using SocialShares.Features.People;
using SocialShares.Http;

namespace SocialShares.Demo.Api;

/// <summary>Somebody who uses the platform through its API, with a bearer token of their own.</summary>
public sealed class Person(HttpClient http, string name, string email, string password)
{
    private string? token;
    private bool isSignedUp;

    public string Name { get; } = name;

    public string Email { get; } = email;

    /// <summary>Signs up; who did so before only signs in again when needed.</summary>
    public async Task SignUp(string language, CancellationToken ct)
    {
        if (isSignedUp)
            return;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/people")
        {
            Content = JsonContent.Create(new SignUp.Body(Name, Email, password, language), options: Json.Options),
        };
        request.Headers.Add(KeyHeader, Guid.NewGuid().ToString());
        using var answer = await http.SendAsync(request, ct);
        // Somebody who bought before and asks something now: the same password signs them in.
        if (
            !answer.IsSuccessStatusCode
            && await ApiRefused.From(answer, ct) is { Code: not "person.email-taken" } refused
        )
            throw refused;
        isSignedUp = true;
    }

    public Task<T> Get<T>(string path, CancellationToken ct) => Ask<T>(HttpMethod.Get, path, null, null, ct);

    public Task<T> Post<T>(string path, object? body, CancellationToken ct) =>
        Ask<T>(HttpMethod.Post, path, body, Guid.NewGuid(), ct);

    public async Task Post(string path, object? body, CancellationToken ct) =>
        (await Send(HttpMethod.Post, path, () => Content(body), Guid.NewGuid(), ct)).Dispose();

    public async Task Put(string path, object body, CancellationToken ct) =>
        (await Send(HttpMethod.Put, path, () => Content(body), null, ct)).Dispose();

    public async Task Patch(string path, object body, CancellationToken ct) =>
        (await Send(HttpMethod.Patch, path, () => Content(body), null, ct)).Dispose();

    /// <summary>Uploads a PDF.</summary>
    public Task<T> Upload<T>(string path, byte[] pdf, CancellationToken ct) =>
        Upload<T>(path, pdf, "application/pdf", ct);

    /// <summary>Uploads a file.</summary>
    public async Task<T> Upload<T>(string path, byte[] file, string type, CancellationToken ct)
    {
        using var answer = await Send(HttpMethod.Post, path, Content, Guid.NewGuid(), ct);
        return await Read<T>(answer, ct);

        HttpContent Content() =>
            new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
    }

    /// <summary>Downloads a file.</summary>
    public async Task<byte[]> Download(string path, CancellationToken ct)
    {
        using var answer = await Send(HttpMethod.Get, path, () => null, null, ct);
        return await answer.Content.ReadAsByteArrayAsync(ct);
    }

    private const string KeyHeader = "Idempotency-Key";

    private async Task<T> Ask<T>(HttpMethod method, string path, object? body, Guid? key, CancellationToken ct)
    {
        using var answer = await Send(method, path, () => Content(body), key, ct);
        return await Read<T>(answer, ct);
    }

    private async Task<HttpResponseMessage> Send(
        HttpMethod method,
        string path,
        Func<HttpContent?> content,
        Guid? key,
        CancellationToken ct
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            token ??= await SignIn(ct);
            using var request = new HttpRequestMessage(method, "/api/v1" + path) { Content = content() };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            if (key is { } k)
                request.Headers.Add(KeyHeader, k.ToString());
            var answer = await http.SendAsync(request, ct);
            if (answer.IsSuccessStatusCode)
                return answer;
            using (answer)
            {
                // A token lives an hour, and the clock may have moved years.
                if (answer.StatusCode != HttpStatusCode.Unauthorized || attempt > 1)
                    throw await ApiRefused.From(answer, ct);
            }
            token = null;
        }
    }

    private async Task<string> SignIn(CancellationToken ct)
    {
        var body = new SignInForToken.Body(Email, password);
        using var answer = await http.PostAsJsonAsync("/api/v1/tokens", body, Json.Options, ct);
        if (!answer.IsSuccessStatusCode)
            throw await ApiRefused.From(answer, ct);
        using var json = await JsonDocument.ParseAsync(
            await answer.Content.ReadAsStreamAsync(ct),
            cancellationToken: ct
        );
        return json.RootElement.GetProperty("accessToken").GetString()!;
    }

    private static HttpContent? Content(object? body) =>
        body is null ? null : JsonContent.Create(body, body.GetType(), options: Json.Options);

    private static async Task<T> Read<T>(HttpResponseMessage answer, CancellationToken ct) =>
        await answer.Content.ReadFromJsonAsync<T>(Json.Options, ct)
        ?? throw new InvalidOperationException("The API answered with nothing.");
}
