using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using RailOps.Contracts.V1;

namespace RailOps.Server.Shell.Rendering;

/// <summary>Numbers as people read them: thousands separated, no more digits than they are worth, invariant culture.</summary>
internal static class Figures
{
    /// <summary>Tonnes a day, whole: <c>12,345</c>.</summary>
    public static string Whole(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A whole count: <c>12,345</c>.</summary>
    public static string Whole(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>An exact amount with as many decimal places as it needs: <c>1,234.5</c>.</summary>
    public static string Amount(decimal value) => value.ToString("#,0.############", CultureInfo.InvariantCulture);

    /// <summary>An exact amount; null is called unlimited.</summary>
    public static string Amount(decimal? value) => value is { } amount ? Amount(amount) : "unlimited";

    /// <summary>A time that was measured: <c>850 ms</c>, <c>12.4 s</c>, <c>3 min 20 s</c>.</summary>
    public static string Elapsed(TimeSpan time) => time.TotalSeconds switch
    {
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms"),
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalMinutes):0} min {time.Seconds} s"),
    };

    /// <summary>A gap 0-1 as a percentage, rounded up, so that 0 % means none: <c>13.4 %</c>.</summary>
    public static string Gap(double ratio) => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(ratio * 1000) / 10:0.#} %");

    /// <summary>A difference with its sign: <c>+3</c>, <c>-1,200</c>, <c>0</c>.</summary>
    public static string Signed(double value) => value.ToString("+#,0;-#,0;0", CultureInfo.InvariantCulture);

    /// <summary>A ratio 0-1 as a percentage: <c>78 %</c>. Rounded down, so that 100 % means all of it.</summary>
    public static string Percent(double ratio) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Floor((ratio * 100) + 1e-9):0} %");

    /// <summary>Three whole counts, or one where they agree: <c>12 / 14 / 17</c>.</summary>
    public static string Triple(CountEstimate? count) => count switch
    {
        null => "-",
        _ when count.Low == count.High => Whole(count.Best),
        _ => $"{Whole(count.Low)} / {Whole(count.Best)} / {Whole(count.High)}",
    };

    /// <summary>Three whole amounts, or one where they agree.</summary>
    public static string Triple(Estimate? estimate) => estimate switch
    {
        null => "-",
        _ when Whole(estimate.Low) == Whole(estimate.High) => Whole(estimate.Best),
        _ => $"{Whole(estimate.Low)} / {Whole(estimate.Best)} / {Whole(estimate.High)}",
    };

    /// <summary>The most likely amount.</summary>
    public static string Best(Estimate? estimate) => estimate is null ? "-" : Whole(estimate.Best);

    /// <summary>The most likely ratio as a percentage.</summary>
    public static string BestPercent(Estimate? ratio) => ratio is null ? "-" : Percent(ratio.Best);

    /// <summary>A duration in milliseconds: <c>1.3 ms</c>.</summary>
    public static string Milliseconds(Duration? duration) =>
        string.Create(CultureInfo.InvariantCulture, $"{(duration?.ToTimeSpan() ?? TimeSpan.Zero).TotalMilliseconds:#,0.0} ms");

    /// <summary>A count with its noun: <c>1 error</c>, <c>2 errors</c>.</summary>
    public static string Counted(long count, string noun) => count == 1 ? $"1 {noun}" : $"{Whole(count)} {noun}s";

    /// <summary>A number in the shortest form that reads back as the same number.</summary>
    public static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
