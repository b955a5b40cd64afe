using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using RailOps.Model.Doctrine;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;
using RailOps.Model.Timelines;
using RailOps.Model.Uncertainty;
using RailOps.Model.Units;

namespace RailOps.Analysis.Uncertainty;

/// <summary>
/// The figures of a situation, each made ready once. A figure is known by what it says, not by the row it stands in: what one source
/// states for all links of a line is one figure and drawn once. Thread-safe.
/// </summary>
internal sealed class FigureBook(Situation situation)
{
    private static readonly ImmutableHashSet<string> LowIsFavourable =
    [
        PlanningFactorIds.SidingSpacingKm, PlanningFactorIds.CrossingLossMinutes, PlanningFactorIds.CivilAndServiceTrainPairsPerDay,
        PlanningFactorIds.RailwayOwnShare,
    ];

    private readonly ConcurrentDictionary<(object Row, int Part), DrawnFigure> _figures = new(new RowComparer());
    private readonly GradeWidths _widths = new(situation);

    /// <summary>What a tornado moves, of the uncertain figures read so far; in order of id.</summary>
    public ImmutableArray<FigureParameter> Parameters =>
        [.. _figures.Values.Where(f => !f.IsExact).Select(f => f.Parameter).Distinct().OrderBy(p => p.Id, StringComparer.Ordinal)];

    /// <summary>A figure made ready.</summary>
    public DrawnFigure Of(in Figure figure) => _figures.TryGetValue((figure.Row, figure.Part), out var known)
        ? known
        : _figures.GetOrAdd((figure.Row, figure.Part), Prepare(figure));

    private DrawnFigure Prepare(in Figure figure)
    {
        var factor = (figure.Row as PlanningFactor)?.Id ?? "";
        var parameter = new FigureParameter(figure.Kind, figure.SubjectId, factor);
        var own = $"{parameter.Id}/{Saying(figure.Row)}";
        var lowIsFavourable = figure.Kind == FigureKind.Consumption || LowIsFavourable.Contains(factor);
        return new DrawnFigure(
            parameter, NamedNumbers.HashOf(own), NamedNumbers.HashOf($"{own}/choice"), NamedNumbers.HashOf(GroupOf(figure, parameter)),
            figure.HasRange ? figure.Stated : _widths.Widen(figure.Stated, figure.Grade), lowIsFavourable);
    }

    // What tells two figures of one parameter apart.
    private static string Saying(object row) => row switch
    {
        ValueRow value => $"{Text(value.Value)}/{value.HasRange}/{string.Join(';', value.Evidence.SourceIds)}",
        PlanningFactor factor => FormattableString.Invariant($"{factor.ValidFrom:yyyy-MM-dd}"),
        StationCapacity capacity => capacity.Kind.ToString(),
        SupplySource source => source.Kind,
        SeasonWindow window => FormattableString.Invariant($"{window.FromMonth}-{window.FromDay}"),
        _ => "",
    };

    private static string Text(Estimate value) => FormattableString.Invariant($"{value.Low}/{value.Best}/{value.High}");

    private static string GroupOf(in Figure figure, FigureParameter parameter) => figure.Kind switch
    {
        FigureKind.TrainPairs or FigureKind.TrainLoad or FigureKind.Tonnes => $"railway:{figure.SubjectId}",
        FigureKind.Trucks when figure.Row is ValueRow => $"railway:{figure.SubjectId}",
        FigureKind.PlanningFactor => $"operator:{figure.SubjectId}",
        FigureKind.Consumption => "consumption",
        _ => $"alone:{parameter.Id}",
    };

    private sealed class RowComparer : IEqualityComparer<(object Row, int Part)>
    {
        public bool Equals((object Row, int Part) x, (object Row, int Part) y) => ReferenceEquals(x.Row, y.Row) && x.Part == y.Part;

        public int GetHashCode((object Row, int Part) obj) => HashCode.Combine(RuntimeHelpers.GetHashCode(obj.Row), obj.Part);
    }
}
