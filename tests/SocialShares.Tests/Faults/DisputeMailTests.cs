using Microsoft.EntityFrameworkCore;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Faults;

/// <summary>Who is told that a payer's bank awaits an answer.</summary>
public sealed class DisputeMailTests
{
    [Theory]
    [EveryDatabase]
    public async Task However_many_events_tell_of_a_dispute_each_administrator_is_told_once(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        await world.Stripe.TopUp("gbp", 100_000);
        var all = new[] { await world.Administrator(), await world.SecondAdministrator() };
        var offer = await world.Open();
        var application = await world.Buy(offer, 7);
        var charge = await world.InDatabase(db => db.Payments.Select(p => p.ProviderCharge).SingleAsync());

        await world.Stripe.Dispute(charge, backwards: true);
        await world.Settle();

        var told = await world.InDatabase(db =>
            db.SentMails.Where(m => m.Text.Contains("/admin/disputes/")).ToListAsync()
        );
        told.Select(m => m.To).ShouldBe(all.Select(a => a.Email), ignoreOrder: true);
        told.ShouldAllBe(m => m.Subject.Contains("£70.00", StringComparison.Ordinal));
        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Refunding);
    }
}
