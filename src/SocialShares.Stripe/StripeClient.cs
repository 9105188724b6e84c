using System.Runtime.CompilerServices;

namespace SocialShares.Stripe;

/// <summary>
/// Stripe, one typed method per operation. Every change takes the idempotency key of OUR operation, stored before the first
/// send and used again after a crash; its request is built from stored values, never from "now". <c>stripeAccount</c> names
/// the enterprise's account to act in; without it, the platform acts for itself. Failures are <see cref="StripeException"/>s;
/// a caller's cancellation is an <see cref="OperationCanceledException"/> and leaves the outcome unknown.
/// </summary>
public sealed partial class StripeClient
{
    private const int MaxKeyLength = 255;

    private readonly StripeTransport transport;

    /// <param name="http">Its handler must not follow redirects: see <see cref="CreateHandler"/>.</param>
    /// <param name="options">Key and address; refused when the key must not go there.</param>
    /// <param name="clock">Runs the timeout of an attempt and the delay before the next.</param>
    /// <param name="jitter">Spreads that delay over 75 to 100 %.</param>
    /// <exception cref="InvalidOperationException">The options are not usable.</exception>
    public StripeClient(HttpClient http, StripeOptions options, TimeProvider clock, Random jitter)
    {
        options.Check();
        transport = new StripeTransport(http, options, clock, jitter);
    }

    /// <summary>A handler that never carries the key or a body to another address, and keeps no cookies.</summary>
    public static SocketsHttpHandler CreateHandler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };

    /// <summary>One page of a list, newest first.</summary>
    public Task<StripeResult<StripeList<T>>> List<T>(
        StripeListRequest<T> request,
        string? stripeAccount = null,
        CancellationToken ct = default
    )
        where T : StripeObject => Get<StripeList<T>>(request.Path, request, stripeAccount, ct);

    /// <summary>
    /// Everything on the list, page after page: newest first, or, from <c>EndingBefore</c> alone, from that item towards the
    /// newest. What is created meanwhile may be missed.
    /// </summary>
    public async IAsyncEnumerable<T> ListAll<T>(
        StripeListRequest<T> request,
        string? stripeAccount = null,
        [EnumeratorCancellation] CancellationToken ct = default
    )
        where T : StripeObject
    {
        var backwards = request.EndingBefore is not null && request.StartingAfter is null;
        while (true)
        {
            var page = (await List(request, stripeAccount, ct)).Value;
            foreach (var item in backwards ? page.Data.Reverse() : page.Data)
                yield return item;
            if (!page.HasMore || page.Data.Count == 0)
                yield break;
            request = backwards
                ? request with
                {
                    EndingBefore = page.Data[0].Id,
                }
                : request with
                {
                    StartingAfter = page.Data[^1].Id,
                    EndingBefore = null,
                };
        }
    }

    private Task<StripeResult<T>> Get<T>(string path, object? request, string? stripeAccount, CancellationToken ct) =>
        transport.Send<T>(
            new StripeCall(
                HttpMethod.Get,
                path,
                StripeForm.Encode(request),
                idempotencyKey: null,
                Account(stripeAccount)
            ),
            ct
        );

    private Task<StripeResult<T>> Retrieve<T>(
        string path,
        string id,
        IReadOnlyList<string>? expand,
        string? stripeAccount,
        CancellationToken ct
    ) => Get<T>($"{path}/{Segment(id)}", new RetrieveFromStripe { Expand = expand }, stripeAccount, ct);

    private Task<StripeResult<T>> Post<T>(
        string path,
        object? request,
        string idempotencyKey,
        string? stripeAccount,
        CancellationToken ct
    ) =>
        transport.Send<T>(
            new StripeCall(
                HttpMethod.Post,
                path,
                StripeForm.Encode(request),
                Key(idempotencyKey),
                Account(stripeAccount)
            ),
            ct
        );

    private static string Key(string idempotencyKey)
    {
        if (idempotencyKey.Length is 0 or > MaxKeyLength || idempotencyKey.Any(c => c is <= ' ' or > '~'))
            throw new ArgumentException(
                $"An idempotency key has 1 to {MaxKeyLength} visible ASCII characters.",
                nameof(idempotencyKey)
            );
        return idempotencyKey;
    }

    private static string? Account(string? stripeAccount)
    {
        if (stripeAccount is null)
            return null;
        if (
            !stripeAccount.StartsWith("acct_", StringComparison.Ordinal) || stripeAccount.Any(c => c is <= ' ' or > '~')
        )
            throw new ArgumentException("Not the id of a Stripe account.", nameof(stripeAccount));
        return stripeAccount;
    }

    private static string Segment(string id)
    {
        // An empty or dotted segment would turn "this one" into "all of them".
        if (id is "" or "." or "..")
            throw new ArgumentException("An object at Stripe is named by its id.", nameof(id));
        return Uri.EscapeDataString(id);
    }
}
