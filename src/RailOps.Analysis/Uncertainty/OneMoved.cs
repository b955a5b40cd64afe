using RailOps.Model.Uncertainty;
using RailOps.Model.Units;

namespace RailOps.Analysis.Uncertainty;

/// <summary>
/// Reads the figures of one parameter at an unfavourable and at a favourable quantile, at the low and the high level, and all others at
/// their most likely value.
/// </summary>
internal sealed class OneMoved(FigureBook book, FigureParameter parameter) : IFigureReading
{
    private const double Unfavourable = 0.1;
    private const double Favourable = 0.9;

    /// <inheritdoc/>
    public Estimate Read(in Figure figure)
    {
        var drawn = book.Of(figure);
        var best = figure.Stated.Best;
        return drawn.Parameter == parameter && !drawn.IsExact
            ? drawn.InOrder(drawn.At(Unfavourable), best, drawn.At(Favourable))
            : Estimate.Exactly(best);
    }
}
