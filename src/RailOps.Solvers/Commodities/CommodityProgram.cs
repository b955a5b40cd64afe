using RailOps.Solvers.Graphs;
using RailOps.Solvers.Programs;

namespace RailOps.Solvers.Commodities;

/// <summary>
/// The linear (or mixed-integer) program of a <see cref="CommodityQuestion"/>: the arc-node form of multi-commodity flow (L. R. Ford and D. R. Fulkerson,
/// "A suggested computation for maximal multi-commodity network flows", Management Science 5, 1958, state the problem; here arcs, not paths, are variables).
/// <para>
/// Per arc and commodity a flow, per source and commodity a supply, per demander and commodity a delivery, per demander its units n. Rows: what comes
/// to a node leaves it, is delivered there or burnt there; commodities together keep to the capacity of an arc; supplies together keep to that of a source;
/// a delivery covers n units; stocks are not exceeded. Where we differ: burning is proportional to what passes, the burnt commodity included, half at each end.
/// </para>
/// <para>Numbers: flow units are divided by <see cref="CommodityProblem.Scale"/>. Stocks are taken less by what one flow unit more on every arc for every
/// commodity would take, so that rounding flows up to whole units never breaks them.</para>
/// </summary>
internal sealed class CommodityProgram
{
    private readonly CommodityProblem _problem;
    private readonly CommodityQuestion _question;
    private readonly CommodityReach _reach;
    private readonly LinearProgramBuilder _builder = new();
    private readonly List<(int Variable, double Coefficient)>[][] _balance;
    private readonly int _share = -1;

    // Of a unit delivered: dearer than any way to bring it.
    private readonly double _reward;

    public CommodityProgram(CommodityProblem problem, CommodityReach reach, CommodityQuestion question)
    {
        (_problem, _reach, _question) = (problem, reach, question);
        _builder.Maximize = true;
        _reward = IsFixed ? 1 + (4 * problem.Arcs.Sum(arc => (double)arc.Cost)) : 1;
        _balance = [.. Enumerable.Range(0, problem.CommodityCount).Select(_ => Enumerable.Range(0, problem.NodeCount).Select(_ => new List<(int, double)>()).ToArray())];
        Layout = new CommodityLayout(problem);
        AddFlows();
        AddSupplies();
        if (question.Goal == CommodityGoal.SmallestShare)
            _share = _builder.AddVariable(0, 1, 1);
        for (var demand = 0; demand < problem.Demands.Length; demand++)
            AddDemand(demand);
        AddBalances();
        AddStocks();
        Program = _builder.Build();
    }

    public LinearProgram Program { get; }

    public CommodityLayout Layout { get; }

    private bool IsBurning => _problem.BurntCommodity >= 0 && !_question.IsBurningWaived;

    private bool IsFixed => _question.Goal == CommodityGoal.Cost;

    private double Scaled(long units) => units == FlowGraph.Unlimited ? double.PositiveInfinity : (double)units / _problem.Scale;

    private void AddFlows()
    {
        for (var arc = 0; arc < _problem.Arcs.Length; arc++)
        {
            var it = _problem.Arcs[arc];
            var (goods, all) = (new List<(int, double)>(), new List<(int, double)>());
            for (var commodity = 0; commodity < _problem.CommodityCount; commodity++)
            {
                if (!_reach.IsOpen(commodity, arc))
                    continue;
                var variable = Layout.Flow[commodity][arc] = _builder.AddVariable(0, double.PositiveInfinity, IsFixed ? -it.Cost : 0);
                _balance[commodity][it.Tail].Add((variable, -1));
                _balance[commodity][it.Head].Add((variable, 1));
                AddBurning(variable, it);
                all.Add((variable, 1));
                if (commodity != _problem.BurntCommodity)
                    goods.Add((variable, 1));
            }

            AddLimit(goods, it.Capacity);
            if (all.Count > goods.Count)
                AddLimit(all, it.TotalCapacity);
        }
    }

    private void AddBurning(int variable, CommodityArc arc)
    {
        if (!IsBurning || arc.BurntParts == 0)
            return;
        var half = -(double)arc.BurntParts / CommodityProblem.Parts / 2;
        _balance[_problem.BurntCommodity][arc.Tail].Add((variable, half));
        _balance[_problem.BurntCommodity][arc.Head].Add((variable, half));
    }

