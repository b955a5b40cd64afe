using RailOps.Contracts.V1;

namespace RailOps.Server.Shell.Rendering;

/// <summary>Shows a maximum flow and its minimum cut.</summary>
internal static class FlowReport
{
    /// <summary>Writes the whole answer; the flows only if <paramref name="withFlows"/>.</summary>
    public static void Write(Report report, SolveMaxFlowResponse answer, bool withFlows)
    {
        report.Heading(answer.Headline.Length > 0 ? answer.Headline : $"{Figures.Whole(answer.MaxFlow)} {answer.Unit}");
        report.Heading($"Minimum cut: {Figures.Whole(answer.MaxFlow)} {answer.Unit}");
        report.Table(["Arc", "From", "To", ">Capacity"], answer.Cut.Select(arc => new[] { arc.Id, arc.FromNode, arc.ToNode, Capacity(arc) }));
        report.Line(answer.CutUnique ? "No other minimum cut exists." : "Another minimum cut exists.");
        if (withFlows)
            WriteFlows(report, answer);
        report.Bullets("Warnings", answer.Warnings.Select(warning => $"{warning.Code}: {warning.Message}"));
        SolveLine.Write(report, answer.Solve);
    }

    private static void WriteFlows(Report report, SolveMaxFlowResponse answer)
    {
        report.Heading("Flows");
        report.Table(
            ["Arc", "From", "To", ">Flow", ">Capacity"],
            answer.Flows.Select(arc => new[] { arc.Id, arc.FromNode, arc.ToNode, Figures.Whole(arc.Flow), Capacity(arc) }));
    }

    private static string Capacity(FlowArc arc) => arc.Capacity < 0 ? "unlimited" : Figures.Whole(arc.Capacity);
}
