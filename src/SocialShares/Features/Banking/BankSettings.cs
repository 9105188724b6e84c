namespace SocialShares.Features.Banking;

/// <summary>Settings of the section <c>Bank</c>.</summary>
public sealed class BankSettings
{
    /// <summary>The platform's account for payers' money, by currency; without one nobody pays by bank transfer in that currency.</summary>
    public Dictionary<string, ClientAccount> Accounts { get; set; } = [];

    /// <summary>Days in which a transfer must reach the account.</summary>
    public int DaysToPay { get; set; } = 10;

    /// <summary>Days after the last one for which shares are still held, because statements come later than money.</summary>
    public int DaysToBook { get; set; } = 3;

    /// <summary>The largest file of statements that is taken in.</summary>
    public int LargestStatementMegabytes { get; set; } = 2_000;

    /// <summary>The account of a currency; null where there is none.</summary>
    public ClientAccount? For(Currency currency) => Accounts.GetValueOrDefault(currency.Code);

    /// <summary>The currency of one of the accounts; null: it is none of ours.</summary>
    public Currency? Of(string? iban) =>
        Accounts
            .Where(a => a.Value.Number.Value == iban)
            .Select(a => (Currency?)Currency.Parse(a.Key))
            .SingleOrDefault();

    /// <summary>Does a refund of this payment go by bank file? What did not come by bank only where there is an account to pay from.</summary>
    public bool IsWayOf(Payment payment, DateTime now) =>
        RefundWay.IsByBank(payment, now)
        && (payment.Method == RefundWay.BankTransfer || For(payment.Currency) is not null);

    /// <summary>Puts the accounts into one form; what is no account stops the start.</summary>
    public BankSettings Checked()
    {
        Accounts = Accounts.ToDictionary(a => Currency.Parse(a.Key).Code, a => a.Value);
        foreach (var (currency, account) in Accounts)
            if (!Iban.TryParse(account.Iban, out _) || account.Name.Trim().Length is < 1 or > 70)
                throw new InvalidOperationException(
                    $"Bank:Accounts:{currency} needs an Iban and a Name of 1 to 70 letters"
                );
        return DaysToPay is >= 1 and <= 60 && DaysToBook is >= 0 and <= 30
            ? this
            : throw new InvalidOperationException("Bank:DaysToPay is 1 to 60, Bank:DaysToBook 0 to 30");
    }
}

/// <summary>A bank account that holds payers' money.</summary>
public sealed class ClientAccount
{
    public string Iban { get; set; } = "";

    /// <summary>Whose account it is, as the bank knows it.</summary>
    public string Name { get; set; } = "";

    /// <summary>Of the bank; not needed within Europe.</summary>
    public string? Bic { get; set; }

    /// <summary>The number.</summary>
    public Iban Number => Domain.Iban.Parse(Iban);
}

internal static class Banking
{
    public static void AddBanking(this IServiceCollection services, BankSettings settings) =>
        services
            .AddSingleton(settings.Checked())
            .AddScoped<MoneyBackByBank>()
            .AddScoped<IncomingTransfers>()
            .AddScoped<StatementDesk>()
            .AddScoped<LineDesk>()
            .AddScoped<OrdersOnStatement>()
            .AddScoped<TransferReading>();
}
