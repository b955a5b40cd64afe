using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.Criticality;

/// <summary>Writes a ranking and its certificate as the JSON of docs/certificates.md, UTF-8, the same bytes for the same contents.</summary>
public static class CriticalityJson
{
    /// <summary>The document.</summary>
    /// <param name="graph">The graph it was asked about.</param>
    /// <param name="sources">The sources asked about.</param>
    /// <param name="sinks">The sinks asked about.</param>
    /// <param name="targets">The targets asked about.</param>
    /// <param name="withPairs">True if pairs were asked for.</param>
    /// <param name="result">The answer, with a certificate, else <see cref="ArgumentException"/>.</param>
    public static string Write(
        FlowGraph graph, ImmutableArray<int> sources, ImmutableArray<int> sinks, ImmutableArray<AttackTarget> targets, bool withPairs, CriticalityResult result)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(result);
        if (result.Certificate is not { } certificate)
            throw new ArgumentException("The ranking should carry a certificate, but was made without.\nMaybe ask with recordProof.", nameof(result));
        var budgets = new long[targets.IsDefaultOrEmpty ? 1 : targets[0].Levels[0].Costs.Length];
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("format", "railops.criticality.certificate/1");
            InterdictionJson.WriteProblem(json, "problem", new InterdictionProblem(graph, sources, sinks, targets, [.. budgets]));
            json.WriteNumber("before", result.Before);
            WriteRows(json, "after_one", result.Elements.Select(element => new[] { element.Target, element.After }));
            if (withPairs)
                WriteRows(json, "after_two", result.Pairs.Select(pair => new[] { pair.First, pair.Second, pair.After }));
            json.WriteStartArray("flows");
            foreach (var flow in certificate.Flows)
                WriteFlow(json, flow);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteRows(Utf8JsonWriter json, string name, IEnumerable<long[]> rows)
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
        {
            json.WriteStartArray();
            foreach (var number in row)
                json.WriteNumberValue(number);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteFlow(Utf8JsonWriter json, LossFlow flow)
    {
        json.WriteStartObject();
        InterdictionJson.WriteNumbers(json, "lost", flow.Lost.Select(target => (long)target));
        json.WriteStartArray("flow");
        for (var arc = 0; arc < flow.ArcFlow.Length; arc++)
        {
            if (flow.ArcFlow[arc] != 0)
                InterdictionJson.WritePair(json, arc, flow.ArcFlow[arc]);
        }

        json.WriteEndArray();
        InterdictionJson.WriteNumbers(json, "source_side", Enumerable.Range(0, flow.Cut.SourceSide.Length).Where(node => flow.Cut.SourceSide[node]).Select(node => (long)node));
        InterdictionJson.WriteNumbers(json, "cut_nodes", flow.Cut.CutNodes.Select(node => (long)node));
        json.WriteEndObject();
    }
}
