using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using SocialShares.Adapters.RuleFiles;
using SocialShares.Data;
using SocialShares.Data.Bulk;
using SocialShares.Features.Payouts;
using SocialShares.Http;
using SocialShares.Tests.Databases;
using Account = SocialShares.Domain.Account;

namespace SocialShares.Tests.Payouts;

/// <summary>
/// An enterprise with members in its register, on a database of its own, whose use cases are run as the pipeline runs
/// them: handler, save, commit. Access and keys are tested through HTTP.
/// </summary>
internal sealed class Village : IAsyncDisposable
{
    public static readonly DateOnly From = new(2025, 1, 1);
    public static readonly DateOnly Until = new(2025, 12, 31);
    public static readonly DateOnly PayOn = new(2026, 2, 1);
    private static readonly RulePacks Packs = RulePacks.Load(new RuleSettings());
    private readonly FreshDatabase database;

    private Village(FreshDatabase database) => this.database = database;

    public MovableClock Clock { get; } = new(new DateTime(2026, 1, 15, 12, 0, 0, DateTimeKind.Utc));
    public Caller Board { get; } = Person("Bo Board");
    public Caller Ann { get; } = Person("Ann Admin");
    public Caller Abe { get; } = Person("Abe Admin");
    public Enterprise Enterprise { get; private set; } = null!;
    public ShareClass Class { get; private set; } = null!;
    public List<Member> Members { get; private set; } = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Members by number with their choice, each with units issued before the year begins.</summary>
    public static async Task<Village> On(
        Engine engine,
        IReadOnlyList<(long Units, PayoutChoice Choice)> holders,
        long parMinor = 100,
        bool withIban = true,
        int startsAfterYears = 0
    )
    {
        var village = new Village(await FreshDatabase.On(engine));
        await using var db = village.Open();
        await db.Database.EnsureCreatedAsync(Ct);
        village.Found(parMinor, withIban, startsAfterYears);
        db.AddRange(village.Enterprise, village.Class);
        await db.SaveChangesAsync(Ct);
        await village.Issue(db, holders);
        return village;
    }

    public SharesDb Open() => database.Open();

    /// <summary>Runs a use case as the pipeline does.</summary>
    public async Task<TAnswer> Do<TRequest, TAnswer>(
        TRequest request,
        Func<SharesDb, IRequestHandler<TRequest, TAnswer>> handler
    )
        where TRequest : IRequest<TAnswer>
    {
        await using var db = Open();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        var answer = await handler(db).Handle(request, Ct);
        await db.SaveChangesAsync(Ct);
        await transaction.CommitAsync(Ct);
        return answer;
    }

    public async Task<DeclarationId> Declare(int ratePpm = 30_000, DateOnly? from = null, DateOnly? payOn = null)
    {
        var start = from ?? From;
        var terms = new InterestTerms(start, start.AddYears(1).AddDays(-1), ratePpm, payOn ?? PayOn);
        var request = new DeclareInterest(Guid.NewGuid(), Enterprise.Id, Class.Id, terms);
        return (
            await Do(
                request,
                db => new DeclareInterest.Handler(db, new Features.Governance.CovenantChecks(db), Board, Clock)
            )
        ).Id;
    }

    public Task<PayoutRunCalculated> Calculate(DeclarationId declaration) =>
        Do(new CalculatePayoutRun(Guid.NewGuid(), declaration), db => new CalculatePayoutRun.Handler(db, Ann, Clock));

    public Task<PayoutRunStanding> Approve(PayoutRunId run, Caller? by = null) =>
        Do(new ApprovePayoutRun(run), db => new ApprovePayoutRun.Handler(db, by ?? Abe, Clock));

    public Task<PayoutBatchDone> Execute(PayoutRunId run) =>
        Do(new ExecutePayoutBatch(run), db => new ExecutePayoutBatch.Handler(db, Packs, Clock));

