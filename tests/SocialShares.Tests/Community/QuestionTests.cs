using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Community;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Community;

/// <summary>People ask, boards answer, and nobody is flooded with mail or markup.</summary>
[Collection(nameof(OneWorld))]
public sealed class QuestionTests
{
    private const string Text = "Does the shop stay open in winter? <script>alert(1)</script>";

    [Theory]
    [EveryDatabase]
    public async Task A_board_answers_for_everyone_for_the_asker_or_says_why_not(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var (asker, other, board) = (await world.SignUp(), await world.SignUp(), offer.By.Chair);
        var first = await Ask(offer, asker, Text);
        var second = await Ask(offer, asker, "What do you pay the manager of the shop?");
        var third = await Ask(offer, asker, "Who are you to ask us for money?");

        (await Read(other, offer)).ShouldBeEmpty();
        (await Read(asker, offer)).Count.ShouldBe(3);
        (await board.Get($"enterprises/{offer.By.Id}/questions-waiting"))
            .As<IReadOnlyList<QuestionsWaiting>>()
            .ShouldHaveSingleItem()
            .Count.ShouldBe(3);

        var answer = new AnswerQuestion.Body("Every day, from eight to six.", Publish: true);
        (await board.Post($"{offer.Path}/questions/{first}/answer", answer)).ShouldSucceed();
        (await board.Post($"{offer.Path}/questions/{second}/answer", answer with { Publish = false })).ShouldSucceed();
        (
            await board.Post($"{offer.Path}/questions/{third}/decline", new DeclineQuestion.Body("No question."))
        ).ShouldSucceed();

        var published = (await Read(other, offer)).ShouldHaveSingleItem();
        (published.Answer, published.AnsweredBy).ShouldBe((answer.Answer, board.Name));
        (published.Asker, published.Reason).ShouldBe((null, null));
        (await Read(asker, offer)).Single(q => q.Id == third).Reason.ShouldBe("No question.");
        (await Read(other, offer)).ShouldNotContain(q => q.Id == second);

        (await board.Post($"{offer.Path}/questions/{second}/publish")).ShouldSucceed();
        (await Read(world.Nobody, offer)).Count.ShouldBe(2);
        (await board.Post($"{offer.Path}/questions/{first}/answer", answer)).ShouldBeRefused("question.state");
        (
            await board.Post($"{offer.Path}/questions/{first}/decline", new DeclineQuestion.Body("We regret it."))
        ).ShouldBeRefused("question.state");

        var mails = await world.MailTo(asker.Email);
        mails.Count.ShouldBe(3);
        mails.Count(m => m.Text.Contains(answer.Answer)).ShouldBe(2);
        mails.Count(m => m.Text.Contains("No question.")).ShouldBe(1);
    }

    [Theory]
    [EveryDatabase]
    public async Task Markup_in_a_question_is_text_on_the_page(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var question = await Ask(offer, await world.SignUp(), Text);
        (
            await offer.By.Chair.Post(
                $"{offer.Path}/questions/{question}/answer",
                new AnswerQuestion.Body("<img src=x onerror=alert(1)> yes", Publish: true)
            )
        ).ShouldSucceed();

        var page = await world.Nobody.Get($"/offers/{offer.Slug}");

        page.Text.ShouldContain("&lt;script&gt;alert(1)");
        page.Text.ShouldContain("&lt;img src=x");
        page.Text.ShouldNotContain("<script>alert");
        page.Text.ShouldNotContain("<img src=x");
    }

    [Theory]
    [EveryDatabase]
    public async Task An_administrator_takes_an_abusive_question_off_with_a_reason_and_a_trace(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var (asker, administrator) = (await world.SignUp(), await world.Administrator());
        var question = await Ask(offer, asker, Text);
        var answer = new AnswerQuestion.Body("It does.", Publish: true);
        (await offer.By.Chair.Post($"{offer.Path}/questions/{question}/answer", answer)).ShouldSucceed();
        var hide = new HideQuestion.Body("It insults somebody.");

        (await offer.By.Chair.Post($"{offer.Path}/questions/{question}/hide", hide)).Status.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await administrator.Post($"{offer.Path}/questions/{question}/hide", hide)).ShouldSucceed();

        (await Read(world.Nobody, offer)).ShouldBeEmpty();
        (await Read(asker, offer)).Single().Reason.ShouldBe(hide.Reason);
        (await administrator.Post($"{offer.Path}/questions/{question}/hide", hide)).ShouldBeRefused("question.state");
        (
            await world.InDatabase(db =>
                db.AuditRows.CountAsync(a =>
                    a.Action == nameof(HideQuestion)
                    && a.Subject == $"offer {offer.Id}"
                    && a.PersonId == administrator.Id
                )
            )
        ).ShouldBeGreaterThanOrEqualTo(1);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_board_gets_one_mail_a_day_however_many_ask(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var asker = await world.SignUp();
        await Ask(offer, asker, Text);
        await Ask(offer, asker, Text);
        await world.RunAll(nameof(TellBoards));
        await Ask(offer, asker, Text);
        (await asker.Post($"{offer.Path}/questions", new AskQuestion.Body("And one question more?"))).ShouldBeRefused(
            "question.too-many-waiting"
        );
        await world.RunAll(nameof(TellBoards));

        async Task<int> Told() =>
            (await world.MailTo(offer.By.Chair.Email)).Count(m => m.Text.Contains($"/board/{offer.By.Slug}"));

        (await Told()).ShouldBe(1);
        world.Clock.Move(TimeSpan.FromHours(21));
        await world.RunAll(nameof(TellBoards), nameof(TellBoards));
        (await Told()).ShouldBe(2);
    }

    [Fact]
    public async Task A_question_has_a_length_an_asker_and_an_offer()
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var offer = await world.Open();
        var draft = await world.Draft(offer.By);
        var asker = await world.SignUp();

        (await asker.Post($"{offer.Path}/questions", new AskQuestion.Body("Why?"))).ShouldBeMalformed(
            "text",
            "field.length"
        );
        (await asker.Post($"{offer.Path}/questions", new AskQuestion.Body(new string('a', 1001)))).ShouldBeMalformed(
            "text",
            "field.length"
        );
        (await asker.Post($"{draft.Path}/questions", new AskQuestion.Body(Text))).ShouldFail(
            HttpStatusCode.NotFound,
            "offer.unknown"
        );
        var mine = await Ask(offer, asker, Text);
        var other = await world.Open();
        var body = new AnswerQuestion.Body("Not about my offer.", Publish: true);
        (await other.By.Chair.Post($"{other.Path}/questions/{mine}/answer", body)).ShouldFail(
            HttpStatusCode.NotFound,
            "question.unknown"
        );
    }

    private static async Task<QuestionId> Ask(DraftedOffer offer, Person asker, string text) =>
        (await asker.Post($"{offer.Path}/questions", new AskQuestion.Body(text))).As<QuestionAsked>().Id;

    private static async Task<IReadOnlyList<QuestionShown>> Read(Person reader, DraftedOffer offer) =>
        (await reader.Get($"{offer.Path}/questions")).As<IReadOnlyList<QuestionShown>>();
}
