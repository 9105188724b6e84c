using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SocialShares.Data;
using SocialShares.Features.Operations;
using SocialShares.Features.People;
using SocialShares.Http;

namespace SocialShares.Tests.Hosting;

/// <summary>People and their jobs.</summary>
public sealed partial class TestWorld
{
    /// <summary>The password of everyone.</summary>
    public const string EveryonesPassword = "a sentence of the tests 7";

    private Person? administrator;
    private Person? secondAdministrator;

    /// <summary>An administrator of the platform.</summary>
    public async Task<Person> Administrator() => administrator ??= await NewAdministrator("Ada Steward");

    /// <summary>Another one.</summary>
    public async Task<Person> SecondAdministrator() => secondAdministrator ??= await NewAdministrator("Bo Steward");

    /// <summary>Somebody new signs up and signs in.</summary>
    public async Task<Person> SignUp(string name = "Iris Teller", string language = "en")
    {
        var email = $"{Guid.NewGuid():N}@people.example";
        var person = (
            await Nobody.Post("people", new SignUp.Body(name, email, EveryonesPassword, language))
        ).As<SignedUp>();
        return new Person(Http, person.Id.Value, name, email, EveryonesPassword, await Token(email));
    }

    /// <summary>A new token of someone.</summary>
    public async Task<string> Token(string email)
    {
        var reply = await Nobody.Post("tokens", new SignInForToken.Body(email, EveryonesPassword), Person.NoKey);
        return (string)reply.ShouldSucceed().Json["accessToken"]!;
    }

    /// <summary>The cookie of someone who signs in on the page, as the header says it.</summary>
    public async Task<string> Cookie(Person person)
    {
        var page = await Nobody.Get("/sign-in");
        page.Status.ShouldBe(HttpStatusCode.OK, page.Text);
        var token = Regex
            .Match(page.Text, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")
            .Groups[1]
            .Value;
        using var form = new FormUrlEncodedContent([
            new("Email", person.Email),
            new("Password", person.Password),
            new("__RequestVerificationToken", token),
        ]);
        var signedIn = await Nobody.Send(HttpMethod.Post, "/sign-in", form, ("Cookie", Cookies(page)));
        signedIn.Status.ShouldBe(HttpStatusCode.Redirect, signedIn.Text);
        return Cookies(signedIn);
    }

    private static string Cookies(Reply reply) =>
        string.Join("; ", reply.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));

    /// <summary>Makes someone an administrator, who signs in anew.</summary>
    public async Task<Person> MakeAdministrator(Person person)
    {
        await using (var scope = Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<Login>>();
            var login = (await users.FindByEmailAsync(person.Email))!;
            (await users.AddToRoleAsync(login, Caller.AdministratorRole)).Succeeded.ShouldBeTrue();
        }
        return new Person(Http, person.Id.Value, person.Name, person.Email, person.Password, await Token(person.Email));
    }

    /// <summary>Runs a job by the API and waits until it has ended.</summary>
    public async Task<JobRunShown> Run(string job)
    {
        var key = Guid.NewGuid();
        var by = await Administrator();
        (await by.Post($"jobs/{job}/runs", key: key)).Status.ShouldBe(HttpStatusCode.Accepted);
        JobRunShown? run = null;
        await Until(
            $"the job {job} has ended",
            async () =>
            {
                var reply = await by.Get($"jobs/runs/{key}");
                run = reply.Status == HttpStatusCode.OK ? reply.As<JobRunShown>() : null;
                return run is not null;
            }
        );
        return run!;
    }

    /// <summary>Runs jobs one after the other; each must end well.</summary>
    public async Task RunAll(params string[] jobs)
    {
        foreach (var job in jobs)
            (await Run(job)).Failure.ShouldBeNull(job);
    }

    /// <summary>Waits until something holds, at most two minutes.</summary>
    public static async Task Until(string what, Func<Task<bool>> holds)
    {
        var deadline = Environment.TickCount64 + 120_000;
        while (!await holds())
        {
            Environment.TickCount64.ShouldBeLessThan(deadline, $"waited for: {what}");
            await Task.Delay(20);
        }
    }

    private async Task<Person> NewAdministrator(string name) => await MakeAdministrator(await SignUp(name));

    private async Task PauseSchedule()
    {
        var by = await Administrator();
        foreach (var job in JobNames.All)
            (await by.Put($"jobs/{job}/paused", new PauseJob.Body(Paused: true))).ShouldSucceed();
    }
}
