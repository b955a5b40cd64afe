using System.Globalization;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Benchmarks.Interdiction;

/// <summary>
/// Interdiction to proof beside Wood's integer program in the MIP solvers that are installed, on the same instances in one run. Ours: from the
/// problem to the answer, processor seconds, median of 5 after warming up (a single run where one takes more than 10 s), once without and once
/// with the recorded proof; every certificate goes through the checker. Peers: see <see cref="MipPeers"/>.
/// </summary>
internal static class InterdictionBenchmark
{
    private const int UsualPeerLimit = 30;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    /// <summary>Measures the nets named (as rail-400, rail-400-unit or rail-400-corr; any size), or the usual ones.</summary>
    /// <param name="output">Where the table goes.</param>
    /// <param name="arguments">Nets; <c>--limit=SECONDS</c> for the peers, 0: without them.</param>
    public static async Task RunAsync(TextWriter output, IReadOnlyCollection<string> arguments)
    {
        var limit = arguments.FirstOrDefault(a => a.StartsWith("--limit=", StringComparison.Ordinal));
        var seconds = limit is null ? UsualPeerLimit : int.Parse(limit["--limit=".Length..], CultureInfo.InvariantCulture);
        await output.WriteLineAsync($"Interdiction to proof, processor seconds; ours limited to {Limit.TotalSeconds} s, peers to {seconds} s\n");
        var peers = seconds > 0 ? new MipPeers(World.Root(), seconds, output) : null;
        var names = peers?.Names.ToList() ?? [];
        await output.WriteLineAsync($"| net | budget | left | ours, s | with proof, s | proof checked, s | tree nodes | flows |{string.Concat(names.Select(n => $" {n}, s | times ours |"))} values |");
        await output.WriteLineAsync($"|---|---|---|---|---|---|---|---|{string.Concat(names.Select(_ => "---|---|"))}---|");
        foreach (var instance in InterdictionInstance.All([.. arguments.Where(a => !a.StartsWith('-'))]))
        {
            await output.WriteLineAsync(Row(instance, peers, names.Count));
            await output.FlushAsync();
        }

        await output.WriteLineAsync();
    }

    private static string Row(InterdictionInstance instance, MipPeers? peers, int peerCount)
    {
        var problem = instance.Make();
        var bare = new InterdictionOptions { RecordProof = false, Limits = new SolveOptions { TimeLimit = Limit } };
        var (result, ours) = Repeated.Measure(() => Solve(problem, bare));
        var (proved, withProof) = Repeated.Measure(() => Solve(problem, bare with { RecordProof = true }));
        var (report, check) = Repeated.Once(() => InterdictionChecker.Check(problem, proved));
        var isProven = result.Termination == Termination.Optimal && proved.Value == result.Value;
        var verdict = !report.IsAccepted ? "REFUSED" : report.Proof == ProofKind.Certified ? Seconds(check.Processor) : "no proof";
        var answers = peers is not null && instance.HasPeers ? peers.Solve(problem).ToList() : [.. Enumerable.Repeat<PeerAnswer?>(null, peerCount)];
        var cells = answers.Select(a => a is null ? " - | - |" : $" {a}{Runs(a.RunCount)} | {Times(a, ours.Processor)} |");
        var left = isProven ? $"{result.Value}" : FormattableString.Invariant($"{result.Value}, bound {result.Bound}, gap {result.Gap:0.0%}");
        return FormattableString.Invariant(
            $"| {instance} | {BudgetOf(instance, problem)} | {left} | {Seconds(ours.Processor)}{Runs(ours.Count)} | {Seconds(withProof.Processor)} | {verdict} | {result.Statistics.SearchNodeCount} | {result.Statistics.SolveCount} |{string.Concat(cells)} {Agreement(result, isProven, answers)} |");
    }

    private static InterdictionResult Solve(InterdictionProblem problem, InterdictionOptions options) =>
        new LagrangianInterdictionSolver().Solve(problem, options, progress: null, CancellationToken.None);

    private static string Agreement(InterdictionResult ours, bool isProven, List<PeerAnswer?> answers)
    {
        var others = answers.OfType<PeerAnswer>().ToList();
        if (others.Count == 0)
            return "-";
        var disagreeing = others.Where(a => isProven ? !a.AgreesWith(ours.Value) : a.IsProven && !(a.Value >= ours.Bound)).Select(a => a.Solver).ToList();
        return disagreeing.Count == 0 ? "agree" : $"DISAGREE: {string.Join(", ", disagreeing)}";
    }

    private static string BudgetOf(InterdictionInstance instance, InterdictionProblem problem) =>
        instance.Mode is "unc" or "corr" ? $"{instance.Budget} % = {problem.Budgets[0]}" : $"{problem.Budgets[0]}";

    private static string Times(PeerAnswer answer, double seconds) =>
        answer.Seconds < PeerAnswer.Tick ? "-" : FormattableString.Invariant($"{(answer.IsProven ? "" : "over ")}{answer.Seconds / seconds:0}");

    private static string Runs(int count) => count == 1 ? " (1 run)" : "";

    private static string Seconds(double seconds) => seconds.ToString(seconds < 1 ? "0.0000" : "0.00", CultureInfo.InvariantCulture);
}
