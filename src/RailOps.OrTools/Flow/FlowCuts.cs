using System.Collections.Immutable;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.OrTools.Flow;

/// <summary>
/// Reads from a largest flow the minimum cut nearest the sources and the one nearest the sinks: what can still be reached, and what can still
/// reach (L. R. Ford and D. R. Fulkerson 1956). The flow is not trusted: if it is not a flow or not the largest, there is no such cut. O(n + m).
/// </summary>
internal sealed class FlowCuts
{
    private readonly FlowGraph _graph;
    private readonly FlowReduction _net;
    private readonly long[] _flows;
    private readonly int[] _first;
    private readonly int[] _incident;

    public FlowCuts(FlowGraph graph, FlowReduction net, long[] flows)
    {
        (_graph, _net, _flows) = (graph, net, flows);
        _first = new int[net.NodeCount + 1];
        for (var arc = 0; arc < flows.Length; arc++)
        {
            _first[net.Tails[arc] + 1]++;
            _first[net.Heads[arc] + 1]++;
        }

        for (var node = 0; node < net.NodeCount; node++)
            _first[node + 1] += _first[node];
        var next = _first.AsSpan(0, net.NodeCount).ToArray();
        _incident = new int[2 * flows.Length];
        for (var arc = 0; arc < flows.Length; arc++)
        {
            _incident[next[net.Tails[arc]]++] = arc;
            _incident[next[net.Heads[arc]]++] = arc;
        }
    }

    /// <summary>The cut nearest the sources; null if the sink can still be reached.</summary>
    public NodeCut? NearSource()
    {
        var marks = Mark(_net.Source, isForward: true);
        return marks[_net.Sink] ? null : Read(marks);
    }

    /// <summary>The cut nearest the sinks; null if they can still be reached.</summary>
    public NodeCut? NearSink()
    {
        var marks = Mark(_net.Sink, isForward: false);
        for (var node = 0; node < marks.Length; node++)
            marks[node] = !marks[node];
        return marks[_net.Source] ? Read(marks) : null;
    }

    private bool[] Mark(int start, bool isForward)
    {
        var marks = new bool[_net.NodeCount];
        var queue = new Queue<int>([start]);
        marks[start] = true;
        while (queue.TryDequeue(out var node))
        {
            for (var slot = _first[node]; slot < _first[node + 1]; slot++)
            {
                var arc = _incident[slot];
                var leaves = (_net.Tails[arc] == node) == isForward;
                var other = _net.Tails[arc] == node ? _net.Heads[arc] : _net.Tails[arc];
                if (!marks[other] && (leaves ? _net.HasRoom(arc, _flows[arc]) : _flows[arc] > 0))
                {
                    marks[other] = true;
                    queue.Enqueue(other);
                }
            }
        }

        return marks;
    }

    private NodeCut Read(bool[] marks)
    {
        var cutNodes = ImmutableArray.CreateBuilder<int>();
        Int128 capacity = 0;
        for (var node = 0; node < _graph.NodeCount; node++)
        {
            if (!marks[node] || marks[_net.Exits[node]])
                continue;
            cutNodes.Add(node);
            capacity += _graph.NodeCapacity(node);
        }

        for (var arc = 0; arc < _graph.ArcCount; arc++)
            capacity += Crosses(marks, _net.Forward[arc]) || Crosses(marks, _net.Backward[arc]) ? _graph.Capacity(arc) : 0;
        return new NodeCut(marks.AsSpan(0, _graph.NodeCount).ToImmutableArray(), cutNodes.ToImmutable(), (long)capacity);
    }

    private bool Crosses(bool[] marks, int arc) => arc >= 0 && marks[_net.Tails[arc]] && !marks[_net.Heads[arc]];
}
