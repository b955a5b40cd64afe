using System.Text;
using System.Text.Json;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.UnitInterdiction;

/// <summary>Writes a problem and its certificate as the JSON of docs/certificates.md, UTF-8, the same bytes for the same contents.</summary>
public static class UnitInterdictionJson
{
    /// <summary>The document.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="certificate">A certificate for it.</param>
    public static string Write(UnitInterdictionProblem problem, UnitInterdictionCertificate certificate)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(certificate);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("format", "railops.unit-interdiction.certificate/1");
            InterdictionJson.WriteProblem(json, "problem", problem.WithSink(demand => checked(demand.UnitDemand * demand.UnitCount)));
            json.WriteStartArray("demands");
            foreach (var demand in problem.Allocation.Demands)
                WriteRow(json, [demand.UnitDemand, demand.UnitCount, demand.Weight]);
            json.WriteEndArray();
            WritePlan(json, certificate.Plan);
            WriteWorth(json, certificate.Worth);
            json.WriteStartArray("proof");
            foreach (var node in certificate.Nodes)
                WriteNode(json, node);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WritePlan(Utf8JsonWriter json, UnitAttackPlan plan)
    {
        json.WriteStartObject("plan");
        json.WriteStartArray("attacks");
        foreach (var attack in plan.Attacks)
            InterdictionJson.WritePair(json, attack.Target, attack.Level);
        json.WriteEndArray();
        InterdictionJson.WriteNumbers(json, "units", plan.UnitCounts);
        json.WriteNumber("worth", plan.Worth);
        json.WriteEndObject();
    }

    private static void WriteWorth(Utf8JsonWriter json, UnitWorthProof worth)
    {
        json.WriteStartObject("worth");
        json.WriteStartArray("flow");
        for (var arc = 0; arc < worth.ArcFlow.Length; arc++)
        {
            if (worth.ArcFlow[arc] != 0)
                InterdictionJson.WritePair(json, arc, worth.ArcFlow[arc]);
        }

        json.WriteEndArray();
        json.WriteStartArray("cuts");
        foreach (var cut in worth.Cuts)
            WriteCut(json, cut);
        json.WriteEndArray();
        json.WriteStartArray("boxes");
        foreach (var box in worth.Boxes)
        {
            json.WriteStartObject();
            if (box.Demand < 0)
                InterdictionJson.WriteNumbers(json, "cuts", box.Cuts.Select(cut => (long)cut));
            else
                InterdictionJson.WriteNumbers(json, "split", [box.Demand, box.Units, box.AtMost, box.More]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCut(Utf8JsonWriter json, NodeCut cut)
    {
        json.WriteStartObject();
        InterdictionJson.WriteNumbers(json, "source_side", Enumerable.Range(0, cut.SourceSide.Length).Where(node => cut.SourceSide[node]).Select(node => (long)node));
        InterdictionJson.WriteNumbers(json, "cut_nodes", cut.CutNodes.Select(node => (long)node));
        json.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter json, UnitProofNode node)
    {
        json.WriteStartObject();
        if (!node.Units.IsEmpty)
        {
            InterdictionJson.WriteNumbers(json, "units", node.Units);
            InterdictionJson.WriteNumbers(json, "order", node.Order.Select(demand => (long)demand));
        }

        json.WriteStartArray("rounds");
        foreach (var (demand, step) in node.Rounds)
        {
            json.WriteStartObject();
            json.WriteNumber("demand", demand);
            json.WriteNumber("scale", step.Scale);
            InterdictionJson.WriteNumbers(json, "prices", step.Prices);
            json.WriteStartArray("flow");
            for (var index = 0; index < step.Pieces.Length; index++)
                InterdictionJson.WritePair(json, step.Pieces[index], step.Flows[index]);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (node.Attacked >= 0)
            InterdictionJson.WriteNumbers(json, "cases", [node.Target, node.Level, node.Attacked, node.Without]);
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, ReadOnlySpan<long> numbers)
    {
        json.WriteStartArray();
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
