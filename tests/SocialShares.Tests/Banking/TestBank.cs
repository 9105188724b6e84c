using System.Globalization;
using System.Text;
using SocialShares.Features.Banking;
using SocialShares.Features.Ledger;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Banking;

/// <summary>A payment on a statement of the tests.</summary>
internal sealed record Booked(
    long Minor,
    string? Reference = null,
    string Text = "",
    string? Name = "Iris Teller",
    string? Iban = TestBank.PayersAccount,
    string? EndToEnd = null,
    string? Returned = null,
    string? BankReference = null
);

/// <summary>The bank of the client-money account: writes statements that follow each other.</summary>
internal sealed class TestBank(TestWorld world)
{
    public const string Account = "NL91ABNA0417164300";
    public const string PayersAccount = "DE89370400440532013000";
    private long balance;
    private int number;
    private int lines;

    /// <summary>A world whose platform has a client-money account in euro.</summary>
    public static async Task<(TestWorld World, TestBank Bank)> Open(Engine engine, params string[] settings)
    {
        var world = await TestWorld.Start(
            engine,
            [$"--Bank:Accounts:EUR:Iban={Account}", "--Bank:Accounts:EUR:Name=Stichting Dorpsgeld", .. settings]
        );
        return (world, new TestBank(world));
    }

    /// <summary>The next statement, of today.</summary>
    public string Next(params Booked[] booked) => Next("08", booked);

    /// <inheritdoc cref="Next(Booked[])"/>
    public string Next(string version, params Booked[] booked)
    {
        var opening = balance;
        balance += booked.Sum(b => b.Minor);
        booked = [.. booked.Select(b => b with { BankReference = b.BankReference ?? $"B{++lines}" })];
        return Write(version, $"S-{++number}", number, opening, balance, booked);
    }

    /// <summary>Any statement.</summary>
    public string Write(
        string version,
        string id,
        int? no,
        long opening,
        long closing,
        Booked[] booked,
        string account = Account
    )
    {
        var day = DateOnly.FromDateTime(world.Clock.Now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}"><BkToCstmrStmt>
            <GrpHdr><MsgId>{id}</MsgId><CreDtTm>{day}T06:00:00</CreDtTm></GrpHdr>
            <Stmt><Id>{id}</Id>{(no is null ? "" : $"<ElctrncSeqNb>{no}</ElctrncSeqNb>")}
            <Acct><Id><IBAN>{account}</IBAN></Id><Ccy>EUR</Ccy></Acct>
            {Balance("OPBD", opening, day)}{Balance("CLBD", closing, day)}

            """
        );
        foreach (var b in booked)
            text.AppendLine(Entry(version, b, day));
        return text.Append("</Stmt></BkToCstmrStmt></Document>").ToString();
    }

    /// <summary>An administrator takes in a file.</summary>
    public async Task<Reply> Take(string file) =>
        await (await world.Administrator()).Upload(
            "bank/statements?fileName=statement.xml",
            Encoding.UTF8.GetBytes(file),
            "application/xml",
            Person.NoKey
        );

    /// <summary>The next statement is taken in, and all that follows happens.</summary>
    public async Task<StatementsImported> Book(params Booked[] booked)
    {
        var taken = (await Take(Next(booked))).As<StatementsImported>();
        await world.Settle();
        return taken;
    }

    /// <summary>An application of so many shares of 10.00 that waits for its transfer.</summary>
    public async Task<(StartedApplication Application, BankTransferShown Transfer)> Choose(
        DraftedOffer offer,
        long units = 5
    )
    {
        var application = await world.Apply(offer, units);
        var chosen = await application.By.Post($"{application.Path}/bank-transfer", key: Person.NoKey);
        await world.Settle();
        return (application, chosen.As<BankTransferShown>());
    }

    /// <summary>The checks that do not hold.</summary>
    public async Task<IReadOnlyList<string>> Wrong()
    {
        var checks = (await (await world.Administrator()).Get("ledger/checks")).As<IReadOnlyList<BookCheck>>();
        return [.. checks.Where(c => c.Holds != true).Select(c => $"{c.Code} {c.Subject}: {c.Left} {c.Right}")];
    }

    /// <summary>The work list.</summary>
    public async Task<WorkList> Work() => (await (await world.Administrator()).Get("bank/work-list")).As<WorkList>();

    /// <summary>Orders and files.</summary>
    public async Task<BankOrdersShown> Orders() =>
        (await (await world.Administrator()).Get("bank/orders")).As<BankOrdersShown>();

    /// <summary>One administrator makes a file, another releases it.</summary>
    public async Task<ClientFileMade> SendFile()
    {
        var made = (
            await (await world.Administrator()).Post("bank/files", new MakeBankFile.Body(Currency.Eur), Person.NoKey)
        ).As<ClientFileMade>();
        (await (await world.SecondAdministrator()).Post($"bank/files/{made.No}/release")).ShouldSucceed();
        await world.Settle();
        return made;
    }

    private static string Entry(string version, Booked b, string day)
    {
        var (side, role) = b.Minor < 0 ? ("DBIT", "Cdtr") : ("CRDT", "Dbtr");
        var amount = $"<Amt Ccy=\"EUR\">{Figure(b.Minor)}</Amt>";
        var name = version == "08" ? $"<Pty><Nm>{b.Name}</Nm></Pty>" : $"<Nm>{b.Name}</Nm>";
        var party = b.Name is null ? "" : $"<{role}>{name}</{role}>";
        var account = b.Iban is null ? "" : $"<{role}Acct><Id><IBAN>{b.Iban}</IBAN></Id></{role}Acct>";
        var reference = b.Reference is null ? "" : $"<Strd><CdtrRefInf><Ref>{b.Reference}</Ref></CdtrRefInf></Strd>";
        var text = b.Text.Length == 0 ? "" : $"<Ustrd>{b.Text}</Ustrd>";
        return $"<Ntry>{amount}<CdtDbtInd>{side}</CdtDbtInd>"
            + (version == "08" ? "<Sts><Cd>BOOK</Cd></Sts>" : "<Sts>BOOK</Sts>")
            + $"<BookgDt><Dt>{day}</Dt></BookgDt><AcctSvcrRef>{b.BankReference}</AcctSvcrRef><BkTxCd/>"
            + $"<NtryDtls><TxDtls><Refs><EndToEndId>{b.EndToEnd ?? "NOTPROVIDED"}</EndToEndId></Refs>"
            + (version == "02" ? $"<AmtDtls><TxAmt>{amount}</TxAmt></AmtDtls>" : amount)
            + $"<RltdPties>{party}{account}</RltdPties><RmtInf>{text}{reference}</RmtInf>"
            + (b.Returned is null ? "" : $"<RtrInf><Rsn><Cd>{b.Returned}</Cd></Rsn></RtrInf>")
            + "</TxDtls></NtryDtls></Ntry>";
    }

    private static string Balance(string code, long minor, string day) =>
        $"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">{Figure(minor)}</Amt>"
        + $"<CdtDbtInd>{(minor < 0 ? "DBIT" : "CRDT")}</CdtDbtInd><Dt><Dt>{day}</Dt></Dt></Bal>";

    private static string Figure(long minor) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(minor) / 100}.{Math.Abs(minor) % 100:00}");
}
