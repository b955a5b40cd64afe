using System.Globalization;
using Grpc.Core;
using NUnit.Framework;
using RailOps.Contracts.V1;

namespace RailOps.Server.Tests.Services;

/// <summary>What is wrong with a comparison, as the client is told.</summary>
[TestFixture]
internal sealed class ComparisonFaultTests
{
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(9)]
    public async Task The_number_of_cases_is_2_to_8(int count)
    {
        var request = new CompareTimelinesRequest();
        for (var i = 0; i < count; i++)
            request.Cases.Add(new ComparisonCase { Label = $"case {i}", Scenario = Ask.About("history-1940") });

        var fault = await AskAsync(request);

        fault.IsAbout(StatusCode.InvalidArgument, "CASE_COUNT_OUT_OF_RANGE", "cases", count.ToString(CultureInfo.InvariantCulture));
        Assert.That(fault.Message, Does.Contain("2 to 8"));
    }

    [Test]
    public async Task Labels_must_differ()
    {
        var request = Ask.Compare(Ask.About("history-1940"), Ask.About("history-1939"), Ask.About("history-1940"));
        request.Cases[0].Label = request.Cases[1].Label = "twice";

        var fault = await AskAsync(request);

        fault.IsAbout(StatusCode.InvalidArgument, "CASE_LABEL_DUPLICATE", "cases[1].label", "twice");
    }

    [Test]
    public async Task Labels_made_by_the_server_must_differ_too() => (await AskAsync(Ask.Compare(Ask.About("history-1940"), Ask.About("history-1940")))).IsAbout(
        StatusCode.InvalidArgument, "CASE_LABEL_DUPLICATE", "cases[1].label", "history-1940");

    [Test]
    public async Task Cases_that_set_one_figure_to_different_values_have_labels_of_their_own()
    {
        static Scenario With(double pairs) => Ask.About("history-1940", "", "", Ask.Set("irkutsk--port-baikal", "train_pairs_per_day", pairs));

        var answer = await RealServer.Supply.CompareTimelinesAsync(Ask.Compare(With(10), With(20)));

        Assert.That(answer.Cases.Select(c => c.Label), Is.Unique);
    }

    [Test]
    public async Task Cases_that_derate_one_place_differently_have_labels_of_their_own()
    {
        static Scenario With(double left) => Ask.About("history-1940", "", "", Ask.Derate("trans-baikal", left));

        var answer = await RealServer.Supply.CompareTimelinesAsync(Ask.Compare(With(0.5), With(0.25)));

        Assert.That(answer.Cases.Select(c => c.Label), Is.Unique);
    }

    [Test]
    public async Task A_fault_of_a_case_has_its_path()
    {
        var bad = Ask.About("history-1940");
        bad.Scenario_ = "tunnel-down";

        var scenario = await AskAsync(Ask.Compare(Ask.About("history-1940"), bad));
        var timeline = await AskAsync(Ask.Compare(Ask.About("history-1940"), Ask.About("history-1941")));
        var missing = await AskAsync(new CompareTimelinesRequest { Cases = { new ComparisonCase { Scenario = Ask.About("history-1940") }, new ComparisonCase { Label = "b" } } });

        scenario.IsAbout(StatusCode.NotFound, "SCENARIO_UNKNOWN", "cases[1].scenario.scenario", "tunnel-down", "tunnels-down");
        timeline.IsAbout(StatusCode.NotFound, "TIMELINE_UNKNOWN", "cases[1].scenario.timeline", "history-1941", "history-1940");
        missing.IsAbout(StatusCode.NotFound, "TIMELINE_UNKNOWN", "cases[1].scenario.timeline", "");
    }

    [Test]
    public async Task Faults_of_several_cases_are_told_at_once()
    {
        var fault = await AskAsync(Ask.Compare(
            Ask.About("history-1940", "1950-01-01"), Ask.About("history-1940", "", "", Ask.Close("chitta"), Ask.Derate("chita", -1))));

        Assert.That(
            fault.Fields,
            Is.EquivalentTo(new[]
            {
                "cases[0].scenario.date", "cases[1].scenario.changes[0].close.target", "cases[1].scenario.changes[1].derate.capacity_left_ratio",
            }));
    }

    private static Task<Fault> AskAsync(CompareTimelinesRequest request) => Fault.OfAsync(RealServer.Supply.CompareTimelinesAsync(request));
}
