using System.Globalization;
using RailOps.Solvers.Interdiction;

namespace RailOps.Benchmarks.Interdiction;

/// <summary>One instance of the benchmark, before it is generated.</summary>
/// <param name="Family">rail, delaunay, grid or clique.</param>
/// <param name="Size">Points, or nodes of a grid (a square number), or nodes of the graph in which a clique is looked for.</param>
/// <param name="Mode">How capacities and costs are drawn: unit, unc, corr; for cliques the size looked for.</param>
/// <param name="Budget">Unit: attacks. Otherwise: percent of the cheapest cut by cost; not used by cliques.</param>
/// <param name="HasPeers">True: small enough for the integer programs.</param>
internal sealed record InterdictionInstance(string Family, int Size, string Mode, int Budget, bool HasPeers)
{
    private const string Unit = "unit";
    private const int LargestForPeers = 2500;
    private static readonly string[] Drawn = ["unc", "corr"];
    private static readonly int[] Shares = [30, 60];

    /// <summary>The usual instances: those named (as rail-400, rail-400-unit or rail-400-corr; any size), or all.</summary>
    public static IEnumerable<InterdictionInstance> All(IReadOnlyCollection<string> names)
    {
        if (names.Count > 0)
            return names.SelectMany(Named);
        (string, int)[] plane = [("rail", 100), ("rail", 400), ("rail", 1600), ("delaunay", 100), ("delaunay", 400), ("delaunay", 1600)];
        (string, int)[] large = [("grid", 2500), ("rail", 10_000), ("rail", 100_000)];
        return
        [
            .. plane.SelectMany(net => Units(net.Item1, net.Item2)),
            .. Named("clique-18"), .. Named("clique-24"),
            .. plane.Concat(large).SelectMany(net => Hard(net.Item1, net.Item2)),
        ];
    }

    /// <summary>Makes it.</summary>
    public InterdictionProblem Make() => Family == "clique"
        ? InterdictionNets.Clique(Size, int.Parse(Mode, CultureInfo.InvariantCulture))
        : InterdictionNets.Make(Family, Size, Mode, Budget);

    /// <summary>Name of the net for people.</summary>
    public override string ToString() => Family == "clique" ? $"clique of {Mode} among {Size}" : $"{Family} {Size:N0} {Mode}";

    private static IEnumerable<InterdictionInstance> Named(string name)
    {
        var parts = name.Split('-');
        if (parts.Length < 2 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            throw new ArgumentException($"A net should be named as rail-400, delaunay-1600, grid-2500 or clique-18, but is '{name}'.", nameof(name));
        if (parts[0] == "clique")
            return [new InterdictionInstance("clique", size, "6", 0, HasPeers: true)];
        return parts is [_, _, Unit] ? Units(parts[0], size) : Hard(parts[0], size).Where(i => parts.Length == 2 || i.Mode == parts[2]);
    }

    private static IEnumerable<InterdictionInstance> Units(string family, int size) =>
        new[] { 2, 5, 10 }.Select(budget => new InterdictionInstance(family, size, Unit, budget, size <= LargestForPeers));

    // Larger ones take every peer to its limit: one of them shows it.
    private static IEnumerable<InterdictionInstance> Hard(string family, int size) =>
        from mode in Drawn
        from share in Shares
        select new InterdictionInstance(family, size, mode, share, size <= LargestForPeers || (size <= 10_000 && mode == "unc" && share == 30));
}
