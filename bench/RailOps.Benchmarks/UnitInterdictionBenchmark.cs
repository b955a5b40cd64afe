using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;
using RailOps.Solvers.UnitInterdiction;

namespace RailOps.Benchmarks;

/// <summary>Interdiction of whole units on nets of 350 nodes, to proof. Wall seconds of one solve; tree nodes and flows do not depend on the machine.</summary>
internal static class UnitInterdictionBenchmark
{
    private const int LargestCheckedProof = 500;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public static async Task RunAsync(TextWriter output)
    {
        await output.WriteLineAsync($"Interdiction of whole units to proof, limit {Limit.TotalSeconds} s\n");
        await output.WriteLineAsync("| demanders | units | targets | budgets | seed | worth before | left | bound | seconds | tree nodes | flows | seconds with proof | proof checked |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var (demands, units, targets, budgets) in Families())
        {
            for (var seed = 1UL; seed <= 5; seed++)
                await MeasureAsync(output, seed, demands, units, targets, budgets);
        }

        await output.WriteLineAsync();
    }

    private static IEnumerable<(int Demands, int Units, int Targets, ImmutableArray<long> Budgets)> Families() =>
    [
        (6, 20, 50, [3, 2]),
        (8, 30, 100, [4, 4]),
        (12, 40, 100, [6, 6]),
        (12, 40, 250, [3, 3]),
        (12, 40, 250, [2, 2, 2]),
        (12, 40, 250, [5, 5]),
    ];

    private static async Task MeasureAsync(TextWriter output, ulong seed, int demands, int units, int targets, ImmutableArray<long> budgets)
    {
        var problem = UnitInterdictionBenchmarkNets.Make(seed, demands, units, targets, budgets);
        var options = new InterdictionOptions { RecordProof = false, Limits = new SolveOptions { TimeLimit = Limit } };
        var (result, seconds) = Time(problem, options);
        var (proved, withProof) = Time(problem, options with { RecordProof = true });
        var verdict = proved.Certificate is null || proved.Certificate.Nodes.Length > LargestCheckedProof
            ? "-" : UnitInterdictionChecker.Check(problem, proved) is { IsAccepted: true, Proof: ProofKind.Certified } ? "yes" : "no";
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"| {demands} | {units} | {targets} | {string.Join(' ', budgets)} | {seed} | {result.WorthBefore} | {result.Worth} | {result.Bound} | {seconds:0.000} | {result.Statistics.SearchNodeCount} | {result.Statistics.SolveCount} | {withProof:0.000} | {verdict} |"));
    }

    private static (UnitInterdictionResult Result, double Seconds) Time(UnitInterdictionProblem problem, InterdictionOptions options)
    {
        var start = Stopwatch.GetTimestamp();
        var result = UnitInterdictionSolver.Solve(problem, options, progress: null, CancellationToken.None);
        return (result, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }
}
