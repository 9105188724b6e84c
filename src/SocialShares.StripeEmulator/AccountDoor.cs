namespace SocialShares.StripeEmulator;

/// <summary>Stripe's own look at a connected account, under <c>/_emu/accounts</c>.</summary>
internal static class AccountDoor
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/_emu/accounts/{id}", Judge);

    private sealed record JudgeOrder
    {
        /// <summary>restricted or enabled.</summary>
        public string State { get; init; } = "restricted";
        public IReadOnlyList<string> Due { get; init; } = ["company.verification.document"];
    }

    private static async Task<IResult> Judge(string id, HttpRequest request, World world)
    {
        var (order, problem) = await AdminDoor.Read<JudgeOrder>(request);
        if (problem is not null || order!.State is not ("restricted" or "enabled"))
        {
            return AdminDoor.Problem(problem ?? "state must be restricted or enabled");
        }

        lock (world.Gate)
        {
            if (!world.TryFind<Account>(id, out var account) || ReferenceEquals(account, world.Platform))
            {
                return AdminDoor.Problem($"no such connected account: {id}", 404);
            }

            if (order.State == "enabled")
            {
                Accounts.CompleteOnboarding(world, account);
            }
            else
            {
                Accounts.Restrict(world, account, order.Due);
            }

            return AdminDoor.Json(account.Render(world));
        }
    }
}
