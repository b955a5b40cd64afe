using Grpc.Core;
using NUnit.Framework;
using RailOps.Contracts.V1;
using RailOps.Testing.Programs;

namespace RailOps.Server.Tests.Services;

/// <summary>Models exported as programs, solved by Debian's cbc and glpsol: the same optimum as here.</summary>
[TestFixture]
internal sealed class ProgramExportTests
{
    private static readonly (string Timeline, string Date)[] Days = [("storm-in-the-east", "1939-08-15"), ("japanese-siberia", "1940-06-01")];

    public static IEnumerable<object[]> Readers =>
        from day in Days
        from program in new[] { "cbc", "glpsol" }
        from format in new[] { ProgramFormat.Mps, ProgramFormat.Lp }
        select new object[] { day.Timeline, day.Date, program, format };

    [TestCaseSource(nameof(Readers))]
    public async Task The_maximum_flow_is_what_the_assessment_delivers(string timeline, string date, string program, ProgramFormat format)
    {
        var exported = await ExportAsync(new ExportProgramRequest { MaxFlow = new MaxFlowModel { Scenario = Ask.About(timeline, date) }, Format = format });
        var assessment = await RealServer.Supply.AssessSupplyAsync(Ask.Assess(timeline, date));
        Assert.That(exported.Optimum, Is.EqualTo(assessment.DeliveredTonnesPerDay.Best).Within(1e-6));
        Assert.That(Solve(exported, program, format, isMaximized: true), Is.EqualTo(exported.Optimum).Within(1e-3));
        Assert.That(exported.IntegerCount, Is.Zero);
    }

    [TestCaseSource(nameof(Readers))]
    public async Task Supply_by_class_in_tonnes_has_the_same_optimum(string timeline, string date, string program, ProgramFormat format)
    {
        var exported = await ExportAsync(new ExportProgramRequest { ByClass = new ClassModel { Scenario = Ask.About(timeline, date), FleetLimited = true }, Format = format });
        RequireOptimum(exported);
        Assert.That(Solve(exported, program, format, isMaximized: true), Is.EqualTo(exported.Optimum).Within(1e-3));
    }

    [TestCaseSource(nameof(Readers))]
    public async Task Supply_by_class_in_divisions_has_the_same_optimum(string timeline, string date, string program, ProgramFormat format)
    {
        var scenario = Ask.About(timeline, date, "", Ask.Close("circum-baikal-tunnels"));
        var exported = await ExportAsync(new ExportProgramRequest { ByClass = new ClassModel { Scenario = scenario, Goal = ClassGoal.Divisions }, Format = format });
        RequireOptimum(exported);
        Assert.That(Solve(exported, program, format, isMaximized: true), Is.EqualTo(exported.Optimum).Within(1e-4));
        Assert.That(exported.IntegerCount, Is.GreaterThan(5));
        var request = Ask.Assess(scenario);
        (request.SupplyModel, request.Policy) = (SupplyModel.ByClass, AllocationPolicy.Weighted);
        var assessment = await RealServer.Supply.AssessSupplyAsync(request);
        Assert.That(exported.Optimum, Is.EqualTo((double)assessment.SustainedDivisionCount.Best).Within(1e-4), "all weights are 1 here");
    }

    [TestCase("cbc", ProgramFormat.Mps)]
    [TestCase("cbc", ProgramFormat.Lp)]
    [TestCase("glpsol", ProgramFormat.Mps)]
    [TestCase("glpsol", ProgramFormat.Lp)]
    public async Task Woods_program_has_the_optimum_of_our_own_search(string program, ProgramFormat format)
    {
        var attack = new AttackQuestion { Scenario = Ask.About("japanese-siberia", "1940-04-15"), Resources = { new ResourceBudget { Resource = "commando-raids", BudgetCount = 2 } } };
        var exported = await ExportAsync(new ExportProgramRequest { Attack = attack, Format = format });
        Assert.That(exported.HasOptimum, Is.True);
        Assert.That(Solve(exported, program, format, isMaximized: false), Is.EqualTo(exported.Optimum).Within(1e-6));
        Assert.That(exported.Text, Does.Contain("is struck"));
    }

    [Test]
    public async Task Every_variable_is_explained()
    {
        var exported = await ExportAsync(new ExportProgramRequest { ByClass = new ClassModel { Scenario = Ask.About("japanese-siberia", "1940-06-01") } });
        var explained = exported.Text.Split('\n').Where(line => line.StartsWith("* x", StringComparison.Ordinal)).ToList();
        Assert.That(explained, Has.Count.EqualTo(exported.VariableCount));
        Assert.That(explained, Has.Some.Contains("ammunition over ").And.Some.Contains("coal from Cheremkhovo").And.Some.Contains("divisions sustained at primorye"));
    }

    [Test]
    public async Task A_request_without_a_model_is_refused()
    {
        var failure = (await Assert.ThrowsAsync<RpcException>(() => ExportAsync(new ExportProgramRequest())))!;
        Assert.That(failure.StatusCode, Is.EqualTo(StatusCode.InvalidArgument));
        Assert.That(failure.Status.Detail, Does.Contain("max_flow, by_class or attack"));
    }

    [Test]
    public async Task An_attack_on_anything_but_tonnes_is_refused()
    {
        var attack = new AttackQuestion
        {
            Scenario = Ask.About("japanese-siberia", "1940-04-15"),
            Objective = AttackObjective.SustainedDivisions,
            Resources = { new ResourceBudget { Resource = "commando-raids", BudgetCount = 2 } },
        };
        var failure = (await Assert.ThrowsAsync<RpcException>(() => ExportAsync(new ExportProgramRequest { Attack = attack })))!;
        Assert.That(failure.Status.Detail, Does.Contain("delivered tonnes"));
    }

    private static async Task<ExportProgramResponse> ExportAsync(ExportProgramRequest request) => await RealServer.Flow.ExportProgramAsync(request);

    private static void RequireOptimum(ExportProgramResponse exported)
    {
        if (!exported.HasOptimum)
            Assert.Ignore("OR-Tools is not installed here, so there is no optimum to compare with: ./railops or-tools");
    }

    private static double Solve(ExportProgramResponse exported, string program, ProgramFormat format, bool isMaximized)
    {
        var optimum = OtherSolver.Optimum(program, format == ProgramFormat.Mps ? "mps" : "lp", exported.Text);
        return format == ProgramFormat.Mps && isMaximized ? -optimum : optimum;
    }
}
