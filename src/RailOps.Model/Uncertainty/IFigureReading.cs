using RailOps.Model.Units;

namespace RailOps.Model.Uncertainty;

/// <summary>
/// How the uncertain figures of a situation are read: as stated, or drawn. Everything that works out capacities and needs reads them
/// through this, so that a draw goes the same way as any other answer. Thread-safe.
/// </summary>
public interface IFigureReading
{
    /// <summary>Reads a figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <returns>What to reckon with.</returns>
    Estimate Read(in Figure figure);
}
