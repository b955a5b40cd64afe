using RailOps.Model.Uncertainty;

namespace RailOps.Analysis.Uncertainty;

/// <summary>Figures that a tornado moves together: one quantity of one railway, one factor of one operator, one season, and so on.</summary>
/// <param name="Kind">What they are about.</param>
/// <param name="SubjectId">Railway, operator (or <c>all</c>), season, station, front or formation type.</param>
/// <param name="Factor">The planning factor, or empty.</param>
public sealed record FigureParameter(FigureKind Kind, string SubjectId, string Factor)
{
    /// <summary>Its id, for example <c>train_pairs:amur-railway</c> or <c>railway_own_share:soviet</c>.</summary>
    public string Id => $"{(Factor.Length > 0 ? Factor : KindName)}:{SubjectId}";

    private string KindName => Kind switch
    {
        FigureKind.TrainPairs => "train_pairs",
        FigureKind.TrainLoad => "train_load",
        FigureKind.Tonnes => "tonnes",
        FigureKind.Trucks => "trucks",
        FigureKind.Season => "season",
        FigureKind.StationCapacity => "station",
        FigureKind.Supply => "supply",
        _ => "consumption",
    };
}
