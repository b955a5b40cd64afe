namespace RailOps.Solvers.Commodities;

/// <summary>Which variable and which row of a <see cref="CommodityProgram"/> stands for what; -1 where there is none.</summary>
/// <param name="problem">The problem.</param>
internal sealed class CommodityLayout(CommodityProblem problem)
{
    /// <summary>Variable by commodity and arc.</summary>
    public int[][] Flow { get; } = Table(problem.CommodityCount, problem.Arcs.Length);

    /// <summary>Variable by commodity and source.</summary>
    public int[][] Supply { get; } = Table(problem.CommodityCount, problem.Sources.Length);

    /// <summary>Variable by demander and commodity.</summary>
    public int[][] Delivery { get; } = Table(problem.Demands.Length, problem.CommodityCount);

    /// <summary>Variable by demander.</summary>
    public int[] Units { get; } = Row(problem.Demands.Length);

    /// <summary>Row by demander and commodity: the delivery covers the units.</summary>
    public int[][] NeedRows { get; } = Table(problem.Demands.Length, problem.CommodityCount);

    /// <summary>Row by demander: its share is at least the smallest.</summary>
    public int[] ShareRows { get; } = Row(problem.Demands.Length);

    /// <summary>Row by stock.</summary>
    public int[] StockRows { get; } = Row(problem.Stocks.Length);

    /// <summary>What the variables stand for.</summary>
    public IEnumerable<CommodityVariable> Variables =>
        Named(Flow, CommodityVariableKind.Flow)
            .Concat(Named(Supply, CommodityVariableKind.Supply))
            .Concat(Delivery.SelectMany((of, demand) => of.Select((variable, commodity) => new CommodityVariable(variable, CommodityVariableKind.Delivery, commodity, demand))))
            .Concat(Units.Select((variable, demand) => new CommodityVariable(variable, CommodityVariableKind.Units, -1, demand)))
            .Where(of => of.Variable >= 0);

    private static IEnumerable<CommodityVariable> Named(int[][] variables, CommodityVariableKind kind) =>
        variables.SelectMany((of, commodity) => of.Select((variable, place) => new CommodityVariable(variable, kind, commodity, place)));

    private static int[][] Table(int rowCount, int columnCount) => [.. Enumerable.Range(0, rowCount).Select(_ => Row(columnCount))];

    private static int[] Row(int count) => [.. Enumerable.Repeat(-1, count)];
}
