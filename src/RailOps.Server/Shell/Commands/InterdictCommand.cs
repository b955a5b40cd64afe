using System.CommandLine;
using RailOps.Contracts.V1;
using RailOps.Server.Shell.Attacks;
using RailOps.Server.Shell.Graphs;
using RailOps.Server.Shell.Rendering;

namespace RailOps.Server.Shell.Commands;

/// <summary><c>interdict</c>: the worst attack within a budget, on a timeline or on a graph from a file.</summary>
internal static class InterdictCommand
{
    private const int UsualPlans = 3;

    /// <summary>Makes the command.</summary>
    public static Command Make(ShellEnvironment environment)
    {
        var connection = new ConnectionOptions(environment);
        var search = new SearchOptions(connection.Json);
        var (attack, graph) = (new AttackOptions(search), new GraphInterdictCommand(environment, search));
        var objective = new Option<string>("--objective")
        {
            HelpName = "tonnes|divisions",
            Description = "What the attacker makes least: what arrives, or the most whole divisions that could be sustained.",
            DefaultValueFactory = _ => "tonnes",
        };
        objective.AcceptOnlyFromAmong("tonnes", "divisions");
        var command = new Command("interdict", "The worst that an enemy can do within its means, with a proof and the next-best plans.");
        attack.AddTo(command);
        command.Options.Add(objective);
        search.AddTo(command, withPlans: true);
        graph.AddTo(command);
        connection.AddTo(command);
        TimelineOrGraph.Require(command, attack.Timeline, "--graph", "--budget", "--source", "--sink", "--nodes", "--directed");
        var asking = new AttackSearch(environment, connection, search);
        command.SetAction((parsed, token) => graph.Wants(parsed) ? graph.RunAsync(parsed, token) : asking.AskAsync(
            parsed,
            (client, follower, limited) => client.InterdictAsync(
                new InterdictRequest
                {
                    Question = Question(attack, parsed, parsed.GetValue(objective) == "divisions"),
                    PlanCount = search.IsPlanCountTyped(parsed) ? search.ReadPlanCount(parsed) : UsualPlans,
                    Limits = attack.ReadLimits(parsed, environment.Time),
                    WithCertificate = search.ReadCertificateFile(parsed) is not null,
                },
                follower,
                limited),
            answer => (answer.Solve, answer.CertificateJson),
            InterdictionReport.Write,
            token));
        return command;
    }

    private static AttackQuestion Question(AttackOptions attack, ParseResult parsed, bool inDivisions)
    {
        var question = attack.Read(parsed);
        question.Objective = inDivisions ? AttackObjective.SustainedDivisions : AttackObjective.DeliveredTonnes;
        return question;
    }
}
