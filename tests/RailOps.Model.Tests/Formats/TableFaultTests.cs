using System.Text;
using NUnit.Framework;
using static RailOps.Model.Formats.DataProblemCodes;

namespace RailOps.Model.Tests.Formats;

/// <summary>Faults that any table can have: files, header, cells, numbers, dates, words, ranges, windows.</summary>
[TestFixture]
public sealed class TableFaultTests
{
    private const string Stations = "base/stations.csv";
    private const string Links = "base/links.csv";
    private const string Values = "base/values.csv";
    private const string Pairs = "train_pairs_per_day,,,10,12,14.5,";

    private static IEnumerable<Fault> Faults =>
    [
        new("missing file", n => n.Delete("base/railways.csv").Write("base/railway.csv", ""), MissingFile, "base/railways.csv", null, "", "",
            "Maybe it is the one called 'railway.csv'."),
        new("empty file", n => n.Write("base/ports.csv", ""), MissingColumn, "base/ports.csv", 1, "", "",
            "Write the header: station_id,valid_from,valid_to,capacity_tonnes_per_day_low,capacity_tonnes_per_day_best,capacity_tonnes_per_day_high,source_ids,grade,note"),
        new("missing column", n => n.Write("base/railways.csv", "id\nmain\nroads\n"), MissingColumn, "base/railways.csv", 1, "name", "",
            "Add it to the header, and a cell to every row; a cell may be blank only where the value is not required."),
        new("unknown column", n => n.Write("base/railways.csv", "id,name,nmae\nmain,Main,\nroads,Roads,\n"), UnknownColumn, "base/railways.csv", 1, "nmae", "nmae", "Maybe 'name'."),
        new("duplicate column", n => n.Write("base/railways.csv", "id,name,name\nmain,Main,\nroads,Roads,\n"), DuplicateColumn, "base/railways.csv", 1, "name", "name",
            "Remove one of the two."),
        new("too few cells", n => n.Replace("base/sources.csv", "map,,A Map,1940,,", "map,,A Map,1940"), CellCount, "base/sources.csv", 3, "", "4", "Add the missing commas."),
        new("too many cells", n => n.Replace("base/sources.csv", "map,,A Map,1940,,", "map,,A Map,1940,,,"), CellCount, "base/sources.csv", 3, "", "7",
            "Put a cell that holds a comma in quotation marks."),
        new("open quotation mark", n => n.Replace("base/railways.csv", "roads,Roads\n", "roads,\"Roads\n"), BadQuotes, "base/railways.csv", 3, "", "",
            "Close the cell with \"; inside a quoted cell write \"\" for a quotation mark."),
        new("not UTF-8", n => File.WriteAllBytes(Path.Combine(n.Root, "base/railways.csv"), [.. Encoding.ASCII.GetBytes("id,name\nmain,M"), 0xE9, (byte)'\n']),
            BadEncoding, "base/railways.csv", null, "", "", "Save it as UTF-8."),
        new("too large", n => File.WriteAllBytes(Path.Combine(n.Root, "base/railways.csv"), new byte[(8 * 1024 * 1024) + 1]),
            FileTooLarge, "base/railways.csv", null, "", "", "Split it, or remove what nothing uses."),
        new("blank where a value is required", n => n.Replace("base/railways.csv", "Main line", ""), MissingValue, "base/railways.csv", 2, "name", "", "State 'name'."),
        new("blank grade", n => n.Replace(Values, "14.5,book,B", "14.5,book,"), MissingValue, Values, 4, "grade", "", "Write one of: A, B, C, D."),
        new("blank source", n => n.Replace(Values, "14.5,book,B", "14.5,,B"), MissingValue, Values, 4, "source_ids", "", "State 'source_ids'."),
        new("unknown grade", n => n.Replace(Values, "14.5,book,B", "14.5,book,E"), UnknownValue, Values, 4, "grade", "E", "Write one of: A, B, C, D."),
        new("unknown source", n => n.Replace(Values, "14.5,book,B", "14.5,book;boko,B"), UnknownReference, Values, 4, "source_ids", "boko", "Maybe 'book'."),
        new("empty item of a list", n => n.Replace(Values, "14.5,book,B", "14.5,book;,B"), BadId, Values, 4, "source_ids", "", "Remove the separator that has no id beside it."),
        new("repeated item of a list", n => n.Replace(Values, "14.5,book,B", "14.5,book;book,B"), DuplicateId, Values, 4, "source_ids", "book", "Remove the repetition."),
        new("upper-case id", n => n.Replace("base/railways.csv", "main,Main line", "main,Main line\nSide_Line,Side"), BadId, "base/railways.csv", 3, "id", "Side_Line",
            "Maybe 'side-line', here and wherever it is used."),
        new("formation id", n => n.Append("doctrine/formations.csv", "su-bde,Brigade,1939,5000,,,0,,,,,book,D,")
                .Append("doctrine/consumption.csv", "su-bde,rest,,,,,,,1,,book,D,\nsu-bde,defence,,,,,,,1,,book,D,\nsu-bde,attack,,,,,,,1,,book,D,"),
            BadId, "doctrine/formations.csv", 4, "formation_id", "su-bde", "Write it like SU_RD_1939."),
        new("bad number", n => n.Replace(Links, "75.5", "75km"), BadNumber, Links, 2, "length_km", "75km",
            "Write digits with a point for the fraction; leave it blank if the value is not known and not required."),
        new("thousand separator", n => n.Replace(Links, "75.5", "\"1,075\""), BadNumber, Links, 2, "length_km", "1,075", "Write 1075 for a thousand separator, or a point for the fraction."),
        new("negative value", n => n.Replace(Values, Pairs, "train_pairs_per_day,,,-10,12,14.5,"), OutOfRange, Values, 4, "low", "-10",
            "Maybe 10; leave the cell blank if the value is not known."),
        new("number too large", n => n.Replace(Values, Pairs, "train_pairs_per_day,,,10,12,1000000001,"), OutOfRange, Values, 4, "high", "1000000001",
            "Check the value and its unit (the figure, largest plausible value)."),
        new("fraction of a whole number", n => n.Replace("doctrine/formations.csv", "18000", "18000.5"), NotWhole, "doctrine/formations.csv", 2, "men_count", "18000.5", "Maybe 18000."),
        new("bad date", n => n.Replace(Links, "1903-07", "1903-13"), BadDate, Links, 2, "opened", "1903-13", "Write YYYY-MM-DD, YYYY-MM or YYYY."),
        new("date of another calendar", n => n.Replace(Links, "1903-07", "01.07.1903"), BadDate, Links, 2, "opened", "01.07.1903", "Write YYYY-MM-DD, YYYY-MM or YYYY."),
        new("unknown word", n => n.Replace(Links, "rail,75.5", "rial,75.5"), UnknownValue, Links, 2, "mode", "rial", "Maybe 'rail'."),
        new("flag in capitals", n => n.Replace(Links, "true", "TRUE"), UnknownValue, Links, 3, "optional", "TRUE", "Maybe 'true'."),
        new("low above best", n => n.Replace(Values, Pairs, "train_pairs_per_day,,,13,12,14.5,"), RangeOrder, Values, 4, "low", "13", "Sort the three values."),
        new("best above high", n => n.Replace(Values, Pairs, "train_pairs_per_day,,,10,12,11.9,"), RangeOrder, Values, 4, "high", "11.9", "Sort the three values."),
        new("low without high", n => n.Replace(Values, Pairs, "train_pairs_per_day,,,10,12,,"), IncompleteRange, Values, 4, "high", "", "State 'high'."),
        new("window that ends first", n => n.Replace(Values, "track_count,1930-01-01,,", "track_count,1930-01-01,1930-01-01,"), EmptyWindow, Values, 3, "valid_to", "1930-01-01",
            "Exchange the two dates, or add a day to the end."),
        new("overlapping windows", n => n.Replace(Values, "track_count,,1930-01-01", "track_count,,1930-01-02"), OverlappingWindows, Values, 3, "valid_from", "1930-01-01",
            "End the earlier window on the day on which the later one begins ('valid_to' is the first day after a window)."),
        new("duplicate id", n => n.Append("base/railways.csv", "main,Again"), DuplicateId, "base/railways.csv", 4, "id", "main", "Rename one of the two, or remove the repetition."),
        new("latitude", n => n.Replace(Stations, "gamma,Gamma,,50,102", "gamma,Gamma,,102,50"), OutOfRange, Stations, 5, "latitude_degrees", "102",
            "Check the value and its unit (WGS 84, north positive)."),
        new("row after a cell of two lines", n => n.Replace(Stations, "gamma,Gamma,,50,102", "gamma,,,50,102"), MissingValue, Stations, 5, "name", "", "State 'name'."),
    ];

