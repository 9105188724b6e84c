using System.Net.Http.Headers;
using System.Net.Http.Json;
using SocialShares.Http;

namespace SocialShares.Tests.Hosting;

/// <summary>Someone who speaks to the API: signed in with a token, or nobody.</summary>
public sealed class Person(HttpClient http, Guid id, string name, string email, string password, string? token)
{
    /// <summary>What a test puts in place of the idempotency key to send none.</summary>
    public static readonly Guid NoKey = Guid.Empty;

    /// <summary>Whose id; empty for nobody.</summary>
    public PersonId Id { get; } = new(id);

    /// <summary>Name.</summary>
    public string Name { get; } = name;

    /// <summary>Mail address.</summary>
    public string Email { get; } = email;

    /// <summary>Password.</summary>
    public string Password { get; } = password;

    /// <summary>Bearer token; null for nobody.</summary>
    public string? Token { get; } = token;

    /// <summary>Reads.</summary>
    public Task<Reply> Get(string path) => Send(HttpMethod.Get, path);

    /// <summary>Posts with a key of its own, the given one, or none (<see cref="NoKey"/>).</summary>
    public Task<Reply> Post(string path, object? body = null, Guid? key = null) =>
        Send(HttpMethod.Post, path, Body(body), Keyed(key));

    /// <summary>Changes a part.</summary>
    public Task<Reply> Patch(string path, object body) => Send(HttpMethod.Patch, path, Body(body));

    /// <summary>Replaces, with the version that was read when there is one.</summary>
    public Task<Reply> Put(string path, object body, string? ifMatch = null) =>
        Send(HttpMethod.Put, path, Body(body), ifMatch is null ? [] : [("If-Match", ifMatch)]);

    /// <summary>Posts a file.</summary>
    public Task<Reply> Upload(string path, byte[] content, string type = "application/pdf", Guid? key = null)
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return Send(HttpMethod.Post, path, file, Keyed(key));
    }

    /// <summary>Sends anything.</summary>
    public async Task<Reply> Send(
        HttpMethod method,
        string path,
        HttpContent? content = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (Token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        foreach (var (header, value) in headers)
            request.Headers.TryAddWithoutValidation(header, value).ShouldBeTrue();
        using var answer = await http.SendAsync(request);
        return new Reply(
            answer.StatusCode,
            await answer.Content.ReadAsStringAsync(),
            answer.Headers,
            answer.Content.Headers,
            $"{method} {path} by {Name}"
        );
    }

    private static JsonContent? Body(object? body) =>
        body is null ? null : JsonContent.Create(body, body.GetType(), options: Json.Options);

    private static (string, string)[] Keyed(Guid? key) =>
        key == NoKey ? [] : [("Idempotency-Key", (key ?? Guid.NewGuid()).ToString())];
}
