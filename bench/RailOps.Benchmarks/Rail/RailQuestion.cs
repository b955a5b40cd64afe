using System.Collections.Immutable;
using RailOps.Analysis.Demand;
using RailOps.Analysis.Graph;
using RailOps.Analysis.Interdiction;
using RailOps.Analysis.Supply;
using RailOps.Model;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;
using RailOps.Model.Timelines;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Interdiction;

namespace RailOps.Benchmarks.Rail;

/// <summary>One situation on the base network and the questions of the rail benchmark about it.</summary>
internal sealed class RailQuestion
{
    private const string Raids = "raids";

    public RailQuestion(RailData data, string timelineId, DateOnly date, string side)
    {
        Name = $"{timelineId}, {date:yyyy-MM-dd}, {side}";
        var timeline = data.Timelines.Single(t => t.Id == timelineId);
        Attacker = timeline.Sides.Single(s => s.Id == side).OpponentId;
        var situation = SituationBuilder.Build(data, SituationSpec.Of(timeline, date, side, [])).Situation!;
        Supply = new SupplyQuestion(situation, AllocationPolicy.Priority, null);
        Capacities = CapacityGraphBuilder.Build(situation, DemandCalculator.Calculate(situation, posture: null));
        Targets =
        [
            .. Enumerable.Range(0, Capacities.Arcs.Length)
                .Where(i => Capacities.Arcs[i] is { Kind: GraphArcKind.Link, Capacity.Best: > 0 })
                .Select(i => AttackTarget.Arc(i, 1)),
        ];
    }

    /// <summary>Timeline, date and side.</summary>
    public string Name { get; }

    public SupplyQuestion Supply { get; }

    /// <summary>The situation as a graph, best level.</summary>
    public CapacityGraph Capacities { get; }

    /// <summary>Every link that carries something, closed by a hit.</summary>
    public ImmutableArray<AttackTarget> Targets { get; }

    private string Attacker { get; }

    /// <summary>A number of raids on any railway links, each closing one.</summary>
    public AttackQuestion Attack(long raidCount)
    {
        var use = new AttackUse(Raids, 1, null, [AttackSelector.Parse("every:railway-link", out _, out _)!], null, null, IsTogether: false);
        var mode = new AttackMode("raid", "raid", 0m, null, null, use, Grade.D);
        return new AttackQuestion(Supply, Attacker, [new ResourceBudget(Raids, raidCount)], [mode], [], AttackObjective.DeliveredTonnes);
    }
}
