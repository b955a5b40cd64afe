using System.Globalization;
using NUnit.Framework;
using RailOps.Analysis.Uncertainty;
using RailOps.Model;
using RailOps.Model.Capacity;
using RailOps.Model.Formats;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;
using RailOps.Testing;

namespace RailOps.Analysis.Tests.Uncertainty;

/// <summary>
/// Bands widen when a grade falls. For one figure this is proved (TriangularTests): the range of a lower grade contains that of a higher one, so
/// every spread between two of its quantiles is at least as wide, and with the same seed the draws take the same quantiles.
/// </summary>
public sealed class GradeLawTests
{
    private static readonly Grade[] Grades = [Grade.A, Grade.B, Grade.C, Grade.D];

    private static long Width(Band band) => band.P90 - band.P10;

    [FsCheck.NUnit.Property(MaxTest = 15)]
    public void The_band_of_a_line_widens_with_every_grade_that_its_figure_falls(ushort seed, byte pairs)
    {
        var widths = Grades.Select(g => Width(Samples.Take(Samples.Line(g, 2 + (pairs % 20)), draws: 50, seed: seed).Total.DeliveredKilogramsPerDay)).ToList();
        Assert.That(widths, Is.Ordered.Ascending, "kg/day, grades A to D");
        Assert.That(widths.Distinct().Count(), Is.EqualTo(widths.Count).Or.EqualTo(widths.Count - 1), "the class range may be wider than C and D");
        Assert.That(widths[^1], Is.GreaterThan(widths[0]));
    }

    // What arrives over a whole net is another matter: needs cap it (in August 1945 the band of all Soviet fronts narrows by 6 % when every single number falls from
    // A to D), so the law is about each figure of the base network, on a day of each war.
    [TestCase("russo-japanese-war-1904", "1904-02-15", "russian")]
    [TestCase("history-1940", "1940-06-01", "soviet")]
    [TestCase("august-storm-1945", "1945-08-08", "soviet")]
    public void On_the_base_network_the_band_of_every_line_stated_as_one_number_widens_with_every_grade_it_falls(string timelineId, string day, string side)
    {
        var date = DateOnly.Parse(day, CultureInfo.InvariantCulture);
        var widths = "ABCD".Select(grade => PairWidths(WithGrade(grade), timelineId, date, side)).ToList();
        Assert.That(widths[0], Is.Not.Empty, "lines stated as one number");
        foreach (var link in widths[0].Keys)
        {
            var ofLink = widths.Select(w => w[link]).ToList();
            Assert.That(ofLink, Is.Ordered.Ascending, $"{link}: pairs a day, grades A to D");
            Assert.That(ofLink[^1], Is.GreaterThan(ofLink[0]), link);
        }
    }

    // The first step of a railway's chain is its train pairs.
    private static Dictionary<string, decimal> PairWidths(RailData data, string timelineId, DateOnly date, string side)
    {
        var timeline = data.Timelines.Single(t => t.Id == timelineId);
        var situation = SituationBuilder.Build(data, SituationSpec.Of(timeline, date, side, [])).Situation!;
        var book = new FigureBook(situation);
        var links = data.Base.Links
            .Where(l => data.Base.ValueOn(l.Id, Quantity.TrainPairsPerDay, date) is { HasRange: false } && !new CapacityCalculator(situation).Calculate(l).Steps.IsEmpty)
            .ToList();
        var draws = Enumerable.Range(0, 40).Select(draw => new CapacityCalculator(situation.With(new FigureDraw(book, 3, draw, 0.5)))).ToList();
        return links.ToDictionary(l => l.Id, l => Spread([.. draws.Select(c => c.Calculate(l).Steps[0].Value.Best).Order()]));
    }

    private static decimal Spread(decimal[] sorted) => sorted[^4] - sorted[3];

    // Rows of values.csv: subject_id,quantity,valid_from,valid_to,low,best,high,source_ids,grade,note; without low the source gave one number.
    private static RailData WithGrade(char grade)
    {
        var folder = Directory.CreateTempSubdirectory("railops-grades-");
        try
        {
            foreach (var file in Directory.EnumerateFiles(RepositoryFolder.Networks, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(folder.FullName, Path.GetRelativePath(RepositoryFolder.Networks, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            var values = Path.Combine(folder.FullName, "base", "values.csv");
            File.WriteAllLines(values, File.ReadAllLines(values).Select(line => Graded(line, grade)));
            return RailDataReader.Load(folder.FullName).Data!;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Graded(string line, char grade)
    {
        var cells = line.Split(',');
        if (cells.Length < 9 || cells[4].Length > 0 || cells[8] is not ("A" or "B" or "C" or "D"))
            return line;
        cells[8] = grade.ToString();
        return string.Join(',', cells);
    }
}
