using System.Numerics;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.Checking;

/// <summary>
/// Replays a proof tree: at every step the flow is checked against the capacities under the prices, the bound is added up, and what
/// it rules out is ruled out. Every case must end with a bound that reaches the value.
/// </summary>
internal sealed class InterdictionProofReplay
{
    private readonly InterdictionProblem _problem;
    private readonly InterdictionCertificate _certificate;
    private readonly InterdictionPieces _pieces;
    private readonly BigInteger _value;

    public InterdictionProofReplay(InterdictionProblem problem, InterdictionCertificate certificate)
    {
        (_problem, _certificate) = (problem, certificate);
        _pieces = new InterdictionPieces(problem);
        _value = certificate.Plan.Value == FlowGraph.Unlimited ? MoreThanAllFinite(problem) : certificate.Plan.Value;
    }

    /// <summary>The first fault, or null if the proof holds.</summary>
    public string? Problem()
    {
        // Nothing can let less than nothing through, so a value of 0 needs no proof.
        if (_value.IsZero)
            return null;
        var open = new Stack<(int Node, InterdictionProofState State)>();
        open.Push((0, new InterdictionProofState(_problem, _pieces)));
        while (open.TryPop(out var next))
        {
            if (next.Node < 0 || next.Node >= _certificate.Nodes.Length)
                return $"The proof should have a node {next.Node}, but has {_certificate.Nodes.Length} nodes.";
            var node = _certificate.Nodes[next.Node];
            if (Run(node, next.State, out var fault))
                continue;
            if (fault is null && (node.Attacked <= next.Node || node.Without <= next.Node))
                fault = "it neither reaches the value nor has two cases that come later";
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
    private static BigInteger MoreThanAllFinite(InterdictionProblem problem)
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

    private bool IsLevel(int target, int level) =>
        target >= 0 && target < _problem.Targets.Length && level >= 0 && level < _problem.Targets[target].Levels.Length;

    /// <summary>Runs the steps of a node; true if they close it.</summary>
    private bool Run(InterdictionProofNode node, InterdictionProofState state, out string? fault)
    {
        foreach (var round in node.Rounds)
        {
            if (round.Scale < 1 || round.Prices.Length != _problem.Budgets.Length || round.Prices.Any(price => price < 0))
                fault = "the scale should be 1 or more, with a price of 0 or more for each resource";
            else
                fault = new InterdictionProofStep(_problem, _pieces, state, round).Apply(_value);
            if (fault is not null || state.IsClosed)
                return fault is null;
        }

        fault = null;
        return false;
    }
}
