using RailOps.Benchmarks;
using RailOps.Benchmarks.Flow;
using RailOps.Benchmarks.Interdiction;
using RailOps.Benchmarks.MinCost;
using RailOps.Benchmarks.Outside;
using RailOps.Benchmarks.Rail;
using RailOps.Benchmarks.Uncertainty;

// ./railops bench [FILTER]: runs every benchmark whose name contains FILTER and prints one Markdown table each.
// ./railops bench flow|interdiction|mincost [NET...] takes some nets only.
var filter = args.FirstOrDefault(a => !a.StartsWith('-')) ?? "";
var benchmarks = new (string Name, Func<TextWriter, Task> Run)[]
{
    ("assess", AssessBenchmark.RunAsync),
    ("grpc", GrpcBenchmark.RunAsync),
    ("flow", output => FlowBenchmark.RunAsync(output, [.. args.Skip(1)])),
    ("interdiction", output => InterdictionBenchmark.RunAsync(output, [.. args.Skip(1)])),
    ("mincost", output => MinCostBenchmark.RunAsync(output, [.. args.Skip(1)])),
    ("ortools", OutsideBenchmark.RunAsync),
    ("rail", RailBenchmark.RunAsync),
    ("uncertainty", UncertaintyBenchmark.RunAsync),
    ("whole-units", UnitInterdictionBenchmark.RunAsync),
};
var chosen = benchmarks.Where(b => b.Name.Contains(filter, StringComparison.Ordinal)).ToList();
if (chosen.Count == 0)
{
    await Console.Error.WriteLineAsync($"There is no benchmark '{filter}'; there are {string.Join(", ", benchmarks.Select(b => b.Name))}.");
    return 2;
}

await Machine.DescribeAsync(Console.Out);
foreach (var (_, run) in chosen)
    await run(Console.Out);
return 0;
