IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [AspNetRoles] (
        [Id] uniqueidentifier NOT NULL,
        [Name] nvarchar(256) NULL,
        [NormalizedName] nvarchar(256) NULL,
        [ConcurrencyStamp] nvarchar(max) NULL,
        CONSTRAINT [PK_AspNetRoles] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [AspNetUsers] (
        [Id] uniqueidentifier NOT NULL,
        [FullName] nvarchar(140) NOT NULL,
        [Language] nvarchar(5) NOT NULL,
        [UserName] nvarchar(256) NULL,
        [NormalizedUserName] nvarchar(256) NULL,
        [Email] nvarchar(256) NULL,
        [NormalizedEmail] nvarchar(256) NULL,
        [EmailConfirmed] bit NOT NULL,
        [PasswordHash] nvarchar(max) NULL,
        [SecurityStamp] nvarchar(max) NULL,
        [ConcurrencyStamp] nvarchar(max) NULL,
        [PhoneNumber] nvarchar(256) NULL,
        [PhoneNumberConfirmed] bit NOT NULL,
        [TwoFactorEnabled] bit NOT NULL,
        [LockoutEnd] datetimeoffset NULL,
        [LockoutEnabled] bit NOT NULL,
        [AccessFailedCount] int NOT NULL,
        CONSTRAINT [PK_AspNetUsers] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [AuditRows] (
        [Id] uniqueidentifier NOT NULL,
        [At] datetime2 NOT NULL,
        [PersonId] uniqueidentifier NULL,
        [Name] nvarchar(140) NOT NULL,
        [Action] nvarchar(60) NOT NULL,
        [Subject] nvarchar(120) NOT NULL,
        CONSTRAINT [PK_AuditRows] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [CommandKeys] (
        [Key] uniqueidentifier NOT NULL,
        [Caller] uniqueidentifier NOT NULL,
        [Command] nvarchar(60) NOT NULL,
        [ContentHash] nvarchar(64) NOT NULL,
        [Answer] nvarchar(max) NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_CommandKeys] PRIMARY KEY ([Caller], [Key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [Enterprises] (
        [Id] uniqueidentifier NOT NULL,
        [Slug] nvarchar(60) NOT NULL,
        [Name] nvarchar(140) NOT NULL,
        [LegalForm] nvarchar(80) NOT NULL,
        [Country] nvarchar(2) NOT NULL,
        [RegistryNumber] nvarchar(40) NOT NULL,
        [Address] nvarchar(200) NOT NULL,
        [Place] nvarchar(80) NOT NULL,
        [Currency] nvarchar(3) NOT NULL,
        [TimeZone] nvarchar(60) NOT NULL,
        [Ink] nvarchar(20) NOT NULL,
        [Drawing] nvarchar(20) NOT NULL,
        [Iban] nvarchar(34) NULL,
        [PaymentAccount] nvarchar(100) NULL,
        [RegisteredAt] datetime2 NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Enterprises] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [JobRuns] (
        [Id] uniqueidentifier NOT NULL,
        [Job] nvarchar(60) NOT NULL,
        [StartedBy] nvarchar(140) NOT NULL,
        [StartedAt] datetime2 NOT NULL,
        [EndedAt] datetime2 NULL,
        [Did] nvarchar(400) NOT NULL,
        [Failure] nvarchar(1000) NULL,
        CONSTRAINT [PK_JobRuns] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [JournalEntries] (
        [Id] uniqueidentifier NOT NULL,
        [Book] nvarchar(80) NOT NULL,
        [OccurredOn] date NOT NULL,
        [RecordedAt] datetime2 NOT NULL,
        [CauseKind] nvarchar(40) NOT NULL,
        [CauseId] uniqueidentifier NOT NULL,
        [Description] nvarchar(200) NOT NULL,
        CONSTRAINT [PK_JournalEntries] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [Outbox] (
        [Id] uniqueidentifier NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [Body] nvarchar(max) NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [DueAt] datetime2 NOT NULL,
        [ClaimedUntil] datetime2 NULL,
        [Attempts] int NOT NULL,
        [DoneAt] datetime2 NULL,
        [ParkedAt] datetime2 NULL,
        [LastError] nvarchar(1000) NULL,
        CONSTRAINT [PK_Outbox] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [ProtectionKeys] (
        [Id] uniqueidentifier NOT NULL,
        [Xml] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_ProtectionKeys] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [ReceivedEvents] (
        [Id] nvarchar(100) NOT NULL,
        [Type] nvarchar(100) NOT NULL,
        [ObjectId] nvarchar(200) NOT NULL,
        [ReceivedAt] datetime2 NOT NULL,
        [HandledAt] datetime2 NULL,
        CONSTRAINT [PK_ReceivedEvents] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [SentMails] (
        [Id] uniqueidentifier NOT NULL,
        [To] nvarchar(256) NOT NULL,
        [Subject] nvarchar(200) NOT NULL,
        [Text] nvarchar(max) NOT NULL,
        [SentAt] datetime2 NOT NULL,
        CONSTRAINT [PK_SentMails] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [AspNetRoleClaims] (
        [Id] int NOT NULL IDENTITY,
        [RoleId] uniqueidentifier NOT NULL,
        [ClaimType] nvarchar(max) NULL,
        [ClaimValue] nvarchar(max) NULL,
        CONSTRAINT [PK_AspNetRoleClaims] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AspNetRoleClaims_AspNetRoles_RoleId] FOREIGN KEY ([RoleId]) REFERENCES [AspNetRoles] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserClaims] (
        [Id] int NOT NULL IDENTITY,
        [UserId] uniqueidentifier NOT NULL,
        [ClaimType] nvarchar(max) NULL,
        [ClaimValue] nvarchar(max) NULL,
        CONSTRAINT [PK_AspNetUserClaims] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AspNetUserClaims_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserLogins] (
        [LoginProvider] nvarchar(128) NOT NULL,
        [ProviderKey] nvarchar(128) NOT NULL,
        [ProviderDisplayName] nvarchar(max) NULL,
        [UserId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_AspNetUserLogins] PRIMARY KEY ([LoginProvider], [ProviderKey]),
        CONSTRAINT [FK_AspNetUserLogins_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserPasskeys] (
        [CredentialId] varbinary(1024) NOT NULL,
        [UserId] uniqueidentifier NOT NULL,
        [Data] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_AspNetUserPasskeys] PRIMARY KEY ([CredentialId]),
        CONSTRAINT [FK_AspNetUserPasskeys_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserRoles] (
        [UserId] uniqueidentifier NOT NULL,
        [RoleId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_AspNetUserRoles] PRIMARY KEY ([UserId], [RoleId]),
        CONSTRAINT [FK_AspNetUserRoles_AspNetRoles_RoleId] FOREIGN KEY ([RoleId]) REFERENCES [AspNetRoles] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_AspNetUserRoles_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserTokens] (
        [UserId] uniqueidentifier NOT NULL,
        [LoginProvider] nvarchar(128) NOT NULL,
        [Name] nvarchar(128) NOT NULL,
        [Value] nvarchar(max) NULL,
        CONSTRAINT [PK_AspNetUserTokens] PRIMARY KEY ([UserId], [LoginProvider], [Name]),
        CONSTRAINT [FK_AspNetUserTokens_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [BoardMembers] (
        [EnterpriseId] uniqueidentifier NOT NULL,
        [PersonId] uniqueidentifier NOT NULL,
        [Name] nvarchar(140) NOT NULL,
        [Office] nvarchar(40) NOT NULL,
        [IsResident] bit NOT NULL,
        [Since] date NOT NULL,
        CONSTRAINT [PK_BoardMembers] PRIMARY KEY ([EnterpriseId], [PersonId]),
        CONSTRAINT [FK_BoardMembers_Enterprises_EnterpriseId] FOREIGN KEY ([EnterpriseId]) REFERENCES [Enterprises] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [Members] (
        [Id] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [PersonId] uniqueidentifier NOT NULL,
        [Kind] nvarchar(30) NOT NULL,
        [Name] nvarchar(140) NOT NULL,
        [Street] nvarchar(120) NOT NULL,
        [Postcode] nvarchar(12) NOT NULL,
        [City] nvarchar(80) NOT NULL,
        [Country] nvarchar(2) NOT NULL,
        [AdmittedOn] date NOT NULL,
        [CeasedOn] date NULL,
        [Destination] nvarchar(30) NOT NULL,
        [Iban] nvarchar(34) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Members] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Members_Enterprises_EnterpriseId] FOREIGN KEY ([EnterpriseId]) REFERENCES [Enterprises] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [ShareClasses] (
        [Id] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [Code] nvarchar(20) NOT NULL,
        [ParValueMinor] bigint NOT NULL,
        [Currency] nvarchar(3) NOT NULL,
        [InterestCapPpm] int NOT NULL,
        [InterestStartsAfterYears] int NOT NULL,
        [HolderMayReinvest] bit NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_ShareClasses] PRIMARY KEY ([Id]),
        CONSTRAINT [CK_ShareClasses_Par] CHECK ("ParValueMinor" > 0),
        CONSTRAINT [FK_ShareClasses_Enterprises_EnterpriseId] FOREIGN KEY ([EnterpriseId]) REFERENCES [Enterprises] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [Postings] (
        [EntryId] uniqueidentifier NOT NULL,
        [No] int NOT NULL,
        [Account] nvarchar(120) NOT NULL,
        [AmountMinor] bigint NOT NULL,
        [Currency] nvarchar(3) NOT NULL,
        CONSTRAINT [PK_Postings] PRIMARY KEY ([EntryId], [No]),
        CONSTRAINT [CK_Postings_Amount] CHECK ("AmountMinor" <> 0),
        CONSTRAINT [FK_Postings_JournalEntries_EntryId] FOREIGN KEY ([EntryId]) REFERENCES [JournalEntries] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [InterestDeclarations] (
        [Id] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [ShareClassId] uniqueidentifier NOT NULL,
        [From] date NOT NULL,
        [Until] date NOT NULL,
        [RatePpm] int NOT NULL,
        [PayOn] date NOT NULL,
        [DeclaredBy] uniqueidentifier NOT NULL,
        [DeclaredByName] nvarchar(140) NOT NULL,
        [DeclaredAt] datetime2 NOT NULL,
        CONSTRAINT [PK_InterestDeclarations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_InterestDeclarations_ShareClasses_ShareClassId] FOREIGN KEY ([ShareClassId]) REFERENCES [ShareClasses] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [Offers] (
        [Id] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [ShareClassId] uniqueidentifier NOT NULL,
        [Slug] nvarchar(60) NOT NULL,
        [Title] nvarchar(120) NOT NULL,
        [Purpose] nvarchar(2000) NOT NULL,
        [ParValueMinor] bigint NOT NULL,
        [Currency] nvarchar(3) NOT NULL,
        [TimeZone] nvarchar(60) NOT NULL,
        [MinimumTargetMinor] bigint NOT NULL,
        [OptimumTargetMinor] bigint NOT NULL,
        [MaximumTargetMinor] bigint NOT NULL,
        [OpensOn] date NOT NULL,
        [ClosesOn] date NOT NULL,
        [MinimumPerHolderMinor] bigint NOT NULL,
        [MaximumPerHolderMinor] bigint NOT NULL,
        [MaximumPerOrganisationMinor] bigint NOT NULL,
        [ReflectionDays] int NOT NULL,
        [Extendable] bit NOT NULL,
        [State] nvarchar(30) NOT NULL,
        [UnitsOffered] bigint NOT NULL,
        [UnitsReserved] bigint NOT NULL,
        [SubmittedBy] uniqueidentifier NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Offers] PRIMARY KEY ([Id]),
        CONSTRAINT [CK_Offers_Units] CHECK ("UnitsReserved" >= 0 AND "UnitsReserved" <= "UnitsOffered"),
        CONSTRAINT [FK_Offers_Enterprises_EnterpriseId] FOREIGN KEY ([EnterpriseId]) REFERENCES [Enterprises] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Offers_ShareClasses_ShareClassId] FOREIGN KEY ([ShareClassId]) REFERENCES [ShareClasses] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [RegisterEntries] (
        [Id] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [ShareClassId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [MemberId] uniqueidentifier NOT NULL,
        [Kind] nvarchar(30) NOT NULL,
        [Units] bigint NOT NULL,
        [PriceMinor] bigint NOT NULL,
        [ValidOn] date NOT NULL,
        [RecordedAt] datetime2 NOT NULL,
        [Reason] nvarchar(200) NOT NULL,
        [SourceId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_RegisterEntries] PRIMARY KEY ([Id]),
        CONSTRAINT [CK_RegisterEntries_Units] CHECK ("Units" <> 0),
        CONSTRAINT [FK_RegisterEntries_Members_MemberId] FOREIGN KEY ([MemberId]) REFERENCES [Members] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_RegisterEntries_ShareClasses_ShareClassId] FOREIGN KEY ([ShareClassId]) REFERENCES [ShareClasses] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [PayoutRuns] (
        [Id] uniqueidentifier NOT NULL,
        [Number] nvarchar(20) NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [ShareClassId] uniqueidentifier NOT NULL,
        [DeclarationId] uniqueidentifier NOT NULL,
        [PayOn] date NOT NULL,
        [Currency] nvarchar(3) NOT NULL,
        [LineCount] int NOT NULL,
        [TotalMinor] bigint NOT NULL,
        [State] nvarchar(30) NOT NULL,
        [CalculatedBy] uniqueidentifier NOT NULL,
        [CalculatedByName] nvarchar(140) NOT NULL,
        [CalculatedAt] datetime2 NOT NULL,
        [ApprovedBy] uniqueidentifier NULL,
        [ApprovedByName] nvarchar(140) NULL,
        [ApprovedAt] datetime2 NULL,
        [ExecutionStartedAt] datetime2 NULL,
        [EndedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_PayoutRuns] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_PayoutRuns_InterestDeclarations_DeclarationId] FOREIGN KEY ([DeclarationId]) REFERENCES [InterestDeclarations] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [Applications] (
        [Id] uniqueidentifier NOT NULL,
        [OfferId] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [PersonId] uniqueidentifier NOT NULL,
        [State] nvarchar(30) NOT NULL,
        [AmountMinor] bigint NOT NULL,
        [Units] bigint NOT NULL,
        [AllottedUnits] bigint NOT NULL,
        [Kind] nvarchar(30) NOT NULL,
        [Name] nvarchar(140) NOT NULL,
        [Street] nvarchar(120) NOT NULL,
        [Postcode] nvarchar(12) NOT NULL,
        [City] nvarchar(80) NOT NULL,
        [Country] nvarchar(2) NOT NULL,
        [BornOn] date NULL,
        [Destination] nvarchar(30) NOT NULL,
        [Iban] nvarchar(34) NULL,
        [AcceptedDocumentVersion] int NOT NULL,
        [RiskAcceptedAt] datetime2 NULL,
        [StartedAt] datetime2 NOT NULL,
        [HeldUntil] datetime2 NULL,
        [CheckoutSession] nvarchar(200) NULL,
        [CheckoutUrl] nvarchar(1000) NULL,
        [PaidAt] datetime2 NULL,
        [ReflectionEndsOn] date NULL,
        [ChangedAt] datetime2 NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Applications] PRIMARY KEY ([Id]),
        CONSTRAINT [CK_Applications_Units] CHECK ("Units" > 0 AND "AllottedUnits" >= 0 AND "AllottedUnits" <= "Units"),
        CONSTRAINT [FK_Applications_Offers_OfferId] FOREIGN KEY ([OfferId]) REFERENCES [Offers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [Drawdowns] (
        [Id] uniqueidentifier NOT NULL,
        [OfferId] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [AmountMinor] bigint NOT NULL,
        [Currency] nvarchar(3) NOT NULL,
        [RequestedAt] datetime2 NOT NULL,
        [ProviderTransfer] nvarchar(100) NULL,
        [SentAt] datetime2 NULL,
        [RefusedAttempts] int NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Drawdowns] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Drawdowns_Offers_OfferId] FOREIGN KEY ([OfferId]) REFERENCES [Offers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [OfferDocuments] (
        [Id] uniqueidentifier NOT NULL,
        [OfferId] uniqueidentifier NOT NULL,
        [Version] int NOT NULL,
        [FileName] nvarchar(200) NOT NULL,
        [Content] varbinary(max) NOT NULL,
        [Sha256] nvarchar(64) NOT NULL,
        [UploadedAt] datetime2 NOT NULL,
        [UploadedBy] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_OfferDocuments] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_OfferDocuments_Offers_OfferId] FOREIGN KEY ([OfferId]) REFERENCES [Offers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [OfferSteps] (
        [OfferId] uniqueidentifier NOT NULL,
        [No] int NOT NULL,
        [State] nvarchar(30) NOT NULL,
        [PersonId] uniqueidentifier NULL,
        [Name] nvarchar(140) NOT NULL,
        [At] datetime2 NOT NULL,
        [Note] nvarchar(1000) NULL,
        CONSTRAINT [PK_OfferSteps] PRIMARY KEY ([OfferId], [No]),
        CONSTRAINT [FK_OfferSteps_Offers_OfferId] FOREIGN KEY ([OfferId]) REFERENCES [Offers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [Certificates] (
        [Id] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [MemberId] uniqueidentifier NOT NULL,
        [EntryId] uniqueidentifier NOT NULL,
        [Units] bigint NOT NULL,
        [IssuedOn] date NOT NULL,
        [Code] nvarchar(12) NOT NULL,
        CONSTRAINT [PK_Certificates] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Certificates_RegisterEntries_EntryId] FOREIGN KEY ([EntryId]) REFERENCES [RegisterEntries] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [BankFiles] (
        [Id] uniqueidentifier NOT NULL,
        [RunId] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [No] int NOT NULL,
        [NumberOfTransactions] int NOT NULL,
        [ControlSumMinor] bigint NOT NULL,
        [Currency] nvarchar(3) NOT NULL,
        [Content] varbinary(max) NOT NULL,
        [Sha256] nvarchar(64) NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_BankFiles] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_BankFiles_PayoutRuns_RunId] FOREIGN KEY ([RunId]) REFERENCES [PayoutRuns] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [PayoutLines] (
        [Id] uniqueidentifier NOT NULL,
        [RunId] uniqueidentifier NOT NULL,
        [No] int NOT NULL,
        [MemberId] uniqueidentifier NOT NULL,
        [Name] nvarchar(140) NOT NULL,
        [UnitDays] bigint NOT NULL,
        [GrossMinor] bigint NOT NULL,
        [TaxMinor] bigint NOT NULL,
        [NetMinor] bigint NOT NULL,
        [CarriedInMinor] bigint NOT NULL,
        [CarriedOutMinor] bigint NOT NULL,
        [Destination] nvarchar(30) NOT NULL,
        [Iban] nvarchar(34) NULL,
        [State] nvarchar(30) NOT NULL,
        [Problem] nvarchar(40) NULL,
        [BankFileId] uniqueidentifier NULL,
        [PaidAt] datetime2 NULL,
        CONSTRAINT [PK_PayoutLines] PRIMARY KEY ([Id]),
        CONSTRAINT [CK_PayoutLines_Amounts] CHECK ("GrossMinor" >= 0 AND "TaxMinor" >= 0 AND "NetMinor" = "GrossMinor" - "TaxMinor"),
        CONSTRAINT [FK_PayoutLines_PayoutRuns_RunId] FOREIGN KEY ([RunId]) REFERENCES [PayoutRuns] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [Payments] (
        [ApplicationId] uniqueidentifier NOT NULL,
        [OfferId] uniqueidentifier NOT NULL,
        [AmountMinor] bigint NOT NULL,
        [Currency] nvarchar(3) NOT NULL,
        [FeeMinor] bigint NOT NULL,
        [Method] nvarchar(20) NOT NULL,
        [ProviderPayment] nvarchar(100) NOT NULL,
        [ProviderCharge] nvarchar(100) NOT NULL,
        [PaidAt] datetime2 NOT NULL,
        [AvailableAt] datetime2 NOT NULL,
        [AvailableBookedAt] datetime2 NULL,
        CONSTRAINT [PK_Payments] PRIMARY KEY ([ApplicationId]),
        CONSTRAINT [CK_Payments_Amount] CHECK ("AmountMinor" > 0 AND "FeeMinor" >= 0),
        CONSTRAINT [FK_Payments_Applications_ApplicationId] FOREIGN KEY ([ApplicationId]) REFERENCES [Applications] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE TABLE [Refunds] (
        [Id] uniqueidentifier NOT NULL,
        [ApplicationId] uniqueidentifier NOT NULL,
        [OfferId] uniqueidentifier NOT NULL,
        [AmountMinor] bigint NOT NULL,
        [Currency] nvarchar(3) NOT NULL,
        [Reason] nvarchar(30) NOT NULL,
        [State] nvarchar(30) NOT NULL,
        [ProviderRefund] nvarchar(100) NULL,
        [RequestedAt] datetime2 NOT NULL,
        [EndedAt] datetime2 NULL,
        [Failure] nvarchar(200) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Refunds] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Refunds_Payments_ApplicationId] FOREIGN KEY ([ApplicationId]) REFERENCES [Payments] ([ApplicationId]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_Applications_OfferId_State] ON [Applications] ([OfferId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_Applications_PersonId] ON [Applications] ([PersonId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_Applications_State_HeldUntil] ON [Applications] ([State], [HeldUntil]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_Applications_State_ReflectionEndsOn] ON [Applications] ([State], [ReflectionEndsOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetRoleClaims_RoleId] ON [AspNetRoleClaims] ([RoleId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [RoleNameIndex] ON [AspNetRoles] ([NormalizedName]) WHERE [NormalizedName] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUserClaims_UserId] ON [AspNetUserClaims] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUserLogins_UserId] ON [AspNetUserLogins] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUserPasskeys_UserId] ON [AspNetUserPasskeys] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUserRoles_RoleId] ON [AspNetUserRoles] ([RoleId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [EmailIndex] ON [AspNetUsers] ([NormalizedEmail]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [UserNameIndex] ON [AspNetUsers] ([NormalizedUserName]) WHERE [NormalizedUserName] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_AuditRows_At] ON [AuditRows] ([At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_AuditRows_Subject] ON [AuditRows] ([Subject]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_BankFiles_RunId_No] ON [BankFiles] ([RunId], [No]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_BoardMembers_PersonId] ON [BoardMembers] ([PersonId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Certificates_Code] ON [Certificates] ([Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Certificates_EnterpriseId_Number] ON [Certificates] ([EnterpriseId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Certificates_EntryId] ON [Certificates] ([EntryId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_Certificates_MemberId] ON [Certificates] ([MemberId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Drawdowns_OfferId] ON [Drawdowns] ([OfferId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Drawdowns_ProviderTransfer] ON [Drawdowns] ([ProviderTransfer]) WHERE [ProviderTransfer] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Enterprises_Slug] ON [Enterprises] ([Slug]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_InterestDeclarations_EnterpriseId] ON [InterestDeclarations] ([EnterpriseId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_InterestDeclarations_ShareClassId_From] ON [InterestDeclarations] ([ShareClassId], [From]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_JobRuns_Job_StartedAt] ON [JobRuns] ([Job], [StartedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_JournalEntries_Book_CauseKind_CauseId] ON [JournalEntries] ([Book], [CauseKind], [CauseId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_JournalEntries_Book_OccurredOn] ON [JournalEntries] ([Book], [OccurredOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Members_EnterpriseId_Number] ON [Members] ([EnterpriseId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Members_EnterpriseId_PersonId_Kind] ON [Members] ([EnterpriseId], [PersonId], [Kind]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_Members_PersonId] ON [Members] ([PersonId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_OfferDocuments_OfferId_Version] ON [OfferDocuments] ([OfferId], [Version]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_Offers_EnterpriseId] ON [Offers] ([EnterpriseId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_Offers_ShareClassId] ON [Offers] ([ShareClassId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Offers_Slug] ON [Offers] ([Slug]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_Offers_State] ON [Offers] ([State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_Outbox_DoneAt_ParkedAt_DueAt] ON [Outbox] ([DoneAt], [ParkedAt], [DueAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_Payments_AvailableBookedAt_AvailableAt] ON [Payments] ([AvailableBookedAt], [AvailableAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_Payments_OfferId] ON [Payments] ([OfferId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Payments_ProviderCharge] ON [Payments] ([ProviderCharge]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Payments_ProviderPayment] ON [Payments] ([ProviderPayment]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_PayoutLines_MemberId] ON [PayoutLines] ([MemberId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_PayoutLines_RunId_MemberId] ON [PayoutLines] ([RunId], [MemberId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_PayoutLines_RunId_No] ON [PayoutLines] ([RunId], [No]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_PayoutLines_RunId_State_Destination] ON [PayoutLines] ([RunId], [State], [Destination]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_PayoutRuns_DeclarationId] ON [PayoutRuns] ([DeclarationId]) WHERE "State" <> ''Voided''');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_PayoutRuns_EnterpriseId] ON [PayoutRuns] ([EnterpriseId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_PayoutRuns_Number] ON [PayoutRuns] ([Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_PayoutRuns_State] ON [PayoutRuns] ([State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_Postings_Account_Currency] ON [Postings] ([Account], [Currency]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Refunds_ApplicationId] ON [Refunds] ([ApplicationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Refunds_ProviderRefund] ON [Refunds] ([ProviderRefund]) WHERE [ProviderRefund] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_Refunds_State] ON [Refunds] ([State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_RegisterEntries_EnterpriseId_Number] ON [RegisterEntries] ([EnterpriseId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_RegisterEntries_MemberId] ON [RegisterEntries] ([MemberId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_RegisterEntries_ShareClassId_MemberId_ValidOn] ON [RegisterEntries] ([ShareClassId], [MemberId], [ValidOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_RegisterEntries_SourceId] ON [RegisterEntries] ([SourceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE INDEX [IX_SentMails_SentAt] ON [SentMails] ([SentAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ShareClasses_EnterpriseId_Code] ON [ShareClasses] ([EnterpriseId], [Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    EXEC(N'CREATE TRIGGER [RegisterEntries_append_only] ON [RegisterEntries] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''RegisterEntries is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    EXEC(N'CREATE TRIGGER [JournalEntries_append_only] ON [JournalEntries] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''JournalEntries is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    EXEC(N'CREATE TRIGGER [Postings_append_only] ON [Postings] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''Postings is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    EXEC(N'CREATE TRIGGER [AuditRows_append_only] ON [AuditRows] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''AuditRows is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    EXEC(N'CREATE TRIGGER [InterestDeclarations_append_only] ON [InterestDeclarations] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''InterestDeclarations is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    EXEC(N'CREATE TRIGGER [BankFiles_append_only] ON [BankFiles] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''BankFiles is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122102128_Initial'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122102128_Initial', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    DROP INDEX [IX_RegisterEntries_SourceId] ON [RegisterEntries];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    DROP INDEX [IX_PayoutRuns_DeclarationId] ON [PayoutRuns];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    ALTER TABLE [PayoutLines] DROP CONSTRAINT [CK_PayoutLines_Amounts];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    DECLARE @var nvarchar(max);
    SELECT @var = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[RegisterEntries]') AND [c].[name] = N'ShareClassId');
    IF @var IS NOT NULL EXEC(N'ALTER TABLE [RegisterEntries] DROP CONSTRAINT ' + @var + ';');
    ALTER TABLE [RegisterEntries] ALTER COLUMN [ShareClassId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    ALTER TABLE [RegisterEntries] ADD [BondSeriesId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    DECLARE @var1 nvarchar(max);
    SELECT @var1 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[PayoutRuns]') AND [c].[name] = N'ShareClassId');
    IF @var1 IS NOT NULL EXEC(N'ALTER TABLE [PayoutRuns] DROP CONSTRAINT ' + @var1 + ';');
    ALTER TABLE [PayoutRuns] ALTER COLUMN [ShareClassId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    DECLARE @var2 nvarchar(max);
    SELECT @var2 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[PayoutRuns]') AND [c].[name] = N'DeclarationId');
    IF @var2 IS NOT NULL EXEC(N'ALTER TABLE [PayoutRuns] DROP CONSTRAINT ' + @var2 + ';');
    ALTER TABLE [PayoutRuns] ALTER COLUMN [DeclarationId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    ALTER TABLE [PayoutRuns] ADD [BondSeriesId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    ALTER TABLE [PayoutRuns] ADD [Kind] nvarchar(30) NOT NULL DEFAULT N'ShareInterest';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    ALTER TABLE [PayoutRuns] ADD [PeriodNo] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    ALTER TABLE [PayoutRuns] ADD [PrincipalMinor] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    ALTER TABLE [PayoutLines] ADD [PrincipalMinor] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    ALTER TABLE [PayoutLines] ADD [RedeemedUnits] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    ALTER TABLE [PayoutLines] ADD [Units] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    DECLARE @var3 nvarchar(max);
    SELECT @var3 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[Offers]') AND [c].[name] = N'ShareClassId');
    IF @var3 IS NOT NULL EXEC(N'ALTER TABLE [Offers] DROP CONSTRAINT ' + @var3 + ';');
    ALTER TABLE [Offers] ALTER COLUMN [ShareClassId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    DECLARE @var4 nvarchar(max);
    SELECT @var4 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[Members]') AND [c].[name] = N'AdmittedOn');
    IF @var4 IS NOT NULL EXEC(N'ALTER TABLE [Members] DROP CONSTRAINT ' + @var4 + ';');
    ALTER TABLE [Members] ALTER COLUMN [AdmittedOn] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    ALTER TABLE [Applications] ADD [BondSeriesId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    CREATE TABLE [BondSeries] (
        [Id] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [OfferId] uniqueidentifier NOT NULL,
        [No] int NOT NULL,
        [Code] nvarchar(20) NOT NULL,
        [NominalMinor] bigint NOT NULL,
        [Currency] nvarchar(3) NOT NULL,
        [RatePpm] int NOT NULL,
        [Frequency] nvarchar(30) NOT NULL,
        [RepaymentKind] nvarchar(30) NOT NULL,
        [InterestOnlyMonths] int NOT NULL,
        [CapitaliseMonths] int NOT NULL,
        [RepaymentFrequency] nvarchar(30) NULL,
        [TermMonths] int NULL,
        [MaturesOn] date NULL,
        [IssueOn] date NULL,
        [FirstPaymentOn] date NULL,
        [Stub] nvarchar(30) NOT NULL,
        [EndOfMonth] bit NOT NULL,
        [DayCount] nvarchar(30) NOT NULL,
        [Calendar] nvarchar(30) NOT NULL,
        [PaymentRule] nvarchar(30) NOT NULL,
        [Rounding] nvarchar(30) NOT NULL,
        [RecordDays] int NOT NULL,
        [IsRedeemableEarly] bit NOT NULL,
        [IssuerAfterMonths] int NULL,
        [HolderAfterMonths] int NULL,
        [NoticeDays] int NOT NULL,
        [Transferable] bit NOT NULL,
        [Subordinated] bit NOT NULL,
        [UnitsOffered] bigint NOT NULL,
        [UnitsReserved] bigint NOT NULL,
        [IssuedOn] date NULL,
        [UnitsIssued] bigint NOT NULL,
        [ServicedPeriods] int NOT NULL,
        [OutstandingPerUnitMinor] bigint NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_BondSeries] PRIMARY KEY ([Id]),
        CONSTRAINT [CK_BondSeries_Nominal] CHECK ("NominalMinor" > 0),
        CONSTRAINT [CK_BondSeries_Outstanding] CHECK ("OutstandingPerUnitMinor" >= 0),
        CONSTRAINT [CK_BondSeries_Units] CHECK ("UnitsReserved" >= 0 AND "UnitsReserved" <= "UnitsOffered" AND "UnitsIssued" <= "UnitsOffered"),
        CONSTRAINT [FK_BondSeries_Enterprises_EnterpriseId] FOREIGN KEY ([EnterpriseId]) REFERENCES [Enterprises] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_BondSeries_Offers_OfferId] FOREIGN KEY ([OfferId]) REFERENCES [Offers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    CREATE TABLE [BondPeriods] (
        [Id] uniqueidentifier NOT NULL,
        [SeriesId] uniqueidentifier NOT NULL,
        [No] int NOT NULL,
        [AccrualStart] date NOT NULL,
        [AccrualEnd] date NOT NULL,
        [RecordOn] date NOT NULL,
        [DueOn] date NOT NULL,
        [RatePpm] int NOT NULL,
        [OpeningMinor] bigint NOT NULL,
        [InterestMinor] bigint NOT NULL,
        [PrincipalMinor] bigint NOT NULL,
        CONSTRAINT [PK_BondPeriods] PRIMARY KEY ([Id]),
        CONSTRAINT [CK_BondPeriods_Amounts] CHECK ("InterestMinor" >= 0 AND "OpeningMinor" >= 0 AND "PrincipalMinor" <= "OpeningMinor"),
        CONSTRAINT [FK_BondPeriods_BondSeries_SeriesId] FOREIGN KEY ([SeriesId]) REFERENCES [BondSeries] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    CREATE TABLE [BondRateSteps] (
        [SeriesId] uniqueidentifier NOT NULL,
        [From] date NOT NULL,
        [RatePpm] int NOT NULL,
        CONSTRAINT [PK_BondRateSteps] PRIMARY KEY ([SeriesId], [From]),
        CONSTRAINT [FK_BondRateSteps_BondSeries_SeriesId] FOREIGN KEY ([SeriesId]) REFERENCES [BondSeries] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    CREATE TABLE [BondTransfers] (
        [Id] uniqueidentifier NOT NULL,
        [SeriesId] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [FromMemberId] uniqueidentifier NOT NULL,
        [ToMemberId] uniqueidentifier NOT NULL,
        [Units] bigint NOT NULL,
        [On] date NOT NULL,
        [AccruedMinor] bigint NOT NULL,
        [Reason] nvarchar(200) NOT NULL,
        [RecordedBy] uniqueidentifier NOT NULL,
        [RecordedByName] nvarchar(140) NOT NULL,
        [RecordedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_BondTransfers] PRIMARY KEY ([Id]),
        CONSTRAINT [CK_BondTransfers_Units] CHECK ("Units" > 0 AND "AccruedMinor" >= 0),
        CONSTRAINT [FK_BondTransfers_BondSeries_SeriesId] FOREIGN KEY ([SeriesId]) REFERENCES [BondSeries] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_BondTransfers_Members_FromMemberId] FOREIGN KEY ([FromMemberId]) REFERENCES [Members] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_BondTransfers_Members_ToMemberId] FOREIGN KEY ([ToMemberId]) REFERENCES [Members] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    CREATE TABLE [EarlyRedemptions] (
        [Id] uniqueidentifier NOT NULL,
        [SeriesId] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [PeriodNo] int NOT NULL,
        [Kind] nvarchar(30) NOT NULL,
        [Units] bigint NOT NULL,
        [MemberId] uniqueidentifier NULL,
        [Seed] nvarchar(64) NOT NULL,
        [DecidedBy] uniqueidentifier NOT NULL,
        [DecidedByName] nvarchar(140) NOT NULL,
        [DecidedAt] datetime2 NOT NULL,
        [WithdrawnAt] datetime2 NULL,
        [WithdrawnBy] uniqueidentifier NULL,
        [WithdrawnByName] nvarchar(140) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_EarlyRedemptions] PRIMARY KEY ([Id]),
        CONSTRAINT [CK_EarlyRedemptions_Units] CHECK ("Units" >= 0),
        CONSTRAINT [FK_EarlyRedemptions_BondSeries_SeriesId] FOREIGN KEY ([SeriesId]) REFERENCES [BondSeries] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_EarlyRedemptions_Members_MemberId] FOREIGN KEY ([MemberId]) REFERENCES [Members] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    CREATE INDEX [IX_RegisterEntries_BondSeriesId_MemberId_ValidOn] ON [RegisterEntries] ([BondSeriesId], [MemberId], [ValidOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    CREATE UNIQUE INDEX [IX_RegisterEntries_SourceId_Kind] ON [RegisterEntries] ([SourceId], [Kind]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    EXEC(N'ALTER TABLE [RegisterEntries] ADD CONSTRAINT [CK_RegisterEntries_Security] CHECK (("ShareClassId" IS NULL AND "BondSeriesId" IS NOT NULL) OR ("ShareClassId" IS NOT NULL AND "BondSeriesId" IS NULL))');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_PayoutRuns_BondSeriesId_PeriodNo] ON [PayoutRuns] ([BondSeriesId], [PeriodNo]) WHERE "BondSeriesId" IS NOT NULL AND "State" <> ''Voided''');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_PayoutRuns_DeclarationId] ON [PayoutRuns] ([DeclarationId]) WHERE "DeclarationId" IS NOT NULL AND "State" <> ''Voided''');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    EXEC(N'ALTER TABLE [PayoutRuns] ADD CONSTRAINT [CK_PayoutRuns_Ground] CHECK (("DeclarationId" IS NULL AND "ShareClassId" IS NULL AND "BondSeriesId" IS NOT NULL AND "PeriodNo" IS NOT NULL) OR ("DeclarationId" IS NOT NULL AND "ShareClassId" IS NOT NULL AND "BondSeriesId" IS NULL AND "PeriodNo" IS NULL))');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    EXEC(N'ALTER TABLE [PayoutLines] ADD CONSTRAINT [CK_PayoutLines_Amounts] CHECK ("GrossMinor" >= 0 AND "TaxMinor" >= 0 AND "NetMinor" = "GrossMinor" - "TaxMinor" AND "PrincipalMinor" >= 0 AND "PrincipalMinor" <= "GrossMinor" AND "RedeemedUnits" <= "Units")');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    CREATE INDEX [IX_Applications_BondSeriesId] ON [Applications] ([BondSeriesId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    CREATE INDEX [IX_BondPeriods_AccrualEnd] ON [BondPeriods] ([AccrualEnd]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    CREATE INDEX [IX_BondPeriods_DueOn] ON [BondPeriods] ([DueOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    CREATE UNIQUE INDEX [IX_BondPeriods_SeriesId_No] ON [BondPeriods] ([SeriesId], [No]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    CREATE UNIQUE INDEX [IX_BondSeries_EnterpriseId_Code] ON [BondSeries] ([EnterpriseId], [Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    CREATE UNIQUE INDEX [IX_BondSeries_OfferId_No] ON [BondSeries] ([OfferId], [No]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    CREATE INDEX [IX_BondTransfers_FromMemberId] ON [BondTransfers] ([FromMemberId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    CREATE INDEX [IX_BondTransfers_SeriesId_On] ON [BondTransfers] ([SeriesId], [On]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    CREATE INDEX [IX_BondTransfers_ToMemberId] ON [BondTransfers] ([ToMemberId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    CREATE INDEX [IX_EarlyRedemptions_MemberId] ON [EarlyRedemptions] ([MemberId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    CREATE INDEX [IX_EarlyRedemptions_SeriesId_PeriodNo] ON [EarlyRedemptions] ([SeriesId], [PeriodNo]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    ALTER TABLE [Applications] ADD CONSTRAINT [FK_Applications_BondSeries_BondSeriesId] FOREIGN KEY ([BondSeriesId]) REFERENCES [BondSeries] ([Id]) ON DELETE NO ACTION;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    ALTER TABLE [PayoutRuns] ADD CONSTRAINT [FK_PayoutRuns_BondSeries_BondSeriesId] FOREIGN KEY ([BondSeriesId]) REFERENCES [BondSeries] ([Id]) ON DELETE NO ACTION;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    ALTER TABLE [RegisterEntries] ADD CONSTRAINT [FK_RegisterEntries_BondSeries_BondSeriesId] FOREIGN KEY ([BondSeriesId]) REFERENCES [BondSeries] ([Id]) ON DELETE NO ACTION;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015241_Bonds'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261126015241_Bonds', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015555_BondGuards'
)
BEGIN
    EXEC(N'CREATE TRIGGER [BondPeriods_append_only] ON [BondPeriods] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''BondPeriods is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015555_BondGuards'
)
BEGIN
    EXEC(N'CREATE TRIGGER [BondTransfers_append_only] ON [BondTransfers] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''BondTransfers is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015555_BondGuards'
)
BEGIN
    EXEC(N'CREATE TRIGGER [EarlyRedemptions_append_only] ON [EarlyRedemptions] AFTER UPDATE, DELETE AS IF UPDATE([SeriesId]) OR UPDATE([EnterpriseId]) OR UPDATE([PeriodNo]) OR UPDATE([Kind]) OR UPDATE([Units]) OR UPDATE([MemberId]) OR UPDATE([Seed]) OR UPDATE([DecidedBy]) OR UPDATE([DecidedByName]) OR UPDATE([DecidedAt]) OR NOT EXISTS (SELECT 1 FROM inserted) AND EXISTS (SELECT 1 FROM deleted) THROW 51000, ''EarlyRedemptions is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126015555_BondGuards'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261126015555_BondGuards', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040452_MembershipTypesAndOfferKinds'
)
BEGIN
    DROP INDEX [IX_Drawdowns_OfferId] ON [Drawdowns];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040452_MembershipTypesAndOfferKinds'
)
BEGIN
    ALTER TABLE [OfferSteps] ADD [ClosesOn] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040452_MembershipTypesAndOfferKinds'
)
BEGIN
    DECLARE @var5 nvarchar(max);
    SELECT @var5 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[Offers]') AND [c].[name] = N'ClosesOn');
    IF @var5 IS NOT NULL EXEC(N'ALTER TABLE [Offers] DROP CONSTRAINT ' + @var5 + ';');
    ALTER TABLE [Offers] ALTER COLUMN [ClosesOn] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040452_MembershipTypesAndOfferKinds'
)
BEGIN
    ALTER TABLE [Offers] ADD [Eligibility] nvarchar(max) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040452_MembershipTypesAndOfferKinds'
)
BEGIN
    ALTER TABLE [Offers] ADD [ExtendedFrom] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040452_MembershipTypesAndOfferKinds'
)
BEGIN
    ALTER TABLE [Offers] ADD [Kind] nvarchar(30) NOT NULL DEFAULT N'TimeBound';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040452_MembershipTypesAndOfferKinds'
)
BEGIN
    ALTER TABLE [Offers] ADD [MaximumShareOfTotalPpm] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040452_MembershipTypesAndOfferKinds'
)
BEGIN
    ALTER TABLE [Offers] ADD [MaximumUnitsPerHolder] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040452_MembershipTypesAndOfferKinds'
)
BEGIN
    ALTER TABLE [OfferDocuments] ADD [AwaitsReview] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040452_MembershipTypesAndOfferKinds'
)
BEGIN
    ALTER TABLE [OfferDocuments] ADD [DecidedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040452_MembershipTypesAndOfferKinds'
)
BEGIN
    ALTER TABLE [OfferDocuments] ADD [DecidedBy] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040452_MembershipTypesAndOfferKinds'
)
BEGIN
    ALTER TABLE [OfferDocuments] ADD [DecidedByName] nvarchar(140) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040452_MembershipTypesAndOfferKinds'
)
BEGIN
    ALTER TABLE [OfferDocuments] ADD [ReturnReason] nvarchar(1000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040452_MembershipTypesAndOfferKinds'
)
BEGIN
    ALTER TABLE [Members] ADD [IsResident] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040452_MembershipTypesAndOfferKinds'
)
BEGIN
    ALTER TABLE [Members] ADD [MembershipType] nvarchar(10) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040452_MembershipTypesAndOfferKinds'
)
BEGIN
    ALTER TABLE [Drawdowns] ADD [No] int NOT NULL DEFAULT 1;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040452_MembershipTypesAndOfferKinds'
)
BEGIN
    ALTER TABLE [Applications] ADD [CancelUntil] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040452_MembershipTypesAndOfferKinds'
)
BEGIN
    ALTER TABLE [Applications] ADD [IsResident] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040452_MembershipTypesAndOfferKinds'
)
BEGIN
    ALTER TABLE [Applications] ADD [MembershipType] nvarchar(10) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040452_MembershipTypesAndOfferKinds'
)
BEGIN
    CREATE TABLE [MembersApprovals] (
        [Id] uniqueidentifier NOT NULL,
        [OfferId] uniqueidentifier NOT NULL,
        [ApprovedOn] date NOT NULL,
        [FileName] nvarchar(200) NOT NULL,
        [Content] varbinary(max) NOT NULL,
        [Sha256] nvarchar(64) NOT NULL,
        [RecordedBy] uniqueidentifier NULL,
        [RecordedByName] nvarchar(140) NOT NULL,
        [RecordedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_MembersApprovals] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_MembersApprovals_Offers_OfferId] FOREIGN KEY ([OfferId]) REFERENCES [Offers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040452_MembershipTypesAndOfferKinds'
)
BEGIN
    CREATE INDEX [IX_OfferDocuments_AwaitsReview] ON [OfferDocuments] ([AwaitsReview]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040452_MembershipTypesAndOfferKinds'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Drawdowns_OfferId_No] ON [Drawdowns] ([OfferId], [No]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040452_MembershipTypesAndOfferKinds'
)
BEGIN
    CREATE INDEX [IX_MembersApprovals_OfferId] ON [MembersApprovals] ([OfferId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040452_MembershipTypesAndOfferKinds'
)
BEGIN
    EXEC(N'CREATE TRIGGER [MembersApprovals_append_only] ON [MembersApprovals] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''MembersApprovals is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126040452_MembershipTypesAndOfferKinds'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261126040452_MembershipTypesAndOfferKinds', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126042149_RegisterChain'
)
BEGIN
    ALTER TABLE [RegisterEntries] ADD [CorrectsId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126042149_RegisterChain'
)
BEGIN
    ALTER TABLE [RegisterEntries] ADD [Document] nvarchar(200) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126042149_RegisterChain'
)
BEGIN
    ALTER TABLE [RegisterEntries] ADD [Hash] varchar(64) NOT NULL DEFAULT '';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126042149_RegisterChain'
)
BEGIN
    ALTER TABLE [RegisterEntries] ADD [PreviousHash] varchar(64) NOT NULL DEFAULT '';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126042149_RegisterChain'
)
BEGIN
    CREATE TABLE [RegisterChecks] (
        [Id] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [Entries] int NOT NULL,
        [LastHash] varchar(64) NOT NULL,
        [BrokenNumber] int NULL,
        [Fault] nvarchar(30) NULL,
        [OrderedBy] nvarchar(140) NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_RegisterChecks] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_RegisterChecks_Enterprises_EnterpriseId] FOREIGN KEY ([EnterpriseId]) REFERENCES [Enterprises] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126042149_RegisterChain'
)
BEGIN
    CREATE INDEX [IX_RegisterEntries_CorrectsId] ON [RegisterEntries] ([CorrectsId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126042149_RegisterChain'
)
BEGIN
    CREATE INDEX [IX_RegisterChecks_EnterpriseId_At] ON [RegisterChecks] ([EnterpriseId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126042149_RegisterChain'
)
BEGIN
    EXEC(N'CREATE TRIGGER [RegisterChecks_append_only] ON [RegisterChecks] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''RegisterChecks is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126042149_RegisterChain'
)
BEGIN
    EXEC(N'CREATE TRIGGER [RegisterEntries_chain] ON [RegisterEntries] AFTER INSERT AS IF EXISTS (SELECT 1 FROM inserted a WHERE (a."PreviousHash" = '''' OR a."Hash" = '''' OR (a."Number" = 1 AND a."PreviousHash" <> ''0000000000000000000000000000000000000000000000000000000000000000'') OR (a."Number" <> 1 AND NOT EXISTS (SELECT 1 FROM "RegisterEntries" p WHERE p."EnterpriseId" = a."EnterpriseId" AND p."Number" = a."Number" - 1 AND p."Hash" = a."PreviousHash")) OR (a."Kind" = ''Correction'' AND NOT EXISTS (SELECT 1 FROM "RegisterEntries" c WHERE c."Id" = a."CorrectsId" AND c."EnterpriseId" = a."EnterpriseId" AND c."Number" < a."Number" AND c."Kind" <> ''Correction'' AND ABS(c."Units") >= ABS((SELECT SUM(x."Units") FROM "RegisterEntries" x WHERE x."CorrectsId" = a."CorrectsId" AND x."MemberId" = a."MemberId")))))) THROW 51000, ''RegisterEntries is a chain'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126042149_RegisterChain'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261126042149_RegisterChain', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126050428_Community'
)
BEGIN
    CREATE TABLE [CovenantDocuments] (
        [Id] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [FileName] nvarchar(200) NOT NULL,
        [Content] varbinary(max) NOT NULL,
        [Sha256] nvarchar(64) NOT NULL,
        [UploadedAt] datetime2 NOT NULL,
        [UploadedBy] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_CovenantDocuments] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_CovenantDocuments_Enterprises_EnterpriseId] FOREIGN KEY ([EnterpriseId]) REFERENCES [Enterprises] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126050428_Community'
)
BEGIN
    CREATE TABLE [Covenants] (
        [Id] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [No] int NOT NULL,
        [Kind] nvarchar(30) NOT NULL,
        [Limit] bigint NOT NULL,
        [IsBlocking] bit NOT NULL,
        [IsGivenUp] bit NOT NULL,
        [Statement] nvarchar(2000) NOT NULL,
        [DecidedOn] date NOT NULL,
        [RecordedBy] uniqueidentifier NOT NULL,
        [RecordedByName] nvarchar(140) NOT NULL,
        [RecordedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_Covenants] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Covenants_Enterprises_EnterpriseId] FOREIGN KEY ([EnterpriseId]) REFERENCES [Enterprises] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126050428_Community'
)
BEGIN
    CREATE TABLE [OfferUpdates] (
        [Id] uniqueidentifier NOT NULL,
        [OfferId] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [No] int NOT NULL,
        [Title] nvarchar(120) NOT NULL,
        [Text] nvarchar(max) NOT NULL,
        [Audience] nvarchar(30) NOT NULL,
        [IsLegal] bit NOT NULL,
        [WrittenBy] uniqueidentifier NOT NULL,
        [WrittenByName] nvarchar(140) NOT NULL,
        [PublishedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_OfferUpdates] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_OfferUpdates_Offers_OfferId] FOREIGN KEY ([OfferId]) REFERENCES [Offers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126050428_Community'
)
BEGIN
    CREATE TABLE [PledgeRounds] (
        [OfferId] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [OpenedBy] uniqueidentifier NOT NULL,
        [OpenedByName] nvarchar(140) NOT NULL,
        [OpenedAt] datetime2 NOT NULL,
        [ClosedAt] datetime2 NULL,
        [InvitedAt] datetime2 NULL,
        [ErasedAt] datetime2 NULL,
        [CountAtClose] int NOT NULL,
        [SumAtCloseMinor] bigint NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_PledgeRounds] PRIMARY KEY ([OfferId]),
        CONSTRAINT [FK_PledgeRounds_Offers_OfferId] FOREIGN KEY ([OfferId]) REFERENCES [Offers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126050428_Community'
)
BEGIN
    CREATE TABLE [Questions] (
        [Id] uniqueidentifier NOT NULL,
        [OfferId] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [AskerId] uniqueidentifier NOT NULL,
        [AskerName] nvarchar(140) NOT NULL,
        [Text] nvarchar(1000) NOT NULL,
        [AskedAt] datetime2 NOT NULL,
        [State] nvarchar(30) NOT NULL,
        [Answer] nvarchar(4000) NULL,
        [AnsweredByName] nvarchar(140) NULL,
        [AnsweredAt] datetime2 NULL,
        [Reason] nvarchar(500) NULL,
        [DecidedBy] uniqueidentifier NULL,
        [ChangedAt] datetime2 NOT NULL,
        [ToldAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Questions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Questions_Offers_OfferId] FOREIGN KEY ([OfferId]) REFERENCES [Offers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126050428_Community'
)
BEGIN
    CREATE TABLE [UpdateOptOuts] (
        [EnterpriseId] uniqueidentifier NOT NULL,
        [PersonId] uniqueidentifier NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_UpdateOptOuts] PRIMARY KEY ([EnterpriseId], [PersonId])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126050428_Community'
)
BEGIN
    CREATE TABLE [CovenantEvidence] (
        [Id] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [Kind] nvarchar(30) NOT NULL,
        [On] date NOT NULL,
        [Text] nvarchar(1000) NOT NULL,
        [Reference] nvarchar(300) NOT NULL,
        [DocumentId] uniqueidentifier NULL,
        [HighestPayMinor] bigint NULL,
        [LowestPayMinor] bigint NULL,
        [RecordedBy] uniqueidentifier NOT NULL,
        [RecordedByName] nvarchar(140) NOT NULL,
        [RecordedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_CovenantEvidence] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_CovenantEvidence_CovenantDocuments_DocumentId] FOREIGN KEY ([DocumentId]) REFERENCES [CovenantDocuments] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_CovenantEvidence_Enterprises_EnterpriseId] FOREIGN KEY ([EnterpriseId]) REFERENCES [Enterprises] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126050428_Community'
)
BEGIN
    CREATE TABLE [CovenantFindings] (
        [Id] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [CovenantId] uniqueidentifier NOT NULL,
        [Kind] nvarchar(30) NOT NULL,
        [Cause] nvarchar(30) NOT NULL,
        [Holds] bit NULL,
        [First] bigint NOT NULL,
        [Second] bigint NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_CovenantFindings] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_CovenantFindings_Covenants_CovenantId] FOREIGN KEY ([CovenantId]) REFERENCES [Covenants] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126050428_Community'
)
BEGIN
    CREATE TABLE [Pledges] (
        [Id] uniqueidentifier NOT NULL,
        [OfferId] uniqueidentifier NOT NULL,
        [Name] nvarchar(140) NOT NULL,
        [Email] nvarchar(256) NOT NULL,
        [Language] nvarchar(5) NOT NULL,
        [AmountMinor] bigint NOT NULL,
        [MadeAt] datetime2 NOT NULL,
        [ConfirmedAt] datetime2 NULL,
        [MailedAt] datetime2 NOT NULL,
        [Mails] int NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Pledges] PRIMARY KEY ([Id]),
        CONSTRAINT [CK_Pledges_Amount] CHECK ("AmountMinor" > 0),
        CONSTRAINT [FK_Pledges_PledgeRounds_OfferId] FOREIGN KEY ([OfferId]) REFERENCES [PledgeRounds] ([OfferId]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126050428_Community'
)
BEGIN
    CREATE INDEX [IX_CovenantDocuments_EnterpriseId] ON [CovenantDocuments] ([EnterpriseId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126050428_Community'
)
BEGIN
    CREATE INDEX [IX_CovenantEvidence_DocumentId] ON [CovenantEvidence] ([DocumentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126050428_Community'
)
BEGIN
    CREATE INDEX [IX_CovenantEvidence_EnterpriseId_Kind_RecordedAt] ON [CovenantEvidence] ([EnterpriseId], [Kind], [RecordedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126050428_Community'
)
BEGIN
    CREATE INDEX [IX_CovenantFindings_CovenantId] ON [CovenantFindings] ([CovenantId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126050428_Community'
)
BEGIN
    CREATE INDEX [IX_CovenantFindings_EnterpriseId_Kind_At] ON [CovenantFindings] ([EnterpriseId], [Kind], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126050428_Community'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Covenants_EnterpriseId_No] ON [Covenants] ([EnterpriseId], [No]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126050428_Community'
)
BEGIN
    CREATE UNIQUE INDEX [IX_OfferUpdates_OfferId_No] ON [OfferUpdates] ([OfferId], [No]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126050428_Community'
)
BEGIN
    CREATE INDEX [IX_PledgeRounds_ErasedAt_ClosedAt] ON [PledgeRounds] ([ErasedAt], [ClosedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126050428_Community'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Pledges_OfferId_Email] ON [Pledges] ([OfferId], [Email]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126050428_Community'
)
BEGIN
    CREATE INDEX [IX_Questions_EnterpriseId_State] ON [Questions] ([EnterpriseId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126050428_Community'
)
BEGIN
    CREATE INDEX [IX_Questions_OfferId_State] ON [Questions] ([OfferId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126050428_Community'
)
BEGIN
    EXEC(N'CREATE TRIGGER [OfferUpdates_append_only] ON [OfferUpdates] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''OfferUpdates is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126050428_Community'
)
BEGIN
    EXEC(N'CREATE TRIGGER [Covenants_append_only] ON [Covenants] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''Covenants is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126050428_Community'
)
BEGIN
    EXEC(N'CREATE TRIGGER [CovenantEvidence_append_only] ON [CovenantEvidence] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''CovenantEvidence is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126050428_Community'
)
BEGIN
    EXEC(N'CREATE TRIGGER [CovenantFindings_append_only] ON [CovenantFindings] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''CovenantFindings is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126050428_Community'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261126050428_Community', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126052236_Allotments'
)
BEGIN
    ALTER TABLE [Offers] DROP CONSTRAINT [CK_Offers_Units];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126052236_Allotments'
)
BEGIN
    ALTER TABLE [BondSeries] DROP CONSTRAINT [CK_BondSeries_Units];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126052236_Allotments'
)
BEGIN
    ALTER TABLE [Offers] ADD [AllocationPolicy] nvarchar(30) NOT NULL DEFAULT N'FirstCome';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126052236_Allotments'
)
BEGIN
    ALTER TABLE [Offers] ADD [AllotmentSeed] nvarchar(64) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126052236_Allotments'
)
BEGIN
    ALTER TABLE [Offers] ADD [MayScaleBelowMinimum] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126052236_Allotments'
)
BEGIN
    ALTER TABLE [Offers] ADD [ResidentsFirst] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126052236_Allotments'
)
BEGIN
    ALTER TABLE [Offers] ADD [UnitsBeyond] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126052236_Allotments'
)
BEGIN
    ALTER TABLE [BondSeries] ADD [UnitsBeyond] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126052236_Allotments'
)
BEGIN
    CREATE TABLE [AllotmentOutcomes] (
        [OfferId] uniqueidentifier NOT NULL,
        [No] int NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [ParValueMinor] bigint NOT NULL,
        [Currency] nvarchar(3) NOT NULL,
        [Policy] nvarchar(30) NOT NULL,
        [ResidentsFirst] bit NOT NULL,
        [LeastUnits] bigint NOT NULL,
        [Seed] nvarchar(64) NOT NULL,
        [InputsSha256] nvarchar(64) NOT NULL,
        [OutcomeSha256] nvarchar(64) NOT NULL,
        [Applications] int NOT NULL,
        [UnitsOffered] bigint NOT NULL,
        [UnitsAsked] bigint NOT NULL,
        [UnitsAllotted] bigint NOT NULL,
        [DecidedBy] uniqueidentifier NULL,
        [DecidedByName] nvarchar(140) NOT NULL,
        [DecidedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_AllotmentOutcomes] PRIMARY KEY ([OfferId], [No]),
        CONSTRAINT [CK_AllotmentOutcomes_Signed] CHECK ("UnitsAllotted" = "UnitsAsked" OR "DecidedBy" IS NOT NULL),
        CONSTRAINT [CK_AllotmentOutcomes_Units] CHECK ("UnitsAllotted" > 0 AND "UnitsAllotted" <= "UnitsOffered" AND "UnitsAllotted" <= "UnitsAsked"),
        CONSTRAINT [FK_AllotmentOutcomes_Offers_OfferId] FOREIGN KEY ([OfferId]) REFERENCES [Offers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126052236_Allotments'
)
BEGIN
    CREATE TABLE [AllotmentLines] (
        [ApplicationId] uniqueidentifier NOT NULL,
        [OfferId] uniqueidentifier NOT NULL,
        [No] int NOT NULL,
        [Holder] uniqueidentifier NOT NULL,
        [SeriesNo] int NOT NULL,
        [Units] bigint NOT NULL,
        [PaidAt] datetime2 NOT NULL,
        [IsResident] bit NOT NULL,
        [Priority] int NOT NULL,
        [Allotted] bigint NOT NULL,
        CONSTRAINT [PK_AllotmentLines] PRIMARY KEY ([ApplicationId]),
        CONSTRAINT [CK_AllotmentLines_Units] CHECK ("Units" > 0 AND "Allotted" >= 0 AND "Allotted" <= "Units"),
        CONSTRAINT [FK_AllotmentLines_AllotmentOutcomes_OfferId_No] FOREIGN KEY ([OfferId], [No]) REFERENCES [AllotmentOutcomes] ([OfferId], [No]) ON DELETE NO ACTION,
        CONSTRAINT [FK_AllotmentLines_Applications_ApplicationId] FOREIGN KEY ([ApplicationId]) REFERENCES [Applications] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126052236_Allotments'
)
BEGIN
    CREATE TABLE [AllotmentPools] (
        [OfferId] uniqueidentifier NOT NULL,
        [No] int NOT NULL,
        [SeriesNo] int NOT NULL,
        [UnitsOffered] bigint NOT NULL,
        [UnitsAsked] bigint NOT NULL,
        [UnitsAllotted] bigint NOT NULL,
        CONSTRAINT [PK_AllotmentPools] PRIMARY KEY ([OfferId], [No], [SeriesNo]),
        CONSTRAINT [CK_AllotmentPools_Units] CHECK ("UnitsAllotted" >= 0 AND "UnitsAllotted" <= "UnitsOffered" AND "UnitsAllotted" <= "UnitsAsked"),
        CONSTRAINT [FK_AllotmentPools_AllotmentOutcomes_OfferId_No] FOREIGN KEY ([OfferId], [No]) REFERENCES [AllotmentOutcomes] ([OfferId], [No]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126052236_Allotments'
)
BEGIN
    EXEC(N'ALTER TABLE [Offers] ADD CONSTRAINT [CK_Offers_Units] CHECK ("UnitsReserved" >= 0 AND "UnitsBeyond" >= 0 AND "UnitsReserved" <= "UnitsOffered" + "UnitsBeyond" AND ("State" NOT IN (''Allotted'', ''Completed'') OR "UnitsReserved" <= "UnitsOffered"))');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126052236_Allotments'
)
BEGIN
    EXEC(N'ALTER TABLE [BondSeries] ADD CONSTRAINT [CK_BondSeries_Units] CHECK ("UnitsReserved" >= 0 AND "UnitsBeyond" >= 0 AND "UnitsReserved" <= "UnitsOffered" + "UnitsBeyond" AND "UnitsIssued" <= "UnitsOffered")');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126052236_Allotments'
)
BEGIN
    CREATE INDEX [IX_AllotmentLines_OfferId_No] ON [AllotmentLines] ([OfferId], [No]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126052236_Allotments'
)
BEGIN
    EXEC(N'CREATE TRIGGER [AllotmentOutcomes_append_only] ON [AllotmentOutcomes] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''AllotmentOutcomes is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126052236_Allotments'
)
BEGIN
    EXEC(N'CREATE TRIGGER [AllotmentPools_append_only] ON [AllotmentPools] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''AllotmentPools is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126052236_Allotments'
)
BEGIN
    EXEC(N'CREATE TRIGGER [AllotmentLines_append_only] ON [AllotmentLines] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''AllotmentLines is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126052236_Allotments'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261126052236_Allotments', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [PayoutRuns] DROP CONSTRAINT [CK_PayoutRuns_Ground];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    DROP INDEX [IX_Members_EnterpriseId_PersonId_Kind] ON [Members];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [ShareClasses] ADD [Holding_BoardMaySuspend] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [ShareClasses] ADD [Holding_BoardMayWriteDown] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [ShareClasses] ADD [Holding_LockInYears] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [ShareClasses] ADD [Holding_MaximumPerYearPpm] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [ShareClasses] ADD [Holding_NoticeWeeks] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [ShareClasses] ADD [Holding_SuspendAtPpm] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [ShareClasses] ADD [Holding_TransferNeedsApproval] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [ShareClasses] ADD [Holding_Transferable] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [ShareClasses] ADD [Holding_Withdrawable] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [Offers] ADD [FirstFullAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [Offers] ADD [ReflectionDaysOnceFull] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [Offers] ADD [RulePackId] nvarchar(40) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [Offers] ADD [RulesFrom] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [Offers] ADD [RulesHash] nvarchar(64) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [Members] ADD [BornOn] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [Members] ADD [DiedOn] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [Members] ADD [Email] nvarchar(256) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [Members] ADD [EmailPurpose] nvarchar(30) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [Members] ADD [Identity] nvarchar(80) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [Members] ADD [Party] nvarchar(2000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [Members] ADD [ToldOfAgeOn] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [Applications] ADD [HolderPersonId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [Applications] ADD [Identity] nvarchar(80) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [Applications] ADD [IsGift] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [Applications] ADD [Party] nvarchar(2000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [Applications] ADD [PromisedReflectionDays] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [Applications] ADD [QueuedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [Applications] ADD [RejectedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [Applications] ADD [RejectedByName] nvarchar(140) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [Applications] ADD [RejectionReason] nvarchar(1000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [Applications] ADD [TopsUp] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE TABLE [FormerMemberships] (
        [Id] uniqueidentifier NOT NULL,
        [MemberId] uniqueidentifier NOT NULL,
        [AdmittedOn] date NOT NULL,
        [CeasedOn] date NOT NULL,
        CONSTRAINT [PK_FormerMemberships] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_FormerMemberships_Members_MemberId] FOREIGN KEY ([MemberId]) REFERENCES [Members] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE TABLE [FormerOfficers] (
        [Id] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [PersonId] uniqueidentifier NOT NULL,
        [Name] nvarchar(140) NOT NULL,
        [Office] nvarchar(40) NOT NULL,
        [IsResident] bit NOT NULL,
        [Since] date NOT NULL,
        [Until] date NOT NULL,
        [RecordedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_FormerOfficers] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_FormerOfficers_Enterprises_EnterpriseId] FOREIGN KEY ([EnterpriseId]) REFERENCES [Enterprises] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE TABLE [Gifts] (
        [ApplicationId] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [GiverName] nvarchar(140) NOT NULL,
        [ReceiverName] nvarchar(140) NOT NULL,
        [ReceiverEmail] nvarchar(256) NOT NULL,
        [Message] nvarchar(500) NOT NULL,
        [State] nvarchar(30) NOT NULL,
        [AcceptBy] date NULL,
        [ReceiverId] uniqueidentifier NULL,
        [DecidedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Gifts] PRIMARY KEY ([ApplicationId]),
        CONSTRAINT [FK_Gifts_Applications_ApplicationId] FOREIGN KEY ([ApplicationId]) REFERENCES [Applications] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Gifts_Enterprises_EnterpriseId] FOREIGN KEY ([EnterpriseId]) REFERENCES [Enterprises] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE TABLE [HolderChanges] (
        [Id] uniqueidentifier NOT NULL,
        [MemberId] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [No] int NOT NULL,
        [BeforeName] nvarchar(140) NOT NULL,
        [BeforeStreet] nvarchar(120) NOT NULL,
        [BeforePostcode] nvarchar(12) NOT NULL,
        [BeforeCity] nvarchar(80) NOT NULL,
        [BeforeCountry] nvarchar(2) NOT NULL,
        [BeforeEmail] nvarchar(256) NULL,
        [BeforePurpose] nvarchar(30) NULL,
        [Name] nvarchar(140) NOT NULL,
        [Street] nvarchar(120) NOT NULL,
        [Postcode] nvarchar(12) NOT NULL,
        [City] nvarchar(80) NOT NULL,
        [Country] nvarchar(2) NOT NULL,
        [Email] nvarchar(256) NULL,
        [Purpose] nvarchar(30) NULL,
        [ValidOn] date NOT NULL,
        [RecordedAt] datetime2 NOT NULL,
        [RecordedBy] uniqueidentifier NULL,
        [RecordedByName] nvarchar(140) NOT NULL,
        [Document] nvarchar(200) NOT NULL,
        CONSTRAINT [PK_HolderChanges] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_HolderChanges_Members_MemberId] FOREIGN KEY ([MemberId]) REFERENCES [Members] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE TABLE [HolderDeaths] (
        [Id] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [MemberId] uniqueidentifier NOT NULL,
        [DiedOn] date NOT NULL,
        [Evidence] nvarchar(500) NOT NULL,
        [State] nvarchar(30) NOT NULL,
        [RecordedBy] uniqueidentifier NOT NULL,
        [RecordedByName] nvarchar(140) NOT NULL,
        [RecordedAt] datetime2 NOT NULL,
        [DecidedBy] uniqueidentifier NULL,
        [DecidedByName] nvarchar(140) NULL,
        [DecidedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_HolderDeaths] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_HolderDeaths_Members_MemberId] FOREIGN KEY ([MemberId]) REFERENCES [Members] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE TABLE [Invitations] (
        [Id] uniqueidentifier NOT NULL,
        [Purpose] nvarchar(30) NOT NULL,
        [SubjectId] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [Email] nvarchar(256) NOT NULL,
        [Language] nvarchar(5) NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [CreatedByName] nvarchar(140) NOT NULL,
        [SecretHash] nvarchar(64) NULL,
        [ExpiresAt] datetime2 NULL,
        [UsedAt] datetime2 NULL,
        [UsedBy] uniqueidentifier NULL,
        [WithdrawnAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Invitations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Invitations_Enterprises_EnterpriseId] FOREIGN KEY ([EnterpriseId]) REFERENCES [Enterprises] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE TABLE [KeptRulePacks] (
        [Hash] nvarchar(64) NOT NULL,
        [PackId] nvarchar(40) NOT NULL,
        [Text] nvarchar(max) NOT NULL,
        [KeptAt] datetime2 NOT NULL,
        CONSTRAINT [PK_KeptRulePacks] PRIMARY KEY ([Hash])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE TABLE [KnowledgeTests] (
        [Id] uniqueidentifier NOT NULL,
        [PersonId] uniqueidentifier NOT NULL,
        [RulePackId] nvarchar(40) NOT NULL,
        [RulesHash] nvarchar(64) NOT NULL,
        [Answers] nvarchar(4000) NOT NULL,
        [Right] int NOT NULL,
        [OutOf] int NOT NULL,
        [Passed] bit NOT NULL,
        [TakenAt] datetime2 NOT NULL,
        [ValidUntil] date NOT NULL,
        CONSTRAINT [PK_KnowledgeTests] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE TABLE [Nominations] (
        [Id] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [MemberId] uniqueidentifier NOT NULL,
        [Nominee_Name] nvarchar(140) NOT NULL,
        [Nominee_Street] nvarchar(120) NOT NULL,
        [Nominee_Postcode] nvarchar(12) NOT NULL,
        [Nominee_City] nvarchar(80) NOT NULL,
        [Nominee_Country] nvarchar(2) NOT NULL,
        [Nominee_Email] nvarchar(256) NULL,
        [MadeAt] datetime2 NOT NULL,
        [EndedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Nominations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Nominations_Members_MemberId] FOREIGN KEY ([MemberId]) REFERENCES [Members] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE TABLE [PaperApplications] (
        [ApplicationId] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [TypedBy] uniqueidentifier NOT NULL,
        [TypedByName] nvarchar(140) NOT NULL,
        [TypedAt] datetime2 NOT NULL,
        [SignedOn] date NOT NULL,
        [DocumentVersion] int NOT NULL,
        [KeptAt] nvarchar(150) NOT NULL,
        [Email] nvarchar(256) NULL,
        [Language] nvarchar(5) NOT NULL,
        [State] nvarchar(30) NOT NULL,
        [DecidedBy] uniqueidentifier NULL,
        [DecidedByName] nvarchar(140) NULL,
        [DecidedAt] datetime2 NULL,
        [Reason] nvarchar(1000) NULL,
        [CancelledOn] nvarchar(150) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_PaperApplications] PRIMARY KEY ([ApplicationId]),
        CONSTRAINT [CK_PaperApplications_Eyes] CHECK (("State" = 'Typed' AND "DecidedBy" IS NULL) OR ("State" <> 'Typed' AND "DecidedBy" IS NOT NULL AND "DecidedBy" <> "TypedBy")),
        CONSTRAINT [FK_PaperApplications_Applications_ApplicationId] FOREIGN KEY ([ApplicationId]) REFERENCES [Applications] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_PaperApplications_Enterprises_EnterpriseId] FOREIGN KEY ([EnterpriseId]) REFERENCES [Enterprises] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE TABLE [RegisterCorrections] (
        [Id] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [EntryId] uniqueidentifier NOT NULL,
        [Units] bigint NOT NULL,
        [ToMemberId] uniqueidentifier NULL,
        [ValidOn] date NOT NULL,
        [Reason] nvarchar(200) NOT NULL,
        [Document] nvarchar(200) NOT NULL,
        [State] nvarchar(30) NOT NULL,
        [ProposedBy] uniqueidentifier NOT NULL,
        [ProposedByName] nvarchar(140) NOT NULL,
        [ProposedAt] datetime2 NOT NULL,
        [DecidedBy] uniqueidentifier NULL,
        [DecidedByName] nvarchar(140) NULL,
        [DecidedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_RegisterCorrections] PRIMARY KEY ([Id]),
        CONSTRAINT [CK_RegisterCorrections_Eyes] CHECK ("State" <> 'Confirmed' OR "DecidedBy" <> "ProposedBy"),
        CONSTRAINT [CK_RegisterCorrections_Units] CHECK ("Units" <> 0),
        CONSTRAINT [FK_RegisterCorrections_Enterprises_EnterpriseId] FOREIGN KEY ([EnterpriseId]) REFERENCES [Enterprises] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_RegisterCorrections_Members_ToMemberId] FOREIGN KEY ([ToMemberId]) REFERENCES [Members] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_RegisterCorrections_RegisterEntries_EntryId] FOREIGN KEY ([EntryId]) REFERENCES [RegisterEntries] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE TABLE [RegisterImports] (
        [Id] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [ShareClassId] uniqueidentifier NOT NULL,
        [FileName] nvarchar(100) NOT NULL,
        [Sha256] nvarchar(64) NOT NULL,
        [TotalUnits] bigint NOT NULL,
        [FoundedOn] date NOT NULL,
        [MinimumUnits] bigint NULL,
        [MaximumUnits] bigint NULL,
        [NumbersHaveGaps] bit NOT NULL,
        [WithCertificates] bit NOT NULL,
        [State] nvarchar(30) NOT NULL,
        [Rows] int NOT NULL,
        [Units] bigint NOT NULL,
        [Ibans] int NOT NULL,
        [ProblemCount] int NOT NULL,
        [UploadedBy] uniqueidentifier NOT NULL,
        [UploadedByName] nvarchar(140) NOT NULL,
        [UploadedAt] datetime2 NOT NULL,
        [ConfirmedBy] uniqueidentifier NULL,
        [ConfirmedByName] nvarchar(140) NULL,
        [EndedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_RegisterImports] PRIMARY KEY ([Id]),
        CONSTRAINT [CK_RegisterImports_Confirmed] CHECK ("State" <> 'Written' OR ("ConfirmedBy" IS NOT NULL AND "ConfirmedBy" <> "UploadedBy" AND "ProblemCount" = 0)),
        CONSTRAINT [FK_RegisterImports_Enterprises_EnterpriseId] FOREIGN KEY ([EnterpriseId]) REFERENCES [Enterprises] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_RegisterImports_ShareClasses_ShareClassId] FOREIGN KEY ([ShareClassId]) REFERENCES [ShareClasses] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE TABLE [Suitabilities] (
        [ApplicationId] uniqueidentifier NOT NULL,
        [Answers] nvarchar(4000) NOT NULL,
        [WarnedOfTest] uniqueidentifier NULL,
        [WarnedOfTestAt] datetime2 NULL,
        [SimulatedAt] datetime2 NULL,
        [FiguresDeclined] bit NOT NULL,
        [SealedNetWorth] nvarchar(2000) NULL,
        [WarnedMinor] bigint NOT NULL,
        [WarnedAt] datetime2 NULL,
        [DoneAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Suitabilities] PRIMARY KEY ([ApplicationId]),
        CONSTRAINT [FK_Suitabilities_Applications_ApplicationId] FOREIGN KEY ([ApplicationId]) REFERENCES [Applications] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE TABLE [Transfers] (
        [Id] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [ShareClassId] uniqueidentifier NULL,
        [BondSeriesId] uniqueidentifier NULL,
        [FromMemberId] uniqueidentifier NOT NULL,
        [ToEmail] nvarchar(256) NOT NULL,
        [Units] bigint NOT NULL,
        [Cause] nvarchar(30) NOT NULL,
        [Reason] nvarchar(200) NOT NULL,
        [On] date NULL,
        [NeedsApproval] bit NOT NULL,
        [WaivesLockIn] bit NOT NULL,
        [Code] nvarchar(40) NOT NULL,
        [State] nvarchar(30) NOT NULL,
        [AskedBy] uniqueidentifier NOT NULL,
        [AskedByName] nvarchar(140) NOT NULL,
        [AskedAt] datetime2 NOT NULL,
        [ConfirmedBy] uniqueidentifier NULL,
        [ConfirmedByName] nvarchar(140) NULL,
        [ConfirmedAt] datetime2 NULL,
        [Evidence] nvarchar(500) NULL,
        [Receiver_Kind] nvarchar(30) NULL,
        [Receiver_Name] nvarchar(140) NULL,
        [Receiver_Street] nvarchar(120) NULL,
        [Receiver_Postcode] nvarchar(12) NULL,
        [Receiver_City] nvarchar(80) NULL,
        [Receiver_Country] nvarchar(2) NULL,
        [Receiver_BornOn] date NULL,
        [Receiver_Party] nvarchar(2000) NULL,
        [AcceptedBy] uniqueidentifier NULL,
        [AcceptedAt] datetime2 NULL,
        [DecidedBy] uniqueidentifier NULL,
        [DecidedByName] nvarchar(140) NULL,
        [DecidedAt] datetime2 NULL,
        [DeclinedReason] nvarchar(500) NULL,
        [ToMemberId] uniqueidentifier NULL,
        [DoneOn] date NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Transfers] PRIMARY KEY ([Id]),
        CONSTRAINT [CK_Transfers_Done] CHECK ("State" <> 'Done' OR ("AcceptedBy" IS NOT NULL AND "ToMemberId" IS NOT NULL AND "ToMemberId" <> "FromMemberId" AND "DoneOn" IS NOT NULL)),
        CONSTRAINT [CK_Transfers_Security] CHECK (("ShareClassId" IS NULL AND "BondSeriesId" IS NOT NULL) OR ("ShareClassId" IS NOT NULL AND "BondSeriesId" IS NULL)),
        CONSTRAINT [CK_Transfers_Units] CHECK ("Units" > 0),
        CONSTRAINT [FK_Transfers_BondSeries_BondSeriesId] FOREIGN KEY ([BondSeriesId]) REFERENCES [BondSeries] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Transfers_Members_FromMemberId] FOREIGN KEY ([FromMemberId]) REFERENCES [Members] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Transfers_Members_ToMemberId] FOREIGN KEY ([ToMemberId]) REFERENCES [Members] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Transfers_ShareClasses_ShareClassId] FOREIGN KEY ([ShareClassId]) REFERENCES [ShareClasses] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE TABLE [Withdrawals] (
        [Id] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [ShareClassId] uniqueidentifier NOT NULL,
        [MemberId] uniqueidentifier NOT NULL,
        [Units] bigint NOT NULL,
        [AskedAt] datetime2 NOT NULL,
        [AskedOn] date NOT NULL,
        [PossibleOn] date NOT NULL,
        [State] nvarchar(30) NOT NULL,
        [DecidedBy] uniqueidentifier NULL,
        [DecidedByName] nvarchar(140) NULL,
        [DecidedAt] datetime2 NULL,
        [DecidedOn] date NULL,
        [DeclinedReason] nvarchar(500) NULL,
        [RunId] uniqueidentifier NULL,
        [PaidOn] date NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Withdrawals] PRIMARY KEY ([Id]),
        CONSTRAINT [CK_Withdrawals_Paid] CHECK ("State" <> 'Paid' OR ("RunId" IS NOT NULL AND "PaidOn" IS NOT NULL AND "DecidedBy" IS NOT NULL)),
        CONSTRAINT [CK_Withdrawals_Units] CHECK ("Units" > 0),
        CONSTRAINT [FK_Withdrawals_Members_MemberId] FOREIGN KEY ([MemberId]) REFERENCES [Members] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Withdrawals_PayoutRuns_RunId] FOREIGN KEY ([RunId]) REFERENCES [PayoutRuns] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Withdrawals_ShareClasses_ShareClassId] FOREIGN KEY ([ShareClassId]) REFERENCES [ShareClasses] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE TABLE [WithdrawalSuspensions] (
        [Id] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [ShareClassId] uniqueidentifier NOT NULL,
        [From] date NOT NULL,
        [Reason] nvarchar(500) NOT NULL,
        [SuspendedBy] uniqueidentifier NOT NULL,
        [SuspendedByName] nvarchar(140) NOT NULL,
        [SuspendedAt] datetime2 NOT NULL,
        [LiftedOn] date NULL,
        [LiftedBy] uniqueidentifier NULL,
        [LiftedByName] nvarchar(140) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_WithdrawalSuspensions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_WithdrawalSuspensions_ShareClasses_ShareClassId] FOREIGN KEY ([ShareClassId]) REFERENCES [ShareClasses] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE TABLE [WriteDowns] (
        [Id] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [ShareClassId] uniqueidentifier NOT NULL,
        [FromMinor] bigint NOT NULL,
        [ToMinor] bigint NOT NULL,
        [Reason] nvarchar(500) NOT NULL,
        [State] nvarchar(30) NOT NULL,
        [ProposedBy] uniqueidentifier NOT NULL,
        [ProposedByName] nvarchar(140) NOT NULL,
        [ProposedAt] datetime2 NOT NULL,
        [DecidedBy] uniqueidentifier NULL,
        [DecidedByName] nvarchar(140) NULL,
        [DecidedAt] datetime2 NULL,
        [On] date NULL,
        [LossMinor] bigint NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_WriteDowns] PRIMARY KEY ([Id]),
        CONSTRAINT [CK_WriteDowns_TwoPeople] CHECK ("State" <> 'Confirmed' OR ("On" IS NOT NULL AND "DecidedBy" <> "ProposedBy")),
        CONSTRAINT [CK_WriteDowns_Value] CHECK ("ToMinor" > 0 AND "ToMinor" < "FromMinor" AND "LossMinor" >= 0),
        CONSTRAINT [FK_WriteDowns_ShareClasses_ShareClassId] FOREIGN KEY ([ShareClassId]) REFERENCES [ShareClasses] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE TABLE [ImportFiles] (
        [ImportId] uniqueidentifier NOT NULL,
        [Content] varbinary(max) NOT NULL,
        [Columns] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_ImportFiles] PRIMARY KEY ([ImportId]),
        CONSTRAINT [FK_ImportFiles_RegisterImports_ImportId] FOREIGN KEY ([ImportId]) REFERENCES [RegisterImports] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE TABLE [ImportProblems] (
        [ImportId] uniqueidentifier NOT NULL,
        [No] int NOT NULL,
        [Row] int NOT NULL,
        [Column] nvarchar(100) NOT NULL,
        [Code] nvarchar(60) NOT NULL,
        [Figures] nvarchar(1000) NOT NULL,
        CONSTRAINT [PK_ImportProblems] PRIMARY KEY ([ImportId], [No]),
        CONSTRAINT [FK_ImportProblems_RegisterImports_ImportId] FOREIGN KEY ([ImportId]) REFERENCES [RegisterImports] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    EXEC(N'ALTER TABLE [PayoutRuns] ADD CONSTRAINT [CK_PayoutRuns_Ground] CHECK (("DeclarationId" IS NULL AND "ShareClassId" IS NULL AND "BondSeriesId" IS NOT NULL AND "PeriodNo" IS NOT NULL) OR ("DeclarationId" IS NOT NULL AND "ShareClassId" IS NOT NULL AND "BondSeriesId" IS NULL AND "PeriodNo" IS NULL) OR ("Kind" = ''Withdrawal'' AND "DeclarationId" IS NULL AND "ShareClassId" IS NOT NULL AND "BondSeriesId" IS NULL AND "PeriodNo" IS NULL))');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    EXEC(N'UPDATE "Applications" SET "HolderPersonId" = "PersonId"')
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    EXEC(N'UPDATE "Members" SET "Identity" = ''name:'' + substring(lower(replace(replace(replace(replace(replace("Name", '' '', ''''), ''.'', ''''), '','', ''''), ''-'', ''''), '''''''', '''')), 1, 40) WHERE "Kind" = ''Organisation''')
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    EXEC(N'UPDATE "Applications" SET "Identity" = ''name:'' + substring(lower(replace(replace(replace(replace(replace("Name", '' '', ''''), ''.'', ''''), '','', ''''), ''-'', ''''), '''''''', '''')), 1, 40) WHERE "Kind" = ''Organisation''')
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    EXEC(N'CREATE TRIGGER [KeptRulePacks_append_only] ON [KeptRulePacks] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''KeptRulePacks is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    EXEC(N'CREATE TRIGGER [KnowledgeTests_append_only] ON [KnowledgeTests] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''KnowledgeTests is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    EXEC(N'UPDATE "Offers" SET "RulePackId" = (SELECT CASE WHEN e."Country" = ''GB'' THEN ''gb-exempt-society'' WHEN e."Country" = ''NL'' AND "Offers"."ShareClassId" IS NULL THEN ''nl-exempt'' WHEN e."Country" = ''NL'' OR "Offers"."ShareClassId" IS NOT NULL THEN ''non-security'' ELSE ''eu-ecsp'' END FROM "Enterprises" e WHERE e."Id" = "Offers"."EnterpriseId") WHERE "RulePackId" = ''''');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE INDEX [IX_Members_EnterpriseId_AdmittedOn] ON [Members] ([EnterpriseId], [AdmittedOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Members_EnterpriseId_PersonId_Kind_Identity] ON [Members] ([EnterpriseId], [PersonId], [Kind], [Identity]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE INDEX [IX_Applications_HolderPersonId] ON [Applications] ([HolderPersonId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE INDEX [IX_Applications_TopsUp] ON [Applications] ([TopsUp]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE INDEX [IX_FormerMemberships_MemberId] ON [FormerMemberships] ([MemberId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE INDEX [IX_FormerOfficers_EnterpriseId] ON [FormerOfficers] ([EnterpriseId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE INDEX [IX_Gifts_EnterpriseId] ON [Gifts] ([EnterpriseId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE INDEX [IX_Gifts_State_AcceptBy] ON [Gifts] ([State], [AcceptBy]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE INDEX [IX_HolderChanges_EnterpriseId] ON [HolderChanges] ([EnterpriseId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE UNIQUE INDEX [IX_HolderChanges_MemberId_No] ON [HolderChanges] ([MemberId], [No]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE INDEX [IX_HolderDeaths_EnterpriseId] ON [HolderDeaths] ([EnterpriseId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_HolderDeaths_MemberId] ON [HolderDeaths] ([MemberId]) WHERE "State" <> ''Dropped''');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE INDEX [IX_HolderDeaths_State] ON [HolderDeaths] ([State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE INDEX [IX_Invitations_EnterpriseId] ON [Invitations] ([EnterpriseId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Invitations_Purpose_SubjectId] ON [Invitations] ([Purpose], [SubjectId]) WHERE "UsedAt" IS NULL AND "WithdrawnAt" IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Invitations_SecretHash] ON [Invitations] ([SecretHash]) WHERE [SecretHash] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE INDEX [IX_KnowledgeTests_PersonId_TakenAt] ON [KnowledgeTests] ([PersonId], [TakenAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE INDEX [IX_Nominations_EnterpriseId] ON [Nominations] ([EnterpriseId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Nominations_MemberId] ON [Nominations] ([MemberId]) WHERE "EndedAt" IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE INDEX [IX_PaperApplications_EnterpriseId_State_TypedAt] ON [PaperApplications] ([EnterpriseId], [State], [TypedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE INDEX [IX_RegisterCorrections_EnterpriseId_ProposedAt] ON [RegisterCorrections] ([EnterpriseId], [ProposedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE INDEX [IX_RegisterCorrections_EntryId] ON [RegisterCorrections] ([EntryId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE INDEX [IX_RegisterCorrections_ToMemberId] ON [RegisterCorrections] ([ToMemberId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE INDEX [IX_RegisterImports_EnterpriseId_UploadedAt] ON [RegisterImports] ([EnterpriseId], [UploadedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_RegisterImports_ShareClassId] ON [RegisterImports] ([ShareClassId]) WHERE "State" = ''Written''');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE INDEX [IX_Transfers_BondSeriesId] ON [Transfers] ([BondSeriesId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE INDEX [IX_Transfers_EnterpriseId_State] ON [Transfers] ([EnterpriseId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE INDEX [IX_Transfers_FromMemberId] ON [Transfers] ([FromMemberId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE INDEX [IX_Transfers_ShareClassId] ON [Transfers] ([ShareClassId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE INDEX [IX_Transfers_ToMemberId] ON [Transfers] ([ToMemberId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE INDEX [IX_Withdrawals_EnterpriseId] ON [Withdrawals] ([EnterpriseId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE INDEX [IX_Withdrawals_MemberId] ON [Withdrawals] ([MemberId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE INDEX [IX_Withdrawals_RunId] ON [Withdrawals] ([RunId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE INDEX [IX_Withdrawals_ShareClassId_State_AskedAt] ON [Withdrawals] ([ShareClassId], [State], [AskedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_WithdrawalSuspensions_ShareClassId] ON [WithdrawalSuspensions] ([ShareClassId]) WHERE "LiftedOn" IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    CREATE INDEX [IX_WriteDowns_EnterpriseId] ON [WriteDowns] ([EnterpriseId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_WriteDowns_ShareClassId] ON [WriteDowns] ([ShareClassId]) WHERE "State" = ''Proposed''');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    ALTER TABLE [Applications] ADD CONSTRAINT [FK_Applications_Members_TopsUp] FOREIGN KEY ([TopsUp]) REFERENCES [Members] ([Id]) ON DELETE NO ACTION;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    EXEC(N'CREATE TRIGGER [FormerMemberships_append_only] ON [FormerMemberships] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''FormerMemberships is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    EXEC(N'CREATE TRIGGER [Transfers_append_only] ON [Transfers] AFTER UPDATE, DELETE AS IF UPDATE([EnterpriseId]) OR UPDATE([ShareClassId]) OR UPDATE([BondSeriesId]) OR UPDATE([FromMemberId]) OR UPDATE([ToEmail]) OR UPDATE([Units]) OR UPDATE([AskedBy]) OR UPDATE([AskedAt]) OR NOT EXISTS (SELECT 1 FROM inserted) AND EXISTS (SELECT 1 FROM deleted) THROW 51000, ''Transfers is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    EXEC(N'CREATE TRIGGER [Withdrawals_append_only] ON [Withdrawals] AFTER UPDATE, DELETE AS IF UPDATE([EnterpriseId]) OR UPDATE([ShareClassId]) OR UPDATE([MemberId]) OR UPDATE([AskedAt]) OR UPDATE([AskedOn]) OR UPDATE([PossibleOn]) OR NOT EXISTS (SELECT 1 FROM inserted) AND EXISTS (SELECT 1 FROM deleted) THROW 51000, ''Withdrawals is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    EXEC(N'CREATE TRIGGER [WithdrawalSuspensions_append_only] ON [WithdrawalSuspensions] AFTER UPDATE, DELETE AS IF UPDATE([EnterpriseId]) OR UPDATE([ShareClassId]) OR UPDATE([From]) OR UPDATE([Reason]) OR UPDATE([SuspendedBy]) OR UPDATE([SuspendedAt]) OR NOT EXISTS (SELECT 1 FROM inserted) AND EXISTS (SELECT 1 FROM deleted) THROW 51000, ''WithdrawalSuspensions is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    EXEC(N'CREATE TRIGGER [WriteDowns_append_only] ON [WriteDowns] AFTER UPDATE, DELETE AS IF UPDATE([EnterpriseId]) OR UPDATE([ShareClassId]) OR UPDATE([FromMinor]) OR UPDATE([ToMinor]) OR UPDATE([Reason]) OR UPDATE([ProposedBy]) OR UPDATE([ProposedAt]) OR NOT EXISTS (SELECT 1 FROM inserted) AND EXISTS (SELECT 1 FROM deleted) THROW 51000, ''WriteDowns is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    EXEC(N'CREATE TRIGGER [Nominations_append_only] ON [Nominations] AFTER UPDATE, DELETE AS IF UPDATE([EnterpriseId]) OR UPDATE([MemberId]) OR UPDATE([Nominee_Name]) OR UPDATE([MadeAt]) OR NOT EXISTS (SELECT 1 FROM inserted) AND EXISTS (SELECT 1 FROM deleted) THROW 51000, ''Nominations is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    EXEC(N'CREATE TRIGGER [HolderDeaths_append_only] ON [HolderDeaths] AFTER UPDATE, DELETE AS IF UPDATE([EnterpriseId]) OR UPDATE([MemberId]) OR UPDATE([DiedOn]) OR UPDATE([Evidence]) OR UPDATE([RecordedBy]) OR UPDATE([RecordedAt]) OR NOT EXISTS (SELECT 1 FROM inserted) AND EXISTS (SELECT 1 FROM deleted) THROW 51000, ''HolderDeaths is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    EXEC(N'CREATE TRIGGER [HolderChanges_append_only] ON [HolderChanges] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''HolderChanges is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    EXEC(N'CREATE TRIGGER [FormerOfficers_append_only] ON [FormerOfficers] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''FormerOfficers is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    EXEC(N'CREATE TRIGGER [RegisterCorrections_append_only] ON [RegisterCorrections] AFTER UPDATE, DELETE AS IF UPDATE([EnterpriseId]) OR UPDATE([EntryId]) OR UPDATE([Units]) OR UPDATE([ToMemberId]) OR UPDATE([ValidOn]) OR UPDATE([Reason]) OR UPDATE([Document]) OR UPDATE([ProposedBy]) OR UPDATE([ProposedByName]) OR UPDATE([ProposedAt]) OR NOT EXISTS (SELECT 1 FROM inserted) AND EXISTS (SELECT 1 FROM deleted) THROW 51000, ''RegisterCorrections is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126094024_HoldersAndHoldings'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261126094024_HoldersAndHoldings', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126133647_SecondPersonsAndInstalments'
)
BEGIN
    ALTER TABLE [Applications] DROP CONSTRAINT [CK_Applications_Units];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126133647_SecondPersonsAndInstalments'
)
BEGIN
    ALTER TABLE [RegisterImports] ADD [MappedBy] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126133647_SecondPersonsAndInstalments'
)
BEGIN
    ALTER TABLE [RegisterImports] ADD [MappedByName] nvarchar(140) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126133647_SecondPersonsAndInstalments'
)
BEGIN
    ALTER TABLE [Offers] ADD [InstalmentGraceDays] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126133647_SecondPersonsAndInstalments'
)
BEGIN
    ALTER TABLE [Offers] ADD [InstalmentParts] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126133647_SecondPersonsAndInstalments'
)
BEGIN
    ALTER TABLE [Invitations] ADD [CreatedBy] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126133647_SecondPersonsAndInstalments'
)
BEGIN
    ALTER TABLE [HolderDeaths] ADD [Payee_ConfirmedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126133647_SecondPersonsAndInstalments'
)
BEGIN
    ALTER TABLE [HolderDeaths] ADD [Payee_ConfirmedBy] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126133647_SecondPersonsAndInstalments'
)
BEGIN
    ALTER TABLE [HolderDeaths] ADD [Payee_ConfirmedByName] nvarchar(140) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126133647_SecondPersonsAndInstalments'
)
BEGIN
    ALTER TABLE [HolderDeaths] ADD [Payee_Evidence] nvarchar(500) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126133647_SecondPersonsAndInstalments'
)
BEGIN
    ALTER TABLE [HolderDeaths] ADD [Payee_Iban] nvarchar(34) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126133647_SecondPersonsAndInstalments'
)
BEGIN
    ALTER TABLE [HolderDeaths] ADD [Payee_Name] nvarchar(140) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126133647_SecondPersonsAndInstalments'
)
BEGIN
    ALTER TABLE [HolderDeaths] ADD [Payee_NamedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126133647_SecondPersonsAndInstalments'
)
BEGIN
    ALTER TABLE [HolderDeaths] ADD [Payee_NamedBy] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126133647_SecondPersonsAndInstalments'
)
BEGIN
    ALTER TABLE [HolderDeaths] ADD [Payee_NamedByName] nvarchar(140) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126133647_SecondPersonsAndInstalments'
)
BEGIN
    ALTER TABLE [FormerOfficers] ADD [Origin] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126133647_SecondPersonsAndInstalments'
)
BEGIN
    ALTER TABLE [BoardMembers] ADD [Origin] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126133647_SecondPersonsAndInstalments'
)
BEGIN
    ALTER TABLE [BoardMembers] ADD [SeatedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126133647_SecondPersonsAndInstalments'
)
BEGIN
    ALTER TABLE [BoardMembers] ADD [SeatedBy] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126133647_SecondPersonsAndInstalments'
)
BEGIN
    ALTER TABLE [Applications] ADD [AwaitsLeast] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126133647_SecondPersonsAndInstalments'
)
BEGIN
    ALTER TABLE [Applications] ADD [InstalmentOf] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126133647_SecondPersonsAndInstalments'
)
BEGIN
    ALTER TABLE [Applications] ADD [PromisedUnits] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126133647_SecondPersonsAndInstalments'
)
BEGIN
    CREATE TABLE [InstalmentPlans] (
        [Id] uniqueidentifier NOT NULL,
        [OfferId] uniqueidentifier NOT NULL,
        [Parts] int NOT NULL,
        [TotalUnits] bigint NOT NULL,
        [PartUnits] bigint NOT NULL,
        [LeastUnits] bigint NOT NULL,
        [PaidUnits] bigint NOT NULL,
        [PaidParts] int NOT NULL,
        [StartsOn] date NULL,
        [DueOn] date NULL,
        [Reminders] int NOT NULL,
        [State] nvarchar(30) NOT NULL,
        [StopReason] nvarchar(30) NULL,
        [EndedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_InstalmentPlans] PRIMARY KEY ([Id]),
        CONSTRAINT [CK_InstalmentPlans_Units] CHECK ("PaidUnits" >= 0 AND "PaidUnits" <= "TotalUnits" AND "PartUnits" > 0),
        CONSTRAINT [FK_InstalmentPlans_Applications_Id] FOREIGN KEY ([Id]) REFERENCES [Applications] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_InstalmentPlans_Offers_OfferId] FOREIGN KEY ([OfferId]) REFERENCES [Offers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126133647_SecondPersonsAndInstalments'
)
BEGIN
    CREATE INDEX [IX_Applications_InstalmentOf] ON [Applications] ([InstalmentOf]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126133647_SecondPersonsAndInstalments'
)
BEGIN
    EXEC(N'ALTER TABLE [Applications] ADD CONSTRAINT [CK_Applications_Units] CHECK ("Units" > 0 AND "AllottedUnits" >= 0 AND "AllottedUnits" <= "Units" AND "PromisedUnits" >= 0)');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126133647_SecondPersonsAndInstalments'
)
BEGIN
    CREATE INDEX [IX_InstalmentPlans_OfferId] ON [InstalmentPlans] ([OfferId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126133647_SecondPersonsAndInstalments'
)
BEGIN
    CREATE INDEX [IX_InstalmentPlans_State_DueOn] ON [InstalmentPlans] ([State], [DueOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126133647_SecondPersonsAndInstalments'
)
BEGIN
    ALTER TABLE [Applications] ADD CONSTRAINT [FK_Applications_Applications_InstalmentOf] FOREIGN KEY ([InstalmentOf]) REFERENCES [Applications] ([Id]) ON DELETE NO ACTION;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126133647_SecondPersonsAndInstalments'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261126133647_SecondPersonsAndInstalments', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126164950_Reconciliation'
)
BEGIN
    CREATE TABLE [Differences] (
        [Id] uniqueidentifier NOT NULL,
        [Kind] nvarchar(30) NOT NULL,
        [Subject] nvarchar(100) NOT NULL,
        [No] int NOT NULL,
        [MovementId] nvarchar(100) NULL,
        [EntryId] uniqueidentifier NULL,
        [Currency] nvarchar(3) NOT NULL,
        [OursMinor] bigint NOT NULL,
        [TheirsMinor] bigint NOT NULL,
        [FoundAt] datetime2 NOT NULL,
        [State] nvarchar(30) NOT NULL,
        [ResolvedAt] datetime2 NULL,
        [ExplainedBy] uniqueidentifier NULL,
        [ExplainedByName] nvarchar(140) NULL,
        [ExplainedAt] datetime2 NULL,
        [Explanation] nvarchar(1000) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Differences] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126164950_Reconciliation'
)
BEGIN
    CREATE TABLE [LedgerSnapshots] (
        [Id] uniqueidentifier NOT NULL,
        [CutAt] datetime2 NOT NULL,
        [Entries] bigint NOT NULL,
        [TakenAt] datetime2 NOT NULL,
        CONSTRAINT [PK_LedgerSnapshots] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126164950_Reconciliation'
)
BEGIN
    CREATE TABLE [ProviderMovements] (
        [Id] nvarchar(100) NOT NULL,
        [Kind] nvarchar(30) NOT NULL,
        [ProviderType] nvarchar(60) NOT NULL,
        [AmountMinor] bigint NOT NULL,
        [FeeMinor] bigint NOT NULL,
        [NetMinor] bigint NOT NULL,
        [Currency] nvarchar(3) NOT NULL,
        [Source] nvarchar(100) NULL,
        [CreatedAt] datetime2 NOT NULL,
        [AvailableAt] datetime2 NOT NULL,
        [TakenInAt] datetime2 NOT NULL,
        CONSTRAINT [PK_ProviderMovements] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126164950_Reconciliation'
)
BEGIN
    CREATE TABLE [Reconciliations] (
        [Id] uniqueidentifier NOT NULL,
        [OrderedBy] nvarchar(140) NOT NULL,
        [Since] datetime2 NOT NULL,
        [StartedAt] datetime2 NOT NULL,
        [EndedAt] datetime2 NOT NULL,
        [Listed] int NOT NULL,
        [TakenIn] int NOT NULL,
        [Matched] int NOT NULL,
        [Found] int NOT NULL,
        [Resolved] int NOT NULL,
        [StillOpen] int NOT NULL,
        CONSTRAINT [PK_Reconciliations] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126164950_Reconciliation'
)
BEGIN
    CREATE TABLE [LedgerSnapshotBalances] (
        [SnapshotId] uniqueidentifier NOT NULL,
        [Book] nvarchar(80) NOT NULL,
        [Account] nvarchar(120) NOT NULL,
        [Currency] nvarchar(3) NOT NULL,
        [BalanceMinor] bigint NOT NULL,
        CONSTRAINT [PK_LedgerSnapshotBalances] PRIMARY KEY ([SnapshotId], [Book], [Account], [Currency]),
        CONSTRAINT [FK_LedgerSnapshotBalances_LedgerSnapshots_SnapshotId] FOREIGN KEY ([SnapshotId]) REFERENCES [LedgerSnapshots] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126164950_Reconciliation'
)
BEGIN
    CREATE TABLE [LedgerSnapshotChecks] (
        [Id] uniqueidentifier NOT NULL,
        [SnapshotId] uniqueidentifier NOT NULL,
        [Currency] nvarchar(3) NOT NULL,
        [DiffersMinor] bigint NOT NULL,
        [EntriesMissed] bigint NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_LedgerSnapshotChecks] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_LedgerSnapshotChecks_LedgerSnapshots_SnapshotId] FOREIGN KEY ([SnapshotId]) REFERENCES [LedgerSnapshots] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126164950_Reconciliation'
)
BEGIN
    CREATE TABLE [MovementMatches] (
        [MovementId] nvarchar(100) NOT NULL,
        [EntryId] uniqueidentifier NOT NULL,
        [FoundAt] datetime2 NOT NULL,
        CONSTRAINT [PK_MovementMatches] PRIMARY KEY ([MovementId]),
        CONSTRAINT [FK_MovementMatches_JournalEntries_EntryId] FOREIGN KEY ([EntryId]) REFERENCES [JournalEntries] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_MovementMatches_ProviderMovements_MovementId] FOREIGN KEY ([MovementId]) REFERENCES [ProviderMovements] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126164950_Reconciliation'
)
BEGIN
    CREATE INDEX [IX_Payments_PaidAt] ON [Payments] ([PaidAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126164950_Reconciliation'
)
BEGIN
    CREATE INDEX [IX_JournalEntries_RecordedAt] ON [JournalEntries] ([RecordedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126164950_Reconciliation'
)
BEGIN
    CREATE INDEX [IX_Differences_EntryId] ON [Differences] ([EntryId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126164950_Reconciliation'
)
BEGIN
    CREATE INDEX [IX_Differences_MovementId] ON [Differences] ([MovementId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126164950_Reconciliation'
)
BEGIN
    CREATE INDEX [IX_Differences_State_FoundAt] ON [Differences] ([State], [FoundAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126164950_Reconciliation'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Differences_Subject_Kind_No] ON [Differences] ([Subject], [Kind], [No]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126164950_Reconciliation'
)
BEGIN
    CREATE INDEX [IX_LedgerSnapshotChecks_SnapshotId_At] ON [LedgerSnapshotChecks] ([SnapshotId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126164950_Reconciliation'
)
BEGIN
    CREATE UNIQUE INDEX [IX_LedgerSnapshots_CutAt] ON [LedgerSnapshots] ([CutAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126164950_Reconciliation'
)
BEGIN
    CREATE UNIQUE INDEX [IX_MovementMatches_EntryId] ON [MovementMatches] ([EntryId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126164950_Reconciliation'
)
BEGIN
    CREATE INDEX [IX_ProviderMovements_CreatedAt] ON [ProviderMovements] ([CreatedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126164950_Reconciliation'
)
BEGIN
    CREATE INDEX [IX_ProviderMovements_Source] ON [ProviderMovements] ([Source]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126164950_Reconciliation'
)
BEGIN
    CREATE INDEX [IX_Reconciliations_StartedAt] ON [Reconciliations] ([StartedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126164950_Reconciliation'
)
BEGIN
    EXEC(N'CREATE TRIGGER [ProviderMovements_append_only] ON [ProviderMovements] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''ProviderMovements is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126164950_Reconciliation'
)
BEGIN
    EXEC(N'CREATE TRIGGER [MovementMatches_append_only] ON [MovementMatches] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''MovementMatches is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126164950_Reconciliation'
)
BEGIN
    EXEC(N'CREATE TRIGGER [Reconciliations_append_only] ON [Reconciliations] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''Reconciliations is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126164950_Reconciliation'
)
BEGIN
    EXEC(N'CREATE TRIGGER [LedgerSnapshots_append_only] ON [LedgerSnapshots] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''LedgerSnapshots is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126164950_Reconciliation'
)
BEGIN
    EXEC(N'CREATE TRIGGER [LedgerSnapshotBalances_append_only] ON [LedgerSnapshotBalances] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''LedgerSnapshotBalances is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126164950_Reconciliation'
)
BEGIN
    EXEC(N'CREATE TRIGGER [LedgerSnapshotChecks_append_only] ON [LedgerSnapshotChecks] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''LedgerSnapshotChecks is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126164950_Reconciliation'
)
BEGIN
    EXEC(N'CREATE TRIGGER [Differences_append_only] ON [Differences] AFTER UPDATE, DELETE AS IF UPDATE([Id]) OR UPDATE([Kind]) OR UPDATE([Subject]) OR UPDATE([No]) OR UPDATE([MovementId]) OR UPDATE([EntryId]) OR UPDATE([Currency]) OR UPDATE([OursMinor]) OR UPDATE([TheirsMinor]) OR UPDATE([FoundAt]) OR NOT EXISTS (SELECT 1 FROM inserted) AND EXISTS (SELECT 1 FROM deleted) THROW 51000, ''Differences is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126164950_Reconciliation'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261126164950_Reconciliation', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126174010_MoneyIn'
)
BEGIN
    DROP INDEX [IX_Drawdowns_OfferId_No] ON [Drawdowns];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126174010_MoneyIn'
)
BEGIN
    ALTER TABLE [Refunds] ADD [Attempt] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126174010_MoneyIn'
)
BEGIN
    ALTER TABLE [Refunds] ADD [TakenMinor] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126174010_MoneyIn'
)
BEGIN
    ALTER TABLE [Payments] ADD [HeldThrough] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126174010_MoneyIn'
)
BEGIN
    ALTER TABLE [Drawdowns] ADD [NotBefore] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126174010_MoneyIn'
)
BEGIN
    ALTER TABLE [Drawdowns] ADD [Part] nvarchar(30) NOT NULL DEFAULT N'AtOnce';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126174010_MoneyIn'
)
BEGIN
    ALTER TABLE [Applications] ADD [DebitRefusedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126174010_MoneyIn'
)
BEGIN
    ALTER TABLE [Applications] ADD [DebitSince] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126174010_MoneyIn'
)
BEGIN
    CREATE TABLE [Disputes] (
        [Id] uniqueidentifier NOT NULL,
        [ProviderDispute] nvarchar(100) NOT NULL,
        [ApplicationId] uniqueidentifier NOT NULL,
        [OfferId] uniqueidentifier NOT NULL,
        [EnterpriseId] uniqueidentifier NOT NULL,
        [Money] nvarchar(30) NOT NULL,
        [AmountMinor] bigint NOT NULL,
        [Currency] nvarchar(3) NOT NULL,
        [Reason] nvarchar(60) NOT NULL,
        [State] nvarchar(30) NOT NULL,
        [AnswerBy] datetime2 NULL,
        [OpenedAt] datetime2 NOT NULL,
        [TakenMinor] bigint NOT NULL,
        [FeeMinor] bigint NOT NULL,
        [LossMinor] bigint NOT NULL,
        [FeeReturnedMinor] bigint NOT NULL,
        [KeptBackMinor] bigint NOT NULL,
        [RecoveredMinor] bigint NOT NULL,
        [Answer] nvarchar(max) NULL,
        [AnsweredAt] datetime2 NULL,
        [AnsweredByName] nvarchar(140) NULL,
        [Resolution] nvarchar(1000) NULL,
        [ResolvedAt] datetime2 NULL,
        [ResolvedByName] nvarchar(140) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Disputes] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Disputes_Payments_ApplicationId] FOREIGN KEY ([ApplicationId]) REFERENCES [Payments] ([ApplicationId]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126174010_MoneyIn'
)
BEGIN
    CREATE TABLE [DisputeMovements] (
        [Id] nvarchar(100) NOT NULL,
        [DisputeId] uniqueidentifier NOT NULL,
        [AmountMinor] bigint NOT NULL,
        [FeeMinor] bigint NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_DisputeMovements] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_DisputeMovements_Disputes_DisputeId] FOREIGN KEY ([DisputeId]) REFERENCES [Disputes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126174010_MoneyIn'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Drawdowns_OfferId_No_Part] ON [Drawdowns] ([OfferId], [No], [Part]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126174010_MoneyIn'
)
BEGIN
    CREATE INDEX [IX_DisputeMovements_DisputeId] ON [DisputeMovements] ([DisputeId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126174010_MoneyIn'
)
BEGIN
    CREATE INDEX [IX_Disputes_ApplicationId] ON [Disputes] ([ApplicationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126174010_MoneyIn'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Disputes_ProviderDispute] ON [Disputes] ([ProviderDispute]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126174010_MoneyIn'
)
BEGIN
    CREATE INDEX [IX_Disputes_State] ON [Disputes] ([State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126174010_MoneyIn'
)
BEGIN
    EXEC(N'CREATE TRIGGER [DisputeMovements_append_only] ON [DisputeMovements] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''DisputeMovements is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126174010_MoneyIn'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261126174010_MoneyIn', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180936_BankMoney'
)
BEGIN
    ALTER TABLE [Refunds] ADD [IsByBank] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180936_BankMoney'
)
BEGIN
    ALTER TABLE [Refunds] ADD [WasTaken] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180936_BankMoney'
)
BEGIN
    ALTER TABLE [Drawdowns] ADD [BankMinor] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180936_BankMoney'
)
BEGIN
    ALTER TABLE [Drawdowns] ADD [BankSentAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180936_BankMoney'
)
BEGIN
    CREATE TABLE [BankTransfers] (
        [ApplicationId] uniqueidentifier NOT NULL,
        [OfferId] uniqueidentifier NOT NULL,
        [Reference] nvarchar(25) NOT NULL,
        [AmountMinor] bigint NOT NULL,
        [Currency] nvarchar(3) NOT NULL,
        [DueOn] date NOT NULL,
        [ChosenAt] datetime2 NOT NULL,
        [ReceivedMinor] bigint NOT NULL,
        [State] nvarchar(30) NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_BankTransfers] PRIMARY KEY ([ApplicationId]),
        CONSTRAINT [CK_BankTransfers_Received] CHECK ("AmountMinor" > 0 AND "ReceivedMinor" >= 0 AND "ReceivedMinor" <= "AmountMinor" AND ("State" <> 'Paid' OR "ReceivedMinor" = "AmountMinor")),
        CONSTRAINT [FK_BankTransfers_Applications_ApplicationId] FOREIGN KEY ([ApplicationId]) REFERENCES [Applications] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180936_BankMoney'
)
BEGIN
    CREATE TABLE [ClientFiles] (
        [Id] uniqueidentifier NOT NULL,
        [No] int NOT NULL,
        [NumberOfTransactions] int NOT NULL,
        [ControlSumMinor] bigint NOT NULL,
        [Currency] nvarchar(3) NOT NULL,
        [Content] varbinary(max) NOT NULL,
        [Sha256] nvarchar(64) NOT NULL,
        [MadeBy] uniqueidentifier NULL,
        [MadeByName] nvarchar(140) NOT NULL,
        [MadeAt] datetime2 NOT NULL,
        [DecidedBy] uniqueidentifier NULL,
        [DecidedByName] nvarchar(140) NULL,
        [DecidedAt] datetime2 NULL,
        [State] nvarchar(30) NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_ClientFiles] PRIMARY KEY ([Id]),
        CONSTRAINT [CK_ClientFiles_Released] CHECK ("State" <> 'Released' OR ("DecidedBy" IS NOT NULL AND "DecidedBy" <> "MadeBy"))
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180936_BankMoney'
)
BEGIN
    CREATE TABLE [Statements] (
        [Id] uniqueidentifier NOT NULL,
        [Iban] nvarchar(34) NOT NULL,
        [Currency] nvarchar(3) NOT NULL,
        [BankId] nvarchar(35) NOT NULL,
        [SequenceNumber] bigint NULL,
        [OpeningMinor] bigint NOT NULL,
        [ClosingMinor] bigint NOT NULL,
        [ClosingOn] date NOT NULL,
        [FileName] nvarchar(100) NOT NULL,
        [Sha256] nvarchar(64) NOT NULL,
        [TakenBy] uniqueidentifier NULL,
        [TakenByName] nvarchar(140) NOT NULL,
        [TakenAt] datetime2 NOT NULL,
        [NewLines] int NOT NULL,
        [NewMinor] bigint NOT NULL,
        [KnownLines] int NOT NULL,
        [BookedTo] int NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Statements] PRIMARY KEY ([Id]),
        CONSTRAINT [CK_Statements_Booked] CHECK ("BookedTo" >= 0 AND "BookedTo" <= "NewLines")
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180936_BankMoney'
)
BEGIN
    CREATE TABLE [BankOrders] (
        [Id] uniqueidentifier NOT NULL,
        [Kind] nvarchar(30) NOT NULL,
        [CauseId] uniqueidentifier NOT NULL,
        [Attempt] int NOT NULL,
        [ApplicationId] uniqueidentifier NULL,
        [OfferId] uniqueidentifier NULL,
        [EnterpriseId] uniqueidentifier NULL,
        [Owed] nvarchar(120) NOT NULL,
        [AmountMinor] bigint NOT NULL,
        [Currency] nvarchar(3) NOT NULL,
        [PayeeName] nvarchar(140) NOT NULL,
        [Iban] nvarchar(34) NULL,
        [AccountNamedBy] uniqueidentifier NULL,
        [Remittance] nvarchar(140) NOT NULL,
        [State] nvarchar(30) NOT NULL,
        [FileId] uniqueidentifier NULL,
        [RequestedAt] datetime2 NOT NULL,
        [SentAt] datetime2 NULL,
        [SeenAt] datetime2 NULL,
        [ReturnedAt] datetime2 NULL,
        [ReturnReason] nvarchar(35) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_BankOrders] PRIMARY KEY ([Id]),
        CONSTRAINT [CK_BankOrders_Account] CHECK ("AmountMinor" > 0 AND ("State" IN ('NeedsAccount', 'Dropped') OR "Iban" IS NOT NULL)),
        CONSTRAINT [FK_BankOrders_ClientFiles_FileId] FOREIGN KEY ([FileId]) REFERENCES [ClientFiles] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180936_BankMoney'
)
BEGIN
    CREATE TABLE [BalanceExplanations] (
        [StatementId] uniqueidentifier NOT NULL,
        [Minor] bigint NOT NULL,
        [Currency] nvarchar(3) NOT NULL,
        [Reason] nvarchar(1000) NOT NULL,
        [By] uniqueidentifier NULL,
        [ByName] nvarchar(140) NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_BalanceExplanations] PRIMARY KEY ([StatementId], [Minor]),
        CONSTRAINT [FK_BalanceExplanations_Statements_StatementId] FOREIGN KEY ([StatementId]) REFERENCES [Statements] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180936_BankMoney'
)
BEGIN
    CREATE TABLE [StatementLines] (
        [Id] uniqueidentifier NOT NULL,
        [StatementId] uniqueidentifier NOT NULL,
        [No] int NOT NULL,
        [BookedOn] date NOT NULL,
        [AmountMinor] bigint NOT NULL,
        [Currency] nvarchar(3) NOT NULL,
        [BankReference] nvarchar(70) NULL,
        [EndToEndId] nvarchar(70) NULL,
        [Reference] nvarchar(70) NULL,
        [Text] nvarchar(500) NOT NULL,
        [Name] nvarchar(140) NULL,
        [Iban] nvarchar(34) NULL,
        [ReturnReason] nvarchar(35) NULL,
        [IsReversal] bit NOT NULL,
        [Key] nvarchar(64) NOT NULL,
        CONSTRAINT [PK_StatementLines] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_StatementLines_Statements_StatementId] FOREIGN KEY ([StatementId]) REFERENCES [Statements] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180936_BankMoney'
)
BEGIN
    CREATE TABLE [LineOutcomes] (
        [LineId] uniqueidentifier NOT NULL,
        [StatementId] uniqueidentifier NOT NULL,
        [State] nvarchar(30) NOT NULL,
        [AmountMinor] bigint NOT NULL,
        [Currency] nvarchar(3) NOT NULL,
        [KeptMinor] bigint NOT NULL,
        [ApplicationId] uniqueidentifier NULL,
        [OrderId] uniqueidentifier NULL,
        [Meaning] nvarchar(30) NULL,
        [Reason] nvarchar(1000) NULL,
        [DecidedBy] uniqueidentifier NULL,
        [DecidedByName] nvarchar(140) NULL,
        [DecidedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_LineOutcomes] PRIMARY KEY ([LineId]),
        CONSTRAINT [CK_LineOutcomes_Kept] CHECK ("KeptMinor" >= 0 AND ("KeptMinor" = 0 OR "KeptMinor" <= "AmountMinor") AND ("State" <> 'Paid' OR "ApplicationId" IS NOT NULL)),
        CONSTRAINT [FK_LineOutcomes_BankTransfers_ApplicationId] FOREIGN KEY ([ApplicationId]) REFERENCES [BankTransfers] ([ApplicationId]) ON DELETE NO ACTION,
        CONSTRAINT [FK_LineOutcomes_StatementLines_LineId] FOREIGN KEY ([LineId]) REFERENCES [StatementLines] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180936_BankMoney'
)
BEGIN
    CREATE INDEX [IX_BankOrders_ApplicationId] ON [BankOrders] ([ApplicationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180936_BankMoney'
)
BEGIN
    CREATE INDEX [IX_BankOrders_FileId] ON [BankOrders] ([FileId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180936_BankMoney'
)
BEGIN
    CREATE UNIQUE INDEX [IX_BankOrders_Kind_CauseId_Attempt] ON [BankOrders] ([Kind], [CauseId], [Attempt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180936_BankMoney'
)
BEGIN
    CREATE INDEX [IX_BankOrders_State] ON [BankOrders] ([State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180936_BankMoney'
)
BEGIN
    CREATE UNIQUE INDEX [IX_BankTransfers_Reference] ON [BankTransfers] ([Reference]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180936_BankMoney'
)
BEGIN
    CREATE INDEX [IX_BankTransfers_State_OfferId] ON [BankTransfers] ([State], [OfferId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180936_BankMoney'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ClientFiles_No] ON [ClientFiles] ([No]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180936_BankMoney'
)
BEGIN
    CREATE INDEX [IX_LineOutcomes_ApplicationId] ON [LineOutcomes] ([ApplicationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180936_BankMoney'
)
BEGIN
    CREATE INDEX [IX_LineOutcomes_State_LineId] ON [LineOutcomes] ([State], [LineId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180936_BankMoney'
)
BEGIN
    CREATE UNIQUE INDEX [IX_StatementLines_Key] ON [StatementLines] ([Key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180936_BankMoney'
)
BEGIN
    CREATE UNIQUE INDEX [IX_StatementLines_StatementId_No] ON [StatementLines] ([StatementId], [No]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180936_BankMoney'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Statements_Iban_BankId] ON [Statements] ([Iban], [BankId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180936_BankMoney'
)
BEGIN
    CREATE INDEX [IX_Statements_Sha256] ON [Statements] ([Sha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180936_BankMoney'
)
BEGIN
    EXEC(N'CREATE TRIGGER [StatementLines_append_only] ON [StatementLines] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''StatementLines is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180936_BankMoney'
)
BEGIN
    EXEC(N'CREATE TRIGGER [BalanceExplanations_append_only] ON [BalanceExplanations] INSTEAD OF UPDATE, DELETE AS THROW 51000, ''BalanceExplanations is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180936_BankMoney'
)
BEGIN
    EXEC(N'CREATE TRIGGER [Statements_append_only] ON [Statements] AFTER UPDATE, DELETE AS IF UPDATE([Iban]) OR UPDATE([Currency]) OR UPDATE([BankId]) OR UPDATE([OpeningMinor]) OR UPDATE([ClosingMinor]) OR UPDATE([ClosingOn]) OR UPDATE([Sha256]) OR UPDATE([TakenBy]) OR UPDATE([TakenAt]) OR NOT EXISTS (SELECT 1 FROM inserted) AND EXISTS (SELECT 1 FROM deleted) THROW 51000, ''Statements is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180936_BankMoney'
)
BEGIN
    EXEC(N'CREATE TRIGGER [ClientFiles_append_only] ON [ClientFiles] AFTER UPDATE, DELETE AS IF UPDATE([No]) OR UPDATE([NumberOfTransactions]) OR UPDATE([ControlSumMinor]) OR UPDATE([Currency]) OR UPDATE([Content]) OR UPDATE([Sha256]) OR UPDATE([MadeBy]) OR UPDATE([MadeAt]) OR NOT EXISTS (SELECT 1 FROM inserted) AND EXISTS (SELECT 1 FROM deleted) THROW 51000, ''ClientFiles is append-only'', 1;');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126180936_BankMoney'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261126180936_BankMoney', N'10.0.14');
END;

COMMIT;
GO

