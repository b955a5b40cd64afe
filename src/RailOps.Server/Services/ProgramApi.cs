using Grpc.Core;
using RailOps.Analysis.Interdiction;
using RailOps.Analysis.Supply;
using RailOps.Analysis.SupplyClasses;
using RailOps.Contracts.V1;
using RailOps.Model;
using RailOps.OrTools.Interdiction;
using RailOps.Server.Errors;
using RailOps.Server.Hosting;
using RailOps.Server.Mapping;
using RailOps.Server.Services.Backends;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Programs;
using RailOps.Solvers.Results;
using ModelLevel = RailOps.Model.Units.EstimateLevel;
using Policy = RailOps.Solvers.Allocation.AllocationPolicy;
using ProblemQuestion = RailOps.Analysis.Interdiction.AttackQuestion;
using WireLevel = RailOps.Contracts.V1.EstimateLevel;
using WirePosture = RailOps.Contracts.V1.Posture;

namespace RailOps.Server.Services;

/// <summary>Models as programs for other solvers, with the optimum found here. Thread-safe; holds no state but the data.</summary>
public sealed class ProgramApi
{
    private const string ProblemType = "export_program";

    private readonly RailData _data;
    private readonly ServerOptions _limits;
    private readonly TimeProvider _time;
    private readonly ScenarioReading _scenarios;
    private readonly AttackReading _attacks;
    private readonly SolverBackends _backends;

    internal ProgramApi(RailData data, ServerOptions limits, TimeProvider time, ScenarioReading scenarios, SolverBackends backends)
    {
        (_data, _limits, _time, _scenarios, _backends) = (data, limits, time, scenarios, backends);
        _attacks = new AttackReading(data, scenarios);
    }

    /// <summary>A model as text.</summary>
    /// <param name="request">Which model in which form.</param>
    /// <param name="token">Cancellation.</param>
    /// <returns>The text and the optimum.</returns>
    /// <exception cref="RpcException">Bad request.</exception>
    public ExportProgramResponse Export(ExportProgramRequest request, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        WireEnums.RequireKnown(request.Format, "format");
        var isLp = request.Format == ProgramFormat.Lp;
        return SolverGuard.Ask(_backends, ProblemType, () => request.ModelCase switch
        {
            ExportProgramRequest.ModelOneofCase.MaxFlow => MaxFlow(request.MaxFlow, isLp, token),
            ExportProgramRequest.ModelOneofCase.ByClass => ByClass(request.ByClass, isLp, token),
            ExportProgramRequest.ModelOneofCase.Attack => Attack(request.Attack, isLp, token),
            _ => throw RpcErrors.Create(
                StatusCode.InvalidArgument, ErrorReasons.SubjectMissing, "The request names no model; set max_flow, by_class or attack."),
        });
    }

    private ExportProgramResponse MaxFlow(MaxFlowModel model, bool isLp, CancellationToken token)
    {
        var (question, level) = Read(model.Scenario, model.Posture, model.Level, "max_flow");
        var program = ClassProgram.Build(new ClassQuestion(question, IsByClass: false, IsFleetLimited: false), level, isForDivisions: false);
        var most = ClassProgram.MostTonnes(question, level, token);
        return Write(program.Program, program.Legend, isLp, most, "The most tonnes a day that can come to all fronts, at most what they need; by our own maximum flow.");
    }

    private ExportProgramResponse ByClass(ClassModel model, bool isLp, CancellationToken token)
    {
        WireEnums.RequireKnown(model.Goal, "by_class.goal");
        var (question, level) = Read(model.Scenario, model.Posture, model.Level, "by_class");
        var isForDivisions = model.Goal == ClassGoal.Divisions;
        var program = ClassProgram.Build(new ClassQuestion(question, IsByClass: true, model.FleetLimited), level, isForDivisions);
        var goal = isForDivisions ? "The largest weighted sum of whole divisions" : "The most tonnes a day of all classes delivered to all fronts";
        return Write(program.Program, program.Legend, isLp, Solved(program.Program, token), $"{goal}, every class from its own sources; by OR-Tools.");
    }

