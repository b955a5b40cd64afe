using System.Text;
using System.Text.Json;
using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.Interdiction;

/// <summary>Writes a problem and its certificate as the JSON of docs/certificates.md, UTF-8, the same bytes for the same contents.</summary>
public static class InterdictionJson
{
    /// <summary>The document.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="certificate">A certificate for it.</param>
    public static string Write(InterdictionProblem problem, InterdictionCertificate certificate)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(certificate);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("format", "railops.interdiction.certificate/1");
            WriteProblem(json, "problem", problem);
            json.WritePropertyName("plan");
            WritePlan(json, certificate.Plan);
            WriteProof(json, certificate);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    internal static void WriteProblem(Utf8JsonWriter json, string name, InterdictionProblem problem)
    {
        var graph = problem.Graph;
        json.WriteStartObject(name);
        json.WriteStartArray("node_capacities");
        foreach (var capacity in graph.NodeCapacities)
            WriteCapacity(json, capacity);
        json.WriteEndArray();
        json.WriteStartArray("arcs");
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            json.WriteStartArray();
            json.WriteNumberValue(graph.Tail(arc));
            json.WriteNumberValue(graph.Head(arc));
            WriteCapacity(json, graph.Capacity(arc));
            json.WriteBooleanValue(graph.IsDirected(arc));
            json.WriteEndArray();
        }

        json.WriteEndArray();
        WriteNumbers(json, "sources", problem.Sources.Select(node => (long)node));
        WriteNumbers(json, "sinks", problem.Sinks.Select(node => (long)node));
        WriteNumbers(json, "budgets", problem.Budgets);
        json.WriteStartArray("targets");
        foreach (var target in problem.Targets)
            WriteTarget(json, target);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTarget(Utf8JsonWriter json, AttackTarget target)
    {
        json.WriteStartObject();
        json.WriteStartArray("elements");
        foreach (var element in target.Elements)
        {
            json.WriteStartArray();
            json.WriteStringValue(element.IsNode ? "node" : "arc");
            json.WriteNumberValue(element.Id);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("levels");
        foreach (var level in target.Levels)
        {
            json.WriteStartObject();
            WriteNumbers(json, "costs", level.Costs);
            json.WriteStartArray("left");
            foreach (var residual in level.ResidualCapacities)
                WriteCapacity(json, residual);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static void WritePlan(Utf8JsonWriter json, AttackPlan plan)
    {
        json.WriteStartObject();
        json.WriteStartArray("attacks");
        foreach (var attack in plan.Attacks)
            WritePair(json, attack.Target, attack.Level);
        json.WriteEndArray();
        json.WritePropertyName("value");
        WriteCapacity(json, plan.Value);
        if (plan.Cut is { } cut)
        {
            WriteNumbers(json, "source_side", Enumerable.Range(0, cut.SourceSide.Length).Where(node => cut.SourceSide[node]).Select(node => (long)node));
            WriteNumbers(json, "cut_nodes", cut.CutNodes.Select(node => (long)node));
        }

        json.WriteEndObject();
    }

    internal static void WriteProof(Utf8JsonWriter json, InterdictionCertificate certificate)
    {
        json.WriteStartArray("proof");
        foreach (var node in certificate.Nodes)
        {
            json.WriteStartObject();
            json.WriteStartArray("rounds");
            foreach (var round in node.Rounds)
                WriteRound(json, round);
            json.WriteEndArray();
            if (node.Attacked >= 0)
                WriteNumbers(json, "cases", [node.Target, node.Level, node.Attacked, node.Without]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRound(Utf8JsonWriter json, InterdictionProofRound round)
    {
        json.WriteStartObject();
        json.WriteNumber("scale", round.Scale);
        WriteNumbers(json, "prices", round.Prices);
        json.WriteStartArray("flow");
        for (var index = 0; index < round.Pieces.Length; index++)
            WritePair(json, round.Pieces[index], round.Flows[index]);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static void WritePair(Utf8JsonWriter json, long first, long second)
    {
        json.WriteStartArray();
        json.WriteNumberValue(first);
        json.WriteNumberValue(second);
        json.WriteEndArray();
    }

    internal static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    internal static void WriteCapacity(Utf8JsonWriter json, long capacity)
    {
        if (capacity == FlowGraph.Unlimited)
            json.WriteNullValue();
        else
            json.WriteNumberValue(capacity);
    }
}
