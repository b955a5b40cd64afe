namespace RailOps.Server.GrpcWeb;

/// <summary>Origins of pages that may call this server from a browser: <c>https://example.org</c>, <c>http://localhost:3000</c> or <c>*</c>.</summary>
internal static class AllowedOrigins
{
    /// <summary>Every origin.</summary>
    public const string All = "*";

    /// <summary>Origins from a text that separates them by commas.</summary>
    public static IReadOnlyList<string> Parse(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>One sentence for each origin that no browser would ever send.</summary>
    public static IEnumerable<string> Problems(IEnumerable<string> origins) => origins
        .Where(origin => origin != All && !IsOrigin(origin))
        .Select(origin =>
            $"Allowed origin \"{origin}\" should be scheme, host and port only, such as https://example.org or http://localhost:3000 (or * for every origin).");

    private static bool IsOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && address.GetLeftPart(UriPartial.Authority).Equals(origin, StringComparison.OrdinalIgnoreCase);
}
