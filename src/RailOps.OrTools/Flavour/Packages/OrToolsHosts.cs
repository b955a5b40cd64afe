using System.Collections.Immutable;
using Google.OrTools.Graph;
using Google.OrTools.LinearSolver;
using RailOps.OrTools.Workers;
using RailOps.Solvers.Programs;

namespace RailOps.OrTools.Hosts;

/// <summary>
/// Makes the host that this build uses: OR-Tools in this process, from NuGet. Written against the public API of Google.OrTools 9.15 and never
/// compiled or run on the feed that RailOps is tested with, which does not have that package.
/// </summary>
public static class OrToolsHosts
{
    /// <summary>Name of the host, for reports.</summary>
    public const string Name = "package";

    /// <summary>Makes it. Starts nothing yet.</summary>
    /// <param name="options">Not needed here.</param>
    /// <param name="observer">Not needed here.</param>
    public static IOrToolsHost Make(NodeWorkerOptions options, IWorkerObserver? observer) => new PackageHost();

    private sealed class PackageHost : IOrToolsHost
    {
        public SolverAvailability Availability { get; } =
            SolverAvailability.Ready($"Google.OrTools {typeof(Solver).Assembly.GetName().Version}");

        public long LargestExactInteger => 1L << 62;

        public long[] SolveMaxFlow(MaxFlowRequest request, TimeSpan? limit, CancellationToken token)
        {
            token.ThrowIfCancellationRequested();
            using var net = new MaxFlow();
            for (var arc = 0; arc < request.Tails.Length; arc++)
                net.AddArcWithCapacity(request.Tails[arc], request.Heads[arc], request.Capacities[arc]);
            var status = net.Solve(request.Source, request.Sink);
            if (status != MaxFlow.Status.OPTIMAL)
                throw new SolverFailedException($"OR-Tools refused the request: {status}");
            return [.. Enumerable.Range(0, request.Tails.Length).Select(arc => net.Flow(arc))];
        }

        public MinCostFlowReply SolveMinCostFlow(MinCostFlowRequest request, TimeSpan? limit, CancellationToken token)
        {
            token.ThrowIfCancellationRequested();
            using var net = new MinCostFlow();
            for (var arc = 0; arc < request.Tails.Length; arc++)
                net.AddArcWithCapacityAndUnitCost(request.Tails[arc], request.Heads[arc], request.Capacities[arc], request.UnitCosts[arc]);
            for (var node = 0; node < request.Supplies.Length; node++)
                net.SetNodeSupply(node, request.Supplies[node]);
            var status = (MinCostFlowStatus)(int)net.Solve();
            return new MinCostFlowReply(
                status, status == MinCostFlowStatus.Optimal ? [.. Enumerable.Range(0, request.Tails.Length).Select(arc => net.Flow(arc))] : []);
        }

        public ProgramReply SolveProgram(LinearProgram program, ProgramBackend backend, TimeSpan? limit, CancellationToken token)
        {
            token.ThrowIfCancellationRequested();
            using var solver = Solver.CreateSolver(backend.ToString().ToUpperInvariant())
                ?? throw new SolverUnavailableException($"This Google.OrTools has no {backend}.");
            if (limit is { } given)
                solver.SetTimeLimit(long.Max(1, (long)given.TotalMilliseconds));
            var (variables, rows) = Fill(solver, program);
            using var parameters = new MPSolverParameters();
            parameters.SetDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
            using var stop = token.Register(() => solver.InterruptSolve());
            var status = (ProgramStatus)(int)solver.Solve(parameters);
            token.ThrowIfCancellationRequested();
            if (status is not (ProgramStatus.Optimal or ProgramStatus.Feasible))
                return new ProgramReply(status, 0, null, [], [], [], "");
            return new ProgramReply(
                status,
                solver.Objective().Value(),
                program.HasIntegers ? solver.Objective().BestBound() : null,
                [.. variables.Select(variable => variable.SolutionValue())],
                program.HasIntegers ? [] : [.. rows.Select(row => row.DualValue())],
                program.HasIntegers ? [] : [.. variables.Select(variable => variable.ReducedCost())],
                "");
        }

        public void Dispose()
        {
        }

        private static (ImmutableArray<Variable> Variables, ImmutableArray<Constraint> Rows) Fill(Solver solver, LinearProgram program)
        {
            var variables = Enumerable.Range(0, program.VariableCount)
                .Select(index => solver.MakeVar(program.Lower[index], program.Upper[index], program.IsInteger[index], $"x{index}"))
                .ToImmutableArray();
            var rows = Enumerable.Range(0, program.RowCount)
                .Select(index => solver.MakeConstraint(program.RowLower[index], program.RowUpper[index], $"r{index}"))
                .ToImmutableArray();
            for (var row = 0; row < program.RowCount; row++)
            {
                for (var entry = program.RowStart[row]; entry < program.RowStart[row + 1]; entry++)
                    rows[row].SetCoefficient(variables[program.Columns[entry]], program.Coefficients[entry]);
            }

            var objective = solver.Objective();
            for (var variable = 0; variable < program.VariableCount; variable++)
                objective.SetCoefficient(variables[variable], program.Objective[variable]);
            objective.SetOffset(program.ObjectiveOffset);
            objective.SetOptimizationDirection(program.Maximize);
            return (variables, rows);
        }
    }
}
