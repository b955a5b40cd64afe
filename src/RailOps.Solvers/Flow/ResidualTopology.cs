using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.Flow;

/// <summary>A residual network without its numbers, in plain arrays: for sessions, which share it with their clones.</summary>
internal sealed class ResidualTopology : ResidualShape
{
    public ResidualTopology(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks)
        : base(graph, sources, sinks)
    {
        (Heads, Reverse) = (new int[SlotCount], new int[SlotCount]);
        Place(new ArrayWriter(Heads, Reverse), sources, sinks);
    }

    /// <summary>Node that each slot leads to.</summary>
    public int[] Heads { get; }

    /// <summary>Slot that leads the other way.</summary>
    public int[] Reverse { get; }

    private readonly struct ArrayWriter(int[] heads, int[] reverse) : IPairWriter
    {
        public void Write(int forward, int tail, int backward, int head)
        {
            (heads[forward], heads[backward]) = (head, tail);
            (reverse[forward], reverse[backward]) = (backward, forward);
        }
    }
}
