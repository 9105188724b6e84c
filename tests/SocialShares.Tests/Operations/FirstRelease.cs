using SocialShares.Tests.Databases;

namespace SocialShares.Tests.Operations;

/// <summary>
/// A small platform as the first release stored it: written against the tables of the first migration, which never change
/// again, so that every later one is tried on rows.
/// </summary>
internal static class FirstRelease
{
    /// <summary>The tables that have rows.</summary>
    public static readonly string[] Tables =
    [
        "AspNetUsers",
        "AuditRows",
        "CommandKeys",
        "Enterprises",
        "BoardMembers",
        "ShareClasses",
        "Members",
        "Offers",
        "OfferSteps",
        "OfferDocuments",
        "Applications",
        "Payments",
        "Refunds",
        "Drawdowns",
        "RegisterEntries",
        "Certificates",
        "JournalEntries",
        "Postings",
        "InterestDeclarations",
        "PayoutRuns",
        "BankFiles",
        "PayoutLines",
        "Outbox",
        "ReceivedEvents",
        "SentMails",
        "JobRuns",
        "ProtectionKeys",
    ];

    /// <summary>Tables whose rows nobody changes or deletes.</summary>
    public static readonly string[] Guarded =
    [
        "RegisterEntries",
        "JournalEntries",
        "Postings",
        "AuditRows",
        "InterestDeclarations",
        "BankFiles",
    ];

    /// <summary>A column of a guarded table that somebody might want to change.</summary>
    public static string Column(string table) =>
        table switch
        {
            "RegisterEntries" => "Reason",
            "JournalEntries" => "Description",
            "Postings" => "AmountMinor",
            "AuditRows" => "Name",
            "InterestDeclarations" => "RatePpm",
            _ => "Sha256",
        };

    /// <summary>The rows as statements.</summary>
    public static string Rows(Engine engine)
    {
        var (yes, at, bytes) = engine switch
        {
            Engine.Sqlite => ("1", "'2026-01-05 10:00:00'", "x'255044462D'"),
            Engine.PostgreSql => ("true", "'2026-01-05 10:00:00Z'", "decode('255044462D', 'hex')"),
            _ => ("1", "'2026-01-05T10:00:00'", "0x255044462D"),
        };
        return Statements
            .Replace("{yes}", yes, StringComparison.Ordinal)
            .Replace("{at}", at, StringComparison.Ordinal)
            .Replace("{bytes}", bytes, StringComparison.Ordinal);
    }

