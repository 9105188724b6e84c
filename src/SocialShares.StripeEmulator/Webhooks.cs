using System.Globalization;
using System.Text;

namespace SocialShares.StripeEmulator;

/// <summary>Signs, sends and repeats events. Gaps between tries are real time; the signature's time is the clock's.</summary>
internal sealed class Webhooks : IDisposable
{
    private const long LongestHold = 2000;
    private readonly World world;
    private readonly Faults faults;
    private readonly WebhookSettings settings;
    private readonly long[] gaps;
    private readonly HttpClient http;
    private readonly SemaphoreSlim slots;
    private readonly SemaphoreSlim wake = new(0);
    private readonly Lock gate = new();
    private readonly PriorityQueue<Delivery, long> queue = new();
    private readonly Dictionary<WebhookEndpoint, Delivery> held = [];
    private readonly HashSet<Task> underWay = [];
    private readonly Dictionary<Event, List<Delivery>> open = [];
    private int settles;
    private long announced;

    public Webhooks(World world, Faults faults)
    {
        (this.world, this.faults) = (world, faults);
        settings = world.Settings.Webhook;
        gaps = [.. settings.RetryGapsMilliseconds.Split(',').Select(x => long.Parse(x, CultureInfo.InvariantCulture))];
        slots = new SemaphoreSlim(settings.Parallel);
        http = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseProxy = false,
                MaxConnectionsPerServer = settings.Parallel,
            }
        )
        {
            Timeout = TimeSpan.FromSeconds(settings.TimeoutSeconds),
        };
    }

    public long Delivered { get; private set; }
    public long FailedTries { get; private set; }

    public int Waiting
    {
        get
        {
            lock (gate)
            {
                return queue.Count + held.Count + underWay.Count;
            }
        }
    }

    private static long RealNow => Environment.TickCount64;

    /// <summary>The endpoints that configuration names; known from the first event on.</summary>
    public void AddConfigured(WebhookSettings configured)
    {
        AddConfigured(configured.Url, configured.Secret, connect: false);
        AddConfigured(configured.ConnectUrl, configured.ConnectSecret, connect: true);
    }

    /// <summary>Puts a new event on its way to all who want it. Called inside the world's lock.</summary>
    public void Announce(Event made)
    {
        var recipients = Recipients(made).ToList();
        made.PendingWebhooks = recipients.Count;
        if (recipients.Count == 0)
        {
            return;
        }

        var fault = faults.TakeForDelivery(made.Type);
        var body = Encoding.UTF8.GetBytes(made.Render(world).ToJsonString());
        foreach (var endpoint in recipients)
        {
            Enqueue(made, endpoint, body, fault);
        }

        if (fault?.Kind == "twin")
        {
            var twin = Events.Twin(world, made);
            twin.PendingWebhooks = recipients.Count;
            var twinBody = Encoding.UTF8.GetBytes(twin.Render(world).ToJsonString());
            recipients.ForEach(x => Enqueue(twin, x, twinBody, null));
        }

        wake.Release();
    }

    /// <summary>Waits until all endpoints took the event, but not longer than the hosted page would.</summary>
    public async Task WaitFor(Event made)
    {
        var deliveries = DeliveriesOf(made);
        if (deliveries.Count > 0 && settings.RedirectWaitSeconds > 0)
        {
            await Task.WhenAny(
                Task.WhenAll(deliveries.Select(x => x.Done)),
                Task.Delay(TimeSpan.FromSeconds(settings.RedirectWaitSeconds))
            );
        }
    }

    /// <summary>Sends what is due, for as long as the emulator runs.</summary>
    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await wake.WaitAsync(TimeSpan.FromMilliseconds(100), stop);
            await Pump(stop);
        }
    }

    /// <summary>Tries everything that waits once, however long its next gap; answers when no try is under way.</summary>
    public async Task Settle()
    {
        var settle = Interlocked.Increment(ref settles);
        while (true)
        {
            List<Task> tries;
            lock (gate)
            {
                ReleaseHeld(all: true);
                var all = queue.UnorderedItems.Select(x => x.Element).OrderBy(x => x.DueAt).ToList();
                queue.Clear();
                foreach (var delivery in all)
                {
                    var mayGo =
                        delivery.TriedInSettle != settle && !(delivery.DelayedOnPurpose && delivery.DueAt > RealNow);
                    if (mayGo)
                    {
                        delivery.TriedInSettle = settle;
                        Start(delivery, limited: false);
                    }
                    else
                    {
                        queue.Enqueue(delivery, delivery.DueAt);
                    }
                }

                tries = [.. underWay];
            }

            if (tries.Count == 0)
            {
                return;
            }

            await Task.WhenAll(tries);
        }
    }

    /// <summary>Tries under way end as failed; the semaphores stay for them.</summary>
    public void Dispose() => http.Dispose();

    private List<Delivery> DeliveriesOf(Event made)
    {
        lock (gate)
        {
            return open.TryGetValue(made, out var found) ? [.. found] : [];
        }
    }

    private IEnumerable<WebhookEndpoint> Recipients(Event made)
    {
        var own = made.Owner.WebhookEndpoints.All.Where(x => !x.Connect);
        var all = ReferenceEquals(made.Owner, world.Platform)
            ? own
            : own.Concat(world.Platform.WebhookEndpoints.All.Where(x => x.Connect));
        return all.Where(x => x.Wants(made.Type));
    }

    private void Enqueue(Event made, WebhookEndpoint endpoint, byte[] body, Fault? fault)
    {
        var delay = fault?.Kind == "delay";
        var delivery = new Delivery(made, endpoint, body)
        {
            DueAt = RealNow + (delay ? (long)(fault!.Seconds * 1000) : 0),
            DelayedOnPurpose = delay,
        };
        lock (gate)
        {
            delivery.Order = ++announced;
            switch (fault?.Kind)
            {
                case "drop":
                    return;
                case "reorder":
                    ReleaseHeld(endpoint);
                    delivery.DueAt = RealNow + LongestHold;
                    held[endpoint] = delivery;
                    return;
                case "duplicate":
                    made.PendingWebhooks++;
                    queue.Enqueue(
                        new Delivery(made, endpoint, body) { DueAt = delivery.DueAt + 1 },
                        delivery.DueAt + 1
                    );
                    break;
                default:
                    break;
            }

            queue.Enqueue(delivery, delivery.DueAt);
            if (!delay)
            {
                // A buyer on the page waits for this one; nobody waits for a delivery that is late by order.
                if (!open.TryGetValue(made, out var list))
                {
                    list = open[made] = [];
                }

                list.Add(delivery);
            }
        }
    }

    private async Task Pump(CancellationToken stop)
    {
        while (true)
        {
            await slots.WaitAsync(stop);
            lock (gate)
            {
                ReleaseHeld(all: false);
                if (!queue.TryPeek(out var next, out var due) || due > RealNow)
                {
                    slots.Release();
                    return;
                }

                queue.Dequeue();
                Start(next, limited: true);
            }
        }
    }

    /// <summary>Called inside the gate.</summary>
    private void Start(Delivery delivery, bool limited)
    {
        var attempt = Task.Run(() => Try(delivery, limited));
        underWay.Add(attempt);
        _ = attempt.ContinueWith(
            x =>
            {
                lock (gate)
                {
                    underWay.Remove(x);
                }
            },
            TaskScheduler.Default
        );
    }

    private async Task Try(Delivery delivery, bool limited)
    {
        var taken = delivery.Endpoint.Deleted || await Send(delivery);
        if (limited)
        {
            slots.Release();
        }

        lock (gate)
        {
            delivery.Tries++;
            if (taken)
            {
                Delivered++;
                delivery.Event.PendingWebhooks--;
                Close(delivery);
                delivery.Finish();
            }
            else
            {
                FailedTries++;
                delivery.DueAt = RealNow + gaps[Math.Min(delivery.Tries, gaps.Length) - 1];
                queue.Enqueue(delivery, delivery.DueAt);
            }

            if (held.TryGetValue(delivery.Endpoint, out var waits) && waits.Order < delivery.Order)
            {
                ReleaseHeld(delivery.Endpoint);
            }
        }

        wake.Release();
    }

    private void Close(Delivery delivery)
    {
        if (open.TryGetValue(delivery.Event, out var list) && list.Remove(delivery) && list.Count == 0)
        {
            open.Remove(delivery.Event);
        }
    }

    private async Task<bool> Send(Delivery delivery)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, delivery.Endpoint.Url)
        {
            Content = new ByteArrayContent(delivery.Body),
        };
        request.Content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
        var signature = WebhookSignature.Of(delivery.Endpoint.Secret, world.ShopNow, delivery.Body);
        request.Headers.TryAddWithoutValidation("Stripe-Signature", signature);
        request.Headers.TryAddWithoutValidation("User-Agent", "Stripe/1.0 (local emulator)");
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Lets a delivery that was held back to swap the order go, once another overtook it.</summary>
    private void ReleaseHeld(WebhookEndpoint endpoint)
    {
        if (held.Remove(endpoint, out var late))
        {
            late.DueAt = RealNow;
            queue.Enqueue(late, late.DueAt);
        }
    }

    private void ReleaseHeld(bool all)
    {
        foreach (var endpoint in held.Where(x => all || x.Value.DueAt <= RealNow).Select(x => x.Key).ToList())
        {
            ReleaseHeld(endpoint);
        }
    }

    private void AddConfigured(string url, string secret, bool connect)
    {
        if (url.Length == 0)
        {
            return;
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            throw new InvalidOperationException($"The webhook setting '{url}' is no absolute http address.");
        }

        WebhookEndpoints.Add(
            world,
            world.Platform,
            new WebhookEndpoint
            {
                Id = World.NewId("we"),
                Owner = world.Platform,
                Created = world.Now,
                Secret = secret,
                Url = url,
                Connect = connect,
                ApiVersion = Subset.ApiVersion,
            }
        );
    }
}
