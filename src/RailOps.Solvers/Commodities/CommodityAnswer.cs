using RailOps.Solvers.Programs;

namespace RailOps.Solvers.Commodities;

/// <summary>The values of a solved <see cref="CommodityProgram"/>, in flow units and floating point.</summary>
internal sealed class CommodityAnswer(CommodityProblem problem, CommodityLayout layout, LinearProgramResult result)
{
    /// <summary>Smaller dual values are none.</summary>
    private const double LeastPrice = 1e-12;

    /// <summary>The objective.</summary>
    public double Objective => result.Objective!.Value;

    /// <summary>Units of a demander.</summary>
    public double UnitsOf(int demand) => result.Values[layout.Units[demand]];

    /// <summary>Flow units of a commodity on an arc.</summary>
    public double FlowOf(int commodity, int arc) => ValueOf(layout.Flow[commodity][arc]);

    /// <summary>Flow units of a commodity from a source.</summary>
    public double SupplyOf(int commodity, int source) => ValueOf(layout.Supply[commodity][source]);

    /// <summary>Flow units of a commodity delivered to a demander.</summary>
    public double DeliveryOf(int demand, int commodity) => ValueOf(layout.Delivery[demand][commodity]);

    /// <summary>Whether the need of a demander for a commodity may hold back the objective, as far as the dual values say.</summary>
    public bool IsNeedBinding(int demand, int commodity) => HasPrice(layout.NeedRows[demand][commodity]);

    /// <summary>Whether a stock may hold back the objective.</summary>
    public bool IsStockBinding(int stock) => HasPrice(layout.StockRows[stock]);

    /// <summary>Whether the share of a demander may hold back the smallest share.</summary>
    public bool IsShareBinding(int demand) => HasPrice(layout.ShareRows[demand]);

    // Without dual values everything may hold it back.
    private bool HasPrice(int row) => row >= 0 && (result.RowDuals.IsEmpty || double.Abs(result.RowDuals[row]) > LeastPrice);

    private double ValueOf(int variable) => variable < 0 ? 0 : double.Max(0, result.Values[variable]) * problem.Scale;
}
