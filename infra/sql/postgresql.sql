CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" character varying(150) NOT NULL,
    "ProductVersion" character varying(32) NOT NULL,
    CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY ("MigrationId")
);

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "AspNetRoles" (
        "Id" uuid NOT NULL,
        "Name" character varying(256),
        "NormalizedName" character varying(256),
        "ConcurrencyStamp" text,
        CONSTRAINT "PK_AspNetRoles" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "AspNetUsers" (
        "Id" uuid NOT NULL,
        "FullName" character varying(140) NOT NULL,
        "Language" character varying(5) NOT NULL,
        "UserName" character varying(256),
        "NormalizedUserName" character varying(256),
        "Email" character varying(256),
        "NormalizedEmail" character varying(256),
        "EmailConfirmed" boolean NOT NULL,
        "PasswordHash" text,
        "SecurityStamp" text,
        "ConcurrencyStamp" text,
        "PhoneNumber" character varying(256),
        "PhoneNumberConfirmed" boolean NOT NULL,
        "TwoFactorEnabled" boolean NOT NULL,
        "LockoutEnd" timestamp with time zone,
        "LockoutEnabled" boolean NOT NULL,
        "AccessFailedCount" integer NOT NULL,
        CONSTRAINT "PK_AspNetUsers" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "AuditRows" (
        "Id" uuid NOT NULL,
        "At" timestamp with time zone NOT NULL,
        "PersonId" uuid,
        "Name" character varying(140) NOT NULL,
        "Action" character varying(60) NOT NULL,
        "Subject" character varying(120) NOT NULL,
        CONSTRAINT "PK_AuditRows" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "CommandKeys" (
        "Key" uuid NOT NULL,
        "Caller" uuid NOT NULL,
        "Command" character varying(60) NOT NULL,
        "ContentHash" character varying(64) NOT NULL,
        "Answer" text NOT NULL,
        "At" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_CommandKeys" PRIMARY KEY ("Caller", "Key")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "Enterprises" (
        "Id" uuid NOT NULL,
        "Slug" character varying(60) NOT NULL,
        "Name" character varying(140) NOT NULL,
        "LegalForm" character varying(80) NOT NULL,
        "Country" character varying(2) NOT NULL,
        "RegistryNumber" character varying(40) NOT NULL,
        "Address" character varying(200) NOT NULL,
        "Place" character varying(80) NOT NULL,
        "Currency" character varying(3) NOT NULL,
        "TimeZone" character varying(60) NOT NULL,
        "Ink" character varying(20) NOT NULL,
        "Drawing" character varying(20) NOT NULL,
        "Iban" character varying(34),
        "PaymentAccount" character varying(100),
        "RegisteredAt" timestamp with time zone NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Enterprises" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "JobRuns" (
        "Id" uuid NOT NULL,
        "Job" character varying(60) NOT NULL,
        "StartedBy" character varying(140) NOT NULL,
        "StartedAt" timestamp with time zone NOT NULL,
        "EndedAt" timestamp with time zone,
        "Did" character varying(400) NOT NULL,
        "Failure" character varying(1000),
        CONSTRAINT "PK_JobRuns" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "JournalEntries" (
        "Id" uuid NOT NULL,
        "Book" character varying(80) NOT NULL,
        "OccurredOn" date NOT NULL,
        "RecordedAt" timestamp with time zone NOT NULL,
        "CauseKind" character varying(40) NOT NULL,
        "CauseId" uuid NOT NULL,
        "Description" character varying(200) NOT NULL,
        CONSTRAINT "PK_JournalEntries" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "Outbox" (
        "Id" uuid NOT NULL,
        "Kind" character varying(60) NOT NULL,
        "Body" text NOT NULL,
        "CreatedAt" timestamp with time zone NOT NULL,
        "DueAt" timestamp with time zone NOT NULL,
        "ClaimedUntil" timestamp with time zone,
        "Attempts" integer NOT NULL,
        "DoneAt" timestamp with time zone,
        "ParkedAt" timestamp with time zone,
        "LastError" character varying(1000),
        CONSTRAINT "PK_Outbox" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "ProtectionKeys" (
        "Id" uuid NOT NULL,
        "Xml" text NOT NULL,
        CONSTRAINT "PK_ProtectionKeys" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "ReceivedEvents" (
        "Id" character varying(100) NOT NULL,
        "Type" character varying(100) NOT NULL,
        "ObjectId" character varying(200) NOT NULL,
        "ReceivedAt" timestamp with time zone NOT NULL,
        "HandledAt" timestamp with time zone,
        CONSTRAINT "PK_ReceivedEvents" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "SentMails" (
        "Id" uuid NOT NULL,
        "To" character varying(256) NOT NULL,
        "Subject" character varying(200) NOT NULL,
        "Text" text NOT NULL,
        "SentAt" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_SentMails" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "AspNetRoleClaims" (
        "Id" integer GENERATED BY DEFAULT AS IDENTITY,
        "RoleId" uuid NOT NULL,
        "ClaimType" text,
        "ClaimValue" text,
        CONSTRAINT "PK_AspNetRoleClaims" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_AspNetRoleClaims_AspNetRoles_RoleId" FOREIGN KEY ("RoleId") REFERENCES "AspNetRoles" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "AspNetUserClaims" (
        "Id" integer GENERATED BY DEFAULT AS IDENTITY,
        "UserId" uuid NOT NULL,
        "ClaimType" text,
        "ClaimValue" text,
        CONSTRAINT "PK_AspNetUserClaims" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_AspNetUserClaims_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "AspNetUserLogins" (
        "LoginProvider" character varying(128) NOT NULL,
        "ProviderKey" character varying(128) NOT NULL,
        "ProviderDisplayName" text,
        "UserId" uuid NOT NULL,
        CONSTRAINT "PK_AspNetUserLogins" PRIMARY KEY ("LoginProvider", "ProviderKey"),
        CONSTRAINT "FK_AspNetUserLogins_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "AspNetUserPasskeys" (
        "CredentialId" bytea NOT NULL,
        "UserId" uuid NOT NULL,
        "Data" jsonb NOT NULL,
        CONSTRAINT "PK_AspNetUserPasskeys" PRIMARY KEY ("CredentialId"),
        CONSTRAINT "FK_AspNetUserPasskeys_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "AspNetUserRoles" (
        "UserId" uuid NOT NULL,
        "RoleId" uuid NOT NULL,
        CONSTRAINT "PK_AspNetUserRoles" PRIMARY KEY ("UserId", "RoleId"),
        CONSTRAINT "FK_AspNetUserRoles_AspNetRoles_RoleId" FOREIGN KEY ("RoleId") REFERENCES "AspNetRoles" ("Id") ON DELETE CASCADE,
        CONSTRAINT "FK_AspNetUserRoles_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "AspNetUserTokens" (
        "UserId" uuid NOT NULL,
        "LoginProvider" character varying(128) NOT NULL,
        "Name" character varying(128) NOT NULL,
        "Value" text,
        CONSTRAINT "PK_AspNetUserTokens" PRIMARY KEY ("UserId", "LoginProvider", "Name"),
        CONSTRAINT "FK_AspNetUserTokens_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "BoardMembers" (
        "EnterpriseId" uuid NOT NULL,
        "PersonId" uuid NOT NULL,
        "Name" character varying(140) NOT NULL,
        "Office" character varying(40) NOT NULL,
        "IsResident" boolean NOT NULL,
        "Since" date NOT NULL,
        CONSTRAINT "PK_BoardMembers" PRIMARY KEY ("EnterpriseId", "PersonId"),
        CONSTRAINT "FK_BoardMembers_Enterprises_EnterpriseId" FOREIGN KEY ("EnterpriseId") REFERENCES "Enterprises" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "Members" (
        "Id" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "Number" integer NOT NULL,
        "PersonId" uuid NOT NULL,
        "Kind" character varying(30) NOT NULL,
        "Name" character varying(140) NOT NULL,
        "Street" character varying(120) NOT NULL,
        "Postcode" character varying(12) NOT NULL,
        "City" character varying(80) NOT NULL,
        "Country" character varying(2) NOT NULL,
        "AdmittedOn" date NOT NULL,
        "CeasedOn" date,
        "Destination" character varying(30) NOT NULL,
        "Iban" character varying(34),
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Members" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Members_Enterprises_EnterpriseId" FOREIGN KEY ("EnterpriseId") REFERENCES "Enterprises" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "ShareClasses" (
        "Id" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "Code" character varying(20) NOT NULL,
        "ParValueMinor" bigint NOT NULL,
        "Currency" character varying(3) NOT NULL,
        "InterestCapPpm" integer NOT NULL,
        "InterestStartsAfterYears" integer NOT NULL,
        "HolderMayReinvest" boolean NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_ShareClasses" PRIMARY KEY ("Id"),
        CONSTRAINT "CK_ShareClasses_Par" CHECK ("ParValueMinor" > 0),
        CONSTRAINT "FK_ShareClasses_Enterprises_EnterpriseId" FOREIGN KEY ("EnterpriseId") REFERENCES "Enterprises" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "Postings" (
        "EntryId" uuid NOT NULL,
        "No" integer NOT NULL,
        "Account" character varying(120) NOT NULL,
        "AmountMinor" bigint NOT NULL,
        "Currency" character varying(3) NOT NULL,
        CONSTRAINT "PK_Postings" PRIMARY KEY ("EntryId", "No"),
        CONSTRAINT "CK_Postings_Amount" CHECK ("AmountMinor" <> 0),
        CONSTRAINT "FK_Postings_JournalEntries_EntryId" FOREIGN KEY ("EntryId") REFERENCES "JournalEntries" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "InterestDeclarations" (
        "Id" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "ShareClassId" uuid NOT NULL,
        "From" date NOT NULL,
        "Until" date NOT NULL,
        "RatePpm" integer NOT NULL,
        "PayOn" date NOT NULL,
        "DeclaredBy" uuid NOT NULL,
        "DeclaredByName" character varying(140) NOT NULL,
        "DeclaredAt" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_InterestDeclarations" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_InterestDeclarations_ShareClasses_ShareClassId" FOREIGN KEY ("ShareClassId") REFERENCES "ShareClasses" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "Offers" (
        "Id" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "ShareClassId" uuid NOT NULL,
        "Slug" character varying(60) NOT NULL,
        "Title" character varying(120) NOT NULL,
        "Purpose" character varying(2000) NOT NULL,
        "ParValueMinor" bigint NOT NULL,
        "Currency" character varying(3) NOT NULL,
        "TimeZone" character varying(60) NOT NULL,
        "MinimumTargetMinor" bigint NOT NULL,
        "OptimumTargetMinor" bigint NOT NULL,
        "MaximumTargetMinor" bigint NOT NULL,
        "OpensOn" date NOT NULL,
        "ClosesOn" date NOT NULL,
        "MinimumPerHolderMinor" bigint NOT NULL,
        "MaximumPerHolderMinor" bigint NOT NULL,
        "MaximumPerOrganisationMinor" bigint NOT NULL,
        "ReflectionDays" integer NOT NULL,
        "Extendable" boolean NOT NULL,
        "State" character varying(30) NOT NULL,
        "UnitsOffered" bigint NOT NULL,
        "UnitsReserved" bigint NOT NULL,
        "SubmittedBy" uuid,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Offers" PRIMARY KEY ("Id"),
        CONSTRAINT "CK_Offers_Units" CHECK ("UnitsReserved" >= 0 AND "UnitsReserved" <= "UnitsOffered"),
        CONSTRAINT "FK_Offers_Enterprises_EnterpriseId" FOREIGN KEY ("EnterpriseId") REFERENCES "Enterprises" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_Offers_ShareClasses_ShareClassId" FOREIGN KEY ("ShareClassId") REFERENCES "ShareClasses" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "RegisterEntries" (
        "Id" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "ShareClassId" uuid NOT NULL,
        "Number" integer NOT NULL,
        "MemberId" uuid NOT NULL,
        "Kind" character varying(30) NOT NULL,
        "Units" bigint NOT NULL,
        "PriceMinor" bigint NOT NULL,
        "ValidOn" date NOT NULL,
        "RecordedAt" timestamp with time zone NOT NULL,
        "Reason" character varying(200) NOT NULL,
        "SourceId" uuid NOT NULL,
        CONSTRAINT "PK_RegisterEntries" PRIMARY KEY ("Id"),
        CONSTRAINT "CK_RegisterEntries_Units" CHECK ("Units" <> 0),
        CONSTRAINT "FK_RegisterEntries_Members_MemberId" FOREIGN KEY ("MemberId") REFERENCES "Members" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_RegisterEntries_ShareClasses_ShareClassId" FOREIGN KEY ("ShareClassId") REFERENCES "ShareClasses" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "PayoutRuns" (
        "Id" uuid NOT NULL,
        "Number" character varying(20) NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "ShareClassId" uuid NOT NULL,
        "DeclarationId" uuid NOT NULL,
        "PayOn" date NOT NULL,
        "Currency" character varying(3) NOT NULL,
        "LineCount" integer NOT NULL,
        "TotalMinor" bigint NOT NULL,
        "State" character varying(30) NOT NULL,
        "CalculatedBy" uuid NOT NULL,
        "CalculatedByName" character varying(140) NOT NULL,
        "CalculatedAt" timestamp with time zone NOT NULL,
        "ApprovedBy" uuid,
        "ApprovedByName" character varying(140),
        "ApprovedAt" timestamp with time zone,
        "ExecutionStartedAt" timestamp with time zone,
        "EndedAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_PayoutRuns" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_PayoutRuns_InterestDeclarations_DeclarationId" FOREIGN KEY ("DeclarationId") REFERENCES "InterestDeclarations" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "Applications" (
        "Id" uuid NOT NULL,
        "OfferId" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "PersonId" uuid NOT NULL,
        "State" character varying(30) NOT NULL,
        "AmountMinor" bigint NOT NULL,
        "Units" bigint NOT NULL,
        "AllottedUnits" bigint NOT NULL,
        "Kind" character varying(30) NOT NULL,
        "Name" character varying(140) NOT NULL,
        "Street" character varying(120) NOT NULL,
        "Postcode" character varying(12) NOT NULL,
        "City" character varying(80) NOT NULL,
        "Country" character varying(2) NOT NULL,
        "BornOn" date,
        "Destination" character varying(30) NOT NULL,
        "Iban" character varying(34),
        "AcceptedDocumentVersion" integer NOT NULL,
        "RiskAcceptedAt" timestamp with time zone,
        "StartedAt" timestamp with time zone NOT NULL,
        "HeldUntil" timestamp with time zone,
        "CheckoutSession" character varying(200),
        "CheckoutUrl" character varying(1000),
        "PaidAt" timestamp with time zone,
        "ReflectionEndsOn" date,
        "ChangedAt" timestamp with time zone NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Applications" PRIMARY KEY ("Id"),
        CONSTRAINT "CK_Applications_Units" CHECK ("Units" > 0 AND "AllottedUnits" >= 0 AND "AllottedUnits" <= "Units"),
        CONSTRAINT "FK_Applications_Offers_OfferId" FOREIGN KEY ("OfferId") REFERENCES "Offers" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "Drawdowns" (
        "Id" uuid NOT NULL,
        "OfferId" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "AmountMinor" bigint NOT NULL,
        "Currency" character varying(3) NOT NULL,
        "RequestedAt" timestamp with time zone NOT NULL,
        "ProviderTransfer" character varying(100),
        "SentAt" timestamp with time zone,
        "RefusedAttempts" integer NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Drawdowns" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Drawdowns_Offers_OfferId" FOREIGN KEY ("OfferId") REFERENCES "Offers" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "OfferDocuments" (
        "Id" uuid NOT NULL,
        "OfferId" uuid NOT NULL,
        "Version" integer NOT NULL,
        "FileName" character varying(200) NOT NULL,
        "Content" bytea NOT NULL,
        "Sha256" character varying(64) NOT NULL,
        "UploadedAt" timestamp with time zone NOT NULL,
        "UploadedBy" uuid NOT NULL,
        CONSTRAINT "PK_OfferDocuments" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_OfferDocuments_Offers_OfferId" FOREIGN KEY ("OfferId") REFERENCES "Offers" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "OfferSteps" (
        "OfferId" uuid NOT NULL,
        "No" integer NOT NULL,
        "State" character varying(30) NOT NULL,
        "PersonId" uuid,
        "Name" character varying(140) NOT NULL,
        "At" timestamp with time zone NOT NULL,
        "Note" character varying(1000),
        CONSTRAINT "PK_OfferSteps" PRIMARY KEY ("OfferId", "No"),
        CONSTRAINT "FK_OfferSteps_Offers_OfferId" FOREIGN KEY ("OfferId") REFERENCES "Offers" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "Certificates" (
        "Id" uuid NOT NULL,
        "Number" integer NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "MemberId" uuid NOT NULL,
        "EntryId" uuid NOT NULL,
        "Units" bigint NOT NULL,
        "IssuedOn" date NOT NULL,
        "Code" character varying(12) NOT NULL,
        CONSTRAINT "PK_Certificates" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Certificates_RegisterEntries_EntryId" FOREIGN KEY ("EntryId") REFERENCES "RegisterEntries" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "BankFiles" (
        "Id" uuid NOT NULL,
        "RunId" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "No" integer NOT NULL,
        "NumberOfTransactions" integer NOT NULL,
        "ControlSumMinor" bigint NOT NULL,
        "Currency" character varying(3) NOT NULL,
        "Content" bytea NOT NULL,
        "Sha256" character varying(64) NOT NULL,
        "CreatedAt" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_BankFiles" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_BankFiles_PayoutRuns_RunId" FOREIGN KEY ("RunId") REFERENCES "PayoutRuns" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "PayoutLines" (
        "Id" uuid NOT NULL,
        "RunId" uuid NOT NULL,
        "No" integer NOT NULL,
        "MemberId" uuid NOT NULL,
        "Name" character varying(140) NOT NULL,
        "UnitDays" bigint NOT NULL,
        "GrossMinor" bigint NOT NULL,
        "TaxMinor" bigint NOT NULL,
        "NetMinor" bigint NOT NULL,
        "CarriedInMinor" bigint NOT NULL,
        "CarriedOutMinor" bigint NOT NULL,
        "Destination" character varying(30) NOT NULL,
        "Iban" character varying(34),
        "State" character varying(30) NOT NULL,
        "Problem" character varying(40),
        "BankFileId" uuid,
        "PaidAt" timestamp with time zone,
        CONSTRAINT "PK_PayoutLines" PRIMARY KEY ("Id"),
        CONSTRAINT "CK_PayoutLines_Amounts" CHECK ("GrossMinor" >= 0 AND "TaxMinor" >= 0 AND "NetMinor" = "GrossMinor" - "TaxMinor"),
        CONSTRAINT "FK_PayoutLines_PayoutRuns_RunId" FOREIGN KEY ("RunId") REFERENCES "PayoutRuns" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "Payments" (
        "ApplicationId" uuid NOT NULL,
        "OfferId" uuid NOT NULL,
        "AmountMinor" bigint NOT NULL,
        "Currency" character varying(3) NOT NULL,
        "FeeMinor" bigint NOT NULL,
        "Method" character varying(20) NOT NULL,
        "ProviderPayment" character varying(100) NOT NULL,
        "ProviderCharge" character varying(100) NOT NULL,
        "PaidAt" timestamp with time zone NOT NULL,
        "AvailableAt" timestamp with time zone NOT NULL,
        "AvailableBookedAt" timestamp with time zone,
        CONSTRAINT "PK_Payments" PRIMARY KEY ("ApplicationId"),
        CONSTRAINT "CK_Payments_Amount" CHECK ("AmountMinor" > 0 AND "FeeMinor" >= 0),
        CONSTRAINT "FK_Payments_Applications_ApplicationId" FOREIGN KEY ("ApplicationId") REFERENCES "Applications" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TABLE "Refunds" (
        "Id" uuid NOT NULL,
        "ApplicationId" uuid NOT NULL,
        "OfferId" uuid NOT NULL,
        "AmountMinor" bigint NOT NULL,
        "Currency" character varying(3) NOT NULL,
        "Reason" character varying(30) NOT NULL,
        "State" character varying(30) NOT NULL,
        "ProviderRefund" character varying(100),
        "RequestedAt" timestamp with time zone NOT NULL,
        "EndedAt" timestamp with time zone,
        "Failure" character varying(200),
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Refunds" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Refunds_Payments_ApplicationId" FOREIGN KEY ("ApplicationId") REFERENCES "Payments" ("ApplicationId") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_Applications_OfferId_State" ON "Applications" ("OfferId", "State");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_Applications_PersonId" ON "Applications" ("PersonId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_Applications_State_HeldUntil" ON "Applications" ("State", "HeldUntil");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_Applications_State_ReflectionEndsOn" ON "Applications" ("State", "ReflectionEndsOn");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_AspNetRoleClaims_RoleId" ON "AspNetRoleClaims" ("RoleId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE UNIQUE INDEX "RoleNameIndex" ON "AspNetRoles" ("NormalizedName");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_AspNetUserClaims_UserId" ON "AspNetUserClaims" ("UserId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_AspNetUserLogins_UserId" ON "AspNetUserLogins" ("UserId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_AspNetUserPasskeys_UserId" ON "AspNetUserPasskeys" ("UserId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_AspNetUserRoles_RoleId" ON "AspNetUserRoles" ("RoleId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "EmailIndex" ON "AspNetUsers" ("NormalizedEmail");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE UNIQUE INDEX "UserNameIndex" ON "AspNetUsers" ("NormalizedUserName");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_AuditRows_At" ON "AuditRows" ("At");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_AuditRows_Subject" ON "AuditRows" ("Subject");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE UNIQUE INDEX "IX_BankFiles_RunId_No" ON "BankFiles" ("RunId", "No");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_BoardMembers_PersonId" ON "BoardMembers" ("PersonId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE UNIQUE INDEX "IX_Certificates_Code" ON "Certificates" ("Code");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE UNIQUE INDEX "IX_Certificates_EnterpriseId_Number" ON "Certificates" ("EnterpriseId", "Number");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE UNIQUE INDEX "IX_Certificates_EntryId" ON "Certificates" ("EntryId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_Certificates_MemberId" ON "Certificates" ("MemberId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE UNIQUE INDEX "IX_Drawdowns_OfferId" ON "Drawdowns" ("OfferId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE UNIQUE INDEX "IX_Drawdowns_ProviderTransfer" ON "Drawdowns" ("ProviderTransfer");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE UNIQUE INDEX "IX_Enterprises_Slug" ON "Enterprises" ("Slug");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_InterestDeclarations_EnterpriseId" ON "InterestDeclarations" ("EnterpriseId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE UNIQUE INDEX "IX_InterestDeclarations_ShareClassId_From" ON "InterestDeclarations" ("ShareClassId", "From");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_JobRuns_Job_StartedAt" ON "JobRuns" ("Job", "StartedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE UNIQUE INDEX "IX_JournalEntries_Book_CauseKind_CauseId" ON "JournalEntries" ("Book", "CauseKind", "CauseId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_JournalEntries_Book_OccurredOn" ON "JournalEntries" ("Book", "OccurredOn");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE UNIQUE INDEX "IX_Members_EnterpriseId_Number" ON "Members" ("EnterpriseId", "Number");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE UNIQUE INDEX "IX_Members_EnterpriseId_PersonId_Kind" ON "Members" ("EnterpriseId", "PersonId", "Kind");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_Members_PersonId" ON "Members" ("PersonId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE UNIQUE INDEX "IX_OfferDocuments_OfferId_Version" ON "OfferDocuments" ("OfferId", "Version");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_Offers_EnterpriseId" ON "Offers" ("EnterpriseId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_Offers_ShareClassId" ON "Offers" ("ShareClassId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE UNIQUE INDEX "IX_Offers_Slug" ON "Offers" ("Slug");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_Offers_State" ON "Offers" ("State");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_Outbox_DoneAt_ParkedAt_DueAt" ON "Outbox" ("DoneAt", "ParkedAt", "DueAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_Payments_AvailableBookedAt_AvailableAt" ON "Payments" ("AvailableBookedAt", "AvailableAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_Payments_OfferId" ON "Payments" ("OfferId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE UNIQUE INDEX "IX_Payments_ProviderCharge" ON "Payments" ("ProviderCharge");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE UNIQUE INDEX "IX_Payments_ProviderPayment" ON "Payments" ("ProviderPayment");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_PayoutLines_MemberId" ON "PayoutLines" ("MemberId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE UNIQUE INDEX "IX_PayoutLines_RunId_MemberId" ON "PayoutLines" ("RunId", "MemberId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE UNIQUE INDEX "IX_PayoutLines_RunId_No" ON "PayoutLines" ("RunId", "No");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_PayoutLines_RunId_State_Destination" ON "PayoutLines" ("RunId", "State", "Destination");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE UNIQUE INDEX "IX_PayoutRuns_DeclarationId" ON "PayoutRuns" ("DeclarationId") WHERE "State" <> 'Voided';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_PayoutRuns_EnterpriseId" ON "PayoutRuns" ("EnterpriseId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE UNIQUE INDEX "IX_PayoutRuns_Number" ON "PayoutRuns" ("Number");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_PayoutRuns_State" ON "PayoutRuns" ("State");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_Postings_Account_Currency" ON "Postings" ("Account", "Currency");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE UNIQUE INDEX "IX_Refunds_ApplicationId" ON "Refunds" ("ApplicationId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE UNIQUE INDEX "IX_Refunds_ProviderRefund" ON "Refunds" ("ProviderRefund");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_Refunds_State" ON "Refunds" ("State");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE UNIQUE INDEX "IX_RegisterEntries_EnterpriseId_Number" ON "RegisterEntries" ("EnterpriseId", "Number");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_RegisterEntries_MemberId" ON "RegisterEntries" ("MemberId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_RegisterEntries_ShareClassId_MemberId_ValidOn" ON "RegisterEntries" ("ShareClassId", "MemberId", "ValidOn");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE UNIQUE INDEX "IX_RegisterEntries_SourceId" ON "RegisterEntries" ("SourceId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE INDEX "IX_SentMails_SentAt" ON "SentMails" ("SentAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE UNIQUE INDEX "IX_ShareClasses_EnterpriseId_Code" ON "ShareClasses" ("EnterpriseId", "Code");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TRIGGER "RegisterEntries_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "RegisterEntries" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TRIGGER "JournalEntries_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "JournalEntries" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TRIGGER "Postings_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Postings" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TRIGGER "AuditRows_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditRows" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TRIGGER "InterestDeclarations_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "InterestDeclarations" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    CREATE TRIGGER "BankFiles_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "BankFiles" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122102125_Initial') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261122102125_Initial', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    DROP INDEX "IX_RegisterEntries_SourceId";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    DROP INDEX "IX_PayoutRuns_DeclarationId";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    ALTER TABLE "PayoutLines" DROP CONSTRAINT "CK_PayoutLines_Amounts";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    ALTER TABLE "RegisterEntries" ALTER COLUMN "ShareClassId" DROP NOT NULL;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    ALTER TABLE "RegisterEntries" ADD "BondSeriesId" uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    ALTER TABLE "PayoutRuns" ALTER COLUMN "ShareClassId" DROP NOT NULL;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    ALTER TABLE "PayoutRuns" ALTER COLUMN "DeclarationId" DROP NOT NULL;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    ALTER TABLE "PayoutRuns" ADD "BondSeriesId" uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    ALTER TABLE "PayoutRuns" ADD "Kind" character varying(30) NOT NULL DEFAULT 'ShareInterest';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    ALTER TABLE "PayoutRuns" ADD "PeriodNo" integer;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    ALTER TABLE "PayoutRuns" ADD "PrincipalMinor" bigint NOT NULL DEFAULT 0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    ALTER TABLE "PayoutLines" ADD "PrincipalMinor" bigint NOT NULL DEFAULT 0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    ALTER TABLE "PayoutLines" ADD "RedeemedUnits" bigint NOT NULL DEFAULT 0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    ALTER TABLE "PayoutLines" ADD "Units" bigint NOT NULL DEFAULT 0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    ALTER TABLE "Offers" ALTER COLUMN "ShareClassId" DROP NOT NULL;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    ALTER TABLE "Members" ALTER COLUMN "AdmittedOn" DROP NOT NULL;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    ALTER TABLE "Applications" ADD "BondSeriesId" uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    CREATE TABLE "BondSeries" (
        "Id" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "OfferId" uuid NOT NULL,
        "No" integer NOT NULL,
        "Code" character varying(20) NOT NULL,
        "NominalMinor" bigint NOT NULL,
        "Currency" character varying(3) NOT NULL,
        "RatePpm" integer NOT NULL,
        "Frequency" character varying(30) NOT NULL,
        "RepaymentKind" character varying(30) NOT NULL,
        "InterestOnlyMonths" integer NOT NULL,
        "CapitaliseMonths" integer NOT NULL,
        "RepaymentFrequency" character varying(30),
        "TermMonths" integer,
        "MaturesOn" date,
        "IssueOn" date,
        "FirstPaymentOn" date,
        "Stub" character varying(30) NOT NULL,
        "EndOfMonth" boolean NOT NULL,
        "DayCount" character varying(30) NOT NULL,
        "Calendar" character varying(30) NOT NULL,
        "PaymentRule" character varying(30) NOT NULL,
        "Rounding" character varying(30) NOT NULL,
        "RecordDays" integer NOT NULL,
        "IsRedeemableEarly" boolean NOT NULL,
        "IssuerAfterMonths" integer,
        "HolderAfterMonths" integer,
        "NoticeDays" integer NOT NULL,
        "Transferable" boolean NOT NULL,
        "Subordinated" boolean NOT NULL,
        "UnitsOffered" bigint NOT NULL,
        "UnitsReserved" bigint NOT NULL,
        "IssuedOn" date,
        "UnitsIssued" bigint NOT NULL,
        "ServicedPeriods" integer NOT NULL,
        "OutstandingPerUnitMinor" bigint NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_BondSeries" PRIMARY KEY ("Id"),
        CONSTRAINT "CK_BondSeries_Nominal" CHECK ("NominalMinor" > 0),
        CONSTRAINT "CK_BondSeries_Outstanding" CHECK ("OutstandingPerUnitMinor" >= 0),
        CONSTRAINT "CK_BondSeries_Units" CHECK ("UnitsReserved" >= 0 AND "UnitsReserved" <= "UnitsOffered" AND "UnitsIssued" <= "UnitsOffered"),
        CONSTRAINT "FK_BondSeries_Enterprises_EnterpriseId" FOREIGN KEY ("EnterpriseId") REFERENCES "Enterprises" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_BondSeries_Offers_OfferId" FOREIGN KEY ("OfferId") REFERENCES "Offers" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    CREATE TABLE "BondPeriods" (
        "Id" uuid NOT NULL,
        "SeriesId" uuid NOT NULL,
        "No" integer NOT NULL,
        "AccrualStart" date NOT NULL,
        "AccrualEnd" date NOT NULL,
        "RecordOn" date NOT NULL,
        "DueOn" date NOT NULL,
        "RatePpm" integer NOT NULL,
        "OpeningMinor" bigint NOT NULL,
        "InterestMinor" bigint NOT NULL,
        "PrincipalMinor" bigint NOT NULL,
        CONSTRAINT "PK_BondPeriods" PRIMARY KEY ("Id"),
        CONSTRAINT "CK_BondPeriods_Amounts" CHECK ("InterestMinor" >= 0 AND "OpeningMinor" >= 0 AND "PrincipalMinor" <= "OpeningMinor"),
        CONSTRAINT "FK_BondPeriods_BondSeries_SeriesId" FOREIGN KEY ("SeriesId") REFERENCES "BondSeries" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    CREATE TABLE "BondRateSteps" (
        "SeriesId" uuid NOT NULL,
        "From" date NOT NULL,
        "RatePpm" integer NOT NULL,
        CONSTRAINT "PK_BondRateSteps" PRIMARY KEY ("SeriesId", "From"),
        CONSTRAINT "FK_BondRateSteps_BondSeries_SeriesId" FOREIGN KEY ("SeriesId") REFERENCES "BondSeries" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    CREATE TABLE "BondTransfers" (
        "Id" uuid NOT NULL,
        "SeriesId" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "FromMemberId" uuid NOT NULL,
        "ToMemberId" uuid NOT NULL,
        "Units" bigint NOT NULL,
        "On" date NOT NULL,
        "AccruedMinor" bigint NOT NULL,
        "Reason" character varying(200) NOT NULL,
        "RecordedBy" uuid NOT NULL,
        "RecordedByName" character varying(140) NOT NULL,
        "RecordedAt" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_BondTransfers" PRIMARY KEY ("Id"),
        CONSTRAINT "CK_BondTransfers_Units" CHECK ("Units" > 0 AND "AccruedMinor" >= 0),
        CONSTRAINT "FK_BondTransfers_BondSeries_SeriesId" FOREIGN KEY ("SeriesId") REFERENCES "BondSeries" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_BondTransfers_Members_FromMemberId" FOREIGN KEY ("FromMemberId") REFERENCES "Members" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_BondTransfers_Members_ToMemberId" FOREIGN KEY ("ToMemberId") REFERENCES "Members" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    CREATE TABLE "EarlyRedemptions" (
        "Id" uuid NOT NULL,
        "SeriesId" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "PeriodNo" integer NOT NULL,
        "Kind" character varying(30) NOT NULL,
        "Units" bigint NOT NULL,
        "MemberId" uuid,
        "Seed" character varying(64) NOT NULL,
        "DecidedBy" uuid NOT NULL,
        "DecidedByName" character varying(140) NOT NULL,
        "DecidedAt" timestamp with time zone NOT NULL,
        "WithdrawnAt" timestamp with time zone,
        "WithdrawnBy" uuid,
        "WithdrawnByName" character varying(140),
        "Version" integer NOT NULL,
        CONSTRAINT "PK_EarlyRedemptions" PRIMARY KEY ("Id"),
        CONSTRAINT "CK_EarlyRedemptions_Units" CHECK ("Units" >= 0),
        CONSTRAINT "FK_EarlyRedemptions_BondSeries_SeriesId" FOREIGN KEY ("SeriesId") REFERENCES "BondSeries" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_EarlyRedemptions_Members_MemberId" FOREIGN KEY ("MemberId") REFERENCES "Members" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    CREATE INDEX "IX_RegisterEntries_BondSeriesId_MemberId_ValidOn" ON "RegisterEntries" ("BondSeriesId", "MemberId", "ValidOn");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    CREATE UNIQUE INDEX "IX_RegisterEntries_SourceId_Kind" ON "RegisterEntries" ("SourceId", "Kind");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    ALTER TABLE "RegisterEntries" ADD CONSTRAINT "CK_RegisterEntries_Security" CHECK (("ShareClassId" IS NULL AND "BondSeriesId" IS NOT NULL) OR ("ShareClassId" IS NOT NULL AND "BondSeriesId" IS NULL));
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    CREATE UNIQUE INDEX "IX_PayoutRuns_BondSeriesId_PeriodNo" ON "PayoutRuns" ("BondSeriesId", "PeriodNo") WHERE "BondSeriesId" IS NOT NULL AND "State" <> 'Voided';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    CREATE UNIQUE INDEX "IX_PayoutRuns_DeclarationId" ON "PayoutRuns" ("DeclarationId") WHERE "DeclarationId" IS NOT NULL AND "State" <> 'Voided';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    ALTER TABLE "PayoutRuns" ADD CONSTRAINT "CK_PayoutRuns_Ground" CHECK (("DeclarationId" IS NULL AND "ShareClassId" IS NULL AND "BondSeriesId" IS NOT NULL AND "PeriodNo" IS NOT NULL) OR ("DeclarationId" IS NOT NULL AND "ShareClassId" IS NOT NULL AND "BondSeriesId" IS NULL AND "PeriodNo" IS NULL));
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    ALTER TABLE "PayoutLines" ADD CONSTRAINT "CK_PayoutLines_Amounts" CHECK ("GrossMinor" >= 0 AND "TaxMinor" >= 0 AND "NetMinor" = "GrossMinor" - "TaxMinor" AND "PrincipalMinor" >= 0 AND "PrincipalMinor" <= "GrossMinor" AND "RedeemedUnits" <= "Units");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    CREATE INDEX "IX_Applications_BondSeriesId" ON "Applications" ("BondSeriesId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    CREATE INDEX "IX_BondPeriods_AccrualEnd" ON "BondPeriods" ("AccrualEnd");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    CREATE INDEX "IX_BondPeriods_DueOn" ON "BondPeriods" ("DueOn");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    CREATE UNIQUE INDEX "IX_BondPeriods_SeriesId_No" ON "BondPeriods" ("SeriesId", "No");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    CREATE UNIQUE INDEX "IX_BondSeries_EnterpriseId_Code" ON "BondSeries" ("EnterpriseId", "Code");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    CREATE UNIQUE INDEX "IX_BondSeries_OfferId_No" ON "BondSeries" ("OfferId", "No");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    CREATE INDEX "IX_BondTransfers_FromMemberId" ON "BondTransfers" ("FromMemberId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    CREATE INDEX "IX_BondTransfers_SeriesId_On" ON "BondTransfers" ("SeriesId", "On");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    CREATE INDEX "IX_BondTransfers_ToMemberId" ON "BondTransfers" ("ToMemberId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    CREATE INDEX "IX_EarlyRedemptions_MemberId" ON "EarlyRedemptions" ("MemberId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    CREATE INDEX "IX_EarlyRedemptions_SeriesId_PeriodNo" ON "EarlyRedemptions" ("SeriesId", "PeriodNo");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    ALTER TABLE "Applications" ADD CONSTRAINT "FK_Applications_BondSeries_BondSeriesId" FOREIGN KEY ("BondSeriesId") REFERENCES "BondSeries" ("Id") ON DELETE RESTRICT;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    ALTER TABLE "PayoutRuns" ADD CONSTRAINT "FK_PayoutRuns_BondSeries_BondSeriesId" FOREIGN KEY ("BondSeriesId") REFERENCES "BondSeries" ("Id") ON DELETE RESTRICT;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    ALTER TABLE "RegisterEntries" ADD CONSTRAINT "FK_RegisterEntries_BondSeries_BondSeriesId" FOREIGN KEY ("BondSeriesId") REFERENCES "BondSeries" ("Id") ON DELETE RESTRICT;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015237_Bonds') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261126015237_Bonds', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015546_BondGuards') THEN
    CREATE TRIGGER "BondPeriods_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "BondPeriods" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015546_BondGuards') THEN
    CREATE TRIGGER "BondTransfers_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "BondTransfers" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015546_BondGuards') THEN
    CREATE TRIGGER "EarlyRedemptions_append_only" BEFORE UPDATE OF "SeriesId", "EnterpriseId", "PeriodNo", "Kind", "Units", "MemberId", "Seed", "DecidedBy", "DecidedByName", "DecidedAt" OR DELETE OR TRUNCATE ON "EarlyRedemptions" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126015546_BondGuards') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261126015546_BondGuards', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126040445_MembershipTypesAndOfferKinds') THEN
    DROP INDEX "IX_Drawdowns_OfferId";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126040445_MembershipTypesAndOfferKinds') THEN
    ALTER TABLE "OfferSteps" ADD "ClosesOn" date;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126040445_MembershipTypesAndOfferKinds') THEN
    ALTER TABLE "Offers" ALTER COLUMN "ClosesOn" DROP NOT NULL;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126040445_MembershipTypesAndOfferKinds') THEN
    ALTER TABLE "Offers" ADD "Eligibility" text NOT NULL DEFAULT '';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126040445_MembershipTypesAndOfferKinds') THEN
    ALTER TABLE "Offers" ADD "ExtendedFrom" date;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126040445_MembershipTypesAndOfferKinds') THEN
    ALTER TABLE "Offers" ADD "Kind" character varying(30) NOT NULL DEFAULT 'TimeBound';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126040445_MembershipTypesAndOfferKinds') THEN
    ALTER TABLE "Offers" ADD "MaximumShareOfTotalPpm" integer;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126040445_MembershipTypesAndOfferKinds') THEN
    ALTER TABLE "Offers" ADD "MaximumUnitsPerHolder" bigint;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126040445_MembershipTypesAndOfferKinds') THEN
    ALTER TABLE "OfferDocuments" ADD "AwaitsReview" boolean NOT NULL DEFAULT FALSE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126040445_MembershipTypesAndOfferKinds') THEN
    ALTER TABLE "OfferDocuments" ADD "DecidedAt" timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126040445_MembershipTypesAndOfferKinds') THEN
    ALTER TABLE "OfferDocuments" ADD "DecidedBy" uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126040445_MembershipTypesAndOfferKinds') THEN
    ALTER TABLE "OfferDocuments" ADD "DecidedByName" character varying(140);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126040445_MembershipTypesAndOfferKinds') THEN
    ALTER TABLE "OfferDocuments" ADD "ReturnReason" character varying(1000);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126040445_MembershipTypesAndOfferKinds') THEN
    ALTER TABLE "Members" ADD "IsResident" boolean NOT NULL DEFAULT FALSE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126040445_MembershipTypesAndOfferKinds') THEN
    ALTER TABLE "Members" ADD "MembershipType" character varying(10);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126040445_MembershipTypesAndOfferKinds') THEN
    ALTER TABLE "Drawdowns" ADD "No" integer NOT NULL DEFAULT 1;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126040445_MembershipTypesAndOfferKinds') THEN
    ALTER TABLE "Applications" ADD "CancelUntil" date;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126040445_MembershipTypesAndOfferKinds') THEN
    ALTER TABLE "Applications" ADD "IsResident" boolean NOT NULL DEFAULT FALSE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126040445_MembershipTypesAndOfferKinds') THEN
    ALTER TABLE "Applications" ADD "MembershipType" character varying(10);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126040445_MembershipTypesAndOfferKinds') THEN
    CREATE TABLE "MembersApprovals" (
        "Id" uuid NOT NULL,
        "OfferId" uuid NOT NULL,
        "ApprovedOn" date NOT NULL,
        "FileName" character varying(200) NOT NULL,
        "Content" bytea NOT NULL,
        "Sha256" character varying(64) NOT NULL,
        "RecordedBy" uuid,
        "RecordedByName" character varying(140) NOT NULL,
        "RecordedAt" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_MembersApprovals" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_MembersApprovals_Offers_OfferId" FOREIGN KEY ("OfferId") REFERENCES "Offers" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126040445_MembershipTypesAndOfferKinds') THEN
    CREATE INDEX "IX_OfferDocuments_AwaitsReview" ON "OfferDocuments" ("AwaitsReview");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126040445_MembershipTypesAndOfferKinds') THEN
    CREATE UNIQUE INDEX "IX_Drawdowns_OfferId_No" ON "Drawdowns" ("OfferId", "No");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126040445_MembershipTypesAndOfferKinds') THEN
    CREATE INDEX "IX_MembersApprovals_OfferId" ON "MembersApprovals" ("OfferId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126040445_MembershipTypesAndOfferKinds') THEN
    CREATE TRIGGER "MembersApprovals_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "MembersApprovals" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126040445_MembershipTypesAndOfferKinds') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261126040445_MembershipTypesAndOfferKinds', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126042145_RegisterChain') THEN
    ALTER TABLE "RegisterEntries" ADD "CorrectsId" uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126042145_RegisterChain') THEN
    ALTER TABLE "RegisterEntries" ADD "Document" character varying(200) NOT NULL DEFAULT '';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126042145_RegisterChain') THEN
    ALTER TABLE "RegisterEntries" ADD "Hash" character varying(64) NOT NULL DEFAULT '';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126042145_RegisterChain') THEN
    ALTER TABLE "RegisterEntries" ADD "PreviousHash" character varying(64) NOT NULL DEFAULT '';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126042145_RegisterChain') THEN
    CREATE TABLE "RegisterChecks" (
        "Id" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "Entries" integer NOT NULL,
        "LastHash" character varying(64) NOT NULL,
        "BrokenNumber" integer,
        "Fault" character varying(30),
        "OrderedBy" character varying(140) NOT NULL,
        "At" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_RegisterChecks" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_RegisterChecks_Enterprises_EnterpriseId" FOREIGN KEY ("EnterpriseId") REFERENCES "Enterprises" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126042145_RegisterChain') THEN
    CREATE INDEX "IX_RegisterEntries_CorrectsId" ON "RegisterEntries" ("CorrectsId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126042145_RegisterChain') THEN
    CREATE INDEX "IX_RegisterChecks_EnterpriseId_At" ON "RegisterChecks" ("EnterpriseId", "At");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126042145_RegisterChain') THEN
    CREATE TRIGGER "RegisterChecks_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "RegisterChecks" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126042145_RegisterChain') THEN
    CREATE FUNCTION keep_register_chained() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM added a WHERE (a."PreviousHash" = '' OR a."Hash" = '' OR (a."Number" = 1 AND a."PreviousHash" <> '0000000000000000000000000000000000000000000000000000000000000000') OR (a."Number" <> 1 AND NOT EXISTS (SELECT 1 FROM "RegisterEntries" p WHERE p."EnterpriseId" = a."EnterpriseId" AND p."Number" = a."Number" - 1 AND p."Hash" = a."PreviousHash")) OR (a."Kind" = 'Correction' AND NOT EXISTS (SELECT 1 FROM "RegisterEntries" c WHERE c."Id" = a."CorrectsId" AND c."EnterpriseId" = a."EnterpriseId" AND c."Number" < a."Number" AND c."Kind" <> 'Correction' AND ABS(c."Units") >= ABS((SELECT SUM(x."Units") FROM "RegisterEntries" x WHERE x."CorrectsId" = a."CorrectsId" AND x."MemberId" = a."MemberId")))))) THEN RAISE EXCEPTION 'RegisterEntries is a chain'; END IF; RETURN NULL; END $$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126042145_RegisterChain') THEN
    CREATE TRIGGER "RegisterEntries_chain" AFTER INSERT ON "RegisterEntries" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_register_chained();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126042145_RegisterChain') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261126042145_RegisterChain', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126050424_Community') THEN
    CREATE TABLE "CovenantDocuments" (
        "Id" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "FileName" character varying(200) NOT NULL,
        "Content" bytea NOT NULL,
        "Sha256" character varying(64) NOT NULL,
        "UploadedAt" timestamp with time zone NOT NULL,
        "UploadedBy" uuid NOT NULL,
        CONSTRAINT "PK_CovenantDocuments" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_CovenantDocuments_Enterprises_EnterpriseId" FOREIGN KEY ("EnterpriseId") REFERENCES "Enterprises" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126050424_Community') THEN
    CREATE TABLE "Covenants" (
        "Id" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "No" integer NOT NULL,
        "Kind" character varying(30) NOT NULL,
        "Limit" bigint NOT NULL,
        "IsBlocking" boolean NOT NULL,
        "IsGivenUp" boolean NOT NULL,
        "Statement" character varying(2000) NOT NULL,
        "DecidedOn" date NOT NULL,
        "RecordedBy" uuid NOT NULL,
        "RecordedByName" character varying(140) NOT NULL,
        "RecordedAt" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_Covenants" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Covenants_Enterprises_EnterpriseId" FOREIGN KEY ("EnterpriseId") REFERENCES "Enterprises" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126050424_Community') THEN
    CREATE TABLE "OfferUpdates" (
        "Id" uuid NOT NULL,
        "OfferId" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "No" integer NOT NULL,
        "Title" character varying(120) NOT NULL,
        "Text" character varying(10000) NOT NULL,
        "Audience" character varying(30) NOT NULL,
        "IsLegal" boolean NOT NULL,
        "WrittenBy" uuid NOT NULL,
        "WrittenByName" character varying(140) NOT NULL,
        "PublishedAt" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_OfferUpdates" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_OfferUpdates_Offers_OfferId" FOREIGN KEY ("OfferId") REFERENCES "Offers" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126050424_Community') THEN
    CREATE TABLE "PledgeRounds" (
        "OfferId" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "OpenedBy" uuid NOT NULL,
        "OpenedByName" character varying(140) NOT NULL,
        "OpenedAt" timestamp with time zone NOT NULL,
        "ClosedAt" timestamp with time zone,
        "InvitedAt" timestamp with time zone,
        "ErasedAt" timestamp with time zone,
        "CountAtClose" integer NOT NULL,
        "SumAtCloseMinor" bigint NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_PledgeRounds" PRIMARY KEY ("OfferId"),
        CONSTRAINT "FK_PledgeRounds_Offers_OfferId" FOREIGN KEY ("OfferId") REFERENCES "Offers" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126050424_Community') THEN
    CREATE TABLE "Questions" (
        "Id" uuid NOT NULL,
        "OfferId" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "AskerId" uuid NOT NULL,
        "AskerName" character varying(140) NOT NULL,
        "Text" character varying(1000) NOT NULL,
        "AskedAt" timestamp with time zone NOT NULL,
        "State" character varying(30) NOT NULL,
        "Answer" character varying(4000),
        "AnsweredByName" character varying(140),
        "AnsweredAt" timestamp with time zone,
        "Reason" character varying(500),
        "DecidedBy" uuid,
        "ChangedAt" timestamp with time zone NOT NULL,
        "ToldAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Questions" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Questions_Offers_OfferId" FOREIGN KEY ("OfferId") REFERENCES "Offers" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126050424_Community') THEN
    CREATE TABLE "UpdateOptOuts" (
        "EnterpriseId" uuid NOT NULL,
        "PersonId" uuid NOT NULL,
        "At" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_UpdateOptOuts" PRIMARY KEY ("EnterpriseId", "PersonId")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126050424_Community') THEN
    CREATE TABLE "CovenantEvidence" (
        "Id" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "Kind" character varying(30) NOT NULL,
        "On" date NOT NULL,
        "Text" character varying(1000) NOT NULL,
        "Reference" character varying(300) NOT NULL,
        "DocumentId" uuid,
        "HighestPayMinor" bigint,
        "LowestPayMinor" bigint,
        "RecordedBy" uuid NOT NULL,
        "RecordedByName" character varying(140) NOT NULL,
        "RecordedAt" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_CovenantEvidence" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_CovenantEvidence_CovenantDocuments_DocumentId" FOREIGN KEY ("DocumentId") REFERENCES "CovenantDocuments" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_CovenantEvidence_Enterprises_EnterpriseId" FOREIGN KEY ("EnterpriseId") REFERENCES "Enterprises" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126050424_Community') THEN
    CREATE TABLE "CovenantFindings" (
        "Id" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "CovenantId" uuid NOT NULL,
        "Kind" character varying(30) NOT NULL,
        "Cause" character varying(30) NOT NULL,
        "Holds" boolean,
        "First" bigint NOT NULL,
        "Second" bigint NOT NULL,
        "At" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_CovenantFindings" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_CovenantFindings_Covenants_CovenantId" FOREIGN KEY ("CovenantId") REFERENCES "Covenants" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126050424_Community') THEN
    CREATE TABLE "Pledges" (
        "Id" uuid NOT NULL,
        "OfferId" uuid NOT NULL,
        "Name" character varying(140) NOT NULL,
        "Email" character varying(256) NOT NULL,
        "Language" character varying(5) NOT NULL,
        "AmountMinor" bigint NOT NULL,
        "MadeAt" timestamp with time zone NOT NULL,
        "ConfirmedAt" timestamp with time zone,
        "MailedAt" timestamp with time zone NOT NULL,
        "Mails" integer NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Pledges" PRIMARY KEY ("Id"),
        CONSTRAINT "CK_Pledges_Amount" CHECK ("AmountMinor" > 0),
        CONSTRAINT "FK_Pledges_PledgeRounds_OfferId" FOREIGN KEY ("OfferId") REFERENCES "PledgeRounds" ("OfferId") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126050424_Community') THEN
    CREATE INDEX "IX_CovenantDocuments_EnterpriseId" ON "CovenantDocuments" ("EnterpriseId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126050424_Community') THEN
    CREATE INDEX "IX_CovenantEvidence_DocumentId" ON "CovenantEvidence" ("DocumentId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126050424_Community') THEN
    CREATE INDEX "IX_CovenantEvidence_EnterpriseId_Kind_RecordedAt" ON "CovenantEvidence" ("EnterpriseId", "Kind", "RecordedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126050424_Community') THEN
    CREATE INDEX "IX_CovenantFindings_CovenantId" ON "CovenantFindings" ("CovenantId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126050424_Community') THEN
    CREATE INDEX "IX_CovenantFindings_EnterpriseId_Kind_At" ON "CovenantFindings" ("EnterpriseId", "Kind", "At");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126050424_Community') THEN
    CREATE UNIQUE INDEX "IX_Covenants_EnterpriseId_No" ON "Covenants" ("EnterpriseId", "No");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126050424_Community') THEN
    CREATE UNIQUE INDEX "IX_OfferUpdates_OfferId_No" ON "OfferUpdates" ("OfferId", "No");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126050424_Community') THEN
    CREATE INDEX "IX_PledgeRounds_ErasedAt_ClosedAt" ON "PledgeRounds" ("ErasedAt", "ClosedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126050424_Community') THEN
    CREATE UNIQUE INDEX "IX_Pledges_OfferId_Email" ON "Pledges" ("OfferId", "Email");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126050424_Community') THEN
    CREATE INDEX "IX_Questions_EnterpriseId_State" ON "Questions" ("EnterpriseId", "State");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126050424_Community') THEN
    CREATE INDEX "IX_Questions_OfferId_State" ON "Questions" ("OfferId", "State");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126050424_Community') THEN
    CREATE TRIGGER "OfferUpdates_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "OfferUpdates" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126050424_Community') THEN
    CREATE TRIGGER "Covenants_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Covenants" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126050424_Community') THEN
    CREATE TRIGGER "CovenantEvidence_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "CovenantEvidence" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126050424_Community') THEN
    CREATE TRIGGER "CovenantFindings_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "CovenantFindings" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126050424_Community') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261126050424_Community', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126052231_Allotments') THEN
    ALTER TABLE "Offers" DROP CONSTRAINT "CK_Offers_Units";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126052231_Allotments') THEN
    ALTER TABLE "BondSeries" DROP CONSTRAINT "CK_BondSeries_Units";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126052231_Allotments') THEN
    ALTER TABLE "Offers" ADD "AllocationPolicy" character varying(30) NOT NULL DEFAULT 'FirstCome';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126052231_Allotments') THEN
    ALTER TABLE "Offers" ADD "AllotmentSeed" character varying(64) NOT NULL DEFAULT '';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126052231_Allotments') THEN
    ALTER TABLE "Offers" ADD "MayScaleBelowMinimum" boolean NOT NULL DEFAULT FALSE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126052231_Allotments') THEN
    ALTER TABLE "Offers" ADD "ResidentsFirst" boolean NOT NULL DEFAULT FALSE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126052231_Allotments') THEN
    ALTER TABLE "Offers" ADD "UnitsBeyond" bigint NOT NULL DEFAULT 0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126052231_Allotments') THEN
    ALTER TABLE "BondSeries" ADD "UnitsBeyond" bigint NOT NULL DEFAULT 0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126052231_Allotments') THEN
    CREATE TABLE "AllotmentOutcomes" (
        "OfferId" uuid NOT NULL,
        "No" integer NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "ParValueMinor" bigint NOT NULL,
        "Currency" character varying(3) NOT NULL,
        "Policy" character varying(30) NOT NULL,
        "ResidentsFirst" boolean NOT NULL,
        "LeastUnits" bigint NOT NULL,
        "Seed" character varying(64) NOT NULL,
        "InputsSha256" character varying(64) NOT NULL,
        "OutcomeSha256" character varying(64) NOT NULL,
        "Applications" integer NOT NULL,
        "UnitsOffered" bigint NOT NULL,
        "UnitsAsked" bigint NOT NULL,
        "UnitsAllotted" bigint NOT NULL,
        "DecidedBy" uuid,
        "DecidedByName" character varying(140) NOT NULL,
        "DecidedAt" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_AllotmentOutcomes" PRIMARY KEY ("OfferId", "No"),
        CONSTRAINT "CK_AllotmentOutcomes_Signed" CHECK ("UnitsAllotted" = "UnitsAsked" OR "DecidedBy" IS NOT NULL),
        CONSTRAINT "CK_AllotmentOutcomes_Units" CHECK ("UnitsAllotted" > 0 AND "UnitsAllotted" <= "UnitsOffered" AND "UnitsAllotted" <= "UnitsAsked"),
        CONSTRAINT "FK_AllotmentOutcomes_Offers_OfferId" FOREIGN KEY ("OfferId") REFERENCES "Offers" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126052231_Allotments') THEN
    CREATE TABLE "AllotmentLines" (
        "ApplicationId" uuid NOT NULL,
        "OfferId" uuid NOT NULL,
        "No" integer NOT NULL,
        "Holder" uuid NOT NULL,
        "SeriesNo" integer NOT NULL,
        "Units" bigint NOT NULL,
        "PaidAt" timestamp with time zone NOT NULL,
        "IsResident" boolean NOT NULL,
        "Priority" integer NOT NULL,
        "Allotted" bigint NOT NULL,
        CONSTRAINT "PK_AllotmentLines" PRIMARY KEY ("ApplicationId"),
        CONSTRAINT "CK_AllotmentLines_Units" CHECK ("Units" > 0 AND "Allotted" >= 0 AND "Allotted" <= "Units"),
        CONSTRAINT "FK_AllotmentLines_AllotmentOutcomes_OfferId_No" FOREIGN KEY ("OfferId", "No") REFERENCES "AllotmentOutcomes" ("OfferId", "No") ON DELETE RESTRICT,
        CONSTRAINT "FK_AllotmentLines_Applications_ApplicationId" FOREIGN KEY ("ApplicationId") REFERENCES "Applications" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126052231_Allotments') THEN
    CREATE TABLE "AllotmentPools" (
        "OfferId" uuid NOT NULL,
        "No" integer NOT NULL,
        "SeriesNo" integer NOT NULL,
        "UnitsOffered" bigint NOT NULL,
        "UnitsAsked" bigint NOT NULL,
        "UnitsAllotted" bigint NOT NULL,
        CONSTRAINT "PK_AllotmentPools" PRIMARY KEY ("OfferId", "No", "SeriesNo"),
        CONSTRAINT "CK_AllotmentPools_Units" CHECK ("UnitsAllotted" >= 0 AND "UnitsAllotted" <= "UnitsOffered" AND "UnitsAllotted" <= "UnitsAsked"),
        CONSTRAINT "FK_AllotmentPools_AllotmentOutcomes_OfferId_No" FOREIGN KEY ("OfferId", "No") REFERENCES "AllotmentOutcomes" ("OfferId", "No") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126052231_Allotments') THEN
    ALTER TABLE "Offers" ADD CONSTRAINT "CK_Offers_Units" CHECK ("UnitsReserved" >= 0 AND "UnitsBeyond" >= 0 AND "UnitsReserved" <= "UnitsOffered" + "UnitsBeyond" AND ("State" NOT IN ('Allotted', 'Completed') OR "UnitsReserved" <= "UnitsOffered"));
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126052231_Allotments') THEN
    ALTER TABLE "BondSeries" ADD CONSTRAINT "CK_BondSeries_Units" CHECK ("UnitsReserved" >= 0 AND "UnitsBeyond" >= 0 AND "UnitsReserved" <= "UnitsOffered" + "UnitsBeyond" AND "UnitsIssued" <= "UnitsOffered");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126052231_Allotments') THEN
    CREATE INDEX "IX_AllotmentLines_OfferId_No" ON "AllotmentLines" ("OfferId", "No");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126052231_Allotments') THEN
    CREATE TRIGGER "AllotmentOutcomes_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AllotmentOutcomes" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126052231_Allotments') THEN
    CREATE TRIGGER "AllotmentPools_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AllotmentPools" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126052231_Allotments') THEN
    CREATE TRIGGER "AllotmentLines_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AllotmentLines" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126052231_Allotments') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261126052231_Allotments', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "PayoutRuns" DROP CONSTRAINT "CK_PayoutRuns_Ground";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    DROP INDEX "IX_Members_EnterpriseId_PersonId_Kind";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "ShareClasses" ADD "Holding_BoardMaySuspend" boolean NOT NULL DEFAULT FALSE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "ShareClasses" ADD "Holding_BoardMayWriteDown" boolean NOT NULL DEFAULT FALSE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "ShareClasses" ADD "Holding_LockInYears" integer NOT NULL DEFAULT 0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "ShareClasses" ADD "Holding_MaximumPerYearPpm" integer NOT NULL DEFAULT 0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "ShareClasses" ADD "Holding_NoticeWeeks" integer NOT NULL DEFAULT 0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "ShareClasses" ADD "Holding_SuspendAtPpm" integer NOT NULL DEFAULT 0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "ShareClasses" ADD "Holding_TransferNeedsApproval" boolean NOT NULL DEFAULT FALSE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "ShareClasses" ADD "Holding_Transferable" boolean NOT NULL DEFAULT FALSE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "ShareClasses" ADD "Holding_Withdrawable" boolean NOT NULL DEFAULT FALSE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "Offers" ADD "FirstFullAt" timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "Offers" ADD "ReflectionDaysOnceFull" integer;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "Offers" ADD "RulePackId" character varying(40) NOT NULL DEFAULT '';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "Offers" ADD "RulesFrom" date;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "Offers" ADD "RulesHash" character varying(64);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "Members" ADD "BornOn" date;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "Members" ADD "DiedOn" date;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "Members" ADD "Email" character varying(256);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "Members" ADD "EmailPurpose" character varying(30);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "Members" ADD "Identity" character varying(80) NOT NULL DEFAULT '';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "Members" ADD "Party" character varying(2000);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "Members" ADD "ToldOfAgeOn" date;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "Applications" ADD "HolderPersonId" uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "Applications" ADD "Identity" character varying(80) NOT NULL DEFAULT '';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "Applications" ADD "IsGift" boolean NOT NULL DEFAULT FALSE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "Applications" ADD "Party" character varying(2000);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "Applications" ADD "PromisedReflectionDays" integer;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "Applications" ADD "QueuedAt" timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "Applications" ADD "RejectedAt" timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "Applications" ADD "RejectedByName" character varying(140);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "Applications" ADD "RejectionReason" character varying(1000);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "Applications" ADD "TopsUp" uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TABLE "FormerMemberships" (
        "Id" uuid NOT NULL,
        "MemberId" uuid NOT NULL,
        "AdmittedOn" date NOT NULL,
        "CeasedOn" date NOT NULL,
        CONSTRAINT "PK_FormerMemberships" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_FormerMemberships_Members_MemberId" FOREIGN KEY ("MemberId") REFERENCES "Members" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TABLE "FormerOfficers" (
        "Id" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "PersonId" uuid NOT NULL,
        "Name" character varying(140) NOT NULL,
        "Office" character varying(40) NOT NULL,
        "IsResident" boolean NOT NULL,
        "Since" date NOT NULL,
        "Until" date NOT NULL,
        "RecordedAt" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_FormerOfficers" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_FormerOfficers_Enterprises_EnterpriseId" FOREIGN KEY ("EnterpriseId") REFERENCES "Enterprises" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TABLE "Gifts" (
        "ApplicationId" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "GiverName" character varying(140) NOT NULL,
        "ReceiverName" character varying(140) NOT NULL,
        "ReceiverEmail" character varying(256) NOT NULL,
        "Message" character varying(500) NOT NULL,
        "State" character varying(30) NOT NULL,
        "AcceptBy" date,
        "ReceiverId" uuid,
        "DecidedAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Gifts" PRIMARY KEY ("ApplicationId"),
        CONSTRAINT "FK_Gifts_Applications_ApplicationId" FOREIGN KEY ("ApplicationId") REFERENCES "Applications" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_Gifts_Enterprises_EnterpriseId" FOREIGN KEY ("EnterpriseId") REFERENCES "Enterprises" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TABLE "HolderChanges" (
        "Id" uuid NOT NULL,
        "MemberId" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "No" integer NOT NULL,
        "BeforeName" character varying(140) NOT NULL,
        "BeforeStreet" character varying(120) NOT NULL,
        "BeforePostcode" character varying(12) NOT NULL,
        "BeforeCity" character varying(80) NOT NULL,
        "BeforeCountry" character varying(2) NOT NULL,
        "BeforeEmail" character varying(256),
        "BeforePurpose" character varying(30),
        "Name" character varying(140) NOT NULL,
        "Street" character varying(120) NOT NULL,
        "Postcode" character varying(12) NOT NULL,
        "City" character varying(80) NOT NULL,
        "Country" character varying(2) NOT NULL,
        "Email" character varying(256),
        "Purpose" character varying(30),
        "ValidOn" date NOT NULL,
        "RecordedAt" timestamp with time zone NOT NULL,
        "RecordedBy" uuid,
        "RecordedByName" character varying(140) NOT NULL,
        "Document" character varying(200) NOT NULL,
        CONSTRAINT "PK_HolderChanges" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_HolderChanges_Members_MemberId" FOREIGN KEY ("MemberId") REFERENCES "Members" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TABLE "HolderDeaths" (
        "Id" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "MemberId" uuid NOT NULL,
        "DiedOn" date NOT NULL,
        "Evidence" character varying(500) NOT NULL,
        "State" character varying(30) NOT NULL,
        "RecordedBy" uuid NOT NULL,
        "RecordedByName" character varying(140) NOT NULL,
        "RecordedAt" timestamp with time zone NOT NULL,
        "DecidedBy" uuid,
        "DecidedByName" character varying(140),
        "DecidedAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_HolderDeaths" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_HolderDeaths_Members_MemberId" FOREIGN KEY ("MemberId") REFERENCES "Members" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TABLE "Invitations" (
        "Id" uuid NOT NULL,
        "Purpose" character varying(30) NOT NULL,
        "SubjectId" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "Email" character varying(256) NOT NULL,
        "Language" character varying(5) NOT NULL,
        "CreatedAt" timestamp with time zone NOT NULL,
        "CreatedByName" character varying(140) NOT NULL,
        "SecretHash" character varying(64),
        "ExpiresAt" timestamp with time zone,
        "UsedAt" timestamp with time zone,
        "UsedBy" uuid,
        "WithdrawnAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Invitations" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Invitations_Enterprises_EnterpriseId" FOREIGN KEY ("EnterpriseId") REFERENCES "Enterprises" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TABLE "KeptRulePacks" (
        "Hash" character varying(64) NOT NULL,
        "PackId" character varying(40) NOT NULL,
        "Text" text NOT NULL,
        "KeptAt" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_KeptRulePacks" PRIMARY KEY ("Hash")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TABLE "KnowledgeTests" (
        "Id" uuid NOT NULL,
        "PersonId" uuid NOT NULL,
        "RulePackId" character varying(40) NOT NULL,
        "RulesHash" character varying(64) NOT NULL,
        "Answers" character varying(4000) NOT NULL,
        "Right" integer NOT NULL,
        "OutOf" integer NOT NULL,
        "Passed" boolean NOT NULL,
        "TakenAt" timestamp with time zone NOT NULL,
        "ValidUntil" date NOT NULL,
        CONSTRAINT "PK_KnowledgeTests" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TABLE "Nominations" (
        "Id" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "MemberId" uuid NOT NULL,
        "Nominee_Name" character varying(140) NOT NULL,
        "Nominee_Street" character varying(120) NOT NULL,
        "Nominee_Postcode" character varying(12) NOT NULL,
        "Nominee_City" character varying(80) NOT NULL,
        "Nominee_Country" character varying(2) NOT NULL,
        "Nominee_Email" character varying(256),
        "MadeAt" timestamp with time zone NOT NULL,
        "EndedAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Nominations" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Nominations_Members_MemberId" FOREIGN KEY ("MemberId") REFERENCES "Members" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TABLE "PaperApplications" (
        "ApplicationId" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "TypedBy" uuid NOT NULL,
        "TypedByName" character varying(140) NOT NULL,
        "TypedAt" timestamp with time zone NOT NULL,
        "SignedOn" date NOT NULL,
        "DocumentVersion" integer NOT NULL,
        "KeptAt" character varying(150) NOT NULL,
        "Email" character varying(256),
        "Language" character varying(5) NOT NULL,
        "State" character varying(30) NOT NULL,
        "DecidedBy" uuid,
        "DecidedByName" character varying(140),
        "DecidedAt" timestamp with time zone,
        "Reason" character varying(1000),
        "CancelledOn" character varying(150),
        "Version" integer NOT NULL,
        CONSTRAINT "PK_PaperApplications" PRIMARY KEY ("ApplicationId"),
        CONSTRAINT "CK_PaperApplications_Eyes" CHECK (("State" = 'Typed' AND "DecidedBy" IS NULL) OR ("State" <> 'Typed' AND "DecidedBy" IS NOT NULL AND "DecidedBy" <> "TypedBy")),
        CONSTRAINT "FK_PaperApplications_Applications_ApplicationId" FOREIGN KEY ("ApplicationId") REFERENCES "Applications" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_PaperApplications_Enterprises_EnterpriseId" FOREIGN KEY ("EnterpriseId") REFERENCES "Enterprises" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TABLE "RegisterCorrections" (
        "Id" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "EntryId" uuid NOT NULL,
        "Units" bigint NOT NULL,
        "ToMemberId" uuid,
        "ValidOn" date NOT NULL,
        "Reason" character varying(200) NOT NULL,
        "Document" character varying(200) NOT NULL,
        "State" character varying(30) NOT NULL,
        "ProposedBy" uuid NOT NULL,
        "ProposedByName" character varying(140) NOT NULL,
        "ProposedAt" timestamp with time zone NOT NULL,
        "DecidedBy" uuid,
        "DecidedByName" character varying(140),
        "DecidedAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_RegisterCorrections" PRIMARY KEY ("Id"),
        CONSTRAINT "CK_RegisterCorrections_Eyes" CHECK ("State" <> 'Confirmed' OR "DecidedBy" <> "ProposedBy"),
        CONSTRAINT "CK_RegisterCorrections_Units" CHECK ("Units" <> 0),
        CONSTRAINT "FK_RegisterCorrections_Enterprises_EnterpriseId" FOREIGN KEY ("EnterpriseId") REFERENCES "Enterprises" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_RegisterCorrections_Members_ToMemberId" FOREIGN KEY ("ToMemberId") REFERENCES "Members" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_RegisterCorrections_RegisterEntries_EntryId" FOREIGN KEY ("EntryId") REFERENCES "RegisterEntries" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TABLE "RegisterImports" (
        "Id" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "ShareClassId" uuid NOT NULL,
        "FileName" character varying(100) NOT NULL,
        "Sha256" character varying(64) NOT NULL,
        "TotalUnits" bigint NOT NULL,
        "FoundedOn" date NOT NULL,
        "MinimumUnits" bigint,
        "MaximumUnits" bigint,
        "NumbersHaveGaps" boolean NOT NULL,
        "WithCertificates" boolean NOT NULL,
        "State" character varying(30) NOT NULL,
        "Rows" integer NOT NULL,
        "Units" bigint NOT NULL,
        "Ibans" integer NOT NULL,
        "ProblemCount" integer NOT NULL,
        "UploadedBy" uuid NOT NULL,
        "UploadedByName" character varying(140) NOT NULL,
        "UploadedAt" timestamp with time zone NOT NULL,
        "ConfirmedBy" uuid,
        "ConfirmedByName" character varying(140),
        "EndedAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_RegisterImports" PRIMARY KEY ("Id"),
        CONSTRAINT "CK_RegisterImports_Confirmed" CHECK ("State" <> 'Written' OR ("ConfirmedBy" IS NOT NULL AND "ConfirmedBy" <> "UploadedBy" AND "ProblemCount" = 0)),
        CONSTRAINT "FK_RegisterImports_Enterprises_EnterpriseId" FOREIGN KEY ("EnterpriseId") REFERENCES "Enterprises" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_RegisterImports_ShareClasses_ShareClassId" FOREIGN KEY ("ShareClassId") REFERENCES "ShareClasses" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TABLE "Suitabilities" (
        "ApplicationId" uuid NOT NULL,
        "Answers" character varying(4000) NOT NULL,
        "WarnedOfTest" uuid,
        "WarnedOfTestAt" timestamp with time zone,
        "SimulatedAt" timestamp with time zone,
        "FiguresDeclined" boolean NOT NULL,
        "SealedNetWorth" character varying(2000),
        "WarnedMinor" bigint NOT NULL,
        "WarnedAt" timestamp with time zone,
        "DoneAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Suitabilities" PRIMARY KEY ("ApplicationId"),
        CONSTRAINT "FK_Suitabilities_Applications_ApplicationId" FOREIGN KEY ("ApplicationId") REFERENCES "Applications" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TABLE "Transfers" (
        "Id" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "ShareClassId" uuid,
        "BondSeriesId" uuid,
        "FromMemberId" uuid NOT NULL,
        "ToEmail" character varying(256) NOT NULL,
        "Units" bigint NOT NULL,
        "Cause" character varying(30) NOT NULL,
        "Reason" character varying(200) NOT NULL,
        "On" date,
        "NeedsApproval" boolean NOT NULL,
        "WaivesLockIn" boolean NOT NULL,
        "Code" character varying(40) NOT NULL,
        "State" character varying(30) NOT NULL,
        "AskedBy" uuid NOT NULL,
        "AskedByName" character varying(140) NOT NULL,
        "AskedAt" timestamp with time zone NOT NULL,
        "ConfirmedBy" uuid,
        "ConfirmedByName" character varying(140),
        "ConfirmedAt" timestamp with time zone,
        "Evidence" character varying(500),
        "Receiver_Kind" character varying(30),
        "Receiver_Name" character varying(140),
        "Receiver_Street" character varying(120),
        "Receiver_Postcode" character varying(12),
        "Receiver_City" character varying(80),
        "Receiver_Country" character varying(2),
        "Receiver_BornOn" date,
        "Receiver_Party" character varying(2000),
        "AcceptedBy" uuid,
        "AcceptedAt" timestamp with time zone,
        "DecidedBy" uuid,
        "DecidedByName" character varying(140),
        "DecidedAt" timestamp with time zone,
        "DeclinedReason" character varying(500),
        "ToMemberId" uuid,
        "DoneOn" date,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Transfers" PRIMARY KEY ("Id"),
        CONSTRAINT "CK_Transfers_Done" CHECK ("State" <> 'Done' OR ("AcceptedBy" IS NOT NULL AND "ToMemberId" IS NOT NULL AND "ToMemberId" <> "FromMemberId" AND "DoneOn" IS NOT NULL)),
        CONSTRAINT "CK_Transfers_Security" CHECK (("ShareClassId" IS NULL AND "BondSeriesId" IS NOT NULL) OR ("ShareClassId" IS NOT NULL AND "BondSeriesId" IS NULL)),
        CONSTRAINT "CK_Transfers_Units" CHECK ("Units" > 0),
        CONSTRAINT "FK_Transfers_BondSeries_BondSeriesId" FOREIGN KEY ("BondSeriesId") REFERENCES "BondSeries" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_Transfers_Members_FromMemberId" FOREIGN KEY ("FromMemberId") REFERENCES "Members" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_Transfers_Members_ToMemberId" FOREIGN KEY ("ToMemberId") REFERENCES "Members" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_Transfers_ShareClasses_ShareClassId" FOREIGN KEY ("ShareClassId") REFERENCES "ShareClasses" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TABLE "Withdrawals" (
        "Id" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "ShareClassId" uuid NOT NULL,
        "MemberId" uuid NOT NULL,
        "Units" bigint NOT NULL,
        "AskedAt" timestamp with time zone NOT NULL,
        "AskedOn" date NOT NULL,
        "PossibleOn" date NOT NULL,
        "State" character varying(30) NOT NULL,
        "DecidedBy" uuid,
        "DecidedByName" character varying(140),
        "DecidedAt" timestamp with time zone,
        "DecidedOn" date,
        "DeclinedReason" character varying(500),
        "RunId" uuid,
        "PaidOn" date,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Withdrawals" PRIMARY KEY ("Id"),
        CONSTRAINT "CK_Withdrawals_Paid" CHECK ("State" <> 'Paid' OR ("RunId" IS NOT NULL AND "PaidOn" IS NOT NULL AND "DecidedBy" IS NOT NULL)),
        CONSTRAINT "CK_Withdrawals_Units" CHECK ("Units" > 0),
        CONSTRAINT "FK_Withdrawals_Members_MemberId" FOREIGN KEY ("MemberId") REFERENCES "Members" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_Withdrawals_PayoutRuns_RunId" FOREIGN KEY ("RunId") REFERENCES "PayoutRuns" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_Withdrawals_ShareClasses_ShareClassId" FOREIGN KEY ("ShareClassId") REFERENCES "ShareClasses" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TABLE "WithdrawalSuspensions" (
        "Id" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "ShareClassId" uuid NOT NULL,
        "From" date NOT NULL,
        "Reason" character varying(500) NOT NULL,
        "SuspendedBy" uuid NOT NULL,
        "SuspendedByName" character varying(140) NOT NULL,
        "SuspendedAt" timestamp with time zone NOT NULL,
        "LiftedOn" date,
        "LiftedBy" uuid,
        "LiftedByName" character varying(140),
        "Version" integer NOT NULL,
        CONSTRAINT "PK_WithdrawalSuspensions" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_WithdrawalSuspensions_ShareClasses_ShareClassId" FOREIGN KEY ("ShareClassId") REFERENCES "ShareClasses" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TABLE "WriteDowns" (
        "Id" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "ShareClassId" uuid NOT NULL,
        "FromMinor" bigint NOT NULL,
        "ToMinor" bigint NOT NULL,
        "Reason" character varying(500) NOT NULL,
        "State" character varying(30) NOT NULL,
        "ProposedBy" uuid NOT NULL,
        "ProposedByName" character varying(140) NOT NULL,
        "ProposedAt" timestamp with time zone NOT NULL,
        "DecidedBy" uuid,
        "DecidedByName" character varying(140),
        "DecidedAt" timestamp with time zone,
        "On" date,
        "LossMinor" bigint NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_WriteDowns" PRIMARY KEY ("Id"),
        CONSTRAINT "CK_WriteDowns_TwoPeople" CHECK ("State" <> 'Confirmed' OR ("On" IS NOT NULL AND "DecidedBy" <> "ProposedBy")),
        CONSTRAINT "CK_WriteDowns_Value" CHECK ("ToMinor" > 0 AND "ToMinor" < "FromMinor" AND "LossMinor" >= 0),
        CONSTRAINT "FK_WriteDowns_ShareClasses_ShareClassId" FOREIGN KEY ("ShareClassId") REFERENCES "ShareClasses" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TABLE "ImportFiles" (
        "ImportId" uuid NOT NULL,
        "Content" bytea NOT NULL,
        "Columns" character varying(8000) NOT NULL,
        CONSTRAINT "PK_ImportFiles" PRIMARY KEY ("ImportId"),
        CONSTRAINT "FK_ImportFiles_RegisterImports_ImportId" FOREIGN KEY ("ImportId") REFERENCES "RegisterImports" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TABLE "ImportProblems" (
        "ImportId" uuid NOT NULL,
        "No" integer NOT NULL,
        "Row" integer NOT NULL,
        "Column" character varying(100) NOT NULL,
        "Code" character varying(60) NOT NULL,
        "Figures" character varying(1000) NOT NULL,
        CONSTRAINT "PK_ImportProblems" PRIMARY KEY ("ImportId", "No"),
        CONSTRAINT "FK_ImportProblems_RegisterImports_ImportId" FOREIGN KEY ("ImportId") REFERENCES "RegisterImports" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "PayoutRuns" ADD CONSTRAINT "CK_PayoutRuns_Ground" CHECK (("DeclarationId" IS NULL AND "ShareClassId" IS NULL AND "BondSeriesId" IS NOT NULL AND "PeriodNo" IS NOT NULL) OR ("DeclarationId" IS NOT NULL AND "ShareClassId" IS NOT NULL AND "BondSeriesId" IS NULL AND "PeriodNo" IS NULL) OR ("Kind" = 'Withdrawal' AND "DeclarationId" IS NULL AND "ShareClassId" IS NOT NULL AND "BondSeriesId" IS NULL AND "PeriodNo" IS NULL));
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    UPDATE "Applications" SET "HolderPersonId" = "PersonId"
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    UPDATE "Members" SET "Identity" = 'name:' || substr(lower(replace(replace(replace(replace(replace("Name", ' ', ''), '.', ''), ',', ''), '-', ''), '''', '')), 1, 40) WHERE "Kind" = 'Organisation'
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    UPDATE "Applications" SET "Identity" = 'name:' || substr(lower(replace(replace(replace(replace(replace("Name", ' ', ''), '.', ''), ',', ''), '-', ''), '''', '')), 1, 40) WHERE "Kind" = 'Organisation'
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TRIGGER "KeptRulePacks_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "KeptRulePacks" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TRIGGER "KnowledgeTests_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "KnowledgeTests" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    UPDATE "Offers" SET "RulePackId" = (SELECT CASE WHEN e."Country" = 'GB' THEN 'gb-exempt-society' WHEN e."Country" = 'NL' AND "Offers"."ShareClassId" IS NULL THEN 'nl-exempt' WHEN e."Country" = 'NL' OR "Offers"."ShareClassId" IS NOT NULL THEN 'non-security' ELSE 'eu-ecsp' END FROM "Enterprises" e WHERE e."Id" = "Offers"."EnterpriseId") WHERE "RulePackId" = ''
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE INDEX "IX_Members_EnterpriseId_AdmittedOn" ON "Members" ("EnterpriseId", "AdmittedOn");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE UNIQUE INDEX "IX_Members_EnterpriseId_PersonId_Kind_Identity" ON "Members" ("EnterpriseId", "PersonId", "Kind", "Identity");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE INDEX "IX_Applications_HolderPersonId" ON "Applications" ("HolderPersonId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE INDEX "IX_Applications_TopsUp" ON "Applications" ("TopsUp");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE INDEX "IX_FormerMemberships_MemberId" ON "FormerMemberships" ("MemberId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE INDEX "IX_FormerOfficers_EnterpriseId" ON "FormerOfficers" ("EnterpriseId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE INDEX "IX_Gifts_EnterpriseId" ON "Gifts" ("EnterpriseId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE INDEX "IX_Gifts_State_AcceptBy" ON "Gifts" ("State", "AcceptBy");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE INDEX "IX_HolderChanges_EnterpriseId" ON "HolderChanges" ("EnterpriseId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE UNIQUE INDEX "IX_HolderChanges_MemberId_No" ON "HolderChanges" ("MemberId", "No");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE INDEX "IX_HolderDeaths_EnterpriseId" ON "HolderDeaths" ("EnterpriseId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE UNIQUE INDEX "IX_HolderDeaths_MemberId" ON "HolderDeaths" ("MemberId") WHERE "State" <> 'Dropped';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE INDEX "IX_HolderDeaths_State" ON "HolderDeaths" ("State");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE INDEX "IX_Invitations_EnterpriseId" ON "Invitations" ("EnterpriseId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE UNIQUE INDEX "IX_Invitations_Purpose_SubjectId" ON "Invitations" ("Purpose", "SubjectId") WHERE "UsedAt" IS NULL AND "WithdrawnAt" IS NULL;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE UNIQUE INDEX "IX_Invitations_SecretHash" ON "Invitations" ("SecretHash");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE INDEX "IX_KnowledgeTests_PersonId_TakenAt" ON "KnowledgeTests" ("PersonId", "TakenAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE INDEX "IX_Nominations_EnterpriseId" ON "Nominations" ("EnterpriseId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE UNIQUE INDEX "IX_Nominations_MemberId" ON "Nominations" ("MemberId") WHERE "EndedAt" IS NULL;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE INDEX "IX_PaperApplications_EnterpriseId_State_TypedAt" ON "PaperApplications" ("EnterpriseId", "State", "TypedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE INDEX "IX_RegisterCorrections_EnterpriseId_ProposedAt" ON "RegisterCorrections" ("EnterpriseId", "ProposedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE INDEX "IX_RegisterCorrections_EntryId" ON "RegisterCorrections" ("EntryId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE INDEX "IX_RegisterCorrections_ToMemberId" ON "RegisterCorrections" ("ToMemberId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE INDEX "IX_RegisterImports_EnterpriseId_UploadedAt" ON "RegisterImports" ("EnterpriseId", "UploadedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE UNIQUE INDEX "IX_RegisterImports_ShareClassId" ON "RegisterImports" ("ShareClassId") WHERE "State" = 'Written';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE INDEX "IX_Transfers_BondSeriesId" ON "Transfers" ("BondSeriesId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE INDEX "IX_Transfers_EnterpriseId_State" ON "Transfers" ("EnterpriseId", "State");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE INDEX "IX_Transfers_FromMemberId" ON "Transfers" ("FromMemberId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE INDEX "IX_Transfers_ShareClassId" ON "Transfers" ("ShareClassId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE INDEX "IX_Transfers_ToMemberId" ON "Transfers" ("ToMemberId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE INDEX "IX_Withdrawals_EnterpriseId" ON "Withdrawals" ("EnterpriseId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE INDEX "IX_Withdrawals_MemberId" ON "Withdrawals" ("MemberId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE INDEX "IX_Withdrawals_RunId" ON "Withdrawals" ("RunId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE INDEX "IX_Withdrawals_ShareClassId_State_AskedAt" ON "Withdrawals" ("ShareClassId", "State", "AskedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE UNIQUE INDEX "IX_WithdrawalSuspensions_ShareClassId" ON "WithdrawalSuspensions" ("ShareClassId") WHERE "LiftedOn" IS NULL;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE INDEX "IX_WriteDowns_EnterpriseId" ON "WriteDowns" ("EnterpriseId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE UNIQUE INDEX "IX_WriteDowns_ShareClassId" ON "WriteDowns" ("ShareClassId") WHERE "State" = 'Proposed';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    ALTER TABLE "Applications" ADD CONSTRAINT "FK_Applications_Members_TopsUp" FOREIGN KEY ("TopsUp") REFERENCES "Members" ("Id") ON DELETE RESTRICT;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TRIGGER "FormerMemberships_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "FormerMemberships" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TRIGGER "Transfers_append_only" BEFORE UPDATE OF "EnterpriseId", "ShareClassId", "BondSeriesId", "FromMemberId", "ToEmail", "Units", "AskedBy", "AskedAt" OR DELETE OR TRUNCATE ON "Transfers" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TRIGGER "Withdrawals_append_only" BEFORE UPDATE OF "EnterpriseId", "ShareClassId", "MemberId", "AskedAt", "AskedOn", "PossibleOn" OR DELETE OR TRUNCATE ON "Withdrawals" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TRIGGER "WithdrawalSuspensions_append_only" BEFORE UPDATE OF "EnterpriseId", "ShareClassId", "From", "Reason", "SuspendedBy", "SuspendedAt" OR DELETE OR TRUNCATE ON "WithdrawalSuspensions" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TRIGGER "WriteDowns_append_only" BEFORE UPDATE OF "EnterpriseId", "ShareClassId", "FromMinor", "ToMinor", "Reason", "ProposedBy", "ProposedAt" OR DELETE OR TRUNCATE ON "WriteDowns" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TRIGGER "Nominations_append_only" BEFORE UPDATE OF "EnterpriseId", "MemberId", "Nominee_Name", "MadeAt" OR DELETE OR TRUNCATE ON "Nominations" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TRIGGER "HolderDeaths_append_only" BEFORE UPDATE OF "EnterpriseId", "MemberId", "DiedOn", "Evidence", "RecordedBy", "RecordedAt" OR DELETE OR TRUNCATE ON "HolderDeaths" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TRIGGER "HolderChanges_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "HolderChanges" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TRIGGER "FormerOfficers_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "FormerOfficers" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    CREATE TRIGGER "RegisterCorrections_append_only" BEFORE UPDATE OF "EnterpriseId", "EntryId", "Units", "ToMemberId", "ValidOn", "Reason", "Document", "ProposedBy", "ProposedByName", "ProposedAt" OR DELETE OR TRUNCATE ON "RegisterCorrections" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126094019_HoldersAndHoldings') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261126094019_HoldersAndHoldings', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126133633_SecondPersonsAndInstalments') THEN
    ALTER TABLE "Applications" DROP CONSTRAINT "CK_Applications_Units";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126133633_SecondPersonsAndInstalments') THEN
    ALTER TABLE "RegisterImports" ADD "MappedBy" uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126133633_SecondPersonsAndInstalments') THEN
    ALTER TABLE "RegisterImports" ADD "MappedByName" character varying(140);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126133633_SecondPersonsAndInstalments') THEN
    ALTER TABLE "Offers" ADD "InstalmentGraceDays" integer NOT NULL DEFAULT 0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126133633_SecondPersonsAndInstalments') THEN
    ALTER TABLE "Offers" ADD "InstalmentParts" integer NOT NULL DEFAULT 0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126133633_SecondPersonsAndInstalments') THEN
    ALTER TABLE "Invitations" ADD "CreatedBy" uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126133633_SecondPersonsAndInstalments') THEN
    ALTER TABLE "HolderDeaths" ADD "Payee_ConfirmedAt" timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126133633_SecondPersonsAndInstalments') THEN
    ALTER TABLE "HolderDeaths" ADD "Payee_ConfirmedBy" uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126133633_SecondPersonsAndInstalments') THEN
    ALTER TABLE "HolderDeaths" ADD "Payee_ConfirmedByName" character varying(140);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126133633_SecondPersonsAndInstalments') THEN
    ALTER TABLE "HolderDeaths" ADD "Payee_Evidence" character varying(500);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126133633_SecondPersonsAndInstalments') THEN
    ALTER TABLE "HolderDeaths" ADD "Payee_Iban" character varying(34);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126133633_SecondPersonsAndInstalments') THEN
    ALTER TABLE "HolderDeaths" ADD "Payee_Name" character varying(140);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126133633_SecondPersonsAndInstalments') THEN
    ALTER TABLE "HolderDeaths" ADD "Payee_NamedAt" timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126133633_SecondPersonsAndInstalments') THEN
    ALTER TABLE "HolderDeaths" ADD "Payee_NamedBy" uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126133633_SecondPersonsAndInstalments') THEN
    ALTER TABLE "HolderDeaths" ADD "Payee_NamedByName" character varying(140);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126133633_SecondPersonsAndInstalments') THEN
    ALTER TABLE "FormerOfficers" ADD "Origin" uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126133633_SecondPersonsAndInstalments') THEN
    ALTER TABLE "BoardMembers" ADD "Origin" uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126133633_SecondPersonsAndInstalments') THEN
    ALTER TABLE "BoardMembers" ADD "SeatedAt" timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126133633_SecondPersonsAndInstalments') THEN
    ALTER TABLE "BoardMembers" ADD "SeatedBy" uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126133633_SecondPersonsAndInstalments') THEN
    ALTER TABLE "Applications" ADD "AwaitsLeast" boolean NOT NULL DEFAULT FALSE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126133633_SecondPersonsAndInstalments') THEN
    ALTER TABLE "Applications" ADD "InstalmentOf" uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126133633_SecondPersonsAndInstalments') THEN
    ALTER TABLE "Applications" ADD "PromisedUnits" bigint NOT NULL DEFAULT 0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126133633_SecondPersonsAndInstalments') THEN
    CREATE TABLE "InstalmentPlans" (
        "Id" uuid NOT NULL,
        "OfferId" uuid NOT NULL,
        "Parts" integer NOT NULL,
        "TotalUnits" bigint NOT NULL,
        "PartUnits" bigint NOT NULL,
        "LeastUnits" bigint NOT NULL,
        "PaidUnits" bigint NOT NULL,
        "PaidParts" integer NOT NULL,
        "StartsOn" date,
        "DueOn" date,
        "Reminders" integer NOT NULL,
        "State" character varying(30) NOT NULL,
        "StopReason" character varying(30),
        "EndedAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_InstalmentPlans" PRIMARY KEY ("Id"),
        CONSTRAINT "CK_InstalmentPlans_Units" CHECK ("PaidUnits" >= 0 AND "PaidUnits" <= "TotalUnits" AND "PartUnits" > 0),
        CONSTRAINT "FK_InstalmentPlans_Applications_Id" FOREIGN KEY ("Id") REFERENCES "Applications" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_InstalmentPlans_Offers_OfferId" FOREIGN KEY ("OfferId") REFERENCES "Offers" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126133633_SecondPersonsAndInstalments') THEN
    CREATE INDEX "IX_Applications_InstalmentOf" ON "Applications" ("InstalmentOf");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126133633_SecondPersonsAndInstalments') THEN
    ALTER TABLE "Applications" ADD CONSTRAINT "CK_Applications_Units" CHECK ("Units" > 0 AND "AllottedUnits" >= 0 AND "AllottedUnits" <= "Units" AND "PromisedUnits" >= 0);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126133633_SecondPersonsAndInstalments') THEN
    CREATE INDEX "IX_InstalmentPlans_OfferId" ON "InstalmentPlans" ("OfferId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126133633_SecondPersonsAndInstalments') THEN
    CREATE INDEX "IX_InstalmentPlans_State_DueOn" ON "InstalmentPlans" ("State", "DueOn");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126133633_SecondPersonsAndInstalments') THEN
    ALTER TABLE "Applications" ADD CONSTRAINT "FK_Applications_Applications_InstalmentOf" FOREIGN KEY ("InstalmentOf") REFERENCES "Applications" ("Id") ON DELETE RESTRICT;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126133633_SecondPersonsAndInstalments') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261126133633_SecondPersonsAndInstalments', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126164943_Reconciliation') THEN
    CREATE TABLE "Differences" (
        "Id" uuid NOT NULL,
        "Kind" character varying(30) NOT NULL,
        "Subject" character varying(100) NOT NULL,
        "No" integer NOT NULL,
        "MovementId" character varying(100),
        "EntryId" uuid,
        "Currency" character varying(3) NOT NULL,
        "OursMinor" bigint NOT NULL,
        "TheirsMinor" bigint NOT NULL,
        "FoundAt" timestamp with time zone NOT NULL,
        "State" character varying(30) NOT NULL,
        "ResolvedAt" timestamp with time zone,
        "ExplainedBy" uuid,
        "ExplainedByName" character varying(140),
        "ExplainedAt" timestamp with time zone,
        "Explanation" character varying(1000),
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Differences" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126164943_Reconciliation') THEN
    CREATE TABLE "LedgerSnapshots" (
        "Id" uuid NOT NULL,
        "CutAt" timestamp with time zone NOT NULL,
        "Entries" bigint NOT NULL,
        "TakenAt" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_LedgerSnapshots" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126164943_Reconciliation') THEN
    CREATE TABLE "ProviderMovements" (
        "Id" character varying(100) NOT NULL,
        "Kind" character varying(30) NOT NULL,
        "ProviderType" character varying(60) NOT NULL,
        "AmountMinor" bigint NOT NULL,
        "FeeMinor" bigint NOT NULL,
        "NetMinor" bigint NOT NULL,
        "Currency" character varying(3) NOT NULL,
        "Source" character varying(100),
        "CreatedAt" timestamp with time zone NOT NULL,
        "AvailableAt" timestamp with time zone NOT NULL,
        "TakenInAt" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_ProviderMovements" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126164943_Reconciliation') THEN
    CREATE TABLE "Reconciliations" (
        "Id" uuid NOT NULL,
        "OrderedBy" character varying(140) NOT NULL,
        "Since" timestamp with time zone NOT NULL,
        "StartedAt" timestamp with time zone NOT NULL,
        "EndedAt" timestamp with time zone NOT NULL,
        "Listed" integer NOT NULL,
        "TakenIn" integer NOT NULL,
        "Matched" integer NOT NULL,
        "Found" integer NOT NULL,
        "Resolved" integer NOT NULL,
        "StillOpen" integer NOT NULL,
        CONSTRAINT "PK_Reconciliations" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126164943_Reconciliation') THEN
    CREATE TABLE "LedgerSnapshotBalances" (
        "SnapshotId" uuid NOT NULL,
        "Book" character varying(80) NOT NULL,
        "Account" character varying(120) NOT NULL,
        "Currency" character varying(3) NOT NULL,
        "BalanceMinor" bigint NOT NULL,
        CONSTRAINT "PK_LedgerSnapshotBalances" PRIMARY KEY ("SnapshotId", "Book", "Account", "Currency"),
        CONSTRAINT "FK_LedgerSnapshotBalances_LedgerSnapshots_SnapshotId" FOREIGN KEY ("SnapshotId") REFERENCES "LedgerSnapshots" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126164943_Reconciliation') THEN
    CREATE TABLE "LedgerSnapshotChecks" (
        "Id" uuid NOT NULL,
        "SnapshotId" uuid NOT NULL,
        "Currency" character varying(3) NOT NULL,
        "DiffersMinor" bigint NOT NULL,
        "EntriesMissed" bigint NOT NULL,
        "At" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_LedgerSnapshotChecks" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_LedgerSnapshotChecks_LedgerSnapshots_SnapshotId" FOREIGN KEY ("SnapshotId") REFERENCES "LedgerSnapshots" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126164943_Reconciliation') THEN
    CREATE TABLE "MovementMatches" (
        "MovementId" character varying(100) NOT NULL,
        "EntryId" uuid NOT NULL,
        "FoundAt" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_MovementMatches" PRIMARY KEY ("MovementId"),
        CONSTRAINT "FK_MovementMatches_JournalEntries_EntryId" FOREIGN KEY ("EntryId") REFERENCES "JournalEntries" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_MovementMatches_ProviderMovements_MovementId" FOREIGN KEY ("MovementId") REFERENCES "ProviderMovements" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126164943_Reconciliation') THEN
    CREATE INDEX "IX_Payments_PaidAt" ON "Payments" ("PaidAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126164943_Reconciliation') THEN
    CREATE INDEX "IX_JournalEntries_RecordedAt" ON "JournalEntries" ("RecordedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126164943_Reconciliation') THEN
    CREATE INDEX "IX_Differences_EntryId" ON "Differences" ("EntryId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126164943_Reconciliation') THEN
    CREATE INDEX "IX_Differences_MovementId" ON "Differences" ("MovementId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126164943_Reconciliation') THEN
    CREATE INDEX "IX_Differences_State_FoundAt" ON "Differences" ("State", "FoundAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126164943_Reconciliation') THEN
    CREATE UNIQUE INDEX "IX_Differences_Subject_Kind_No" ON "Differences" ("Subject", "Kind", "No");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126164943_Reconciliation') THEN
    CREATE INDEX "IX_LedgerSnapshotChecks_SnapshotId_At" ON "LedgerSnapshotChecks" ("SnapshotId", "At");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126164943_Reconciliation') THEN
    CREATE UNIQUE INDEX "IX_LedgerSnapshots_CutAt" ON "LedgerSnapshots" ("CutAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126164943_Reconciliation') THEN
    CREATE UNIQUE INDEX "IX_MovementMatches_EntryId" ON "MovementMatches" ("EntryId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126164943_Reconciliation') THEN
    CREATE INDEX "IX_ProviderMovements_CreatedAt" ON "ProviderMovements" ("CreatedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126164943_Reconciliation') THEN
    CREATE INDEX "IX_ProviderMovements_Source" ON "ProviderMovements" ("Source");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126164943_Reconciliation') THEN
    CREATE INDEX "IX_Reconciliations_StartedAt" ON "Reconciliations" ("StartedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126164943_Reconciliation') THEN
    CREATE TRIGGER "ProviderMovements_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "ProviderMovements" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126164943_Reconciliation') THEN
    CREATE TRIGGER "MovementMatches_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "MovementMatches" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126164943_Reconciliation') THEN
    CREATE TRIGGER "Reconciliations_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Reconciliations" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126164943_Reconciliation') THEN
    CREATE TRIGGER "LedgerSnapshots_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "LedgerSnapshots" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126164943_Reconciliation') THEN
    CREATE TRIGGER "LedgerSnapshotBalances_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "LedgerSnapshotBalances" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126164943_Reconciliation') THEN
    CREATE TRIGGER "LedgerSnapshotChecks_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "LedgerSnapshotChecks" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126164943_Reconciliation') THEN
    CREATE TRIGGER "Differences_append_only" BEFORE UPDATE OF "Id", "Kind", "Subject", "No", "MovementId", "EntryId", "Currency", "OursMinor", "TheirsMinor", "FoundAt" OR DELETE OR TRUNCATE ON "Differences" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126164943_Reconciliation') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261126164943_Reconciliation', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126173954_MoneyIn') THEN
    DROP INDEX "IX_Drawdowns_OfferId_No";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126173954_MoneyIn') THEN
    ALTER TABLE "Refunds" ADD "Attempt" integer NOT NULL DEFAULT 0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126173954_MoneyIn') THEN
    ALTER TABLE "Refunds" ADD "TakenMinor" bigint NOT NULL DEFAULT 0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126173954_MoneyIn') THEN
    ALTER TABLE "Payments" ADD "HeldThrough" date;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126173954_MoneyIn') THEN
    ALTER TABLE "Drawdowns" ADD "NotBefore" date;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126173954_MoneyIn') THEN
    ALTER TABLE "Drawdowns" ADD "Part" character varying(30) NOT NULL DEFAULT 'AtOnce';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126173954_MoneyIn') THEN
    ALTER TABLE "Applications" ADD "DebitRefusedAt" timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126173954_MoneyIn') THEN
    ALTER TABLE "Applications" ADD "DebitSince" timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126173954_MoneyIn') THEN
    CREATE TABLE "Disputes" (
        "Id" uuid NOT NULL,
        "ProviderDispute" character varying(100) NOT NULL,
        "ApplicationId" uuid NOT NULL,
        "OfferId" uuid NOT NULL,
        "EnterpriseId" uuid NOT NULL,
        "Money" character varying(30) NOT NULL,
        "AmountMinor" bigint NOT NULL,
        "Currency" character varying(3) NOT NULL,
        "Reason" character varying(60) NOT NULL,
        "State" character varying(30) NOT NULL,
        "AnswerBy" timestamp with time zone,
        "OpenedAt" timestamp with time zone NOT NULL,
        "TakenMinor" bigint NOT NULL,
        "FeeMinor" bigint NOT NULL,
        "LossMinor" bigint NOT NULL,
        "FeeReturnedMinor" bigint NOT NULL,
        "KeptBackMinor" bigint NOT NULL,
        "RecoveredMinor" bigint NOT NULL,
        "Answer" text,
        "AnsweredAt" timestamp with time zone,
        "AnsweredByName" character varying(140),
        "Resolution" character varying(1000),
        "ResolvedAt" timestamp with time zone,
        "ResolvedByName" character varying(140),
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Disputes" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Disputes_Payments_ApplicationId" FOREIGN KEY ("ApplicationId") REFERENCES "Payments" ("ApplicationId") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126173954_MoneyIn') THEN
    CREATE TABLE "DisputeMovements" (
        "Id" character varying(100) NOT NULL,
        "DisputeId" uuid NOT NULL,
        "AmountMinor" bigint NOT NULL,
        "FeeMinor" bigint NOT NULL,
        "At" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_DisputeMovements" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_DisputeMovements_Disputes_DisputeId" FOREIGN KEY ("DisputeId") REFERENCES "Disputes" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126173954_MoneyIn') THEN
    CREATE UNIQUE INDEX "IX_Drawdowns_OfferId_No_Part" ON "Drawdowns" ("OfferId", "No", "Part");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126173954_MoneyIn') THEN
    CREATE INDEX "IX_DisputeMovements_DisputeId" ON "DisputeMovements" ("DisputeId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126173954_MoneyIn') THEN
    CREATE INDEX "IX_Disputes_ApplicationId" ON "Disputes" ("ApplicationId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126173954_MoneyIn') THEN
    CREATE UNIQUE INDEX "IX_Disputes_ProviderDispute" ON "Disputes" ("ProviderDispute");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126173954_MoneyIn') THEN
    CREATE INDEX "IX_Disputes_State" ON "Disputes" ("State");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126173954_MoneyIn') THEN
    CREATE TRIGGER "DisputeMovements_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "DisputeMovements" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126173954_MoneyIn') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261126173954_MoneyIn', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180922_BankMoney') THEN
    ALTER TABLE "Refunds" ADD "IsByBank" boolean NOT NULL DEFAULT FALSE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180922_BankMoney') THEN
    ALTER TABLE "Refunds" ADD "WasTaken" boolean NOT NULL DEFAULT FALSE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180922_BankMoney') THEN
    ALTER TABLE "Drawdowns" ADD "BankMinor" bigint NOT NULL DEFAULT 0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180922_BankMoney') THEN
    ALTER TABLE "Drawdowns" ADD "BankSentAt" timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180922_BankMoney') THEN
    CREATE TABLE "BankTransfers" (
        "ApplicationId" uuid NOT NULL,
        "OfferId" uuid NOT NULL,
        "Reference" character varying(25) NOT NULL,
        "AmountMinor" bigint NOT NULL,
        "Currency" character varying(3) NOT NULL,
        "DueOn" date NOT NULL,
        "ChosenAt" timestamp with time zone NOT NULL,
        "ReceivedMinor" bigint NOT NULL,
        "State" character varying(30) NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_BankTransfers" PRIMARY KEY ("ApplicationId"),
        CONSTRAINT "CK_BankTransfers_Received" CHECK ("AmountMinor" > 0 AND "ReceivedMinor" >= 0 AND "ReceivedMinor" <= "AmountMinor" AND ("State" <> 'Paid' OR "ReceivedMinor" = "AmountMinor")),
        CONSTRAINT "FK_BankTransfers_Applications_ApplicationId" FOREIGN KEY ("ApplicationId") REFERENCES "Applications" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180922_BankMoney') THEN
    CREATE TABLE "ClientFiles" (
        "Id" uuid NOT NULL,
        "No" integer NOT NULL,
        "NumberOfTransactions" integer NOT NULL,
        "ControlSumMinor" bigint NOT NULL,
        "Currency" character varying(3) NOT NULL,
        "Content" bytea NOT NULL,
        "Sha256" character varying(64) NOT NULL,
        "MadeBy" uuid,
        "MadeByName" character varying(140) NOT NULL,
        "MadeAt" timestamp with time zone NOT NULL,
        "DecidedBy" uuid,
        "DecidedByName" character varying(140),
        "DecidedAt" timestamp with time zone,
        "State" character varying(30) NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_ClientFiles" PRIMARY KEY ("Id"),
        CONSTRAINT "CK_ClientFiles_Released" CHECK ("State" <> 'Released' OR ("DecidedBy" IS NOT NULL AND "DecidedBy" <> "MadeBy"))
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180922_BankMoney') THEN
    CREATE TABLE "Statements" (
        "Id" uuid NOT NULL,
        "Iban" character varying(34) NOT NULL,
        "Currency" character varying(3) NOT NULL,
        "BankId" character varying(35) NOT NULL,
        "SequenceNumber" bigint,
        "OpeningMinor" bigint NOT NULL,
        "ClosingMinor" bigint NOT NULL,
        "ClosingOn" date NOT NULL,
        "FileName" character varying(100) NOT NULL,
        "Sha256" character varying(64) NOT NULL,
        "TakenBy" uuid,
        "TakenByName" character varying(140) NOT NULL,
        "TakenAt" timestamp with time zone NOT NULL,
        "NewLines" integer NOT NULL,
        "NewMinor" bigint NOT NULL,
        "KnownLines" integer NOT NULL,
        "BookedTo" integer NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Statements" PRIMARY KEY ("Id"),
        CONSTRAINT "CK_Statements_Booked" CHECK ("BookedTo" >= 0 AND "BookedTo" <= "NewLines")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180922_BankMoney') THEN
    CREATE TABLE "BankOrders" (
        "Id" uuid NOT NULL,
        "Kind" character varying(30) NOT NULL,
        "CauseId" uuid NOT NULL,
        "Attempt" integer NOT NULL,
        "ApplicationId" uuid,
        "OfferId" uuid,
        "EnterpriseId" uuid,
        "Owed" character varying(120) NOT NULL,
        "AmountMinor" bigint NOT NULL,
        "Currency" character varying(3) NOT NULL,
        "PayeeName" character varying(140) NOT NULL,
        "Iban" character varying(34),
        "AccountNamedBy" uuid,
        "Remittance" character varying(140) NOT NULL,
        "State" character varying(30) NOT NULL,
        "FileId" uuid,
        "RequestedAt" timestamp with time zone NOT NULL,
        "SentAt" timestamp with time zone,
        "SeenAt" timestamp with time zone,
        "ReturnedAt" timestamp with time zone,
        "ReturnReason" character varying(35),
        "Version" integer NOT NULL,
        CONSTRAINT "PK_BankOrders" PRIMARY KEY ("Id"),
        CONSTRAINT "CK_BankOrders_Account" CHECK ("AmountMinor" > 0 AND ("State" IN ('NeedsAccount', 'Dropped') OR "Iban" IS NOT NULL)),
        CONSTRAINT "FK_BankOrders_ClientFiles_FileId" FOREIGN KEY ("FileId") REFERENCES "ClientFiles" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180922_BankMoney') THEN
    CREATE TABLE "BalanceExplanations" (
        "StatementId" uuid NOT NULL,
        "Minor" bigint NOT NULL,
        "Currency" character varying(3) NOT NULL,
        "Reason" character varying(1000) NOT NULL,
        "By" uuid,
        "ByName" character varying(140) NOT NULL,
        "At" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_BalanceExplanations" PRIMARY KEY ("StatementId", "Minor"),
        CONSTRAINT "FK_BalanceExplanations_Statements_StatementId" FOREIGN KEY ("StatementId") REFERENCES "Statements" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180922_BankMoney') THEN
    CREATE TABLE "StatementLines" (
        "Id" uuid NOT NULL,
        "StatementId" uuid NOT NULL,
        "No" integer NOT NULL,
        "BookedOn" date NOT NULL,
        "AmountMinor" bigint NOT NULL,
        "Currency" character varying(3) NOT NULL,
        "BankReference" character varying(70),
        "EndToEndId" character varying(70),
        "Reference" character varying(70),
        "Text" character varying(500) NOT NULL,
        "Name" character varying(140),
        "Iban" character varying(34),
        "ReturnReason" character varying(35),
        "IsReversal" boolean NOT NULL,
        "Key" character varying(64) NOT NULL,
        CONSTRAINT "PK_StatementLines" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_StatementLines_Statements_StatementId" FOREIGN KEY ("StatementId") REFERENCES "Statements" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180922_BankMoney') THEN
    CREATE TABLE "LineOutcomes" (
        "LineId" uuid NOT NULL,
        "StatementId" uuid NOT NULL,
        "State" character varying(30) NOT NULL,
        "AmountMinor" bigint NOT NULL,
        "Currency" character varying(3) NOT NULL,
        "KeptMinor" bigint NOT NULL,
        "ApplicationId" uuid,
        "OrderId" uuid,
        "Meaning" character varying(30),
        "Reason" character varying(1000),
        "DecidedBy" uuid,
        "DecidedByName" character varying(140),
        "DecidedAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_LineOutcomes" PRIMARY KEY ("LineId"),
        CONSTRAINT "CK_LineOutcomes_Kept" CHECK ("KeptMinor" >= 0 AND ("KeptMinor" = 0 OR "KeptMinor" <= "AmountMinor") AND ("State" <> 'Paid' OR "ApplicationId" IS NOT NULL)),
        CONSTRAINT "FK_LineOutcomes_BankTransfers_ApplicationId" FOREIGN KEY ("ApplicationId") REFERENCES "BankTransfers" ("ApplicationId") ON DELETE RESTRICT,
        CONSTRAINT "FK_LineOutcomes_StatementLines_LineId" FOREIGN KEY ("LineId") REFERENCES "StatementLines" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180922_BankMoney') THEN
    CREATE INDEX "IX_BankOrders_ApplicationId" ON "BankOrders" ("ApplicationId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180922_BankMoney') THEN
    CREATE INDEX "IX_BankOrders_FileId" ON "BankOrders" ("FileId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180922_BankMoney') THEN
    CREATE UNIQUE INDEX "IX_BankOrders_Kind_CauseId_Attempt" ON "BankOrders" ("Kind", "CauseId", "Attempt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180922_BankMoney') THEN
    CREATE INDEX "IX_BankOrders_State" ON "BankOrders" ("State");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180922_BankMoney') THEN
    CREATE UNIQUE INDEX "IX_BankTransfers_Reference" ON "BankTransfers" ("Reference");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180922_BankMoney') THEN
    CREATE INDEX "IX_BankTransfers_State_OfferId" ON "BankTransfers" ("State", "OfferId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180922_BankMoney') THEN
    CREATE UNIQUE INDEX "IX_ClientFiles_No" ON "ClientFiles" ("No");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180922_BankMoney') THEN
    CREATE INDEX "IX_LineOutcomes_ApplicationId" ON "LineOutcomes" ("ApplicationId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180922_BankMoney') THEN
    CREATE INDEX "IX_LineOutcomes_State_LineId" ON "LineOutcomes" ("State", "LineId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180922_BankMoney') THEN
    CREATE UNIQUE INDEX "IX_StatementLines_Key" ON "StatementLines" ("Key");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180922_BankMoney') THEN
    CREATE UNIQUE INDEX "IX_StatementLines_StatementId_No" ON "StatementLines" ("StatementId", "No");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180922_BankMoney') THEN
    CREATE UNIQUE INDEX "IX_Statements_Iban_BankId" ON "Statements" ("Iban", "BankId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180922_BankMoney') THEN
    CREATE INDEX "IX_Statements_Sha256" ON "Statements" ("Sha256");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180922_BankMoney') THEN
    CREATE TRIGGER "StatementLines_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "StatementLines" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180922_BankMoney') THEN
    CREATE TRIGGER "BalanceExplanations_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "BalanceExplanations" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180922_BankMoney') THEN
    CREATE TRIGGER "Statements_append_only" BEFORE UPDATE OF "Iban", "Currency", "BankId", "OpeningMinor", "ClosingMinor", "ClosingOn", "Sha256", "TakenBy", "TakenAt" OR DELETE OR TRUNCATE ON "Statements" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180922_BankMoney') THEN
    CREATE TRIGGER "ClientFiles_append_only" BEFORE UPDATE OF "No", "NumberOfTransactions", "ControlSumMinor", "Currency", "Content", "Sha256", "MadeBy", "MadeAt" OR DELETE OR TRUNCATE ON "ClientFiles" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126180922_BankMoney') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261126180922_BankMoney', '10.0.14');
    END IF;
END $EF$;
COMMIT;

