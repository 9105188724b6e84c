using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialShares.Data;
using SocialShares.Data.Bulk;
using SocialShares.Features.Issuing;

namespace SocialShares.Benchmarks;

/// <summary>
/// A database with one closed offer and its confirmed applications, always the same ones. The product is built and not started, so
/// that no job and no delivery disturbs what is measured.
/// </summary>
internal sealed class AllotmentGround : IAsyncDisposable
{
    private static readonly DateTime Opened = new(2030, 3, 1, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Ended = Opened.AddDays(40);
    private readonly WebApplication product;
    private readonly Enterprise enterprise = MakeEnterprise();
    private readonly Signature by = new(new PersonId(Id(1)), "Bea Bench", Ended);

    public AllotmentGround(string folder, string? connection)
    {
        Engine = connection is null ? "sqlite" : "postgresql";
        product = SocialSharesHost.Create([
            "--applicationName=SocialShares",
            $"--Db:DataFolder={folder}",
            .. connection is null
                ? Array.Empty<string>()
                : ["--Db:Provider=PostgreSql", $"--Db:ConnectionString={connection}"],
            "--Logging:LogLevel:Default=Error",
        ]);
        Directory.CreateDirectory(folder);
    }

    public string Engine { get; }

    public IServiceProvider Services => product.Services;

    /// <summary>Prepares the database: everybody asks, has paid and is confirmed; there is half of it.</summary>
    public async Task<OfferId> Sell(int count)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SharesDb>();
        await db.Database.MigrateAsync();
        var shares = ShareClass.Define(
            new ShareClassId(Id(2)),
            enterprise.Id,
            "A",
            new ShareTerms(100, Currency.Gbp, 0, 0, HolderMayReinvest: false)
        );
        var units = Enumerable.Range(0, count).Select(i => 1L + i * 7919L % 1000).ToList();
        var offer = Open(shares, units.Sum());
        var applications = units.Select((u, i) => Confirmed(offer, i, u)).ToList();
        offer.Close(by);
        db.AddRange(enterprise, shares, offer);
        await db.SaveChangesAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await BulkInsert.Insert(db, applications, default);
        await BulkInsert.Insert(db, applications.Select(a => Paid(a, offer)), default);
        await db
            .Offers.Where(o => o.Id == offer.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(o => o.UnitsReserved, units.Sum()));
        await transaction.CommitAsync();
        return offer.Id;
    }

    /// <summary>Reads, works out and carries out, in one transaction.</summary>
    public async Task<TimeSpan> Allot(OfferId id)
    {
        await using var scope = Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<SharesDb>();
        var begun = Stopwatch.GetTimestamp();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var offer = await db.Offers.Include(o => o.Steps).SingleAsync(o => o.Id == id);
        var plan = await services.GetRequiredService<AllotmentReading>().Plan(offer, default);
        await services.GetRequiredService<OfferSettling>().Issue(offer, plan, by, default);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return Stopwatch.GetElapsedTime(begun);
    }

    public async Task<WrittenRows> Written(OfferId id)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SharesDb>();
        return new WrittenRows(
            await db.AllotmentOutcomes.AsNoTracking().ToListAsync(),
            await db.AllotmentLines.AsNoTracking().ToListAsync(),
            await db.Members.AsNoTracking().ToListAsync(),
            await db.RegisterEntries.AsNoTracking().OrderBy(e => e.Number).ToListAsync(),
            await db.Certificates.AsNoTracking().ToListAsync(),
            await db.Refunds.AsNoTracking().ToListAsync(),
            await db.Outbox.AsNoTracking().ToListAsync()
        );
    }

    public async ValueTask DisposeAsync() => await product.DisposeAsync();

    private static Guid Id(int no) => new(no, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

    private static Enterprise MakeEnterprise()
    {
        var profile = new EnterpriseProfile(
            "Benchwick Shop",
            "community benefit society",
            "GB",
            "",
            "1 High Street",
            "Benchwick",
            Currency.Gbp,
            "Europe/London",
            "slate",
            "shop"
        );
        var id = new EnterpriseId(Id(3));
        var chair = new BoardMember(id, new PersonId(Id(1)), "Bea Bench", "chair", true, DateOnly.FromDateTime(Opened));
        var made = Enterprise.Register(id, "benchwick", profile, chair, Opened);
        made.ConnectPaymentAccount("acct_bench");
        return made;
    }

    private Offer Open(ShareClass shares, long asked)
    {
        var (first, maximum) = (DateOnly.FromDateTime(Opened), asked / 2 * 100);
        var terms = new OfferTerms(
            0,
            maximum,
            maximum,
            first,
            first.AddDays(20),
            100,
            maximum,
            maximum,
            4,
            Extendable: false,
            Allocation: new AllocationTerms(
                AllocationPolicy.ProRata,
                ResidentsFirst: false,
                MayScaleBelowMinimum: true,
                maximum * 3
            )
        );
        var offer = Offer.Draft(
            new OfferId(Id(4)),
            enterprise,
            OfferedUnit.Share(shares),
            "benchwick",
            "Benchwick",
            "To be measured.",
            terms,
            by with
            {
                At = Opened,
            }
        );
        offer.Submit(enterprise, hasDocument: true, by with { At = Opened });
        offer.Approve(new Signature(new PersonId(Id(9)), "Ada", Opened));
        offer.Open(by with { At = Opened });
        return offer;
    }

    private static Domain.Application Confirmed(Offer offer, int no, long units)
    {
        var at = Opened.AddSeconds(no);
        var application = Domain.Application.Start(
            new Domain.ApplicationId(Id(1000 + no)),
            offer,
            null,
            new PersonId(Id(1000 + no)),
            units * 100,
            at
        );
        var holder = new HolderDetails(
            HolderKind.Person,
            "Iris Teller",
            "2 High Street",
            "HB1 2AB",
            "Benchwick",
            "GB",
            new DateOnly(1980, 2, 29)
        );
        application.AnswerWho(offer, holder, null, DateOnly.FromDateTime(at));
        application.Submit(1, 1, at.AddMinutes(40), at);
        application.Pay(offer, at, at);
        application.Confirm(offer, at.AddDays(6));
        return application;
    }

    private static Payment Paid(Domain.Application a, Offer offer) =>
        new(
            a.Id,
            offer.Id,
            new Money(a.AmountMinor, offer.Currency),
            new PaymentReceipt($"pi_{a.Id}", $"ch_{a.Id}", "card", 10, a.PaidAt!.Value, a.PaidAt.Value)
        );
}
