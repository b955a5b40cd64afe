using NUnit.Framework;

namespace RailOps.Solvers.Tests.ScenarioSums;

/// <summary>Work on fixed problems, in operations: unlike seconds these do not flicker. A change of method moves them and must say so here.</summary>
[TestFixture]
public sealed class ScenarioSumOperationCountTests
{
    [TestCase("repair", 8, 5, 402)]
    [TestCase("repair", 16, 13, 863)]
    [TestCase("chance", 8, 13, 1349)]
    [TestCase("chance", 12, 17, 1494)]
    public void The_work_on_a_fixed_problem_stays_what_it_is(string kind, int size, long searchNodes, long flows)
    {
        var problem = kind == "repair" ? SumNets.RepairGrid(3, size, size, 0.2) : SumNets.ChanceGrid(3, size, size, 0.2, drawCount: 10);
        var work = SolveSum.Best(problem).Statistics;
        Assert.That((work.SearchNodeCount, work.SolveCount), Is.EqualTo((searchNodes, flows)));
    }
}
