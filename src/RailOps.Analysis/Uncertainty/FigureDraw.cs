using RailOps.Model.Uncertainty;
using RailOps.Model.Units;

namespace RailOps.Analysis.Uncertainty;

/// <summary>
/// Reads every figure as three draws have it, one at each level: what works out capacities and needs goes through all three levels at
/// once, so three draws cost little more than one. A figure of which less is better comes in reverse, as its reader reverses it.
/// <para>
/// A figure takes the quantile of its group with probability sqrt(r) and its own otherwise, each for itself, so that two figures of a group
/// have the copula r M + (1 - r) P of Frechet's family, with M for figures that move as one and P for independent ones: each figure keeps its
/// distribution, and their rank correlation is exactly r (R. B. Nelsen, "An Introduction to Copulas", 2006). What a group shares is how well
/// things stand, not the number: slow trains come with long distances between crossing places, not with short ones.
/// </para>
/// </summary>
internal sealed class FigureDraw : IFigureReading
{
    /// <summary>Draws read at once.</summary>
    public const int Count = 3;

    private readonly FigureBook _book;
    private readonly ulong[] _streams;
    private readonly double _shared;

    /// <summary>Takes up three draws.</summary>
    /// <param name="book">The figures.</param>
    /// <param name="seed">Seed of all draws.</param>
    /// <param name="first">Number of the first of the three.</param>
    /// <param name="correlation">r, 0 to 1.</param>
    public FigureDraw(FigureBook book, ulong seed, int first, double correlation)
    {
        _book = book;
        _streams = [.. Enumerable.Range(first, Count).Select(draw => NamedNumbers.StreamOf(seed, draw))];
        _shared = Math.Sqrt(correlation);
    }

    /// <inheritdoc/>
    public Estimate Read(in Figure figure)
    {
        var drawn = _book.Of(figure);
        return drawn.IsExact ? drawn.Range : drawn.InOrder(ValueIn(0, drawn), ValueIn(1, drawn), ValueIn(2, drawn));
    }

    /// <summary>The value of a figure in one of the three draws.</summary>
    public decimal ValueIn(int draw, DrawnFigure figure)
    {
        var stream = _streams[draw];
        return figure.At(NamedNumbers.UnitOf(stream, NamedNumbers.UnitOf(stream, figure.Choice) < _shared ? figure.Group : figure.Own));
    }
}
