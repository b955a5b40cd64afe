using System.Collections.Immutable;
using System.Globalization;
using RailOps.Solvers.Graphs;

namespace RailOps.Testing.Flow;

/// <summary>
/// A small network written as text, one line a statement: <c>s -> a 5</c> an arc, <c>a -- b 3</c> an edge, <c>a [7]</c> a node
/// limit, <c>*</c> for unlimited, <c>s -> a 5 @3</c> for a cost of 3 a flow unit. Nodes get ids in order of first mention, arcs in order of lines.
/// </summary>
public sealed class AsciiNetwork
{
    private readonly Dictionary<string, int> _idByName = new(StringComparer.Ordinal);
    private readonly FlowGraphBuilder _builder = new();
    private readonly List<long> _costs = [];

    private AsciiNetwork(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            Read(line);
        Graph = _builder.Build();
    }

    public FlowGraph Graph { get; }

    /// <summary>Cost per arc, 0 where none is written.</summary>
    public ImmutableArray<long> Costs => [.. _costs];

    public int this[string name] => _idByName[name];

    public static AsciiNetwork Parse(string text) => new(text);

    private void Read(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var cost = words.Length == 5 && words[4][0] == '@' ? long.Parse(words[4][1..], CultureInfo.InvariantCulture) : 0;
        switch (words.Length == 5 && words[4][0] == '@' ? words[..4] : words)
        {
            case [var tail, "->", var head, var capacity]:
                _builder.AddArc(Node(tail), Node(head), Capacity(capacity));
                _costs.Add(cost);
                break;
            case [var tail, "--", var head, var capacity]:
                _builder.AddEdge(Node(tail), Node(head), Capacity(capacity));
                _costs.Add(cost);
                break;
            case [var node, ['[', .. var limit, ']']]:
                _builder.SetNodeCapacity(Node(node), Capacity(limit));
                break;
            default:
                throw new FormatException($"Line '{line}' should read 'a -> b 5', 'a -- b 5' or 'a [5]'.");
        }
    }

    private int Node(string name)
    {
        if (!_idByName.TryGetValue(name, out var id))
            _idByName[name] = id = _builder.AddNode();
        return id;
    }

    private static long Capacity(string text) =>
        text == "*" ? FlowGraph.Unlimited : long.Parse(text, CultureInfo.InvariantCulture);
}
