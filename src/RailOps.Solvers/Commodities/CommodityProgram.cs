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
    private readonly int[][] _flow;
    private readonly int[][] _supply;
    private readonly int[][] _delivery;
    private readonly int[] _units;
    private readonly int[][] _unitRows;
    private readonly int[] _stockRows;
    private readonly int[] _shareRows;
    private readonly int _share = -1;

    // Of a unit delivered: dearer than any way to bring it.
    private readonly double _reward;

    public CommodityProgram(CommodityProblem problem, CommodityReach reach, CommodityQuestion question)
    {
        (_problem, _reach, _question) = (problem, reach, question);
        _builder.Maximize = true;
        _reward = IsFixed ? 1 + (4 * problem.Arcs.Sum(arc => (double)arc.Cost)) : 1;
        _balance = [.. Enumerable.Range(0, problem.CommodityCount).Select(_ => Enumerable.Range(0, problem.NodeCount).Select(_ => new List<(int, double)>()).ToArray())];
        (_units, _shareRows) = (new int[problem.Demands.Length], new int[problem.Demands.Length]);
        (_unitRows, _delivery) = (new int[problem.Demands.Length][], new int[problem.Demands.Length][]);
        _flow = AddFlows();
        _supply = AddSupplies();
        if (question.Goal == CommodityGoal.SmallestShare)
            _share = _builder.AddVariable(0, 1, 1);
        for (var demand = 0; demand < problem.Demands.Length; demand++)
            AddDemand(demand);
        AddBalances();
        _stockRows = AddStocks();
        Program = _builder.Build();
    }

    public LinearProgram Program { get; }

    /// <summary>What the variables stand for.</summary>
    public IEnumerable<CommodityVariable> Variables =>
        Named(_flow, CommodityVariableKind.Flow)
            .Concat(Named(_supply, CommodityVariableKind.Supply))
            .Concat(_delivery.SelectMany((of, demand) => of.Select((variable, commodity) => new CommodityVariable(variable, CommodityVariableKind.Delivery, commodity, demand))))
            .Concat(_units.Select((variable, demand) => new CommodityVariable(variable, CommodityVariableKind.Units, -1, demand)))
            .Where(of => of.Variable >= 0);

    private bool IsBurning => _problem.BurntCommodity >= 0 && !_question.IsBurningWaived;

    private bool IsFixed => _question.Goal == CommodityGoal.Cost;

    /// <summary>Units of a demander in an answer.</summary>
    public double UnitsOf(LinearProgramResult result, int demand) => result.Values[_units[demand]];

    /// <summary>Flow units of a commodity on an arc in an answer.</summary>
    public double FlowOf(LinearProgramResult result, int commodity, int arc) => ValueOf(result, _flow[commodity][arc]);

    /// <summary>Flow units of a commodity from a source in an answer.</summary>
    public double SupplyOf(LinearProgramResult result, int commodity, int source) => ValueOf(result, _supply[commodity][source]);

    /// <summary>Flow units of a commodity delivered to a demander in an answer.</summary>
    public double DeliveryOf(LinearProgramResult result, int demand, int commodity) => ValueOf(result, _delivery[demand][commodity]);

    /// <summary>Whether the need of a demander for a commodity holds back the objective, as far as the dual values say.</summary>
    public bool IsNeedBinding(LinearProgramResult result, int demand, int commodity) => HasPrice(result, _unitRows[demand][commodity]);

    /// <summary>Whether a stock holds back the objective.</summary>
    public bool IsStockBinding(LinearProgramResult result, int stock) => HasPrice(result, _stockRows[stock]);

    /// <summary>Whether the share of a demander holds back the smallest share.</summary>
    public bool IsShareBinding(LinearProgramResult result, int demand) => HasPrice(result, _shareRows[demand]);

    private static IEnumerable<CommodityVariable> Named(int[][] variables, CommodityVariableKind kind) =>
        variables.SelectMany((of, commodity) => of.Select((variable, place) => new CommodityVariable(variable, kind, commodity, place)));

    // Without dual values everything may hold it back.
    private static bool HasPrice(LinearProgramResult result, int row) =>
        row >= 0 && (result.RowDuals.IsEmpty || double.Abs(result.RowDuals[row]) > 1e-12);

    private double ValueOf(LinearProgramResult result, int variable) => variable < 0 ? 0 : double.Max(0, result.Values[variable]) * _problem.Scale;

    private double Scaled(long units) => units == FlowGraph.Unlimited ? double.PositiveInfinity : (double)units / _problem.Scale;

    private int[][] AddFlows()
    {
        var flow = Enumerable.Range(0, _problem.CommodityCount).Select(_ => new int[_problem.Arcs.Length]).ToArray();
        for (var arc = 0; arc < _problem.Arcs.Length; arc++)
        {
            var it = _problem.Arcs[arc];
            var (goods, all) = (new List<(int, double)>(), new List<(int, double)>());
            for (var commodity = 0; commodity < _problem.CommodityCount; commodity++)
            {
                flow[commodity][arc] = -1;
                if (!_reach.IsOpen(commodity, arc))
                    continue;
                var variable = flow[commodity][arc] = _builder.AddVariable(0, double.PositiveInfinity, IsFixed ? -it.Cost : 0);
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

        return flow;
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

    private int[][] AddSupplies()
    {
        var supply = Enumerable.Range(0, _problem.CommodityCount).Select(_ => Enumerable.Repeat(-1, _problem.Sources.Length).ToArray()).ToArray();
        for (var source = 0; source < _problem.Sources.Length; source++)
        {
            var it = _problem.Sources[source];
            var entries = new List<(int, double)>();
            foreach (var commodity in it.Commodities)
            {
                var variable = supply[commodity][source] = _builder.AddVariable(0, double.PositiveInfinity, 0);
                _balance[commodity][it.Node].Add((variable, 1));
                entries.Add((variable, 1));
            }

            AddLimit(entries, it.Capacity);
        }

        return supply;
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
        _units[demand] = _builder.AddVariable(least, double.Max(least, it.UnitCount), worth, isWhole);
        _unitRows[demand] = [.. Enumerable.Repeat(-1, _problem.CommodityCount)];
        _delivery[demand] = [.. Enumerable.Repeat(-1, _problem.CommodityCount)];
        _shareRows[demand] = -1;
        for (var commodity = 0; commodity < _problem.CommodityCount; commodity++)
            AddDelivery(demand, commodity);
        if (_share >= 0 && _question.SharesOpen[demand] && it.UnitCount > 0)
            _shareRows[demand] = _builder.AddRow(0, double.PositiveInfinity, (_units[demand], 1), (_share, -it.UnitCount));
    }

    private void AddDelivery(int demand, int commodity)
    {
        var unit = _problem.Demands[demand].UnitDemands[commodity];
        if (unit == 0)
            return;
        var most = Scaled(IsFixed ? _question.Deliveries[demand][commodity] : _problem.NeedOf(demand, commodity));
        var reward = _question.Goal is CommodityGoal.Deliveries or CommodityGoal.Cost ? _reward : 0;
        var variable = _delivery[demand][commodity] = _builder.AddVariable(0, most, reward);
        _balance[commodity][_problem.Demands[demand].Node].Add((variable, -1));
        var isWaived = _question.Demand == demand && _question.WaivedCommodity == commodity;
        if (!IsFixed && !isWaived)
            _unitRows[demand][commodity] = _builder.AddRow(0, double.PositiveInfinity, (variable, 1), (_units[demand], -Scaled(unit)));
    }

    private void AddBalances()
    {
        for (var commodity = 0; commodity < _problem.CommodityCount; commodity++)
        {
            foreach (var entries in _balance[commodity].Where(entries => entries.Count > 0))
                _builder.AddRow(0, commodity == _problem.BurntCommodity ? double.PositiveInfinity : 0, [.. entries]);
        }
    }

    private int[] AddStocks()
    {
        var rows = new int[_problem.Stocks.Length];
        for (var stock = 0; stock < rows.Length; stock++)
        {
            rows[stock] = -1;
            if (stock == _question.WaivedStock || _problem.Stocks[stock] == FlowGraph.Unlimited)
                continue;
            var entries = new List<(int, double)>();
            var margin = (Int128)0;
            for (var commodity = 0; commodity < _problem.CommodityCount; commodity++)
            {
                for (var arc = 0; arc < _problem.Arcs.Length; arc++)
                    margin += Take(entries, _flow[commodity][arc], _problem.Arcs[arc].StockParts[stock]);
                for (var source = 0; source < _problem.Sources.Length; source++)
                    margin += Take(entries, _supply[commodity][source], _problem.Sources[source].StockParts[stock]);
            }

            var left = double.Max(0, _problem.Stocks[stock] - ((double)margin / CommodityProblem.Parts));
            rows[stock] = _builder.AddRow(double.NegativeInfinity, left, [.. entries]);
        }

        return rows;
    }

    private long Take(List<(int, double)> entries, int variable, long parts)
    {
        if (variable < 0 || parts == 0)
            return 0;
        entries.Add((variable, (double)parts / CommodityProblem.Parts * _problem.Scale));
        return parts;
    }
}
