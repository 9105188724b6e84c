using SocialShares.Features.People;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Access;

/// <summary>What is secret stays out of the logs, however much is logged.</summary>
public sealed class SecretTests
{
    [Theory]
    [InlineData("Information")]
    [InlineData("Trace")]
    public async Task No_log_line_holds_a_key_a_password_or_a_token(string level)
    {
        await using var world = await TestWorld.Start(
            Engine.Sqlite,
            $"--Logging:LogLevel:Default={level}",
            $"--Logging:LogLevel:System.Net.Http={level}",
            $"--Logging:LogLevel:Microsoft.AspNetCore={level}",
            $"--Logging:LogLevel:Microsoft.EntityFrameworkCore={level}"
        );
        await world.Stripe.TopUp("gbp", 10_000);
        var offer = await world.Open();
        var application = await world.Buy(offer, 5);
        (await application.By.Post($"{application.Path}/cancel")).ShouldSucceed();
        await world.Settle();
        await world.Nobody.Post(
            "tokens",
            new SignInForToken.Body(application.By.Email, "a wrong sentence 1"),
            Person.NoKey
        );
        await world.Stripe.Fault(
            new
            {
                on = "request",
                kind = "error500",
                operation = "CheckoutSessions_create",
            }
        );
        await TestWorld.Submit(await world.Start(offer));

        string[] secrets =
        [
            "sk_test",
            "whsec",
            TestWorld.EveryonesPassword,
            "a wrong sentence 1",
            application.By.Token!,
        ];
        world.Log.Lines.Count.ShouldBeGreaterThan(5);
        foreach (var (_, line) in world.Log.Lines)
        foreach (var secret in secrets)
            line.ShouldNotContain(secret);
    }
}
