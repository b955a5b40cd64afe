using RailOps.Benchmarks.Flow.Nets;
using RailOps.Benchmarks.Interdiction;
using RailOps.Contracts.V1;
using RailOps.OrTools.Flow;
using RailOps.OrTools.Interdiction;
using RailOps.OrTools.Programs;
using RailOps.OrTools.Workers;
using RailOps.Server.Hosting;
using RailOps.Server.Services;
using RailOps.Server.Services.Backends;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Programs;
using RailOps.Solvers.Results;

namespace RailOps.Benchmarks.Outside;

/// <summary>The questions that both answer, on the nets of the other benchmarks and on the base network.</summary>
internal sealed class OutsideQuestions(NodeWorkerHost host, WorkerClock clock)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly OrToolsLinearProgramSolver _programs = new(host);

    /// <summary>Maximum flow: the native engine that the chooser takes, and SimpleMaxFlow.</summary>
    public IEnumerable<OutsideRow> Flows() => new[] { "rail_100", "rail_1k", "rail_10k", "rmf_10k", "rlg_10k", "rail_100k" }.Select(name =>
    {
        var net = FlowNets.Make(name);
        var graph = net.ToGraph();
        return Row("flow", $"{name}: {graph.ArcCount:N0} arcs", () => Flow(MaxFlowChooser.ForFlow(graph).Solver), () => Flow(new OrToolsMaxFlowSolver(host)));

        string Flow(IMaxFlowSolver solver)
        {
            var result = solver.Solve(graph, [net.Source], [net.Sink], SolveOptions.Default, CancellationToken.None);
            return $"{result.Value}";
        }
    });

    /// <summary>The same flows as one linear program each.</summary>
    public IEnumerable<OutsideRow> LinearFlows() => new[] { "rail_100", "rail_1k", "rail_10k" }.Select(name =>
    {
        var net = FlowNets.Make(name);
        var (graph, program) = (net.ToGraph(), FlowProgram(net));
        return Row(
            "LP", $"{name}: largest flow, {program.VariableCount:N0} variables, {program.RowCount:N0} rows",
            () => $"{MaxFlowChooser.ForFlow(graph).Solver.Solve(graph, [net.Source], [net.Sink], SolveOptions.Default, CancellationToken.None).Value}",
            () => $"{_programs.Solve(program, new LinearProgramOptions { TimeLimit = Limit }, CancellationToken.None).Objective:0}");
    });

    /// <summary>Supply on the base network, three levels each, with everything that the answer says.</summary>
    public IEnumerable<OutsideRow> Supply()
    {
        var api = new RailOpsApi(World.Load(), new ServerOptions { SolveTimeLimit = Limit * 4 }, TimeProvider.System, new SolverBackends(host));
        foreach (var (kind, policy) in new[] { ("LP", AllocationPolicy.Priority), ("LP", AllocationPolicy.Fair), ("MIP", AllocationPolicy.Weighted) })
        {
            var request = World.Ask("japanese-siberia", "soviet");
            (request.Policy, request.Scenario.Date) = (policy, "1940-04-15");
            yield return Row(kind, $"AssessSupply, japanese-siberia, soviet, {policy.ToString().ToLowerInvariant()}", () => Assess(Solver.Native), () => Assess(Solver.OrTools));

            string Assess(Solver solver)
            {
                var asked = new AssessSupplyRequest(request) { Solver = solver };
                var count = api.AssessSupply(asked, CancellationToken.None).SustainedDivisionCount;
                return $"{count.Low} / {count.Best} / {count.High} divisions";
            }
        }
    }

    /// <summary>Wood's program beside our branch and bound, without the recorded proof.</summary>
    public IEnumerable<OutsideRow> Attacks()
    {
        foreach (var (family, size, mode, budget) in new[] { ("rail", 100, "unit", 2), ("rail", 100, "unit", 5), ("rail", 100, "unc", 30), ("rail", 400, "unit", 5), ("rail", 400, "unc", 30), ("delaunay", 100, "unit", 5) })
        {
            var problem = InterdictionNets.Make(family, size, mode, budget);
            yield return Row(
                "MIP", $"{family} {size} {mode}, budget {problem.Budgets[0]}: least left", () => Attack(new LagrangianInterdictionSolver()), () => Attack(new WoodInterdictionSolver(_programs)));

            string Attack(IInterdictionSolver solver)
            {
                var options = new InterdictionOptions { RecordProof = false, Limits = new SolveOptions { TimeLimit = Limit } };
                var result = solver.Solve(problem, options, progress: null, CancellationToken.None);
                return result.Termination == Solvers.Results.Termination.TimeLimit ? $"{result.Value}, bound {result.Bound} at {Limit.TotalSeconds} s" : $"{result.Value}";
            }
        }
    }

    private OutsideRow Row(string kind, string question, Func<string> native, Func<string> outside)
    {
        var (nativeValue, nativeTimes) = Repeated.Measure(native);
        var (outsideValue, outsideTimes) = clock.Measure(outside);
        return new OutsideRow(kind, question, nativeValue, nativeTimes, outsideValue, outsideTimes);
    }

    private static LinearProgram FlowProgram(FlowNet net)
    {
        var builder = new LinearProgramBuilder { Maximize = true };
        var balance = Enumerable.Range(0, net.NodeCount).Select(_ => new List<(int, double)>()).ToArray();
        foreach (var (tail, head, capacity) in net.Arcs)
        {
            var flow = builder.AddVariable(net.IsDirected ? 0 : -capacity, capacity, objective: 0);
            balance[tail].Add((flow, -1));
            balance[head].Add((flow, 1));
        }

        var value = builder.AddVariable(0, double.PositiveInfinity, objective: 1);
        balance[net.Source].Add((value, 1));
        balance[net.Sink].Add((value, -1));
        foreach (var row in balance)
            builder.AddRow(0, 0, [.. row]);
        return builder.Build();
    }
}
