using System.Text.Json;
using NUnit.Framework;
using RailOps.Testing;

namespace RailOps.Server.Tests.Shell;

/// <summary><c>railops backtest</c>: the table, the JSON, the exit codes.</summary>
[TestFixture]
internal sealed class BacktestCommandTests
{
    private string _folder = "";

    private string Cases => Path.Combine(_folder, "backtests", "cases.csv");

    [OneTimeSetUp]
    public void CopyData()
    {
        _folder = Directory.CreateTempSubdirectory("railops-backtest-").FullName;
        foreach (var file in Directory.EnumerateFiles(RepositoryFolder.Networks, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(RepositoryFolder.Networks, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    [OneTimeTearDown]
    public void RemoveCopy() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Tests_calibration_and_guides_are_shown_apart_with_sources_ranges_and_reasons()
    {
        var run = await RunAsync("rjw-siberian", "rjw-twelve", "rjw-khilkov", "rjw-month", "rjw-ferry-plan");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.StartWith(
            "3 tests: in 0 the most likely answer agrees with history (0 of them had only a floor or a ceiling to keep), in 1 more the ranges overlap, 2 miss (all known)."));
        var (tests, calibration) = (run.Output.IndexOf("\nTests\n", StringComparison.Ordinal), run.Output.IndexOf("\nCalibration:", StringComparison.Ordinal));
        Assert.That(tests, Is.Positive.And.LessThan(calibration));
        Assert.That(run.Output[tests..calibration], Does.Contain("2 / 4 / 6").And.Contain("(known)").And.Not.Contain("siberian-input"));
        Assert.That(run.Output[calibration..], Does.Contain("siberian-input").And.Contain("\nGuides:").And.Contain("\nKnown misses\n"));
        Assert.That(run.Output, Does.Contain("Not answered yet\n- rjw-ferry-plan: The ferry is known by its tonnes"));
    }

    [Test]
    public async Task The_JSON_holds_every_case_with_what_its_answer_touched()
    {
        var run = await RunAsync("--json");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        using var answer = JsonDocument.Parse(run.Output);
        var cases = answer.RootElement.GetProperty("cases").EnumerateArray().ToList();
        Assert.That(cases, Has.Count.EqualTo(File.ReadLines(Cases).Count() - 1));
        Assert.That(answer.RootElement.GetProperty("unexpectedMissCount").GetInt32(), Is.Zero);
        var twelve = cases.Single(c => c.GetProperty("id").GetString() == "rjw-twelve-formula");
        Assert.That(twelve.GetProperty("role").GetString(), Is.EqualTo("calibration"));
        Assert.That(twelve.GetProperty("observed").GetProperty("best").GetDecimal(), Is.EqualTo(12));
        Assert.That(twelve.GetProperty("touched").EnumerateArray().Select(t => t.GetString()), Has.Some.Contains("20 km apart").And.Some.Contains("doc-der"));
    }

    [Test]
    public async Task A_test_that_misses_without_a_reason_is_a_failure()
    {
        var rows = await File.ReadAllTextAsync(Cases);
        try
        {
            await File.WriteAllTextAsync(Cases, rows.Replace(",,,,,,,270,,at-least,", ",,,,,,,270000,,at-least,", StringComparison.Ordinal));
            var run = await RunAsync("ll-wagons");
            Assert.That(run.ExitCode, Is.EqualTo(1));
            Assert.That(run.Output, Does.Contain("1 miss (all but 1 known)").And.Contain("Misses that nobody has explained\n- ll-wagons"));
        }
        finally
        {
            await File.WriteAllTextAsync(Cases, rows);
        }
    }

    [Test]
    public async Task A_case_that_nobody_knows_is_bad_input_with_a_near_match()
    {
        var run = await RunAsync("ll-wagon");

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain("No case is called 'll-wagon' or begins so. Maybe 'll-wagons'."));
    }

    [Test]
    public async Task Faulty_data_are_told_as_everywhere()
    {
        var run = await ShellRun.OfAsync(new FakeClient(), "backtest", "--data", Path.Combine(_folder, "base"));

        Assert.That(run.ExitCode, Is.Not.Zero);
        Assert.That(run.Error, Does.Contain("Show all with: railops check"));
    }

    [Test]
    public async Task The_help_says_that_no_server_is_asked()
    {
        var run = await ShellRun.OfAsync(new FakeClient(), "backtest", "--help");

        Assert.That(run.Output.ReplaceLineEndings(" "), Does.Contain("never of a server"));
    }

    private Task<ShellRun> RunAsync(params string[] arguments) => ShellRun.OfAsync(new FakeClient(), ["backtest", "--data", _folder, .. arguments]);
}
