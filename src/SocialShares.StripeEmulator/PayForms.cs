using System.Globalization;
using System.Net;

namespace SocialShares.StripeEmulator;

/// <summary>One form for each way to pay that a session offers; each works without JavaScript.</summary>
internal static class PayForms
{
    public static string Of(Session session, string method) =>
        method switch
        {
            MethodKind.Card => Card(session),
            MethodKind.SepaDebit => SepaDebit(session),
            MethodKind.BacsDebit => BacsDebit(session),
            _ => Bank(session, MethodKind.Of(method)),
        };

    public static string Money(long minor, string currency) =>
        string.Create(CultureInfo.InvariantCulture, $"{currency.ToUpperInvariant()} {minor / 100}.{minor % 100:00}");

    private static string Card(Session session) =>
        $"""
            <form method="post" id="card-form" aria-labelledby="card-title" autocomplete="off">
            <h2 id="card-title">Card</h2>
            <input type="hidden" name="method" value="card">
            <label for="email">Email</label>
            <input id="email" name="email" type="email" value="{Text(session.CustomerEmail ?? "")}">
            <label for="card_number">Card number</label>
            <input id="card_number" name="card_number" inputmode="numeric" required>
            <label for="expiry">Expiry (month / year)</label>
            <input id="expiry" name="expiry" inputmode="numeric" placeholder="12 / 34" required>
            <label for="cvc">Security code</label>
            <input id="cvc" name="cvc" inputmode="numeric" required>
            <label for="name">Name on the card</label>
            <input id="name" name="name">
            <button id="pay-card">Pay {Total(session)} by card</button>
            </form>

            """;

    /// <summary>Sends the buyer to the bank's page: iDEAL, Bancontact.</summary>
    private static string Bank(Session session, MethodKind kind) =>
        $"""
            <form method="post" id="{kind.Type}-form" aria-labelledby="{kind.Type}-title" autocomplete="off">
            <h2 id="{kind.Type}-title">{Text(kind.Title)}</h2>
            <input type="hidden" name="method" value="{kind.Type}">
            <input type="hidden" name="email" value="{Text(session.CustomerEmail ?? "")}">
            <label for="{kind.Type}-name">Your name</label>
            <input id="{kind.Type}-name" name="name">
            <button id="pay-{kind.Type}">Pay {Total(session)} with {Text(kind.Title.Split(" | ")[0])}</button>
            </form>

            """;

    private static string SepaDebit(Session session) =>
        $"""
            <form method="post" id="sepa_debit-form" aria-labelledby="sepa_debit-title" autocomplete="off">
            <h2 id="sepa_debit-title">SEPA Direct Debit</h2>
            <input type="hidden" name="method" value="sepa_debit">
            {Holder(session, MethodKind.SepaDebit)}
            <label for="iban">IBAN</label>
            <input id="iban" name="iban" autocapitalize="characters" spellcheck="false" required aria-describedby="sepa_debit-mandate">
            <p id="sepa_debit-mandate">By paying you let the seller and Stripe take this amount once from your account.
            Your bank gives it back if you ask within eight weeks. The seller hears in some working days whether it was paid.</p>
            <button id="pay-sepa_debit">Pay {Total(session)} by SEPA Direct Debit</button>
            </form>

            """;

    private static string BacsDebit(Session session) =>
        $"""
            <form method="post" id="bacs_debit-form" aria-labelledby="bacs_debit-title" autocomplete="off">
            <h2 id="bacs_debit-title">Bacs Direct Debit</h2>
            <input type="hidden" name="method" value="bacs_debit">
            {Holder(session, MethodKind.BacsDebit)}
            <label for="sort_code">Sort code</label>
            <input id="sort_code" name="sort_code" inputmode="numeric" required>
            <label for="account_number">Account number</label>
            <input id="account_number" name="account_number" inputmode="numeric" required aria-describedby="bacs_debit-mandate">
            <p id="bacs_debit-mandate">By paying you give a Direct Debit Instruction to your bank. The Direct Debit Guarantee
            applies. The seller hears in some working days whether it was paid.</p>
            <button id="pay-bacs_debit">Pay {Total(session)} by Bacs Direct Debit</button>
            </form>

            """;

    private static string Holder(Session session, string method) =>
        $"""
            <label for="{method}-email">Email</label>
            <input id="{method}-email" name="email" type="email" value="{Text(session.CustomerEmail ?? "")}">
            <label for="{method}-name">Name of the account holder</label>
            <input id="{method}-name" name="name" required>
            """;

    private static string Total(Session session) => Money(session.Total, session.Currency);

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
