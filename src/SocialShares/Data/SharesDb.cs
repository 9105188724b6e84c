using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SocialShares.Data;

/// <summary>All tables of the platform. One derived context per engine carries that engine's migrations.</summary>
public abstract class SharesDb(DbContextOptions options) : IdentityDbContext<Login, IdentityRole<Guid>, Guid>(options)
{
    public DbSet<Enterprise> Enterprises => Set<Enterprise>();
    public DbSet<BoardMember> BoardMembers => Set<BoardMember>();
    public DbSet<ShareClass> ShareClasses => Set<ShareClass>();
    public DbSet<BondSeries> BondSeries => Set<BondSeries>();
    public DbSet<BondRateStep> BondRateSteps => Set<BondRateStep>();
    public DbSet<BondPeriod> BondPeriods => Set<BondPeriod>();
    public DbSet<BondTransfer> BondTransfers => Set<BondTransfer>();
    public DbSet<EarlyRedemption> EarlyRedemptions => Set<EarlyRedemption>();
    public DbSet<Offer> Offers => Set<Offer>();
    public DbSet<OfferStep> OfferSteps => Set<OfferStep>();
    public DbSet<OfferDocument> OfferDocuments => Set<OfferDocument>();
    public DbSet<MembersApproval> MembersApprovals => Set<MembersApproval>();
    public DbSet<Application> Applications => Set<Application>();
    public DbSet<PaperApplication> PaperApplications => Set<PaperApplication>();
    public DbSet<Payment> Payments => Set<Payment>();
    public DbSet<Refund> Refunds => Set<Refund>();
    public DbSet<BankTransfer> BankTransfers => Set<BankTransfer>();
    public DbSet<AccountStatement> Statements => Set<AccountStatement>();
    public DbSet<StatementLine> StatementLines => Set<StatementLine>();
    public DbSet<LineOutcome> LineOutcomes => Set<LineOutcome>();
    public DbSet<BalanceExplanation> BalanceExplanations => Set<BalanceExplanation>();
    public DbSet<BankOrder> BankOrders => Set<BankOrder>();
    public DbSet<ClientFile> ClientFiles => Set<ClientFile>();
    public DbSet<AllotmentOutcome> AllotmentOutcomes => Set<AllotmentOutcome>();
    public DbSet<AllotmentPool> AllotmentPools => Set<AllotmentPool>();
    public DbSet<AllotmentLine> AllotmentLines => Set<AllotmentLine>();
    public DbSet<Drawdown> Drawdowns => Set<Drawdown>();
    public DbSet<Question> Questions => Set<Question>();
    public DbSet<OfferUpdate> OfferUpdates => Set<OfferUpdate>();
    public DbSet<UpdateOptOut> UpdateOptOuts => Set<UpdateOptOut>();
    public DbSet<PledgeRound> PledgeRounds => Set<PledgeRound>();
    public DbSet<Pledge> Pledges => Set<Pledge>();
    public DbSet<Covenant> Covenants => Set<Covenant>();
    public DbSet<CovenantEvidence> CovenantEvidence => Set<CovenantEvidence>();
    public DbSet<CovenantFinding> CovenantFindings => Set<CovenantFinding>();
    public DbSet<CovenantDocument> CovenantDocuments => Set<CovenantDocument>();
    public DbSet<Member> Members => Set<Member>();
    public DbSet<Gift> Gifts => Set<Gift>();
    public DbSet<InstalmentPlan> InstalmentPlans => Set<InstalmentPlan>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<RegisterEntry> RegisterEntries => Set<RegisterEntry>();
    public DbSet<FormerMembership> FormerMemberships => Set<FormerMembership>();
    public DbSet<Transfer> Transfers => Set<Transfer>();
    public DbSet<Withdrawal> Withdrawals => Set<Withdrawal>();
    public DbSet<WithdrawalSuspension> WithdrawalSuspensions => Set<WithdrawalSuspension>();
    public DbSet<WriteDown> WriteDowns => Set<WriteDown>();
    public DbSet<Nomination> Nominations => Set<Nomination>();
    public DbSet<HolderDeath> HolderDeaths => Set<HolderDeath>();
    public DbSet<RegisterCheck> RegisterChecks => Set<RegisterCheck>();
    public DbSet<RegisterImport> RegisterImports => Set<RegisterImport>();
    public DbSet<ImportFile> ImportFiles => Set<ImportFile>();
    public DbSet<ImportProblemRow> ImportProblems => Set<ImportProblemRow>();
    public DbSet<RegisterCorrection> RegisterCorrections => Set<RegisterCorrection>();
    public DbSet<HolderChange> HolderChanges => Set<HolderChange>();
    public DbSet<FormerOfficer> FormerOfficers => Set<FormerOfficer>();
    public DbSet<Certificate> Certificates => Set<Certificate>();
    public DbSet<Dispute> Disputes => Set<Dispute>();
    public DbSet<DisputeMovement> DisputeMovements => Set<DisputeMovement>();
    public DbSet<JournalEntry> JournalEntries => Set<JournalEntry>();
    public DbSet<Posting> Postings => Set<Posting>();
    public DbSet<LedgerSnapshot> LedgerSnapshots => Set<LedgerSnapshot>();
    public DbSet<LedgerSnapshotBalance> LedgerSnapshotBalances => Set<LedgerSnapshotBalance>();
    public DbSet<LedgerSnapshotCheck> LedgerSnapshotChecks => Set<LedgerSnapshotCheck>();
    public DbSet<ProviderMovement> ProviderMovements => Set<ProviderMovement>();
    public DbSet<MovementMatch> MovementMatches => Set<MovementMatch>();
    public DbSet<Difference> Differences => Set<Difference>();
    public DbSet<Reconciliation> Reconciliations => Set<Reconciliation>();
    public DbSet<InterestDeclaration> InterestDeclarations => Set<InterestDeclaration>();
    public DbSet<PayoutRun> PayoutRuns => Set<PayoutRun>();
    public DbSet<PayoutLine> PayoutLines => Set<PayoutLine>();
    public DbSet<BankFile> BankFiles => Set<BankFile>();
    public DbSet<KeptRulePack> KeptRulePacks => Set<KeptRulePack>();
    public DbSet<KnowledgeTest> KnowledgeTests => Set<KnowledgeTest>();
    public DbSet<Suitability> Suitabilities => Set<Suitability>();
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();
    public DbSet<ReceivedEvent> ReceivedEvents => Set<ReceivedEvent>();
    public DbSet<AuditRow> AuditRows => Set<AuditRow>();
    public DbSet<CommandKey> CommandKeys => Set<CommandKey>();
    public DbSet<JobRun> JobRuns => Set<JobRun>();
    public DbSet<SentMail> SentMails => Set<SentMail>();
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(SharesDb).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        foreach (var id in typeof(OfferId).Assembly.GetTypes().Where(IsId))
            conventions.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
        conventions.Properties<DateTime>().HaveConversion<UtcConverter>();
        conventions.Properties<Currency>().HaveConversion<CurrencyConverter>().HaveMaxLength(3);
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(30);
    }

    private static bool IsId(Type type) =>
        type.IsValueType
        && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

    private sealed class IdConverter<T>() : ValueConverter<T, Guid>(id => id.Value, value => Make(value))
        where T : struct, IId<T>
    {
        // A static abstract member cannot stand in an expression tree.
        private static T Make(Guid value) => T.From(value);
    }

    private sealed class UtcConverter()
        : ValueConverter<DateTime, DateTime>(t => t.ToUniversalTime(), t => DateTime.SpecifyKind(t, DateTimeKind.Utc));

    private sealed class CurrencyConverter()
        : ValueConverter<Currency, string>(c => c.Code, code => Currency.Parse(code));
}

/// <summary>A person who signs in. The id is the person's id everywhere else.</summary>
public sealed class Login : IdentityUser<Guid>
{
    /// <summary>Name as shown to others.</summary>
    public string FullName { get; set; } = "";

    /// <summary>Language of mail: <c>en</c> or <c>nl</c>.</summary>
    public string Language { get; set; } = "en";

    public PersonId PersonId => new(Id);
}
