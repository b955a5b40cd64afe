using NUnit.Framework;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Commodities;

namespace RailOps.Solvers.Tests.Commodities;

/// <summary>The checker accepts a flow that holds and refuses each fault.</summary>
public sealed class CommodityCheckerTests
{
    // Goods 0 and fuel 1 from node 0 to node 1: 8 goods and 4 fuel cross, each unit burns a quarter at each end: 3 there, and 3 at node 0.
    private static readonly CommodityProblem Problem = new()
    {
        NodeCount = 2,
        CommodityCount = 2,
        BurntCommodity = 1,
        Arcs = [new CommodityArc(0, 1, 8, 12, CommodityProblem.Parts / 2, [CommodityProblem.Parts], 1)],
        Sources = [new CommoditySource(0, 8, [0], [0]), new CommoditySource(0, 7, [1], [0])],
        Demands = [new CommodityDemand(1, [4, 0], 2, 1, 1)],
        Stocks = [12],
    };

    private static readonly CommodityFlow Good = new([[8], [4]], [[8, 0], [0, 7]], [[8, 0]], [2], 0);

    private static IEnumerable<TestCaseData> Faults()
    {
        yield return new TestCaseData(Good with { ArcFlows = [[8]] }, "number for each").SetName("a commodity missing");
        yield return new TestCaseData(Good with { ArcFlows = [[8], [-1]] }, "below 0").SetName("a flow below zero");
        yield return new TestCaseData(Good with { ArcFlows = [[9], [3]] }, "Arc 0").SetName("more goods than the arc carries");
        yield return new TestCaseData(Good with { ArcFlows = [[8], [5]] }, "Arc 0").SetName("more in all than the arc carries");
        yield return new TestCaseData(Good with { SupplyFlows = [[8, 0], [0, 8]] }, "Source 1").SetName("more than a source gives");
        yield return new TestCaseData(Good with { SupplyFlows = [[7, 1], [0, 6]] }, "should not give").SetName("a source of another commodity");
        yield return new TestCaseData(Good with { Deliveries = [[7, 0]] }, "balance").SetName("goods left over");
        yield return new TestCaseData(Good with { ArcFlows = [[8], [2]], SupplyFlows = [[8, 0], [0, 7]] }, "Node 1").SetName("too little to burn");
        yield return new TestCaseData(Good with { UnitCounts = [3] }, "count 2 units at most").SetName("more units than present");
        yield return new TestCaseData(Good with { ArcFlows = [[7], [4]], SupplyFlows = [[7, 0], [0, 7]], Deliveries = [[7, 0]] }, "Demander 0").SetName("a need that is missed");
    }

    [Test]
    public void A_flow_that_holds_is_accepted()
    {
        var report = CommodityChecker.Check(Problem, Good);
        Assert.That((report.IsAccepted, report.Problem, report.Proof), Is.EqualTo((true, "", ProofKind.None)));
    }

    [TestCaseSource(nameof(Faults))]
    public void A_fault_is_refused_with_its_place(CommodityFlow flow, string said)
    {
        var report = CommodityChecker.Check(Problem, flow);
        Assert.That(report.IsAccepted, Is.False);
        Assert.That(report.Problem, Does.Contain(said));
    }

    [Test]
    public void More_stock_than_there_is_is_refused() =>
        Assert.That(CommodityChecker.Check(Problem with { Stocks = [11] }, Good).Problem, Does.Contain("Stock 0"));

    [Test]
    public void A_need_may_be_missed_by_the_tolerance()
    {
        var short_ = Good with { ArcFlows = [[7], [4]], SupplyFlows = [[7, 0], [0, 7]], Deliveries = [[7, 0]], Tolerance = 1 };
        Assert.That(CommodityChecker.Check(Problem, short_).IsAccepted, Is.True);
    }
}
