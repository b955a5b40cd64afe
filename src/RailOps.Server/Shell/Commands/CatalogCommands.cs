using System.CommandLine;
using RailOps.Contracts.V1;
using RailOps.Server.Shell.Rendering;

namespace RailOps.Server.Shell.Commands;

/// <summary><c>timelines</c>, <c>networks</c>, <c>scenarios</c>, <c>formations</c>: what there is to ask about.</summary>
internal static class CatalogCommands
{
    /// <summary>Makes <c>timelines [ID]</c>.</summary>
    public static Command MakeTimelines(ShellEnvironment environment)
    {
        var id = new Argument<string?>("ID") { Arity = ArgumentArity.ZeroOrOne, Description = "Show this timeline with its fronts and events." };
        var connection = new ConnectionOptions(environment);
        var command = new Command("timelines", "List the timelines, or show one.") { id };
        connection.AddTo(command);
        command.SetAction((parsed, token) =>
        {
            var question = new Question(environment, connection);
            return parsed.GetValue(id) is { } timeline
                ? question.AskAsync(parsed, (client, limited) => client.GetTimelineAsync(new GetTimelineRequest { Name = timeline }, limited), CatalogReport.Write, token)
                : question.AskAsync(parsed, Pages.AllTimelinesAsync, CatalogReport.Write, token);
        });
        return command;
    }

    /// <summary>Makes <c>networks</c>.</summary>
    public static Command MakeNetworks(ShellEnvironment environment)
    {
        var connection = new ConnectionOptions(environment);
        var command = new Command("networks", "List the stored networks.");
        connection.AddTo(command);
        command.SetAction((parsed, token) =>
            new Question(environment, connection).AskAsync(parsed, Pages.AllNetworksAsync, CatalogReport.Write, token));
        return command;
    }

    /// <summary>Makes <c>scenarios TIMELINE</c>.</summary>
    public static Command MakeScenarios(ShellEnvironment environment)
    {
        var timeline = new Argument<string>("TIMELINE") { Description = "Timeline id." };
        var connection = new ConnectionOptions(environment);
        var command = new Command("scenarios", "List the what-ifs that a timeline defines.") { timeline };
        connection.AddTo(command);
        command.SetAction((parsed, token) => new Question(environment, connection).AskAsync(
            parsed,
            (client, limited) => Pages.AllScenariosAsync(client, parsed.GetRequiredValue(timeline), limited),
            CatalogReport.Write,
            token));
        return command;
    }

    /// <summary>Makes <c>formations</c>.</summary>
    public static Command MakeFormations(ShellEnvironment environment)
    {
        var connection = new ConnectionOptions(environment);
        var command = new Command("formations", "List the formation types and what they need.");
        connection.AddTo(command);
        command.SetAction((parsed, token) =>
            new Question(environment, connection).AskAsync(parsed, Pages.AllFormationsAsync, CatalogReport.Write, token));
        return command;
    }
}
