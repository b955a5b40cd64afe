using RailOps.Solvers.Results;

namespace RailOps.Solvers.Interdiction;

/// <summary>Which target every arc and node belongs to. Of no use if the signal says stop while it is made.</summary>
internal sealed class TargetOwners
{
    private readonly (int Target, int Element)[] _ofArc;
    private readonly (int Target, int Element)[] _ofNode;

    public TargetOwners(InterdictionProblem problem, StopSignal stop)
    {
        (_ofArc, _ofNode) = ([], []);
        if (stop.IsRaised)
            return;
        (_ofArc, _ofNode) = (new (int, int)[problem.Graph.ArcCount], new (int, int)[problem.Graph.NodeCount]);
        Array.Fill(_ofArc, (-1, -1));
        Array.Fill(_ofNode, (-1, -1));
        for (var target = 0; target < problem.Targets.Length; target++)
        {
            var elements = problem.Targets[target].Elements;
            for (var element = 0; element < elements.Length && !stop.Spend(1); element++)
                (elements[element].IsNode ? _ofNode : _ofArc)[elements[element].Id] = (target, element);
        }
    }

    /// <summary>Target of an arc and the arc's position in it; (-1, -1) if it has none.</summary>
    public (int Target, int Element) OfArc(int arc) => _ofArc[arc];

    /// <summary>Target of a node and the node's position in it; (-1, -1) if it has none.</summary>
    public (int Target, int Element) OfNode(int node) => _ofNode[node];
}
