using System.CommandLine;
using RailOps.Contracts.V1;
using RailOps.Server.Shell.Rendering;

namespace RailOps.Server.Shell.Commands;

/// <summary><c>means</c>: with what a side can strike on a day.</summary>
internal static class MeansCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(ShellEnvironment environment)
    {
        var timeline = new Argument<string>("TIMELINE") { Description = "Timeline id (list them with: railops timelines)." };
        var date = new Option<string?>("--date") { HelpName = "YYYY-MM-DD", Description = "The date (default: the timeline's own)." };
        var side = new Option<string?>("--side") { HelpName = "SIDE", Description = "The attacker (default: all sides)." };
        var connection = new ConnectionOptions(environment);
        var command = new Command("means", "With what a side can strike, what it takes and where it can fall: the resources for interdict, frontier and fortify.") { timeline, date, side };
        connection.AddTo(command);
        command.SetAction((parsed, token) => new Question(environment, connection).AskAsync(
            parsed,
            (client, limited) => client.ListAttackMeansAsync(
                new ListAttackMeansRequest { Timeline = parsed.GetRequiredValue(timeline), Date = parsed.GetValue(date) ?? "", Attacker = parsed.GetValue(side) ?? "" },
                limited),
            MeansReport.Write,
            token));
        return command;
    }
}
