namespace SocialShares.StripeEmulator;

/// <summary>The payer's and the bank's side of disputes, under <c>/_emu/disputes</c>.</summary>
internal static class DisputeDoor
{
    private static readonly string[] FirstStates = ["needs_response", "warning_needs_response", "lost"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/_emu/disputes", Open);
        routes.MapPost("/_emu/disputes/{id}", Decide);
    }

    private sealed record OpenOrder
    {
        public string Charge { get; init; } = "";
        public string Reason { get; init; } = "fraudulent";
        public long? Amount { get; init; }
        public string Status { get; init; } = "needs_response";
        public bool Backwards { get; init; }
    }

    private static async Task<IResult> Open(HttpRequest request, World world)
    {
        var (order, problem) = await AdminDoor.Read<OpenOrder>(request);
        if (problem is not null)
        {
            return AdminDoor.Problem(problem);
        }

        if (!FirstStates.Contains(order!.Status))
        {
            return AdminDoor.Problem($"status must be one of {string.Join(", ", FirstStates)}");
        }

        lock (world.Gate)
        {
            if (!world.TryFind<Charge>(order.Charge, out var charge) || !charge.Succeeded || charge.Method is null)
            {
                return AdminDoor.Problem($"no successful charge: {order.Charge}", 404);
            }

            if (order.Amount is { } amount ? amount < 1 || amount > charge.Amount : charge.Refundable == 0)
            {
                return AdminDoor.Problem("the amount must be positive and at most the charge's");
            }

            var dispute = DisputeCourse.Open(
                world,
                charge,
                new DisputeOrder
                {
                    Reason = order.Reason,
                    Amount = order.Amount,
                    Status = order.Status,
                    Backwards = order.Backwards,
                }
            );
            return AdminDoor.Json(dispute.Render(world));
        }
    }

    private sealed record DecideOrder(string Outcome);

    private static async Task<IResult> Decide(string id, HttpRequest request, World world)
    {
        var (order, problem) = await AdminDoor.Read<DecideOrder>(request);
        if (problem is not null)
        {
            return AdminDoor.Problem(problem);
        }

        lock (world.Gate)
        {
            if (!world.TryFind<Dispute>(id, out var dispute))
            {
                return AdminDoor.Problem($"no such dispute: {id}", 404);
            }

            return DisputeCourse.Decide(world, dispute, order!.Outcome)
                ? AdminDoor.Json(dispute.Render(world))
                : AdminDoor.Problem(
                    $"a dispute that is {dispute.Status} cannot become {order.Outcome} "
                        + "(won, lost; an open inquiry: warning_closed, needs_response)",
                    409
                );
        }
    }
}
