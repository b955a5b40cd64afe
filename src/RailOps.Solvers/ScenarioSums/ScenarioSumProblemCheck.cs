using RailOps.Solvers.Flow;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>Refuses problems that make no sense, with the first fault found.</summary>
internal static class ScenarioSumProblemCheck
{
    public static void Require(ScenarioSumProblem problem)
    {
        // Everything but the cases means the same as in a problem of one case, and is refused in the same words.
        _ = new InterdictionProblem(problem.Graph, problem.Sources, problem.Sinks, problem.Targets, problem.Budgets);
        if (problem.Cases.IsDefaultOrEmpty)
            throw new ArgumentException("There should be at least one case, but there is none.", nameof(problem));
        for (var index = 0; index < problem.Cases.Length; index++)
            RequireCase(problem, index);
    }

    private static void RequireCase(ScenarioSumProblem problem, int index)
    {
        var one = problem.Cases[index];
        if (one.Weight < 1)
            throw new ArgumentException($"The weight of case {index} should be 1 or more, but is {one.Weight}.\nMaybe leave the case out.", nameof(problem));
        if (!one.Sinks.IsDefault)
            TerminalCheck.Require(problem.Graph, problem.Sources.AsSpan(), one.Sinks.AsSpan());
        if (one.InEffect.IsDefault)
            return;
        if (one.InEffect.Length != problem.Targets.Length)
            throw new ArgumentException($"Case {index} should say for each of {problem.Targets.Length} targets what takes effect, but says it for {one.InEffect.Length}.", nameof(problem));
        for (var target = 0; target < one.InEffect.Length; target++)
        {
            var count = problem.Targets[target].Levels.Length;
            if (one.InEffect[target] >> count != 0)
                throw new ArgumentException($"Case {index} should name levels 0 to {count - 1} of target {target}, but names others too.", nameof(problem));
        }
    }
}
