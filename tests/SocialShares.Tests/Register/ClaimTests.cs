using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Holdings;
using SocialShares.Features.Import;
using SocialShares.Features.Issuing;
using SocialShares.Features.Register;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;
using SocialShares.Tests.Import;

namespace SocialShares.Tests.Register;

/// <summary>Who stands in the register, or applied on paper, without an account takes that over by a link in a mail.</summary>
[Collection(nameof(OneWorld))]
public sealed class ClaimTests
{
    private const string List = """
        Lidnummer;Naam;Soort;Straat;Postcode;Woonplaats;Land;Datum toetreding;Aandelen
        1;Ans de Vries;persoon;Dorpsstraat 1;1234 AB;Lutjeveen;NL;31-01-2020;10
        2;Café De Hoek;organisatie;Dorpsstraat 2;1234AB;Lutjeveen;NL;2021-05-01;1000
        3;Łukasz 王;persoon;Laan 3;1234AB;Lutjeveen;NL;1/6/2021;5
        """;

    [Theory]
    [EveryDatabase]
    public async Task An_imported_holder_is_claimed_once_and_nobody_becomes_the_same_holder_twice(Engine engine)
    {
        var (society, members) = await Imported(engine);
        var world = society.World;
        var ans = await world.SignUp("Ans de Vries");

        (await Invite(ans, members[0])).Status.ShouldBe(HttpStatusCode.Forbidden);
        var first = await Invited(world, society.Chair, members[0]);
        var second = await Invited(world, await world.Administrator(), members[0]);
        (await Claim(ans, first)).ShouldBeRefused("invitation.used");
        (await Claim(ans, "guessed")).ShouldFail(HttpStatusCode.NotFound, "invitation.unknown");
        (await ans.Post($"take-overs/{second}/acceptance", key: Person.NoKey)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Claim(world.Nobody, second)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        var shown = (await world.Nobody.Get($"claims/{second}")).As<ClaimShown>();
        (await Claim(ans, second)).As<Claimed>().Holdings.ShouldBe(1);
        (await Claim(await world.SignUp(), second)).ShouldBeRefused("invitation.used");

        (shown.Name, shown.Holdings, shown.Applications).ShouldBe(("Ans de Vries", 1, 0));
        (await Cards(ans)).Single().Units.ShouldBe(10);
        (await Invite(society.Chair, members[0])).ShouldBeRefused("claim.has-account");
        // The café is another holder, of which she is the treasurer; another person is not.
        (await Claim(ans, await Invited(world, society.Chair, members[1]))).ShouldSucceed();
        var other = await Invited(world, society.Chair, members[2]);
        (await Claim(ans, other)).ShouldBeRefused("claim.already-holder");
        (await Claim(await world.SignUp("Łukasz 王"), other)).ShouldSucceed();
        (await Cards(ans)).Sum(c => c.Units).ShouldBe(1010);
        var row = await world.InDatabase(db => db.Members.AsNoTracking().SingleAsync(m => m.Id == members[0].Id));
        (row.PersonId, row.Kind, row.Number, row.Name).ShouldBe((ans.Id, HolderKind.Person, 1, "Ans de Vries"));
        var audited = await world.InDatabase(db =>
            db.AuditRows.CountAsync(a => a.Action == nameof(AcceptClaim) && a.PersonId == ans.Id)
        );
        audited.ShouldBe(2);
    }

    [Theory]
    [EveryDatabase]
    public async Task Who_invites_does_not_take_over_nor_does_whom_they_seated_and_the_board_is_told(Engine engine)
    {
        var (society, members) = await Imported(engine);
        var world = society.World;
        var own = await world.Seat(society.By, society.Chair);
        var path = $"holders/{members[0].Id}/claim-invitation";
        Task<Reply> InviteTo(string email) => society.Chair.Post(path, new InviteToClaim.Body(email), Person.NoKey);

        (await InviteTo(society.Chair.Email.ToUpperInvariant())).ShouldBeRefused("claim.own-invitation");
        (await InviteTo(own.Email)).ShouldBeRefused("four-eyes.seated-by-first");
        var (email, secret) = await InvitedAt(world, society.Chair, path);
        (await Claim(society.Chair, secret)).ShouldBeRefused("claim.own-invitation");
        (await Claim(own, secret)).ShouldBeRefused("four-eyes.seated-by-first");
        var ans = await world.SignUp("Ans de Vries");
        (await Claim(ans, secret)).ShouldSucceed();

        var mails = await world.MailTo(society.Second.Email);
        mails.ShouldContain(m => m.Subject.Contains("is invited to take over") && m.Text.Contains(email));
        mails.ShouldContain(m => m.Subject.Contains("has taken over") && m.Text.Contains(ans.Email));
        var subject = await world.InDatabase(db =>
            db.AuditRows.Where(a => a.Action == nameof(AcceptClaim) && a.PersonId == ans.Id)
                .Select(a => a.Subject)
                .SingleAsync()
        );
        subject.ShouldBe($"claim of {members[0].PersonId} in enterprise {society.Id}");
    }

    [Theory]
    [EveryDatabase]
    public async Task An_invitation_goes_only_to_the_address_on_a_paper_that_a_second_person_confirmed(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var known = $"{Guid.NewGuid():N}@people.example";
        var paper = await TestWorld.Typed(offer, world.Paper(offer, 2, known));
        Task<Reply> InviteTo(string email) =>
            offer.By.Chair.Post(
                $"paper-applications/{paper}/claim-invitation",
                new InviteToClaim.Body(email),
                Person.NoKey
            );

        (await InviteTo(known)).ShouldBeRefused("claim.paper-typed");
        (await TestWorld.Decide(await world.Administrator(), paper)).ShouldSucceed();
        (await InviteTo("somebody-else@people.example")).ShouldBeRefused("claim.other-address");
        (await InviteTo(known.ToUpperInvariant())).ShouldSucceed();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_paper_is_not_confirmed_any_more_once_its_applicant_signs_in(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var first = await TestWorld.Typed(offer, world.Paper(offer, 2));
        (await TestWorld.Decide(await world.Administrator(), first)).ShouldSucceed();
        var secret = await Invited(world, offer.By.Chair, $"paper-applications/{first}/claim-invitation");
        var second = await TestWorld.Typed(offer, world.Paper(offer, 3));
        (await Claim(await world.SignUp(), secret)).As<Claimed>().Applications.ShouldBe(2);

        (await TestWorld.Decide(await world.Administrator(), second)).ShouldBeRefused("paper.has-account");
    }

    [Theory]
    [EveryDatabase]
    public async Task Nobody_takes_over_what_stands_on_the_name_of_somebody_who_died(Engine engine)
    {
        var (society, members) = await Imported(engine);
        var world = society.World;
        var secret = await Invited(world, society.Chair, members[0]);
        var today = LegalDay.Of(world.Clock.Now, society.By.Zone);
        var death = (
            await society.Chair.Post(
                $"enterprises/{society.Id}/deaths",
                new RecordDeath.Body(members[0].Number, today, "Certificate 7")
            )
        ).As<DeathStanding>();
        (
            await (await world.Administrator()).Post(
                $"deaths/{death.Id}/decision",
                new DecideDeath.Body(true),
                Person.NoKey
            )
        ).ShouldSucceed();

        (await Claim(await world.SignUp(), secret)).ShouldBeRefused("invitation.used");
        (await Invite(society.Chair, members[0])).ShouldBeRefused("holder.died");
    }

    [Theory]
    [EveryDatabase]
    public async Task An_application_on_paper_is_claimed_before_it_is_paid_and_issued_to_who_claimed_it(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var paper = await TestWorld.Typed(offer, world.Paper(offer, 12));
        (await TestWorld.Decide(await world.Administrator(), paper)).ShouldSucceed();
        var (member, iris) = ((await world.Buy(offer, 3)).By, await world.SignUp());
        var secret = await Invited(world, offer.By.Chair, $"paper-applications/{paper}/claim-invitation");

        (await Claim(member, secret)).ShouldBeRefused("claim.already-holder");
        (await Claim(iris, secret)).As<Claimed>().Applications.ShouldBe(1);
        var mine = (await iris.Get($"applications/{paper}")).As<ApplicationShown>();
        await world.PayOnPaper(paper);
        (await offer.By.Chair.Post($"{offer.Path}/paper-applications", world.Paper(offer, 1))).ShouldBeRefused(
            "paper.has-account"
        );
        await world.End(offer);

        (mine.State, mine.CheckoutUrl is null).ShouldBe((ApplicationState.AwaitingPayment, false));
        (await Cards(iris)).Single().Units.ShouldBe(12);
        var mails = await world.InDatabase(db => db.SentMails.CountAsync(m => m.To == iris.Email));
        mails.ShouldBeGreaterThan(1);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task The_link_expires(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var paper = await TestWorld.Typed(offer, world.Paper(offer, 2));
        (await TestWorld.Decide(await world.Administrator(), paper)).ShouldSucceed();
        var secret = await Invited(world, offer.By.Chair, $"paper-applications/{paper}/claim-invitation");

        world.Clock.Move(TimeSpan.FromDays(31));

        (await Claim(await world.SignUp(), secret)).ShouldBeRefused("invitation.expired");
        (await world.Nobody.Get($"claims/{secret}")).ShouldBeRefused("invitation.expired");
    }

    private static async Task<(Society, List<Member>)> Imported(Engine engine)
    {
        var society = await Society.On(engine);
        var import = (await society.Upload(List)).As<ImportShown>();
        import.State.ShouldBe(ImportState.Clean, await society.Problems(import));
        (await society.Confirm(society.Second, import)).ShouldSucceed();
        var members = await society.World.InDatabase(db =>
            db.Members.AsNoTracking().Where(m => m.EnterpriseId == society.Id).OrderBy(m => m.Number).ToListAsync()
        );
        return (society, members);
    }

    internal static async Task<string> Invited(TestWorld world, Person by, string path) =>
        (await InvitedAt(world, by, path)).Secret;

    private static async Task<(string Email, string Secret)> InvitedAt(TestWorld world, Person by, string path)
    {
        var email = $"{Guid.NewGuid():N}@people.example";
        (await by.Post(path, new InviteToClaim.Body(email), Person.NoKey)).ShouldSucceed();
        await world.Settle();
        var text = await world.InDatabase(db =>
            db.SentMails.Where(m => m.To == email).Select(m => m.Text).SingleAsync()
        );
        return (email, Regex.Match(text, "/claim/([A-Za-z0-9_-]{43})").Groups[1].Value);
    }

    private static Task<string> Invited(TestWorld world, Person by, Member member) =>
        Invited(world, by, $"holders/{member.Id}/claim-invitation");

    private static Task<Reply> Invite(Person by, Member member) =>
        by.Post($"holders/{member.Id}/claim-invitation", new InviteToClaim.Body("a@people.example"), Person.NoKey);

    private static Task<Reply> Claim(Person by, string secret) =>
        by.Post($"claims/{secret}/acceptance", key: Person.NoKey);

    private static async Task<IReadOnlyList<HoldingCard>> Cards(Person person) =>
        (await person.Get("portfolio")).As<IReadOnlyList<HoldingCard>>();
}
