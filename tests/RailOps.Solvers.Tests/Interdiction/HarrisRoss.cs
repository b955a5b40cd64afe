using System.Collections.Immutable;
using System.Globalization;
using NUnit.Framework;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Testing;

namespace RailOps.Solvers.Tests.Interdiction;

/// <summary>networks/harris-ross-1955, with a unit attack on every edge of finite capacity (those without end at the terminals).</summary>
internal static class HarrisRoss
{

    public static InterdictionProblem UnitAttacks(long budget)
    {
        var folder = Path.Combine(RepositoryFolder.Root, "networks", "harris-ross-1955");
        var nodes = Rows(folder, "nodes.csv").Select((row, index) => (row[0], index)).ToDictionary(StringComparer.Ordinal);
        var builder = new FlowGraphBuilder();
        builder.AddNodes(nodes.Count);
        var targets = ImmutableArray.CreateBuilder<AttackTarget>();
        foreach (var row in Rows(folder, "edges.csv"))
        {
            var capacity = row[3].Length == 0 ? FlowGraph.Unlimited : long.Parse(row[3], CultureInfo.InvariantCulture);
            var edge = builder.AddEdge(nodes[row[1]], nodes[row[2]], capacity);
            if (capacity != FlowGraph.Unlimited)
                targets.Add(AttackTarget.Arc(edge, cost: 1));
        }

        return new InterdictionProblem(builder.Build(), nodes["origins"], nodes["destinations"], targets.ToImmutable(), budget);
    }

    private static IEnumerable<string[]> Rows(string folder, string name) =>
        File.ReadAllLines(Path.Combine(folder, name)).Skip(1).Select(line => line.Split(','));
}
