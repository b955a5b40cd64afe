using RailOps.Solvers.Allocation;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.UnitInterdiction;

/// <summary>Which whole units can be served at once under given attacks: <see cref="BoxSearch"/> on one graph whose capacities change.</summary>
internal sealed class DamagedAllocation
{
    private readonly UnitInterdictionProblem _problem;
    private readonly AllocationNetwork _network;
    private readonly MaxFlowSession _undamaged;

    public DamagedAllocation(UnitInterdictionProblem problem, StopSignal stop)
    {
        _problem = problem;
        var builder = FlowGraphBuilder.From(problem.Allocation.Graph);
        foreach (var element in problem.Targets.SelectMany(target => target.Elements).Where(element => element.IsNode))
            builder.SetNodeCapacity(element.Id, problem.Allocation.Graph.NodeCapacity(element.Id));
        _network = new AllocationNetwork(new AllocationProblem(builder.Build(), problem.Allocation.Source, problem.Allocation.Demands), stop);
        _undamaged = _network.Session.Clone();
    }

    public bool IsStopped => _network.Stop.IsRaised;

    public long SolveCount => _network.Session.SolveCount;

    public long AugmentationCount => _network.Session.AugmentationCount;

    /// <summary>Makes the attacks, and no others, count from here on.</summary>
    public void Attack(IEnumerable<Attack> attacks)
    {
        _network.Session.RestoreFrom(_undamaged);
        foreach (var attack in attacks)
        {
            var target = _problem.Targets[attack.Target];
            for (var index = 0; index < target.Elements.Length; index++)
            {
                var (element, left) = (target.Elements[index], target.Levels[attack.Level].ResidualCapacities[index]);
                if (element.IsNode)
                    _network.Session.SetNodeCapacity(element.Id, left);
                else
                    _network.Session.SetCapacity(element.Id, left);
            }
        }
    }

    /// <summary>Units between two limits that can be served and are worth what is wanted; null if there are none or if stopped.</summary>
    public long[]? Find(long[] low, long[] high, long wanted)
    {
        var before = _network.Session.Clone();
        var search = new BoxSearch(_network);
        var isFound = search.Find(new UnitBox(low, high), wanted);
        _network.Session.RestoreFrom(before);
        return isFound ? search.Best.Units : null;
    }

    /// <summary>The most worth that can be served, with its units; null if stopped.</summary>
    public (long Worth, long[] Units)? Best()
    {
        var before = _network.Session.Clone();
        var search = new BoxSearch(_network);
        if (search.ProveRoot(out var root) is null)
            return null;
        search.Maximise(root);
        _network.Session.RestoreFrom(before);
        return _network.Stop.IsRaised ? null : (search.Best.Worth, search.Best.Units);
    }

    /// <summary>Why nothing worth more than these units can be served; null if stopped.</summary>
    public UnitWorthProof? Prove(long[] units, long worth) => new WorthProver(_network).Prove(units, worth);
}
