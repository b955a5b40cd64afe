using System.Collections.Immutable;
using RailOps.Analysis.Demand;
using RailOps.Analysis.Graph;
using RailOps.Analysis.Supply;
using RailOps.Model.Doctrine;
using RailOps.Model.Units;
using RailOps.Solvers.Commodities;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Programs;

namespace RailOps.Analysis.SupplyClasses;

/// <summary>
/// A <see cref="ClassQuestion"/> at one level as one program, so that somebody else can solve it: most tonnes delivered, or the largest weighted sum of whole
/// divisions. One class without coal and rolling stock, most tonnes: the maximum flow of the situation.
/// </summary>
/// <param name="Program">The program; amounts are tonnes a day.</param>
/// <param name="Legend">What each variable stands for, one line each.</param>
public sealed record ClassProgram(LinearProgram Program, ImmutableArray<string> Legend)
{
    /// <summary>Builds the program.</summary>
    /// <param name="question">The question; its policy is not used.</param>
    /// <param name="level">Level of capacities and needs.</param>
    /// <param name="isForDivisions">True: the largest weighted sum of whole divisions (some variables whole); false: most tonnes.</param>
    public static ClassProgram Build(ClassQuestion question, EstimateLevel level, bool isForDivisions)
    {
        ArgumentNullException.ThrowIfNull(question);
        var situation = question.Supply.Situation;
        var sources = question.IsByClass ? ClassSources.Of(situation, withCoal: true) : situation.Sources;
        var graph = CapacityGraphBuilder.Build(situation, DemandCalculator.Calculate(situation, question.Supply.Posture), sources);
        var classes = new ClassProblem(graph, question, sources, level);
        var model = isForDivisions ? CommodityModel.MostWorth(classes.Problem) : CommodityModel.MostDelivered(classes.Problem);
        var supplies = graph.Arcs.Where(a => a.Kind == GraphArcKind.Supply).Select(a => a.DisplayName).ToImmutableArray();
        return new ClassProgram(model.Program, [.. model.Variables.Select(v => $"x{v.Variable}: {Meaning(v, graph, classes, supplies)}")]);
    }

    /// <summary>The most tonnes a day of one class that can come to all fronts, by our own maximum flow.</summary>
    /// <param name="question">The question.</param>
    /// <param name="level">Level of capacities and needs.</param>
    /// <param name="token">Cancellation.</param>
    /// <exception cref="OperationCanceledException">The caller left.</exception>
    public static double MostTonnes(SupplyQuestion question, EstimateLevel level, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(question);
        var graph = CapacityGraphBuilder.Build(question.Situation, DemandCalculator.Calculate(question.Situation, question.Posture));
        var session = new MaxFlowSession(graph.FlowGraphOf(level), graph.Source, graph.Sink);
        session.Augment(token);
        if (!session.IsMaximal)
            token.ThrowIfCancellationRequested();
        return (double)(session.Value / 1000m);
    }

    private static string Meaning(CommodityVariable variable, CapacityGraph graph, ClassProblem classes, ImmutableArray<string> supplies)
    {
        var goods = variable.Commodity >= 0 && !classes.Classes.IsEmpty ? SupplyClassIds.IdOf(classes.Classes[variable.Commodity]) : "supply";
        return variable.Kind switch
        {
            CommodityVariableKind.Flow => $"{goods} over {Way(classes.Places[variable.Place], graph)}, t/day",
            CommodityVariableKind.Supply => $"{goods} from {supplies[variable.Place]}, t/day",
            CommodityVariableKind.Delivery => $"{goods} delivered to {graph.Needs[variable.Place].Front.Id}, t/day",
            _ => $"{graph.Needs[variable.Place].CountedUnit}s sustained at {graph.Needs[variable.Place].Front.Id}",
        };
    }

    private static string Way((int Arc, bool IsForward) place, CapacityGraph graph)
    {
        var arc = graph.Arcs[place.Arc];
        var (from, to) = place.IsForward ? (arc.Tail, arc.Head) : (arc.Head, arc.Tail);
        return $"{arc.SubjectId} from {graph.NodeNames[from]} to {graph.NodeNames[to]}";
    }
}
