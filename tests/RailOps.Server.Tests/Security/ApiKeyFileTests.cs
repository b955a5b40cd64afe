using System.Runtime.Versioning;
using NUnit.Framework;
using RailOps.Server.Security;

namespace RailOps.Server.Tests.Security;

[TestFixture]
internal sealed class ApiKeyFileTests
{
    private TestKeys _keys = null!;

    [SetUp]
    public void MakeFolder() => _keys = new TestKeys();

    [TearDown]
    public void RemoveFolder() => _keys.Dispose();

    [Test]
    public void The_file_has_hashes_and_limits_but_no_key()
    {
        var key = _keys.Add("planner", requestsPerSecond: 5, concurrentCalls: 2);

        var text = File.ReadAllText(_keys.File);

        Assert.That(text, Does.Match("^planner sha256:[0-9a-f]{64} requests_per_second=5 concurrent_calls=2\n$"));
        Assert.That(text, Does.Not.Contain(key));
        Assert.That(key, Does.Match("^railops_[A-Za-z0-9_-]{43}$"));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows has no file modes.")]
    [UnsupportedOSPlatform("windows")]
    public void Only_the_owner_may_read_a_new_file_and_that_stays_so()
    {
        _keys.Add("a");
        _keys.Add("b");
        ApiKeyFile.Remove(_keys.File, "a");

        Assert.That(File.GetUnixFileMode(_keys.File), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public void Removing_a_key_keeps_comments_and_the_other_keys()
    {
        File.WriteAllText(_keys.File, "# keys of the staff");
        _keys.Add("a");
        _keys.Add("b");

        Assert.That(ApiKeyFile.Remove(_keys.File, "a"));
        Assert.That(ApiKeyFile.Remove(_keys.File, "a"), Is.False);

        Assert.That(File.ReadAllLines(_keys.File)[0], Is.EqualTo("# keys of the staff"));
        Assert.That(ApiKeyFile.Read(_keys.File, [])!.Select(key => key.Name), Is.EqualTo(new[] { "b" }));
    }

    [TestCase("planner", "should read NAME")]
    [TestCase("Planner sha256:0", "should read NAME")]
    [TestCase("railops_secretsecretsecret", "should read NAME")]
    [TestCase("planner HASH requests_per_second=0", "1 to 1000000")]
    [TestCase("planner HASH concurrent_calls=-1", "at least 1")]
    [TestCase("planner HASH\nplanner HASH", "a second time")]
    public void A_bad_line_is_named_by_number_and_never_quoted(string lines, string expected)
    {
        File.WriteAllText(_keys.File, "# comment\n\n" + lines.Replace("HASH", "sha256:" + new string('0', 64), StringComparison.Ordinal));
        var problems = new List<string>();

        Assert.That(ApiKeyFile.Read(_keys.File, problems), Is.Null);
        Assert.That(problems.Single(), Does.Match("^Line [34] ").And.Contain(expected).And.Not.Contain("railops_secret"));
    }

    [Test]
    public void A_missing_or_empty_file_stops_the_server_and_says_how_to_make_it()
    {
        Assert.That(_keys.Options.Validate().Single(), Does.Contain("railops keys add"));
        File.WriteAllText(_keys.File, "# nobody\n");
        Assert.That(_keys.Options.Validate().Single(), Does.Contain("has no key").And.Contain("railops keys add"));
    }
}
