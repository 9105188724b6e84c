using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

/// <summary>Making and showing payment methods.</summary>
internal static class PaymentMethods
{
    public static JsonObject Retrieve(Call call) => call.Named<PaymentMethod>("payment_method").Render(call.World);

    /// <summary>What was typed on the page.</summary>
    public static PaymentMethod Add(World world, Account owner, PaymentChoice choice, string? knownEmail)
    {
        var type = choice.Method;
        return world.Remember(
            new PaymentMethod
            {
                Id = World.NewId("pm"),
                Owner = owner,
                Created = world.Now,
                Type = type,
                Name = choice.Name,
                Email = choice.Email.Length > 0 ? choice.Email : knownEmail,
                CardNumber = type == MethodKind.Card ? choice.CardNumber : "",
                ExpiryMonth = choice.ExpiryMonth,
                ExpiryYear = choice.ExpiryYear,
                Iban = type == MethodKind.SepaDebit ? choice.Iban : "",
                SortCode = type == MethodKind.BacsDebit ? choice.SortCode : "",
                AccountNumber = type == MethodKind.BacsDebit ? choice.AccountNumber : "",
            }
        );
    }
}
