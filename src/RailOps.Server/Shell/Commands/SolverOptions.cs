using System.CommandLine;
using RailOps.Contracts.V1;

namespace RailOps.Server.Shell.Commands;

/// <summary>Who solves, and whether the other solver is asked too.</summary>
internal sealed class SolverOptions
{
    private readonly Option<string> _solver = new("--solver")
    {
        HelpName = "auto|native|or-tools",
        Description = "Who solves it: RailOps' own exact solvers (native), or Google OR-Tools where it answers the question; auto: native wherever it answers (docs/guide/solvers.md).",
        DefaultValueFactory = _ => "auto",
    };

    private readonly Option<bool> _crossCheck = new("--cross-check")
    {
        Description = "Ask the other solver too and compare; answers that contradict each other are an error with both values.",
    };

    /// <summary>Accepts the words of the contract only.</summary>
    public SolverOptions() => _solver.AcceptOnlyFromAmong("auto", "native", "or-tools");

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [_solver, _crossCheck];

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in All)
            command.Options.Add(option);
    }

    /// <summary>Who is asked.</summary>
    public Solver ReadSolver(ParseResult parsed) => parsed.GetValue(_solver) switch
    {
        "native" => Solver.Native,
        "or-tools" => Solver.OrTools,
        _ => Solver.Auto,
    };

    /// <summary>True: the other too.</summary>
    public bool ReadCrossCheck(ParseResult parsed) => parsed.GetValue(_crossCheck);
}
