using System.Collections.Immutable;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Programs;

namespace RailOps.OrTools.Interdiction;

/// <summary>Wood's program of an attack problem (1993) for somebody who solves it elsewhere: see <see cref="WoodInterdictionSolver"/>.</summary>
/// <param name="Program">The program; its objective, to be made least, is the share of the flow before any attack that is left.</param>
/// <param name="UnitsPerObjective">Flow units that an objective of 1 stands for.</param>
/// <param name="AttackVariables">The whole variable of each level of each target.</param>
public sealed record WoodModel(LinearProgram Program, long UnitsPerObjective, ImmutableArray<ImmutableArray<int>> AttackVariables)
{
    /// <summary>Makes the program.</summary>
    /// <param name="problem">The problem.</param>
    /// <returns>The program, or null: nothing passes before any attack, so there is nothing to decide.</returns>
    /// <exception cref="OverflowException">The capacities add up to more than exact whole numbers hold.</exception>
    public static WoodModel? Of(InterdictionProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (!problem.Graph.IsInRange)
            throw new OverflowException($"Capacities should add up to at most {FlowGraph.LargestTotal} flow units, but add up to {problem.Graph.FiniteTotal}.");
        var before = new PlanFlow(problem).Value();
        if (before == 0)
            return null;
        var program = new WoodProgram(problem, before);
        return new WoodModel(program.Program, program.Scale, program.AttackVariables);
    }
}
