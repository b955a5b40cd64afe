using System.Globalization;
using RailOps.Benchmarks.Flow.Nets;

namespace RailOps.Benchmarks.MinCost;

/// <summary>Cheapest flows, ours beside the libraries that are installed here, and warm starts beside cold ones.</summary>
internal static class MinCostBenchmark
{
    private const string Reference = "LEMON network simplex";

    /// <param name="output">Where the tables go.</param>
    /// <param name="names">Nets to take, all of <see cref="CostNets.Names"/> if none is named.</param>
    public static async Task RunAsync(TextWriter output, IReadOnlyList<string> names)
    {
        var chosen = names.Count > 0 ? names : CostNets.Names;
        await output.WriteLineAsync("Cheapest flow of half of the largest amount, from a frozen problem to the answer: processor seconds, median of 5 (a single run where one takes 5 s or more)\n");
        var peers = new MinCostPeers(World.Root(), output);
        for (var round = 0; round < 20; round++)
            MinCostTimes.Cold(CostNets.Make("rail_1k").ToProblem());
        await output.WriteLineAsync("| net | nodes | arcs | amount | cost | solver | seconds | times LEMON's | pivots |\n|---|---|---|---|---|---|---|---|---|");
        foreach (var name in chosen)
            await ColdAsync(output, peers, CostNets.Make(name));
        await output.WriteLineAsync("\nWarm starts after one change, 20 changes each: medians, and their share of a cold solve of the same numbers\n");
        await output.WriteLineAsync("| net | change | warm seconds | of cold | warm pivots | cold pivots | arcs repaired |\n|---|---|---|---|---|---|---|");
        foreach (var name in chosen)
            await WarmAsync(output, CostNets.Make(name));
        await output.WriteLineAsync();
    }

    private static async Task ColdAsync(TextWriter output, MinCostPeers peers, CostNet net)
    {
        var (own, pivots) = MinCostTimes.Cold(net.ToProblem());
        var all = peers.Run(net).Prepend(own).ToList();
        var reference = all.Find(timing => timing.Solver == Reference);
        foreach (var timing in all)
        {
            var value = timing.Value == own.Value ? $"{timing.Value}" : $"{timing.Value} instead of {own.Value}";
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"| {net.Net.Name} | {net.Net.NodeCount} | {net.ArcCount} | {net.Amount} | {value} | {timing.Solver} | {timing.Seconds:0.00000} | {timing.Seconds / reference?.Seconds:0.00} | {(timing == own ? pivots : null)} |"));
        }
    }

    private static async Task WarmAsync(TextWriter output, CostNet net)
    {
        foreach (var row in MinCostTimes.Warm(net))
        {
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"| {net.Net.Name} | {row.Change} | {row.WarmSeconds:0.00000} | {row.WarmSeconds / row.ColdSeconds:0.000} | {row.WarmPivots} | {row.ColdPivots} | {row.Repairs} |"));
        }
    }
}
