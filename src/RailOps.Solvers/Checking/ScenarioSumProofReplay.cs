using System.Numerics;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.ScenarioSums;

namespace RailOps.Solvers.Checking;

/// <summary>
/// Replays a scenario-sum proof: at every step the flows are checked, the bound is added up, and what it rules out is ruled out. Every
/// branch must end with a bound that reaches the value.
/// </summary>
internal sealed class ScenarioSumProofReplay : ProofTree<SumProofNode, AttackDecisions>
{
    private readonly ScenarioSumProblem _problem;
    private readonly InterdictionPieces _pieces;
    private readonly BigInteger _needed;

    public ScenarioSumProofReplay(ScenarioSumProblem problem, ScenarioSumCertificate certificate)
        : base(certificate.Nodes, problem.Targets)
    {
        _problem = problem;
        _pieces = new InterdictionPieces(new InterdictionProblem(problem.Graph, problem.Sources, problem.Sinks, problem.Targets, problem.Budgets));
        var weights = problem.Cases.Aggregate(BigInteger.Zero, (sum, one) => sum + one.Weight);
        _needed = certificate.Plan.Value == FlowGraph.Unlimited ? weights * (_pieces.MoreThanAllFinite - 1) : certificate.Plan.Value - Unit(problem);
    }

    protected override string NeitherNor => "it neither reaches the value nor has two branches that come later";

    /// <summary>The first fault, or null if the proof holds. Nothing can let less than nothing through, so a value of 0 needs no proof.</summary>
    public string? Problem() => _needed < 0 ? null : Replay(new AttackDecisions(_problem.Targets, _problem.Budgets));

    protected override bool Closes(SumProofNode node, AttackDecisions state, out string? fault)
    {
        foreach (var round in node.Rounds)
        {
            fault = PriceFault(round.Scale, round.Prices, _problem.Budgets.Length);
            if (fault is null && round.Flows.Length != _problem.Cases.Length)
                fault = $"there should be a flow for each of {_problem.Cases.Length} cases, but there are {round.Flows.Length}";
            fault ??= new ScenarioSumProofStep(_problem, _pieces, state, round).Apply(_needed, _pieces.MoreThanAllFinite);
            if (fault is not null || state.IsClosed)
                return fault is null;
        }

        fault = null;
        return false;
    }

    protected override (int Target, int Level, int Attacked, int Without) BranchOf(SumProofNode node) =>
        (node.Target, node.Level, node.Attacked, node.Without);

    protected override AttackDecisions? Attacked(AttackDecisions state, int target, int level) => state.Attacked(target, level);

    protected override void RuleOut(AttackDecisions state, int target, int level) => state.RuleOut(target, level);

    /// <summary>Divides every finite sum: the largest common divisor of all capacities times that of the weights.</summary>
    private static BigInteger Unit(ScenarioSumProblem problem)
    {
        var (capacities, weights) = (BigInteger.Zero, BigInteger.Zero);
        for (var arc = 0; arc < problem.Graph.ArcCount; arc++)
            Join(problem.Graph.Capacity(arc));
        for (var node = 0; node < problem.Graph.NodeCount; node++)
            Join(problem.Graph.NodeCapacity(node));
        foreach (var level in problem.Targets.SelectMany(target => target.Levels))
        {
            foreach (var left in level.ResidualCapacities)
                Join(left);
        }

        foreach (var one in problem.Cases)
            weights = BigInteger.GreatestCommonDivisor(weights, one.Weight);
        return capacities.IsZero ? weights : capacities * weights;

        void Join(long capacity) =>
            capacities = capacity == FlowGraph.Unlimited ? capacities : BigInteger.GreatestCommonDivisor(capacities, capacity);
    }
}
