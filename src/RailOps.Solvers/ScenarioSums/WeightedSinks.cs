using System.Collections.Immutable;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>
/// Sinks where a flow unit is worth more or less. What all sinks together can be given at most is a polymatroid (N. Megiddo 1974), so
/// serving the dearest first is best, and the most worth that can be delivered is a sum over nested sets of sinks: the flow to the
/// dearest, the two dearest and so on, each times the step down in value to the next (J. Edmonds 1970). A sink's own need, if limited, is
/// put into the graph as an arc to a sink behind it. Flow units may be split; whole divisions are another question (AllocationSolver).
/// </summary>
public static class WeightedSinks
{
    /// <summary>The cases, dearest sinks first: one per different value above 0.</summary>
    /// <param name="sinks">Sinks with the value of a flow unit there, 0 or more, at least one above 0; no node twice.</param>
    /// <param name="inEffect">What takes effect in all cases, see <see cref="SumCase.InEffect"/>.</param>
    /// <param name="times">Factor for all weights, 1 or more: with <paramref name="inEffect"/>, to cross these cases with others.</param>
    /// <exception cref="ArgumentException">A number makes no sense; the message says which and why.</exception>
    public static ImmutableArray<SumCase> Cases(
        ImmutableArray<(int Node, long Value)> sinks, ImmutableArray<ulong> inEffect = default, long times = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        if (sinks.IsDefaultOrEmpty || sinks.Any(sink => sink.Value < 0) || sinks.All(sink => sink.Value == 0))
            throw new ArgumentException("There should be sinks with values of 0 or more, one of them above 0, but there are not.", nameof(sinks));
        if (sinks.Select(sink => sink.Node).Distinct().Count() < sinks.Length)
            throw new ArgumentException("Every sink should be named once, but one is named twice.\nMaybe it has two needs: give each a node of its own.", nameof(sinks));
        var values = sinks.Select(sink => sink.Value).Append(0).Distinct().OrderDescending().ToList();
        var cases = values.Zip(values.Skip(1), (value, next) => new SumCase(times * (value - next), inEffect)
        {
            Sinks = [.. sinks.Where(sink => sink.Value >= value).Select(sink => sink.Node)],
        });
        return [.. cases];
    }

    /// <summary>Every one of some cases (of repair or chance) with weighted sinks: as many cases as the product.</summary>
    /// <param name="cases">Cases without sinks of their own.</param>
    /// <param name="sinks">As in <see cref="Cases"/>.</param>
    public static ImmutableArray<SumCase> Cross(ImmutableArray<SumCase> cases, ImmutableArray<(int Node, long Value)> sinks)
    {
        if (cases.IsDefaultOrEmpty || cases.Any(one => !one.Sinks.IsDefault))
            throw new ArgumentException("There should be cases without sinks of their own, but there are none, or one has some.", nameof(cases));
        return [.. cases.SelectMany(one => Cases(sinks, one.InEffect, one.Weight))];
    }
}
