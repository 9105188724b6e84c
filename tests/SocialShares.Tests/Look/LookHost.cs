using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace SocialShares.Tests.Look;

/// <summary>The product on a port of its own, for pages that need nobody signed in and nothing stored.</summary>
public sealed class LookHost : IAsyncLifetime
{
    /// <summary>Pages that anyone may read and that tell no data.</summary>
    internal static readonly string[] Pages =
    [
        "/style",
        "/style/pages",
        "/style/certificate",
        "/how-it-works",
        "/what-can-go-wrong",
        "/fees",
        "/complaints",
        "/accessibility",
        "/privacy",
        "/error/404",
        "/error/500",
    ];

    private WebApplication app = null!;
    private HttpClient client = null!;

    internal Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        app = SocialSharesHost.Create(
            [
                "--applicationName=SocialShares",
                "--urls=http://127.0.0.1:0",
                "--Logging:LogLevel:Default=Warning",
                "--Platform:Operator=A test",
                "--Platform:Mail=someone@example.org",
            ],
            // no database, jobs or payments: these pages need none, and would only be slower
            builder => builder.Services.RemoveAll<IHostedService>()
        );
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Address = new Uri(addresses.Addresses.Single());
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = Address,
        };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    internal async Task<HttpResponseMessage> Get(string path, string language = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptLanguage.ParseAdd(language);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    internal async Task<IHtmlDocument> Page(string path, string language = "en")
    {
        using var response = await Get(path, language);
        response.StatusCode.ShouldBeOneOf(
            HttpStatusCode.OK,
            HttpStatusCode.NotFound,
            HttpStatusCode.InternalServerError
        );
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
    }
}
