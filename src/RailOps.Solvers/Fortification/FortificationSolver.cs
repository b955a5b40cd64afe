using System.Collections.Immutable;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Fortification;

/// <summary>
/// Problem: a defender protects targets within his budgets, an attacker who knows the defence attacks the others within his, a user
/// sends the largest flow that is left. Find the defence that keeps this flow largest.
/// <para>
/// Method and source: implicit enumeration (M. P. Scaparra and R. L. Church, "A bilevel mixed-integer program for critical
/// infrastructure protection planning", Computers and Operations Research 35, 2008): a defence that beats another must prevent the
/// best attack behind that other, so the tree branches only on the protections that do, and each case rules out those of the cases
/// before. Where we differ: any attack that leaves no more than the best defence so far serves instead of the best attack, so attack
/// searches end early and attacks found once settle or split other nodes without a search; a node is bounded by the best attack
/// behind all that is still affordable.
/// </para>
/// <para>
/// Numbers: whole, exact, as in <see cref="LagrangianInterdictionSolver"/>. Ties: among defences that keep the same, the one found
/// first without its protections in vain; the same for the same problem. Cost: at most (protections that can prevent one attack) to
/// the power of (protections affordable together) interdictions, each NP-hard; depth first, so memory grows with the attacks found.
/// </para>
/// <para>Certificate: <see cref="FortificationCertificate"/>. Holds no state; safe to call from many threads.</para>
/// </summary>
public static class FortificationSolver
{
    /// <summary>Solves from scratch. The same problem and options give the same answer, unless stopped by time or token.</summary>
    /// <param name="problem">What may be attacked and what may be protected.</param>
    /// <param name="options">Limits, proof.</param>
    /// <param name="progress">Told of every better defence and bound, on the caller's thread; null if nobody listens.</param>
    /// <param name="token">Cancelling gives the best defence and bound so far with <see cref="Termination.Stopped"/>, not an exception.</param>
    public static FortificationResult Solve(
        FortificationProblem problem, FortificationOptions options, IProgress<FortificationProgress>? progress, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(options);
        InterdictionOptions.Require(new InterdictionOptions { ThreadCount = options.ThreadCount });
        var attacks = new AttackSearch(problem, new StopSignal(options.Limits, token), options.ThreadCount);
        var pool = new AttackPool(problem);
        var proof = new DefenceProof(options.RecordProof);
        var search = new DefenceSearch(problem, attacks, pool, proof, progress);
        var isFinished = search.Run();
        if (search.UnprotectedAttack is null)
            return FortificationResult.OutOfRange();
        var trim = new DefenceTrim(problem, attacks, pool);
        isFinished = isFinished && trim.Run(search.IsTaken, search.Value);
        var isGuarded = DefenceState.Guard(problem, new bool[problem.Attack.Targets.Length], search.IsTaken);
        var proved = isFinished && options.RecordProof ? attacks.Prove(isGuarded) : null;
        var defence = Enumerable.Range(0, search.IsTaken.Length).Where(protection => search.IsTaken[protection]).ToImmutableArray();
        var draft = new FortificationResult.Draft(
            defence,
            Costs(problem, defence),
            search.Value,
            search.ValueUnprotected,
            proved?.Plan ?? Best(problem, pool, isGuarded),
            search.UnprotectedAttack,
            search.Statistics);
        if (attacks.Stop.IsRaised)
            return FortificationResult.Interrupted(attacks.Stop.Reason, draft, search.Bound);
        var certificate = proved is { } behind ? proof.Finish(defence, behind.Certificate, trim.Needed.Values, pool, draft.Value == FlowGraph.Unlimited) : null;
        return FortificationResult.Proved(draft, certificate);
    }

    private static ImmutableArray<long> Costs(FortificationProblem problem, ImmutableArray<int> defence)
    {
        var costs = new long[problem.Budgets.Length];
        foreach (var protection in defence)
        {
            for (var resource = 0; resource < costs.Length; resource++)
                costs[resource] += problem.Protections[protection].Costs[resource];
        }

        return [.. costs];
    }

    /// <summary>The best attack found behind a defence; if none breaks all unlimited paths, no attack at all.</summary>
    private static AttackPlan Best(FortificationProblem problem, AttackPool pool, bool[] isGuarded) =>
        pool.Best(isGuarded) is >= 0 and var best
            ? pool[best]
            : new AttackPlan([], [.. problem.Attack.Budgets.Select(_ => 0L)], FlowGraph.Unlimited, Cut: null);
}
