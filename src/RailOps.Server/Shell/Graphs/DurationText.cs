using System.Globalization;

namespace RailOps.Server.Shell.Graphs;

/// <summary>Reads a length of time as people type it: <c>20s</c>, <c>500ms</c>, <c>1.5m</c>, <c>2h</c>; a bare number is seconds.</summary>
internal static class DurationText
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    // "ms" before "s" and "m", which it ends and begins with.
    private static readonly (string Unit, TimeSpan Length)[] Units =
        [("ms", TimeSpan.FromMilliseconds(1)), ("s", TimeSpan.FromSeconds(1)), ("m", TimeSpan.FromMinutes(1)), ("h", TimeSpan.FromHours(1)), ("", TimeSpan.FromSeconds(1))];

    /// <summary>The time, 0 to a day; null if it is none.</summary>
    public static TimeSpan? Read(string text)
    {
        var (unit, length) = Units.First(known => text.EndsWith(known.Unit, StringComparison.Ordinal));
        var isNumber = decimal.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count);
        return isNumber && count <= Longest.Ticks / (decimal)length.Ticks ? TimeSpan.FromTicks((long)(count * length.Ticks)) : null;
    }
}
