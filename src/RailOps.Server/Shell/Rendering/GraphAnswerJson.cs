using System.Text.Json;
using RailOps.Analysis.GraphFiles;

namespace RailOps.Server.Shell.Rendering;

/// <summary>The machine form of each answer about a graph (docs/guide/graphs.md).</summary>
internal static class GraphAnswerJson
{
    /// <summary>Which attacks leave the least.</summary>
    public static void Write(Utf8JsonWriter json, GraphInterdictionAnswer answer)
    {
        json.WriteString("headline", GraphWording.Headline(answer));
        json.WriteString("termination", GraphJson.Of(answer.Solve.Termination));
        json.WriteBoolean("flowBeforeKnown", answer.IsFlowBeforeKnown);
        GraphJson.Amount(json, "flowBefore", answer.FlowBefore);
        GraphJson.Amount(json, "flowLeft", answer.Plans[0].FlowLeft);
        GraphJson.Amount(json, "flowLeftBound", answer.Bound);
        json.WriteNumber("gapRatio", answer.GapRatio);
        GraphJson.Budgets(json, answer.Model);
        GraphJson.List(json, "plans", answer.Plans, plan => GraphJson.Plan(json, answer.Model, plan));
        Cut(json, "cut", answer.Cut);
        GraphJson.Solve(json, answer.Solve, answer.Model.Graph);
    }

    /// <summary>What is left for every budget.</summary>
    public static void Write(Utf8JsonWriter json, GraphFrontierAnswer answer)
    {
        json.WriteString("headline", GraphWording.Headline(answer));
        json.WriteString("termination", GraphJson.Of(answer.Solve.Termination));
        json.WriteBoolean("complete", answer.IsComplete);
        json.WriteString("variedResource", answer.Model.Graph.File.Resources[answer.VariedResource]);
        GraphJson.Budgets(json, answer.Model);
        GraphJson.List(json, "steps", answer.Steps, step =>
        {
            json.WriteNumber("budget", step.Budget);
            json.WriteNumber("provedUpToBudget", step.ProvedUpTo);
            json.WriteBoolean("onHull", step.IsSupported);
            GraphJson.Plan(json, answer.Model, step.Plan);
        });
        GraphJson.Solve(json, answer.Solve, answer.Model.Graph);
    }

    /// <summary>Which protections keep the most.</summary>
    public static void Write(Utf8JsonWriter json, GraphFortificationAnswer answer)
    {
        json.WriteString("headline", GraphWording.Headline(answer));
        json.WriteString("termination", GraphJson.Of(answer.Solve.Termination));
        json.WriteBoolean("flowUnprotectedKnown", answer.IsUnprotectedKnown);
        GraphJson.Amount(json, "flowUnprotected", answer.FlowUnprotected);
        GraphJson.Amount(json, "flowKept", answer.FlowKept);
        GraphJson.Amount(json, "flowKeptBound", answer.Bound);
        json.WriteNumber("gapRatio", answer.GapRatio);
        GraphJson.Budgets(json, answer.Model);
        json.WriteNumber("defenceBudget", answer.DefenceBudget);
        json.WriteNumber("defenceCost", answer.DefenceCost);
        json.WriteNumber("protectableCount", answer.ProtectableCount);
        GraphJson.List(json, "protections", answer.Defence, protection =>
        {
            GraphJson.Place(json, protection.Place);
            json.WriteNumber("cost", protection.Cost);
            GraphJson.Amount(json, "capacity", protection.Capacity);
        });
        json.WriteStartObject("attack");
        GraphJson.Plan(json, answer.Model, answer.Attack);
        json.WriteEndObject();
        Cut(json, "cut", answer.Cut);
        GraphJson.Solve(json, answer.Solve, answer.Model.Graph);
    }

    /// <summary>The most that can pass.</summary>
    public static void Write(Utf8JsonWriter json, GraphFlowAnswer answer)
    {
        json.WriteString("headline", GraphWording.Headline(answer));
        json.WriteString("termination", GraphJson.Of(answer.Solve.Termination));
        GraphJson.Texts(json, "sources", answer.Sources);
        GraphJson.Texts(json, "sinks", answer.Sinks);
        GraphJson.Amount(json, "flow", answer.Flow);
        json.WriteBoolean("cutUnique", answer.IsCutUnique);
        GraphJson.List(json, "cuts", answer.Cuts, cut => GraphJson.Cut(json, cut));
        GraphJson.List(json, "flows", answer.Flows, flow =>
        {
            GraphJson.Place(json, flow.Place);
            json.WriteNumber("flow", flow.Flow);
            GraphJson.Amount(json, "capacity", flow.Capacity);
        });
        GraphJson.Texts(json, "unlimitedPathEdges", answer.UnlimitedPath);
        json.WriteString("methodReason", answer.Reason);
        GraphJson.Solve(json, answer.Solve, answer.Graph);
    }

    private static void Cut(Utf8JsonWriter json, string name, GraphCut? cut)
    {
        if (cut is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        GraphJson.Cut(json, cut);
        json.WriteEndObject();
    }
}
