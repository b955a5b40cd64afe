using System.Globalization;
using Grpc.Core;
using NUnit.Framework;
using RailOps.Contracts.V1;

namespace RailOps.Server.Tests.Services;

/// <summary>What is wrong with a change, as the client is told: code, reason, field path, value and nearest match.</summary>
[TestFixture]
internal sealed class ChangeFaultTests
{
    [TestCase("slyudianka", "slyudyanka")]
    [TestCase("port-baikal--maritui", "port-baikal--marituy")]
    [TestCase("circum-baikal-tunnel", "circum-baikal-tunnels")]
    [TestCase("xyzzy", "")]
    public async Task A_misspelt_target_is_told_the_nearest(string target, string near) =>
        (await AskAsync(Ask.Close(target))).IsAbout(StatusCode.InvalidArgument, "TARGET_UNKNOWN", "scenario.changes[0].close.target", target, near);

    [Test]
    public async Task A_target_with_its_kind_is_looked_for_among_that_kind()
    {
        var fault = await AskAsync(Ask.Close("railway:slyudianka"), Ask.Close("station:slyudianka"));

        Assert.That(fault.Message, Does.Contain("no railway 'slyudianka'").And.Contain("no station 'slyudianka'. Did you mean 'slyudyanka'?"));
    }

    [Test]
    public async Task An_empty_target_is_refused() =>
        (await AskAsync(Ask.Close(""))).IsAbout(StatusCode.InvalidArgument, "TARGET_UNKNOWN", "scenario.changes[0].close.target", "");

    [TestCase("tinda", "tynda")]
    [TestCase("komsomolsk-on-amur", "komsomolsk")]
    [TestCase("tynda--berkakit", "")]
    public async Task A_station_that_does_not_exist_cannot_be_captured(string station, string near)
    {
        var fault = await AskAsync(Ask.Capture(station));

        Assert.That(fault.Info.Reason, Is.EqualTo("STATION_UNKNOWN"), fault.Message);
        if (near.Length > 0)
            fault.IsAbout(StatusCode.InvalidArgument, "STATION_UNKNOWN", "scenario.changes[0].capture.station", station, near);
        else
            Assert.That((fault.Code, fault.Fields.Single()), Is.EqualTo((StatusCode.InvalidArgument, "scenario.changes[0].capture.station")));
    }

    [Test]
    public async Task A_side_that_does_not_exist_captures_nothing() => (await AskAsync(Ask.Capture("tynda", "japanes"))).IsAbout(
        StatusCode.InvalidArgument, "SIDE_UNKNOWN", "scenario.changes[0].capture.by_side", "japanes", "japanese");

    [TestCase(-0.5)]
    [TestCase(1.5)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(double.NegativeInfinity)]
    [TestCase(1e300)]
    public async Task A_share_that_is_none_is_refused(double left)
    {
        var fault = await AskAsync(Ask.Derate("chita", left));

        fault.IsAbout(
            StatusCode.InvalidArgument, "RATIO_OUT_OF_RANGE", "scenario.changes[0].derate.capacity_left_ratio",
            left.ToString(CultureInfo.InvariantCulture));
        Assert.That(fault.Message, Does.Contain("chita").And.Contain("0 (closed)").And.Contain("1 (whole)"));
    }

    [TestCase(0)]
    [TestCase(1e-300)]
    [TestCase(1)]
    public async Task A_share_at_the_bounds_is_taken(double left) => Assert.That(
        (await RealServer.Supply.AssessSupplyAsync(Ask.Assess("history-1940", "", "", Ask.Derate("chita", left)))).AppliedChanges,
        Has.Some.Property(nameof(AppliedChange.Sentence)).StartsWith("Chita"));

    [TestCase("train_pair_per_day", "train_pairs_per_day")]
    [TestCase("TrackCount", "track_count")]
    [TestCase("speed", "")]
    [TestCase("", "")]
    public async Task An_unknown_quantity_is_told_those_there_are(string quantity, string near)
    {
        var fault = await AskAsync(Ask.Set("chita", quantity, 1));

        fault.IsAbout(StatusCode.InvalidArgument, "QUANTITY_UNKNOWN", "scenario.changes[0].set.quantity", quantity, near);
        Assert.That(fault.Message, Does.Contain("track_count").And.Contain("net_train_load_tonnes").And.Contain("truck_count"));
    }

