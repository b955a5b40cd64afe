namespace RailOps.Benchmarks.Flow.Nets;

/// <summary>Three families at about ten thousand, a hundred thousand and a million arcs, and two rail nets of everyday size, with known values.</summary>
internal static class FlowNets
{
    private static readonly long[] RailCapacities = [12, 12, 12, 24, 24, 36, 48, 72, 96, 144];

    /// <summary>Names in order of size.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["rail_100", "rail_1k", "rmf_10k", "rlg_10k", "rail_10k", "rmf_100k", "rlg_100k", "rail_100k", "rmf_1m", "rlg_1m", "rail_1m"];

    public static FlowNet Make(string name) => name switch
    {
        "rmf_10k" => Rmf(name, 8, 32, 1, 10_000, seed: 1, value: 277_319),
        "rmf_100k" => Rmf(name, 16, 81, 1, 10_000, seed: 1, value: 1_197_616),
        "rmf_1m" => Rmf(name, 32, 200, 1, 10_000, seed: 1, value: 4_843_032),
        "rlg_10k" => Rlg(name, 52, 64, 10_000, seed: 1, value: 358_391),
        "rlg_100k" => Rlg(name, 523, 64, 10_000, seed: 1, value: 4_055_979),
        "rlg_1m" => Rlg(name, 5236, 64, 10_000, seed: 1, value: 41_512_264),
        "rail_100" => Rail(name, 80, 0.05, seed: 1, value: 60),
        "rail_1k" => Rail(name, 700, 0.05, seed: 1, value: 120),
        "rail_10k" => Rail(name, 3_900, 0.05, seed: 1, value: 372),
        "rail_100k" => Rail(name, 39_000, 0.05, seed: 1, value: 1_176),
        "rail_1m" => Rail(name, 390_000, 0.05, seed: 1, value: 3_768),
        _ => throw new ArgumentException($"There is no net '{name}'; there are {string.Join(", ", Names)}.", nameof(name)),
    };

    /// <summary>
    /// After D. Goldfarb and M. D. Grigoriadis, "A computational comparison of the Dinic and network simplex methods for maximum
    /// flow", Annals of Operations Research 13, 1988: b frames of a x a nodes with wide grids inside and a random permutation of
    /// narrow arcs from each frame to the next.
    /// </summary>
    public static FlowNet Rmf(string name, int a, int b, long least, long most, ulong seed, long value)
    {
        var random = new SplitMix64(seed);
        var size = a * a;
        var net = new FlowNet(name, size * b, IsDirected: true, Source: 0, Sink: (size * b) - 1, value);
        for (var frame = 0; frame < b; frame++)
        {
            AddGrid(net, a, frame * size, most * size);
            if (frame == b - 1)
                break;
            var permutation = Permutation(random, size);
            for (var node = 0; node < size; node++)
                net.Arcs.Add(((frame * size) + node, ((frame + 1) * size) + permutation[node], random.Whole(least, most)));
        }

        return net;
    }

    /// <summary>After the random level graphs of the first DIMACS challenge (Washington generator, 1991): three arcs from each node into the next level.</summary>
    public static FlowNet Rlg(string name, int rows, int columns, long most, ulong seed, long value)
    {
        var random = new SplitMix64(seed);
        var sink = (rows * columns) + 1;
        var net = new FlowNet(name, sink + 1, IsDirected: true, Source: 0, sink, value);
        for (var row = 0; row < rows; row++)
            net.Arcs.Add((0, 1 + row, 3 * most));
        for (var node = 1; node <= rows * (columns - 1); node++)
        {
            var nextLevel = 1 + (((node - 1) / rows) + 1) * rows;
            for (var arc = 0; arc < 3; arc++)
            {
                var head = nextLevel + (int)random.Whole(0, rows - 1);
                net.Arcs.Add((node, head, random.Whole(1, most)));
            }
        }

        for (var row = 0; row < rows; row++)
            net.Arcs.Add((sink - rows + row, sink, 3 * most));
        return net;
    }

    /// <summary>
    /// Like a railway map: the Urquhart graph of random points (R. B. Urquhart, Electronics Letters 16, 1980: of every Delaunay
    /// triangle the longest edge is left out), capacities like train pairs, all flow from the western strip to the eastern.
    /// </summary>
    public static FlowNet Rail(string name, int pointCount, double strip, ulong seed, long value)
    {
        var random = new SplitMix64(seed);
        var (x, y) = (new double[pointCount], new double[pointCount]);
        for (var point = 0; point < pointCount; point++)
            (x[point], y[point]) = (random.Unit(), random.Unit());
        var net = new FlowNet(name, pointCount + 2, IsDirected: false, Source: pointCount, Sink: pointCount + 1, value);
        foreach (var (a, b) in UrquhartGraph.Edges(x, y))
            net.Arcs.Add((a, b, RailCapacities[random.Whole(0, 9)]));
        for (var point = 0; point < pointCount; point++)
        {
            if (x[point] < strip)
                net.Arcs.Add((net.Source, point, 1_000_000));
            if (x[point] > 1 - strip)
                net.Arcs.Add((point, net.Sink, 1_000_000));
        }

        return net;
    }

    private static void AddGrid(FlowNet net, int a, int first, long capacity)
    {
        for (var y = 0; y < a; y++)
        {
            for (var x = 0; x < a; x++)
            {
                var node = first + (y * a) + x;
                if (x + 1 < a)
                    AddBothWays(net, node, node + 1, capacity);
                if (y + 1 < a)
                    AddBothWays(net, node, node + a, capacity);
            }
        }
    }

    private static void AddBothWays(FlowNet net, int a, int b, long capacity)
    {
        net.Arcs.Add((a, b, capacity));
        net.Arcs.Add((b, a, capacity));
    }

    private static int[] Permutation(SplitMix64 random, int count)
    {
        var permutation = Enumerable.Range(0, count).ToArray();
        for (var top = count - 1; top > 0; top--)
        {
            var other = (int)random.Whole(0, top);
            (permutation[top], permutation[other]) = (permutation[other], permutation[top]);
        }

        return permutation;
    }
}
