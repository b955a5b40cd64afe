using NUnit.Framework;
using RailOps.Benchmarks.Flow.Nets;
using RailOps.Solvers.MinCost;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.MinCost;

/// <summary>Work on the nets of the benchmark, in operations. A change of method moves them and must say so here.</summary>
[TestFixture]
public sealed class MinCostFlowOperationCountTests
{
    [TestCase("rail_1k", 79908, 313, 297, 23705)]
    [TestCase("grid_1k", 2207190, 346, 105, 14516)]
    [TestCase("rail_10k", 654210, 3020, 2951, 407130)]
    [TestCase("grid_10k", 23655243, 5090, 1987, 680236)]
    public void The_work_on_a_fixed_net_stays_what_it_is(string name, long cost, long pivots, long degenerate, long arcScans)
    {
        var result = CertifiedMinCost.Solve(CostNets.Make(name).ToProblem());
        var work = result.Statistics;
        Assert.That(((long)result.Cost!.Value, work.PivotCount, work.DegeneratePivotCount, work.ArcScanCount), Is.EqualTo((cost, pivots, degenerate, arcScans)));
    }

    [Test]
    public void A_warm_start_after_the_loss_of_an_arc_takes_few_pivots()
    {
        var net = CostNets.Make("rail_10k");
        var session = new MinCostFlowSession(net.ToProblem());
        var cold = CertifiedMinCost.Solve(session);
        var used = Enumerable.Range(0, net.Costs.Length).First(arc => cold.Flow!.ArcFlow[arc] != 0 && net.Costs[arc] > 0);
        session.SetCapacity(used, 0);
        var warm = CertifiedMinCost.Solve(session);
        Assert.That(warm.Cost, Is.EqualTo(CertifiedMinCost.Solve(session.ToProblem()).Cost));
        Assert.That((warm.Statistics.PivotCount, warm.Statistics.RepairCount), Is.EqualTo((21L, 2L)));
    }

    [TestCase("rail_1k", 120)]
    [TestCase("rail_10k", 372)]
    public void The_nets_send_as_much_as_they_are_known_to(string name, long amount)
    {
        var net = CostNets.Make(name);
        var problem = net.ToProblem();
        var result = CertifiedMinCost.Solve(MinCostFlowProblem.OfLargest(problem.Graph, problem.Costs, problem.Sources.AsSpan(), problem.Sinks.AsSpan()));
        Assert.That(result.Flow!.Amount, Is.EqualTo(amount));
    }

    [TestCase("grid_1k")]
    [TestCase("grid_10k")]
    public void The_grids_have_the_largest_flow_that_the_maximum_flow_solver_finds(string name)
    {
        var net = CostNets.Make(name).Net;
        Assert.That(Certified.MaxFlow(net.ToGraph(), net.Source, net.Sink).Value, Is.EqualTo(net.ExpectedValue));
    }
}
