using Microsoft.EntityFrameworkCore;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;
using SocialShares.Tests.Issuing;

namespace SocialShares.Tests.Faults;

/// <summary>Gifts while two people answer at once, news comes twice, and the process dies.</summary>
public sealed class GiftFaultTests
{
    [Theory]
    [EveryDatabase]
    public async Task Accepting_declining_and_taking_back_at_once_has_one_outcome(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        await world.Stripe.TopUp("gbp", 500_000);
        var offer = await world.Open();
        for (var round = 0; round < 4; round++)
        {
            var (gift, email) = await GiftTests.Paid(world, offer, 5);
            var (secret, receiver) = (await GiftTests.Secret(world, email), await world.SignUp());

            await Task.WhenAll(
                receiver.Post($"gifts/{secret}/acceptance", GiftTests.Answer(), Person.NoKey),
                world.Nobody.Post($"gifts/{secret}/refusal", key: Person.NoKey),
                gift.By.Post($"{gift.Path}/cancel")
            );
            await world.Settle();

            (await GiftTests.State(gift)).ShouldBeOneOf(
                (ApplicationState.Paid, Domain.GiftState.Accepted),
                (ApplicationState.Refunded, Domain.GiftState.Declined),
                (ApplicationState.Refunded, Domain.GiftState.TakenBack)
            );
            await world.MoneyShouldAddUp();
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task News_that_comes_twice_and_a_process_that_died_invite_once_and_lose_no_money(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        await world.Stripe.Fault(
            new
            {
                on = "delivery",
                kind = "duplicate",
                times = 10,
            }
        );
        var offer = await world.Open();
        var (gift, email) = await GiftTests.Paid(world, offer, 12);
        await world.StopProduct();
        await world.StartProduct();
        await world.Settle();
        var receiver = await world.SignUp();
        var secret = await GiftTests.Secret(world, email);

        (await receiver.Post($"gifts/{secret}/acceptance", GiftTests.Answer(), Person.NoKey)).ShouldSucceed();
        await world.StopProduct();
        await world.StartProduct();
        await world.End(offer);

        (await world.InDatabase(db => db.Invitations.CountAsync())).ShouldBe(1);
        (await GiftTests.State(gift)).ShouldBe((ApplicationState.Issued, Domain.GiftState.Accepted));
        await world.MoneyShouldAddUp();
    }
}
