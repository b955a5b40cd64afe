using System.CommandLine;
using RailOps.Contracts.V1;
using RailOps.Server.Shell.Attacks;
using RailOps.Server.Shell.Graphs;
using RailOps.Server.Shell.Rendering;

namespace RailOps.Server.Shell.Commands;

/// <summary><c>fortify</c>: what to guard against the best attack, on a timeline or on a graph from a file.</summary>
internal static class FortifyCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(ShellEnvironment environment)
    {
        var connection = new ConnectionOptions(environment);
        var search = new SearchOptions(connection.Json);
        var (attack, solver, graph) = (new AttackOptions(search), new SolverOptions(), new GraphFortifyCommand(environment, search));
        var guards = new Option<int>("--guards") { HelpName = "N", Description = "Guard battalions, 1 to 20; each guards one link with what stands on it, or one station.", DefaultValueFactory = _ => 3 };
        var command = new Command("fortify", "What to guard so that the enemy's best attack does least harm, with a proof.");
        attack.AddTo(command);
        solver.AddTo(command);
        command.Options.Add(guards);
        search.AddTo(command, withDefence: true);
        graph.AddTo(command);
        connection.AddTo(command);
        TimelineOrGraph.Require(command, attack.Timeline, "--graph", "--budget", "--source", "--sink", "--nodes", "--directed", "--defence-budget");
        var asking = new AttackSearch(environment, connection, search);
        command.SetAction((parsed, token) => graph.Wants(parsed) ? graph.RunAsync(parsed, token) : asking.AskAsync(
            parsed,
            (client, follower, limited) => client.FortifyAsync(
                new FortifyRequest
                {
                    Question = attack.Read(parsed),
                    GuardCount = parsed.GetValue(guards),
                    Limits = attack.ReadLimits(parsed, environment.Time),
                    Solver = solver.ReadSolver(parsed),
                    CrossCheck = solver.ReadCrossCheck(parsed),
                    WithCertificate = search.ReadCertificateFile(parsed) is not null,
                },
                follower,
                limited),
            answer => (answer.Solve, answer.CertificateJson),
            FortificationReport.Write,
            token));
        return command;
    }
}
