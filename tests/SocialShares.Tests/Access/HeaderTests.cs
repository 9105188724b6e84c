using System.Net;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Access;

/// <summary>What every answer tells the browser, and what forms must bring along.</summary>
[Collection(nameof(OneWorld))]
public sealed class HeaderTests
{
    [Fact]
    public async Task Every_page_forbids_the_browser_what_it_does_not_need()
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var pages = Door.Of(world).Where(d => d.Page is not null).Select(d => d.Route).Distinct().ToList();

        pages.Count.ShouldBeGreaterThan(5);
        foreach (var page in pages)
        {
            var path = new Door(HttpMethod.Get, page, null, null).Path(
                new Dictionary<string, string>(StringComparer.Ordinal)
            );
            var reply = await world.Nobody.Get(path);
            ((int)reply.Status).ShouldBeLessThan(600, path);
            var policy = reply.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem(path);
            policy.ShouldContain("default-src 'none'", Case.Sensitive, path);
            policy.ShouldContain("frame-ancestors 'none'", Case.Sensitive, path);
            policy.ShouldNotContain("unsafe", Case.Insensitive, path);
            policy.ShouldNotContain("*", Case.Sensitive, path);
            reply.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"], path);
            reply.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"], path);
            reply.Headers.Contains("Server").ShouldBeFalse(path);
            reply.Text.ShouldNotContain("<script>", Case.Insensitive, path);
            reply.Text.ShouldNotContain(" style=\"", Case.Insensitive, path);
            reply.Text.ShouldNotContain(" onclick=", Case.Insensitive, path);
        }
    }

    [Fact]
    public async Task No_page_breaks_for_someone_who_has_not_signed_in()
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        foreach (var door in Door.Of(world).Where(d => d.Page is not null && !d.Route.Contains("error")))
        {
            var path = door.Path(new Dictionary<string, string>(StringComparer.Ordinal));
            var reply = await world.Nobody.Get(path);
            ((int)reply.Status).ShouldBeInRange(200, 499, $"{path}: {reply.Text}");
        }
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_by_every_page()
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var cookie = await world.Cookie(await world.Administrator());
        foreach (
            var door in Door.Of(world)
                .Where(d => d.Page is not null && !d.Route.Contains("error"))
                .DistinctBy(d => d.Route)
        )
        {
            using var form = new FormUrlEncodedContent([new("field", "value")]);
            var path = door.Path(new Dictionary<string, string>(StringComparer.Ordinal));
            var reply = await world.Nobody.Send(HttpMethod.Post, path, form, ("Cookie", cookie));
            reply.Status.ShouldBe(HttpStatusCode.BadRequest, $"{path} {reply.Headers.Location}");
        }
    }

    [Theory]
    [InlineData("/api/v1/offers")]
    [InlineData("/api/v1/nothing-here")]
    [InlineData("/nothing-here")]
    [InlineData("/css/nothing.css")]
    public async Task Answers_of_every_kind_carry_the_headers(string path)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);

        var reply = await world.Nobody.Get(path);

        reply.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        reply.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldNotContain("unsafe");
    }

    [Fact]
    public async Task What_someone_sees_after_signing_in_is_kept_by_no_cache()
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var person = await world.SignUp();

        var reply = await person.Get("portfolio");

        reply.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task The_api_answers_problems_as_problems_everywhere()
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var person = await world.SignUp();

        var unknown = await person.Get("nothing-here");
        var wrongMethod = await person.Send(HttpMethod.Delete, "portfolio");
        var wrongType = await person.Send(
            HttpMethod.Post,
            "enterprises",
            new StringContent("name=x"),
            ("Idempotency-Key", Guid.NewGuid().ToString())
        );

        unknown.Status.ShouldBe(HttpStatusCode.NotFound);
        wrongMethod.Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
        wrongType.Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        foreach (var reply in new[] { unknown, wrongMethod, wrongType })
            reply.ContentHeaders.ContentType?.MediaType.ShouldBe("application/problem+json", reply.Request);
    }
}
