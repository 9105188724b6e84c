using System.Globalization;
using System.Text;
using System.Xml;

namespace SocialShares.Adapters.Sepa;

/// <summary>
/// Writes a bank file: pain.001.001.09 as the European Payments Council restricts it (EPC132-08, customer to bank),
/// one message with one payment. Lines are streamed: memory does not grow with their number. The same input gives the
/// same bytes. Pounds: see the decision "Bank files in pounds".
/// </summary>
public static class Pain001
{
    /// <summary>The largest amount of one transfer, in minor units: 999,999,999.99.</summary>
    public const long LargestAmountMinor = 99_999_999_999;

    private const string Namespace = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private const int NameLength = 70;
    private const int RemittanceLength = 140;
    private const int LinesAtOnce = 500;

    /// <summary>Writes the whole file. The stream stays open.</summary>
    /// <exception cref="Refused"><c>bank-file.name</c>: nothing of a name can be written in the SEPA set;
    /// <c>bank-file.amount</c>: a line above the largest amount. What was written by then is no file.</exception>
    /// <exception cref="InvariantBroken">An id that the rules do not allow, an amount of nothing, or lines that are
    /// not as many or do not add up to what the header says. What was written by then is no file.</exception>
    public static async Task Write(
        Stream target,
        BankFileHeader header,
        IAsyncEnumerable<BankFileLine> lines,
        CancellationToken ct = default
    )
    {
        Check(header);
        // The writer fills a buffer, which goes out from time to time: no waiting write per element.
        await using var buffer = new MemoryStream();
        using var xml = XmlWriter.Create(buffer, Settings);
        WriteTop(xml, header);
        long count = 0;
        long sum = 0;
        await foreach (var line in lines.WithCancellation(ct))
        {
            Check(line);
            count++;
            sum += line.AmountMinor;
            Write(xml, line, header.Currency);
            if (count % LinesAtOnce == 0)
                await Send(xml, buffer, target, ct);
        }
        Invariant.Holds(
            count == header.NumberOfTransactions && sum == header.ControlSumMinor,
            $"bank file {header.MsgId} has {count} lines of {sum} where {header.NumberOfTransactions} of "
                + $"{header.ControlSumMinor} were announced"
        );
        xml.WriteEndDocument();
        await Send(xml, buffer, target, ct);
    }

    private static XmlWriterSettings Settings =>
        new()
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            IndentChars = " ",
            NewLineChars = "\n",
        };

    private static async Task Send(XmlWriter xml, MemoryStream buffer, Stream target, CancellationToken ct)
    {
        xml.Flush();
        await target.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), ct);
        buffer.SetLength(0);
    }

    private static void WriteTop(XmlWriter xml, BankFileHeader header)
    {
        xml.WriteStartDocument();
        xml.WriteStartElement("Document", Namespace);
        xml.WriteStartElement("CstmrCdtTrfInitn");

        xml.WriteStartElement("GrpHdr");
        xml.WriteElementString("MsgId", header.MsgId);
        xml.WriteElementString(
            "CreDtTm",
            header.CreatedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        );
        WriteTotals(xml, header);
        WriteName(xml, "InitgPty", header.DebtorName, header.MsgId);
        xml.WriteEndElement();

        xml.WriteStartElement("PmtInf"); // stays open: the lines follow in it
        xml.WriteElementString("PmtInfId", header.MsgId);
        xml.WriteElementString("PmtMtd", "TRF");
        WriteTotals(xml, header);
        if (header.Currency == Currency.Eur)
            WriteNested(xml, "SEPA", "PmtTpInf", "SvcLvl", "Cd");
        WriteNested(
            xml,
            header.ExecutionDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "ReqdExctnDt",
            "Dt"
        );
        WriteName(xml, "Dbtr", header.DebtorName, header.MsgId);
        WriteNested(xml, header.DebtorIban.Value, "DbtrAcct", "Id", "IBAN");
        // The bank is known by the IBAN; this is how the rules say that no BIC is given.
        WriteNested(xml, "NOTPROVIDED", "DbtrAgt", "FinInstnId", "Othr", "Id");
        xml.WriteElementString("ChrgBr", "SLEV");
    }

    private static void WriteTotals(XmlWriter xml, BankFileHeader header)
    {
        xml.WriteElementString("NbOfTxs", header.NumberOfTransactions.ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("CtrlSum", Amount(header.ControlSumMinor));
    }

    private static void Write(XmlWriter xml, BankFileLine line, Currency currency)
    {
        xml.WriteStartElement("CdtTrfTxInf");
        WriteNested(xml, line.EndToEndId, "PmtId", "EndToEndId");
        xml.WriteStartElement("Amt");
        xml.WriteStartElement("InstdAmt");
        xml.WriteAttributeString("Ccy", currency.Code);
        xml.WriteString(Amount(line.AmountMinor));
        xml.WriteEndElement();
        xml.WriteEndElement();
        WriteName(xml, "Cdtr", line.CreditorName, line.EndToEndId);
        WriteNested(xml, line.CreditorIban.Value, "CdtrAcct", "Id", "IBAN");
        var remittance = SepaText.Of(line.Remittance, RemittanceLength);
        if (remittance.Length > 0)
            WriteNested(xml, remittance, "RmtInf", "Ustrd");
        xml.WriteEndElement();
    }

    private static void WriteName(XmlWriter xml, string party, string name, string id)
    {
        var written = SepaText.Of(name, NameLength);
        if (!written.Any(char.IsAsciiLetterOrDigit))
            throw new Refused("bank-file.name", id);
        WriteNested(xml, written, party, "Nm");
    }

    private static void WriteNested(XmlWriter xml, string text, params ReadOnlySpan<string> path)
    {
        foreach (var element in path)
            xml.WriteStartElement(element);
        xml.WriteString(text);
        foreach (var _ in path)
            xml.WriteEndElement();
    }

    private static string Amount(long minor) =>
        string.Create(CultureInfo.InvariantCulture, $"{minor / 100}.{minor % 100:00}");

    private static void Check(BankFileHeader header)
    {
        Invariant.Holds(SepaText.IsId(header.MsgId), $"'{header.MsgId}' is no id for a bank file");
        Invariant.Holds(header.CreatedAt.Kind == DateTimeKind.Utc, "a bank file's time is not UTC");
        Invariant.Holds(header.NumberOfTransactions > 0, $"bank file {header.MsgId} would be empty");
        Invariant.Holds(header.ControlSumMinor > 0, $"bank file {header.MsgId} would pay nothing");
    }

    private static void Check(BankFileLine line)
    {
        Invariant.Holds(SepaText.IsId(line.EndToEndId), $"'{line.EndToEndId}' is no id for a transfer");
        Invariant.Holds(line.AmountMinor > 0, $"transfer {line.EndToEndId} would pay {line.AmountMinor}");
        if (line.AmountMinor > LargestAmountMinor)
            throw new Refused("bank-file.amount", line.EndToEndId);
    }
}
