using System.CommandLine;
using RailOps.Contracts.V1;
using RailOps.Server.Shell.Rendering;

namespace RailOps.Server.Shell.Commands;

/// <summary><c>assess</c>: how many divisions can each front sustain, and why.</summary>
internal static class AssessCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(ShellEnvironment environment)
    {
        var timeline = new Argument<string>("TIMELINE") { Description = "Timeline id (list them with: railops timelines)." };
        var links = new Option<bool>("--links") { Description = "Show every link with its capacity and flow." };
        var byClass = new Option<bool>("--by-class")
        {
            Description = "Rations and forage, ammunition, fuel, replacements and locomotive coal, each from its own sources; which binds where. Needs OR-Tools.",
        };
        var fleet = new Option<bool>("--fleet") { Description = "Wagons and locomotives limit too, as far as their number is known. Needs OR-Tools." };
        var (situation, policy, solver, connection) = (new ScenarioOptions(), new PolicyOptions(), new SolverOptions(), new ConnectionOptions(environment));
        var command = new Command("assess", "How many divisions can each front sustain, and why.") { timeline };
        situation.AddTo(command);
        policy.AddTo(command);
        command.Options.Add(links);
        command.Options.Add(byClass);
        command.Options.Add(fleet);
        solver.AddTo(command);
        connection.AddTo(command);
        command.SetAction((parsed, token) => new Question(environment, connection).AskAsync(
            parsed,
            (client, limited) => client.AssessSupplyAsync(
                new AssessSupplyRequest
                {
                    Scenario = situation.Read(parsed, parsed.GetRequiredValue(timeline)),
                    Policy = policy.ReadPolicy(parsed),
                    Posture = policy.ReadPosture(parsed),
                    View = parsed.GetValue(links) ? AssessmentView.Full : AssessmentView.Basic,
                    SupplyModel = parsed.GetValue(byClass) ? SupplyModel.ByClass : SupplyModel.Unspecified,
                    FleetLimited = parsed.GetValue(fleet),
                    Solver = solver.ReadSolver(parsed),
                    CrossCheck = solver.ReadCrossCheck(parsed),
                },
                limited),
            AssessmentReport.Write,
            token));
        return command;
    }
}
