using System.Collections.Immutable;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.Outcomes;

/// <summary>Refuses questions that make no sense, with the first fault found.</summary>
internal static class OutcomeCheck
{
    public static void Require(InterdictionProblem problem, ImmutableArray<Attack> attacks, ImmutableArray<long> chances, OutcomeOptions options)
    {
        if (attacks.IsDefault || chances.IsDefault || attacks.Length != chances.Length)
            throw new ArgumentException($"There should be a chance for each attack, but there are {Count(chances)} for {Count(attacks)}.", nameof(chances));
        var hit = new HashSet<int>();
        for (var index = 0; index < attacks.Length; index++)
        {
            var attack = attacks[index];
            if (attack.Target < 0 || attack.Target >= problem.Targets.Length || attack.Level < 0 || attack.Level >= problem.Targets[attack.Target].Levels.Length)
                throw new ArgumentException($"Attack {index} should name one of {problem.Targets.Length} targets and a level of it, counted from 0, but is {attack}.", nameof(attacks));
            if (!hit.Add(attack.Target))
                throw new ArgumentException($"A target should be attacked once, but {attack.Target} is attacked twice.", nameof(attacks));
            if (chances[index] is < 0 or > OutcomeExpectation.Million)
                throw new ArgumentException($"The chance of attack {index} should be 0 to {OutcomeExpectation.Million} parts per million, but is {chances[index]}.", nameof(chances));
        }

        if (options.LargestExactCount is < 0 or > 30 || options.SampleCount < 2)
            throw new ArgumentException($"The largest exact count should be 0 to 30 and the sample 2 or more, but they are {options.LargestExactCount} and {options.SampleCount}.", nameof(options));
    }

    /// <summary>True if the capacities can be added up whichever attacks succeed.</summary>
    public static bool IsInRange(InterdictionProblem problem, ImmutableArray<Attack> attacks)
    {
        var total = problem.Graph.FiniteTotal;
        foreach (var attack in attacks)
        {
            foreach (var residual in problem.Targets[attack.Target].Levels[attack.Level].ResidualCapacities)
                total += residual == FlowGraph.Unlimited ? 0 : (Int128)residual * 2;
        }

        return total <= FlowGraph.LargestTotal;
    }

    private static int Count<T>(ImmutableArray<T> items) => items.IsDefault ? 0 : items.Length;
}
