using System.Globalization;
using System.Text.RegularExpressions;

namespace RailOps.Server.Tests.Services.Backends;

/// <summary>Reads counters from /metrics.</summary>
internal static class MetricsText
{
    /// <summary>The sum over all points of a counter whose labels contain a text; 0 if there is none.</summary>
    public static async Task<long> CounterAsync(HttpClient http, string address, string name, string label = "")
    {
        var text = await http.GetStringAsync(new Uri($"{address}/metrics"));
        return Regex
            .Matches(text, $"(?m)^{name}\\{{[^}}]*{Regex.Escape(label)}[^}}]*\\}} (?<count>\\d+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
            .Sum(match => long.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture));
    }
}
