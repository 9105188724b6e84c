using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SocialShares.Data;
using SocialShares.Features.Register;
using SocialShares.Http;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Bonds;

/// <summary>What a portfolio asks of the database does not grow with what is in it.</summary>
[Collection(nameof(OneWorld))]
public sealed class PortfolioQueriesTests
{
    [Fact]
    public async Task A_portfolio_of_many_bonds_asks_as_often_as_one_of_a_single_series()
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var (ann, bob) = (await world.SignUp(), await world.SignUp());
        await world.IssueBonds([5, 5], people: [ann, bob]);
        await world.IssueBonds([12], people: [bob]);
        await world.IssueBonds([14], people: [bob]);

        var (few, one) = await Count(world, ann);
        var (many, three) = await Count(world, bob);

        (one, three).ShouldBe((1, 3));
        many.ShouldBe(few);
        few.ShouldBeLessThan(12);
    }

    private static Task<(int Commands, int Bonds)> Count(TestWorld world, Person person) =>
        world.InDatabase(async db =>
        {
            var handler = new ReadPortfolio.Handler(db, CallerOf(person), world.Clock);
            var counter = new Counter(db);
            using var all = DiagnosticListener.AllListeners.Subscribe(counter);
            var cards = await handler.Handle(new ReadPortfolio(), TestContext.Current.CancellationToken);
            return (counter.Commands, cards.Sum(c => c.Bonds.Count));
        });

    private static Caller CallerOf(Person person)
    {
        Claim[] claims = [new(ClaimTypes.NameIdentifier, person.Id.ToString()), new(Caller.NameClaim, person.Name)];
        var user = new ClaimsPrincipal(new ClaimsIdentity(claims, "test"));
        return new Caller(new HttpContextAccessor { HttpContext = new DefaultHttpContext { User = user } });
    }

    private sealed class Counter(SharesDb of) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public int Commands { get; private set; }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandExecutedEventData done && done.Context?.ContextId == of.ContextId)
                Commands++;
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }
}