    private ExportProgramResponse Attack(Contracts.V1.AttackQuestion model, bool isLp, CancellationToken token)
    {
        var problems = new RequestProblems();
        var question = _attacks.Read(model, "attack", problems);
        problems.ThrowIfAny();
        RequireTonnes(question!);
        var attack = AttackProblem.Of(question!);
        var wood = WoodModel.Of(attack.Problem) ?? throw RpcErrors.Create(
            StatusCode.FailedPrecondition, ErrorReasons.NoRoute, "Nothing comes to any front before the attack, so there is no program to write.");
        var legend = wood.AttackVariables.SelectMany((levels, target) => levels.Select((variable, way) =>
            $"x{variable}: 1 if {attack.TargetNames[target]} is struck{(levels.Length > 1 ? $", way {way + 1}" : "")}"));
        var limits = SolveOptions.Default with { TimeLimit = _limits.SolveTimeLimit, TimeProvider = _time };
        var best = new LagrangianInterdictionSolver().Solve(attack.Problem, InterdictionOptions.Default with { Limits = limits }, progress: null, token);
        token.ThrowIfCancellationRequested();
        var optimum = best.Termination == Solvers.Results.Termination.Optimal ? (double)best.Value / wood.UnitsPerObjective : (double?)null;
        var tonnes = wood.UnitsPerObjective / 1000m;
        return Write(wood.Program, legend, isLp, optimum, FormattableString.Invariant($"The least share left of {tonnes:#,0.###} t/day; by our own branch and bound."));
    }

    private static void RequireTonnes(ProblemQuestion question)
    {
        if (question.Objective == Analysis.Interdiction.AttackObjective.DeliveredTonnes)
            return;
        var problems = new RequestProblems();
        problems.Add(
            ErrorReasons.SolverNotForQuestion, "attack.objective", question.Objective.ToString(),
            $"attack.objective is {question.Objective}, but Wood's program is of delivered tonnes. Leave it unset.");
        problems.ThrowIfAny();
    }

    private double? Solved(LinearProgram program, CancellationToken token)
    {
        if (!_backends.Availability.IsAvailable)
            return null;
        var result = _backends.Programs.Solve(program, new LinearProgramOptions { TimeLimit = _limits.SolveTimeLimit }, token);
        token.ThrowIfCancellationRequested();
        return result.Termination == ProgramTermination.Optimal ? result.Objective : null;
    }

    private (SupplyQuestion Question, ModelLevel Level) Read(Scenario? scenario, WirePosture posture, WireLevel level, string field)
    {
        WireEnums.RequireKnown(level, $"{field}.level");
        WireEnums.RequireKnown(posture, $"{field}.posture");
        var situation = _scenarios.Read(scenario, $"{field}.scenario");
        return (new SupplyQuestion(situation, Policy.Priority, WireEnums.Read(posture)), WireEnums.Read(level));
    }

    private ExportProgramResponse Write(LinearProgram program, IEnumerable<string> legend, bool isLp, double? optimum, string sentence)
    {
        using var text = new StringWriter { NewLine = "\n" };
        string[] head = [$"RailOps {ServerVersion.Text}, data {_data.Revision}. {sentence}", .. legend];
        if (isLp)
            LinearProgramText.WriteLp(program, text, head);
        else
            LinearProgramText.WriteMps(program, text, head);
        var response = new ExportProgramResponse
        {
            Text = text.ToString(),
            Sentence = sentence,
            VariableCount = program.VariableCount,
            IntegerCount = program.IsInteger.Count(isWhole => isWhole),
            RowCount = program.RowCount,
            NetworkRevision = _data.Revision,
        };
        if (optimum is { } found)
            response.Optimum = found;
        return response;
    }
}
