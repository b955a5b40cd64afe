using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Fortification;

/// <summary>Asks the interdiction solver what can be attacked behind guarded targets, and counts what that takes.</summary>
internal sealed class AttackSearch(FortificationProblem problem, StopSignal stop, int threadCount)
{
    public StopSignal Stop { get; } = stop;

    public long Count { get; private set; }

    public SolveStatistics Work { get; private set; } = SolveStatistics.None;

    /// <summary>The best attack, or any that leaves at most <paramref name="goodEnough"/>; the targets are those of the whole problem.</summary>
    /// <param name="isGuarded">One mark per target.</param>
    /// <param name="goodEnough">Flow units, 0 or more.</param>
    /// <returns>
    /// The best plan found and, unless that is good enough, a proved lower bound on what any leaves: its value if finished. Null if out
    /// of range.
    /// </returns>
    public (AttackPlan Plan, long Bound, bool IsFinished)? Find(bool[] isGuarded, long goodEnough)
    {
        var targets = FortificationProblem.OpenTargets(isGuarded);
        var result = Solve(targets, goodEnough, recordProof: false);
        if (result.Plan is not { } plan)
            return null;
        return (Renumber(plan, targets), result.Bound, result.Termination is Termination.Optimal or Termination.Unbounded);
    }

    /// <summary>The best attack with its proof, in the numbers of <see cref="FortificationProblem.AttackBehind"/>, and in those of the whole; null if stopped.</summary>
    public (InterdictionCertificate Certificate, AttackPlan Plan)? Prove(bool[] isGuarded)
    {
        var targets = FortificationProblem.OpenTargets(isGuarded);
        var result = Solve(targets, knownBound: 0, recordProof: true);
        return result.Certificate is { } certificate ? (certificate, Renumber(certificate.Plan, targets)) : null;
    }

    private InterdictionResult Solve(int[] targets, long knownBound, bool recordProof)
    {
        var options = new InterdictionOptions { RecordProof = recordProof, ThreadCount = threadCount };
        var result = LagrangianInterdictionSolver.Solve(problem.AttackOn(targets), options, Stop, knownBound, progress: null);
        Count++;
        Work = new SolveStatistics(
            Work.AugmentationCount + result.Statistics.AugmentationCount,
            Work.SolveCount + result.Statistics.SolveCount,
            Work.SearchNodeCount + result.Statistics.SearchNodeCount);
        return result;
    }

    private static AttackPlan Renumber(AttackPlan plan, int[] targets) =>
        plan with { Attacks = [.. plan.Attacks.Select(attack => attack with { Target = targets[attack.Target] })] };
}
