using NUnit.Framework;
using RailOps.Model.Formats;

namespace RailOps.Model.Tests.Formats;

/// <summary>Whatever the files hold, loading ends with a list of problems and not with an exception.</summary>
[TestFixture]
public sealed class RobustnessTests
{
    private const string Pieces = "\"'[]{}:,;-#&*!|>%@`~\t\n 0.x\u00e9\0";

    [TestCase("base/stations.csv")]
    [TestCase("base/values.csv")]
    [TestCase("base/seasons.csv")]
    [TestCase("doctrine/planning_factors.csv")]
    [TestCase(TinyFiles.Timeline)]
    [TestCase("plain/network.yaml")]
    public void Random_edits_never_throw(string file)
    {
        using var networks = new TinyNetworks();
        var random = new Random(19040208);
        var loaded = 0;
        for (var round = 0; round < 150; round++)
        {
            networks.Write(file, Damage(TinyFiles.All[file], random));
            var result = networks.Load();
            Assert.That(result.Data is null, Is.EqualTo(result.Problems.Any(p => p.Severity == ProblemSeverity.Error)), $"round {round}");
            loaded += result.Data is null ? 0 : 1;
        }

        Assert.That(loaded, Is.LessThan(150), "the edits should damage something");
    }

    [Test]
    public void A_file_cut_off_anywhere_never_throws()
    {
        using var networks = new TinyNetworks();
        var text = TinyFiles.All[TinyFiles.Timeline];
        for (var length = 0; length < text.Length; length += 13)
            Assert.That(() => networks.Write(TinyFiles.Timeline, text[..length]).Load(), Throws.Nothing, $"cut after {length} characters");
    }

    private static string Damage(string text, Random random)
    {
        for (var edits = random.Next(1, 5); edits > 0; edits--)
        {
            var at = random.Next(text.Length);
            text = random.Next(3) switch
            {
                0 => text.Remove(at, Math.Min(random.Next(1, 20), text.Length - at)),
                1 => text.Insert(at, Pieces[random.Next(Pieces.Length)].ToString()),
                _ => text.Insert(at, text.Substring(random.Next(text.Length / 2), 10)),
            };
        }

        return text;
    }
}
