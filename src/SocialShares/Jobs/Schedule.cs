using Quartz;
using SocialShares.Data;

namespace SocialShares.Jobs;

/// <summary>Settings of the section <c>Jobs</c>.</summary>
public sealed class JobSettings
{
    /// <summary>Several nodes share one schedule (PostgreSQL and SQL Server only).</summary>
    public bool Clustered { get; set; }

    /// <summary>The clock may jump (demo, tests): look for missed times every second instead of every minute.</summary>
    public bool ClockJumps { get; set; }
}

/// <summary>When each job runs. One line per job; its class says what it does.</summary>
internal static class Schedule
{
    public static IServiceCollection AddSchedule(this IServiceCollection services, DbOptions db, JobSettings settings)
    {
        // After a restart the times missed meanwhile are run instead of skipped.
        services.Configure<QuartzOptions>(o => o.Scheduling.ScheduleTriggerRelativeToReplacedTrigger = true);
        if (settings.ClockJumps)
            services.Configure<AdoJobStoreOptions>(o =>
            {
                o.MisfireHandlerFrequency = TimeSpan.FromSeconds(1);
                o.MisfireThreshold = TimeSpan.FromSeconds(5);
            });
        services.AddQuartz(q =>
        {
            q.ConfigureScheduler(o =>
            {
                o.InstanceName = "shares";
                // Alone, a changing id would lose the jobs that a crash interrupted; in a cluster each node needs its own.
                o.InstanceId = settings.Clustered ? "AUTO" : "one";
            });
            q.UsePersistentStore(store => Keep(store, db, settings));
            Every<DeliverOutbox>(q, TimeSpan.FromSeconds(10));
            Every<MoveOffers>(q, TimeSpan.FromMinutes(1));
            Every<CheckPayments>(q, TimeSpan.FromMinutes(1));
            Every<EndReflection>(q, TimeSpan.FromMinutes(10));
            Every<SettleOffers>(q, TimeSpan.FromMinutes(10));
            Every<BookFunds>(q, TimeSpan.FromMinutes(30));
            Every<ExecutePayouts>(q, TimeSpan.FromMinutes(1));
            Every<BookBonds>(q, TimeSpan.FromHours(1));
            Every<AdmitFromQueues>(q, TimeSpan.FromMinutes(1));
            Every<ComeOfAge>(q, TimeSpan.FromDays(1));
            Every<CareForInstalments>(q, TimeSpan.FromHours(1));
            Every<CareForPledges>(q, TimeSpan.FromMinutes(5));
            Every<TellBoards>(q, TimeSpan.FromHours(1));
            Every<CheckDisputes>(q, TimeSpan.FromHours(1));
            Every<KeepBalances>(q, TimeSpan.FromDays(1));
            Every<ReconcileMoney>(q, TimeSpan.FromDays(1));
            Every<CheckBooks>(q, TimeSpan.FromDays(1));
            Every<CheckRegisters>(q, TimeSpan.FromDays(1));
        });
        return services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
    }

    private static void Every<TJob>(IQuartzBuilder q, TimeSpan interval)
        where TJob : RecordedJob =>
        q.ScheduleJob<TJob>(
            trigger =>
                trigger
                    .WithIdentity(typeof(TJob).Name)
                    .WithSimpleSchedule(s =>
                        // A time that was missed (we were down, or the clock jumped) is made up for at once.
                        s.WithInterval(interval)
                            .RepeatForever()
                            .WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)
                    ),
            job => job.WithIdentity(typeof(TJob).Name).RequestRecovery()
        );

    private static void Keep(IPersistentStoreBuilder store, DbOptions db, JobSettings settings)
    {
        switch (db.Provider)
        {
            case DbProvider.PostgreSql:
                store.UsePostgres(db.ConnectionString);
                break;
            case DbProvider.SqlServer:
                store.UseSqlServer(db.ConnectionString);
                break;
            default:
                // A file of its own: the scheduler never waits for the application's write lock.
                store.UseSqlite($"Data Source={db.SqliteFile("schedule.db")}");
                break;
        }
        store.ProvisionSchema();
        if (settings.Clustered && db.Provider != DbProvider.Sqlite)
            store.UseClustering();
    }
}
