using System.Collections.Immutable;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.Interdiction;

/// <summary>Refuses problems that make no sense, with the first fault found.</summary>
internal static class InterdictionProblemCheck
{
    public static void Require(InterdictionProblem problem)
    {
        TerminalCheck.Require(problem.Graph, problem.Sources.AsSpan(), problem.Sinks.AsSpan());
        RequireBudgets(problem.Budgets);
        if (problem.Targets.IsDefault)
            throw new ArgumentException("The targets should be a list, but are the default value.\nMaybe an empty list is meant.", nameof(problem));
        var owner = new Dictionary<AttackElement, int>();
        for (var target = 0; target < problem.Targets.Length; target++)
            RequireTarget(problem, target, owner);
    }

    private static void RequireBudgets(ImmutableArray<long> budgets)
    {
        if (budgets.IsDefaultOrEmpty)
            throw new ArgumentException("There should be a budget for at least one resource, but there is none.", nameof(budgets));
        for (var resource = 0; resource < budgets.Length; resource++)
        {
            if (budgets[resource] < 0)
                throw new ArgumentException($"Budget {resource} should be 0 or more, but is {budgets[resource]}.", nameof(budgets));
        }
    }

    private static void RequireTarget(InterdictionProblem problem, int index, Dictionary<AttackElement, int> owner)
    {
        var target = problem.Targets[index];
        if (target.Elements.IsDefaultOrEmpty || target.Levels.IsDefaultOrEmpty || target.Levels.Length > AttackTarget.LargestLevelCount)
        {
            throw new ArgumentException(
                $"Target {index} should have an element or more and 1 to {AttackTarget.LargestLevelCount} levels, but has {Count(target.Elements)} and {Count(target.Levels)}.\nMaybe leave out what cannot be attacked.",
                nameof(problem));
        }

        foreach (var element in target.Elements)
        {
            RequireElement(problem.Graph, index, element);
            if (!owner.TryAdd(element, index))
                throw new ArgumentException($"The {element} should belong to one target, but belongs to {owner[element]} and {index}.\nMaybe give one target several levels.", nameof(problem));
        }

        for (var level = 0; level < target.Levels.Length; level++)
            RequireLevel(problem, index, level);
    }

    private static int Count<T>(ImmutableArray<T> items) => items.IsDefault ? 0 : items.Length;

    private static void RequireElement(FlowGraph graph, int target, AttackElement element)
    {
        var count = element.IsNode ? graph.NodeCount : graph.ArcCount;
        if (element.Id < 0 || element.Id >= count)
            throw new ArgumentException($"Target {target} should name one of {count} {(element.IsNode ? "nodes" : "arcs")}, counted from 0, but names {element}.", nameof(element));
    }

    private static void RequireLevel(InterdictionProblem problem, int index, int levelIndex)
    {
        var (target, level) = (problem.Targets[index], problem.Targets[index].Levels[levelIndex]);
        if (Count(level.Costs) != problem.Budgets.Length || Count(level.ResidualCapacities) != target.Elements.Length)
        {
            throw new ArgumentException(
                $"Level {levelIndex} of target {index} should have {problem.Budgets.Length} costs and {target.Elements.Length} residual capacities, but has {Count(level.Costs)} and {Count(level.ResidualCapacities)}.",
                nameof(problem));
        }

        foreach (var cost in level.Costs)
        {
            if (cost < 0)
                throw new ArgumentException($"A cost of level {levelIndex} of target {index} should be 0 or more, but is {cost}.", nameof(problem));
        }

        for (var position = 0; position < target.Elements.Length; position++)
        {
            var (residual, capacity) = (level.ResidualCapacities[position], problem.CapacityOf(target.Elements[position]));
            if (residual < 0 || residual > capacity)
                throw new ArgumentException($"Level {levelIndex} of target {index} should leave {target.Elements[position]} 0 to {capacity} flow units, but leaves {residual}.", nameof(problem));
        }
    }
}
