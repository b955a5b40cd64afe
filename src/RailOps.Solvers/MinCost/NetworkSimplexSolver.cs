using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.MinCost;

/// <summary>
/// Problem: arcs with costs c (any sign), capacities u (or unlimited) and lower bounds l; edges with one capacity for both ways
/// and costs of 0 or more; limits on nodes. Sought is the flow of least cost among those that give every node its supply, or bring a
/// stated amount, or as much as can pass, from sources to sinks.
/// <para>
/// Method and source: primal network simplex (G. B. Dantzig 1951) on strongly feasible trees (W. H. Cunningham, "A network simplex
/// method", Mathematical Programming 11, 1976), as told by R. V. Ahuja, T. L. Magnanti and J. B. Orlin, "Network Flows", 1993,
/// chapter 11; block search for the entering arc and the tree's arrays after Z. Kiraly and P. Kovacs, "Efficient implementations of
/// minimum-cost flow algorithms", Acta Universitatis Sapientiae, Informatica 4, 2012, whose implementation is LEMON's. Every node
/// has an artificial arc to or from the root, dear enough to be emptied if that is possible at all; where we differ, the first tree is not made of
/// these alone but of cheapest ways to the nodes that take something (<see cref="CheapestInTree"/>). Blocks have the
/// root of the number of arcs, 10 at least. The largest flow is a circulation over an arc back that earns more than any detour costs.
/// </para>
/// <para>
/// Invariants: the flow keeps all limits and all supplies, artificial arcs included; arcs outside the tree carry nothing or their
/// capacity; tree arcs have reduced cost c + p(tail) - p(head) = 0; and from every node something more could be sent up to the
/// root over tree arcs (strongly feasible). The arc that leaves is the last of the narrowest, seen from the apex of the cycle along the
/// flow that is sent. That keeps the last invariant: behind it on the cycle all arcs have room left for the way up, and before it all have
/// room back, since something was sent or, if nothing was, they are as they were.
/// </para>
/// <para>
/// Why it ends: there are finitely many trees with arcs outside at either bound, and each has one flow. A pivot never raises the cost, and
/// one that sends something lowers it, so what comes before never comes back. If nothing is sent, the narrowest arc lies between the apex and the start of the entering arc, because from its end
/// to the apex there is room. So the part that moves is the one with the start of the entering arc, and its potentials all rise by
/// as much as the reduced cost was off, a whole number of 1 or more, while all others stay. The potentials of a tree are determined by it, so no
/// tree comes twice while nothing is sent, and there are finitely many. Arcs of capacity 0 never enter.
/// </para>
/// <para>
/// Numbers: exact. In range are finite capacities, lower bounds, and supplies either sign, that sum to 2^58 each
/// (<see cref="FlowGraph.LargestTotal"/>), and (2n + 3)(largest cost + 1) up to 2^58 for n nodes: a cost of 10^12 on nets of up to 144,000
/// nodes. Else the answer is OutOfRange. Then artificial costs, potentials, reduced costs and flows fit into 64 bits and costs of flows
/// into 128, and the arithmetic is checked besides. Deterministic: of equally violated arcs of a block the first is taken.
/// </para>
/// <para>
/// Cost: pivots have no polynomial bound under this rule; on nets like railways there is about one per node. A pivot takes a block or more
/// of arcs, the cycle, and the potentials of the part that moves. A solve allocates about 150 bytes an arc (an edge is two) where there are three arcs a node.
/// </para>
/// <para>
/// Certificate: the node potentials; if nothing does what was asked, a set of nodes whose limits forbid it; if there is no
/// least cost, a cycle (docs/certificates.md). Stopped early: the flow if it does what was asked, and the bound by the potentials of
/// the moment, often a weak one; for the largest flow no bound, since the amount is not settled.
/// </para>
/// <para>Choose this up to some 100,000 arcs, and <see cref="MinCostFlowSession"/> for many similar questions. Holds no state; safe to share between threads.</para>
/// </summary>
public sealed class NetworkSimplexSolver : IMinCostFlowSolver
{
    /// <inheritdoc/>
    public string Name => "network-simplex";

    /// <inheritdoc/>
    public MinCostFlowResult Solve(MinCostFlowProblem problem, SolveOptions options, CancellationToken token) =>
        new MinCostFlowSession(problem).Solve(options, token);
}
