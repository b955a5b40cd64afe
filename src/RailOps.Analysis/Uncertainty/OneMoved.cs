using RailOps.Model.Uncertainty;
using RailOps.Model.Units;

namespace RailOps.Analysis.Uncertainty;

/// <summary>Reads the figures of one parameter at one quantile and all others at their most likely value.</summary>
internal sealed class OneMoved(FigureBook book, FigureParameter parameter, double favour) : IFigureReading
{
    public Estimate Read(in Figure figure)
    {
        var drawn = book.Of(figure);
        return drawn.Parameter == parameter && !drawn.IsExact ? drawn.At(favour) : Estimate.Exactly(figure.Stated.Best);
    }
}
