using NUnit.Framework;
using RailOps.Contracts.V1;

namespace RailOps.Server.Tests.Shell;

/// <summary>What the shell asks for and shows: supply by class, fleets, programs.</summary>
[TestFixture]
internal sealed class ClassCommandTests
{
    [TestCase(new[] { "--by-class" }, SupplyModel.ByClass, false)]
    [TestCase(new[] { "--fleet" }, SupplyModel.Unspecified, true)]
    [TestCase(new[] { "--by-class", "--fleet" }, SupplyModel.ByClass, true)]
    [TestCase(new string[0], SupplyModel.Unspecified, false)]
    public async Task The_model_is_the_one_typed(string[] options, SupplyModel model, bool fleet)
    {
        var client = new FakeClient().Answer<AssessSupplyRequest>(_ => Samples.Assessment());
        await ShellRun.OfAsync(client, ["assess", "sample", .. options]);
        var request = (AssessSupplyRequest)client.LastRequest!;
        Assert.That((request.SupplyModel, request.FleetLimited), Is.EqualTo((model, fleet)));
    }

    [Test]
    public async Task Classes_coal_and_wagons_are_shown()
    {
        var client = new FakeClient().Answer<AssessSupplyRequest>(_ => ByClass());
        var run = await ShellRun.OfAsync(client, "assess", "sample", "--by-class", "--fleet");
        Assert.That(run.ExitCode, Is.Zero);
        var words = string.Join(' ', run.Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.That(words, Does.Contain("Class by class").And.Contain("binds: +3 from any source").And.Contain("+2 without it").And.Contain("+5 without limit of wagons"));
        Assert.That(run.Output, Does.Contain("Locomotives burn 9 t/day.").And.Contain("This takes 7 wagons of 8.").And.Contain("missed by 12 kg/day at most"));
        Assert.That(run.Output, Does.Contain("What binds, for one class of supply from all these sources"));
        Assert.That(run.Output, Does.Not.Contain("from trains to divisions"), "those steps are of one class");
    }

    [Test]
    public async Task An_answer_of_one_class_is_shown_as_before()
    {
        var client = new FakeClient().Answer<AssessSupplyRequest>(_ => Samples.Assessment());
        var run = await ShellRun.OfAsync(client, "assess", "sample");
        Assert.That(run.Output, Does.Not.Contain("Class by class").And.Contain("from trains to divisions"));
    }

    [Test]
    public async Task A_program_is_asked_for_as_typed_and_written_whole()
    {
        var client = new FakeClient().Answer<ExportProgramRequest>(_ => new ExportProgramResponse { Text = "the program\n" });
        var run = await ShellRun.OfAsync(
            client, "export", "sample", "--date", "1940-06-01", "--format", "lp", "--model", "by-class", "--goal", "divisions", "--fleet", "--level", "low");
        Assert.That(run.Output, Is.EqualTo("the program\n"));
        var model = new ClassModel
        {
            Scenario = new Scenario { Timeline = "sample", Date = "1940-06-01" },
            Level = EstimateLevel.Low,
            Goal = ClassGoal.Divisions,
            FleetLimited = true,
        };
        Assert.That(client.LastRequest, Is.EqualTo(new ExportProgramRequest { ByClass = model, Format = ProgramFormat.Lp }));
    }

    [Test]
    public async Task An_attack_is_asked_for_with_its_means()
    {
        var client = new FakeClient().Answer<ExportProgramRequest>(_ => new ExportProgramResponse());
        await ShellRun.OfAsync(client, "export", "sample", "--format", "mps", "--model", "attack", "--attacker", "japanese", "--resource", "raids=2");
        var attack = ((ExportProgramRequest)client.LastRequest!).Attack;
        Assert.That((attack.Attacker, attack.Resources.Single().Resource, attack.Resources.Single().BudgetCount), Is.EqualTo(("japanese", "raids", 2L)));
    }

    [Test]
    public async Task A_program_in_a_file_is_told_with_its_optimum()
    {
        var file = Path.Combine(Path.GetTempPath(), $"railops-{Guid.NewGuid():N}.mps");
        try
        {
            var client = new FakeClient().Answer<ExportProgramRequest>(_ => new ExportProgramResponse
            {
                Text = "text", Optimum = 42.5, Sentence = "Most tonnes.", VariableCount = 1234, IntegerCount = 7, RowCount = 99, NetworkRevision = "abc",
            });
            var run = await ShellRun.OfAsync(client, "export", "sample", "--format", "mps", "--output", file);
            Assert.That(await File.ReadAllTextAsync(file), Is.EqualTo("text"));
            Assert.That(run.Output, Is.EqualTo($"Wrote 1,234 variables (7 whole) and 99 rows to {file}. Most tonnes.\nOptimum: 42.5. Data abc.\n"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [TestCase("--model", "by-class")]
    [TestCase("--resource", "raids=2")]
    public async Task Options_of_programs_need_a_form_of_a_program(string option, string value)
    {
        var run = await ShellRun.OfAsync(new FakeClient(), "export", "sample", option, value);
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain($"{option} is for --format mps and lp only."));
    }

    private static AssessSupplyResponse ByClass()
    {
        var answer = Samples.Assessment();
        answer.Rounding = new ProgramRounding { LargestMissKgPerDay = 12, ToleranceKgPerDay = 100 };
        answer.Coal = new CoalUse { Sentence = "Locomotives burn 9 t/day." };
        answer.Fleet = new FleetUse { Sentence = "This takes 7 wagons of 8." };
        foreach (var front in answer.Fronts)
        {
            front.SingleClassDivisionCount = front.SustainedDivisionCount;
            front.BindingLimits = new BindingLimits { WithoutWagonLimitDivisionCount = 5 };
            front.Classes.Add(new ClassAssessment
            {
                ClassId = "fuel", NeededTonnesPerDay = new Estimate { Best = 10 }, DeliveredTonnesPerDay = new Estimate { Best = 5 }, Binds = true, AnySourceDivisionCount = 3,
            });
            front.Classes.Add(new ClassAssessment
            {
                ClassId = "ammunition", NeededTonnesPerDay = new Estimate { Best = 10 }, DeliveredTonnesPerDay = new Estimate { Best = 10 }, WithoutNeedDivisionCount = 2,
            });
        }

        return answer;
    }
}
