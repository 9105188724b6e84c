namespace SocialShares.StripeEmulator;

/// <summary>
/// A buyer's steps as page and machine door take them: under the lock, then waiting until the shop took the news, as
/// Stripe does before it sends the buyer back.
/// </summary>
internal sealed class Checkout(World world)
{
    public Session? Find(string id)
    {
        lock (world.Gate)
        {
            if (!world.TryFind<Session>(id, out var session))
            {
                return null;
            }

            Sessions.ExpireWhenDue(world, session);
            return session;
        }
    }

    public Task<PaymentResult> Try(Session session, PaymentChoice choice) =>
        Step(() => Payments.Try(world, session, choice));

    public Task<PaymentResult> Answer(Session session, bool authorised) =>
        Step(() => Payments.Answer(world, session, authorised));

    private async Task<PaymentResult> Step(Func<PaymentResult> step)
    {
        PaymentResult result;
        lock (world.Gate)
        {
            result = step();
        }

        if (result.Completed is { } completed)
        {
            await world.Webhooks.WaitFor(completed);
        }

        return result;
    }
}
