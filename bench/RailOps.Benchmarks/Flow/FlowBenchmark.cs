using System.Globalization;
using RailOps.Benchmarks.Flow.Nets;

namespace RailOps.Benchmarks.Flow;

/// <summary>Maximum flow and minimum cut, ours beside the libraries that are installed here, on the same nets in the same run.</summary>
internal static class FlowBenchmark
{
    private const string Reference = "igraph";

    /// <param name="output">Where the table goes.</param>
    /// <param name="names">Nets to take, all of <see cref="FlowNets.Names"/> if none is named.</param>
    public static async Task RunAsync(TextWriter output, IReadOnlyList<string> names)
    {
        await output.WriteLineAsync("Maximum flow from a frozen graph to the answer: processor seconds, median of 5 (a single run where one takes 5 s or more)\n");
        var peers = new PeerSolvers(World.Root(), output);
        OwnSolvers.WarmUp();
        await output.WriteLineAsync("| net | nodes | arcs | value | solver | finds | seconds | times igraph's | bytes an arc |\n|---|---|---|---|---|---|---|---|---|");
        foreach (var name in names.Count > 0 ? names : FlowNets.Names)
        {
            var net = FlowNets.Make(name);
            List<Timing> timings = [.. OwnSolvers.Run(net, net.ToGraph()), .. peers.Run(net)];
            foreach (var timing in timings)
            {
                var reference = timings.Find(other => other.HasFlow == timing.HasFlow && other.Solver.StartsWith(Reference, StringComparison.Ordinal));
                await output.WriteLineAsync(Row(net, timing, timing.Seconds / reference?.Seconds));
            }
        }

        await output.WriteLineAsync();
    }

    private static string Row(FlowNet net, Timing timing, double? ratio)
    {
        var value = timing.Value == net.ExpectedValue ? $"{timing.Value}" : $"{timing.Value} instead of {net.ExpectedValue}";
        return $"| {net.Name} | {net.NodeCount} | {net.Arcs.Count} | {value} | {timing.Solver} | {(timing.HasFlow ? "flow" : "cut")} | {Text(timing.Seconds, "0.00000")} | {Text(ratio, "0.00")} | {Text(timing.BytesPerArc, "0")} |";
    }

    private static string Text(double? number, string format) =>
        number is { } known && !double.IsNaN(known) ? known.ToString(format, CultureInfo.InvariantCulture) : "-";
}
