using RailOps.Solvers.Interdiction;

namespace RailOps.Analysis.GraphFiles;

/// <summary>What an attacker asks about a graph file.</summary>
/// <param name="Sources">Names of the nodes where flow begins, one or more.</param>
/// <param name="Sinks">Names of the nodes where flow ends, one or more.</param>
/// <param name="Budgets">What may be spent, one for every resource of the file.</param>
/// <param name="PlanCount">Plans wanted, 1 or more.</param>
/// <param name="Limits">Time and threads.</param>
public sealed record AttackQuestion(
    IReadOnlyList<string> Sources, IReadOnlyList<string> Sinks, IReadOnlyList<ResourceBudget> Budgets, int PlanCount, GraphLimits Limits)
{
    /// <summary>Who finds the worst attack.</summary>
    public IInterdictionSolver Solver { get; init; } = new LagrangianInterdictionSolver();
}
