using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Disputes;
using SocialShares.Features.Issuing;
using SocialShares.Features.Reconciling;
using SocialShares.Features.Register;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;
using Account = SocialShares.Domain.Account;

namespace SocialShares.Tests.Faults;

/// <summary>Payers' banks take payments back, in every order and at every moment; the books agree after each step.</summary>
[Collection(nameof(OneWorld))]
public sealed class DisputeTests
{
    [Theory]
    [EveryDatabase]
    public async Task Before_the_issue_the_application_ends_and_a_lost_dispute_is_the_refund(Engine engine)
    {
        var world = await World(engine);
        var offer = await world.Open();
        var application = await world.Buy(offer, 7);
        var dispute = await world.Stripe.Dispute(await Charge(world, application));
        await world.Settle();

        var contested = await TestWorld.Show(application);
        (contested.State, contested.Refund).ShouldBe((ApplicationState.Refunding, RefundState.Contested));
        (await world.Show(offer)).UnitsReserved.ShouldBe(0);
        await Agree(world);
        await world.Stripe.Decide(dispute, "lost");
        await world.Settle();

        var lost = await TestWorld.Show(application);
        (lost.State, lost.BankTookAll).ShouldBe((ApplicationState.Refunded, true));
        (
            await world.InDatabase(db => db.Refunds.SingleAsync(r => r.ApplicationId == application.Id))
        ).ProviderRefund.ShouldBeNull();
        (await world.Ledger(Account.Escrow(offer.Slug))).ShouldBe(0);
        (await world.Ledger(Account.Refunds(offer.Slug))).ShouldBe(0);
        await Agree(world);
    }

