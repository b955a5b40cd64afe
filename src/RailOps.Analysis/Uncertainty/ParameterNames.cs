using RailOps.Model.Network;
using RailOps.Model.Scenarios;
using RailOps.Model.Uncertainty;

namespace RailOps.Analysis.Uncertainty;

/// <summary>Names of parameters for people.</summary>
internal static class ParameterNames
{
    public static string Of(FigureParameter parameter, Situation situation)
    {
        var (network, id) = (situation.Data.Base, parameter.SubjectId);
        return parameter.Kind switch
        {
            FigureKind.TrainPairs => $"train pairs of {Railway(network, id)}",
            FigureKind.TrainLoad => $"goods in a train of {Railway(network, id)}",
            FigureKind.Tonnes => $"tonnes stated for {Railway(network, id)}",
            FigureKind.Trucks => $"trucks of {situation.Fronts.FirstOrDefault(f => f.Id == id)?.Title ?? Railway(network, id)}",
            FigureKind.PlanningFactor => $"{parameter.Factor.Replace('_', ' ')} ({(id == "all" ? "all operators" : id)})",
            FigureKind.Season => $"season {id}",
            FigureKind.StationCapacity => $"port or gauge break of {network.StationName(id)}",
            FigureKind.Supply => $"supply at {network.StationName(id)}",
            _ => $"needs of {(situation.Data.Doctrine.FormationById.TryGetValue(id, out var type) ? type.Name : id)}",
        };
    }

    private static string Railway(BaseNetwork network, string id) => network.RailwayById.TryGetValue(id, out var railway) ? railway.Name : id;
}
