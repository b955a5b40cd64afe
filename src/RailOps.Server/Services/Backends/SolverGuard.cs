using System.Globalization;
using Grpc.Core;
using RailOps.Analysis.CrossChecks;
using RailOps.Contracts.V1;
using RailOps.Server.Errors;
using RailOps.Solvers.Programs;

namespace RailOps.Server.Services.Backends;

/// <summary>Turns what goes wrong with a solver from outside into one clear error, logged and counted.</summary>
internal static class SolverGuard
{
    /// <summary>Name of OR-Tools in errors and metrics.</summary>
    public const string OrTools = "or-tools";

    /// <summary>Name of RailOps' own solvers in metrics.</summary>
    public const string Native = "native";

    private const string Instead = "The native solvers answer without it (solver: native).";

    /// <summary>Asks.</summary>
    /// <typeparam name="T">Answer.</typeparam>
    /// <param name="backends">The solvers.</param>
    /// <param name="problemType">Kind of question, for example <c>assess_supply</c>.</param>
    /// <param name="ask">May ask OR-Tools.</param>
    /// <exception cref="RpcException">SOLVER_UNAVAILABLE, SOLVER_FAILED or SOLVE_TIME_LIMIT, or what <paramref name="ask"/> throws by itself.</exception>
    public static T Ask<T>(SolverBackends backends, string problemType, Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (SolverUnavailableException missing)
        {
            throw Error(
                backends, problemType, StatusCode.FailedPrecondition, ErrorReasons.SolverUnavailable, missing,
                $"Google OR-Tools was asked for, but cannot be used here. {missing.Message}. {Instead}");
        }
        catch (SolverFailedException failure)
        {
            throw Error(
                backends, problemType, StatusCode.Internal, ErrorReasons.SolverFailed, failure,
                $"Google OR-Tools broke down on this request. {failure.Message} Ask again: the next request is served. {Instead}");
        }
        catch (TimeoutException late)
        {
            throw Error(
                backends, problemType, StatusCode.DeadlineExceeded, ErrorReasons.SolveTimeLimit, late,
                $"Google OR-Tools found no answer in time. {late.Message} Ask a smaller question, or raise the limit. {Instead}");
        }
    }

    /// <summary>The error of two answers that cannot both be right, with both.</summary>
    /// <param name="problemType">Kind of question.</param>
    /// <param name="report">What was compared.</param>
    /// <param name="check">The same, as it travels.</param>
    public static RpcException Disagreement(string problemType, CrossCheckReport report, CrossCheck check)
    {
        var first = report.Contradictions[0];
        return RpcErrors.Create(
            StatusCode.Internal,
            ErrorReasons.SolversDisagree,
            $"{report.Sentence} One of them is wrong; no answer is given. Please report this with the request.",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["problem_type"] = problemType,
                ["answered_by"] = $"{check.AnsweredBy.Name}, {check.AnsweredBy.Version}",
                ["checked_by"] = $"{check.CheckedBy.Name}, {check.CheckedBy.Version}",
                ["subject"] = first.Subject,
                ["unit"] = first.Unit,
                ["answered_value"] = first.Answered.ToString(CultureInfo.InvariantCulture),
                ["checked_value"] = first.Checked.ToString(CultureInfo.InvariantCulture),
                ["tolerance"] = first.Tolerance.ToString(CultureInfo.InvariantCulture),
                ["contradiction_count"] = report.Contradictions.Length.ToString(CultureInfo.InvariantCulture),
            });
    }

    private static RpcException Error(SolverBackends backends, string problemType, StatusCode code, string reason, Exception cause, string message)
    {
        backends.Reports?.Failed(problemType, reason, cause.Message);
        return RpcErrors.Create(
            code, reason, message.Replace("..", ".", StringComparison.Ordinal),
            new Dictionary<string, string>(StringComparer.Ordinal) { ["solver"] = OrTools, ["problem_type"] = problemType, ["cause"] = cause.Message });
    }
}
