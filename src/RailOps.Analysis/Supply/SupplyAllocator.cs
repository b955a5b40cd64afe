using System.Collections.Immutable;
using RailOps.Analysis.Graph;
using RailOps.Model.Units;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.Supply;

/// <summary>Allocates whole divisions on one capacity graph and has every certificate checked.</summary>
internal sealed class SupplyAllocator
{
    private readonly CapacityGraph _graph;
    private readonly AllocationPolicy _policy;
    private readonly IAllocationSolver _solver;
    private readonly SolveOptions _options;
    private readonly CancellationToken _token;
    private readonly SolveTally _tally;

    /// <summary>Prepares; solved natively unless a solver is named.</summary>
    public SupplyAllocator(
        CapacityGraph graph, AllocationPolicy policy, SolveOptions options, SolveTally tally, CancellationToken token, IAllocationSolver? solver = null)
    {
        _graph = graph;
        _policy = policy;
        _solver = solver ?? new ExactAllocationSolver();
        _options = options;
        _tally = tally;
        _token = token;
    }

    /// <summary>Allocates at a level.</summary>
    public AllocationResult Allocate(EstimateLevel level) => Allocate(_graph.FlowGraphOf(level), level);

    /// <summary>Allocates at a level with some capacities changed (kg/day, by arc).</summary>
    public AllocationResult AllocateWith(IReadOnlyDictionary<int, long> changed, EstimateLevel level = EstimateLevel.Best) =>
        Allocate(_graph.FlowGraphOf(level).With(changed), level);

    /// <summary>
    /// Refuses an allocation that is said to be optimal and does not deliver all that can arrive; fair shares are rounded down to whole
    /// kilograms for each front.
    /// </summary>
    public void RequireMaximalDelivery(AllocationResult allocation, long maximumKilogramsPerDay)
    {
        var delivered = allocation.Delivered.Sum();
        var slack = _policy == AllocationPolicy.Fair ? _graph.Needs.Length : 0;
        if (delivered > maximumKilogramsPerDay
            || (allocation.Termination is Termination.Optimal or Termination.WithinTolerance && delivered < maximumKilogramsPerDay - slack))
        {
            throw new InvalidOperationException(
                $"The allocation delivers {delivered} kg/day, but the maximum flow to the same needs is {maximumKilogramsPerDay} kg/day.");
        }
    }

    private AllocationResult Allocate(FlowGraph graph, EstimateLevel level)
    {
        var demands = ImmutableArray.CreateBuilder<AllocationDemand>(_graph.Needs.Length);
        for (var i = 0; i < _graph.Needs.Length; i++)
        {
            var need = _graph.Needs[i];
            var slice = Math.Max(1, need.SliceKilogramsPerDay(level));
            demands.Add(new AllocationDemand(_graph.FrontNodes[i], slice, need.PresentCount, need.Front.Priority, need.Front.Weight));
        }

        var problem = new AllocationProblem(graph, _graph.Source, demands.MoveToImmutable());
        var result = _solver.Solve(problem, _policy, _options, _token);
        _token.ThrowIfCancellationRequested();
        if (!_solver.GivesCertificates && result.Termination == Termination.TimeLimit)
            throw new TimeoutException($"{_solver.Name} stopped at its time limit before the allocation at the {level} level was found.");
        if (result.Termination == Termination.OutOfRange)
            throw new OverflowException("The capacities of this situation add up to more than exact whole numbers hold.");
        var termination = IsWorthProven(result) ? Termination.Optimal : result.Termination;
        _tally.Add(result.Statistics, termination, AllocationChecker.Check(problem, result).IsAccepted);
        return result;
    }

    // The search may run out of time over ties although no allocation weighs more.
    private static bool IsWorthProven(AllocationResult result) => result.Termination == Termination.TimeLimit && result.Bound == result.Objective;
}
