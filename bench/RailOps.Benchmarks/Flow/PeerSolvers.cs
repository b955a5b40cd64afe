using System.Diagnostics;
using System.Globalization;
using RailOps.Benchmarks.Flow.Nets;

namespace RailOps.Benchmarks.Flow;

/// <summary>
/// Times the libraries that Debian packages, and Google OR-Tools compiled to WebAssembly, through the small drivers in bench/peers: built on
/// demand into artifacts/peers, left out with a word if compiler or library are missing. Nothing but this benchmark needs them.
/// </summary>
internal sealed class PeerSolvers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(200);
    private static readonly string[] WithoutFlow = ["igraph, value", "LEMON preflow, cut"];

    private readonly string _root;
    private readonly List<(string Program, string[] Arguments)> _drivers = [];

    public PeerSolvers(string root, TextWriter output)
    {
        _root = root;
        Directory.CreateDirectory(Path.Combine(root, "artifacts", "peers"));
        Build(output, "igraph", "cc", "libigraph-dev", "igraph_maxflow.c", "-I/usr/include/igraph", "-ligraph");
        Build(output, "Boost", "g++", "libboost-graph-dev", "boost_push_relabel.cpp");
        Build(output, "LEMON", "g++", "liblemon-dev", "lemon_preflow.cpp", "-llemon");
        var python = Environment.GetEnvironmentVariable("RAILOPS_PYTHON") ?? "/usr/bin/python3";
        if (Start(python, ["-c", "import scipy"], TimeSpan.FromMinutes(1)) is not null)
            _drivers.Add((python, [Path.Combine(root, "bench", "peers", "scipy_dinic.py")]));
        else
            output.WriteLine("Without SciPy (Debian: python3-scipy).");
        string[] orTools = [Path.Combine(root, "bench", "peers", "ortools_maxflow.mjs"), World.OrToolsFolder()];
        if (Start("node", orTools, TimeSpan.FromMinutes(1)) is not null)
            _drivers.Add(("node", orTools));
        else
            output.WriteLine("Without OR-Tools (Node 20; ./railops or-tools).");
    }

    public IEnumerable<Timing> Run(FlowNet net)
    {
        var path = Path.Combine(_root, "artifacts", "peers", $"{net.Name}.txt");
        net.Write(path);
        foreach (var (program, arguments) in _drivers)
        {
            var lines = Start(program, [.. arguments, path], Patience);
            if (lines is null)
                yield return new Timing($"{Path.GetFileNameWithoutExtension(arguments.LastOrDefault() ?? program)}: failed, or over {Patience.TotalSeconds} s", double.NaN, double.NaN, net.ExpectedValue);
            foreach (var fields in (lines ?? []).Select(line => line.Split('\t')))
            {
                var bytes = double.Parse(fields[2], CultureInfo.InvariantCulture);
                yield return new Timing(
                    fields[0], double.Parse(fields[1], CultureInfo.InvariantCulture), bytes > 0 ? bytes / net.Arcs.Count : double.NaN, long.Parse(fields[3], CultureInfo.InvariantCulture))
                { HasFlow = !WithoutFlow.Contains(fields[0]) };
            }
        }

        File.Delete(path);
    }

    private void Build(TextWriter output, string name, string compiler, string package, string source, params string[] libraries)
    {
        var program = Path.Combine(_root, "artifacts", "peers", Path.GetFileNameWithoutExtension(source));
        string[] arguments = ["-O3", "-DNDEBUG", "-w", "-o", program, Path.Combine(_root, "bench", "peers", source), .. libraries];
        if (Start(compiler, arguments, TimeSpan.FromMinutes(5)) is not null)
            _drivers.Add((program, []));
        else
            output.WriteLine($"Without {name} (Debian: {compiler}, {package}).");
    }

    /// <summary>The lines printed; null if it could not be started, failed or took too long.</summary>
    internal static List<string>? Start(string program, IEnumerable<string> arguments, TimeSpan patience)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        try
        {
            using var process = Process.Start(start)!;
            var lines = new List<string>();
            process.OutputDataReceived += (_, line) =>
            {
                if (line.Data is not null)
                    lines.Add(line.Data);
            };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (!process.WaitForExit(patience))
            {
                process.Kill();
                process.WaitForExit();
                return lines.Count > 0 ? lines : null;
            }

            process.WaitForExit();
            return process.ExitCode == 0 ? lines : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
