using System.Diagnostics;
using System.Globalization;
using RailOps.Solvers.Interdiction;

namespace RailOps.Benchmarks.Interdiction;

/// <summary>
/// Solves Wood's model with the MIP solvers that are installed: CBC and GLPK (Debian: coinor-cbc, glpk-utils) as programs, processor time of
/// the process with reading the model, and limited by it; SCIP of Google OR-Tools compiled to WebAssembly under Node, processor time of the solve
/// alone, limited by the clock. All with gap 0, one thread. Left out with a word where not installed.
/// </summary>
internal sealed class MipPeers
{
    private const double ShortRun = 1;
    private const int BusyMachine = 10;
    private readonly string _folder;
    private readonly int _limitSeconds;
    private readonly List<(string Name, Func<string, ProcessStartInfo> Start, Func<string, double, PeerAnswer?> Read)> _peers = [];

    public MipPeers(string root, int limitSeconds, TextWriter output)
    {
        (_folder, _limitSeconds) = (Path.Combine(root, "artifacts", "peers"), limitSeconds);
        Directory.CreateDirectory(_folder);
        var limit = limitSeconds.ToString(CultureInfo.InvariantCulture);
        Add("CBC", "Debian: coinor-cbc", new("cbc", ["-quit"]), m => Timed(limitSeconds + 30, "cbc", m, "sec", limit, "ratio", "0", "allow", "0", "solve"), MipOutput.Cbc);
        Add("GLPK", "Debian: glpk-utils", new("glpsol", ["--version"]), m => Timed(limitSeconds, "glpsol", "--cuts", "--lp", m), MipOutput.Glpk);
        var driver = Path.Combine(root, "bench", "peers", "ortools_scip.mjs");
        var orTools = World.OrToolsFolder();
        Add("SCIP", "Node 20; ./railops or-tools", new("node", [driver, orTools]), m => new("node", [driver, orTools, m, limit]), MipOutput.Scip);

        void Add(string name, string how, ProcessStartInfo probe, Func<string, ProcessStartInfo> start, Func<string, double, PeerAnswer?> read)
        {
            if (Run(probe).Output.Length > 0)
                _peers.Add((name, start, read));
            else
                output.WriteLine($"Without {name} ({how}).\n");
        }
    }

    /// <summary>Names of those installed.</summary>
    public IEnumerable<string> Names => _peers.Select(p => p.Name);

    /// <summary>Solves with each; what takes less than a second three times, with the median.</summary>
    public IEnumerable<PeerAnswer?> Solve(InterdictionProblem problem)
    {
        var model = Path.Combine(_folder, "wood.lp");
        WoodModel.Write(problem, model);
        foreach (var (_, start, read) in _peers)
        {
            var answers = new List<PeerAnswer?> { Once() };
            while (answers is [{ Seconds: < ShortRun }, ..] && answers.Count < 3)
                answers.Add(Once());
            var first = answers[0];
            yield return first is null ? null : first with { RunCount = answers.Count, Seconds = answers.Select(a => a?.Seconds ?? double.NaN).Order().ElementAt(answers.Count / 2) };

            PeerAnswer? Once()
            {
                var (output, seconds) = Run(start(model));
                return read(output, seconds);
            }
        }

        File.Delete(model);
    }

    // The shell limits and tells processor time; its last line is that of its children, as 0m1.230000s 0m0.040000s.
    private ProcessStartInfo Timed(int mostSeconds, string program, params string[] arguments) =>
        new("/bin/sh", ["-c", $"ulimit -S -t {mostSeconds}; \"$@\"; times", "sh", program, .. arguments]);

    private static double ChildSeconds(string output) => output.TrimEnd().Split('\n')[^1].Split(' ').Sum(part =>
        part.TrimEnd('s').Split('m') is [var minutes, var seconds]
            && double.TryParse(minutes, CultureInfo.InvariantCulture, out var whole) && double.TryParse(seconds, CultureInfo.InvariantCulture, out var rest)
            ? (60 * whole) + rest
            : double.NaN);

    private (string Output, double Seconds) Run(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError, start.RedirectStandardInput, start.UseShellExecute) = (true, true, true, false);
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(TimeSpan.FromSeconds(BusyMachine * (_limitSeconds + 10))))
                process.Kill(entireProcessTree: true);
            Task.WaitAll(output, errors);
            return (output.Result, ChildSeconds(output.Result));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return ("", double.NaN);
        }
    }
}
