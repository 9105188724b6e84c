namespace SocialShares.Http;

/// <summary>What every answer tells the browser: nothing from elsewhere, nothing inline, no framing, no guessing.</summary>
internal static class Headers
{
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app, string checkoutOrigin)
    {
        var policy =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "connect-src 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
            + $"form-action 'self' {checkoutOrigin}";
        return app.Use(
            (http, next) =>
            {
                // Set when the answer starts: what answers an exception clears all headers that were set before.
                http.Response.OnStarting(() =>
                {
                    Set(http, policy);
                    return Task.CompletedTask;
                });
                return next(http);
            }
        );
    }

    private static void Set(HttpContext http, string policy)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (http.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        // What a person sees after signing in stays out of shared and back-button caches.
        if (http.User.Identity?.IsAuthenticated == true)
            headers.CacheControl = "no-store";
    }
}
