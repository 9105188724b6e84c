using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialShares.Data;
using SocialShares.Features.Holdings;
using SocialShares.Features.Register;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Holdings;

/// <summary>Shares that pass from one holder to another.</summary>
[Collection(nameof(OneWorld))]
public sealed class ShareTransferTests
{
    [Theory]
    [EveryDatabase]
    public async Task Nobody_is_asked_by_mail_to_accept_what_was_taken_back_meanwhile(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (ann, cas) = (await world.SignUp("Ann Giver"), await world.SignUp("Cas Receiver"));
        var shares = await world.IssueShares([(ann, 12)]);
        var giver = await world.HolderOf(shares.By.Id, ann);
        var asked = (await world.TryTransfer(shares, ann, cas.Email, 5)).As<TransferStanding>();
        var before = (await world.MailTo(cas.Email)).Count;
        (await ann.Post($"holdings/{giver.Id}/transfers/{asked.Id}/take-back", key: Person.NoKey)).ShouldSucceed();

        // As the outbox would deliver it that had not come round before.
        await using (var scope = world.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<Outbox>().Add(new InviteReceiver(asked.Id));
            await scope
                .ServiceProvider.GetRequiredService<SharesDb>()
                .SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        (await world.MailTo(cas.Email)).Count.ShouldBe(before);
        before.ShouldBe(1);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_part_passes_on_the_day_the_receiver_accepts_and_never_counts_twice(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (ann, cas) = (await world.SignUp("Ann Giver"), await world.SignUp("Cas Receiver"));
        var shares = await world.IssueShares([(ann, 12)]);
        var giver = await world.HolderOf(shares.By.Id, ann);
        world.Clock.Move(TimeSpan.FromDays(40));
        var asked = (await world.TryTransfer(shares, ann, cas.Email, 5)).As<TransferStanding>();
        asked.State.ShouldBe(TransferState.Asked);

        var offered = (
            await cas.Get($"transfers/{asked.Id}?code={await world.CodeInMail(asked.Id, cas)}")
        ).As<OfferedTransfer>();
        var done = (await world.TryAccept(asked.Id, cas)).As<TransferStanding>();

        (offered.Units, offered.From, offered.UnitMinor).ShouldBe((5, giver.Name, TestWorld.Par));
        done.State.ShouldBe(TransferState.Done);
        var receiver = await world.HolderOf(shares.By.Id, cas);
        receiver.AdmittedOn.ShouldBe(done.DoneOn);
        var day = done.DoneOn!.Value;
        // Half-open: the day before the giver holds all, on the day the receiver has them and the giver does not.
        (await UnitsAsOf(shares, day.AddDays(-1))).ShouldBe([12L]);
        (await UnitsAsOf(shares, day)).ShouldBe([7L, 5L]);
        var certificates = await world.InDatabase(db =>
            db.Certificates.Where(c => c.EnterpriseId == shares.By.Id).OrderBy(c => c.Number).ToListAsync()
        );
        certificates.Select(c => (c.MemberId, c.Units)).ShouldBe([(giver.Id, 12), (receiver.Id, 5), (giver.Id, 7)]);
        (await TestWorldReplay(world, asked, cas)).ShouldBeRefused("transfer.state");
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task Whoever_gives_all_is_no_member_any_more_and_may_become_one_again(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (ann, cas) = (await world.SignUp(), await world.SignUp());
        var shares = await world.IssueShares([(ann, 12), (cas, 3)]);
        var away = (await world.TryTransfer(shares, ann, cas.Email, 12)).As<TransferStanding>();
        var code = new AcceptTransfer.Body(await world.CodeInMail(away.Id, cas)); // the register knows cas: no details
        (await cas.Post($"transfers/{away.Id}/acceptance", code, Person.NoKey)).ShouldSucceed();
        var left = await world.HolderOf(shares.By.Id, ann);
        left.CeasedOn.ShouldNotBeNull();
        (await world.TryTransfer(shares, ann, cas.Email, 1)).ShouldBeRefused("transfer.units");
        world.Clock.Move(TimeSpan.FromDays(30));

        var back = (await world.TryTransfer(shares, cas, ann.Email, 4)).As<TransferStanding>();
        (await world.TryAccept(back.Id, ann)).ShouldSucceed();

        var again = await world.HolderOf(shares.By.Id, ann);
        (again.CeasedOn, again.Number).ShouldBe((null, left.Number));
        again.AdmittedOn!.Value.ShouldBeGreaterThan(left.CeasedOn!.Value);
        var former = await world.InDatabase(db => db.FormerMemberships.SingleAsync(f => f.MemberId == left.Id));
        (former.AdmittedOn, former.CeasedOn).ShouldBe((left.AdmittedOn!.Value, left.CeasedOn.Value));
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task The_receiver_never_gets_more_than_one_holder_may_have(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (ann, cas) = (await world.SignUp(), await world.SignUp());
        var shares = await world.IssueShares([(ann, 12), (cas, 15)]);

        var six = (await world.TryTransfer(shares, ann, cas.Email, 6)).As<TransferStanding>();
        var refused = (await world.TryAccept(six.Id, cas)).ShouldBeRefused("application.above-maximum-together");

        refused.Text.ShouldContain("200.00"); // the most of one person
        refused.Text.ShouldContain("210.00"); // what it would have been
        (
            await ann.Post(
                $"holdings/{(await world.HolderOf(shares.By.Id, ann)).Id}/transfers/{six.Id}/take-back",
                key: Person.NoKey
            )
        )
            .As<TransferStanding>()
            .State.ShouldBe(TransferState.TakenBack);
        var five = (await world.TryTransfer(shares, ann, cas.Email, 5)).As<TransferStanding>();
        (await world.TryAccept(five.Id, cas)).ShouldSucceed();
    }

    [Theory]
    [EveryDatabase]
    public async Task Whatever_the_class_nobody_receives_more_than_the_law_lets_one_person_hold(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (ann, bob) = (await world.SignUp(), await world.SignUp());
        var first = await world.IssueShares([(bob, 6_000)], change: Large);
        var second = await world.IssueShares([(ann, 5_000)], by: first.By, change: Large);
        var over = (await world.TryTransfer(second, ann, bob.Email, 4_001)).As<TransferStanding>();
        var within = (await world.TryTransfer(second, ann, bob.Email, 999)).As<TransferStanding>();

        (await world.TryAccept(over.Id, bob)).ShouldBeRefused("application.above-legal-cap");
        (await world.TryAccept(within.Id, bob)).ShouldSucceed();

        (await world.Held(second, (await world.HolderOf(first.By.Id, bob)).Id)).ShouldBe(999);

        static OfferTerms Large(OfferTerms t) =>
            t with
            {
                MaximumTargetMinor = 20_000_000,
                MaximumPerHolderMinor = 8_000_000,
                MaximumPerOrganisationMinor = 8_000_000,
            };
    }

    [Theory]
    [EveryDatabase]
    public async Task No_answer_tells_whether_an_address_has_signed_up_and_the_code_is_needed(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (ann, cas, eve) = (await world.SignUp(), await world.SignUp(), await world.SignUp("Eve Dropper"));
        var shares = await world.IssueShares([(ann, 12)]);

        var known = await world.TryTransfer(shares, ann, cas.Email, 1);
        var unknown = await world.TryTransfer(shares, ann, $"{Guid.NewGuid():N}@nowhere.example", 1);

        var id = known.As<TransferStanding>().Id;
        Shape(known).ShouldBe(Shape(unknown));
        var code = await world.CodeInMail(id, cas);
        (await eve.Get($"transfers/{id}?code={code}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await cas.Get($"transfers/{id}?code=WRONG")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await cas.Get($"transfers/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await cas.Post($"transfers/{id}/refusal", new DeclineOfferedTransfer.Body(code), Person.NoKey))
            .As<TransferStanding>()
            .State.ShouldBe(TransferState.Declined);
        (await world.InDatabase(db => db.Members.CountAsync(m => m.EnterpriseId == shares.By.Id))).ShouldBe(1);

        static string Shape(Reply r) => $"{r.Status} {r.Json["state"]} {r.Json["needsApproval"]} {r.Json["doneOn"]}";
    }

    [Theory]
    [EveryDatabase]
    public async Task A_class_that_asks_it_waits_for_a_board_member_who_has_no_part_in_it(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (ann, cas) = (await world.SignUp(), await world.SignUp());
        var shares = await world.IssueShares([(ann, 12)], TestWorld.Loose with { TransferNeedsApproval = true });
        var asked = (await world.TryTransfer(shares, ann, cas.Email, 5)).As<TransferStanding>();
        Task<Reply> Decide(bool approve) =>
            shares.By.Chair.Post(
                $"{shares.Path}/transfers/{asked.Id}/decision",
                new DecideTransfer.Body(approve, approve ? null : "Not now"),
                Person.NoKey
            );
        (await Decide(true)).ShouldBeRefused("transfer.state");

        (await world.TryAccept(asked.Id, cas)).As<TransferStanding>().State.ShouldBe(TransferState.Accepted);
        (await world.Held(shares, (await world.HolderOf(shares.By.Id, ann)).Id)).ShouldBe(12);
        (await Decide(true)).As<TransferStanding>().State.ShouldBe(TransferState.Done);

        (await Decide(false)).ShouldBeRefused("transfer.state");
        (await world.Held(shares, (await world.HolderOf(shares.By.Id, ann)).Id)).ShouldBe(7);
    }

    private static Task<Reply> TestWorldReplay(TestWorld world, TransferStanding asked, Person receiver) =>
        world.TryAccept(asked.Id, receiver);

    private static async Task<IEnumerable<long>> UnitsAsOf(IssuedShares shares, DateOnly day)
    {
        var page = (await shares.By.Chair.Get($"{shares.Path}/register?asOf={day:yyyy-MM-dd}")).As<RegisterPage>();
        return page.Members.Select(m => m.Units!.Value);
    }
}
