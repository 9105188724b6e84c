using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Holdings;
using SocialShares.Features.Payouts;
using SocialShares.Features.Register;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;
using Account = SocialShares.Domain.Account;

namespace SocialShares.Tests.Holdings;

/// <summary>A class that is worth less, and what follows when a holder dies.</summary>
[Collection(nameof(OneWorld))]
public sealed class WriteDownAndDeathTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_write_down_lowers_the_value_for_all_from_its_day_and_later_interest_with_it(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (ann, cas) = (await world.SignUp(), await world.SignUp());
        var shares = await world.IssueShares([(ann, 12), (cas, 8)]);
        var second = await world.Seat(shares.By);
        var start = LegalDay.Of(world.Clock.Now, shares.By.Zone).AddDays(1);
        world.MoveToDay(start.AddDays(100));
        var writeDown = (
            await shares.By.Chair.Post(
                $"{shares.Path}/share-classes/{shares.Id}/write-downs",
                new ProposeWriteDown.Body(600, "The shop lost money for three years.")
            )
        ).As<WriteDownStanding>();
        Task<Reply> Confirm(Person by) =>
            by.Post($"{shares.Path}/write-downs/{writeDown.Id}/decision", new DecideWriteDown.Body(true), Person.NoKey);
        (await Confirm(shares.By.Chair)).ShouldBeRefused("write-down.own-proposal");

        var done = (await Confirm(second)).As<WriteDownStanding>();

        (done.LossMinor, done.On).ShouldBe((20 * 400, start.AddDays(100)));
        (await Confirm(second)).ShouldBeRefused("write-down.changed");
        var book = Book.Of(shares.By.Slug);
        (await world.Ledger(book, Account.Shares("A"))).ShouldBe(-20 * 600);
        (await world.Ledger(book, Account.Reserve)).ShouldBe(-20 * 400);
        await world.Settle();
        (await MailsTo(world, cas, "worth less")).ShouldBe(1);
        // 100 days at 10.00 and 100 days at 6.00, 5 % of 365 days: 20 x (1000 + 600) x 100 x 5 % / 365 = 438.36.
        world.MoveToDay(start.AddDays(201));
        var declared = await shares.By.Chair.Post(
            $"{shares.Path}/interest-declarations",
            new DeclareInterest.Body(shares.Id, start, start.AddDays(199), 50_000, start.AddDays(201))
        );
        var run = (
            await (await world.Administrator()).Post(
                "payout-runs",
                new CalculatePayoutRun.Body(declared.As<InterestDeclared>().Id)
            )
        ).As<PayoutRunCalculated>();
        var days = start.AddYears(1).DayNumber - start.DayNumber;
        run.TotalMinor.ShouldBe(
            Rounding.HalfToEven.Divide((Int128)20 * 1_600 * 100 * 50_000, (Int128)days * 1_000_000)
        );
        var lines = (await (await world.Administrator()).Get($"payout-runs/{run.Id}/lines")).As<PayoutLinePage>().Lines;
        lines.Count.ShouldBe(2);
        var asked = (await world.TryWithdraw(shares, ann, 5)).As<WithdrawalStanding>();
        (await TestWorld.TryApprove(shares, asked.Id)).ShouldSucceed();
        (await world.PayWithdrawals(shares)).TotalMinor.ShouldBe(5 * 600, "lots leave at what they are worth");
        var holding = (await cas.Get($"holdings/{(await world.HolderOf(shares.By.Id, cas)).Id}")).As<HoldingRead>();
        holding
            .Years.SelectMany(y => y.Movements)
            .Single(m => m.Kind == MovementKind.WriteDown)
            .AmountMinor.ShouldBe(-8 * 400);
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task On_a_death_payments_stop_then_the_nominee_has_up_to_the_limit_and_the_estate_the_rest(
        Engine engine
    )
    {
        var world = await TestWorld.Shared(engine);
        var (ann, ned, eve) = (
            await world.SignUp(),
            await world.SignUp("Ned Nominee"),
            await world.SignUp("Eve Executor")
        );
        var shares = await world.IssueShares([(ann, 12)], HoldingTerms.Usual);
        var holder = await world.HolderOf(shares.By.Id, ann);
        var nominee = new NomineeDetails("Ned Nominee", "1 Street", "HB1", "Hallowby", "GB", ned.Email);
        (await ann.Put($"holdings/{holder.Id}/nomination", new NameNominee.Body(nominee))).ShouldSucceed();
        (
            await ann.Put($"holdings/{holder.Id}/nomination", new NameNominee.Body(nominee with { City = "Lutjeveen" }))
        ).ShouldSucceed();
        Task<Reply> Pass(TransferCause cause, Person to, long units) =>
            shares.By.Chair.Post(
                $"{shares.Path}/transfers",
                new RecordTransfer.Body(
                    holder.Number,
                    to.Email,
                    units,
                    "Probate 12",
                    shares.Id,
                    Cause: cause,
                    WaivesLockIn: true
                )
            );
        (await Pass(TransferCause.Estate, eve, 5)).ShouldBeRefused("transfer.not-died");
        var death = await RecordDeath(world, shares, holder);
        await ConfirmDeath(world, death);

        (await world.TryWithdraw(shares, ann, 1)).ShouldBeRefused("holder.died");
        await NothingIsAskedFor(ann, holder.Id);
        var toNed = (await Pass(TransferCause.Nomination, ned, 4)).As<TransferStanding>();
        var toEve = (await Pass(TransferCause.Estate, eve, 8)).As<TransferStanding>();
        toNed.State.ShouldBe(TransferState.Recorded);
        (await ann.Post($"holdings/{holder.Id}/transfers/{toNed.Id}/confirmation", key: Person.NoKey)).ShouldBeRefused(
            "transfer.on-death"
        );
        foreach (var (transfer, person) in new[] { (toNed, ned), (toEve, eve) })
        {
            await ConfirmOnEvidence(world, transfer);
            (await world.TryAccept(transfer.Id, person)).As<TransferStanding>().State.ShouldBe(TransferState.Done);
        }

        (await world.Held(shares, holder.Id)).ShouldBe(0);
        (await world.HolderOf(shares.By.Id, ann)).CeasedOn.ShouldNotBeNull();
        (await world.Held(shares, (await world.HolderOf(shares.By.Id, ned)).Id)).ShouldBe(4);
        // Lock-in was waived, so only notice holds the estate.
        (await world.TryWithdraw(shares, eve, 8)).ShouldSucceed();
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task Money_due_to_somebody_who_died_waits_and_then_goes_to_the_estate(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (ann, cas, eve) = (await world.SignUp(), await world.SignUp(), await world.SignUp("Eve Executor"));
        var shares = await world.IssueShares([(ann, 12), (cas, 8)]);
        var holder = await world.HolderOf(shares.By.Id, ann);
        foreach (var (person, units) in new[] { (ann, 5), (cas, 8) })
            (
                await TestWorld.TryApprove(
                    shares,
                    (await world.TryWithdraw(shares, person, units)).As<WithdrawalStanding>().Id
                )
            ).ShouldSucceed();
        var administrator = await world.Administrator();
        var run = (await administrator.Post($"share-classes/{shares.Id}/withdrawal-runs")).As<PayoutRunCalculated>();
        (await (await world.SecondAdministrator()).Post($"payout-runs/{run.Id}/approval")).ShouldSucceed();
        var death = await RecordDeath(world, shares, holder);
        await ConfirmDeath(world, death);

        await world.RunAll(nameof(ExecutePayouts));
        var paid = (await administrator.Get($"payout-runs/{run.Id}")).As<PayoutRunRead>();

        paid.State.ShouldBe(PayoutRunState.CompletedWithFailures);
        paid.BankFiles.Sum(f => f.ControlSumMinor).ShouldBe(8 * TestWorld.Par);
        (await world.Ledger(Book.Of(shares.By.Slug), Account.PayableWithdrawals)).ShouldBe(-5 * TestWorld.Par);
        await world.ChecksShouldHold();
        var lines = (await administrator.Get($"payout-runs/{run.Id}/lines")).As<PayoutLinePage>().Lines;
        var line = lines.Single(l => l.MemberNumber == holder.Number);
        line.Problem.ShouldBe(PayoutLine.HolderDied);
        var resolution = $"payout-runs/{run.Id}/lines/{line.No}/resolution";
        (await administrator.Post(resolution, key: Person.NoKey)).ShouldBeRefused("payout.holder-died");
        var rest = (
            await shares.By.Chair.Post(
                $"{shares.Path}/transfers",
                new RecordTransfer.Body(
                    holder.Number,
                    eve.Email,
                    7,
                    "Probate 12",
                    shares.Id,
                    Cause: TransferCause.Estate
                )
            )
        ).As<TransferStanding>();
        await ConfirmOnEvidence(world, rest);
        (await world.TryAccept(rest.Id, eve)).ShouldSucceed();
        (
            await eve.Put(
                $"holdings/{(await world.HolderOf(shares.By.Id, eve)).Id}/payout-choice",
                new ChoosePayout.Body(PayoutDestination.Bank, "GB33BUKB20201555555555")
            )
        ).ShouldSucceed();
        (await administrator.Post(resolution, key: Person.NoKey)).ShouldSucceed();
        await world.RunAll(nameof(ExecutePayouts));
        (await administrator.Get($"payout-runs/{run.Id}")).As<PayoutRunRead>().State.ShouldBe(PayoutRunState.Completed);
        (await world.Ledger(Book.Of(shares.By.Slug), Account.PayableWithdrawals)).ShouldBe(0);
        await world.ChecksShouldHold();
    }

    private static async Task NothingIsAskedFor(Person dead, MemberId holding)
    {
        var withdraw = await dead.Post($"holdings/{holding}/nomination/withdrawal", key: Person.NoKey);
        var bank = new ChoosePayout.Body(PayoutDestination.Bank, "GB33BUKB20201555555555");
        withdraw.ShouldBeRefused("holder.died");
        (await dead.Put($"holdings/{holding}/payout-choice", bank)).ShouldBeRefused("holder.died");
    }

    private static Task<int> MailsTo(TestWorld world, Person person, string words) =>
        world.InDatabase(db => db.SentMails.CountAsync(m => m.To == person.Email && m.Subject.Contains(words)));

    internal static async Task<DeathStanding> RecordDeath(TestWorld world, IssuedShares shares, Member holder)
    {
        var today = LegalDay.Of(world.Clock.Now, shares.By.Zone);
        var body = new Features.Holdings.RecordDeath.Body(holder.Number, today, "Certificate 7");
        return (await shares.By.Chair.Post($"{shares.Path}/deaths", body)).As<DeathStanding>();
    }

    internal static async Task ConfirmDeath(TestWorld world, DeathStanding death) =>
        (
            await (await world.Administrator()).Post(
                $"deaths/{death.Id}/decision",
                new DecideDeath.Body(true),
                Person.NoKey
            )
        ).ShouldSucceed();

    internal static async Task ConfirmOnEvidence(TestWorld world, TransferStanding transfer) =>
        (
            await (await world.Administrator()).Post(
                $"transfers/{transfer.Id}/confirmation",
                new ConfirmTransferOnEvidence.Body("Grant of probate 12"),
                Person.NoKey
            )
        ).ShouldSucceed();
}
