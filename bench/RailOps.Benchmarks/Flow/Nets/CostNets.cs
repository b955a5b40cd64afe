namespace RailOps.Benchmarks.Flow.Nets;

/// <summary>
/// Nets with costs, at about a thousand, ten thousand and a hundred thousand arcs. Rail nets are those of <see cref="FlowNets"/>; in grids arcs lead
/// to the right, and up and down both ways. Costs 1 to 100 a flow unit on all but the terminal arcs. The amount is half of the largest flow.
/// </summary>
internal static class CostNets
{
    private const long Plenty = 1_000_000;

    /// <summary>Names in order of size.</summary>
    public static IReadOnlyList<string> Names { get; } = ["rail_1k", "grid_1k", "rail_10k", "grid_10k", "rail_100k", "grid_100k"];

    public static CostNet Make(string name) => name switch
    {
        "rail_1k" or "rail_10k" or "rail_100k" => WithCosts(FlowNets.Make(name), seed: 2),
        "grid_1k" => WithCosts(Grid(name, 18, seed: 1, value: 5_731), seed: 2),
        "grid_10k" => WithCosts(Grid(name, 58, seed: 1, value: 18_307), seed: 2),
        "grid_100k" => WithCosts(Grid(name, 183, seed: 1, value: 58_220), seed: 2),
        _ => throw new ArgumentException($"There is no net '{name}'; there are {string.Join(", ", Names)}.", nameof(name)),
    };

    private static FlowNet Grid(string name, int side, ulong seed, long value)
    {
        var random = new SplitMix64(seed);
        var net = new FlowNet(name, (side * side) + 2, IsDirected: true, side * side, (side * side) + 1, value);
        for (var node = 0; node < side * side; node++)
        {
            var (x, y) = (node % side, node / side);
            if (x + 1 < side)
                net.Arcs.Add((node, node + 1, random.Whole(10, 1000)));
            if (y + 1 < side)
            {
                net.Arcs.Add((node, node + side, random.Whole(10, 1000)));
                net.Arcs.Add((node + side, node, random.Whole(10, 1000)));
            }

            if (x == 0)
                net.Arcs.Add((net.Source, node, Plenty));
            if (x + 1 == side)
                net.Arcs.Add((node, net.Sink, Plenty));
        }

        return net;
    }

    private static CostNet WithCosts(FlowNet net, ulong seed)
    {
        var random = new SplitMix64(seed);
        return new CostNet(net, [.. net.Arcs.Select(arc => arc.Capacity == Plenty ? 0 : random.Whole(1, 100))], net.ExpectedValue / 2);
    }
}
