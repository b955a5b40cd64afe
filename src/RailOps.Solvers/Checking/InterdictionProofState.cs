using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.Checking;

/// <summary>What is decided and ruled out at a point of a proof, and which nodes are proved to be on one side of any cut that matters.</summary>
internal sealed class InterdictionProofState : AttackDecisions
{
    public InterdictionProofState(InterdictionProblem problem, InterdictionPieces pieces)
        : base(problem.Targets, problem.Budgets)
    {
        Group = [.. Enumerable.Range(2, pieces.NodeCount)];
        foreach (var source in problem.Sources)
            Group[source] = 0;
        foreach (var sink in problem.Sinks)
            Group[pieces.Exit[sink]] = 1;
    }

    private InterdictionProofState(InterdictionProofState other)
        : base(other) => Group = [.. other.Group];

    /// <summary>Group per node: 0 with the sources, 1 with the sinks, equal if proved to be on one side; at most the number of nodes + 1.</summary>
    public int[] Group { get; }

    /// <inheritdoc cref="AttackDecisions.Attacked"/>
    public new InterdictionProofState? Attacked(int target, int level) => (InterdictionProofState?)base.Attacked(target, level);

    /// <inheritdoc cref="AttackDecisions.Paid"/>
    public new InterdictionProofState Paid(int target, int level) => (InterdictionProofState)base.Paid(target, level);

    protected override AttackDecisions Copy() => new InterdictionProofState(this);
}
