using System.Collections.Immutable;
using RailOps.Solvers.Fortification;

namespace RailOps.Analysis.GraphFiles;

/// <summary>A defender's question as a fortification problem, and the way back to names and amounts.</summary>
internal sealed class DefenceModel
{
    // As for the attacker's costs, see GraphBudgets.
    private const decimal LargestUnits = 1_000_000_000_000m;

    private DefenceModel(AttackModel attack, ImmutableArray<int> targets, AmountScale scale, decimal budget)
    {
        (Attack, Targets, Scale, Budget) = (attack, targets, scale, budget);
        Problem = new FortificationProblem(
            attack.Problem, [.. targets.Select(target => Protection.Of(target, scale.ToUnits(CostOf(attack, target)!.Value)))], [scale.ToUnits(budget)]);
    }

    public AttackModel Attack { get; }

    /// <summary>Attack target of every protection.</summary>
    public ImmutableArray<int> Targets { get; }

    public AmountScale Scale { get; }

    public decimal Budget { get; }

    public FortificationProblem Problem { get; }

    /// <summary>Makes the problem, or says everything that is wrong with the question.</summary>
    public static GraphOutcome<DefenceModel> Of(NamedGraph graph, DefenceQuestion question)
    {
        var stated = AttackModel.Of(graph, question.Attack);
        var faults = stated.Faults.ToList();
        if (question.DefenceBudget is null)
            faults.Add(new GraphFault("defence-budget", "BUDGET_MISSING", "There should be a budget of the defender, but there is none.", "Add --defence-budget AMOUNT."));
        if (stated.Answer is not { } attack || faults.Count > 0)
            return new GraphOutcome<DefenceModel>(null, [.. faults]);
        var budget = question.DefenceBudget!.Value;
        var targets = Enumerable.Range(0, attack.TargetCount).Where(target => CostOf(attack, target) is not null).ToImmutableArray();
        var amounts = targets.Select(target => CostOf(attack, target)!.Value).Append(budget).ToList();
        var scale = AmountScale.Of(amounts);
        return amounts.Max() * scale.UnitsPerAmount > LargestUnits
            ? new GraphOutcome<DefenceModel>(null, [TooLarge(scale, amounts.Max())])
            : new GraphOutcome<DefenceModel>(new DefenceModel(attack, targets, scale, budget), []);
    }

    /// <summary>A protection by name.</summary>
    public GraphProtection ProtectionOf(int protection)
    {
        var element = Attack.Elements[Targets[protection]];
        return new GraphProtection(Attack.Graph.Place(element), CostOf(Attack, Targets[protection])!.Value, Attack.Graph.Amount(Attack.Problem.CapacityOf(element)));
    }

    private static decimal? CostOf(AttackModel attack, int target)
    {
        var element = attack.Elements[target];
        return element.IsNode ? attack.Graph.File.Nodes[element.Id].ProtectCost : attack.Graph.File.Edges[element.Id].ProtectCost;
    }

    private static GraphFault TooLarge(AmountScale scale, decimal largest) => new(
        "defence-budget", "OUT_OF_RANGE",
        $"Costs of protection and the defender's budget should be at most 10^12 in steps of their last decimal place (10^-{scale.DecimalPlaces}), but one is {largest}.",
        "Leave the cost of what cannot be protected blank; use a larger unit; round.");
}
