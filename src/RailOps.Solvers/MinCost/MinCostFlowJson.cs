using System.Text;
using System.Text.Json;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.MinCost;

/// <summary>Writes a problem and the proof of its answer as the JSON of docs/certificates.md, UTF-8, the same bytes for the same contents.</summary>
public static class MinCostFlowJson
{
    /// <summary>The document.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="result">Its answer: Optimal, Infeasible or Unbounded, else <see cref="ArgumentException"/>.</param>
    public static string Write(MinCostFlowProblem problem, MinCostFlowResult result)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(result);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("format", "railops.min-cost-flow.certificate/1");
            WriteProblem(json, problem);
            json.WriteString("answer", Name(result.Termination));
            if (result.Flow is { } flow)
                WriteFlow(json, flow);
            if (!result.Potentials.IsEmpty)
                InterdictionJson.WriteNumbers(json, "potentials", result.Potentials);
            if (!result.Inside.IsEmpty)
                InterdictionJson.WriteNumbers(json, "inside", Enumerable.Range(0, result.Inside.Length).Where(node => result.Inside[node]).Select(node => (long)node));
            if (!result.UnlimitedWalk.IsEmpty)
                InterdictionJson.WriteNumbers(json, "walk", result.UnlimitedWalk.Select(arc => (long)arc));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Name(Termination termination) => termination switch
    {
        Termination.Optimal => "optimal",
        Termination.Infeasible => "infeasible",
        Termination.Unbounded => "unbounded",
        _ => throw new ArgumentException($"The answer should be Optimal, Infeasible or Unbounded, but is {termination}, which proves nothing.", nameof(termination)),
    };

    private static void WriteProblem(Utf8JsonWriter json, MinCostFlowProblem problem)
    {
        json.WriteStartObject("problem");
        json.WriteStartArray("node_capacities");
        foreach (var capacity in problem.Graph.NodeCapacities)
            InterdictionJson.WriteCapacity(json, capacity);
        json.WriteEndArray();
        json.WriteStartArray("arcs");
        for (var arc = 0; arc < problem.Graph.ArcCount; arc++)
            WriteArc(json, problem, arc);
        json.WriteEndArray();
        if (problem.Goal == MinCostFlowGoal.Balance)
        {
            InterdictionJson.WriteNumbers(json, "supplies", problem.Supplies);
        }
        else
        {
            InterdictionJson.WriteNumbers(json, "sources", problem.Sources.Select(node => (long)node));
            InterdictionJson.WriteNumbers(json, "sinks", problem.Sinks.Select(node => (long)node));
            if (problem.Goal == MinCostFlowGoal.Amount)
                json.WriteNumber("amount", problem.Amount);
            else
                json.WriteNull("amount");
        }

        json.WriteEndObject();
    }

    private static void WriteArc(Utf8JsonWriter json, MinCostFlowProblem problem, int arc)
    {
        json.WriteStartArray();
        json.WriteNumberValue(problem.Graph.Tail(arc));
        json.WriteNumberValue(problem.Graph.Head(arc));
        InterdictionJson.WriteCapacity(json, problem.Graph.Capacity(arc));
        json.WriteBooleanValue(problem.Graph.IsDirected(arc));
        json.WriteNumberValue(problem.LowerBounds[arc]);
        json.WriteNumberValue(problem.Costs[arc]);
        json.WriteEndArray();
    }

    private static void WriteFlow(Utf8JsonWriter json, CostedFlow flow)
    {
        InterdictionJson.WriteNumbers(json, "flow", flow.ArcFlow);
        json.WriteNumber("sent", flow.Amount);
        json.WritePropertyName("cost");
        json.WriteRawValue(flow.Cost.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
