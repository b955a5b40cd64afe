using NUnit.Framework;
using RailOps.OrTools.MinCost;
using RailOps.Solvers.MinCost;
using RailOps.Solvers.Programs;
using RailOps.Solvers.Results;
using RailOps.Testing.Flow;

namespace RailOps.OrTools.Tests.MinCost;

/// <summary>What is particular to cheapest flows by OR-Tools.</summary>
public sealed class OrToolsMinCostFlowSolverTests
{
    private static void Solve(long lie, string text, long amount)
    {
        using var host = new LyingHost(lie);
        var net = AsciiNetwork.Parse(text);
        var problem = MinCostFlowProblem.OfAmount(net.Graph, net.Costs, [net["s"]], [net["t"]], amount);
        new OrToolsMinCostFlowSolver(host).Solve(problem, SolveOptions.Default, CancellationToken.None);
    }

    [Test]
    public void A_flow_that_is_not_the_cheapest_is_refused() =>
        Assert.That(() => Solve(1, "s -> t 5 @2\n s -> t 5 @9", 2), Throws.InstanceOf<SolverFailedException>().With.Message.Contains("round trip"));

    [Test]
    public void A_flow_that_sends_the_wrong_amount_is_refused() =>
        Assert.That(() => Solve(3, "s -> t 5 @2", 2), Throws.InstanceOf<SolverFailedException>().With.Message.Contains("is none"));

    [Test]
    public void A_cost_beyond_all_bounds_is_one_clear_error() =>
        Assert.That(() => Solve(0, $"s -> t 5 @{long.MinValue}", 2), Throws.InstanceOf<SolverFailedException>().With.Message.Contains("too large"));

    [Test]
    public void Numbers_that_a_worker_cannot_count_are_one_clear_error() =>
        Assert.That(() => Solve(0, $"s -> t {(1L << 53) + 1} @2", 2), Throws.InstanceOf<SolverFailedException>().With.Message.Contains("9007199254740"));
}
