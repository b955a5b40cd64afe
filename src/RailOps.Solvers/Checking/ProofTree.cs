using System.Collections.Immutable;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.Checking;

/// <summary>
/// Replays a tree of decisions about attacks, from the first node on: every node must either close by itself or name an attack and two later
/// nodes, one for the plans that make it and one for those that do not.
/// </summary>
/// <typeparam name="TNode">A node of the tree.</typeparam>
/// <typeparam name="TState">What is decided on the way to it.</typeparam>
internal abstract class ProofTree<TNode, TState>(ImmutableArray<TNode> nodes, ImmutableArray<AttackTarget> targets)
    where TState : class
{
    /// <summary>What is wrong with a node that does nothing of what it should.</summary>
    protected abstract string NeitherNor { get; }

    /// <summary>The first fault, or null if the tree holds.</summary>
    protected string? Replay(TState root)
    {
        try
        {
            return FirstFault(root);
        }
        catch (OverflowException)
        {
            return "The proof should stay within whole numbers of 128 bits, but does not.";
        }
    }

    /// <summary>Runs the steps of a node; true if they close it.</summary>
    protected abstract bool Closes(TNode node, TState state, out string? fault);

    protected abstract (int Target, int Level, int Attacked, int Without) BranchOf(TNode node);

    /// <summary>The state in which the attack is made; null if it cannot be.</summary>
    protected abstract TState? Attacked(TState state, int target, int level);

    /// <summary>The attack is not made; changes the state.</summary>
    protected abstract void RuleOut(TState state, int target, int level);

    /// <summary>What is wrong with the scale or the prices of a step; null if nothing.</summary>
    protected static string? PriceFault(long scale, ImmutableArray<long> prices, int resourceCount) =>
        scale < 1 || prices.Length != resourceCount || prices.Any(price => price < 0)
            ? "the scale should be 1 or more, with a price of 0 or more for each resource"
            : null;

    private string? FirstFault(TState root)
    {
        var open = new Stack<(int Node, TState State)>();
        open.Push((0, root));
        while (open.TryPop(out var next))
        {
            if (next.Node < 0 || next.Node >= nodes.Length)
                return $"The proof should have a node {next.Node}, but has {nodes.Length} nodes.";
            var node = nodes[next.Node];
            if (Closes(node, next.State, out var fault))
                continue;
            var (target, level, attacked, without) = BranchOf(node);
            if (fault is null && (attacked <= next.Node || without <= next.Node))
                fault = NeitherNor;
            if (fault is null && !IsLevel(target, level))
                fault = $"there is no level {level} of target {target}";
            if (fault is not null)
                return $"Node {next.Node} of the proof fails: {fault}.";
            if (Attacked(next.State, target, level) is { } made)
                open.Push((attacked, made));
            RuleOut(next.State, target, level);
            open.Push((without, next.State));
        }

        return null;
    }

    private bool IsLevel(int target, int level) =>
        target >= 0 && target < targets.Length && level >= 0 && level < targets[target].Levels.Length;
}
