using Microsoft.Extensions.Primitives;

namespace RailOps.Server.Security;

/// <summary>Asks every request for a key and holds its owner to their limits; works on endpoints, so the same for gRPC and HTTP, and in both flavours.</summary>
/// <param name="next">The rest of the pipeline.</param>
/// <param name="keys">Whose key is whose.</param>
internal sealed class AccessMiddleware(RequestDelegate next, ApiKeyRing keys)
{
    /// <summary>Key of the request's items that holds the name of the key's owner.</summary>
    public const string OwnerItem = "railops.owner";

    private const string BearerPrefix = "Bearer ";

    /// <summary>Passes the request on or refuses it.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<OpenAccess>() is not null)
            return next(http);
        if (KeyOf(http.Request.Headers) is not { Length: > 0 } key)
            return Refusal.WriteAsync(http, AccessErrors.KeyMissing());
        return keys.Find(key) is { } caller ? RunAsync(http, caller) : Refusal.WriteAsync(http, AccessErrors.KeyUnknown());
    }

    private async Task RunAsync(HttpContext http, Caller caller)
    {
        var wait = caller.TakeRequest();
        if (wait > TimeSpan.Zero)
        {
            await Refusal.WriteAsync(http, AccessErrors.TooManyRequests(caller, wait));
            return;
        }
        if (!caller.TryBeginCall())
        {
            await Refusal.WriteAsync(http, AccessErrors.TooManyCalls(caller));
            return;
        }
        http.Items[OwnerItem] = caller.Key.Name;
        try
        {
            await next(http);
        }
        finally
        {
            caller.EndCall();
        }
    }

    private static string? KeyOf(IHeaderDictionary headers)
    {
        var authorization = headers.Authorization.ToString();
        if (authorization.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase))
            return authorization[BearerPrefix.Length..].Trim();
        return headers.TryGetValue("x-api-key", out var value) && !StringValues.IsNullOrEmpty(value) ? value.ToString() : null;
    }
}
