using System.Text;
using SocialShares.Adapters.Sepa;

namespace SocialShares.Tests.Sepa;

/// <summary>Bank statements, as banks write them in three versions.</summary>
public sealed class Camt053Tests
{
    [Theory]
    [InlineData("02")]
    [InlineData("04")]
    [InlineData("08")]
    public async Task Every_version_says_the_same(string version)
    {
        var (statement, entries) = await Read(File(version, Credit(version) + Batch(version) + Returned(version)));

        statement.Id.ShouldBe("STMT-1");
        (statement.Iban, statement.Currency, statement.SequenceNumber).ShouldBe(
            ("NL91ABNA0417164300", Currency.Eur, 7L)
        );
        statement.Opening.ShouldBe(new StatementBalance(10_000, Currency.Eur, new DateOnly(2030, 3, 1)));
        statement.Closing.ShouldBe(new StatementBalance(-250, Currency.Eur, new DateOnly(2030, 3, 2)));
        entries.Select(e => e.AmountMinor).ShouldBe([12_345, 5_000, -1_000]);
        entries.Select(e => e.No).ShouldBe([1, 2, 3]);
        entries[0].BankReference.ShouldBe("BANK-1");
        entries[0]
            .Details.Single()
            .ShouldBe(
                new StatementDetail(
                    12_345,
                    "E2E-1",
                    "RF18539007547034",
                    "for the shop with thanks",
                    "Iris Teller",
                    "DE89370400440532013000",
                    null
                )
            );
        entries[1].Details.Select(d => d.AmountMinor).ShouldBe([2_000, 3_000]);
        (entries[2].IsReversal, entries[2].Details.Single().ReturnReason).ShouldBe((true, "AC04"));
        entries[2].Details.Single().EndToEndId.ShouldBeNull();
    }

    [Fact]
    public void The_examples_of_version_08_are_what_the_schema_allows() =>
        Iso20022
            .Faults(
                "camt.053.001.08.xsd",
                Encoding.UTF8.GetBytes(File("08", Credit("08") + Batch("08") + Returned("08")))
            )
            .ShouldBeEmpty();

    [Fact]
    public async Task What_is_not_booked_yet_is_left_out()
    {
        var pending = Credit("08").Replace("<Cd>BOOK</Cd>", "<Cd>PDNG</Cd>", StringComparison.Ordinal);

        (await Read(File("08", pending + Batch("08")))).Entries.Single().No.ShouldBe(1);
    }

    [Fact]
    public async Task A_statement_without_entries_is_one_too() =>
        (await Read(File("08", ""))).Statement.Closing!.Minor.ShouldBe(-250);