    private void AddLimit(List<(int, double)> entries, long capacity)
    {
        if (entries.Count > 0 && capacity != FlowGraph.Unlimited)
            _builder.AddRow(double.NegativeInfinity, Scaled(capacity), [.. entries]);
    }

    private void AddSupplies()
    {
        for (var source = 0; source < _problem.Sources.Length; source++)
        {
            var it = _problem.Sources[source];
            var entries = new List<(int, double)>();
            foreach (var commodity in it.Commodities)
            {
                var variable = Layout.Supply[commodity][source] = _builder.AddVariable(0, double.PositiveInfinity, 0);
                _balance[commodity][it.Node].Add((variable, 1));
                entries.Add((variable, 1));
            }

            AddLimit(entries, it.Capacity);
        }
    }

    private void AddDemand(int demand)
    {
        var it = _problem.Demands[demand];
        var least = _question.LeastUnits[demand];
        var worth = _question.Goal switch
        {
            CommodityGoal.Worth => it.Weight,
            CommodityGoal.UnitsOfOne when demand == _question.Demand => 1,
            _ => 0,
        };
        var isWhole = _question.IsWhole && (_question.Demand < 0 || demand == _question.Demand);
        Layout.Units[demand] = _builder.AddVariable(least, double.Max(least, it.UnitCount), worth, isWhole);
        for (var commodity = 0; commodity < _problem.CommodityCount; commodity++)
            AddDelivery(demand, commodity);
        if (_share >= 0 && _question.SharesOpen[demand] && it.UnitCount > 0)
            Layout.ShareRows[demand] = _builder.AddRow(0, double.PositiveInfinity, (Layout.Units[demand], 1), (_share, -it.UnitCount));
    }

    private void AddDelivery(int demand, int commodity)
    {
        var unit = _problem.Demands[demand].UnitDemands[commodity];
        if (unit == 0)
            return;
        var most = Scaled(IsFixed ? _question.Deliveries[demand][commodity] : _problem.NeedOf(demand, commodity));
        var reward = _question.Goal is CommodityGoal.Deliveries or CommodityGoal.Cost ? _reward : 0;
        var variable = Layout.Delivery[demand][commodity] = _builder.AddVariable(0, most, reward);
        _balance[commodity][_problem.Demands[demand].Node].Add((variable, -1));
        var isWaived = _question.Demand == demand && _question.WaivedCommodity == commodity;
        if (!IsFixed && !isWaived)
            Layout.NeedRows[demand][commodity] = _builder.AddRow(0, double.PositiveInfinity, (variable, 1), (Layout.Units[demand], -Scaled(unit)));
    }

    private void AddBalances()
    {
        for (var commodity = 0; commodity < _problem.CommodityCount; commodity++)
        {
            foreach (var entries in _balance[commodity].Where(entries => entries.Count > 0))
                _builder.AddRow(0, commodity == _problem.BurntCommodity ? double.PositiveInfinity : 0, [.. entries]);
        }
    }

    private void AddStocks()
    {
        for (var stock = 0; stock < _problem.Stocks.Length; stock++)
        {
            if (stock == _question.WaivedStock || _problem.Stocks[stock] == FlowGraph.Unlimited)
                continue;
            var entries = new List<(int, double)>();
            var margin = (Int128)0;
            for (var commodity = 0; commodity < _problem.CommodityCount; commodity++)
            {
                for (var arc = 0; arc < _problem.Arcs.Length; arc++)
                    margin += Take(entries, Layout.Flow[commodity][arc], _problem.Arcs[arc].StockParts[stock]);
                for (var source = 0; source < _problem.Sources.Length; source++)
                    margin += Take(entries, Layout.Supply[commodity][source], _problem.Sources[source].StockParts[stock]);
            }

            var left = double.Max(0, _problem.Stocks[stock] - ((double)margin / CommodityProblem.Parts));
            Layout.StockRows[stock] = _builder.AddRow(double.NegativeInfinity, left, [.. entries]);
        }
    }

    private long Take(List<(int, double)> entries, int variable, long parts)
    {
        if (variable < 0 || parts == 0)
            return 0;
        entries.Add((variable, (double)parts / CommodityProblem.Parts * _problem.Scale));
        return parts;
    }
}
