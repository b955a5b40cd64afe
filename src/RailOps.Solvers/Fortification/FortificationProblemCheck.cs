using System.Collections.Immutable;

namespace RailOps.Solvers.Fortification;

/// <summary>Refuses problems that make no sense, with the first fault found.</summary>
internal static class FortificationProblemCheck
{
    public static void Require(FortificationProblem problem)
    {
        RequireBudgets(problem.Budgets);
        if (problem.Protections.IsDefault)
            throw new ArgumentException("The protections should be a list, but are the default value.\nMaybe an empty list is meant.", nameof(problem));
        for (var protection = 0; protection < problem.Protections.Length; protection++)
        {
            RequireTargets(problem, protection);
            RequireCosts(problem, protection);
        }
    }

    private static void RequireBudgets(ImmutableArray<long> budgets)
    {
        if (budgets.IsDefaultOrEmpty)
            throw new ArgumentException("There should be a defence budget for at least one resource, but there is none.", nameof(budgets));
        for (var resource = 0; resource < budgets.Length; resource++)
        {
            if (budgets[resource] < 0)
                throw new ArgumentException($"Defence budget {resource} should be 0 or more, but is {budgets[resource]}.", nameof(budgets));
        }
    }

    private static void RequireTargets(FortificationProblem problem, int index)
    {
        var (targets, count) = (problem.Protections[index].Targets, problem.Attack.Targets.Length);
        if (targets.IsDefaultOrEmpty)
            throw new ArgumentException($"Protection {index} should guard a target or more, but guards none.\nMaybe leave it out.", nameof(problem));
        var seen = new HashSet<int>();
        foreach (var target in targets)
        {
            if (target < 0 || target >= count)
                throw new ArgumentException($"Protection {index} should guard some of {count} targets, counted from 0, but names target {target}.", nameof(problem));
            if (!seen.Add(target))
                throw new ArgumentException($"Protection {index} should name each target once, but names target {target} twice.", nameof(problem));
        }
    }

    private static void RequireCosts(FortificationProblem problem, int index)
    {
        var costs = problem.Protections[index].Costs;
        var length = costs.IsDefault ? 0 : costs.Length;
        if (length != problem.Budgets.Length)
            throw new ArgumentException($"Protection {index} should have {problem.Budgets.Length} costs, one per defence budget, but has {length}.", nameof(problem));
        foreach (var cost in costs)
        {
            if (cost < 0)
                throw new ArgumentException($"A cost of protection {index} should be 0 or more, but is {cost}.", nameof(problem));
        }
    }
}