    [TestCaseSource(nameof(Faults))]
    public void A_fault_of_a_table_is_told_with_its_place_and_what_to_do(object fault) => ((Fault)fault).Check();

    [Test]
    public void A_broken_table_with_five_faults_reports_all_five()
    {
        using var networks = new TinyNetworks();
        networks.Replace(Values, "alpha--beta,train_pairs_per_day,,,10,12,14.5,book,B,as told",
            "alpha-beta,train_pair_per_day,1940-31-12,,ten,12,14.5,bok,B,as told");
        var found = networks.Load().Problems.Select(p => (p.Code, p.File, p.Row, p.Column, p.Suggestion));
        Assert.That(found, Is.EquivalentTo(new (string, string, int?, string, string)[]
        {
            (UnknownReference, Values, 4, "subject_id", "Maybe 'alpha--beta'."),
            (UnknownValue, Values, 4, "quantity", "Maybe 'train_pairs_per_day'."),
            (BadDate, Values, 4, "valid_from", "Write YYYY-MM-DD, YYYY-MM or YYYY."),
            (BadNumber, Values, 4, "low", "Write digits with a point for the fraction; leave it blank if the value is not known and not required."),
            (UnknownReference, Values, 4, "source_ids", "Maybe 'book'."),
        }));
    }

