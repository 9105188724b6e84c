using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Data.Bulk;
using SocialShares.Features.Community;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Community;

/// <summary>What a board tells reaches those whom it concerns, once.</summary>
[Collection(nameof(OneWorld))]
public sealed class UpdateTests
{
    private static readonly PublishUpdate.Body News = new(
        "The roof is on",
        "Dear all,\n\n- the **roof** is on\n- [look](https://hallowby.example/roof)\n\n<b>not bold</b>",
        UpdateAudience.Applicants
    );

    [Theory]
    [EveryDatabase]
    public async Task Applicants_get_one_mail_each_and_read_what_others_do_not(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var (applicant, gone) = (await world.Buy(offer), await world.Apply(offer));
        await world.Apply(offer, 2, applicant.By);
        (await gone.By.Post($"{gone.Path}/cancel")).ShouldSucceed();
        var key = Guid.NewGuid();

        var published = (await offer.By.Chair.Post($"{offer.Path}/updates", News, key)).As<UpdatePublished>();
        var again = (await offer.By.Chair.Post($"{offer.Path}/updates", News, key)).As<UpdatePublished>();

        (published.No, published.Mails).ShouldBe((1, 1));
        again.ShouldBe(published);
        (await Mails(world, applicant.By)).ShouldHaveSingleItem().Text.ShouldContain("the **roof** is on");
        (await Mails(world, gone.By)).ShouldBeEmpty();
        (await Read(applicant.By, offer)).Count.ShouldBe(1);
        (await Read(offer.By.Chair, offer)).Count.ShouldBe(1);
        (await Read(gone.By, offer)).ShouldBeEmpty();
        (await Read(world.Nobody, offer)).ShouldBeEmpty();
        (
            await offer.By.Chair.Post($"{offer.Path}/updates", News with { Audience = UpdateAudience.Everyone })
        ).ShouldSucceed();
        (await Read(world.Nobody, offer)).ShouldHaveSingleItem().Title.ShouldBe(News.Title);
        var page = await world.Nobody.Get($"/offers/{offer.Slug}");
        page.Text.ShouldContain("<strong>roof</strong>");
        page.Text.ShouldContain("&lt;b&gt;not bold");
    }

    [Theory]
    [EveryDatabase]
    public async Task Who_wants_no_more_news_gets_only_what_the_law_asks_for(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var applicant = await world.Buy(offer);
        (await offer.By.Chair.Post($"{offer.Path}/updates", News)).ShouldSucceed();
        var link = TestWorld.LinkIn((await Mails(world, applicant.By)).Single(), "/stop-updates?code=");
        var code = link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..];

        (await world.Nobody.Get(link)).Status.ShouldBe(HttpStatusCode.OK);
        (await world.Nobody.Get($"updates-by-mail?code={code}")).As<UpdatesLink>().Wanted.ShouldBeTrue();
        (
            await world.Nobody.Post("updates-by-mail", new FollowUpdatesLink.Body(code, Wanted: false), Person.NoKey)
        ).ShouldSucceed();
        var plain = (await offer.By.Chair.Post($"{offer.Path}/updates", News)).As<UpdatePublished>();
        var legal = (
            await offer.By.Chair.Post($"{offer.Path}/updates", News with { IsLegal = true })
        ).As<UpdatePublished>();

        (plain.Mails, legal.Mails).ShouldBe((0, 1));
        (await Mails(world, applicant.By)).Count.ShouldBe(2);
        (
            await world.Nobody.Post(
                "updates-by-mail",
                new FollowUpdatesLink.Body(code[..^2] + "xx", Wanted: false),
                Person.NoKey
            )
        ).ShouldFail(HttpStatusCode.NotFound, "updates-link.unknown");
        (
            await applicant.By.Put($"enterprises/{offer.By.Id}/updates-by-mail", new ChooseUpdates.Body(Wanted: true))
        ).ShouldSucceed();
        (await offer.By.Chair.Post($"{offer.Path}/updates", News)).As<UpdatePublished>().Mails.ShouldBe(1);
        (await offer.By.Chair.Post($"{offer.Path}/updates", News)).ShouldBeRefused("update.too-many-today");
    }

    [Theory]
    [EveryDatabase]
    public async Task Ten_thousand_readers_are_one_command_and_leave_room_for_others(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        await world.Start(offer);
        await Crowd(world, offer, 10_000);

        var published = (await offer.By.Chair.Post($"{offer.Path}/updates", News)).As<UpdatePublished>();

        published.Mails.ShouldBe(10_000);
        var name = published.Id.ToString();
        var rows = await world.InDatabase(db => db.Outbox.Where(o => o.Body.Contains(name)).ToListAsync());
        rows.Select(r => r.Body).Distinct().Count().ShouldBe(10_000);
        rows.GroupBy(r => r.DueAt).Max(g => g.Count()).ShouldBe(PublishUpdate.MailsASecond);
        // These people have no mail address, so their mails are not sent.
        await world.InDatabase(db => db.Outbox.Where(o => o.Body.Contains(name)).ExecuteDeleteAsync());
    }

    [Fact]
    public async Task A_draft_has_no_readers_and_what_was_told_stays()
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var draft = await world.Draft(await world.RegisterEnterprise());

        (await draft.By.Chair.Post($"{draft.Path}/updates", News)).ShouldBeRefused("update.not-public-yet");
    }

    // Applications that only this question needs: copies of one, each of another person.
    private static Task<int> Crowd(TestWorld world, DraftedOffer offer, int people) =>
        world.InDatabase(async db =>
        {
            var one = await db.Applications.AsNoTracking().SingleAsync(a => a.OfferId == offer.Id);
            await using var transaction = await db.Database.BeginTransactionAsync();
            await BulkInsert.Insert(db, Enumerable.Range(0, people).Select(_ => Copy(db, one)), CancellationToken.None);
            await transaction.CommitAsync();
            return people;
        });

    private static Application Copy(SharesDb db, Application one)
    {
        var values = db.Entry(one).CurrentValues.Clone();
        values[nameof(Application.Id)] = ApplicationId.New();
        values[nameof(Application.PersonId)] = PersonId.New();
        values[nameof(Application.State)] = ApplicationState.Issued;
        return (Application)values.ToObject();
    }

    private static async Task<List<SentMail>> Mails(TestWorld world, Person reader) =>
        [.. (await world.MailTo(reader.Email)).Where(m => m.Subject.Contains(News.Title))];

    private static async Task<IReadOnlyList<UpdateShown>> Read(Person reader, DraftedOffer offer) =>
        (await reader.Get($"{offer.Path}/updates")).As<IReadOnlyList<UpdateShown>>();
}
