using System.Globalization;
using System.Xml.Linq;

namespace SocialShares.Adapters.Sepa;

/// <summary>Reads the description of a statement.</summary>
/// <param name="of">The element, without entries.</param>
/// <param name="line">Where it begins.</param>
internal sealed class CamtStatement(XElement of, int line)
{
    /// <summary>Reads it.</summary>
    /// <exception cref="Refused"><c>statement.field</c></exception>
    public BankStatement Read()
    {
        var account = of.Child("Acct");
        var code = account.Text("Ccy");
        return new BankStatement(
            of.Text("Id") ?? throw CamtFields.Missing(line, "Id"),
            account.Child("Id").Text("IBAN") is { } iban ? CamtFields.Account(iban) : null,
            account.Child("Id").Child("Othr").Text("Id"),
            code is null ? null : CamtFields.CurrencyOf(code, line, "Ccy"),
            of.Text("ElctrncSeqNb") is { } number ? Number(number) : null,
            Balance("OPBD") ?? Balance("PRCD"),
            Balance("CLBD")
        );
    }

    private long Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw CamtFields.Missing(line, "ElctrncSeqNb");

    private StatementBalance? Balance(string code)
    {
        var balance = of.Elements()
            .FirstOrDefault(b => b.Name.LocalName == "Bal" && b.Child("Tp").Child("CdOrPrtry").Text("Cd") == code);
        if (balance is null)
            return null;
        var (minor, currency) = CamtFields.Amount(balance.Child("Amt"), line);
        return new StatementBalance(
            CamtFields.IsDebit(balance, line) ? -minor : minor,
            currency,
            CamtFields.Day(balance.Child("Dt"), line, "Bal/Dt")
        );
    }
}

/// <summary>Reads an entry.</summary>
/// <param name="of">The element.</param>
/// <param name="line">Where it begins.</param>
internal sealed class CamtEntry(XElement of, int line)
{
    /// <summary>Reads it; null when it is not booked.</summary>
    /// <exception cref="Refused"><c>statement.field</c></exception>
    public StatementEntry? Read(int no)
    {
        // Version 08 puts the code into an element of its own.
        var state = of.Child("Sts").Text("Cd") ?? of.Text("Sts");
        if (state != "BOOK")
            return state is null ? throw CamtFields.Missing(line, "Sts") : null;
        var (minor, currency) = CamtFields.Amount(of.Child("Amt"), line);
        var sign = CamtFields.IsDebit(of, line) ? -1 : 1;
        return new StatementEntry(
            no,
            sign * minor,
            currency,
            CamtFields.Day(of.Child("BookgDt"), line, "BookgDt"),
            // Not NtryRef: it counts the entries of this statement, and is another one on the next.
            of.Text("AcctSvcrRef"),
            of.Text("RvslInd") is "true" or "1",
            Details(sign, minor, currency)
        );
    }

    private List<StatementDetail> Details(int sign, long minor, Currency currency)
    {
        var all = of.Elements()
            .Where(e => e.Name.LocalName == "NtryDtls")
            .SelectMany(d => d.Elements().Where(e => e.Name.LocalName == "TxDtls"))
            .ToList();
        // A bank that says nothing of what an entry consists of has told its sum all the same.
        if (all.Count == 0)
            return [new StatementDetail(sign * minor, null, null, of.Text("AddtlNtryInf") ?? "", null, null, null)];
        var details = all.ConvertAll(d => Detail(d, sign, AmountOf(d, all.Count == 1 ? minor : null, currency)));
        if (details.Sum(d => d.AmountMinor) != sign * minor)
            throw CamtFields.Missing(line, "TxDtls/Amt");
        return details;
    }

    private long AmountOf(XElement detail, long? whole, Currency currency)
    {
        var amount = detail.Child("Amt") ?? detail.Child("AmtDtls").Child("TxAmt").Child("Amt");
        if (amount is null)
            return whole ?? throw CamtFields.Missing(line, "TxDtls/Amt");
        // What was sent in another currency was booked in this one.
        return amount.Attribute("Ccy")?.Value != currency.Code
            ? whole ?? throw CamtFields.Missing(line, "TxDtls/Amt/Ccy")
            : CamtFields.Amount(amount, line).Minor;
    }

    private static StatementDetail Detail(XElement d, int sign, long minor)
    {
        var (party, account) = sign > 0 ? ("Dbtr", "DbtrAcct") : ("Cdtr", "CdtrAcct");
        var parties = d.Child("RltdPties");
        var remittance = d.Child("RmtInf");
        var endToEnd = d.Child("Refs").Text("EndToEndId");
        return new StatementDetail(
            sign * minor,
            endToEnd is "NOTPROVIDED" ? null : endToEnd,
            remittance.Child("Strd").Child("CdtrRefInf").Text("Ref"),
            string.Join(
                ' ',
                remittance?.Elements().Where(e => e.Name.LocalName == "Ustrd").Select(e => e.Value.Trim()) ?? []
            ),
            parties.Child(party).Child("Pty").Text("Nm") ?? parties.Child(party).Text("Nm"),
            parties.Child(account).Child("Id").Text("IBAN") is { } iban ? CamtFields.Account(iban) : null,
            d.Child("RtrInf").Child("Rsn").Text("Cd") ?? d.Child("RtrInf").Child("Rsn").Text("Prtry")
        );
    }
}

/// <summary>What the parts of a statement have in common. Names are compared without their version.</summary>
internal static class CamtFields
{
    public static XElement? Child(this XElement? of, string name) =>
        of?.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    public static string? Text(this XElement? of, string name) =>
        of.Child(name) is { HasElements: false } child && child.Value.Trim() is { Length: > 0 } text ? text : null;

    public static Refused Missing(int line, string name) => new("statement.field", line, name);

    /// <summary>An account number in electronic form.</summary>
    public static string Account(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    public static Currency CurrencyOf(string code, int line, string name) =>
        Currency.TryParse(code, out var currency) ? currency : throw Missing(line, name);

    /// <summary>Minor units; a file may write more zeros than the currency has.</summary>
    public static (long Minor, Currency Currency) Amount(XElement? amount, int line)
    {
        var currency = CurrencyOf(amount?.Attribute("Ccy")?.Value ?? "", line, "Amt/Ccy");
        if (
            !decimal.TryParse(
                amount!.Value.Trim(),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var major
            )
            || major > 1_000_000_000_000m
            || decimal.Truncate(major * 100) != major * 100
        )
            throw Missing(line, "Amt");
        return ((long)(major * 100), currency);
    }

    public static bool IsDebit(XElement of, int line) =>
        of.Text("CdtDbtInd") switch
        {
            "CRDT" => false,
            "DBIT" => true,
            _ => throw Missing(line, "CdtDbtInd"),
        };

    /// <summary>A day, or the day of an instant as the bank wrote it.</summary>
    public static DateOnly Day(XElement? of, int line, string name)
    {
        var text = of.Text("Dt") ?? of.Text("DtTm");
        return
            text?.Length >= 10
            && DateOnly.TryParseExact(
                text[..10],
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
            ? day
            : throw Missing(line, name);
    }
}
