namespace SocialShares.Http;

/// <summary>What every answer tells the browser: nothing from elsewhere, nothing inline, no framing, no guessing.</summary>
internal static class Headers
{
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app, string checkoutOrigin) =>
        app.Use(
            (http, next) =>
            {
                var headers = http.Response.Headers;
                headers.ContentSecurityPolicy =
                    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
                    + $"form-action 'self' {checkoutOrigin}";
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
                return next(http);
            }
        );
}
