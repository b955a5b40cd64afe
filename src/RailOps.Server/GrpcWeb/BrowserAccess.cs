using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Net.Http.Headers;

namespace RailOps.Server.GrpcWeb;

/// <summary>gRPC-Web, and whose pages may use it. Without allowed origins no page of another origin may: browsers then refuse to call.</summary>
internal static class BrowserAccess
{
    private const string PolicyName = "grpc-web";

    /// <summary>How long a browser may remember that it may call.</summary>
    private static readonly TimeSpan PreflightMaxAge = TimeSpan.FromHours(2);

    private static readonly string[] ExposedHeaders =
        ["grpc-status", "grpc-message", "grpc-status-details-bin", "grpc-encoding", "grpc-accept-encoding"];

    /// <summary>Adds what the middleware needs.</summary>
    public static void Add(IServiceCollection services, IReadOnlyList<string> origins) =>
        services.AddCors(cors => cors.AddPolicy(PolicyName, policy => Allow(policy, origins)));

    /// <summary>Puts the middleware in front of the services; only gRPC-Web calls and the questions before them pass the check of origins.</summary>
    public static void Use(WebApplication app, IReadOnlyList<string> origins)
    {
        if (origins.Count > 0)
            app.UseWhen(IsCallOrPreflight, branch => branch.UseCors(PolicyName));
        app.UseMiddleware<GrpcWebMiddleware>();
    }

    private static void Allow(CorsPolicyBuilder policy, IReadOnlyList<string> origins) => policy
        .WithOrigins(origins.Contains(AllowedOrigins.All, StringComparer.Ordinal) ? [AllowedOrigins.All] : [.. origins])
        .WithMethods(HttpMethods.Post)
        .AllowAnyHeader()
        .WithExposedHeaders(ExposedHeaders)
        .SetPreflightMaxAge(PreflightMaxAge);

    private static bool IsCallOrPreflight(HttpContext http) =>
        GrpcWebFormat.IsFamily(http.Request.ContentType)
        || (HttpMethods.IsOptions(http.Request.Method) && http.Request.Headers.ContainsKey(HeaderNames.AccessControlRequestMethod));
}