    private const string Statements = """
        INSERT INTO "AspNetUsers" ("Id", "FullName", "Language", "UserName", "NormalizedUserName", "Email",
          "NormalizedEmail", "EmailConfirmed", "PasswordHash", "PhoneNumberConfirmed", "TwoFactorEnabled",
          "LockoutEnabled", "AccessFailedCount") VALUES ('00000000-0000-4000-8000-000000000001',
          'Ann O''Brien', 'nl', 'ann@people.example', 'ANN@PEOPLE.EXAMPLE', 'ann@people.example',
          'ANN@PEOPLE.EXAMPLE', {yes}, 'hash', {yes}, {yes}, {yes}, 1);
        INSERT INTO "AuditRows" ("Id", "At", "PersonId", "Name", "Action",
          "Subject") VALUES ('00000000-0000-4000-8000-000000000016', {at},
          '00000000-0000-4000-8000-000000000001', 'name', 'action', 'subject');
        INSERT INTO "CommandKeys" ("Key", "Caller", "Command", "ContentHash", "Answer",
          "At") VALUES ('00000000-0000-4000-8000-000000000020', '00000000-0000-4000-8000-000000000025',
          'command', 'contenthash', '[]', {at});
        INSERT INTO "Enterprises" ("Id", "Slug", "Name", "LegalForm", "Country", "RegistryNumber",
          "Address", "Place", "Currency", "TimeZone", "Ink", "Drawing", "Iban", "RegisteredAt",
          "Version") VALUES ('00000000-0000-4000-8000-000000000002', 'hallowby', 'name', 'legalform', 'GB',
          'registrynumber', 'address', 'place', 'GBP', 'Europe/London', 'ink', 'drawing',
          'GB29NWBK60161331926819', {at}, 1);
        INSERT INTO "BoardMembers" ("EnterpriseId", "PersonId", "Name", "Office", "IsResident",
          "Since") VALUES ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001',
          'name', 'office', {yes}, '2026-01-05');
        INSERT INTO "ShareClasses" ("Id", "EnterpriseId", "Code", "ParValueMinor", "Currency",
          "InterestCapPpm", "InterestStartsAfterYears", "HolderMayReinvest",
          "Version") VALUES ('00000000-0000-4000-8000-000000000003',
          '00000000-0000-4000-8000-000000000002', 'A', 1000, 'GBP', 1, 1, {yes}, 1);
        INSERT INTO "Members" ("Id", "EnterpriseId", "Number", "PersonId", "Kind", "Name", "Street",
          "Postcode", "City", "Country", "AdmittedOn", "Destination", "Iban",
          "Version") VALUES ('00000000-0000-4000-8000-000000000006',
          '00000000-0000-4000-8000-000000000002', 1, '00000000-0000-4000-8000-000000000001', 'Person',
          'Ann O''Brien', 'street', 'postcode', 'city', 'GB', '2026-01-05', 'Bank',
          'GB29NWBK60161331926819', 1);
        INSERT INTO "Members" ("Id", "EnterpriseId", "Number", "PersonId", "Kind", "Name", "Street",
          "Postcode", "City", "Country", "AdmittedOn", "Destination", "Iban",
          "Version") VALUES ('00000000-0000-4000-8000-000000000007',
          '00000000-0000-4000-8000-000000000002', 2, '00000000-0000-4000-8000-000000000025', 'Person',
          'Café Łódź', 'street', 'postcode', 'city', 'GB', '2026-01-05', 'Bank', NULL, 1);
        INSERT INTO "Offers" ("Id", "EnterpriseId", "ShareClassId", "Slug", "Title", "Purpose",
          "ParValueMinor", "Currency", "TimeZone", "MinimumTargetMinor", "OptimumTargetMinor",
          "MaximumTargetMinor", "OpensOn", "ClosesOn", "MinimumPerHolderMinor", "MaximumPerHolderMinor",
          "MaximumPerOrganisationMinor", "ReflectionDays", "Extendable", "State", "UnitsOffered",
          "UnitsReserved", "Version") VALUES ('00000000-0000-4000-8000-000000000004',
          '00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000003', 'hallowby',
          'title', 'purpose', 1000, 'GBP', 'Europe/London', 1, 1, 500000, '2026-01-05', '2026-01-05', 1, 1,
          1, 1, {yes}, 'Completed', 500, 90, 1);
        INSERT INTO "OfferSteps" ("OfferId", "No", "State", "PersonId", "Name",
          "At") VALUES ('00000000-0000-4000-8000-000000000004', 1, 'Draft',
          '00000000-0000-4000-8000-000000000001', 'name', {at});
        INSERT INTO "OfferDocuments" ("Id", "OfferId", "Version", "FileName", "Content", "Sha256",
          "UploadedAt", "UploadedBy") VALUES ('00000000-0000-4000-8000-000000000017',
          '00000000-0000-4000-8000-000000000004', 1, 'filename', {bytes}, 'sha256', {at},
          '00000000-0000-4000-8000-000000000025');
        INSERT INTO "Applications" ("Id", "OfferId", "EnterpriseId", "PersonId", "State", "AmountMinor",
          "Units", "AllottedUnits", "Kind", "Name", "Street", "Postcode", "City", "Country", "Destination",
          "Iban", "AcceptedDocumentVersion", "StartedAt", "ChangedAt",
          "Version") VALUES ('00000000-0000-4000-8000-000000000005',
          '00000000-0000-4000-8000-000000000004', '00000000-0000-4000-8000-000000000002',
          '00000000-0000-4000-8000-000000000001', 'Issued', 60000, 60, 60, 'Person', 'name', 'street',
          'postcode', 'city', 'GB', 'Bank', 'GB29NWBK60161331926819', 1, {at}, {at}, 1);
        INSERT INTO "Applications" ("Id", "OfferId", "EnterpriseId", "PersonId", "State", "AmountMinor",
          "Units", "AllottedUnits", "Kind", "Name", "Street", "Postcode", "City", "Country", "Destination",
          "Iban", "AcceptedDocumentVersion", "StartedAt", "ChangedAt",
          "Version") VALUES ('00000000-0000-4000-8000-000000000027',
          '00000000-0000-4000-8000-000000000004', '00000000-0000-4000-8000-000000000002',
          '00000000-0000-4000-8000-000000000025', 'Issued', 30000, 30, 30, 'Person', 'name', 'street',
          'postcode', 'city', 'GB', 'Bank', 'GB29NWBK60161331926819', 1, {at}, {at}, 1);
        INSERT INTO "Payments" ("ApplicationId", "OfferId", "AmountMinor", "Currency", "FeeMinor",
          "Method", "ProviderPayment", "ProviderCharge", "PaidAt",
          "AvailableAt") VALUES ('00000000-0000-4000-8000-000000000005',
          '00000000-0000-4000-8000-000000000004', 60000, 'GBP', 25, 'method', 'providerpayment',
          'providercharge', {at}, {at});
        INSERT INTO "Refunds" ("Id", "ApplicationId", "OfferId", "AmountMinor", "Currency", "Reason",
          "State", "RequestedAt", "Version") VALUES ('00000000-0000-4000-8000-000000000019',
          '00000000-0000-4000-8000-000000000005', '00000000-0000-4000-8000-000000000004', 1, 'GBP',
          'reason', 'Done', {at}, 1);
        INSERT INTO "Drawdowns" ("Id", "OfferId", "EnterpriseId", "AmountMinor", "Currency", "RequestedAt",
          "RefusedAttempts", "Version") VALUES ('00000000-0000-4000-8000-000000000018',
          '00000000-0000-4000-8000-000000000004', '00000000-0000-4000-8000-000000000002', 1, 'GBP', {at},
          1, 1);
        INSERT INTO "RegisterEntries" ("Id", "EnterpriseId", "ShareClassId", "Number", "MemberId", "Kind",
          "Units", "PriceMinor", "ValidOn", "RecordedAt", "Reason",
          "SourceId") VALUES ('00000000-0000-4000-8000-000000000008',
          '00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000003', 1,
          '00000000-0000-4000-8000-000000000006', 'Issue', 60, 1000, '2026-01-05', {at}, 'reason',
          '00000000-0000-4000-8000-000000000005');
        INSERT INTO "RegisterEntries" ("Id", "EnterpriseId", "ShareClassId", "Number", "MemberId", "Kind",
          "Units", "PriceMinor", "ValidOn", "RecordedAt", "Reason",
          "SourceId") VALUES ('00000000-0000-4000-8000-000000000009',
          '00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000003', 2,
          '00000000-0000-4000-8000-000000000007', 'Issue', 30, 1000, '2026-01-05', {at}, 'reason',
          '00000000-0000-4000-8000-000000000027');
        INSERT INTO "Certificates" ("Id", "Number", "EnterpriseId", "MemberId", "EntryId", "Units",
          "IssuedOn", "Code") VALUES ('00000000-0000-4000-8000-000000000010', 1,
          '00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000006',
          '00000000-0000-4000-8000-000000000008', 60, '2026-01-05', 'ABCDEFGHJKLM');
        INSERT INTO "JournalEntries" ("Id", "Book", "OccurredOn", "RecordedAt", "CauseKind", "CauseId",
          "Description") VALUES ('00000000-0000-4000-8000-000000000011', 'enterprise:hallowby',
          '2026-01-05', {at}, 'issue', '00000000-0000-4000-8000-000000000028', 'description');
        INSERT INTO "Postings" ("EntryId", "No", "Account", "AmountMinor",
          "Currency") VALUES ('00000000-0000-4000-8000-000000000011', 1, 'assets:platform:hallowby', 90000,
          'GBP');
        INSERT INTO "Postings" ("EntryId", "No", "Account", "AmountMinor",
          "Currency") VALUES ('00000000-0000-4000-8000-000000000011', 2, 'equity:shares:A', -90000, 'GBP');
        INSERT INTO "InterestDeclarations" ("Id", "EnterpriseId", "ShareClassId", "From", "Until",
          "RatePpm", "PayOn", "DeclaredBy", "DeclaredByName",
          "DeclaredAt") VALUES ('00000000-0000-4000-8000-000000000012',
          '00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000003', '2026-01-05',
          '2026-01-05', 1, '2026-01-05', '00000000-0000-4000-8000-000000000025', 'declaredbyname', {at});
        INSERT INTO "PayoutRuns" ("Id", "Number", "EnterpriseId", "ShareClassId", "DeclarationId", "PayOn",
          "Currency", "LineCount", "TotalMinor", "State", "CalculatedBy", "CalculatedByName",
          "CalculatedAt", "Version") VALUES ('00000000-0000-4000-8000-000000000013', '2026-0001',
          '00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000003',
          '00000000-0000-4000-8000-000000000012', '2026-01-05', 'GBP', 2, 1800, 'Completed',
          '00000000-0000-4000-8000-000000000025', 'calculatedbyname', {at}, 1);
        INSERT INTO "BankFiles" ("Id", "RunId", "EnterpriseId", "No", "NumberOfTransactions",
          "ControlSumMinor", "Currency", "Content", "Sha256",
          "CreatedAt") VALUES ('00000000-0000-4000-8000-000000000015',
          '00000000-0000-4000-8000-000000000013', '00000000-0000-4000-8000-000000000002', 1, 1, 1, 'GBP',
          {bytes}, 'sha256', {at});
        INSERT INTO "PayoutLines" ("Id", "RunId", "No", "MemberId", "Name", "UnitDays", "GrossMinor",
          "TaxMinor", "NetMinor", "CarriedInMinor", "CarriedOutMinor", "Destination", "Iban", "State",
          "BankFileId", "PaidAt") VALUES ('00000000-0000-4000-8000-000000000014',
          '00000000-0000-4000-8000-000000000013', 1, '00000000-0000-4000-8000-000000000006', 'name', 1,
          1200, 0, 1200, 1, 1, 'Bank', 'GB29NWBK60161331926819', 'Sent',
          '00000000-0000-4000-8000-000000000015', {at});
        INSERT INTO "PayoutLines" ("Id", "RunId", "No", "MemberId", "Name", "UnitDays", "GrossMinor",
          "TaxMinor", "NetMinor", "CarriedInMinor", "CarriedOutMinor", "Destination", "Iban",
          "State") VALUES ('00000000-0000-4000-8000-000000000026', '00000000-0000-4000-8000-000000000013',
          2, '00000000-0000-4000-8000-000000000007', 'name', 1, 600, 0, 600, 1, 1, 'Bank', NULL,
          'NeedsAttention');
        INSERT INTO "Outbox" ("Id", "Kind", "Body", "CreatedAt", "DueAt", "Attempts",
          "DoneAt") VALUES ('00000000-0000-4000-8000-000000000021', 'SendMail', '[]', {at}, {at}, 1,
          {at});
        INSERT INTO "ReceivedEvents" ("Id", "Type", "ObjectId", "ReceivedAt") VALUES ('evt_1', 'type',
          'objectid', {at});
        INSERT INTO "SentMails" ("Id", "To", "Subject", "Text",
          "SentAt") VALUES ('00000000-0000-4000-8000-000000000022', 'to', 'subject', 'text', {at});
        INSERT INTO "JobRuns" ("Id", "Job", "StartedBy", "StartedAt",
          "Did") VALUES ('00000000-0000-4000-8000-000000000023', 'job', 'startedby', {at}, 'did');
        INSERT INTO "ProtectionKeys" ("Id", "Xml") VALUES ('00000000-0000-4000-8000-000000000024', 'xml');
        """;
}
