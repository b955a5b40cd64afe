using NUnit.Framework;
using RailOps.Contracts.V1;

namespace RailOps.Server.Tests.Shell;

[TestFixture]
internal sealed class ChangeOrderTests
{
    [Test]
    public async Task Changes_keep_the_order_in_which_they_were_typed_across_options()
    {
        var scenario = await ScenarioOfAsync(
            "assess", "--close", "a", "--repair", "a", "sample", "--date", "1940-06-01", "--derate=link:b=0.25", "--close", "c",
            "--capture", "harbin=soviet", "--capture", "mukden", "--open", "bam", "--set", "trans-siberian.train_pairs_per_day=24");

        Assert.That(scenario.Changes.Select(change => change.ActionCase), Is.EqualTo(new[]
        {
            Change.ActionOneofCase.Close, Change.ActionOneofCase.Repair, Change.ActionOneofCase.Derate, Change.ActionOneofCase.Close,
            Change.ActionOneofCase.Capture, Change.ActionOneofCase.Capture, Change.ActionOneofCase.Open, Change.ActionOneofCase.Set,
        }));
        Assert.That(scenario.Changes[2].Derate, Is.EqualTo(new DerateChange { Target = "link:b", CapacityLeftRatio = 0.25 }));
        Assert.That(scenario.Changes[3].Close.Target, Is.EqualTo("c"));
        Assert.That(scenario.Changes[4].Capture, Is.EqualTo(new CaptureChange { Station = "harbin", BySide = "soviet" }));
        Assert.That(scenario.Changes[5].Capture.BySide, Is.Empty);
        Assert.That(scenario.Changes[7].Set, Is.EqualTo(new SetChange { Target = "trans-siberian", Quantity = "train_pairs_per_day", Value = 24 }));
        Assert.That(scenario.Timeline, Is.EqualTo("sample"));
        Assert.That(scenario.Date, Is.EqualTo("1940-06-01"));
    }

    [TestCase("--derate", "tunnel", "TARGET=SHARE")]
    [TestCase("--derate", "tunnel=half", "\"half\" is not a number")]
    [TestCase("--derate", "tunnel=0,5", "\"0,5\" is not a number")]
    [TestCase("--set", "tunnel=5", "TARGET.QUANTITY=VALUE")]
    [TestCase("--close", " ", "names no place")]
    public async Task A_change_that_cannot_be_read_is_bad_input_and_says_how_to_write_it(string option, string text, string expected)
    {
        var client = new FakeClient();
        var run = await ShellRun.OfAsync(client, "assess", "sample", option, text);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(expected).And.Contain(option));
        Assert.That(run.Output, Is.Empty);
        Assert.That(client.LastRequest, Is.Null, "nothing may be asked");
    }

    [Test]
    public async Task A_case_holds_timeline_scenario_date_and_changes()
    {
        var client = new FakeClient().Answer<CompareTimelinesRequest>(_ => Samples.Comparison());
        await ShellRun.OfAsync(client, "compare", "sample", "other/raid@1941-01-02+close:point:tunnel;derate:b=0.5", "--date", "1940-06-01", "--side", "soviet");
        var cases = ((CompareTimelinesRequest)client.LastRequest!).Cases;

        Assert.That(cases[0].Scenario, Is.EqualTo(new Scenario { Timeline = "sample", Date = "1940-06-01", Side = "soviet" }));
        Assert.That(cases[1].Scenario, Is.EqualTo(new Scenario
        {
            Timeline = "other",
            Scenario_ = "raid",
            Date = "1941-01-02",
            Side = "soviet",
            Changes =
            {
                new Change { Close = new CloseChange { Target = "point:tunnel" } },
                new Change { Derate = new DerateChange { Target = "b", CapacityLeftRatio = 0.5 } },
            },
        }));
        Assert.That(cases.Select(item => item.Label), Is.Unique);
    }

    [Test]
    public async Task A_mistyped_change_in_a_case_gets_the_nearest_word()
    {
        var run = await ShellRun.OfAsync(new FakeClient(), "compare", "sample", "sample+clse:tunnel");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("Did you mean \"close\"?"));
    }

    private static async Task<Scenario> ScenarioOfAsync(params string[] arguments)
    {
        var client = new FakeClient().Answer<AssessSupplyRequest>(_ => Samples.Assessment());
        var run = await ShellRun.OfAsync(client, arguments);
        Assert.That(run.Error, Is.Empty);
        Assert.That(run.ExitCode, Is.Zero);
        return ((AssessSupplyRequest)client.LastRequest!).Scenario;
    }
}
