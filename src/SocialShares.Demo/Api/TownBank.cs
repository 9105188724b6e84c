using System.Collections.Concurrent;
using System.Globalization;
using System.Xml.Linq;
using SocialShares.Demo.People;
using SocialShares.Features.Banking;

namespace SocialShares.Demo.Api;

/// <summary>
/// The bank where the platform has its client-money accounts, and the administrators' daily work with it: files are made by one
/// and released by the other, statements taken in, payers without a reference found.
/// </summary>
public sealed class TownBank(Town town) : IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private readonly ConcurrentDictionary<Currency, BankAccount> accounts = new();

    /// <summary>Settings of the product for the two accounts.</summary>
    public static IReadOnlyList<string> Settings { get; } = [.. Of(Currency.Eur, "NL"), .. Of(Currency.Gbp, "GB")];

    public void Dispose() => oneAtATime.Dispose();

    /// <summary>Somebody transfers money to the platform's account.</summary>
    public void Receive(Currency currency, IncomingTransfer transfer) => Account(currency).Book(transfer);

    /// <summary>One day's work, until nothing is left to send and nothing new on the accounts.</summary>
    public async Task Work(CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            do
            {
                await SendFiles(ct);
                await TakeIn(ct);
                await FindPayers(ct);
                await town.Quiet(ct);
            } while ((await Orders(ct)).Ready.Count > 0);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>An administrator takes in the statements of what moved; what nobody knows stays in the work list.</summary>
    public async Task TakeIn(CancellationToken ct)
    {
        foreach (var account in accounts.Values)
            if (account.Statement(town.Clock.GetUtcNow()) is { } statement)
                await town.First.Upload<StatementsImported>(
                    $"/bank/statements?fileName={account.LastName}.xml",
                    statement,
                    "application/xml",
                    ct
                );
        await town.Quiet(ct);
    }

    /// <summary>Does nothing wait for a person, and is every payment that was sent on a statement?</summary>
    public async Task<bool> IsQuiet(CancellationToken ct)
    {
        await Work(ct);
        await oneAtATime.WaitAsync(ct);
        try
        {
            var work = await town.First.Get<WorkList>("/bank/work-list", ct);
            return work is { Count: 0, Differences.Count: 0 }
                && (await Orders(ct)).Orders.All(o => o.State is not (BankOrderState.Sent or BankOrderState.InFile));
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task SendFiles(CancellationToken ct)
    {
        foreach (var ready in (await Orders(ct)).Ready)
        {
            var body = new MakeBankFile.Body(ready.Currency);
            var made = await town.First.Post<ClientFileMade>("/bank/files", body, ct);
            await town.Second.Post($"/bank/files/{made.No}/release", null, ct);
            Account(ready.Currency).CarryOut(await town.Second.Download($"/bank/files/{made.No}", ct));
        }
    }

    // A person says yes to what is proposed because name and amount are the same; anything else must not happen here.
    private async Task FindPayers(CancellationToken ct)
    {
        foreach (var item in (await town.First.Get<WorkList>("/bank/work-list", ct)).Items)
        {
            var payer =
                item.Proposals.FirstOrDefault(p => p is { SameAmount: true, SameName: true })
                ?? throw new InvalidOperationException($"Nobody knows the payment of {item.Name}, {item.AmountMinor}.");
            await town.First.Post($"/bank/work-list/{item.Id}/match", new MatchLine.Body(payer.ApplicationId), ct);
        }
    }

    private Task<BankOrdersShown> Orders(CancellationToken ct) => town.First.Get<BankOrdersShown>("/bank/orders", ct);

    private BankAccount Account(Currency currency) =>
        accounts.GetOrAdd(currency, c => new BankAccount(c, Iban(c == Currency.Gbp ? "GB" : "NL")));

    private static string[] Of(Currency currency, string country) =>
        [
            $"--Bank:Accounts:{currency.Code}:Iban={Iban(country)}",
            $"--Bank:Accounts:{currency.Code}:Name=SocialShares client money",
        ];

    private static string Iban(string country) => TestIban.Of(country, 90_000_001);
}

/// <summary>Money that comes to the platform's account.</summary>
/// <param name="Minor">How much, minor units.</param>
/// <param name="Name">Who sends it.</param>
/// <param name="Iban">From where.</param>
/// <param name="Reference">The reference that they were given; null where they forgot it.</param>
public sealed record IncomingTransfer(long Minor, string Name, string Iban, string? Reference);

/// <summary>One account at the bank: what moved on it since the last statement, and its balance.</summary>
internal sealed class BankAccount(Currency currency, string iban)
{
    private static readonly XNamespace Camt = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";
    private readonly ConcurrentQueue<Movement> moved = new();
    private long balance;
    private int statements;
    private int lines;

    /// <summary>Name of the last statement.</summary>
    public string LastName { get; private set; } = "";

    public void Book(IncomingTransfer t) => moved.Enqueue(new Movement(t.Minor, t.Name, t.Iban, t.Reference, null));

    /// <summary>Carries out a file of payments.</summary>
    public void CarryOut(byte[] file)
    {
        using var stream = new MemoryStream(file);
        foreach (var payment in All(XDocument.Load(stream), "CdtTrfTxInf"))
            moved.Enqueue(
                new Movement(
                    -Minor(One(payment, "InstdAmt")),
                    One(payment, "Nm"),
                    One(payment, "IBAN"),
                    null,
                    One(payment, "EndToEndId")
                )
            );
    }

    /// <summary>A statement of all that moved since the last; null where nothing did.</summary>
    public byte[]? Statement(DateTimeOffset now)
    {
        var some = new List<Movement>();
        while (moved.TryDequeue(out var movement))
            some.Add(movement);
        if (some.Count == 0)
            return null;
        var day = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        LastName = string.Create(CultureInfo.InvariantCulture, $"{currency.Code}-{++statements}");
        var opening = balance;
        balance += some.Sum(m => m.Minor);
        var document = E(
            "Document",
            E(
                "BkToCstmrStmt",
                E("GrpHdr", E("MsgId", LastName), E("CreDtTm", $"{day}T06:00:00")),
                E(
                    "Stmt",
                    E("Id", LastName),
                    E("ElctrncSeqNb", statements),
                    E("Acct", E("Id", E("IBAN", iban)), E("Ccy", currency.Code)),
                    Balance("OPBD", opening, day),
                    Balance("CLBD", balance, day),
                    some.Select(m => Entry(m, day))
                )
            )
        );
        using var stream = new MemoryStream();
        new XDocument(document).Save(stream);
        return stream.ToArray();
    }

    private XElement Entry(Movement m, string day)
    {
        var role = m.Minor < 0 ? "Cdtr" : "Dbtr";
        return E(
            "Ntry",
            Amount(m.Minor),
            E("CdtDbtInd", Side(m.Minor)),
            E("Sts", E("Cd", "BOOK")),
            E("BookgDt", E("Dt", day)),
            E("AcctSvcrRef", string.Create(CultureInfo.InvariantCulture, $"{currency.Code}{++lines}")),
            E("BkTxCd"),
            E(
                "NtryDtls",
                E(
                    "TxDtls",
                    E("Refs", E("EndToEndId", m.EndToEndId ?? "NOTPROVIDED")),
                    Amount(m.Minor),
                    E("RltdPties", E(role, E("Pty", E("Nm", m.Name))), E($"{role}Acct", E("Id", E("IBAN", m.Iban)))),
                    m.Reference is null
                        ? E("RmtInf", E("Ustrd", "for the shares"))
                        : E("RmtInf", E("Strd", E("CdtrRefInf", E("Ref", m.Reference))))
                )
            )
        );
    }

    private XElement Balance(string code, long minor, string day) =>
        E(
            "Bal",
            E("Tp", E("CdOrPrtry", E("Cd", code))),
            Amount(minor),
            E("CdtDbtInd", Side(minor)),
            E("Dt", E("Dt", day))
        );

    private XElement Amount(long minor) =>
        new(
            Camt + "Amt",
            new XAttribute("Ccy", currency.Code),
            string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(minor) / 100}.{Math.Abs(minor) % 100:00}")
        );

    private static string Side(long minor) => minor < 0 ? "DBIT" : "CRDT";

    private static XElement E(string name, params object[] content) => new(Camt + name, content);

    private static IEnumerable<XElement> All(XContainer of, string name) =>
        of.Descendants().Where(e => e.Name.LocalName == name);

    private static string One(XElement of, string name) => All(of, name).First().Value;

    private static long Minor(string figure) =>
        long.Parse(figure.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private sealed record Movement(long Minor, string Name, string Iban, string? Reference, string? EndToEndId);
}
