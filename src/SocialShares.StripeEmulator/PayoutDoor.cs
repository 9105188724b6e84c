namespace SocialShares.StripeEmulator;

/// <summary>The schedule's and the bank's side of payouts, under <c>/_emu/payouts</c>.</summary>
internal static class PayoutDoor
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/_emu/payouts", SendAll);
        routes.MapPost("/_emu/payouts/{id}", Fail);
    }

    private sealed record SendOrder
    {
        /// <summary>The platform's when empty.</summary>
        public string Account { get; init; } = "";
        public string Currency { get; init; } = "eur";
    }

    /// <summary>An automatic payout now, whatever the schedule says.</summary>
    private static async Task<IResult> SendAll(HttpRequest request, World world)
    {
        var (order, problem) = await AdminDoor.Read<SendOrder>(request);
        if (problem is not null)
        {
            return AdminDoor.Problem(problem);
        }

        lock (world.Gate)
        {
            var account = world.Platform;
            if (order!.Account.Length > 0 && !world.TryFind(order.Account, out account))
            {
                return AdminDoor.Problem($"no such account: {order.Account}", 404);
            }

            return PayoutCourse.SendAll(world, account, order.Currency) is { } payout
                ? AdminDoor.Json(payout.Render(world))
                : AdminDoor.Problem("nothing is available there, or the account was not onboarded", 409);
        }
    }

    private sealed record FailOrder
    {
        public string Outcome { get; init; } = "failed";
        public string Code { get; init; } = "account_closed";
    }

    private static async Task<IResult> Fail(string id, HttpRequest request, World world)
    {
        var (order, problem) = await AdminDoor.Read<FailOrder>(request);
        if (problem is not null || order!.Outcome != "failed")
        {
            return AdminDoor.Problem(problem ?? "outcome must be failed; all else comes with the clock");
        }

        lock (world.Gate)
        {
            if (!world.TryFind<Payout>(id, out var payout))
            {
                return AdminDoor.Problem($"no such payout: {id}", 404);
            }

            if (payout.IsOver)
            {
                return AdminDoor.Problem($"it is {payout.Status} already", 409);
            }

            PayoutCourse.Fail(world, payout, order.Code);
            return AdminDoor.Json(payout.Render(world));
        }
    }
}
