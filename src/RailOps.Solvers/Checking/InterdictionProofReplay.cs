using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.Checking;

/// <summary>
/// Replays a proof tree: at every step the flow is checked against the capacities under the prices, the bound is added up, and what
/// it rules out is ruled out. Every case must end with a bound that reaches the value.
/// </summary>
internal sealed class InterdictionProofReplay : ProofTree<InterdictionProofNode, InterdictionProofState>
{
    private readonly InterdictionProblem _problem;
    private readonly InterdictionPieces _pieces;
    private readonly Int128 _value;

    public InterdictionProofReplay(InterdictionProblem problem, InterdictionCertificate certificate)
        : base(certificate.Nodes, problem.Targets)
    {
        (_problem, _pieces) = (problem, new InterdictionPieces(problem));
        _value = certificate.Plan.Value == FlowGraph.Unlimited ? _pieces.MoreThanAllFinite : certificate.Plan.Value;
    }

    protected override string NeitherNor => "it neither reaches the value nor has two cases that come later";

    /// <summary>The first fault, or null if the proof holds. Nothing can let less than nothing through, so a value of 0 needs no proof.</summary>
    public string? Problem() => _value == 0 ? null : Replay(new InterdictionProofState(_problem, _pieces));

    protected override bool Closes(InterdictionProofNode node, InterdictionProofState state, out string? fault)
    {
        foreach (var round in node.Rounds)
        {
            fault = PriceFault(round.Scale, round.Prices, _problem.Budgets.Length)
                ?? new InterdictionProofStep(_problem, _pieces, state, round).Apply(_value);
            if (fault is not null || state.IsClosed)
                return fault is null;
        }

        fault = null;
        return false;
    }

    protected override (int Target, int Level, int Attacked, int Without) BranchOf(InterdictionProofNode node) =>
        (node.Target, node.Level, node.Attacked, node.Without);

    protected override InterdictionProofState? Attacked(InterdictionProofState state, int target, int level) => state.Attacked(target, level);

    protected override void RuleOut(InterdictionProofState state, int target, int level) => state.RuleOut(target, level);
}
