using System.CommandLine;
using Google.Protobuf.WellKnownTypes;
using RailOps.Contracts.V1;
using RailOps.Server.Shell.Attacks;
using RailOps.Server.Shell.Graphs;
using RailOps.Server.Shell.Rendering;

namespace RailOps.Server.Shell.Commands;

/// <summary><c>uncertainty</c>: how likely each count of divisions is, and which figures matter most.</summary>
internal static class UncertaintyCommand
{
    private const int NoBars = -1;

    /// <summary>Makes the command.</summary>
    public static Command Make(ShellEnvironment environment)
    {
        var timeline = new Argument<string>("TIMELINE") { Description = "Timeline id (list them with: railops timelines)." };
        var draws = new Option<int>("--draws") { HelpName = "N", Description = "Random draws, 1 to 10,000.", DefaultValueFactory = _ => 500 };
        var seed = new Option<long>("--seed") { HelpName = "N", Description = "Seed: the same seed gives the same answer.", DefaultValueFactory = _ => 1 };
        var correlation = new Option<double?>("--correlation")
        {
            HelpName = "RATIO",
            Description = "Rank correlation of the figures of one railway, of one operator, and of the needs of formations, 0 to 1 (default: the data's own, 0.5).",
        };
        var bars = new Option<int>("--tornado") { HelpName = "N", Description = "Bars of the tornado, 0 (none) to 200.", DefaultValueFactory = _ => 15 };
        var (situation, policy, connection) = (new ScenarioOptions(), new PolicyOptions(), new ConnectionOptions(environment));
        var search = new SearchOptions(connection.Json);
        var command = new Command("uncertainty", "How sure the answer is: bands, chances, what is in the cut how often, and which figures matter most.") { timeline };
        situation.AddTo(command);
        policy.AddTo(command);
        command.Options.Add(draws);
        command.Options.Add(seed);
        command.Options.Add(correlation);
        command.Options.Add(bars);
        search.AddTo(command, withBudget: false, withCertificate: false);
        connection.AddTo(command);
        var asking = new AttackSearch(environment, connection, search);
        command.SetAction((parsed, token) => asking.AskAsync(
            parsed,
            (client, follower, limited) => client.SampleUncertaintyAsync(
                Request(parsed, situation.Read(parsed, parsed.GetRequiredValue(timeline)), policy), follower, limited),
            answer => (answer.Solve, ""),
            UncertaintyReport.Write,
            token));
        return command;

        SampleUncertaintyRequest Request(ParseResult parsed, Scenario scenario, PolicyOptions sharing)
        {
            var limits = search.ReadLimits(parsed, environment.Time);
            var request = new SampleUncertaintyRequest
            {
                Scenario = scenario,
                Policy = sharing.ReadPolicy(parsed),
                Posture = sharing.ReadPosture(parsed),
                DrawCount = parsed.GetValue(draws),
                Seed = parsed.GetValue(seed),
                TornadoCount = parsed.GetValue(bars) is var count && count == 0 ? NoBars : count,
                Limits = new SearchLimits { ThreadCount = limits.ThreadCount, TimeLimit = limits.TimeLimit is { } limit ? Duration.FromTimeSpan(limit) : null },
            };
            if (parsed.GetValue(correlation) is { } ratio)
                request.CorrelationRatio = ratio;
            return request;
        }
    }
}
