using RailOps.Analysis.CrossChecks;
using RailOps.Analysis.Supply;
using RailOps.Contracts.V1;
using RailOps.Server.Errors;
using RailOps.Server.Mapping;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.AllocationPrograms;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Programs;

namespace RailOps.Server.Services.Backends;

/// <summary>Who answers one request, and who checks the answer. The one is native where the other is not.</summary>
internal sealed class SolverChoice
{
    private readonly SolverBackends _backends;
    private readonly string _problemType;

    private SolverChoice(SolverBackends backends, string problemType, bool isByOrTools, bool isChecked)
    {
        (_backends, _problemType) = (backends, problemType);
        (IsByOrTools, IsChecked) = (isByOrTools, isChecked);
    }

    /// <summary>True: OR-Tools answers.</summary>
    public bool IsByOrTools { get; }

    /// <summary>True: the other solver is asked too.</summary>
    public bool IsChecked { get; }

    /// <summary>True: OR-Tools is asked.</summary>
    public bool NeedsOrTools => IsByOrTools || IsChecked;

    /// <summary>Maximum flow by OR-Tools, whoever answers.</summary>
    public IMaxFlowSolver OutsideFlows => _backends.MaxFlow;

    /// <summary>Attacks by OR-Tools, whoever answers.</summary>
    public IInterdictionSolver OutsideAttacks => _backends.Interdiction;

    /// <summary>Maximum flow for the answer.</summary>
    public IMaxFlowSolver AnsweringFlows => Flows(IsByOrTools);

    /// <summary>Maximum flow for the check.</summary>
    public IMaxFlowSolver CheckingFlows => Flows(!IsByOrTools);

    /// <summary>Attacks for the answer.</summary>
    public IInterdictionSolver AnsweringAttacks => Attacks(IsByOrTools);

    /// <summary>Attacks for the check.</summary>
    public IInterdictionSolver CheckingAttacks => Attacks(!IsByOrTools);

    /// <summary>Reads what a request says.</summary>
    /// <param name="backends">The solvers.</param>
    /// <param name="problemType">Kind of question, for example <c>assess_supply</c>.</param>
    /// <param name="solver">Who is asked.</param>
    /// <param name="crossCheck">True: the other too.</param>
    /// <exception cref="Grpc.Core.RpcException">The contract has no such solver.</exception>
    public static SolverChoice Read(SolverBackends backends, string problemType, Solver solver, bool crossCheck)
    {
        WireEnums.RequireKnown(solver, "solver");
        return new SolverChoice(backends, problemType, solver == Solver.OrTools, crossCheck);
    }

    /// <summary>Refuses OR-Tools as the one that answers a question that it does not answer.</summary>
    /// <param name="why">Why, and what to do.</param>
    /// <exception cref="Grpc.Core.RpcException">SOLVER_NOT_FOR_QUESTION.</exception>
    public void RefuseOrTools(string why)
    {
        if (IsByOrTools)
            throw NotForQuestion("solver", "SOLVER_OR_TOOLS", why);
    }

    /// <summary>Refuses OR-Tools in either role.</summary>
    /// <param name="why">Why, and what to do.</param>
    /// <exception cref="Grpc.Core.RpcException">SOLVER_NOT_FOR_QUESTION.</exception>
    public void RefuseBoth(string why)
    {
        RefuseOrTools(why);
        if (IsChecked)
            throw NotForQuestion("cross_check", "true", why);
    }

    /// <summary>Makes sure that whoever is needed is there, before any work is done, and tells telemetry who is asked.</summary>
    /// <exception cref="SolverUnavailableException">OR-Tools is needed, but is not here.</exception>
    public void Begin()
    {
        if (NeedsOrTools && _backends.Availability is { IsAvailable: false } missing)
            throw new SolverUnavailableException(missing.Reason);
        if (!IsByOrTools || IsChecked)
            _backends.Reports?.Asked(_problemType, SolverGuard.Native);
        if (NeedsOrTools)
            _backends.Reports?.Asked(_problemType, SolverGuard.OrTools);
    }

    /// <summary>The question for the answer.</summary>
    public SupplyQuestion Answering(SupplyQuestion question) => question with { Solver = Allocation(IsByOrTools) };

    /// <summary>The question for the check.</summary>
    public SupplyQuestion Checking(SupplyQuestion question) => question with { Solver = Allocation(!IsByOrTools) };

    /// <summary>Runs the comparison if it is asked for.</summary>
    /// <param name="answeredBy">Method of the answer.</param>
    /// <param name="duration">Time that the answer took.</param>
    /// <param name="time">Clock.</param>
    /// <param name="compare">Asks the second solver and compares.</param>
    /// <returns>The comparison as it travels; null if none is asked for.</returns>
    /// <exception cref="Grpc.Core.RpcException">SOLVERS_DISAGREE.</exception>
    public CrossCheck? Check(string answeredBy, TimeSpan duration, TimeProvider time, Func<CrossCheckReport> compare)
    {
        if (!IsChecked)
            return null;
        var start = time.GetTimestamp();
        var report = CompareInTime(answeredBy, compare);
        var check = CrossCheckMapping.Write(report, (Version(IsByOrTools), duration), (Version(!IsByOrTools), time.GetElapsedTime(start)));
        if (report.Verdict != Verdict.Contradicted)
            return check;
        _backends.Reports?.Disagreed(_problemType, report.Sentence);
        throw SolverGuard.Disagreement(_problemType, report, check);
    }

    private CrossCheckReport CompareInTime(string answeredBy, Func<CrossCheckReport> compare)
    {
        try
        {
            return compare();
        }
        catch (TimeoutException late)
        {
            _backends.Reports?.Failed(_problemType, ErrorReasons.SolveTimeLimit, late.Message);
            return new CrossCheckReport(answeredBy, IsByOrTools ? SolverGuard.Native : SolverGuard.OrTools, [], IsComplete: false, $"Nothing was compared: {late.Message}");
        }
    }

    private string Version(bool byOrTools) => byOrTools ? _backends.Availability.Version : $"RailOps {ServerVersion.Text}";

    private IAllocationSolver Allocation(bool byOrTools) => byOrTools ? new ProgramAllocationSolver(_backends.Programs) : new ExactAllocationSolver();

    private IMaxFlowSolver Flows(bool byOrTools) => byOrTools ? _backends.MaxFlow : new DinicMaxFlowSolver();

    private IInterdictionSolver Attacks(bool byOrTools) => byOrTools ? _backends.Interdiction : new LagrangianInterdictionSolver();

    private static Grpc.Core.RpcException NotForQuestion(string field, string value, string why)
    {
        var problems = new RequestProblems();
        problems.Add(ErrorReasons.SolverNotForQuestion, field, value, $"{field} is {value}, but Google OR-Tools does not answer this question: {why}");
        return problems.ToException();
    }
}
