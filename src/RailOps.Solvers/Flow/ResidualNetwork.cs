using System.Collections.Immutable;
using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.Flow;

/// <summary>
/// A residual network with its numbers: slots sorted by tail, in one array, at zero flow to begin with. Unlimited capacities
/// become <see cref="Ample"/>, more than any finite cut, so a cut through them is never smallest.
/// </summary>
internal sealed class ResidualNetwork
{
    /// <summary>Stands for "unlimited": eight times the largest sum of finite capacities; twice it still fits 64 bits.</summary>
    public const long Ample = FlowGraph.LargestTotal * 8;

    public ResidualNetwork(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks)
    {
        Shape = new ResidualShape(graph, sources, sinks);
        First = Shape.First;
        Slots = new ResidualSlot[Shape.SlotCount];
        Shape.Place(new PairWriter(Slots), sources, sinks);
        ReadCapacities(new SlotWriter(Slots));
    }

    public ResidualShape Shape { get; }

    public int NodeCount => Shape.NodeCount;

    /// <summary>First slot of each node, and one past the last.</summary>
    public int[] First { get; }

    public ResidualSlot[] Slots { get; }

    /// <summary>Residual of every slot at zero flow.</summary>
    public long[] Capacities()
    {
        var capacities = new long[Slots.Length];
        ReadCapacities(new ArrayWriter(capacities));
        return capacities;
    }

    /// <summary>Sends flow through a slot; the caller has made sure that it fits.</summary>
    public void Send(int slot, long amount)
    {
        ref var there = ref Slots[slot];
        there.Residual -= amount;
        Slots[there.Reverse].Residual += amount;
    }

    /// <summary>Net flow per arc of the graph, tail to head positive.</summary>
    public ImmutableArray<long> ReadArcFlow()
    {
        var graph = Shape.Graph;
        var flow = ImmutableArray.CreateBuilder<long>(graph.ArcCount);
        for (var arc = 0; arc < graph.ArcCount; arc++)
            flow.Add(FlowOf(arc, graph.Capacity(arc)));
        return flow.MoveToImmutable();
    }

    private static long Finite(long capacity) => capacity == FlowGraph.Unlimited ? Ample : capacity;

    private long FlowOf(int arc, long capacity)
    {
        var forward = Shape.ForwardSlot[arc];
        if (forward < 0)
            return 0;
        if (Shape.IsTwoWayPair(arc))
            return Finite(capacity) - Slots[forward].Residual;
        var backward = Shape.BackwardSlotOf(arc);
        return SentThrough(forward) - (backward < 0 ? 0 : SentThrough(backward));
    }

    private long SentThrough(int oneWaySlot) => Slots[Slots[oneWaySlot].Reverse].Residual;

    private void ReadCapacities<TWriter>(TWriter writer)
        where TWriter : struct, ICapacityWriter
    {
        var graph = Shape.Graph;
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            var forward = Shape.ForwardSlot[arc];
            if (forward < 0)
                continue;
            var capacity = Finite(graph.Capacity(arc));
            writer.Write(forward, capacity);
            if (Shape.IsTwoWayPair(arc))
                writer.Write(Slots[forward].Reverse, capacity);
            else if (Shape.BackwardSlotOf(arc) >= 0)
                writer.Write(Shape.BackwardSlotOf(arc), capacity);
        }

        for (var node = 0; node < graph.NodeCount; node++)
        {
            if (Shape.InnerSlotOf(node) >= 0)
                writer.Write(Shape.InnerSlotOf(node), Finite(graph.NodeCapacity(node)));
        }

        foreach (var slot in Shape.TerminalSlots)
            writer.Write(slot, Ample);
    }

    private readonly struct PairWriter(ResidualSlot[] slots) : ResidualShape.IPairWriter
    {
        public void Write(int forward, int tail, int backward, int head)
        {
            (slots[forward].Head, slots[forward].Reverse) = (head, backward);
            (slots[backward].Head, slots[backward].Reverse) = (tail, forward);
        }
    }

    private interface ICapacityWriter
    {
        void Write(int slot, long capacity);
    }

    private readonly struct SlotWriter(ResidualSlot[] slots) : ICapacityWriter
    {
        public void Write(int slot, long capacity) => slots[slot].Residual = capacity;
    }

    private readonly struct ArrayWriter(long[] capacities) : ICapacityWriter
    {
        public void Write(int slot, long capacity) => capacities[slot] = capacity;
    }
}
