using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Issuing;
using SocialShares.Features.People;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Api;

/// <summary>A POST with a key can be repeated, whatever became of the first answer.</summary>
[Collection(nameof(OneWorld))]
public sealed class IdempotencyTests
{
    private const long Par = TestWorld.Par;

    [Theory]
    [EveryDatabase]
    public async Task The_same_key_answers_as_the_first_time(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var person = await world.SignUp();
        var key = Guid.NewGuid();

        var first = await person.Post($"{offer.Path}/applications", new StartApplication.Body(Par), key);
        var second = await person.Post($"{offer.Path}/applications", new StartApplication.Body(Par), key);

        second.Text.ShouldBe(first.ShouldSucceed().Text);
        (await Applications(world, offer)).ShouldBe(1);
    }

    [Theory]
    [EveryDatabase]
    public async Task The_same_key_with_other_content_is_refused(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var person = await world.SignUp();
        var key = Guid.NewGuid();
        (await person.Post($"{offer.Path}/applications", new StartApplication.Body(Par), key)).ShouldSucceed();

        var otherAmount = await person.Post($"{offer.Path}/applications", new StartApplication.Body(2 * Par), key);
        var otherCommand = await person.Post("enterprises", TestWorld.Profile(Currency.Gbp), key);

        otherAmount.ShouldBeRefused("idempotency.key-reused");
        otherCommand.ShouldBeRefused("idempotency.key-reused");
        (await Applications(world, offer)).ShouldBe(1);
    }

    [Theory]
    [EveryDatabase]
    public async Task Somebody_elses_key_gives_nothing_of_theirs_away(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var key = Guid.NewGuid();
        var mine = await world.SignUp();
        (await mine.Post($"{offer.Path}/applications", new StartApplication.Body(Par), key)).ShouldSucceed();

        var other = await world.SignUp();
        var reply = await other.Post($"{offer.Path}/applications", new StartApplication.Body(Par), key);

        reply.ShouldBeRefused("idempotency.key-reused");
        (await Applications(world, offer)).ShouldBe(1);
    }

    [Theory]
    [EveryDatabase]
    public async Task Without_a_key_or_with_a_broken_one_nothing_is_done(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var person = await world.SignUp();
        var path = $"{offer.Path}/applications";

        var missing = await person.Post(path, new StartApplication.Body(Par), Person.NoKey);
        var broken = await person.Send(
            HttpMethod.Post,
            path,
            System.Net.Http.Json.JsonContent.Create(new { amountMinor = Par }),
            ("Idempotency-Key", "again")
        );

        missing.ShouldBeMalformed("Idempotency-Key", "idempotency.key-missing");
        broken.ShouldBeMalformed("Idempotency-Key", "idempotency.key-malformed");
        (await Applications(world, offer)).ShouldBe(0);
    }

    [Theory]
    [EveryDatabase]
    public async Task Eight_posts_of_one_key_at_once_make_one_thing(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var person = await world.SignUp();
        var key = Guid.NewGuid();

        var replies = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ => person.Post($"{offer.Path}/applications", new StartApplication.Body(Par), key))
        );

        replies.ShouldAllBe(r => r.Status == HttpStatusCode.OK);
        replies.Select(r => r.Text).Distinct().ShouldHaveSingleItem();
        (await Applications(world, offer)).ShouldBe(1);
    }

    [Theory]
    [EveryDatabase]
    public async Task Eight_sign_ups_of_one_key_at_once_make_one_person(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var key = Guid.NewGuid();
        var email = $"{key:N}@people.example";
        var body = new SignUp.Body("Iris Teller", email, TestWorld.EveryonesPassword, "en");

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.Nobody.Post("people", body, key)));

        world.Log.Broken.Where(l => l.Contains("SignUp", StringComparison.Ordinal)).ShouldBeEmpty();
        foreach (var reply in replies)
            reply.As<SignedUp>().Id.Value.ShouldBe(key);
        (await world.InDatabase(db => db.Users.CountAsync(u => u.Email == email))).ShouldBe(1);
    }

    [Theory]
    [EveryDatabase]
    public async Task Enterprises_of_one_name_registered_at_once_get_different_addresses(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var person = await world.SignUp();
        var profile = TestWorld.Profile(Currency.Gbp);

        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => person.Post("enterprises", profile)));

        replies.Select(r => r.As<Features.Governance.EnterpriseRegistered>().Slug).Distinct().Count().ShouldBe(4);
    }

    private static Task<int> Applications(TestWorld world, DraftedOffer offer) =>
        world.InDatabase(db => db.Applications.CountAsync(a => a.OfferId == offer.Id));
}
