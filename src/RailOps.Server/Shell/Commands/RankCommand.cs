using System.CommandLine;
using RailOps.Contracts.V1;
using RailOps.Server.Shell.Rendering;

namespace RailOps.Server.Shell.Commands;

/// <summary><c>rank</c>: which links, points, stations and railways matter most.</summary>
internal static class RankCommand
{
    private static readonly Dictionary<string, CriticalItemKind> Kinds = new(StringComparer.Ordinal)
    {
        ["link"] = CriticalItemKind.Link,
        ["point"] = CriticalItemKind.Point,
        ["station"] = CriticalItemKind.Station,
        ["railway"] = CriticalItemKind.Railway,
    };

    /// <summary>Makes the command.</summary>
    public static Command Make(ShellEnvironment environment)
    {
        var timeline = new Argument<string>("TIMELINE") { Description = "Timeline id (list them with: railops timelines)." };
        var kinds = new Option<string[]>("--kind") { Description = "link, point, station or railway; may be repeated. Default: all." };
        kinds.AcceptOnlyFromAmong([.. Kinds.Keys]);
        var top = new Option<int>("--top") { Description = "Rows wanted, 1 to 1000.", DefaultValueFactory = _ => 10 };
        var (situation, policy, solver, connection) = (new ScenarioOptions(), new PolicyOptions(), new SolverOptions(), new ConnectionOptions(environment));
        var command = new Command("rank", "Which links, points, stations and railways matter most: what the loss of each alone costs.") { timeline };
        situation.AddTo(command);
        policy.AddTo(command);
        command.Options.Add(kinds);
        command.Options.Add(top);
        solver.AddTo(command);
        connection.AddTo(command);
        command.SetAction((parsed, token) => new Question(environment, connection).AskAsync(
            parsed,
            (client, limited) => client.RankCriticalLinksAsync(
                new RankCriticalLinksRequest
                {
                    Scenario = situation.Read(parsed, parsed.GetRequiredValue(timeline)),
                    Policy = policy.ReadPolicy(parsed),
                    Posture = policy.ReadPosture(parsed),
                    Kinds = { (parsed.GetValue(kinds) ?? []).Select(k => Kinds[k]) },
                    ItemCount = parsed.GetValue(top),
                    Solver = solver.ReadSolver(parsed),
                    CrossCheck = solver.ReadCrossCheck(parsed),
                },
                limited),
            RankReport.Write,
            token));
        return command;
    }
}
