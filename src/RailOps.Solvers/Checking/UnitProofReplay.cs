using RailOps.Solvers.UnitInterdiction;

namespace RailOps.Solvers.Checking;

/// <summary>
/// Replays a proof tree: in every leaf all cases of a witness must be closed, so that no plan there keeps the witness from being
/// served at once, and the witness must be worth the value.
/// </summary>
internal sealed class UnitProofReplay(UnitInterdictionProblem problem, UnitInterdictionCertificate certificate)
    : ProofTree<UnitProofNode, UnitProofState>(certificate.Nodes, problem.Targets)
{
    protected override string NeitherNor => "it neither closes every case of a witness nor has two parts that come later";

    /// <summary>The first fault, or null if the proof holds. Nothing is worth less than nothing, so a worth of 0 needs no proof.</summary>
    public string? Problem() => certificate.Plan.Worth == 0 ? null : Replay(new UnitProofState(problem));

    protected override bool Closes(UnitProofNode node, UnitProofState state, out string? fault)
    {
        fault = Run(node, state);
        return fault is null && state.HasWitness && state.Open.Count == 0;
    }

    protected override (int Target, int Level, int Attacked, int Without) BranchOf(UnitProofNode node) =>
        (node.Target, node.Level, node.Attacked, node.Without);

    protected override UnitProofState? Attacked(UnitProofState state, int target, int level) => state.Attacked(target, level);

    protected override void RuleOut(UnitProofState state, int target, int level) => state.RuleOut(target, level);

    private string? Run(UnitProofNode node, UnitProofState state)
    {
        if (!node.Units.IsEmpty && state.SetWitness(node.Units, node.Order, certificate.Plan.Worth) is { } wrong)
            return wrong;
        foreach (var (demand, step) in node.Rounds)
        {
            if (!state.Open.TryGetValue(demand, out var item))
                continue;
            var fault = PriceFault(step.Scale, step.Prices, problem.Budgets.Length)
                ?? new InterdictionProofStep(item.Problem, item.Pieces, item.State, step).Apply(item.Needed);
            if (fault is not null)
                return fault;
            if (item.State.IsClosed)
                state.Open.Remove(demand);
        }

        return null;
    }
}
