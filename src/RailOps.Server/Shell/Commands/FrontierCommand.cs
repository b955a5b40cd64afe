using System.CommandLine;
using RailOps.Contracts.V1;
using RailOps.Server.Shell.Attacks;
using RailOps.Server.Shell.Graphs;
using RailOps.Server.Shell.Rendering;

namespace RailOps.Server.Shell.Commands;

/// <summary><c>frontier</c>: how damage grows with one resource, on a timeline or on a graph from a file.</summary>
internal static class FrontierCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(ShellEnvironment environment)
    {
        var connection = new ConnectionOptions(environment);
        var search = new SearchOptions(connection.Json);
        var (attack, solver, graph) = (new AttackOptions(search), new SolverOptions(), new GraphFrontierCommand(environment, search));
        var command = new Command("frontier", "How the damage grows with one resource: every step from none of it to the budget, each with its plan and proof.");
        attack.AddTo(command);
        solver.AddTo(command);
        search.AddTo(command);
        graph.AddTo(command);
        connection.AddTo(command);
        TimelineOrGraph.Require(command, attack.Timeline, "--graph", "--budget", "--source", "--sink", "--nodes", "--directed", "--certificate");
        var asking = new AttackSearch(environment, connection, search);
        command.SetAction((parsed, token) => graph.Wants(parsed) ? graph.RunAsync(parsed, token) : asking.AskAsync(
            parsed,
            (client, follower, limited) => client.TraceFrontierAsync(
                new TraceFrontierRequest
                {
                    Question = attack.Read(parsed),
                    VariedResource = graph.ReadVaried(parsed) ?? "",
                    Limits = attack.ReadLimits(parsed, environment.Time),
                    Solver = solver.ReadSolver(parsed),
                    CrossCheck = solver.ReadCrossCheck(parsed),
                },
                follower,
                limited),
            answer => (answer.Solve, ""),
            FrontierReport.Write,
            token));
        return command;
    }
}
