using System.Collections.Immutable;
using RailOps.OrTools.Hosts;
using RailOps.Solvers.Checking;
using RailOps.Solvers.MinCost;
using RailOps.Solvers.Programs;
using RailOps.Solvers.Results;

namespace RailOps.OrTools.MinCost;

/// <summary>
/// The cheapest flow by Google OR-Tools' SimpleMinCostFlow (cost scaling). The problem is reduced to what that takes (<see cref="CheapestFlowNet"/>),
/// the prices that prove the answer are worked out here, and every answer passes <see cref="MinCostFlowChecker"/> before it is returned: it is as
/// exact as any other. What cannot be done is proved by a cut from OR-Tools' maximum flow.
/// <para>
/// Does not do: problems without a cheapest flow (unlimited arcs round which something is earned, or an unlimited path for the largest flow); they are one clear
/// error here, and an answer with proof by <see cref="NetworkSimplexSolver"/>. Numbers: whole; where OR-Tools runs in a worker, capacities, supplies
/// and costs to 2^53 in all. Stopped, it has nothing to show. Choose this as a second opinion from outside. Thread safe.
/// </para>
/// </summary>
/// <param name="host">Where OR-Tools runs.</param>
public sealed class OrToolsMinCostFlowSolver(IOrToolsHost host) : IMinCostFlowSolver
{
    /// <inheritdoc/>
    public string Name => "or-tools-min-cost-flow";

    /// <inheritdoc/>
    /// <exception cref="SolverUnavailableException">OR-Tools cannot be asked here.</exception>
    /// <exception cref="SolverFailedException">OR-Tools broke down, the numbers are too large for it, there is no cheapest flow, or its answer did not pass the check.</exception>
    public MinCostFlowResult Solve(MinCostFlowProblem problem, SolveOptions options, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(options);
        if (!problem.Graph.IsInRange)
            return MinCostFlowResult.OutOfRange();
        if (token.IsCancellationRequested || options.TimeLimit <= TimeSpan.Zero)
            return Nothing(token.IsCancellationRequested ? Termination.Stopped : Termination.TimeLimit);
        try
        {
            var net = Reduce(problem);
            var reply = host.SolveMinCostFlow(net.ToRequest(), options.TimeLimit, token);
            var result = reply.Status switch
            {
                MinCostFlowStatus.Optimal => Optimal(problem, net, reply.Flows),
                MinCostFlowStatus.Infeasible => Infeasible(net, host.SolveMaxFlow(net.ToSupplyRequest(), options.TimeLimit, token)),
                _ => throw new SolverFailedException($"OR-Tools refused to look for the cheapest flow: {reply.Status}."),
            };
            var report = MinCostFlowChecker.Check(problem, result);
            return report.IsAccepted ? result : throw new SolverFailedException($"OR-Tools gave an answer that is none: {report.Problem}");
        }
        catch (OperationCanceledException)
        {
            return Nothing(Termination.Stopped);
        }
        catch (TimeoutException)
        {
            return Nothing(Termination.TimeLimit);
        }
        catch (OverflowException exception)
        {
            throw new SolverFailedException("The numbers of the problem are too large for OR-Tools.\nMaybe ask another solver.", exception);
        }
    }

    private CheapestFlowNet Reduce(MinCostFlowProblem problem)
    {
        var net = new CheapestFlowNet(problem);
        if (net.LargestNumber > host.LargestExactInteger)
            throw new SolverFailedException($"OR-Tools should be told numbers up to {host.LargestExactInteger} here, but one is {net.LargestNumber}.\nMaybe ask another solver.");
        return net;
    }

    private static MinCostFlowResult Optimal(MinCostFlowProblem problem, CheapestFlowNet net, long[] flows)
    {
        if (net.IsEndless(flows))
            throw new SolverFailedException("There is no cheapest flow: over arcs without limit the cost falls, or the amount grows, without end. The native solver tells where.");
        var nodeCount = ExpandedNodes.Count(problem.Graph);
        if (ResidualPotentials.Find(nodeCount, net.Residual(flows)) is not { } potentials)
            throw new SolverFailedException("OR-Tools called a flow the cheapest that is not: a round trip over what room is left costs less than nothing.");
        var inside = problem.Goal == MinCostFlowGoal.Largest
            ? Reached(nodeCount, ExpandedNodes.SourceHub(problem.Graph), net.Residual(flows).Select(way => (way.From, way.To)))
            : [];
        return MinCostFlowResult.Optimal(problem.Graph, net.ReadFlow(flows), potentials, inside, MinCostFlowStatistics.None);
    }

    private static MinCostFlowResult Infeasible(CheapestFlowNet net, long[] flows)
    {
        var request = net.ToSupplyRequest();
        var open = Enumerable.Range(0, flows.Length).SelectMany(arc => new[]
        {
            (IsOpen: flows[arc] < request.Capacities[arc], From: request.Tails[arc], To: request.Heads[arc]),
            (IsOpen: flows[arc] > 0, From: request.Heads[arc], To: request.Tails[arc]),
        });
        var reached = Reached(request.Sink + 1, request.Source, open.Where(way => way.IsOpen).Select(way => (way.From, way.To)));
        return MinCostFlowResult.Infeasible(reached[..request.Source], MinCostFlowStatistics.None);
    }

    private static ImmutableArray<bool> Reached(int nodeCount, int start, IEnumerable<(int From, int To)> open)
    {
        var (ways, isReached, queue) = (open.ToLookup(way => way.From, way => way.To), new bool[nodeCount], new Queue<int>([start]));
        isReached[start] = true;
        while (queue.TryDequeue(out var node))
        {
            foreach (var to in ways[node])
            {
                if (isReached[to])
                    continue;
                isReached[to] = true;
                queue.Enqueue(to);
            }
        }

        return [.. isReached];
    }

    private static MinCostFlowResult Nothing(Termination reason) =>
        MinCostFlowResult.Interrupted(reason, flow: null, bound: null, potentials: [], MinCostFlowStatistics.None);
}
