using RailOps.Solvers.Flow;

namespace RailOps.Analysis.GraphFiles;

/// <summary>What somebody asks about the most that can pass a graph file.</summary>
/// <param name="Sources">Names of the nodes where flow begins; empty: those that the file states.</param>
/// <param name="Sinks">Names of the nodes where flow ends; empty: those that the file states.</param>
/// <param name="CutCount">Minimum cuts wanted at most, 1 or more.</param>
/// <param name="WithCertificate">True to have the certificate written.</param>
/// <param name="Limits">Time; one thread is used.</param>
public sealed record FlowQuestion(
    IReadOnlyList<string> Sources, IReadOnlyList<string> Sinks, int CutCount, bool WithCertificate, GraphLimits Limits)
{
    /// <summary>Who solves it; null: the native solver that fits the graph.</summary>
    public IMaxFlowSolver? Solver { get; init; }
}
