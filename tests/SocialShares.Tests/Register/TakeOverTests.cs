using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Register;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Register;

/// <summary>A child comes of age and takes over what a guardian kept.</summary>
[Collection(nameof(OneWorld))]
public sealed class TakeOverTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_child_of_full_age_takes_the_holding_over_by_the_link_in_the_mail_once(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var guardian = await world.SignUp();
        var member = await Child(world, guardian, years: 17);
        var (wren, email) = (await world.SignUp("Wren Teller"), $"{Guid.NewGuid():N}@people.example");
        var invite = new InviteChild.Body(email);

        (await guardian.Post($"holdings/{member}/take-over-invitation", invite, Person.NoKey)).ShouldBeRefused(
            "holding.not-of-age"
        );
        world.Clock.Move(TimeSpan.FromDays(370));
        await world.RunAll(nameof(ComeOfAge), nameof(ComeOfAge));
        await world.Settle();
        (await wren.Post($"holdings/{member}/take-over-invitation", invite, Person.NoKey)).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await guardian.Post($"holdings/{member}/take-over-invitation", invite, Person.NoKey)).ShouldSucceed();
        await world.Settle();
        var first = await Secret(world, email);
        (await guardian.Post($"holdings/{member}/take-over-invitation", invite, Person.NoKey)).ShouldSucceed();
        await world.Settle();
        var second = await Secret(world, email);

        (await wren.Post($"take-overs/{first}/acceptance", key: Person.NoKey)).ShouldBeRefused("invitation.used");
        (await world.Nobody.Post($"take-overs/{second}/acceptance", key: Person.NoKey)).Status.ShouldBe(
            HttpStatusCode.Unauthorized
        );
        (await world.Nobody.Get($"take-overs/{second}")).As<TakeOverShown>().Shares.ShouldBe(12);
        (await guardian.Post($"take-overs/{second}/acceptance", key: Person.NoKey)).ShouldBeRefused(
            "holding.take-over-own"
        );
        (await wren.Post($"take-overs/{second}/acceptance", key: Person.NoKey)).ShouldSucceed();
        (await wren.Post($"take-overs/{second}/acceptance", key: Person.NoKey)).ShouldBeRefused("invitation.used");
        await world.Settle();

        (await wren.Get($"holdings/{member}")).As<HoldingRead>().Card.Units.ShouldBe(12);
        (await guardian.Get($"holdings/{member}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var row = await world.InDatabase(db => db.Members.AsNoTracking().SingleAsync(m => m.Id == member));
        (row.Kind, row.PersonId, row.Party!.Guardian).ShouldBe((HolderKind.Person, wren.Id, "Iris Teller"));
        row.Identity.ShouldBe("", "as of everybody who is a person, so that nobody is two members");
        (await Mails(world, guardian.Email, "come of age")).ShouldBe(1);
        (await Mails(world, guardian.Email, "has taken over")).ShouldBe(1);
    }

    [Theory]
    [EveryDatabase]
    public async Task The_link_expires_and_is_stored_as_a_digest_only(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var guardian = await world.SignUp();
        var member = await Child(world, guardian, years: 17);
        world.Clock.Move(TimeSpan.FromDays(370));
        var (wren, email) = (await world.SignUp("Wren Teller"), $"{Guid.NewGuid():N}@people.example");
        (
            await guardian.Post($"holdings/{member}/take-over-invitation", new InviteChild.Body(email), Person.NoKey)
        ).ShouldSucceed();
        await world.Settle();
        var secret = await Secret(world, email);

        var kept = await world.InDatabase(db => db.Invitations.AsNoTracking().SingleAsync(i => i.Email == email));
        var outbox = await world.InDatabase(db => db.Outbox.CountAsync(o => o.Body.Contains(secret)));
        world.Clock.Move(TimeSpan.FromDays(31));

        kept.SecretHash.ShouldBe(Invitation.HashOf(secret));
        outbox.ShouldBe(0);
        (await wren.Post($"take-overs/{secret}/acceptance", key: Person.NoKey)).ShouldBeRefused("invitation.expired");
        (await world.Nobody.Get($"take-overs/{secret}")).ShouldBeRefused("invitation.expired");
        (await world.Nobody.Get("take-overs/guessed")).ShouldFail(HttpStatusCode.NotFound, "invitation.unknown");
    }

    [Theory]
    [EveryDatabase]
    public async Task Whoever_is_a_member_already_takes_nothing_over_and_is_told_what_to_do(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (guardian, wren) = (await world.SignUp(), await world.SignUp("Wren Teller"));
        var member = await Child(world, guardian, years: 17, own: wren);
        await world.Settle();
        world.Clock.Move(TimeSpan.FromDays(370));
        var email = $"{Guid.NewGuid():N}@people.example";
        (
            await guardian.Post($"holdings/{member}/take-over-invitation", new InviteChild.Body(email), Person.NoKey)
        ).ShouldSucceed();
        await world.Settle();

        var taken = await wren.Post($"take-overs/{await Secret(world, email)}/acceptance", key: Person.NoKey);

        taken.ShouldBeRefused("holding.take-over-already-holder");
        (await wren.Get("portfolio")).As<IReadOnlyList<HoldingCard>>().Count.ShouldBe(1);
        (await guardian.Get($"holdings/{member}")).As<HoldingRead>().Card.Units.ShouldBe(12);
    }

    private static async Task<MemberId> Child(TestWorld world, Person guardian, int years, Person? own = null)
    {
        var offer = await world.Open(change: t =>
            t with
            {
                Eligibility = new Eligibility(Holders: [HolderGroup.Person, HolderGroup.Minor]),
            }
        );
        var wren = TestWorld.Holder(HolderKind.Minor) with
        {
            BornOn = LegalDay.Of(world.Clock.Now, "Europe/London").AddYears(-years),
        };
        var application = await world.Start(offer, 12, guardian, holder: wren);
        (await TestWorld.Submit(application)).ShouldSucceed();
        await world.Stripe.Pay(await world.Session(application));
        if (own is not null)
            await world.Buy(offer, 3, own);
        await world.End(offer);
        return (await guardian.Get("portfolio")).As<IReadOnlyList<HoldingCard>>().Single().MemberId;
    }

    private static async Task<string> Secret(TestWorld world, string email)
    {
        var text = await world.InDatabase(db =>
            db.SentMails.Where(m => m.To == email).OrderByDescending(m => m.Id).Select(m => m.Text).FirstAsync()
        );
        return Regex.Match(text, "/take-over/([A-Za-z0-9_-]{43})").Groups[1].Value;
    }

    private static Task<int> Mails(TestWorld world, string to, string words) =>
        world.InDatabase(db => db.SentMails.CountAsync(m => m.To == to && m.Text.Contains(words)));
}
