using System.Collections.Immutable;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Criticality;

/// <summary>One ranking: hits targets on copies of a maximum flow.</summary>
internal sealed class CriticalityRun
{
    private readonly MaxFlowSession _intact;
    private readonly MaxFlowSession _afterOne;
    private readonly MaxFlowSession _afterTwo;
    private readonly ImmutableArray<AttackTarget> _targets;
    private readonly StopSignal _stop;
    private readonly List<CriticalPair> _pairs = [];
    private readonly List<LossFlow>? _flows;
    private readonly long[] _loss;

    public CriticalityRun(MaxFlowSession intact, ImmutableArray<AttackTarget> targets, StopSignal stop, bool recordProof)
    {
        (_intact, _targets, _stop) = (intact, targets, stop);
        _flows = recordProof ? [] : null;
        (_afterOne, _afterTwo) = (intact.Clone(), intact.Clone());
        _loss = new long[targets.Length];
    }

    public CriticalityResult Rank(bool withPairs)
    {
        Record(_intact);
        var known = 0;
        for (; known < _targets.Length && !_stop.IsRaised; known++)
        {
            if (!CanMatter(_intact, known))
                continue;
            _afterOne.RestoreFrom(_intact);
            if (!Hit(_afterOne, known))
                break;
            _loss[known] = _intact.Value - _afterOne.Value;
            Record(_afterOne, known);
        }

        for (var first = 0; withPairs && first < _targets.Length && !_stop.IsRaised; first++)
            AddPairsOf(first);
        var statistics = new SolveStatistics(
            _intact.AugmentationCount + _afterOne.AugmentationCount + _afterTwo.AugmentationCount,
            _intact.SolveCount + _afterOne.SolveCount + _afterTwo.SolveCount,
            SearchNodeCount: 0);
        var termination = _stop.IsRaised ? _stop.Reason : Termination.Optimal;
        return new CriticalityResult(termination, _intact.Value, Elements(known), Pairs(), statistics)
        {
            Certificate = _flows is null || _stop.IsRaised ? null : new CriticalityCertificate([.. _flows]),
        };
    }

    /// <summary>
    /// Pairs in which this target comes first in the order of hits: hit alone it matters, and the other one carries flow afterwards. A
    /// pair of which neither matters alone can matter only if hitting one sends flow over the other.
    /// </summary>
    private void AddPairsOf(int first)
    {
        if (!CanMatter(_intact, first))
            return;
        _afterOne.RestoreFrom(_intact);
        if (!Hit(_afterOne, first))
            return;
        for (var second = 0; second < _targets.Length; second++)
        {
            // A pair of two targets that both carry flow at first comes up twice; it is looked at once.
            if (second == first || (second < first && CanMatter(_intact, second)) || !CanMatter(_afterOne, second))
                continue;
            _afterTwo.RestoreFrom(_afterOne);
            if (!Hit(_afterTwo, second))
                return;
            Record(_afterTwo, int.Min(first, second), int.Max(first, second));
            AddPair(int.Min(first, second), int.Max(first, second), _afterTwo.Value);
        }
    }

    private void Record(MaxFlowSession session, params ReadOnlySpan<int> lost)
    {
        if (_flows is null)
            return;
        var flow = Enumerable.Range(0, session.Graph.ArcCount).Select(session.NetFlow);
        _flows.Add(new LossFlow([.. lost], [.. flow], session.MinimalSourceCut()));
    }

    private void AddPair(int first, int second, long after)
    {
        var loss = _intact.Value - after;
        var larger = long.Max(_loss[first], _loss[second]);
        if (loss > larger)
            _pairs.Add(new CriticalPair(first, second, after, loss, loss - larger, loss - _loss[first] - _loss[second], TieGroup: 0));
    }

    /// <summary>True unless a maximum flow is there that the hit leaves as it is.</summary>
    private bool CanMatter(MaxFlowSession session, int target)
    {
        var (elements, left) = (_targets[target].Elements, _targets[target].Levels[0].ResidualCapacities);
        for (var index = 0; index < elements.Length; index++)
        {
            var flow = elements[index].IsNode ? NodeFlow(session, elements[index].Id) : long.Abs(session.NetFlow(elements[index].Id));
            if (flow > left[index])
                return true;
        }

        return false;
    }

    private static long NodeFlow(MaxFlowSession session, int node)
    {
        var (inflow, outflow) = (0L, 0L);
        foreach (var arc in session.Graph.IncidentArcs(node))
        {
            var flow = session.NetFlow(arc);
            var leaves = session.Graph.Tail(arc) == node;
            (inflow, outflow) = leaves == flow >= 0 ? (inflow, outflow + long.Abs(flow)) : (inflow + long.Abs(flow), outflow);
        }

        return long.Max(inflow, outflow);
    }

    /// <summary>Hits a target and finds the largest flow left; false if stopped.</summary>
    private bool Hit(MaxFlowSession session, int target)
    {
        var (elements, left) = (_targets[target].Elements, _targets[target].Levels[0].ResidualCapacities);
        for (var index = 0; index < elements.Length; index++)
        {
            if (elements[index].IsNode)
                session.SetNodeCapacity(elements[index].Id, left[index]);
            else
                session.SetCapacity(elements[index].Id, left[index]);
        }

        session.Augment(_stop);
        return session.IsMaximal;
    }

    private ImmutableArray<CriticalElement> Elements(int known)
    {
        var (elements, group) = (ImmutableArray.CreateBuilder<CriticalElement>(), -1);
        foreach (var target in Enumerable.Range(0, known).OrderByDescending(target => _loss[target]).ThenBy(target => target))
        {
            group += elements.Count == 0 || elements[^1].Loss != _loss[target] ? 1 : 0;
            elements.Add(new CriticalElement(target, _intact.Value - _loss[target], _loss[target], group));
        }

        return elements.ToImmutable();
    }

    private ImmutableArray<CriticalPair> Pairs()
    {
        var (pairs, group) = (ImmutableArray.CreateBuilder<CriticalPair>(), -1);
        foreach (var pair in _pairs.OrderByDescending(pair => pair.Loss).ThenBy(pair => pair.First).ThenBy(pair => pair.Second))
        {
            group += pairs.Count == 0 || pairs[^1].Loss != pair.Loss ? 1 : 0;
            pairs.Add(pair with { TieGroup = group });
        }

        return pairs.ToImmutable();
    }
}
