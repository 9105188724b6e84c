using System.Globalization;

namespace SocialShares.StripeEmulator;

/// <summary>The pages a buyer sees: plain forms that work without JavaScript.</summary>
internal static class HostedPage
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/c/pay/{id}", Show).DisableAntiforgery();
        routes.MapPost("/c/pay/{id}", Pay).DisableAntiforgery();
        routes.MapGet("/c/pay/{id}/bank", ShowBank).DisableAntiforgery();
        routes.MapPost("/c/pay/{id}/bank", AnswerBank).DisableAntiforgery();
        routes.MapGet("/c/intent/{id}", ShowIntent).DisableAntiforgery();
        routes.MapPost("/c/intent/{id}", AnswerIntent).DisableAntiforgery();
    }

    private static IResult ShowIntent(string id, World world)
    {
        lock (world.Gate)
        {
            return
                world.TryFind<PaymentIntent>(id, out var intent)
                && intent is { Session: null, Status: "requires_action" }
                ? PageHtml.Bank(intent)
                : PageHtml.NotFound();
        }
    }

    private static async Task<IResult> AnswerIntent(string id, HttpRequest request, World world)
    {
        var form = await request.ReadFormAsync();
        lock (world.Gate)
        {
            if (!world.TryFind<PaymentIntent>(id, out var intent) || intent.Session is not null)
            {
                return PageHtml.NotFound();
            }

            Payments.Answer(world, intent, form["outcome"] == "complete");
            return intent.ReturnUrl is { } url ? SeeOther(url) : PageHtml.Answered(intent);
        }
    }

    private static IResult Show(string id, Checkout checkout)
    {
        var session = checkout.Find(id);
        return session switch
        {
            null => PageHtml.NotFound(),
            { Status: "open" } => PageHtml.Payment(session, null),
            { Status: "complete" } => Results.Redirect(session.ReturnTo),
            _ => PageHtml.Expired(session),
        };
    }

    private static async Task<IResult> Pay(string id, HttpRequest request, Checkout checkout)
    {
        if (checkout.Find(id) is not { } session)
        {
            return PageHtml.NotFound();
        }

        var result = await checkout.Try(session, Read(await request.ReadFormAsync()));
        return After(session, result);
    }

    private static IResult ShowBank(string id, Checkout checkout)
    {
        var session = checkout.Find(id);
        return session switch
        {
            null => PageHtml.NotFound(),
            { Status: "open", Intent.Status: "requires_action" } => PageHtml.Bank(session.Intent),
            _ => Results.Redirect(session.Url),
        };
    }

    private static async Task<IResult> AnswerBank(string id, HttpRequest request, Checkout checkout)
    {
        if (checkout.Find(id) is not { } session)
        {
            return PageHtml.NotFound();
        }

        var form = await request.ReadFormAsync();
        return After(session, await checkout.Answer(session, form["outcome"] == "complete"));
    }

    private static IResult After(Session session, PaymentResult result) =>
        result.Status switch
        {
            _ when result.LeadsBack => SeeOther(session.ReturnTo),
            "requires_action" => SeeOther($"{session.Url}/bank"),
            "declined" => PageHtml.Payment(session, result.Decline!.Message),
            "open" => SeeOther(session.Url),
            _ => PageHtml.Expired(session),
        };

    private static IResult SeeOther(string url) => new SeeOtherResult(url);

    private sealed class SeeOtherResult(string url) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = url;
            return Task.CompletedTask;
        }
    }

    private static PaymentChoice Read(IFormCollection form)
    {
        var digits = new string([.. form["card_number"].ToString().Where(x => !char.IsWhiteSpace(x) && x != '-')]);
        var expiry = form["expiry"].ToString().Split('/', StringSplitOptions.TrimEntries);
        var month = Number(expiry[0]);
        var year = expiry.Length == 2 ? Number(expiry[1]) : 0;
        return new PaymentChoice
        {
            Method = form["method"].ToString(),
            CardNumber = digits,
            ExpiryMonth = month,
            ExpiryYear = year < 100 ? 2000 + year : year,
            Cvc = form["cvc"].ToString().Trim(),
            Iban = PaymentChoice.Compact(form["iban"]),
            SortCode = PaymentChoice.Compact(form["sort_code"]),
            AccountNumber = PaymentChoice.Compact(form["account_number"]),
            Name = form["name"].ToString().Trim(),
            Email = form["email"].ToString().Trim(),
        };
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 10_000
            ? number
            : 0;
}
