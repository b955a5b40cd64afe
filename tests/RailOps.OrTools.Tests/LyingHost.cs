using RailOps.OrTools.Hosts;
using RailOps.Solvers.Programs;

namespace RailOps.OrTools.Tests;

/// <summary>Says that every arc carries the same.</summary>
internal sealed class LyingHost(long flow) : IOrToolsHost
{
    public SolverAvailability Availability => SolverAvailability.Ready("lying");

    public long LargestExactInteger => 1L << 53;

    public long[] SolveMaxFlow(MaxFlowRequest request, TimeSpan? limit, CancellationToken token) => [.. request.Tails.Select(_ => flow)];

    public MinCostFlowReply SolveMinCostFlow(MinCostFlowRequest request, TimeSpan? limit, CancellationToken token) =>
        new(MinCostFlowStatus.Optimal, [.. request.Tails.Select(_ => flow)]);

    public ProgramReply SolveProgram(LinearProgram program, ProgramBackend backend, TimeSpan? limit, CancellationToken token) =>
        throw new NotSupportedException();

    public void Dispose()
    {
    }
}
