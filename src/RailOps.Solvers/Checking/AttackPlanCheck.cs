using System.Collections.Immutable;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.Checking;

/// <summary>Is a list of attacks a plan within the budgets?</summary>
internal static class AttackPlanCheck
{
    /// <summary>The first fault, or null: the targets in order, their levels, what they cost and what is said of that.</summary>
    public static string? Fault(ImmutableArray<AttackTarget> targets, ImmutableArray<long> budgets, ImmutableArray<Attack> attacks, ImmutableArray<long> stated)
    {
        if (stated.Length != budgets.Length)
            return $"The plan should say what it costs of {budgets.Length} resources, but does so for {stated.Length}.";
        var costs = new Int128[budgets.Length];
        var previous = -1;
        foreach (var attack in attacks)
        {
            if (attack.Target <= previous || attack.Target >= targets.Length)
                return $"Attacks should name targets 0 to {targets.Length - 1}, ascending, but {attack.Target} follows {previous}.";
            var levels = targets[attack.Target].Levels;
            if (attack.Level < 0 || attack.Level >= levels.Length)
                return $"Target {attack.Target} should be attacked at one of its {levels.Length} levels, but is at {attack.Level}.";
            for (var resource = 0; resource < costs.Length; resource++)
                costs[resource] += levels[attack.Level].Costs[resource];
            previous = attack.Target;
        }

        for (var resource = 0; resource < costs.Length; resource++)
        {
            if (costs[resource] > budgets[resource] || costs[resource] != stated[resource])
                return $"The plan should cost at most {budgets[resource]} of resource {resource} and what it says, {stated[resource]}, but costs {costs[resource]}.";
        }

        return null;
    }
}