    [Theory]
    [EveryDatabase]
    public async Task Before_the_issue_a_dispute_that_is_won_is_followed_by_an_ordinary_refund(Engine engine)
    {
        var world = await World(engine);
        var offer = await world.Open();
        var application = await world.Buy(offer, 7);
        var dispute = await world.Stripe.Dispute(await Charge(world, application), backwards: true);
        await world.Settle();
        await world.Stripe.Decide(dispute, "won");
        await world.Settle();

        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Refunded);
        (
            await world.InDatabase(db => db.Refunds.SingleAsync(r => r.ApplicationId == application.Id))
        ).ProviderRefund.ShouldNotBeNull();
        await Agree(world);
    }

    [Theory]
    [EveryDatabase]
    public async Task Lost_first_and_won_in_the_end_the_payer_gets_it_once(Engine engine)
    {
        var world = await World(engine);
        var offer = await world.Open();
        var application = await world.Buy(offer, 7);
        var dispute = await world.Stripe.Dispute(await Charge(world, application), "lost", backwards: true);
        await world.Settle();
        var between = await TestWorld.Show(application);
        await Agree(world);
        await world.Stripe.Decide(dispute, "won");
        await world.Settle();

        between.State.ShouldBe(ApplicationState.Refunded);
        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Refunded);
        (
            await world.InDatabase(db => db.Refunds.SingleAsync(r => r.ApplicationId == application.Id))
        ).ProviderRefund.ShouldNotBeNull();
        await Agree(world);
    }

    [Theory]
    [EveryDatabase]
    public async Task After_the_issue_units_are_frozen_and_a_loss_is_taken_back_from_the_enterprise(Engine engine)
    {
        var world = await World(engine);
        var (ann, bea) = (await world.SignUp(), await world.SignUp());
        var shares = await world.IssueShares([(ann, 12), (bea, 8)]);
        var application = await Of(world, ann, shares.Offer);
        var id = await world.Stripe.Dispute(await Charge(world, application));
        await world.Settle();

        (await world.TryWithdraw(shares, ann, 1)).ShouldBeRefused("withdrawal.units");
        (await world.TryTransfer(shares, ann, bea.Email, 1)).ShouldBeRefused("transfer.units");
        (await world.Ledger(Account.Disputes)).ShouldBe(12 * TestWorld.Par);
        await Agree(world);
        await world.Stripe.Decide(id, "lost");
        await world.Settle();

        var dispute = await Read(world, id);
        (dispute.State, dispute.Money, dispute.LossMinor, dispute.OutstandingMinor).ShouldBe(
            (DisputeState.Lost, DisputedMoney.Units, 12 * TestWorld.Par, 0)
        );
        (await world.Ledger(Account.Disputes)).ShouldBe(0);
        (await world.Ledger(Account.Enterprise(shares.By.Slug))).ShouldBe(0);
        (await world.Ledger(Book.Of(shares.By.Slug), Account.PayableCorrections)).ShouldBe(12 * TestWorld.Par);
        (await world.TryWithdraw(shares, ann, 1)).ShouldBeRefused("withdrawal.units");
        await Agree(world);

        await world.Stripe.Decide(id, "won");
        await world.Settle();

        (await world.Ledger(Book.Of(shares.By.Slug), Account.PayableCorrections)).ShouldBe(0);
        (await world.Ledger(Account.Enterprise(shares.By.Slug))).ShouldBe(0);
        (await world.TryWithdraw(shares, ann, 1)).ShouldSucceed();
        await Agree(world);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_question_of_the_bank_freezes_units_until_it_has_come_to_nothing(Engine engine)
    {
        var world = await World(engine);
        var person = await world.SignUp();
        var shares = await world.IssueShares([(person, 12)]);
        var application = await Of(world, person, shares.Offer);
        var id = await world.Stripe.Dispute(await Charge(world, application), "warning_needs_response");
        await world.Settle();

        (await world.TryWithdraw(shares, person, 1)).ShouldBeRefused("withdrawal.units");
        (await Read(world, id)).Movements.ShouldBeEmpty();
        await world.Stripe.Decide(id, "warning_closed");
        await world.Settle();
        (await world.TryWithdraw(shares, person, 1)).ShouldSucceed();
        await Agree(world);
    }

    [Theory]
    [EveryDatabase]
    public async Task The_board_takes_units_of_a_lost_dispute_back_and_then_nobody_owes_anything(Engine engine)
    {
        var world = await World(engine);
        var (ann, bea) = (await world.SignUp(), await world.SignUp());
        var shares = await world.IssueShares([(ann, 12), (bea, 8)]);
        var application = await Of(world, ann, shares.Offer);
        var id = await world.Stripe.Dispute(await Charge(world, application), "lost");
        await world.Settle();
        var issued = await world.InDatabase(db =>
            db.RegisterEntries.SingleAsync(e => e.SourceId == application.Id.Value && e.Kind == EntryKind.Issue)
        );
        var correction = new ProposeCorrection.Body(
            issued.Number,
            -12,
            null,
            LegalDay.Of(world.Clock.Now, shares.By.Zone),
            "The bank took the money back",
            id
        );
        var root = $"{shares.Path}/register/corrections";
        var proposed = (await shares.By.Chair.Post(root, correction)).As<CorrectionProposed>();
        (await (await world.Administrator()).Post($"{root}/{proposed.Id}/confirmation")).ShouldSucceed();

        (await world.Held(shares, issued.MemberId)).ShouldBe(0);
        (await world.Ledger(Book.Of(shares.By.Slug), Account.PayableCorrections)).ShouldBe(0);
        (await world.Ledger(Book.Of(shares.By.Slug), Account.AtPlatform(shares.Offer.Slug))).ShouldBe(0);
        (await world.Ledger(Account.Enterprise(shares.By.Slug))).ShouldBe(0);
        await Agree(world);
    }

    [Theory]
    [EveryDatabase]
    public async Task What_cannot_be_taken_back_is_tried_again_and_the_dispute_not_closed_before(Engine engine)
    {
        var world = await World(engine);
        var person = await world.SignUp();
        var shares = await world.IssueShares([(person, 12)]);
        world.Clock.Move(TimeSpan.FromDays(10));
        await world.Settle();
        await world.Stripe.Fault(
            new
            {
                on = "request",
                kind = "lost_before",
                operation = "Transfers_createReversal",
                times = 1_000,
            }
        );
        var application = await Of(world, person, shares.Offer);
        var id = await world.Stripe.Dispute(await Charge(world, application), "lost");
        await world.Settle();

        var waiting = await Read(world, id);
        waiting.OutstandingMinor.ShouldBe(12 * TestWorld.Par * 97 / 100);
        var close = new ResolveDispute.Body("The enterprise pays later");
        var admin = await world.Administrator();
        (await admin.Post($"disputes/{waiting.Id}/resolution", close, Person.NoKey)).ShouldBeRefused(
            "dispute.not-recovered"
        );
        await Agree(world);
        await world.Stripe.NoFaults();
        world.Clock.Move(TimeSpan.FromHours(2));
        await world.Settle();
        (await Read(world, id)).OutstandingMinor.ShouldBe(0);
        (await admin.Post($"disputes/{waiting.Id}/resolution", close, Person.NoKey)).ShouldSucceed();
        await Agree(world);
    }

    [Theory]
    [EveryDatabase]
    public async Task What_the_only_holder_had_back_is_recovered_although_the_fee_never_went_out(Engine engine)
    {
        var world = await World(engine);
        var person = await world.SignUp();
        var shares = await world.IssueShares([(person, 12)]);
        var application = await Of(world, person, shares.Offer);
        var income = await world.Ledger(Account.PlatformFeeIncome);
        var id = await world.Stripe.Dispute(await Charge(world, application), "lost");
        await world.Settle();

        (await Read(world, id)).OutstandingMinor.ShouldBe(0);
        (await world.Ledger(Account.PlatformFeeIncome)).ShouldBe(income + (12 * TestWorld.Par * 3 / 100));
        (await world.Ledger(Account.Enterprise(shares.By.Slug))).ShouldBe(0);
        await Agree(world);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_debit_that_its_payer_regrets_is_lost_at_once_and_kept_back_from_what_has_not_gone(Engine engine)
    {
        var world = await World(engine);
        var person = await world.SignUp();
        StartedApplication? debited = null;
        var shares = await world.IssueShares(
            [(person, 5)],
            currency: Currency.Eur,
            during: async offer =>
            {
                debited = await world.Apply(offer, 7);
                await world.Stripe.Pay(await world.Session(debited), "sepa_debit");
                await world.Settle();
                world.Clock.Move(TimeSpan.FromDays(8));
                await world.Settle();
            }
        );
        var id = await world.Stripe.Dispute(await Charge(world, debited!), "lost", backwards: true);
        await world.Settle();

        var dispute = await Read(world, id);
        (dispute.LossMinor, dispute.OutstandingMinor).ShouldBe((7 * TestWorld.Par, 0));
        var kept = await world.InDatabase(db => db.Disputes.SingleAsync(d => d.ProviderDispute == id));
        var fee = 7 * TestWorld.Par * 3 / 100;
        var read = (await (await world.Administrator()).Get($"payments/{debited!.Id}")).As<PaymentRead>();
        read.Entries.Select(e => e.Entry.CauseKind)
            .ShouldBe(["debit", "payment", "payment-available", "dispute-movement", "dispute-lost"], ignoreOrder: true);
        read.Entries.Single(e => e.Entry.CauseKind == "dispute-lost").DisputeId.ShouldBe(kept.Id);
        (kept.FeeReturnedMinor, kept.KeptBackMinor, kept.RecoveredMinor).ShouldBe((fee, (7 * TestWorld.Par) - fee, 0));
        await Agree(world);
        world.Clock.Move(TimeSpan.FromDays(60));
        await world.Settle();
        (await world.Ledger(Account.Enterprise(shares.By.Slug))).ShouldBe(0);
        await Agree(world);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_dispute_after_a_refund_is_borne_by_the_platform_when_it_is_lost(Engine engine)
    {
        var world = await World(engine);
        var offer = await world.Open();
        var application = await world.Buy(offer, 7);
        (await application.By.Post($"{application.Path}/cancel")).ShouldSucceed();
        await world.Settle();
        var before = await world.Ledger(Account.DisputeExpense);
        var id = await world.Stripe.Dispute(await Charge(world, application), amount: 7 * TestWorld.Par);
        await world.Settle();
        await Agree(world);
        await world.Stripe.Decide(id, "lost");
        await world.Settle();

        var dispute = await Read(world, id);
        dispute.Money.ShouldBe(DisputedMoney.GoneBack);
        (await world.Ledger(Account.DisputeExpense)).ShouldBe(before + 7 * TestWorld.Par + dispute.FeeMinor);
        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Refunded);
        await Agree(world);
    }

    [Theory]
    [EveryDatabase]
    public async Task Without_any_event_a_job_finds_disputes_and_an_inquiry_moves_nothing(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        await world.Stripe.TopUp("gbp", 1_000_000);
        var offer = await world.Open();
        var (first, second) = (await world.Buy(offer, 7), await world.Buy(offer, 3));
        await world.Stripe.Fault(
            new
            {
                on = "delivery",
                kind = "drop",
                times = 1000,
            }
        );
        await world.Stripe.Dispute(await Charge(world, first));
        var inquiry = await world.Stripe.Dispute(await Charge(world, second), "warning_needs_response");
        await world.Settle();
        (await world.InDatabase(db => db.Disputes.CountAsync())).ShouldBe(0);
        await world.RunAll(nameof(CheckDisputes));
        await world.Settle();

        (await TestWorld.Show(first)).State.ShouldBe(ApplicationState.Refunding);
        (await TestWorld.Show(second)).State.ShouldBe(ApplicationState.Paid);
        await Agree(world);

        await world.Stripe.Decide(inquiry, "needs_response");
        await world.RunAll(nameof(CheckDisputes));
        await world.Settle();
        (await TestWorld.Show(second)).State.ShouldBe(ApplicationState.Refunding);
        await Agree(world);
    }

    [Theory]
    [EveryDatabase]
    public async Task An_answer_goes_to_the_bank_once_and_a_dispute_is_closed_by_a_person(Engine engine)
    {
        var world = await World(engine);
        var person = await world.SignUp();
        var shares = await world.IssueShares([(person, 12)]);
        var application = await Of(world, person, shares.Offer);
        var id = await world.Stripe.Dispute(await Charge(world, application));
        await world.Settle();
        var dispute = await Read(world, id);
        var admin = await world.Administrator();
        var path = $"disputes/{dispute.Id}";
        (
            await admin.Post($"{path}/resolution", new ResolveDispute.Body("Nothing to do"), Person.NoKey)
        ).ShouldBeRefused("dispute.still-open");

        (await admin.Get("exceptions")).As<MoneyExceptions>().Disputes.ShouldContain(d => d.Id == dispute.Id);
        (await admin.Post($"{path}/answer", new AnswerDispute.Body("winning_evidence"), Person.NoKey)).ShouldSucceed();
        await world.Settle();
        (await admin.Get("exceptions")).As<MoneyExceptions>().Disputes.ShouldNotContain(d => d.Id == dispute.Id);
        (await admin.Post($"{path}/answer", new AnswerDispute.Body("again"), Person.NoKey)).ShouldBeRefused(
            "dispute.no-answer"
        );
        world.Clock.Move(TimeSpan.FromDays(1));
        await world.Settle();
        await world.RunAll(nameof(CheckDisputes));

        (await Read(world, id)).State.ShouldBe(DisputeState.Won);
        var close = new ResolveDispute.Body("The bank saw that it was right");
        (await admin.Post($"{path}/resolution", close, Person.NoKey)).ShouldSucceed();
        (await admin.Post($"{path}/resolution", close, Person.NoKey)).ShouldBeRefused("dispute.closed");
        (await world.TryWithdraw(shares, person, 1)).ShouldSucceed();
        await Agree(world);
    }

    private static async Task<TestWorld> World(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        await world.Stripe.TopUp("gbp", 100_000);
        await world.Stripe.TopUp("eur", 100_000);
        return world;
    }

    private static async Task Agree(TestWorld world)
    {
        await world.MoneyShouldAddUp();
        await world.ChecksShouldHold();
    }

    private static async Task<StartedApplication> Of(TestWorld world, Person person, DraftedOffer offer) =>
        new(
            await world.InDatabase(db =>
                db.Applications.Where(a => a.OfferId == offer.Id && a.PersonId == person.Id)
                    .Select(a => a.Id)
                    .SingleAsync()
            ),
            person,
            offer
        );

    private static Task<string> Charge(TestWorld world, StartedApplication application) =>
        world.InDatabase(db =>
            db.Payments.Where(p => p.ApplicationId == application.Id).Select(p => p.ProviderCharge).SingleAsync()
        );

    private static async Task<DisputeShown> Read(TestWorld world, string id)
    {
        var ours = await world.InDatabase(db =>
            db.Disputes.Where(d => d.ProviderDispute == id).Select(d => d.Id).SingleAsync()
        );
        return (await (await world.Administrator()).Get($"disputes/{ours}")).As<DisputeShown>();
    }
}
