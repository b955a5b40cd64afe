using RailOps.Solvers.UnitInterdiction;

namespace RailOps.Solvers.Checking;

/// <summary>
/// Replays a proof tree: in every leaf all cases of a witness must be closed, so that no plan there keeps the witness from being
/// served at once, and the witness must be worth the value.
/// </summary>
internal sealed class UnitProofReplay(UnitInterdictionProblem problem, UnitInterdictionCertificate certificate)
{
    /// <summary>The first fault, or null if the proof holds.</summary>
    public string? Problem()
    {
        // Nothing is worth less than nothing, so a worth of 0 needs no proof.
        if (certificate.Plan.Worth == 0)
            return null;
        var open = new Stack<(int Node, UnitProofState State)>();
        open.Push((0, new UnitProofState(problem)));
        while (open.TryPop(out var next))
        {
            if (next.Node < 0 || next.Node >= certificate.Nodes.Length)
                return $"The proof should have a node {next.Node}, but has {certificate.Nodes.Length} nodes.";
            var node = certificate.Nodes[next.Node];
            var fault = Run(node, next.State);
            if (fault is null && next.State.HasWitness && next.State.Open.Count == 0)
                continue;
            if (fault is null && (node.Attacked <= next.Node || node.Without <= next.Node))
                fault = "it neither closes every case of a witness nor has two parts that come later";
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

    private bool IsLevel(int target, int level) =>
        target >= 0 && target < problem.Targets.Length && level >= 0 && level < problem.Targets[target].Levels.Length;

    private string? Run(UnitProofNode node, UnitProofState state)
    {
        if (!node.Units.IsEmpty && state.SetWitness(node.Units, node.Order, certificate.Plan.Worth) is { } wrong)
            return wrong;
        foreach (var (demand, step) in node.Rounds)
        {
            if (!state.Open.TryGetValue(demand, out var item))
                continue;
            if (step.Scale < 1 || step.Prices.Length != problem.Budgets.Length || step.Prices.Any(price => price < 0))
                return "the scale should be 1 or more, with a price of 0 or more for each resource";
            if (new InterdictionProofStep(item.Problem, item.Pieces, item.State, step).Apply(item.Needed) is { } fault)
                return fault;
            if (item.State.IsClosed)
                state.Open.Remove(demand);
        }

        return null;
    }
}
