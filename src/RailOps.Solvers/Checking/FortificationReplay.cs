using System.Collections.Immutable;
using RailOps.Solvers.Fortification;
using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.Checking;

/// <summary>
/// Replays the tree that shows that no defence keeps more: at every node the attack named leaves no more than the value and is
/// possible behind what is taken; a better defence prevents it, so every protection that can do so must have its case.
/// </summary>
internal sealed class FortificationReplay
{
    private readonly FortificationProblem _problem;
    private readonly FortificationCertificate _certificate;

    public FortificationReplay(FortificationProblem problem, FortificationCertificate certificate) =>
        (_problem, _certificate) = (problem, certificate);

    /// <summary>The first fault, or null if the proof holds.</summary>
    public string? Problem()
    {
        // Nothing keeps more than everything.
        if (_certificate.Value == FlowGraph.Unlimited)
            return null;
        var free = Enumerable.Range(0, _problem.Protections.Length).Where(protection => _problem.Protections[protection].Costs.All(cost => cost == 0));
        var open = new Stack<(int Node, ImmutableHashSet<int> Taken, ImmutableHashSet<int> Out)>();
        open.Push((0, [.. free], []));
        while (open.TryPop(out var at))
        {
            if (at.Node >= _certificate.Nodes.Length)
                return $"The tree should have a node {at.Node}, but has {_certificate.Nodes.Length} nodes.";
            var node = _certificate.Nodes[at.Node];
            if (Fault(at.Node, at.Taken, at.Out) is { } fault)
                return $"Node {at.Node} of the tree fails: {fault}.";
            var ruledOut = at.Out;
            foreach (var (protection, next) in node.Cases)
            {
                open.Push((next, at.Taken.Add(protection), ruledOut));
                ruledOut = ruledOut.Add(protection);
            }
        }

        return null;
    }

    private string? Fault(int index, ImmutableHashSet<int> taken, ImmutableHashSet<int> ruledOut)
    {
        var node = _certificate.Nodes[index];
        if (node.Attack < 0 || node.Attack >= _certificate.Attacks.Length)
            return $"it should name one of {_certificate.Attacks.Length} attacks, but names {node.Attack}";
        var attack = _certificate.Attacks[node.Attack];
        if (attack.Value > _certificate.Value)
            return $"its attack should leave at most {_certificate.Value}, but leaves {attack.Value}";
        var hit = attack.Attacks.Select(one => one.Target).ToHashSet();
        if (FortificationChecker.Guarded(_problem, taken).Overlaps(hit))
            return "its attack hits a target that is guarded there";
        foreach (var (protection, next) in node.Cases)
        {
            if (protection < 0 || protection >= _problem.Protections.Length || next <= index)
                return $"its case of protection {protection} names none or leads back to node {next}";
        }

        var cases = node.Cases.Select(one => one.Protection).ToHashSet();
        for (var protection = 0; protection < _problem.Protections.Length; protection++)
        {
            var prevents = hit.Overlaps(_problem.Protections[protection].Targets);
            if (prevents && !cases.Contains(protection) && !ruledOut.Contains(protection) && IsAffordable(taken, protection))
                return $"protection {protection} prevents its attack and is affordable, but has no case";
        }

        return null;
    }

    private bool IsAffordable(ImmutableHashSet<int> taken, int protection)
    {
        for (var resource = 0; resource < _problem.Budgets.Length; resource++)
        {
            var cost = taken.Add(protection).Aggregate((Int128)0, (sum, one) => sum + _problem.Protections[one].Costs[resource]);
            if (cost > _problem.Budgets[resource])
                return false;
        }

        return true;
    }
}
