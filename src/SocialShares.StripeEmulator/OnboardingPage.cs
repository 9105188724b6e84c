namespace SocialShares.StripeEmulator;

/// <summary>Where an enterprise would tell Stripe who it is; here it says "done" or leaves.</summary>
internal static class OnboardingPage
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/setup/{account}/{id}", Show).DisableAntiforgery();
        routes.MapPost("/setup/{account}/{id}", Answer).DisableAntiforgery();
    }

    private static IResult Show(string account, string id, World world)
    {
        lock (world.Gate)
        {
            if (!world.TryFind<AccountLink>(id, out var link) || link.For.Id != account)
            {
                return PageHtml.NotFound();
            }

            if (link.Used || world.Now >= link.ExpiresAt)
            {
                return Results.Redirect(link.RefreshUrl);
            }

            link.Used = true;
            return PageHtml.Onboarding(link);
        }
    }

    private static async Task<IResult> Answer(string account, string id, HttpRequest request, World world)
    {
        var form = await request.ReadFormAsync();
        lock (world.Gate)
        {
            if (!world.TryFind<AccountLink>(id, out var link) || link.For.Id != account)
            {
                return PageHtml.NotFound();
            }

            if (form["outcome"] == "complete" && !link.For.IsEnabled)
            {
                Accounts.CompleteOnboarding(world, link.For);
            }

            return Results.Redirect(link.ReturnUrl);
        }
    }
}
