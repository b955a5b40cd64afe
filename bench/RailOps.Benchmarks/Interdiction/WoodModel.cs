using RailOps.Solvers.Interdiction;

namespace RailOps.Benchmarks.Interdiction;

/// <summary>
/// The integer program of R. K. Wood, "Deterministic network interdiction", Mathematical and Computer Modelling 17, 1993, as a user of a MIP
/// solver would write it: alpha (side of the cut) between 0 and 1, beta (arc left in the cut) and gamma (arc struck, 0 or 1);
/// minimise capacity times beta; for each way of an arc alpha(head) - alpha(tail) is at most beta + gamma; costs times gamma within the budget.
/// Every target must be one arc that is closed by an attack, for one resource.
/// </summary>
internal static class WoodModel
{
    /// <summary>Writes it in CPLEX LP format.</summary>
    public static void Write(InterdictionProblem problem, string path)
    {
        using var file = new StreamWriter(path) { NewLine = "\n" };
        var graph = problem.Graph;
        var targetOfArc = problem.Targets.Select((t, i) => (Arc: t.Elements[0].Id, Target: i)).ToDictionary(x => x.Arc, x => x.Target);
        file.WriteLine("Minimize\n obj:");
        for (var arc = 0; arc < graph.ArcCount; arc++)
            file.WriteLine(Text($" + {graph.Capacity(arc)} b{arc}"));
        file.WriteLine("Subject To");
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            var struck = targetOfArc.TryGetValue(arc, out var target) ? Text($" + g{target}") : "";
            WriteWay(file, problem, Text($"f{arc}"), (graph.Tail(arc), graph.Head(arc)), Text($"b{arc}{struck}"));
            if (!graph.IsDirected(arc))
                WriteWay(file, problem, Text($"r{arc}"), (graph.Head(arc), graph.Tail(arc)), Text($"b{arc}{struck}"));
        }

        file.WriteLine(" budget:");
        for (var target = 0; target < problem.Targets.Length; target++)
            file.WriteLine(Text($" + {problem.Targets[target].Levels[0].Costs[0]} g{target}"));
        file.WriteLine(Text($" <= {problem.Budgets[0]}"));
        WriteBounds(file, problem);
    }

    // alpha is 0 at the sources and 1 at the sinks, and left out there.
    private static void WriteWay(TextWriter file, InterdictionProblem problem, string name, (int Tail, int Head) way, string slack)
    {
        var (left, right) = ("", 0);
        if (problem.Sinks.Contains(way.Tail) || problem.Sources.Contains(way.Head))
            return;
        if (!problem.Sources.Contains(way.Tail))
            left += Text($" + a{way.Tail}");
        if (problem.Sinks.Contains(way.Head))
            right = 1;
        else
            left += Text($" - a{way.Head}");
        file.WriteLine(Text($" {name}:{left} + {slack} >= {right}"));
    }

    private static void WriteBounds(TextWriter file, InterdictionProblem problem)
    {
        file.WriteLine("Bounds");
        for (var node = 0; node < problem.Graph.NodeCount; node++)
        {
            if (!problem.Sources.Contains(node) && !problem.Sinks.Contains(node))
                file.WriteLine(Text($" 0 <= a{node} <= 1"));
        }

        for (var arc = 0; arc < problem.Graph.ArcCount; arc++)
            file.WriteLine(Text($" 0 <= b{arc} <= 1"));
        file.WriteLine("Binary");
        for (var target = 0; target < problem.Targets.Length; target++)
            file.WriteLine(Text($" g{target}"));
        file.WriteLine("End");
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
