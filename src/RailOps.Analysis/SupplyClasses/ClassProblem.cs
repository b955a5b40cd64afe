using System.Collections.Immutable;
using RailOps.Analysis.Graph;
using RailOps.Model.Doctrine;
using RailOps.Model.Timelines;
using RailOps.Model.Units;
using RailOps.Solvers.Commodities;
using RailOps.Solvers.Graphs;

namespace RailOps.Analysis.SupplyClasses;

/// <summary>
/// A capacity graph as a problem of several commodities. The goods together keep to every capacity of the graph, so whatever they do, one class from all the
/// same sources could do too: the answer by class is never better than that of one class. Coal comes on top, in what each railway link keeps for the
/// railway itself (<see cref="PlanningFactorIds.RailwayOwnShare"/>) and in what the goods leave.
/// </summary>
public sealed class ClassProblem
{
    private readonly CapacityGraph _graph;
    private readonly ClassQuestion _question;
    private readonly RollingPractice _practice;
    private readonly EstimateLevel _level;
    private readonly ImmutableArray<SupplySource> _sources;
    private readonly ImmutableArray<CommodityArc>.Builder _arcs = ImmutableArray.CreateBuilder<CommodityArc>();
    private readonly ImmutableArray<(int Arc, bool IsForward)>.Builder _places = ImmutableArray.CreateBuilder<(int, bool)>();

    internal ClassProblem(CapacityGraph graph, ClassQuestion question, ImmutableArray<SupplySource> sources, EstimateLevel level)
    {
        (_graph, _question, _sources, _level) = (graph, question, sources, level);
        _practice = new RollingPractice(graph.Situation, level);
        Classes = question.IsByClass ? ClassSources.ClassesIn(graph.Situation.Data.Doctrine, sources) : [];
        for (var arc = 0; arc < graph.Arcs.Length; arc++)
            AddArc(arc);
        Places = _places.ToImmutable();
        Problem = Build();
    }

    /// <summary>Classes in the order of the problem's commodities, coal last if there is any; empty: one class for everything.</summary>
    public ImmutableArray<SupplyClass> Classes { get; }

    /// <summary>The problem, in kilograms a day.</summary>
    public CommodityProblem Problem { get; }

    /// <summary>For each arc of the problem: the arc of the graph and whether it runs from its tail to its head.</summary>
    public ImmutableArray<(int Arc, bool IsForward)> Places { get; }

    private bool HasCoal => Classes.Contains(SupplyClass.Coal);

    private int CommodityCount => Math.Max(1, Classes.Length);

    private CommodityProblem Build() => new()
    {
        NodeCount = _graph.NodeNames.Length,
        CommodityCount = CommodityCount,
        BurntCommodity = HasCoal ? Classes.IndexOf(SupplyClass.Coal) : -1,
        Arcs = _arcs.ToImmutable(),
        Sources = Sources(),
        Demands = [.. Enumerable.Range(0, _graph.Needs.Length).Select(Demand)],
        Stocks = _question.IsFleetLimited ? _practice.Stocks : [],
        Scale = 1000,
    };

    private void AddArc(int index)
    {
        var arc = _graph.Arcs[index];
        if (arc.Kind is GraphArcKind.Supply or GraphArcKind.Need || arc.Capacity[_level] == 0)
            return;
        Add(index, isForward: true);
        if (arc.IsBothWays)
            Add(index, isForward: false);
    }

    private void Add(int index, bool isForward)
    {
        var arc = _graph.Arcs[index];
        var capacity = arc.Capacity[_level];
        var reserve = HasCoal && arc.Link is { } link && capacity != FlowGraph.Unlimited ? _practice.ReserveKilogramsPerDay(link, capacity) : 0;
        var burnt = HasCoal && arc.Link is { } burning ? _practice.CoalParts(burning) : 0;
        ImmutableArray<long> stocks = !_question.IsFleetLimited ? []
            : arc.Link is { } rolling ? _practice.StockParts(rolling)
            : IsReloading(arc) ? _practice.LoadingParts(arc.SubjectId)
            : _practice.Nothing;
        var (tail, head) = isForward ? (arc.Tail, arc.Head) : (arc.Head, arc.Tail);
        var total = capacity == FlowGraph.Unlimited ? capacity : checked(capacity + reserve);
        var cost = arc.Link is null ? 0 : decimal.ToInt64(decimal.Ceiling(arc.Link.Link.LengthKm));
        _arcs.Add(new CommodityArc(tail, head, capacity, total, burnt, stocks, cost));
        _places.Add((index, isForward));
    }

    // Between ships and the quay no wagon is loaded twice.
    private static bool IsReloading(GraphArc arc) => arc.Kind == GraphArcKind.Transshipment && !arc.IsBothWays;

    private ImmutableArray<CommoditySource> Sources()
    {
        var arcs = _graph.Arcs.Where(a => a.Kind == GraphArcKind.Supply).ToList();
        return
        [
            .. arcs.Select((arc, i) => new CommoditySource(
                arc.Head, arc.Capacity[_level], CommoditiesOf(_sources[i]), _question.IsFleetLimited ? _practice.LoadingParts(arc.SubjectId) : [])),
        ];
    }

    private ImmutableArray<int> CommoditiesOf(SupplySource source) => _question.IsByClass
        ? [.. ClassSources.ClassesOf(_graph.Situation.Data.Doctrine, source).Select(c => Classes.IndexOf(c))]
        : [0];

    private CommodityDemand Demand(int index)
    {
        var need = _graph.Needs[index];
        ImmutableArray<long> slices = _question.IsByClass ? need.ClassSlicesKilogramsPerDay(_level) : [Math.Max(1, need.SliceKilogramsPerDay(_level))];
        if (HasCoal)
            slices = slices.Add(0);
        return new CommodityDemand(_graph.FrontNodes[index], slices, need.PresentCount, need.Front.Priority, need.Front.Weight);
    }
}
