using Grpc.Core;
using NUnit.Framework;
using RailOps.Contracts.V1;
using RailOps.Server.Errors;
using RailOps.Server.Services;
using RailOps.Server.Services.Backends;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Programs;

namespace RailOps.Server.Tests.Services;

/// <summary>Supply by class and with a limited fleet on the real data, over the wire.</summary>
[TestFixture]
internal sealed class ClassSupplyTests
{
    private const double Kilogram = 0.001;
    private static readonly string[] ClassIds = ["rations-and-forage", "ammunition", "fuel", "replacements-and-other"];

    private static IEnumerable<object[]> OtherPolicies =>
        from policy in new[] { AllocationPolicy.Weighted, AllocationPolicy.Fair }
        from side in new[] { ("storm-in-the-east", "soviet"), ("japanese-siberia", "japanese") }
        select new object[] { side.Item1, side.Item2, policy };

    [OneTimeSetUp]
    public void RequireOrTools() => RealServer.RequireOrTools();

    [TestCaseSource(typeof(RealServer), nameof(RealServer.Sides))]
    public async Task One_class_is_never_less_than_all_classes(string timeline, string side)
    {
        var answer = await AskAsync(Ask.Assess(timeline, side: side), byClass: true);
        CheckTonnes(answer);
        var order = answer.Fronts.OrderBy(f => f.Priority).Select(f => f.SingleClassDivisionCount.Best - f.SustainedDivisionCount.Best).ToList();
        Assert.That(order.FirstOrDefault(gain => gain != 0), Is.GreaterThanOrEqualTo(0), "the first front that differs has more with one class");
    }

    [TestCaseSource(nameof(OtherPolicies))]
    public async Task One_class_is_never_less_under_the_other_policies(string timeline, string side, AllocationPolicy policy)
    {
        var request = Ask.Assess(timeline, side: side);
        request.Policy = policy;
        var answer = await AskAsync(request, byClass: true);
        CheckTonnes(answer);
        if (policy == AllocationPolicy.Weighted)
            Assert.That(answer.SingleClassDivisionCount.Best, Is.GreaterThanOrEqualTo(answer.SustainedDivisionCount.Best), "all weights are 1 here");
    }

    [TestCase("storm-in-the-east", "1939-08-15")]
    [TestCase("japanese-siberia", "1940-06-01")]
    public async Task Every_front_has_every_class_and_their_sums_are_those_of_the_front(string timeline, string date)
    {
        var answer = await AskAsync(Ask.Assess(timeline, date), byClass: true);
        Assert.That((answer.SupplyModel, answer.Solve.Termination), Is.EqualTo((SupplyModel.ByClass, Termination.WithinTolerance)));
        foreach (var front in answer.Fronts)
        {
            Assert.That(front.Classes.Select(c => c.ClassId), Is.EqualTo(ClassIds), front.Front);
            Assert.That(front.Classes.Sum(c => c.NeededTonnesPerDay.Best), Is.EqualTo(front.NeededTonnesPerDay.Best).Within(Kilogram), front.Front);
            Assert.That(front.Classes.Sum(c => c.DeliveredTonnesPerDay.Best), Is.EqualTo(front.DeliveredTonnesPerDay.Best).Within(Kilogram), front.Front);
            Assert.That(front.Entries.Sum(e => e.DeliveredTonnesPerDay), Is.EqualTo(front.DeliveredTonnesPerDay.Best).Within(Kilogram), front.Front);
            foreach (var row in front.Classes.Where(_ => front.PresentDivisionCount > 0))
            {
                var share = (double)front.SustainedDivisionCount.Best / front.PresentDivisionCount;
                Assert.That(row.DeliveredTonnesPerDay.Best, Is.GreaterThanOrEqualTo((row.NeededTonnesPerDay.Best * share) - (answer.Rounding.ToleranceKgPerDay * Kilogram)), $"{front.Front} {row.ClassId}");
            }
        }

        Assert.That(answer.Rounding.LargestMissKgPerDay, Is.LessThanOrEqualTo(answer.Rounding.ToleranceKgPerDay));
    }

