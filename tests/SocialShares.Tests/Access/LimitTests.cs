using System.Net;
using SocialShares.Features.Issuing;
using SocialShares.Features.People;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Access;

/// <summary>What is worth attacking can be tried only so often.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task Guessing_passwords_ends_in_too_many_requests()
    {
        await using var world = await TestWorld.Start(Engine.Sqlite, "--Limits:SigningInPerMinute=8");
        var guess = new SignInForToken.Body("iris@people.example", "a wrong sentence 1");

        var replies = new List<Reply>();
        for (var i = 0; i < 10; i++)
            replies.Add(await world.Nobody.Post("tokens", guess, Person.NoKey));

        replies[0].ShouldFail(HttpStatusCode.Unauthorized, "sign-in.required");
        replies[^1].ShouldFail(HttpStatusCode.TooManyRequests, "request.too-many");
        replies[^1].Headers.RetryAfter.ShouldNotBeNull();
        (await world.Nobody.Get("offers")).ShouldSucceed();
    }

    [Fact]
    public async Task Buying_is_limited_per_person_and_leaves_others_alone()
    {
        await using var world = await TestWorld.Start(Engine.Sqlite, "--Limits:BuyingPerMinute=3");
        var offer = await world.Open();
        var greedy = await world.SignUp("Gus Greedy");
        var other = await world.SignUp("Gus Greedy"); // another person of the same name

        var replies = new List<Reply>();
        for (var i = 0; i < 5; i++)
            replies.Add(await greedy.Post($"{offer.Path}/applications", new StartApplication.Body(TestWorld.Par)));
        var others = await other.Post($"{offer.Path}/applications", new StartApplication.Body(TestWorld.Par));

        replies.Count(r => r.Status == HttpStatusCode.OK).ShouldBe(3);
        replies.Count(r => r.Status == HttpStatusCode.TooManyRequests).ShouldBe(2);
        others.ShouldSucceed();
        (await greedy.Get("portfolio")).ShouldSucceed();
    }

    [Fact]
    public async Task Decisions_about_bonds_and_tables_that_are_computed_for_anyone_are_limited()
    {
        await using var world = await TestWorld.Start(
            Engine.Sqlite,
            "--Limits:DecidingPerMinute=3",
            "--Limits:ReckoningPerMinute=4"
        );
        var person = await world.SignUp();
        var (a, b) = (Guid.NewGuid(), Guid.NewGuid());

        var (decided, reckoned) = (new List<Reply>(), new List<Reply>());
        for (var i = 0; i < 5; i++)
        {
            decided.Add(await person.Post($"holdings/{a}/redemption-requests/{b}/withdraw", key: Person.NoKey));
            reckoned.Add(
                await world.Nobody.Get($"bond-series/{a}/cash-flow{(i % 2 == 0 ? "" : ".csv")}?amountMinor=1000")
            );
        }

        decided.Count(r => r.Status == HttpStatusCode.TooManyRequests).ShouldBe(2);
        reckoned.Count(r => r.Status == HttpStatusCode.TooManyRequests).ShouldBe(1);
        (await person.Get("portfolio")).ShouldSucceed();
    }

    [Fact]
    public async Task What_works_long_or_writes_to_people_is_limited_whether_it_is_put_or_posted()
    {
        await using var world = await TestWorld.Start(
            Engine.Sqlite,
            "--Limits:DecidingPerMinute=3",
            "--Limits:WritingPerMinute=3"
        );
        var id = Guid.NewGuid();
        Func<Person, Task<Reply>>[] all =
        [
            p => p.Put($"enterprises/{id}/imports/{id}/columns", new { columns = Array.Empty<object>() }),
            p => p.Post($"enterprises/{id}/covenant-documents?fileName=a.pdf", key: Person.NoKey),
            p => p.Post($"offers/{id}/documents?fileName=a.pdf", key: Person.NoKey),
            p => p.Post($"offers/{id}/members-approval?approvedOn=2026-01-01&fileName=a.pdf", key: Person.NoKey),
            p => p.Post($"enterprises/{id}/register/checks", key: Person.NoKey),
            p => p.Post($"enterprises/{id}/board", new { email = "a@people.example" }, Person.NoKey),
            p => p.Post($"holdings/{id}/transfers", new { toEmail = "a@people.example" }),
        ];

        foreach (var (request, at) in all.Select((r, i) => (r, i)))
        {
            var (person, replies) = (await world.SignUp(), new List<Reply>());
            for (var i = 0; i < 5; i++)
                replies.Add(await request(person));
            replies.Count(r => r.Status == HttpStatusCode.TooManyRequests).ShouldBe(2, $"request {at}");
        }
    }

    [Fact]
    public async Task Ten_wrong_passwords_lock_the_account_for_a_while_even_for_the_right_one()
    {
        await using var world = await TestWorld.Start(Engine.Sqlite);
        var person = await world.SignUp();
        for (var i = 0; i < 10; i++)
            await world.Nobody.Post(
                "tokens",
                new SignInForToken.Body(person.Email, "a wrong sentence 1"),
                Person.NoKey
            );

        var right = new SignInForToken.Body(person.Email, TestWorld.EveryonesPassword);
        var locked = await world.Nobody.Post("tokens", right, Person.NoKey);

        locked.ShouldFail(HttpStatusCode.Unauthorized, "sign-in.required");
    }
}
