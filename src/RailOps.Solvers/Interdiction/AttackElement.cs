namespace RailOps.Solvers.Interdiction;

/// <summary>One arc (or edge) or one node of a graph, as something that can be hit.</summary>
/// <param name="IsNode">True for a node, false for an arc or an edge.</param>
/// <param name="Id">Arc id or node id in the graph.</param>
public readonly record struct AttackElement(bool IsNode, int Id)
{
    /// <summary>An arc or an edge.</summary>
    /// <param name="arcId">Its id; an edge is hit both ways at once.</param>
    public static AttackElement Arc(int arcId) => new(IsNode: false, arcId);

    /// <summary>A node: what is hit is the flow that may pass through it, its own supply or draw included.</summary>
    /// <param name="node">Its id.</param>
    public static AttackElement Node(int node) => new(IsNode: true, node);

    /// <inheritdoc/>
    public override string ToString() => IsNode ? $"node {Id}" : $"arc {Id}";
}
