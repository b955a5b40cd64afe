using System.Globalization;
using RailOps.Benchmarks.Flow;
using RailOps.Benchmarks.Flow.Nets;

namespace RailOps.Benchmarks.MinCost;

/// <summary>Times LEMON and SciPy through small drivers in bench/peers, as <see cref="PeerSolvers"/> does for flows; left out with a word if missing.</summary>
internal sealed class MinCostPeers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(200);

    private readonly string _root;
    private readonly List<(string Program, string[] Arguments)> _drivers = [];

    public MinCostPeers(string root, TextWriter output)
    {
        _root = root;
        Directory.CreateDirectory(Path.Combine(root, "artifacts", "peers"));
        var program = Path.Combine(root, "artifacts", "peers", "lemon_network_simplex");
        var source = Path.Combine(root, "bench", "peers", "lemon_network_simplex.cpp");
        if (PeerSolvers.Start("g++", ["-O3", "-DNDEBUG", "-w", "-o", program, source, "-llemon"], TimeSpan.FromMinutes(5)) is not null)
            _drivers.Add((program, []));
        else
            output.WriteLine("Without LEMON (Debian: g++, liblemon-dev).");
        var python = Environment.GetEnvironmentVariable("RAILOPS_PYTHON") ?? "/usr/bin/python3";
        if (PeerSolvers.Start(python, ["-c", "import scipy"], TimeSpan.FromMinutes(1)) is not null)
            _drivers.Add((python, [Path.Combine(root, "bench", "peers", "scipy_highs.py")]));
        else
            output.WriteLine("Without SciPy (Debian: python3-scipy).");
    }

    public IEnumerable<Timing> Run(CostNet net)
    {
        var path = Path.Combine(_root, "artifacts", "peers", $"{net.Net.Name}-costs.txt");
        net.Write(path);
        foreach (var (program, arguments) in _drivers)
        {
            var lines = PeerSolvers.Start(program, [.. arguments, path], Patience);
            if (lines is null)
                yield return new Timing($"{Path.GetFileNameWithoutExtension(arguments.LastOrDefault() ?? program)}: failed, or over {Patience.TotalSeconds} s", double.NaN, double.NaN, 0);
            foreach (var fields in (lines ?? []).Select(line => line.Split('\t')))
                yield return new Timing(fields[0], double.Parse(fields[1], CultureInfo.InvariantCulture), double.NaN, long.Parse(fields[3], CultureInfo.InvariantCulture));
        }

        File.Delete(path);
    }
}
