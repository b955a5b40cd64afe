using RailOps.Solvers.Programs;

namespace RailOps.Solvers.Commodities;

/// <summary>Solves one program after another about the same problem, within one time limit.</summary>
internal sealed class CommodityPrograms(ILinearProgramSolver solver, CommodityProblem problem, CommodityOptions options, CancellationToken token)
{
    private readonly CommodityReach _reach = new(problem);
    private readonly long _start = options.TimeProvider.GetTimestamp();
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);

    public int Count { get; private set; }

    public string Solver => string.Join(" and ", _names);

    public ProgramTolerance? Tolerance { get; private set; }

    public CommodityAnswer Solve(CommodityQuestion question) => Solve(problem, _reach, question);

    /// <summary>The same question about the problem with a commodity that every source of goods gives.</summary>
    public CommodityAnswer SolveWithFreeSources(int commodity, CommodityQuestion question)
    {
        CommoditySource Freed(CommoditySource source) => source.Commodities.Contains(commodity) || source.Commodities.All(own => own == problem.BurntCommodity)
            ? source
            : source with { Commodities = source.Commodities.Add(commodity) };
        var freed = problem with { Sources = [.. problem.Sources.Select(Freed)] };
        return Solve(freed, new CommodityReach(freed), question);
    }

    private CommodityAnswer Solve(CommodityProblem about, CommodityReach reach, CommodityQuestion question)
    {
        var program = new CommodityProgram(about, reach, question);
        var left = options.TimeLimit - options.TimeProvider.GetElapsedTime(_start);
        var result = solver.Solve(program.Program, new LinearProgramOptions { TimeLimit = left }, token);
        Count++;
        _names.Add(result.Solver);
        Tolerance = result.Tolerance;
        return result.Termination switch
        {
            ProgramTermination.Optimal => new CommodityAnswer(about, program.Layout, result),
            ProgramTermination.TimeLimit or ProgramTermination.Stopped => throw new CommodityInterruption(result.Termination),
            ProgramTermination.Feasible => throw new CommodityInterruption(ProgramTermination.TimeLimit),
            _ => throw new SolverFailedException($"{result.Solver} calls a program {result.Termination} that has a bounded optimum ({question.Goal})."),
        };
    }
}
