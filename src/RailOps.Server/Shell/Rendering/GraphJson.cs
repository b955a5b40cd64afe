using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using RailOps.Analysis.GraphFiles;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Results;

namespace RailOps.Server.Shell.Rendering;

/// <summary>
/// The parts of the machine form of answers about graphs (docs/guide/graphs.md). Amounts are JSON numbers in the file's own unit,
/// null for unlimited.
/// </summary>
internal static class GraphJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one object.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="fields">Writes its fields.</param>
    public static void Write(TextWriter output, Action<Utf8JsonWriter> fields)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }

        output.Write(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n");
    }

    /// <summary>An amount; null if unlimited.</summary>
    public static void Amount(Utf8JsonWriter json, string name, decimal? amount)
    {
        if (amount is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    /// <summary>A list of texts.</summary>
    public static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>A list of objects.</summary>
    public static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> fields)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            fields(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>An object per resource's name: amounts.</summary>
    public static void Costs(Utf8JsonWriter json, AttackModel model, IReadOnlyList<decimal> costs)
    {
        json.WriteStartObject("costs");
        for (var resource = 0; resource < costs.Count; resource++)
            json.WriteNumber(model.Graph.File.Resources[resource], costs[resource]);
        json.WriteEndObject();
    }

    /// <summary>A plan.</summary>
    public static void Plan(Utf8JsonWriter json, AttackModel model, GraphPlan plan)
    {
        Amount(json, "flowLeft", plan.FlowLeft);
        Costs(json, model, plan.Costs);
        List(json, "attacks", plan.Attacks, attack =>
        {
            Place(json, attack.Place);
            Costs(json, model, attack.Costs);
            Amount(json, "capacityBefore", attack.CapacityBefore);
            json.WriteNumber("capacityLeft", attack.CapacityLeft);
        });
    }

    /// <summary>The fields of a cut.</summary>
    public static void Cut(Utf8JsonWriter json, GraphCut cut)
    {
        json.WriteNumber("capacity", cut.Capacity);
        List(json, "places", cut.Places, place =>
        {
            Place(json, place.Place);
            json.WriteNumber("capacity", place.Capacity);
            json.WriteBoolean("attacked", place.IsAttacked);
        });
        Texts(json, "sourceSideNodes", cut.SourceSide);
    }

    /// <summary>Kind, id and ends.</summary>
    public static void Place(Utf8JsonWriter json, GraphPlace place)
    {
        json.WriteString("kind", place.IsNode ? "node" : "edge");
        json.WriteString("id", place.Id);
        if (place.IsNode)
            return;
        json.WriteString("from", place.From);
        json.WriteString("to", place.To);
        json.WriteBoolean("directed", place.IsDirected);
    }

    /// <summary>The budgets.</summary>
    public static void Budgets(Utf8JsonWriter json, AttackModel model) =>
        List(json, "budgets", Enumerable.Range(0, model.Budgets.Length), resource =>
        {
            json.WriteString("resource", model.Graph.File.Resources[resource]);
            json.WriteNumber("amount", model.Budgets[resource]);
        });

    /// <summary>How it was solved, and the graph.</summary>
    public static void Solve(Utf8JsonWriter json, GraphSolve solve, NamedGraph graph)
    {
        json.WriteStartObject("solve");
        json.WriteString("method", solve.Method);
        json.WriteNumber("searchSeconds", Math.Round(solve.Duration.TotalSeconds, 6));
        json.WriteNumber("checkSeconds", Math.Round(solve.CheckDuration.TotalSeconds, 6));
        json.WriteNumber("flowSolveCount", solve.Statistics.SolveCount);
        json.WriteNumber("searchNodeCount", solve.Statistics.SearchNodeCount);
        json.WriteEndObject();
        json.WriteStartObject("certificate");
        json.WriteBoolean("accepted", solve.Check.IsAccepted);
        json.WriteString("proof", Proof(solve.Check.Proof));
        json.WriteString("sentence", GraphWording.Certificate(solve));
        json.WriteEndObject();
        json.WriteStartObject("graph");
        json.WriteNumber("nodeCount", graph.File.Nodes.Length);
        json.WriteNumber("edgeCount", graph.File.Edges.Length);
        json.WriteNumber("solverUnitsPerAmount", graph.Scale.UnitsPerAmount);
        json.WriteEndObject();
    }

    /// <summary>Why the search ended, as one word.</summary>
    public static string Of(Termination termination) => termination switch
    {
        Termination.Optimal => "optimal",
        Termination.Unbounded => "unbounded",
        Termination.TimeLimit => "timeLimit",
        Termination.Stopped => "stopped",
        Termination.WithinTolerance => "withinTolerance",
        _ => "outOfRange",
    };

    private static string Proof(ProofKind proof) => proof switch
    {
        ProofKind.Certified => "certified",
        ProofKind.BySearch => "bySearch",
        _ => "none",
    };
}
