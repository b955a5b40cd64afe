using System.Globalization;
using System.Runtime.InteropServices;

namespace RailOps.Benchmarks;

/// <summary>Says where figures were taken.</summary>
internal static class Machine
{
    public static Task DescribeAsync(TextWriter output)
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
        return output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, {memory:0} GiB. Read the figures as ratios.\n"));
    }
}