    public async Task<PayoutRunState> ExecuteAll(PayoutRunId run)
    {
        for (var batches = 0; batches < 100; batches++)
            if (await Execute(run) is { More: false } done)
                return done.State;
        throw new InvalidOperationException("the run does not end");
    }

    public Task<PayoutRunRead> Read(PayoutRunId run) => Do(new ReadPayoutRun(run), db => new ReadPayoutRun.Handler(db));

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    private void Found(long parMinor, bool withIban, int startsAfterYears)
    {
        var id = EnterpriseId.New();
        var now = Clock.GetUtcNow().UtcDateTime;
        var profile = new EnterpriseProfile(
            "Hallowby Shop",
            "community benefit society",
            "GB",
            "RS1",
            "1 High Street",
            "Hallowby",
            Currency.Gbp,
            "Europe/London",
            "bottle",
            "shop"
        );
        var chair = new BoardMember(id, Board.Person, Board.Name, "chair", true, From);
        Enterprise = Enterprise.Register(id, "hallowby-shop", profile, chair, now);
        if (withIban)
            Enterprise.UseBankAccount("NL91ABNA0417164300");
        var terms = new ShareTerms(parMinor, Currency.Gbp, 50_000, startsAfterYears, true);
        Class = ShareClass.Define(ShareClassId.New(), id, "A", terms);
    }

    private async Task Issue(SharesDb db, IReadOnlyList<(long Units, PayoutChoice Choice)> holders)
    {
        var on = new BookedOn(From.AddDays(-30), Clock.GetUtcNow().UtcDateTime);
        Members = [.. holders.Select((h, i) => Member(i + 1, h.Choice, on.Day))];
        var chain = RegisterChain.Begin(Enterprise.Id);
        var entries = Members
            .Select(
                (m, i) =>
                    new EntryFacts(
                        Class,
                        m.Id,
                        EntryKind.Issue,
                        holders[i].Units,
                        on,
                        new EntrySource("Issue", Guid.NewGuid())
                    )
            )
            .Select(chain.Append)
            .ToList();
        var capital = new Money(entries.Sum(e => e.Units) * Class.ParValueMinor, Class.Currency);
        var booking = JournalEntry.Write(
            Book.Of(Enterprise.Slug),
            on,
            new Cause("issue", Guid.NewGuid()),
            "Shares issued; a test | with signs",
            (Account.Bank, capital),
            (Account.Shares(Class.Code), -capital)
        );
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        await BulkInsert.Insert(db, Members, Ct);
        await BulkInsert.Insert(db, entries, Ct);
        db.Add(booking);
        await db.SaveChangesAsync(Ct);
        await transaction.CommitAsync(Ct);
    }

    private Member Member(int number, PayoutChoice choice, DateOnly admitted) =>
        new(
            MemberId.New(),
            Enterprise.Id,
            number,
            PersonId.New(),
            new HolderDetails(HolderKind.Person, $"Holder {number}", "High Street", "AB1", "Hallowby", "GB", null),
            choice,
            admitted
        );

    private static Caller Person(string name)
    {
        Claim[] claims = [new(ClaimTypes.NameIdentifier, Guid.NewGuid().ToString()), new(Caller.NameClaim, name)];
        var user = new ClaimsPrincipal(new ClaimsIdentity(claims, "test"));
        return new Caller(new HttpContextAccessor { HttpContext = new DefaultHttpContext { User = user } });
    }
}

/// <summary>Where payouts go, in one word.</summary>
internal static class To
{
    public static readonly PayoutChoice Bank = new(PayoutDestination.Bank, "GB29NWBK60161331926819");
    public static readonly PayoutChoice BankWithoutIban = new(PayoutDestination.Bank, null);
    public static readonly PayoutChoice NewShares = new(PayoutDestination.Reinvest, null);
}

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class MovableClock(DateTime start) : TimeProvider
{
    public DateTime Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
}
