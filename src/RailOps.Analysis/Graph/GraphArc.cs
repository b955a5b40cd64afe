using RailOps.Model.Capacity;
using RailOps.Model.Network;

namespace RailOps.Analysis.Graph;

/// <summary>One arc of a capacity graph and what it stands for. Its id is its place in <see cref="CapacityGraph.Arcs"/>.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="SubjectId">Link, station or front id.</param>
/// <param name="DisplayName">Name for people.</param>
/// <param name="Tail">Node where it begins.</param>
/// <param name="Head">Node where it ends.</param>
/// <param name="IsBothWays">True: its capacity holds in each direction.</param>
/// <param name="Capacity">Whole kilograms a day at the low, best and high level; <see cref="Solvers.Graphs.FlowGraph.Unlimited"/> possible.</param>
/// <param name="Link">The link's capacity with its steps, for links.</param>
/// <param name="Grade">Grade of the capacity.</param>
/// <param name="ClosedReason">Why nothing passes, or empty.</param>
public sealed record GraphArc(
    GraphArcKind Kind,
    string SubjectId,
    string DisplayName,
    int Tail,
    int Head,
    bool IsBothWays,
    LevelCapacity Capacity,
    LinkCapacity? Link,
    Grade Grade,
    string ClosedReason);