    [Theory]
    [InlineData("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\"/>", "statement.version")]
    [InlineData("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.03\"/>", "statement.version")]
    [InlineData("not xml", "statement.malformed")]
    [InlineData("", "statement.malformed")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><Document/>", "statement.malformed")]
    public async Task What_is_no_statement_is_refused(string file, string code) => (await Code(file)).ShouldBe(code);

    [Theory]
    [InlineData("123.45", "123.4567")]
    [InlineData("123.45", "-1")]
    [InlineData("CRDT", "SOON")]
    [InlineData("2030-03-02", "yesterday")]
    [InlineData("Ccy=\"EUR\">123.45", "Ccy=\"XXX\">123.45")]
    public async Task An_entry_that_cannot_be_read_is_refused_with_its_line(string written, string wrong)
    {
        var file = File("08", Credit("08")).Replace(written, wrong, StringComparison.Ordinal);

        (await Code(file)).ShouldBe("statement.field");
    }

    [Fact]
    public async Task Details_that_do_not_add_up_to_their_entry_are_refused() =>
        (await Code(File("08", Batch("08").Replace("20.00", "20.01", StringComparison.Ordinal)))).ShouldBe(
            "statement.field"
        );

    [Fact]
    public async Task A_file_that_ends_in_the_middle_is_refused_with_the_line()
    {
        var file = File("08", Credit("08"));

        var refused = await Should.ThrowAsync<Refused>(() => Read(file[..^30]));

        refused.Code.ShouldBe("statement.malformed");
        ((int)refused.Numbers[0]).ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Many_entries_take_no_more_memory_than_few()
    {
        var entry = Credit("08");
        var many = File("08", string.Concat(Enumerable.Repeat(entry, 20_000)));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(many));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (count, most) = (0, 0L);

        await foreach (var (_, read) in Camt053.Read(stream, TestContext.Current.CancellationToken))
            if (read is not null && ++count % 5_000 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);

        count.ShouldBe(20_000);
        most.ShouldBeLessThan(8_000_000);
    }

    private static async Task<string> Code(string file) => (await Should.ThrowAsync<Refused>(() => Read(file))).Code;

    private static async Task<(BankStatement Statement, IReadOnlyList<StatementEntry> Entries)> Read(string file)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(file));
        BankStatement? statement = null;
        var entries = new List<StatementEntry>();
        await foreach (var (of, entry) in Camt053.Read(stream, TestContext.Current.CancellationToken))
        {
            statement = of;
            if (entry is not null)
                entries.Add(entry);
        }
        return (statement!, entries);
    }

    private static string File(string version, string entries) =>
        $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}">
            <BkToCstmrStmt>
            <GrpHdr><MsgId>MSG-1</MsgId><CreDtTm>2030-03-03T06:00:00</CreDtTm></GrpHdr>
            <Stmt>
            <Id>STMT-1</Id><ElctrncSeqNb>7</ElctrncSeqNb><CreDtTm>2030-03-03T06:00:00</CreDtTm>
            <Acct><Id><IBAN>NL91ABNA0417164300</IBAN></Id><Ccy>EUR</Ccy></Acct>
            {Balance("OPBD", "100.00", "CRDT", "2030-03-01")}
            {Balance("CLBD", "2.5", "DBIT", "2030-03-02")}
            {entries}
            </Stmt>
            </BkToCstmrStmt>
            </Document>
            """.Trim();

    private static string Balance(string code, string amount, string side, string day) =>
        $"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">{amount}</Amt>"
        + $"<CdtDbtInd>{side}</CdtDbtInd><Dt><Dt>{day}</Dt></Dt></Bal>";

    private static string Credit(string version) =>
        Entry(
            version,
            "123.45",
            "CRDT",
            "",
            "BANK-1",
            "<TxDtls><Refs><EndToEndId>E2E-1</EndToEndId></Refs>"
                + Sum(version, "123.45", "CRDT")
                + "<RltdPties>"
                + Party(version, "Dbtr", "Iris Teller")
                + "<DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></DbtrAcct></RltdPties>"
                + "<RmtInf><Ustrd>for the shop</Ustrd><Ustrd>with thanks</Ustrd>"
                + "<Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>"
        );

    private static string Batch(string version) =>
        Entry(
            version,
            "50.00",
            "CRDT",
            "",
            "BANK-2",
            $"<TxDtls>{Sum(version, "20.00", "CRDT")}</TxDtls><TxDtls>{Sum(version, "30", "CRDT")}</TxDtls>"
        );

    private static string Returned(string version) =>
        Entry(
            version,
            "10.00",
            "DBIT",
            "<RvslInd>true</RvslInd>",
            "BANK-3",
            "<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>"
                + Sum(version, "10.00", "DBIT")
                + "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls>"
        );

    private static string Entry(
        string version,
        string amount,
        string side,
        string reversal,
        string reference,
        string details
    ) =>
        $"<Ntry><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>{side}</CdtDbtInd>{reversal}"
        + (version == "08" ? "<Sts><Cd>BOOK</Cd></Sts>" : "<Sts>BOOK</Sts>")
        + "<BookgDt><Dt>2030-03-02</Dt></BookgDt>"
        + $"<AcctSvcrRef>{reference}</AcctSvcrRef><BkTxCd/><NtryDtls>{details}</NtryDtls></Ntry>\n";

    // Version 02 has the amount of a payment one floor deeper.
    private static string Sum(string version, string amount, string side) =>
        version == "02"
            ? $"<AmtDtls><TxAmt><Amt Ccy=\"EUR\">{amount}</Amt></TxAmt></AmtDtls>"
            : $"<Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>{side}</CdtDbtInd>";

    private static string Party(string version, string role, string name) =>
        version == "08" ? $"<{role}><Pty><Nm>{name}</Nm></Pty></{role}>" : $"<{role}><Nm>{name}</Nm></{role}>";
}
