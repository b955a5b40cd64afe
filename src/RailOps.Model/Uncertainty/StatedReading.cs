using RailOps.Model.Units;

namespace RailOps.Model.Uncertainty;

/// <summary>Reads every figure as it is stated.</summary>
public sealed class StatedReading : IFigureReading
{
    private StatedReading()
    {
    }

    /// <summary>The only one.</summary>
    public static StatedReading Instance { get; } = new();

    /// <inheritdoc/>
    public Estimate Read(in Figure figure) => figure.Stated;
}
