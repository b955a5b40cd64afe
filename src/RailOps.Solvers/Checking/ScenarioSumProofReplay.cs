using System.Numerics;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.ScenarioSums;

namespace RailOps.Solvers.Checking;

/// <summary>
/// Replays a scenario-sum proof: at every step the flows are checked, the bound is added up, and what it rules out is ruled out. Every
/// branch must end with a bound that reaches the value.
/// </summary>
internal sealed class ScenarioSumProofReplay
{
    private readonly ScenarioSumProblem _problem;
    private readonly ScenarioSumCertificate _certificate;
    private readonly InterdictionPieces _pieces;
    private readonly BigInteger _beyondFinite;
    private readonly BigInteger _needed;

    public ScenarioSumProofReplay(ScenarioSumProblem problem, ScenarioSumCertificate certificate)
    {
        (_problem, _certificate) = (problem, certificate);
        _pieces = new InterdictionPieces(new InterdictionProblem(problem.Graph, problem.Sources, problem.Sinks, problem.Targets, problem.Budgets));
        _beyondFinite = MoreThanAllFinite(problem);
        var weights = problem.Cases.Aggregate(BigInteger.Zero, (sum, one) => sum + one.Weight);
        _needed = certificate.Plan.Value == FlowGraph.Unlimited ? weights * (_beyondFinite - 1) : certificate.Plan.Value - Unit(problem);
    }

    /// <summary>The first fault, or null if the proof holds.</summary>
    public string? Problem()
    {
        // Nothing can let less than nothing through, so a value of 0 needs no proof.
        if (_needed < 0)
            return null;
        var open = new Stack<(int Node, ScenarioSumProofState State)>();
        open.Push((0, new ScenarioSumProofState(_problem)));
        while (open.TryPop(out var next))
        {
            if (next.Node < 0 || next.Node >= _certificate.Nodes.Length)
                return $"The proof should have a node {next.Node}, but has {_certificate.Nodes.Length} nodes.";
            var node = _certificate.Nodes[next.Node];
            if (Run(node, next.State, out var fault))
                continue;
            if (fault is null && (node.Attacked <= next.Node || node.Without <= next.Node))
                fault = "it neither reaches the value nor has two branches that come later";
            if (fault is null && !IsLevel(node.Target, node.Level))
                fault = $"there is no level {node.Level} of target {node.Target}";
            if (fault is not null)
                return $"Node {next.Node} of the proof fails: {fault}.";
            if (next.State.Attacked(node.Target, node.Level) is { } attacked)
                open.Push((node.Attacked, attacked));
            next.State.RuleOut(node.Target, node.Level);
            open.Push((node.Without, next.State));
        }

        return null;
    }

    /// <summary>More than any finite maximum flow under any plan: 1 + all finite capacities + what attacks leave of unlimited ones.</summary>
    private static BigInteger MoreThanAllFinite(ScenarioSumProblem problem)
    {
        BigInteger sum = (BigInteger)problem.Graph.FiniteTotal + 1;
        foreach (var target in problem.Targets)
        {
            for (var element = 0; element < target.Elements.Length; element++)
            {
                if (problem.CapacityOf(target.Elements[element]) != FlowGraph.Unlimited)
                    continue;
                var isEdge = !target.Elements[element].IsNode && !problem.Graph.IsDirected(target.Elements[element].Id);
                var finite = target.Levels.Select(level => level.ResidualCapacities[element]).Where(left => left != FlowGraph.Unlimited);
                sum += (BigInteger)finite.DefaultIfEmpty(0).Max() * (isEdge ? 2 : 1);
            }
        }

        return sum;
    }

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

    private bool IsLevel(int target, int level) =>
        target >= 0 && target < _problem.Targets.Length && level >= 0 && level < _problem.Targets[target].Levels.Length;

    /// <summary>Runs the steps of a node; true if they close it.</summary>
    private bool Run(SumProofNode node, ScenarioSumProofState state, out string? fault)
    {
        foreach (var round in node.Rounds)
        {
            if (round.Scale < 1 || round.Prices.Length != _problem.Budgets.Length || round.Prices.Any(price => price < 0))
                fault = "the scale should be 1 or more, with a price of 0 or more for each resource";
            else if (round.Flows.Length != _problem.Cases.Length)
                fault = $"there should be a flow for each of {_problem.Cases.Length} cases, but there are {round.Flows.Length}";
            else
                fault = new ScenarioSumProofStep(_problem, _pieces, state, round).Apply(_needed, _beyondFinite);
            if (fault is not null || state.IsClosed)
                return fault is null;
        }

        fault = null;
        return false;
    }
}
