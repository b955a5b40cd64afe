using System.Globalization;
using RailOps.OrTools.Hosts;
using RailOps.OrTools.Programs;
using RailOps.OrTools.Workers;
using RailOps.Solvers.Programs;

namespace RailOps.Benchmarks.Outside;

/// <summary>
/// Google OR-Tools in its worker beside the native engines, on the same instances in one run: start of a worker, maximum flow, linear and
/// mixed-integer programs. Medians of five runs after a warm-up; processor seconds of both processes, and wall seconds.
/// </summary>
internal static class OutsideBenchmark
{
    private const int StartCount = 5;

    /// <summary>Measures; says so if OR-Tools is not installed.</summary>
    /// <param name="output">Where the tables go.</param>
    public static async Task RunAsync(TextWriter output)
    {
        var options = new NodeWorkerOptions { PackageFolder = World.OrToolsFolder() };
        using var host = new NodeWorkerHost(options);
        if (host.Availability is { IsAvailable: false } missing)
        {
            await output.WriteLineAsync($"OR-Tools beside the native engines: {missing.Reason}\n");
            return;
        }

        await output.WriteLineAsync($"OR-Tools ({host.Availability.Version}) beside the native engines\n\n| worker | processor s | wall, s |\n|---|---|---|");
        await output.WriteLineAsync(Start("start to the first flow of one arc", options, FlowOfOneArc));
        await output.WriteLineAsync(Start("start to the first program of one variable", options, ProgramOfOneVariable));
        var clock = new WorkerClock(host);
        await output.WriteLineAsync(Line("a flow of one arc, worker warm", clock.Measure(() => FlowOfOneArc(host)).Times));
        await output.WriteLineAsync(Line("a program of one variable, worker warm", clock.Measure(() => ProgramOfOneVariable(host)).Times));
        await output.WriteLineAsync($"\n{OutsideRow.Head}");
        var questions = new OutsideQuestions(host, clock);
        foreach (var row in questions.Flows().Concat(questions.LinearFlows()).Concat(questions.Supply()).Concat(questions.Attacks()))
        {
            await output.WriteLineAsync(row.ToString());
            await output.FlushAsync();
        }

        await output.WriteLineAsync();
    }

    // A host of its own each time: its first request starts a worker and loads the solver.
    private static string Start(string what, NodeWorkerOptions options, Func<IOrToolsHost, bool> ask)
    {
        var runs = Enumerable.Range(0, StartCount).Select(_ =>
        {
            using var host = new NodeWorkerHost(options);
            return new WorkerClock(host).Once(() => ask(host)).Times;
        }).ToList();
        return Line(what, new Repeated(Median(runs.Select(r => r.Processor)), Median(runs.Select(r => r.Wall)), StartCount));
    }

    private static bool FlowOfOneArc(IOrToolsHost host) =>
        host.SolveMaxFlow(new MaxFlowRequest([0], [1], [5], Source: 0, Sink: 1), limit: null, CancellationToken.None)[0] == 5;

    private static bool ProgramOfOneVariable(IOrToolsHost host)
    {
        var builder = new LinearProgramBuilder { Maximize = true };
        builder.AddVariable(0, 5, objective: 1);
        return new OrToolsLinearProgramSolver(host).Solve(builder.Build(), LinearProgramOptions.Default, CancellationToken.None).Objective == 5;
    }

    private static string Line(string what, Repeated times) => string.Create(CultureInfo.InvariantCulture, $"| {what} | {times.Processor:0.0000} | {times.Wall:0.0000} |");

    private static double Median(IEnumerable<double> seconds) => seconds.Order().ElementAt(StartCount / 2);
}
