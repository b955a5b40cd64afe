using RailOps.Analysis.GraphFiles;
using RailOps.Solvers.Results;

namespace RailOps.Server.Shell.Rendering;

/// <summary>Shows the most that can pass.</summary>
internal static class GraphFlowReport
{
    /// <summary>Writes the whole answer; the flows only if <paramref name="withFlows"/>.</summary>
    public static void Write(Report report, GraphFlowAnswer answer, bool withFlows)
    {
        report.Heading(GraphWording.Headline(answer));
        for (var index = 0; index < answer.Cuts.Length; index++)
            GraphTables.Cut(report, index == 0 ? $"Minimum cut: {Figures.Amount(answer.Cuts[0].Capacity)}" : $"Minimum cut {index + 1}", answer.Cuts[index]);
        if (answer.Solve.Termination == Termination.Optimal)
            report.Line(answer.IsCutUnique ? "No other minimum cut exists." : "Other minimum cuts exist (--cuts N shows more).");
        if (!answer.UnlimitedPath.IsEmpty)
            report.Bullets("The path", answer.UnlimitedPath);
        if (withFlows)
            WriteFlows(report, answer);
        GraphTables.Solve(report, answer.Solve, answer.Graph);
        report.Line(answer.Reason);
    }

    private static void WriteFlows(Report report, GraphFlowAnswer answer)
    {
        report.Heading("Flows (negative: from the second end to the first)");
        report.Table(
            ["Edge", "From", "To", ">Flow", ">Capacity"],
            answer.Flows.Select(flow => new[] { flow.Place.Id, flow.Place.From, flow.Place.To, Figures.Amount(flow.Flow), Figures.Amount(flow.Capacity) }));
    }
}