    [Test]
    public void Faults_of_several_files_are_reported_together_and_sorted()
    {
        using var networks = new TinyNetworks();
        networks.Replace(Links, "75.5", "-1").Delete("base/ports.csv").Replace(TinyFiles.Timeline, "posture: defence", "posture: defense");
        Assert.That(networks.Load().Problems.Select(p => (p.File, p.Row)), Is.EqualTo(new (string, int?)[]
        {
            (Links, 2), ("base/ports.csv", null), (TinyFiles.Timeline, 28),
        }));
    }

    [Test]
    public void A_missing_folder_is_told_and_nothing_that_depends_on_it_is_blamed()
    {
        using var networks = new TinyNetworks();
        Directory.Move(Path.Combine(networks.Root, "base"), Path.Combine(networks.Root, "bases"));
        var problem = networks.Load().Problems.Single();
        Assert.That((problem.Code, problem.File, problem.Suggestion), Is.EqualTo((MissingFolder, "base", "Maybe it is the one called 'bases'.")));
    }

    [Test]
    public void A_directory_that_does_not_exist_is_told()
    {
        using var networks = new TinyNetworks();
        var result = Model.Formats.RailDataReader.Load(Path.Combine(networks.Root, "nowhere"));
        Assert.That(result.Data, Is.Null);
        Assert.That((result.Problems.Single().Code, result.Problems.Single().File), Is.EqualTo((MissingFolder, "")));
    }

    [Test]
    public void A_table_with_too_many_rows_is_refused_at_the_first_one_too_many()
    {
        using var networks = new TinyNetworks();
        var rows = new StringBuilder("id,name\nmain,Main\nroads,Roads\n");
        for (var i = 3; i <= 200_001; i++)
            rows.Append('r').Append(i).Append(",R\n");

        networks.Write("base/railways.csv", rows.ToString());
        var problem = networks.Load().Problems.Single();
        Assert.That((problem.Code, problem.File, problem.Row), Is.EqualTo((TooManyRows, "base/railways.csv", (int?)200_002)));
        Assert.That(problem.Message, Does.Contain("200000"));
    }

    [Test]
    public void The_list_of_problems_ends_at_its_limit()
    {
        using var networks = new TinyNetworks();
        networks.Write("base/railways.csv", "id,name\nmain,Main\nroads,Roads\n" + string.Concat(Enumerable.Range(0, 10_050).Select(i => $"r{i},\n")));
        var problems = networks.Load().Problems;
        Assert.That(problems, Has.Length.EqualTo(10_001));
        Assert.That(problems[0].Code, Is.EqualTo(TooManyProblems));
    }
}
