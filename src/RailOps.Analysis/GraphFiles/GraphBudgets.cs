using System.Collections.Immutable;
using RailOps.Model.Formats;

namespace RailOps.Analysis.GraphFiles;

/// <summary>The budgets of a question, and every cost of the file, in whole units per resource.</summary>
internal sealed class GraphBudgets
{
    // Sums of costs over a million targets stay inside 64 bits.
    private const decimal LargestUnits = 1_000_000_000_000m;

    private GraphBudgets(ImmutableArray<AmountScale> scales, ImmutableArray<long> units) => (Scales, Units) = (scales, units);

    /// <summary>Units per amount, per resource.</summary>
    public ImmutableArray<AmountScale> Scales { get; }

    /// <summary>Budgets in units, per resource of the file.</summary>
    public ImmutableArray<long> Units { get; }

    /// <summary>Gives every resource of the file its budget.</summary>
    public static GraphBudgets? Find(NamedGraph graph, IReadOnlyList<ResourceBudget> budgets, List<GraphFault> faults)
    {
        var resources = graph.File.Resources;
        if (!graph.Attackable.Any())
        {
            faults.Add(new GraphFault("graph", "NOTHING_TO_ATTACK", "An edge or node or more should have a cost, so that it can be attacked, but none has.", "Add a column 'cost' (or cost_<resource>); leave it blank for what cannot be attacked."));
            return null;
        }

        var amounts = new decimal?[resources.Length];
        foreach (var budget in budgets)
            Assign(resources, amounts, budget, faults);
        var isUnderstood = faults.Count == 0;
        for (var resource = 0; resource < amounts.Length && isUnderstood; resource++)
        {
            if (amounts[resource] is null)
                faults.Add(new GraphFault("budget", "BUDGET_MISSING", $"There should be a budget of '{resources[resource]}', but there is none.", resources.Length == 1 ? "Add --budget AMOUNT." : $"Add --budget {resources[resource]}=AMOUNT."));
        }

        return faults.Count > 0 ? null : Scale(graph, [.. amounts.Select(amount => amount!.Value)], faults);
    }

    private static void Assign(ImmutableArray<string> resources, decimal?[] amounts, ResourceBudget budget, List<GraphFault> faults)
    {
        var index = budget.Resource is null ? (resources.Length == 1 ? 0 : -1) : resources.IndexOf(budget.Resource, StringComparer.Ordinal);
        if (budget.Resource is null && index < 0)
        {
            faults.Add(new GraphFault("budget", "RESOURCE_MISSING", $"A budget should name its resource, since there are {resources.Length} ({string.Join(", ", resources)}).", $"Write --budget {resources[0]}=AMOUNT."));
        }
        else if (index < 0)
        {
            var near = NearestMatch.Find(budget.Resource!, resources);
            faults.Add(new GraphFault("budget", "RESOURCE_UNKNOWN", $"The budget should be of one of {string.Join(", ", resources)}, but is of '{budget.Resource}'.", near is null ? "Resources are named by the columns cost_<resource>." : $"Maybe '{near}'."));
        }
        else if (amounts[index] is not null)
        {
            faults.Add(new GraphFault("budget", "BUDGET_TWICE", $"There should be one budget of '{resources[index]}', but there are two.", "Leave one out."));
        }
        else
        {
            amounts[index] = budget.Amount;
        }
    }

    private static GraphBudgets? Scale(NamedGraph graph, decimal[] budgets, List<GraphFault> faults)
    {
        var scales = ImmutableArray.CreateBuilder<AmountScale>();
        for (var resource = 0; resource < budgets.Length; resource++)
        {
            var costs = Costs(graph, resource).Append(budgets[resource]).ToList();
            var scale = AmountScale.Of(costs);
            scales.Add(scale);
            if (costs.Max() * scale.UnitsPerAmount > LargestUnits)
            {
                faults.Add(new GraphFault("budget", "OUT_OF_RANGE",
                    $"Costs and budget of '{graph.File.Resources[resource]}' should be at most 10^12 in steps of their last decimal place (10^-{scale.DecimalPlaces}), but one is {costs.Max()}.",
                    "Leave the cost of what cannot be attacked blank; use a larger unit; round."));
            }
        }

        return faults.Count > 0 ? null : new GraphBudgets(scales.ToImmutable(), [.. budgets.Select((budget, resource) => scales[resource].ToUnits(budget))]);
    }

    private static IEnumerable<decimal> Costs(NamedGraph graph, int resource) =>
        graph.File.Edges.Select(edge => edge.Costs).Concat(graph.File.Nodes.Select(node => node.Costs))
            .Where(costs => !costs.IsEmpty).Select(costs => costs[resource]);
}
