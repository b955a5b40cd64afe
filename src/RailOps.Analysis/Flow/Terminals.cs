using System.Collections.Immutable;
using RailOps.Model.Formats;

namespace RailOps.Analysis.Flow;

/// <summary>Finds the nodes that a flow question names.</summary>
internal sealed class Terminals
{
    private readonly IReadOnlyDictionary<string, int[]> _nodesByName;
    private readonly List<FlowProblem> _problems = [];

    /// <summary>Takes the names that can be used.</summary>
    /// <param name="nodesByName">Nodes of each name.</param>
    public Terminals(IReadOnlyDictionary<string, int[]> nodesByName) => _nodesByName = nodesByName;

    public ImmutableArray<FlowProblem> Problems => [.. _problems];

    public int[] Find(IReadOnlyList<string> names, string field)
    {
        if (names.Count == 0)
            _problems.Add(new FlowProblem("TERMINALS_MISSING", field, "", $"'{field}' names no place; name at least one.", ""));
        var nodes = new SortedSet<int>();
        for (var i = 0; i < names.Count; i++)
        {
            if (_nodesByName.TryGetValue(names[i], out var found))
                nodes.UnionWith(found);
            else
                _problems.Add(Unknown(names[i], $"{field}[{i}]"));
        }

        return [.. nodes];
    }

    public void RefuseOverlap(int[] from, int[] to, IReadOnlyList<string> toNames)
    {
        if (!from.Intersect(to).Any())
            return;
        var both = string.Join(", ", toNames.Where(name => _nodesByName.TryGetValue(name, out var nodes) && nodes.Intersect(from).Any()));
        _problems.Add(new FlowProblem("TERMINALS_OVERLAP", "to", both, $"Flow should begin and end at different places, but does both at {both}.", ""));
    }

    private FlowProblem Unknown(string name, string field)
    {
        var near = NearestMatch.Find(name, _nodesByName.Keys) ?? "";
        var hint = near.Length > 0 ? $" Did you mean '{near}'?" : "";
        return new FlowProblem("NODE_UNKNOWN", field, name, $"There is no place '{name}' here.{hint}", near);
    }
}
