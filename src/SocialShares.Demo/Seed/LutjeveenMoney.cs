using SocialShares.Demo.Api;
using SocialShares.Demo.People;

namespace SocialShares.Demo.Seed;

/// <summary>
/// Money for the shop of Lutjeveen that does not come by card: by bank transfer, with and without a reference, by a debit whose
/// bank has not answered; and a payment that its payer's bank takes back.
/// </summary>
public sealed class LutjeveenMoney(Town town, OfferId offer, Cast villagers, Progress progress)
{
    // None of those who buy otherwise.
    private const int From = 61;
    private const long AmountMinor = 25_000;

    /// <summary>Two pay by bank, one of them in two parts; a day later the statement is taken in.</summary>
    public async Task TwoPayByBank(CancellationToken ct)
    {
        await Send(ct, Buyer(From, way: TransferWay.Whole), Buyer(From + 1, way: TransferWay.InTwoParts));
        await town.Bank.Work(ct);
        progress.Say("two people pay by bank; their transfers are taken in");
    }

    /// <summary>
    /// A bank takes a payment back, a debit is on its way, somebody forgot the reference, and a stranger sent something: the
    /// work of today.
    /// </summary>
    public async Task SomeNeedAPerson(CancellationToken ct)
    {
        await Send(
            ct,
            Buyer(From + 2, BuyerStory.IsDisputed, "card"),
            Buyer(From + 3, method: "sepa_debit"),
            Buyer(From + 4, way: TransferWay.WithoutReference),
            Buyer(From + 5, way: TransferWay.Whole)
        );
        town.Bank.Receive(
            Currency.Eur,
            new IncomingTransfer(1_750, "Klaverjasclub De Vaart", villagers.Iban(From + 9), Reference: null)
        );
        await town.Bank.TakeIn(ct);
        progress.Say("a dispute, a debit and payments without a reference wait");
    }

    private Task Send(CancellationToken ct, params Buyer[] buyers) =>
        new Buying(town, offer).Send(buyers, progress.OneBuyer, ct);

    private Buyer Buyer(int no, BuyerStory story = BuyerStory.Pays, string method = "ideal", TransferWay? way = null) =>
        new(
            town.Account(villagers.SignIn(no)),
            villagers.Language,
            villagers.Person(no),
            new PayoutChoice(PayoutDestination.Bank, villagers.Iban(no)),
            AmountMinor,
            story,
            method,
            ByForm: false,
            Transfer: way is { } w ? new TransferPlan(villagers.Iban(no), w) : null
        );
}
