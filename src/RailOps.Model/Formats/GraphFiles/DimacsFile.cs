using System.Collections.Immutable;
using System.Globalization;

namespace RailOps.Model.Formats.GraphFiles;

/// <summary>
/// Reads the maximum-flow format of the first DIMACS implementation challenge (D. S. Johnson and C. C. McGeoch, eds., 1993): one line
/// <c>p max NODES ARCS</c>, then <c>n ID s</c>, <c>n ID t</c> and <c>a FROM TO CAPACITY</c>; nodes are numbered from 1.
/// </summary>
internal sealed class DimacsFile(string file, ProblemList problems)
{
    private readonly ImmutableArray<GraphFileEdge>.Builder _arcs = ImmutableArray.CreateBuilder<GraphFileEdge>();
    private readonly EdgeIds _ids = new();
    private readonly Dictionary<char, (string Node, int Row)> _terminals = [];
    private int _row;
    private int _problemRow;
    private bool _isOutOfOrder;
    private long _nodeCount;
    private long _arcCount;
    private long _arcsSeen;

    /// <summary>The graph; of a file with faults as far as it goes, which have been reported.</summary>
    public GraphFile? Read(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            _row++;
            ReadLine(line.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }

        if (_problemRow == 0 && !_isOutOfOrder)
            Fault(DataProblemCodes.MissingValue, null, "", "The file should have a line 'p max NODES ARCS', but has none.", "Write it before the first n or a line.");
        else if (!_isOutOfOrder && _arcCount != long.MaxValue && _arcsSeen != _arcCount)
            Fault(DataProblemCodes.OutOfRange, _problemRow, Whole(_arcCount), $"The file should have {Whole(_arcCount)} a lines as the p line says, but has {Whole(_arcsSeen)}.", "Mend the p line, or look for lines that were lost.");
        if (problems.HasErrors)
            return null;
        var nodes = Enumerable.Range(1, (int)_nodeCount).Select(number => new GraphFileNode(Whole(number), null, [], 0, null));
        return new GraphFile([.. nodes], _arcs.DrainToImmutable(), [], Terminal('s'), Terminal('t'));
    }

    private void ReadLine(string[] words)
    {
        switch (words)
        {
            case [] or ["c", ..]:
                return;
            case ["p", ..]:
                ReadProblem(words);
                return;
            case ["n" or "a", ..] when _problemRow == 0 && _isOutOfOrder:
                return;
            case ["n" or "a", ..] when _problemRow == 0:
                _isOutOfOrder = true;
                Fault(DataProblemCodes.NotSorted, _row, words[0], $"The line 'p max NODES ARCS' should come before the first {words[0]} line, but has not come.", "Move it up.");
                return;
            case ["n", ..]:
                ReadTerminal(words);
                return;
            case ["a", ..]:
                ReadArc(words);
                return;
            default:
                var isComment = words[0].StartsWith('c');
                Fault(DataProblemCodes.UnknownValue, _row, words[0], $"A line should begin with c, p, n or a, but begins with '{Short(words[0])}'.", isComment ? "Put a blank behind the c of a comment." : "Remove the line, or make it a comment with 'c '.");
                return;
        }
    }

    private void ReadProblem(string[] words)
    {
        if (_problemRow > 0)
        {
            Fault(DataProblemCodes.DuplicateId, _row, "p", $"There should be one p line, but line {_problemRow} is one too.", "Remove one of the two.");
            return;
        }

        _problemRow = _row;
        if (words is not [_, "max", var nodes, var arcs])
        {
            Fault(DataProblemCodes.WrongShape, _row, string.Join(' ', words), "The line should be 'p max NODES ARCS'.", words.Length > 1 && words[1] != "max" ? "Only the maximum-flow format is read." : "Write the two counts.");
            (_nodeCount, _arcCount) = (long.MaxValue, long.MaxValue);
            return;
        }

        _nodeCount = Count(nodes, "NODES", GraphFileLimits.NodeCount);
        _arcCount = Count(arcs, "ARCS", GraphFileLimits.ArcCount);
    }

    private long Count(string text, string what, long most)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= most)
            return count;
        Fault(DataProblemCodes.OutOfRange, _row, text, $"{what} should be a whole number of at most {Whole(most)}, but is '{Short(text)}'.", "Mend the p line.");
        return long.MaxValue;
    }

    private void ReadTerminal(string[] words)
    {
        if (words is not [_, var node, "s" or "t"])
        {
            Fault(DataProblemCodes.WrongShape, _row, string.Join(' ', words), "The line should be 'n ID s' for the source or 'n ID t' for the sink.", "Mend the line.");
            return;
        }

        if (Node(node) is not (>= 0 and var index))
            return;
        var (role, name) = (words[2][0], words[2] == "s" ? "source" : "sink");
        if (!_terminals.TryAdd(role, (Whole(index + 1), _row)))
            Fault(DataProblemCodes.DuplicateId, _row, node, $"There should be one {name}, but line {_terminals[role].Row} names one too.", "Remove one of the two.");
        else if (_terminals.Count == 2 && _terminals['s'].Node == _terminals['t'].Node)
            Fault(DataProblemCodes.SelfLink, _row, node, $"Source and sink should be two nodes, but both are {node}.", "Mend one of the two lines.");
    }

    private void ReadArc(string[] words)
    {
        _arcsSeen++;
        if (words is not [_, var from, var to, var capacity])
        {
            Fault(DataProblemCodes.WrongShape, _row, string.Join(' ', words), "The line should be 'a FROM TO CAPACITY'.", "Mend the line.");
            return;
        }

        var (tail, head) = (Node(from), Node(to));
        var amount = GraphCells.Number(capacity, new(file, _row, GraphCells.CapacityColumn), problems);
        if (_arcs.Count < GraphFileLimits.ArcCount && tail >= 0 && head >= 0)
            _arcs.Add(new GraphFileEdge(_ids.Make(from, to), tail, head, amount, IsDirected: true, [], 0, null));
    }

    /// <summary>Index of a node, or -1 if that has been reported.</summary>
    private int Node(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= _nodeCount)
            return number - 1;
        var most = _nodeCount == long.MaxValue ? "as many as the p line says" : Whole(_nodeCount);
        Fault(DataProblemCodes.UnknownReference, _row, text, $"A node should be a whole number from 1 to {most}, but is '{Short(text)}'.", "Mend the line, or the number of nodes in the p line.");
        return -1;
    }

    private ImmutableArray<string> Terminal(char role) => _terminals.TryGetValue(role, out var terminal) ? [terminal.Node] : [];

    private void Fault(string code, int? row, string value, string message, string suggestion) =>
        problems.Error(code, new(file, row, ""), Short(value), message, suggestion);

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "...";

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);
}
