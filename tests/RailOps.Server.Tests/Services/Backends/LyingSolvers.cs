using System.Collections.Immutable;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Programs;
using RailOps.Solvers.Results;

namespace RailOps.Server.Tests.Services.Backends;

/// <summary>Solvers that answer at once and wrong, in ways that no check of one answer alone can see.</summary>
internal static class LyingSolvers
{
    /// <summary>Finds the largest flow of the same net with half of every capacity.</summary>
    internal sealed class HalfTheFlow : IMaxFlowSolver
    {
        public string Name => "half the flow";

        public MaxFlowResult Solve(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks, SolveOptions options, CancellationToken token)
        {
            var half = Enumerable.Range(0, graph.ArcCount).Where(arc => graph.Capacity(arc) != FlowGraph.Unlimited).ToDictionary(arc => arc, arc => graph.Capacity(arc) / 2);
            return new DinicMaxFlowSolver().Solve(graph.With(half), sources, sinks, options, token);
        }
    }

    /// <summary>Calls it best that as little as possible happens.</summary>
    internal sealed class NothingIsBest : ILinearProgramSolver
    {
        public string Name => "nothing is best";

        public SolverAvailability Availability { get; } = SolverAvailability.Ready("a lie");

        public LinearProgramResult Solve(LinearProgram program, LinearProgramOptions options, CancellationToken token)
        {
            ImmutableArray<double> values = [.. program.Lower.Select(low => double.Max(low, 0))];
            return LinearProgramResult.Solved(ProgramTermination.Optimal, Name, new ProgramTolerance(1e-6, 1e-6, 1e-6), values, program.ObjectiveAt(values.AsSpan()), null, [], []);
        }
    }
}
