using System.Net;
using System.Text;

namespace SocialShares.StripeEmulator;

/// <summary>The few pages of the emulator, written inline: it has no folder of files that could clash with the product's.</summary>
internal static class PageHtml
{
    public const string Css = """
        body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; background: #f6f5f1; color: #1d1d1b; }
        main { max-width: 30rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
        .note { background: #1d1d1b; color: #fff; margin: 0; padding: .5rem 1rem; text-align: center; }
        .total { font-size: 2rem; margin: 0 0 1rem; font-variant-numeric: tabular-nums; }
        .wrong { border-left: .3rem solid #a5201b; background: #fff; padding: .6rem 1rem; }
        form { background: #fff; border: 1px solid #8a887f; border-radius: .4rem; padding: 1rem; margin: 1rem 0; }
        label { display: block; margin: .7rem 0 .2rem; }
        input { font: inherit; width: 100%; box-sizing: border-box; padding: .5rem; border: 1px solid #5c5a54; border-radius: .3rem; }
        button { font: inherit; font-weight: 600; padding: .6rem 1.2rem; margin: 1rem .5rem 0 0; border: 0; border-radius: .3rem;
          background: #1f4f8f; color: #fff; cursor: pointer; }
        button.plain { background: #fff; color: #1d1d1b; border: 1px solid #5c5a54; }
        a { color: #1f4f8f; }
        :focus-visible { outline: 3px solid #b25a00; outline-offset: 2px; }
        """;

    private const string Policy =
        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; img-src 'self' data:";

    public static IResult Payment(Session session, string? message)
    {
        var body = new StringBuilder();
        if (message is not null)
        {
            body.Append(Line($"<p class=\"wrong\" role=\"alert\" id=\"payment-error\">{Text(message)}</p>"));
        }

        body.Append(Line($"<h1>{Text(session.Items[0].Name)}</h1>"));
        body.Append(Line($"<p class=\"total\" id=\"total\">{PayForms.Money(session.Total, session.Currency)}</p>"));
        foreach (var item in session.Items)
        {
            var described = item.Description is null ? "" : $" <small>{Text(item.Description)}</small>";
            body.Append(
                Line(
                    $"<p>{item.Quantity} x {Text(item.Name)}, {PayForms.Money(item.UnitAmount, session.Currency)} each{described}</p>"
                )
            );
        }

        foreach (var method in session.MethodTypes)
        {
            body.Append(PayForms.Of(session, method));
        }

        if (session.CancelUrl is not null)
        {
            body.Append(Line($"<p><a id=\"cancel\" href=\"{Text(session.CancelUrl)}\">Cancel and go back</a></p>"));
        }

        return Page("Pay", body.ToString());
    }

    public static IResult Bank(PaymentIntent intent)
    {
        var kind = intent.Method!.Kind;
        var (title, yes, no) = kind.AsksBank
            ? ($"{kind.Title.Split(" | ")[0]} test payment page", "Authorise test payment", "Fail test payment")
            : ("3D Secure 2 test page", "Complete", "Fail");
        return Page(
            title,
            $"""
            <h1>{title}</h1>
            <p class="total">{PayForms.Money(intent.Amount, intent.Currency)}</p>
            <p>The bank asks: is it you who pays?</p>
            <form method="post">
            <button name="outcome" value="complete" id="authorise">{yes}</button>
            <button name="outcome" value="fail" id="fail" class="plain">{no}</button>
            </form>
            """
        );
    }

    public static IResult Onboarding(AccountLink link) =>
        Page(
            "Tell us about your enterprise",
            $"""
            <h1>Tell us about your enterprise</h1>
            <p>Account <code>{Text(link.For.Id)}</code>. A real Stripe would ask for papers here.</p>
            <form method="post">
            <button name="outcome" value="complete" id="complete">Complete with test data</button>
            <button name="outcome" value="leave" id="leave" class="plain">Leave without finishing</button>
            </form>
            """
        );

    public static IResult Expired(Session session) =>
        Page(
            "This checkout is over",
            "<h1>This checkout is over</h1><p>The time to pay ran out. Nothing was charged.</p>"
                + (
                    session.CancelUrl is null
                        ? ""
                        : $"<p><a id=\"cancel\" href=\"{Text(session.CancelUrl)}\">Go back</a></p>"
                )
        );

    /// <summary>For payments that were begun by API and told no address to come back to.</summary>
    public static IResult Answered(PaymentIntent intent) =>
        Page("Answered", $"<h1>Answered</h1><p>The payment is now <code>{Text(intent.Status)}</code>.</p>");

    public static IResult NotFound() => Page("Not found", "<h1>There is no such page here</h1>", 404);

    private static IResult Page(string title, string body, int status = 200)
    {
        var html = $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title} - local Stripe emulator</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="/_emu/page.css">
            </head>
            <body>
            <p class="note">Local Stripe emulator. No real money moves.</p>
            <main>
            {body}
            </main>
            </body>
            </html>

            """;
        return new WithPolicy(Results.Content(html, "text/html; charset=utf-8", Encoding.UTF8, status));
    }

    private sealed class WithPolicy(IResult inner) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.ContentSecurityPolicy = Policy;
            httpContext.Response.Headers.CacheControl = "no-store";
            return inner.ExecuteAsync(httpContext);
        }
    }

    private static string Line(string text) => text + "\n";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
