using System.CommandLine;
using Grpc.Core;
using RailOps.Analysis.CrossChecks;
using RailOps.Analysis.GraphFiles;
using RailOps.Contracts.V1;
using RailOps.OrTools.Hosts;
using RailOps.OrTools.Workers;
using RailOps.Server.Services.Backends;
using RailOps.Server.Shell.Clients;
using RailOps.Server.Shell.Commands;
using RailOps.Server.Shell.Errors;

namespace RailOps.Server.Shell.Graphs;

/// <summary>Who solves a question about a graph that the user brings, in this process.</summary>
/// <param name="options">Who is asked.</param>
/// <param name="problemType">Kind of question, for example <c>max_flow</c>.</param>
/// <param name="time">Clock.</param>
internal sealed class GraphSolvers(SolverOptions options, string problemType, TimeProvider time)
{
    /// <summary>Asks, and the other solver too if it is wanted.</summary>
    /// <typeparam name="T">Answer.</typeparam>
    /// <param name="parsed">What was typed.</param>
    /// <param name="ask">Answers by OR-Tools (true) or natively (false), with the solvers chosen.</param>
    /// <param name="solveOf">How it was answered.</param>
    /// <param name="compare">Compares two answers.</param>
    /// <param name="refuse">Refuses what nobody chosen answers, before anybody is asked; null: nothing.</param>
    /// <exception cref="CallFailedException">OR-Tools is missing or broke down, or the two disagree.</exception>
    public (T Answer, CrossCheck? Check) Ask<T>(
        ParseResult parsed, Func<bool, SolverChoice, T> ask, Func<T, GraphSolve> solveOf, Func<T, T, CrossCheckReport> compare, Action<SolverChoice>? refuse = null)
    {
        using var host = OrToolsHosts.Make(new NodeWorkerOptions(), observer: null);
        var backends = new SolverBackends(host);
        try
        {
            return SolverGuard.Ask(backends, problemType, () =>
            {
                var choice = SolverChoice.Read(backends, problemType, options.ReadSolver(parsed), options.ReadCrossCheck(parsed));
                refuse?.Invoke(choice);
                choice.Begin();
                var answer = ask(choice.IsByOrTools, choice);
                var solve = solveOf(answer);
                return (answer, choice.Check(solve.Method, solve.Duration, time, () => compare(answer, ask(!choice.IsByOrTools, choice))));
            });
        }
        catch (RpcException failure)
        {
            throw CallFailures.From(failure, server: null);
        }
    }
}
