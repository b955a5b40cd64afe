using System.Collections.Immutable;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Outcomes;

/// <summary>One flow that is kept largest while attacks of a plan come and go.</summary>
internal sealed class OutcomeNet
{
    private readonly InterdictionProblem _problem;
    private readonly ImmutableArray<Attack> _attacks;
    private readonly MaxFlowSession _session;
    private readonly StopSignal _stop;

    public OutcomeNet(InterdictionProblem problem, ImmutableArray<Attack> attacks, StopSignal stop)
    {
        (_problem, _attacks, _stop) = (problem, attacks, stop);
        var builder = FlowGraphBuilder.From(problem.Graph);
        foreach (var element in attacks.SelectMany(attack => problem.Targets[attack.Target].Elements).Where(element => element.IsNode))
            builder.SetNodeCapacity(element.Id, problem.Graph.NodeCapacity(element.Id));
        _session = new MaxFlowSession(builder.Build(), problem.Sources.AsSpan(), problem.Sinks.AsSpan());
    }

    public SolveStatistics Statistics => new(_session.AugmentationCount, _session.SolveCount, 0);

    /// <summary>Lets an attack succeed or fail from here on.</summary>
    public void Set(int index, bool succeeds)
    {
        var target = _problem.Targets[_attacks[index].Target];
        var level = target.Levels[_attacks[index].Level];
        for (var position = 0; position < target.Elements.Length; position++)
        {
            var element = target.Elements[position];
            var capacity = succeeds ? level.ResidualCapacities[position] : _problem.CapacityOf(element);
            if (element.IsNode)
                _session.SetNodeCapacity(element.Id, capacity);
            else
                _session.SetCapacity(element.Id, capacity);
        }
    }

    /// <summary>What is left now, or null if stopped.</summary>
    public long? Value()
    {
        _session.Augment(_stop);
        return _stop.IsRaised ? null : _session.Value;
    }
}
