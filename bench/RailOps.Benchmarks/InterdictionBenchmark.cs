using System.Diagnostics;
using System.Globalization;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Benchmarks;

/// <summary>
/// Interdiction on hard budgets (30 and 60 % of the cheapest cut by cost), solved to proof. Median wall seconds of three solves after one to
/// warm up (large nets: of one); tree nodes and flows do not depend on the machine.
/// </summary>
internal static class InterdictionBenchmark
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly (string Family, int Size)[] Nets =
        [("rail", 400), ("delaunay", 400), ("grid", 400), ("rail", 1600), ("delaunay", 1600), ("grid", 2500), ("rail", 10_000)];

    /// <summary>Measures the nets named (as rail-400; any size), or the usual ones.</summary>
    public static async Task RunAsync(TextWriter output, IReadOnlyCollection<string> names)
    {
        await output.WriteLineAsync($"Interdiction to proof, limit {Limit.TotalSeconds} s\n");
        await output.WriteLineAsync("| net | budget | left | bound | seconds | tree nodes | flows | seconds with proof | proof checked |\n|---|---|---|---|---|---|---|---|---|");
        foreach (var (family, size) in names.Count == 0 ? Nets : names.Select(Parse))
        {
            foreach (var mode in new[] { "unc", "corr" })
            {
                foreach (var share in new[] { 0.3, 0.6 })
                    await MeasureAsync(output, $"{family} {size} {mode}", InterdictionBenchmarkNets.Make(family, size, mode, share), share, size);
            }
        }

        await output.WriteLineAsync();
    }

    private static (string Family, int Size) Parse(string name) =>
        (name.Split('-')[0], int.Parse(name.Split('-')[1], CultureInfo.InvariantCulture));

    private static async Task MeasureAsync(TextWriter output, string name, InterdictionProblem problem, double share, int size)
    {
        var bare = new InterdictionOptions { RecordProof = false, Limits = new SolveOptions { TimeLimit = Limit } };
        var (result, first) = Time(problem, bare);
        var seconds = first;
        if (first < 5)
            seconds = Enumerable.Range(0, 3).Select(_ => Time(problem, bare).Seconds).Order().ElementAt(1);
        var (proved, withProof) = Time(problem, bare with { RecordProof = true });
        var verdict = size > 2500 ? "-" : InterdictionChecker.Check(problem, proved) is { IsAccepted: true, Proof: ProofKind.Certified } ? "yes" : "no";
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {share:P0} = {problem.Budgets[0]} | {result.Value} | {result.Bound} | {seconds:0.0000} | {result.Statistics.SearchNodeCount} | {result.Statistics.SolveCount} | {withProof:0.0000} | {verdict} |"));
    }

    private static (InterdictionResult Result, double Seconds) Time(InterdictionProblem problem, InterdictionOptions options)
    {
        var start = Stopwatch.GetTimestamp();
        var result = new LagrangianInterdictionSolver().Solve(problem, options, progress: null, CancellationToken.None);
        return (result, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }
}
