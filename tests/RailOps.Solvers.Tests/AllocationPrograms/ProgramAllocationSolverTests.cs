using System.Collections.Immutable;
using NUnit.Framework;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.AllocationPrograms;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Programs;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Tests.AllocationPrograms;

/// <summary>What a solver of programs says is never believed further than whole numbers show; the contract tests ask a real one.</summary>
[TestFixture]
public sealed class ProgramAllocationSolverTests
{
    [Test]
    public void Units_that_the_net_does_not_carry_are_refused([Values] AllocationPolicy policy)
    {
        var liar = new ProgramAllocationSolver(new Liar(program => program.Upper.Select(high => double.IsFinite(high) ? high : 1e6)));
        Assert.That(
            () => liar.Solve(OneArc(capacity: 10), policy, SolveOptions.Default, CancellationToken.None),
            Throws.TypeOf<SolverFailedException>().With.Message.Contains("whole units, but the net does not carry them in whole numbers"));
    }

    [Test]
    public void A_unit_within_the_tolerance_is_taken_if_it_fits_and_dropped_if_not([Values(9, 10)] int capacity)
    {
        // Just below two units of five: the whole flow decides whether it means two.
        var almost = new ProgramAllocationSolver(new Liar(program => program.Objective.Select((_, variable) => program.Objective[variable] > 0 ? 9.99999999 : 0)));
        var result = almost.Solve(OneArc(capacity, second: 0), AllocationPolicy.Priority, SolveOptions.Default, CancellationToken.None);
        Assert.That(result.UnitCounts[0], Is.EqualTo(capacity / 5));
        Assert.That(result.TotalDelivered, Is.EqualTo(capacity), "what is left over is delivered too");
        Assert.That(result.Termination, Is.EqualTo(Termination.WithinTolerance));
    }

    [TestCase(ProgramTermination.Infeasible)]
    [TestCase(ProgramTermination.Unbounded)]
    public void A_program_that_always_has_values_cannot_have_none(ProgramTermination claim)
    {
        var liar = new ProgramAllocationSolver(new Liar(claim));
        Assert.That(
            () => liar.Solve(OneArc(capacity: 10), AllocationPolicy.Fair, SolveOptions.Default, CancellationToken.None),
            Throws.TypeOf<SolverFailedException>().With.Message.Contains($"calls a program {claim}"));
    }

    [Test]
    public void Numbers_too_large_to_add_up_are_out_of_range()
    {
        var problem = new AllocationProblem(OneArc(capacity: 10).Graph, 0, [new AllocationDemand(1, long.MaxValue / 4, 3, 0, 1)]);
        var solver = new ProgramAllocationSolver(new Liar(ProgramTermination.Infeasible));
        Assert.That(solver.Solve(problem, AllocationPolicy.Priority, SolveOptions.Default, CancellationToken.None).Termination, Is.EqualTo(Termination.OutOfRange));
    }

    // One arc to a junction where two draw units of five, three each.
    private static AllocationProblem OneArc(long capacity, long second = 3)
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(3);
        builder.AddArc(0, 1, capacity);
        builder.AddArc(1, 2, FlowGraph.Unlimited);
        return new AllocationProblem(builder.Build(), 0, [new AllocationDemand(1, 5, 3, 0, 1), new AllocationDemand(2, 5, second, 1, 1)]);
    }

    private sealed class Liar : ILinearProgramSolver
    {
        private readonly Func<LinearProgram, IEnumerable<double>>? _values;
        private readonly ProgramTermination _claim;

        public Liar(Func<LinearProgram, IEnumerable<double>> values) => (_values, _claim) = (values, ProgramTermination.Optimal);

        public Liar(ProgramTermination claim) => _claim = claim;

        public string Name => "liar";

        public SolverAvailability Availability { get; } = SolverAvailability.Ready("1");

        public LinearProgramResult Solve(LinearProgram program, LinearProgramOptions options, CancellationToken token)
        {
            var tolerance = new ProgramTolerance(1e-6, 1e-6, 1e-6);
            if (_values is null)
                return LinearProgramResult.WithoutValues(_claim, Name, tolerance);
            ImmutableArray<double> values = [.. _values(program)];
            return LinearProgramResult.Solved(_claim, Name, tolerance, values, program.ObjectiveAt(values.AsSpan()), bestBound: null, [], []);
        }
    }
}