    [TestCase(-1)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(double.NegativeInfinity)]
    [TestCase(10_001)]
    [TestCase(1e10)]
    [TestCase(1e300)]
    public async Task A_figure_that_cannot_be_is_refused(double value) => (await AskAsync(Ask.Set("irkutsk--port-baikal", "train_pairs_per_day", value))).IsAbout(
        StatusCode.InvalidArgument, "VALUE_OUT_OF_RANGE", "scenario.changes[0].set.value", value.ToString(CultureInfo.InvariantCulture));

    [Test]
    public async Task A_change_that_says_nothing_is_refused() => (await AskAsync(new Change())).IsAbout(
        StatusCode.InvalidArgument, "CHANGE_EMPTY", "scenario.changes[0]", "");

    [TestCase("station:chita")]
    [TestCase("circum-baikal-tunnels")]
    public async Task Only_links_and_railways_can_be_opened(string target) => (await AskAsync(Ask.Open(target))).IsAbout(
        StatusCode.InvalidArgument, "CHANGE_NOT_APPLICABLE", "scenario.changes[0].open.target", target);

    [TestCase("chita", "train_pairs_per_day")]
    [TestCase("mogoytuy", "capacity_tonnes_per_day")]
    [TestCase("trans-baikal", "track_count")]
    [TestCase("irkutsk--port-baikal", "truck_count")]
    public async Task A_figure_that_the_target_does_not_have_cannot_be_set(string target, string quantity)
    {
        var fault = await AskAsync(Ask.Set(target, quantity, 1));

        Assert.That((fault.Code, fault.Info.Reason), Is.EqualTo((StatusCode.InvalidArgument, "CHANGE_NOT_APPLICABLE")), fault.Message);
        Assert.That(fault.Fields.Single(), Does.StartWith("scenario.changes[0].set."));
        Assert.That(fault.Message, Does.Contain(target));
    }

    [Test]
    public async Task The_path_counts_the_changes_of_the_request_not_those_of_its_named_scenario()
    {
        var scenario = Ask.About("history-1940", "", "", Ask.Close("chita"), new Change(), Ask.Close("chitta"));
        scenario.Scenario_ = "ground-to-tynda-captured";

        var fault = await Fault.OfAsync(RealServer.Supply.AssessSupplyAsync(Ask.Assess(scenario)));

        Assert.That(fault.Fields, Is.EqualTo(new[] { "scenario.changes[1]", "scenario.changes[2].close.target" }));
    }

    [Test]
    public async Task More_changes_than_allowed_are_refused_by_their_number()
    {
        var many = Enumerable.Repeat(Ask.Derate("chita", 1), RealServer.Options.ChangeCount).ToArray();

        var fault = await AskAsync([.. many, Ask.Close("chita")]);
        var answer = await RealServer.Supply.AssessSupplyAsync(Ask.Assess("history-1940", "", "", many));

        fault.IsAbout(StatusCode.InvalidArgument, "TOO_MANY_CHANGES", "scenario.changes", "201");
        Assert.That(fault.Message, Does.Contain("200"));
        Assert.That(answer.AppliedChanges.Count(c => c.Event.Length == 0), Is.EqualTo(200));
    }

    [Test]
    public async Task The_largest_figures_together_are_still_answered()
    {
        const string Link = "irkutsk--port-baikal";
        var answer = await RealServer.Supply.AssessSupplyAsync(Ask.Assess(
            "history-1940", "", "", Ask.Set(Link, "train_pairs_per_day", 1e4), Ask.Set(Link, "net_train_load_tonnes", 1e5), Ask.Set("arys", "capacity_tonnes_per_day", 1e9)));

        Assert.That(answer.Solve.CertificateAccepted);
    }

    [Test]
    public void No_id_of_the_data_is_ambiguous()
    {
        var network = RealServer.Data.Base;
        var ids = network.Links.Select(l => l.Id)
            .Concat(network.Stations.Select(s => s.Id))
            .Concat(network.Points.Select(p => p.Id))
            .Concat(network.Railways.Select(r => r.Id))
            .Concat(RealServer.Data.Timelines.SelectMany(t => t.Sides).Select(s => s.Id).Distinct());

        Assert.That(ids, Is.Unique, "an id of two kinds is TARGET_AMBIGUOUS; then ask with it here");
    }

    private static Task<Fault> AskAsync(params Change[] changes) =>
        Fault.OfAsync(RealServer.Supply.AssessSupplyAsync(Ask.Assess("history-1940", "", "", changes)));
}
