namespace RailOps.Analysis.Uncertainty;

/// <summary>What one parameter does when it alone moves and all others have their most likely value.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Unfavourable">Outcome at the quantile at which 90 % of its values are more favourable.</param>
/// <param name="Favourable">Outcome at the quantile at which 10 % of its values are more favourable.</param>
public sealed record TornadoBar(FigureParameter Parameter, string Name, Totals Unfavourable, Totals Favourable)
{
    /// <summary>Divisions between the two outcomes; 0 or more.</summary>
    public long DivisionSwing => Math.Abs(Favourable.UnitCount - Unfavourable.UnitCount);

    /// <summary>Deliveries between the two outcomes (kg/day); 0 or more.</summary>
    public long DeliveredSwingKilogramsPerDay => Math.Abs(Favourable.DeliveredKilogramsPerDay - Unfavourable.DeliveredKilogramsPerDay);
}
