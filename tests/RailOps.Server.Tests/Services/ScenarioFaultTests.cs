using Grpc.Core;
using NUnit.Framework;
using RailOps.Contracts.V1;

namespace RailOps.Server.Tests.Services;

/// <summary>What is wrong with the timeline, the date, the side or the named scenario of a question, as the client is told.</summary>
[TestFixture]
internal sealed class ScenarioFaultTests
{
    private const string History = "history-1940";

    [TestCase("history-1941", "history-1940")]
    [TestCase("timelines/japanese-sibera", "japanese-siberia")]
    [TestCase("atlantis", "")]
    public async Task An_unknown_timeline_is_NOT_FOUND(string name, string near)
    {
        var fault = await AskAsync(Ask.About(name));

        var id = name.Replace("timelines/", "", StringComparison.Ordinal);
        fault.IsAbout(StatusCode.NotFound, "TIMELINE_UNKNOWN", "scenario.timeline", id, near);
        Assert.That((fault.Resource!.ResourceType, fault.Resource.ResourceName), Is.EqualTo(("timeline", id)));
        if (near.Length == 0)
            Assert.That(fault.Message, Does.Contain(string.Join(", ", RealServer.TimelineIds)), "nothing is near, so all are named");
    }

    [Test]
    public async Task A_question_without_scenario_is_told_so()
    {
        var fault = await Fault.OfAsync(RealServer.Supply.AssessSupplyAsync(new AssessSupplyRequest()));

        fault.IsAbout(StatusCode.NotFound, "TIMELINE_UNKNOWN", "scenario.timeline", "");
        Assert.That(fault.Message, Does.StartWith("No timeline is named."));
    }

    [TestCase("tunnel-down", "tunnels-down")]
    [TestCase("timelines/history-1940/scenarios/tynda-capture", "tynda-captured")]
    public async Task An_unknown_scenario_is_NOT_FOUND(string name, string near)
    {
        var scenario = Ask.About(History);
        scenario.Scenario_ = name;

        var fault = await AskAsync(scenario);

        fault.IsAbout(StatusCode.NotFound, "SCENARIO_UNKNOWN", "scenario.scenario", name.Split('/')[^1], near);
        Assert.That(fault.Resource!.ResourceType, Is.EqualTo("scenario"));
    }

    [Test]
    public async Task A_scenario_of_another_timeline_is_not_taken_for_one_of_the_same_id()
    {
        var scenario = Ask.About(History);
        scenario.Scenario_ = "timelines/japanese-siberia/scenarios/tunnels-down";

        var fault = await AskAsync(scenario);

        Assert.That((fault.Code, fault.Info.Reason), Is.EqualTo((StatusCode.NotFound, "SCENARIO_UNKNOWN")));
        Assert.That(fault.Message, Does.Contain("japanese-siberia"));
    }

    [TestCase("1940-13-01")]
    [TestCase("1940-02-30")]
    [TestCase("1 June 1940")]
    [TestCase("01.06.1940")]
    [TestCase(" 1940-06-01")]
    public async Task A_date_that_is_none_is_INVALID_ARGUMENT(string date)
    {
        var fault = await AskAsync(Ask.About(History, date));

        fault.IsAbout(StatusCode.InvalidArgument, "DATE_INVALID", "scenario.date", date);
        Assert.That(fault.Message, Does.Contain("YYYY-MM-DD"));
    }

    [TestCase("1939-12-31")]
    [TestCase("1941-01-01")]
    public async Task A_date_outside_the_timeline_is_told_its_bounds(string date)
    {
        var fault = await AskAsync(Ask.About(History, date));

        fault.IsAbout(StatusCode.InvalidArgument, "DATE_OUTSIDE_TIMELINE", "scenario.date", date);
        Assert.That(fault.Message, Does.Contain("1940-01-01").And.Contain("1940-12-31"));
    }

    [TestCase("1940-01-01")]
    [TestCase("1940-12-31")]
    public async Task The_first_and_the_last_day_can_be_asked_for(string date) =>
        Assert.That((await RealServer.Supply.AssessSupplyAsync(Ask.Assess(History, date))).Date, Is.EqualTo(date));

    [TestCase("soviets", "soviet")]
    [TestCase("Japanese", "japanese")]
    [TestCase("british", "")]
    public async Task An_unknown_side_is_told_those_there_are(string side, string near)
    {
        var fault = await AskAsync(Ask.About(History, "", side));

        fault.IsAbout(StatusCode.InvalidArgument, "SIDE_UNKNOWN", "scenario.side", side, near);
        Assert.That(fault.Message, Does.Contain("'soviet'").And.Contain("'japanese'"));
    }

    [Test]
    public async Task Every_fault_of_a_scenario_is_told_at_once()
    {
        var fault = await AskAsync(Ask.About(
            History, "yesterday", "sovjet",
            Ask.Close("slyudyanka--tankoy"), new Change(), Ask.Derate("chita", 2), Ask.Capture("tinda"), Ask.Set("chita", "speed", 1)));

        Assert.That(fault.Code, Is.EqualTo(StatusCode.InvalidArgument));
        Assert.That(fault.Fields, Is.EquivalentTo(new[]
        {
            "scenario.date", "scenario.side", "scenario.changes[0].close.target", "scenario.changes[1]",
            "scenario.changes[2].derate.capacity_left_ratio", "scenario.changes[3].capture.station", "scenario.changes[4].set.quantity",
        }));
        Assert.That(fault.Info.Metadata["problem_count"], Is.EqualTo("7"));
        Assert.That(fault.Info.Reason, Is.EqualTo("DATE_INVALID"), "the reason of the first");
        Assert.That(
            fault.Message,
            Does.Contain("yesterday").And.Contain("sovjet").And.Contain("slyudyanka--tankhoy").And.Contain("'tynda'").And.Contain("speed"));
    }

    [Test]
    public async Task The_same_faults_are_told_by_the_other_services()
    {
        var scenario = Ask.About(History, "", "soviets");

        var flow = await Fault.OfAsync(RealServer.Flow.SolveMaxFlowAsync(Ask.Flow(scenario, "sources", "fronts")));
        var export = await Fault.OfAsync(RealServer.Flow.ExportCapacityGraphAsync(new ExportCapacityGraphRequest { Scenario = scenario }));
        var compare = await Fault.OfAsync(RealServer.Supply.CompareTimelinesAsync(Ask.Compare(Ask.About(History), scenario)));

        flow.IsAbout(StatusCode.InvalidArgument, "SIDE_UNKNOWN", "scenario.side", "soviets", "soviet");
        export.IsAbout(StatusCode.InvalidArgument, "SIDE_UNKNOWN", "scenario.side", "soviets", "soviet");
        compare.IsAbout(StatusCode.InvalidArgument, "SIDE_UNKNOWN", "cases[1].scenario.side", "soviets", "soviet");
    }

    private static Task<Fault> AskAsync(Scenario scenario) => Fault.OfAsync(RealServer.Supply.AssessSupplyAsync(Ask.Assess(scenario)));
}
