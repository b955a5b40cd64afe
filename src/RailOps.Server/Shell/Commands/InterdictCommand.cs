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

    private static readonly Dictionary<string, AttackObjective> Objectives = new(StringComparer.Ordinal)
    {
        ["tonnes"] = AttackObjective.DeliveredTonnes,
        ["divisions"] = AttackObjective.SustainedDivisions,
        ["cumulative"] = AttackObjective.CumulativeTonnes,
        ["expected"] = AttackObjective.ExpectedTonnes,
    };

    /// <summary>Makes the command.</summary>
    public static Command Make(ShellEnvironment environment)
    {
        var connection = new ConnectionOptions(environment);
        var search = new SearchOptions(connection.Json);
        var (attack, solver) = (new AttackOptions(search), new SolverOptions());
        var graph = new GraphInterdictCommand(environment, search, solver);
        var objective = new Option<string>("--objective")
        {
            HelpName = "tonnes|divisions|cumulative|expected",
            Description = "What the attacker makes least: what arrives a day, the most whole divisions that could be sustained, what arrives over --days while damage is repaired, or what arrives on average if attacks can fail.",
            DefaultValueFactory = _ => "tonnes",
        };
        objective.AcceptOnlyFromAmong([.. Objectives.Keys]);
        var days = new Option<int>("--days") { HelpName = "N", Description = "With --objective cumulative: days that count, 1 to 3650.", DefaultValueFactory = _ => 30 };
        var seed = new Option<long>("--seed") { HelpName = "N", Description = "With --objective expected: seed of the samples.", DefaultValueFactory = _ => 1 };
        var command = new Command("interdict", "The worst that an enemy can do within its means, with a proof and the next-best plans.");
        attack.AddTo(command);
        command.Options.Add(objective);
        command.Options.Add(days);
        command.Options.Add(seed);
        solver.AddTo(command);
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
                    Question = Question(attack, parsed, Objectives[parsed.GetRequiredValue(objective)], parsed.GetValue(days), parsed.GetValue(seed)),
                    PlanCount = search.IsPlanCountTyped(parsed) ? search.ReadPlanCount(parsed) : solver.ReadSolver(parsed) == Solver.OrTools ? 1 : UsualPlans,
                    Limits = attack.ReadLimits(parsed, environment.Time),
                    Solver = solver.ReadSolver(parsed),
                    CrossCheck = solver.ReadCrossCheck(parsed),
                    WithCertificate = search.ReadCertificateFile(parsed) is not null,
                },
                follower,
                limited),
            answer => (answer.Solve, answer.CertificateJson),
            InterdictionReport.Write,
            token));
        return command;
    }

    private static AttackQuestion Question(AttackOptions attack, ParseResult parsed, AttackObjective objective, int days, long seed)
    {
        var question = attack.Read(parsed);
        (question.Objective, question.HorizonDays, question.SampleSeed) = (objective, days, seed);
        return question;
    }
}
