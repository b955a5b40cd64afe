using RailOps.Analysis.Supply;
using RailOps.Analysis.SupplyClasses;
using RailOps.Contracts.V1;
using RailOps.Server.Errors;
using RailOps.Server.Mapping;
using RailOps.Server.Services.Backends;
using RailOps.Solvers.Results;

namespace RailOps.Server.Services;

/// <summary>Supply by class and with a limited fleet: the part of <c>AssessSupply</c> that only programs answer.</summary>
internal static class ClassSupply
{
    private const string ProblemType = "assess_supply_by_class";

    /// <summary>Whether a request asks for it; refuses numbers that the contract has no name for.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT.</exception>
    public static bool IsAsked(AssessSupplyRequest request)
    {
        WireEnums.RequireKnown(request.SupplyModel, "supply_model");
        return request.SupplyModel == SupplyModel.ByClass || request.FleetLimited;
    }

    /// <summary>Answers.</summary>
    /// <exception cref="Grpc.Core.RpcException">SOLVER_NOT_FOR_QUESTION.</exception>
    public static ClassAnswer Answer(
        AssessSupplyRequest request, SupplyQuestion question, SolverBackends backends, SolveOptions options, CancellationToken token)
    {
        Refuse(request.Solver == Solver.Native, "solver", "SOLVER_NATIVE");
        Refuse(request.CrossCheck, "cross_check", "true");
        backends.Reports?.Asked(ProblemType, SolverGuard.OrTools);
        var asked = new ClassQuestion(question, request.SupplyModel == SupplyModel.ByClass, request.FleetLimited);
        return ClassAssessor.Assess(asked, backends.Programs, options, token);
    }

    private static void Refuse(bool isAsked, string field, string value)
    {
        if (!isAsked)
            return;
        var problems = new RequestProblems();
        problems.Add(
            ErrorReasons.SolverNotForQuestion, field, value,
            $"{field} is {value}, but supply by class and a limited fleet are linear programs, which only Google OR-Tools solves here. Leave {field} unset.");
        throw problems.ToException();
    }
}
