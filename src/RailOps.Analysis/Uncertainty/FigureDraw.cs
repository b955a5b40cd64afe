using RailOps.Model.Uncertainty;
using RailOps.Model.Units;

namespace RailOps.Analysis.Uncertainty;

/// <summary>
/// Reads every figure as one draw has it. A figure takes the quantile of its group with probability sqrt(r) and its own otherwise, each
/// for itself, so that two figures of a group have the copula r M + (1 - r) P of Frechet's family, with M for figures that move as one and P for
/// independent ones: each figure keeps its distribution, and their rank correlation is exactly r (R. B. Nelsen, "An Introduction
/// to Copulas", 2006). What a group shares is how well things stand, not the number: slow trains come with long distances between
/// crossing places, not with short ones.
/// </summary>
internal sealed class FigureDraw(FigureBook book, ulong seed, int draw, double correlation) : IFigureReading
{
    private readonly ulong _stream = NamedNumbers.StreamOf(seed, draw);
    private readonly double _shared = Math.Sqrt(correlation);

    public Estimate Read(in Figure figure)
    {
        var drawn = book.Of(figure);
        return drawn.IsExact ? drawn.Range : drawn.At(FavourOf(drawn));
    }

    private double FavourOf(DrawnFigure figure) =>
        NamedNumbers.UnitOf(_stream, NamedNumbers.UnitOf(_stream, figure.Choice) < _shared ? figure.Group : figure.Own);
}
