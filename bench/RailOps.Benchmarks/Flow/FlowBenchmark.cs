using System.Globalization;
using RailOps.Benchmarks.Flow.Nets;

namespace RailOps.Benchmarks.Flow;

/// <summary>Maximum flow and minimum cut, ours beside the libraries that are installed here, on the same nets in the same run.</summary>
internal static class FlowBenchmark
{
    public static async Task RunAsync(TextWriter output)
    {
        await output.WriteLineAsync("Maximum flow: processor seconds, median of 5\n");
        await output.WriteLineAsync("| net | nodes | arcs | value | solver | seconds | bytes an arc |\n|---|---|---|---|---|---|---|");
        foreach (var name in FlowNets.Names)
        {
            var net = FlowNets.Make(name);
            foreach (var timing in OwnSolvers.Run(net, net.ToGraph()))
                await output.WriteLineAsync(Row(net, timing));
        }

        await output.WriteLineAsync();
    }

    private static string Row(FlowNet net, Timing timing) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {net.Name} | {net.NodeCount} | {net.Arcs.Count} | {timing.Value}{(timing.Value == net.ExpectedValue ? "" : " WRONG")} | {timing.Solver} | {timing.Seconds:0.0000} | {timing.BytesPerArc:0} |");
}
