using RailOps.Solvers.Flow;

namespace RailOps.Solvers.Tests.Flow;

/// <summary>The solvers that must all give the same answers.</summary>
internal static class MaxFlowSolvers
{
    public static IEnumerable<IMaxFlowSolver> All => [new DinicMaxFlowSolver(), new PseudoflowMinCutSolver(), new PushRelabelMaxFlowSolver()];
}