    [Test]
    public async Task With_the_tunnels_closed_in_history_rations_bind_and_one_class_would_not_tell()
    {
        var answer = await AskAsync(Ask.Assess("history-1940", "1940-06-01", "soviet", Ask.Close("circum-baikal-tunnels")), byClass: true);
        Assert.That(answer.SingleClassDivisionCount.Best, Is.GreaterThan(answer.SustainedDivisionCount.Best));
        var khabarovsk = answer.Fronts.Single(f => f.Front == "khabarovsk");
        var rations = khabarovsk.Classes.Single(c => c.ClassId == "rations-and-forage");
        Assert.That((rations.Binds, rations.AnySourceDivisionCount > 0), Is.EqualTo((true, true)), khabarovsk.Sentence);
        Assert.That(rations.WithoutNeedDivisionCount, Is.GreaterThanOrEqualTo(rations.AnySourceDivisionCount));
        Assert.That(khabarovsk.Sentence, Does.Contain("Rations and forage binds: from any source"));
        Assert.That(answer.Explanation.Sentences[0], Does.Contain("rations and forage at Khabarovsk"));
    }

    [Test]
    public async Task Where_no_coal_arrives_trains_stop()
    {
        string[] mines = ["karaganda", "stalinsk", "leninsk-kuznetsky", "kemerovo", "anzherskaya", "cheremkhovo", "bukachacha", "chita", "gusinoye-ozero", "nalaikh", "raichikha", "suchan", "ugolnaya"];
        var changes = mines.Select(mine => Ask.Set(mine, "capacity_tonnes_per_day", 0)).ToArray();
        var answer = await AskAsync(Ask.Assess("japanese-siberia", "1940-06-01", "soviet", changes), byClass: true);
        Assert.That(answer.Coal.BurntTonnesPerDay.Best, Is.Zero);
        Assert.That(answer.Fronts.Single(f => f.Front == "primorye").BindingLimits.WithoutCoalDivisionCount, Is.EqualTo(12));
        Assert.That(answer.Fronts.Single(f => f.Front == "primorye").SustainedDivisionCount.Best, Is.Zero);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Wagons_limit_where_they_are_few(bool byClass)
    {
        var answer = await AskAsync(Ask.Assess("storm-in-the-east", "1939-08-15"), byClass, fleet: true);
        var fleet = answer.Fleet;
        Assert.That(fleet.WagonCount.Low, Is.LessThanOrEqualTo(fleet.WagonStockCount.Low), "the cautious stock is the least");
        Assert.That(fleet.WagonCount.High, Is.LessThanOrEqualTo(fleet.WagonStockCount.High));
        Assert.That((fleet.Grade, fleet.LocomotiveStockCount), Is.EqualTo((Grade.D, (CountEstimate?)null)));
        Assert.That(answer.Warnings.Select(w => w.Code), Does.Contain("LOCOMOTIVES_UNKNOWN"));
        var unlimited = await AskAsync(Ask.Assess("storm-in-the-east", "1939-08-15"), byClass, fleet: false);
        Assert.That(answer.SustainedDivisionCount.Low, Is.LessThan(unlimited.SustainedDivisionCount.Low), "21,600 wagons feed fewer divisions than the lines carry");
    }

    [Test]
    public async Task Flows_of_all_classes_keep_to_the_links()
    {
        var request = Ask.Assess("storm-in-the-east", "1939-08-15");
        request.View = AssessmentView.Full;
        var answer = await AskAsync(request, byClass: true);
        foreach (var link in answer.Links.Where(l => l.CapacityTonnesPerDay.Best >= 0))
        {
            // Coal may fill what the railway keeps for itself: 8 per cent of all, so 8/92 of the rest.
            var most = link.CapacityTonnesPerDay.Best / 0.92;
            Assert.That(link.FlowForwardTonnesPerDay, Is.LessThanOrEqualTo(most + Kilogram), link.Link);
            Assert.That(link.FlowBackwardTonnesPerDay, Is.LessThanOrEqualTo(most + Kilogram), link.Link);
        }

        Assert.That(answer.Links.Count(l => l.FlowForwardTonnesPerDay > 0), Is.GreaterThan(50));
    }

    [Test]
    public async Task A_request_without_the_new_fields_is_answered_as_before()
    {
        var answer = await RealServer.Supply.AssessSupplyAsync(Ask.Assess("japanese-siberia", "1940-06-01"));
        Assert.That((answer.SupplyModel, answer.Rounding, answer.SingleClassDivisionCount), Is.EqualTo((SupplyModel.SingleClass, (ProgramRounding?)null, (CountEstimate?)null)));
        Assert.That(answer.Solve.Termination, Is.EqualTo(Termination.Optimal));
    }

    [Test]
    public Task A_model_that_the_contract_does_not_know_is_refused() =>
        AssertRefusedAsync(r => r.SupplyModel = (SupplyModel)9, StatusCode.InvalidArgument, ErrorReasons.EnumValueUnknown);

    [Test]
    public Task The_native_solvers_do_not_answer_it() => AssertRefusedAsync(
        r =>
        {
            r.SupplyModel = SupplyModel.ByClass;
            r.Solver = Solver.Native;
        },
        StatusCode.InvalidArgument,
        ErrorReasons.SolverNotForQuestion);

    [Test]
    public Task Nothing_can_check_it() => AssertRefusedAsync(
        r =>
        {
            r.FleetLimited = true;
            r.CrossCheck = true;
        },
        StatusCode.InvalidArgument,
        ErrorReasons.SolverNotForQuestion);

    [Test]
    public void Without_OR_Tools_the_request_says_how_to_add_it()
    {
        var api = new RailOpsApi(RealServer.Data, RealServer.Options, TimeProvider.System, new SolverBackends(new DinicMaxFlowSolver(), new NoPrograms()));
        var request = Ask.Assess("japanese-siberia", "1940-06-01");
        request.SupplyModel = SupplyModel.ByClass;
        var failure = Assert.Throws<RpcException>(() => api.AssessSupply(request, CancellationToken.None))!;
        Assert.That(failure.StatusCode, Is.EqualTo(StatusCode.FailedPrecondition));
        Assert.That(failure.Status.Detail, Does.Contain("not here, add it"));
    }

    private static void CheckTonnes(AssessSupplyResponse answer)
    {
        var (several, one) = (answer.DeliveredTonnesPerDay, answer.SingleClassDeliveredTonnesPerDay);
        Assert.That(several.Low, Is.LessThanOrEqualTo(one.Low + Kilogram));
        Assert.That(several.Best, Is.LessThanOrEqualTo(one.Best + Kilogram));
        Assert.That(several.High, Is.LessThanOrEqualTo(one.High + Kilogram));
    }

    private static async Task<AssessSupplyResponse> AskAsync(AssessSupplyRequest request, bool byClass, bool fleet = false)
    {
        request.SupplyModel = byClass ? SupplyModel.ByClass : SupplyModel.SingleClass;
        request.FleetLimited = fleet;
        return await RealServer.Supply.AssessSupplyAsync(request);
    }

    private static async Task AssertRefusedAsync(Action<AssessSupplyRequest> change, StatusCode code, string reason)
    {
        var request = Ask.Assess("japanese-siberia", "1940-06-01");
        change(request);
        var failure = (await Assert.ThrowsAsync<RpcException>(async () => await RealServer.Supply.AssessSupplyAsync(request)))!;
        Assert.That(failure.StatusCode, Is.EqualTo(code));
        Assert.That(failure.Trailers.GetValueBytes(RpcErrors.DetailsTrailer), Is.Not.Null);
        Assert.That(System.Text.Encoding.UTF8.GetString(failure.Trailers.GetValueBytes(RpcErrors.DetailsTrailer)!), Does.Contain(reason));
    }

    private sealed class NoPrograms : ILinearProgramSolver
    {
        public string Name => "none";

        public SolverAvailability Availability => SolverAvailability.Missing("not here, add it");

        public LinearProgramResult Solve(LinearProgram program, LinearProgramOptions options, CancellationToken token) => throw new SolverUnavailableException(Availability.Reason);
    }
}
