using System.Globalization;

namespace RailOps.Rpc.Hosting;

/// <summary>The header <c>grpc-timeout</c>: 1 to 8 digits and a unit, H M S m u n.</summary>
internal static class GrpcTimeout
{
    private const int LargestDigitCount = 8;
    private const long LargestValue = 99_999_999;

    /// <summary>Longest wait that a timer takes, a little under 2^32 ms.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(49);

    /// <summary>Null for a missing or malformed value, which is ignored; long waits are cut to 49 days.</summary>
    public static TimeSpan? Parse(string? value)
    {
        if (value is null || value.Length is < 2 or > LargestDigitCount + 1)
            return null;
        if (!long.TryParse(value.AsSpan(0, value.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var amount))
            return null;
        return Ticks(amount, value[^1]) is { } ticks ? TimeSpan.FromTicks(Math.Min(ticks, Longest.Ticks)) : null;
    }

    /// <summary>The finest unit that fits eight digits, rounded up; zero and less become 1 ns.</summary>
    public static string Format(TimeSpan timeout)
    {
        if (timeout <= TimeSpan.Zero)
            return "1n";
        (string Unit, long Ticks)[] units =
            [("u", TimeSpan.TicksPerMicrosecond), ("m", TimeSpan.TicksPerMillisecond), ("S", TimeSpan.TicksPerSecond), ("M", TimeSpan.TicksPerMinute)];
        foreach (var (unit, ticks) in units)
        {
            var amount = (timeout.Ticks - 1) / ticks + 1;
            if (amount <= LargestValue)
                return string.Create(CultureInfo.InvariantCulture, $"{amount}{unit}");
        }
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Min((timeout.Ticks - 1) / TimeSpan.TicksPerHour + 1, LargestValue)}H");
    }

    private static long? Ticks(long amount, char unit) => unit switch
    {
        'H' => amount * TimeSpan.TicksPerHour,
        'M' => amount * TimeSpan.TicksPerMinute,
        'S' => amount * TimeSpan.TicksPerSecond,
        'm' => amount * TimeSpan.TicksPerMillisecond,
        'u' => amount * TimeSpan.TicksPerMicrosecond,
        'n' => amount / TimeSpan.NanosecondsPerTick,
        _ => null,
    };
}
