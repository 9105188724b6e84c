using System.Text;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using SocialShares.Adapters.Sepa;

namespace SocialShares.Tests.Sepa;

/// <summary>The bank file is what the EPC's schema and rules ask for.</summary>
public sealed class Pain001Tests
{
    private const string SchemaFile = "pain.001.001.09.xsd";
    private static readonly XNamespace Pain = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private static readonly Iban Debtor = Iban.Parse("NL91 ABNA 0417 1643 00");
    private static readonly Iban Creditor = Iban.Parse("GB29 NWBK 6016 1331 9268 19");

    [Theory]
    [InlineData("EUR")]
    [InlineData("GBP")]
    public async Task A_file_is_valid_by_the_schema(string currency)
    {
        var file = await Write([Line("L1", 1), Line("L2", Pain001.LargestAmountMinor)], Currency.Parse(currency));

        Iso20022.Faults(SchemaFile, file).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_schema_check_sees_a_fault()
    {
        var file = await Write([Line("L1", 100)]);
        var wrong = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file).Replace("TRF", "CHK"));

        Iso20022.Faults(SchemaFile, wrong).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_file_in_euros_asks_for_a_sepa_transfer_and_names_accounts_by_iban_only()
    {
        var file = Parse(await Write([Line("L1", 12_345)]));

        Text(file, "SvcLvl").ShouldBe("SEPA");
        Text(file, "PmtMtd").ShouldBe("TRF");
        Text(file, "ChrgBr").ShouldBe("SLEV");
        Text(file, "DbtrAcct").ShouldBe("NL91ABNA0417164300");
        Text(file, "DbtrAgt").ShouldBe("NOTPROVIDED");
        Text(file, "CdtrAcct").ShouldBe("GB29NWBK60161331926819");
        Text(file, "ReqdExctnDt").ShouldBe("2026-02-28");
        Text(file, "CreDtTm").ShouldBe("2026-02-27T23:59:58Z");
        Text(file, "InstdAmt").ShouldBe("123.45");
        file.Descendants(Pain + "InstdAmt").Single().Attribute("Ccy")!.Value.ShouldBe("EUR");
        file.Descendants(Pain + "CdtrAgt").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_in_pounds_claims_no_sepa_service()
    {
        var file = Parse(await Write([Line("L1", 100)], Currency.Gbp));

        file.Descendants(Pain + "SvcLvl").ShouldBeEmpty();
        file.Descendants(Pain + "InstdAmt").Single().Attribute("Ccy")!.Value.ShouldBe("GBP");
    }

    [Fact]
    public async Task Number_and_sum_stand_at_both_levels()
    {
        var file = Parse(await Write([Line("L1", 1), Line("L2", 250), Line("L3", 99)]));

        Texts(file, "NbOfTxs").ShouldBe(["3", "3"]);
        Texts(file, "CtrlSum").ShouldBe(["3.50", "3.50"]);
    }

    [Fact]
    public async Task The_same_run_gives_the_same_bytes()
    {
        BankFileLine[] lines = [Line("L1", 5), Line("L2", 7)];

        var first = await Write(lines);
        var second = await Write(lines);

        second.ShouldBe(first);
        first[0].ShouldBe((byte)'<', "a byte order mark would come first");
        Encoding.UTF8.GetString(first).ShouldNotContain("\r");
    }

    [Theory]
    [InlineData(2, 300)]
    [InlineData(3, 301)]
    public async Task Lines_that_do_not_match_the_header_are_no_file(long announced, long sum)
    {
        BankFileLine[] lines = [Line("L1", 100), Line("L2", 100), Line("L3", 100)];
        var header = Header(lines, Currency.Eur) with { NumberOfTransactions = announced, ControlSumMinor = sum };

        await Should.ThrowAsync<InvariantBroken>(() => Write(lines, header));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/L1")]
    [InlineData("L1/")]
    [InlineData("L//1")]
    [InlineData("L 1")]
    [InlineData("L_1")]
    [InlineData("123456789012345678901234567890123456")]
    public async Task An_id_that_the_rules_forbid_is_never_written(string id)
    {
        await Should.ThrowAsync<InvariantBroken>(() => Write([Line(id, 100)]));

        BankFileLine[] lines = [Line("L1", 100)];
        await Should.ThrowAsync<InvariantBroken>(() => Write(lines, Header(lines, Currency.Eur) with { MsgId = id }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_transfer_of_nothing_is_never_written(long minor)
    {
        BankFileLine[] lines = [Line("L1", minor)];

        await Should.ThrowAsync<InvariantBroken>(() =>
            Write(lines, Header(lines, Currency.Eur) with { ControlSumMinor = 1 })
        );
    }

    [Fact]
    public async Task An_empty_file_is_never_written() => await Should.ThrowAsync<InvariantBroken>(() => Write([]));

    [Fact]
    public async Task More_than_one_transfer_can_hold_is_refused()
    {
        var refused = await Should.ThrowAsync<Refused>(() => Write([Line("L9", Pain001.LargestAmountMinor + 1)]));

        refused.Code.ShouldBe("bank-file.amount");
        refused.Numbers.ShouldBe(["L9"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t ")]
    [InlineData("Γιώργος")]
    public async Task A_payment_to_nobody_is_refused(string name)
    {
        var refused = await Should.ThrowAsync<Refused>(() => Write([Line("L9", 1) with { CreditorName = name }]));

        refused.Code.ShouldBe("bank-file.name");
    }

    [Fact]
    public async Task A_payment_without_a_message_has_none()
    {
        var file = Parse(await Write([Line("L1", 1) with { Remittance = " " }]));

        file.Descendants(Pain + "RmtInf").ShouldBeEmpty();
    }

    [Fact]
    public void Whatever_names_and_amounts_a_file_is_valid_and_adds_up()
    {
        Iso20022.Require(SchemaFile);
        var line =
            from name in ArbMap.Default.GeneratorFor<string>()
            from message in ArbMap.Default.GeneratorFor<string>()
            from minor in Gen.OneOf(Gen.Choose(1, 100), Gen.Choose(1, int.MaxValue))
            select Line("L1", minor) with
            {
                CreditorName = "x" + name,
                Remittance = message ?? "",
            };
        var files = line.NonEmptyListOf().ToArbitrary();

        Prop.ForAll(files, lines => IsValidAndAddsUp([.. lines])).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task A_hundred_thousand_lines_pass_through_in_little_memory()
    {
        const int count = 100_000;
        var header = Header([Line("L1", 1)], Currency.Eur) with
        {
            NumberOfTransactions = count,
            ControlSumMinor = count,
        };
        var counter = new CountingStream();

        await Pain001.Write(counter, header, Many(count), TestContext.Current.CancellationToken);

        counter.Written.ShouldBeGreaterThan(count * 300L);
        counter.Largest.ShouldBeLessThan(1_000_000, "the file would be held in memory");
    }

    private static void IsValidAndAddsUp(BankFileLine[] lines)
    {
        var bytes = Write(lines).GetAwaiter().GetResult();
        var file = Parse(bytes);
        Iso20022.Faults(SchemaFile, bytes).ShouldBeEmpty();
        var sum = Texts(file, "InstdAmt").Sum(amount => long.Parse(amount.Replace(".", "")));
        sum.ShouldBe(lines.Sum(line => line.AmountMinor));
        Texts(file, "CtrlSum").ShouldAllBe(text => text.Replace(".", "") == $"{sum:000}");
        Texts(file, "NbOfTxs").ShouldAllBe(text => text == $"{lines.Length}");
    }

    private static async IAsyncEnumerable<BankFileLine> Many(int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (i % 10_000 == 0)
                await Task.Yield();
            yield return Line($"L{i}", 1);
        }
    }

    private static BankFileLine Line(string id, long minor) =>
        new(id, minor, "J. de Vries", Creditor, "Share interest 2025");

    private static BankFileHeader Header(BankFileLine[] lines, Currency currency) =>
        new(
            "SHARES-2026-1",
            new DateTime(2026, 2, 27, 23, 59, 58, DateTimeKind.Utc),
            "Coöperatie Zon op ’t Dak",
            Debtor,
            new DateOnly(2026, 2, 28),
            currency,
            lines.Length,
            lines.Sum(line => line.AmountMinor)
        );

    private static Task<byte[]> Write(BankFileLine[] lines, Currency? currency = null) =>
        Write(lines, Header(lines, currency ?? Currency.Eur));

    private static async Task<byte[]> Write(BankFileLine[] lines, BankFileHeader header)
    {
        using var stream = new MemoryStream();
        await Pain001.Write(stream, header, lines.ToAsyncEnumerable(), TestContext.Current.CancellationToken);
        return stream.ToArray();
    }

    private static XDocument Parse(byte[] file) => XDocument.Load(new MemoryStream(file));

    private static string Text(XDocument file, string element) => file.Descendants(Pain + element).First().Value;

    private static string[] Texts(XDocument file, string element) =>
        [.. file.Descendants(Pain + element).Select(found => found.Value)];

    private sealed class CountingStream : MemoryStream
    {
        public long Written { get; private set; }
        public int Largest { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Written += buffer.Length;
            Largest = Math.Max(Largest, buffer.Length);
            return ValueTask.CompletedTask;
        }
    }
}
