using Grpc.Core;
using RailOps.Server.Errors;
using RailOps.Server.Telemetry;
using RailOps.Solvers.Programs;

namespace RailOps.Server.Services.Backends;

/// <summary>Turns what goes wrong with a solver from outside into one clear error, logged and counted.</summary>
internal static class SolverGuard
{
    /// <summary>Name of OR-Tools in errors and metrics.</summary>
    public const string OrTools = "or-tools";

    /// <summary>Asks.</summary>
    /// <typeparam name="T">Answer.</typeparam>
    /// <param name="backends">The solvers.</param>
    /// <param name="problemType">Kind of question, for example <c>assess_supply</c>.</param>
    /// <param name="ask">May ask OR-Tools.</param>
    /// <exception cref="RpcException">SOLVER_UNAVAILABLE or SOLVER_FAILED, or what <paramref name="ask"/> throws by itself.</exception>
    public static T Ask<T>(SolverBackends backends, string problemType, Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (SolverUnavailableException missing)
        {
            throw Error(
                backends.Reports, problemType, StatusCode.FailedPrecondition, ErrorReasons.SolverUnavailable,
                $"Google OR-Tools was asked for, but cannot be used here. {missing.Message} The native solvers answer without it (solver: SOLVER_NATIVE).",
                missing.Message);
        }
        catch (SolverFailedException failure)
        {
            throw Error(
                backends.Reports, problemType, StatusCode.Internal, ErrorReasons.SolverFailed,
                $"Google OR-Tools broke down on this request. {failure.Message} Ask again, or ask the native solvers (solver: SOLVER_NATIVE).",
                failure.Message);
        }
    }

    private static RpcException Error(ISolverReports? reports, string problemType, StatusCode code, string reason, string message, string cause)
    {
        reports?.Failed(problemType, reason, cause);
        return RpcErrors.Create(
            code, reason, message,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["solver"] = OrTools, ["problem_type"] = problemType, ["cause"] = cause });
    }
}
