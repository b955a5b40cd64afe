using System.Text;
using System.Text.Json;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>Writes a problem and its certificate as the JSON of docs/certificates.md, UTF-8, the same bytes for the same contents.</summary>
public static class ScenarioSumJson
{
    /// <summary>The document.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="certificate">A certificate for it.</param>
    public static string Write(ScenarioSumProblem problem, ScenarioSumCertificate certificate)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(certificate);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("format", "railops.scenario-sum.certificate/1");
            WriteProblem(json, problem);
            WritePlan(json, certificate.Plan);
            WriteProof(json, certificate);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteProblem(Utf8JsonWriter json, ScenarioSumProblem problem)
    {
        json.WriteStartObject("problem");
        InterdictionJson.WriteProblem(
            json, "attack", new InterdictionProblem(problem.Graph, problem.Sources, problem.Sinks, problem.Targets, problem.Budgets));
        json.WriteStartArray("cases");
        foreach (var one in problem.Cases)
        {
            json.WriteStartObject();
            json.WriteNumber("weight", one.Weight);
            if (!one.InEffect.IsDefault)
                WriteInEffect(json, problem, one);
            if (!one.Sinks.IsDefault)
                InterdictionJson.WriteNumbers(json, "sinks", one.Sinks.Select(node => (long)node));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteInEffect(Utf8JsonWriter json, ScenarioSumProblem problem, SumCase one)
    {
        json.WriteStartArray("in_effect");
        for (var target = 0; target < problem.Targets.Length; target++)
        {
            json.WriteStartArray();
            for (var level = 0; level < problem.Targets[target].Levels.Length; level++)
            {
                if (one.IsInEffect(target, level))
                    json.WriteNumberValue(level);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WritePlan(Utf8JsonWriter json, SumPlan plan)
    {
        json.WriteStartObject("plan");
        json.WriteStartArray("attacks");
        foreach (var attack in plan.Attacks)
            InterdictionJson.WritePair(json, attack.Target, attack.Level);
        json.WriteEndArray();
        json.WritePropertyName("value");
        InterdictionJson.WriteCapacity(json, plan.Value);
        json.WriteStartArray("cuts");
        foreach (var cut in plan.Cuts)
        {
            json.WriteStartObject();
            json.WriteNumber("value", cut.Capacity);
            InterdictionJson.WriteNumbers(json, "source_side", Enumerable.Range(0, cut.SourceSide.Length).Where(node => cut.SourceSide[node]).Select(node => (long)node));
            InterdictionJson.WriteNumbers(json, "cut_nodes", cut.CutNodes.Select(node => (long)node));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteProof(Utf8JsonWriter json, ScenarioSumCertificate certificate)
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
                InterdictionJson.WriteNumbers(json, "branches", [node.Target, node.Level, node.Attacked, node.Without]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRound(Utf8JsonWriter json, SumProofRound round)
    {
        json.WriteStartObject();
        json.WriteNumber("scale", round.Scale);
        InterdictionJson.WriteNumbers(json, "prices", round.Prices);
        json.WriteStartArray("flows");
        foreach (var flow in round.Flows)
        {
            json.WriteStartArray();
            for (var index = 0; index < flow.Pieces.Length; index++)
                InterdictionJson.WritePair(json, flow.Pieces[index], flow.Flows[index]);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
