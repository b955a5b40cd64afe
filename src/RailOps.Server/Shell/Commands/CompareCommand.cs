using System.CommandLine;
using RailOps.Contracts.V1;
using RailOps.Server.Shell.Changes;
using RailOps.Server.Shell.Rendering;

namespace RailOps.Server.Shell.Commands;

/// <summary><c>compare</c>: the same question put to several situations.</summary>
internal static class CompareCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(ShellEnvironment environment)
    {
        var cases = new Argument<string[]>("CASE")
        {
            Arity = new ArgumentArity(2, 100),
            Description = "TIMELINE[/SCENARIO][@DATE][+change;change], the baseline first; a change reads close:X, derate:X=0.5, open:X, capture:X=SIDE, repair:X or set:X.quantity=value.",
        };
        var date = new Option<string?>("--date") { HelpName = "YYYY-MM-DD", Description = "Date of every case that names none." };
        var side = new Option<string?>("--side") { HelpName = "SIDE", Description = "Side of every case." };
        var (policy, solver, connection) = (new PolicyOptions(), new SolverOptions(), new ConnectionOptions(environment));
        var command = new Command("compare", "The same question for several timelines or scenarios, side by side.") { cases, date, side };
        policy.AddTo(command);
        solver.AddTo(command);
        connection.AddTo(command);
        command.SetAction((parsed, token) => new Question(environment, connection).AskAsync(
            parsed,
            (client, limited) =>
            {
                var request = new CompareTimelinesRequest
                {
                    Policy = policy.ReadPolicy(parsed),
                    Posture = policy.ReadPosture(parsed),
                    Solver = solver.ReadSolver(parsed),
                    CrossCheck = solver.ReadCrossCheck(parsed),
                };
                request.Cases.AddRange(parsed.GetRequiredValue(cases).Select(text => CaseText.Parse(text, parsed.GetValue(date), parsed.GetValue(side))));
                return client.CompareTimelinesAsync(request, limited);
            },
            ComparisonReport.Write,
            token));
        return command;
    }
}
