using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.UnitInterdiction;

/// <summary>What distinguishes a node of the search from its parent: some attacks made and at most one ruled out.</summary>
/// <param name="Made">Attacks made, by target and level of the problem.</param>
/// <param name="RuledOut">An attack that is not made, or null.</param>
internal sealed record NodeChange(IReadOnlyList<Attack> Made, Attack? RuledOut)
{
    public static NodeChange None { get; } = new([], null);

    /// <summary>
    /// The net after a step, with the flow in it. An attack that cannot help to break the witness here is paid for and does nothing.
    /// </summary>
    /// <param name="net">The net of the step.</param>
    /// <param name="merged">What the step merged and ruled out.</param>
    /// <param name="flow">Flow per arc.</param>
    /// <param name="budget">What is left of the budgets after the change.</param>
    public (AttackNet Net, long[]? Flow) Apply(AttackNet net, NetContraction merged, long[] flow, long[] budget)
    {
        var open = merged.Open.AsSpan().ToArray();
        if (RuledOut is { } excluded && Array.IndexOf(net.TargetIds, excluded.Target) is >= 0 and var at)
            open[at] &= ~(1UL << excluded.Level);
        var useful = new List<(int Target, int Level)>();
        foreach (var attack in Made)
        {
            var target = Array.IndexOf(net.TargetIds, attack.Target);
            if (target < 0)
                continue;
            if ((open[target] >> attack.Level & 1) == 1)
                useful.Add((target, attack.Level));
            else
                open[target] = 0;
        }

        var derived = net.Derive(merged.Labels, merged.NodeCount, open, [.. useful], budget);
        // A flow through several arcs that are closed at once cannot be repaired one arc after the other.
        if (useful.Count > 1)
            return (derived, null);
        var moved = new long[derived.ArcCount];
        for (var arc = 0; arc < moved.Length; arc++)
            moved[arc] = flow[derived.Origin[arc]];
        return (derived, moved);
    }
}
