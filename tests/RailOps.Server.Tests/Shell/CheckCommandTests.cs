using NUnit.Framework;

namespace RailOps.Server.Tests.Shell;

[TestFixture]
internal sealed class CheckCommandTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("railops-check-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Every_problem_is_shown_with_file_row_and_column_and_the_exit_code_is_2()
    {
        var links = Path.Combine(_folder, "base", "links.csv");
        Directory.CreateDirectory(Path.GetDirectoryName(links)!);
        await File.WriteAllTextAsync(
            links,
            "id,from_id,to_id,railway_id,operator,mode,length_km,opened,closed,optional,season_id,notes,source_ids,grade\n" +
            "a--b,a,b,r,soviet,rial,-12,1904,,,,,s,B\n");
        var before = Directory.GetFileSystemEntries(_folder, "*", SearchOption.AllDirectories);

        var run = await ShellRun.OfAsync(new FakeClient(), "check", _folder);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Output, Does.Contain("base/links.csv:2:mode").And.Contain("base/links.csv:2:length_km").And.Contain("-12"));
        Assert.That(run.Output, Does.Match(@"railops-check-\w+: \d+ errors, \d+ warnings?\."));
        Assert.That(Directory.GetFileSystemEntries(_folder, "*", SearchOption.AllDirectories), Is.EqualTo(before), "nothing is written");
    }

    [Test]
    public async Task A_folder_that_is_not_there_is_bad_input()
    {
        var run = await ShellRun.OfAsync(new FakeClient(), "check", Path.Combine(_folder, "nowhere"));

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Output, Does.Contain("1 error, 0 warnings."));
    }

    [Test]
    public async Task The_doctor_names_missing_tools_and_unusable_data()
    {
        var run = await ShellRun.OfAsync(new FakeClient(), "doctor", "--data", _folder);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Output, Does.Contain("railops check").And.Contain("missing; get it: https://nodejs.org"));
    }
}
