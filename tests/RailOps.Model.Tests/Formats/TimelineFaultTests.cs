using NUnit.Framework;
using RailOps.Model.Formats;
using static RailOps.Model.Formats.DataProblemCodes;

namespace RailOps.Model.Tests.Formats;

/// <summary>Faults of timelines; every one is told with the line of its node.</summary>
[TestFixture]
public sealed class TimelineFaultTests
{
    private const string File = TinyFiles.Timeline;
    private const string SecondFront =
        "  - {id: coast, side: soviet, title: Again, from: 1940-09-30, priority: 1, posture: rest, entries: [{station: beta}], grade: D, sources: [book],\n"
        + "     strength: [{date: 1940-10-01, formations: []}]}\nevents:\n";

    private static IEnumerable<Fault> Faults =>
    [
        At("not YAML", "supply_kinds_counted: [general]", "supply_kinds_counted: [general", YamlSyntax, 9, "", "",
            "Check indentation, colons, brackets and quotation marks there and on the line before; the rest of the file was not checked."),
        new("empty file", n => n.Write(File, "# nothing\n"), WrongShape, File, 1, "", "", "Write 'key: value' lines; docs/formats.md shows them."),
        new("a list as root", n => n.Write(File, "- a\n"), WrongShape, File, 1, "", "", "Write 'key: value' lines; docs/formats.md shows them."),
        new("no timelines", n => n.Delete(File), MissingFile, "timelines", null, "", "", "Add one; docs/formats.md shows its form."),
        new("other extension", n => n.Write("timelines/more.yml", ""), ReservedName, "timelines/more.yml", null, "", "more.yml", "Rename it to more.yaml.", ProblemSeverity.Warning),
        At("unknown key", "    note: here", "    noet: here", UnknownKey, 34, "fronts[0].noet", "noet", "Maybe 'note'."),
        At("unknown key without a near one", "    note: here", "    zzz: here", UnknownKey, 34, "fronts[0].zzz", "zzz",
            "Remove it. Keys: id, side, title, from, to, priority, weight, posture, entries, trucks, known_unreachable, strength, grade, sources, note."),
        At("key twice", "    note: here", "    grade: A", DuplicateKey, 34, "fronts[0].grade", "grade", "Remove one of the two."),
        At("list for a value", "note: built", "note: [built]", WrongShape, 14, "optional_links[0].note", "", "docs/formats.md shows how it is written."),
        At("value for a list", "    trucks: {low: 500, best: 1000, high: 2000}", "    trucks: 1000", WrongShape, 31, "fronts[0].trucks", "", "docs/formats.md shows how it is written."),
        At("value in a list of mappings", "  - {country: USSR, side: soviet}", "  - USSR", WrongShape, 16, "control[0]", "", "docs/formats.md shows how it is written."),
        At("missing key", "    posture: defence\n", "", MissingValue, 22, "fronts[0].posture", "", "Write one of: rest, defence, attack."),
        At("missing grade", "grade: C, sources: [book], note: about", "sources: [book], note: about", MissingValue, 38, "fronts[0].strength[0].formations[0].grade", "",
            "Write one of: A, B, C, D."),
        At("missing sources", "grade: C, sources: [book], note: about", "grade: C, note: about", MissingValue, 38, "fronts[0].strength[0].formations[0].sources", "", "State 'sources'."),
        At("bad number", "road_leg_km: 15", "road_leg_km: far", BadNumber, 30, "fronts[0].entries[0].road_leg_km", "far",
            "Write digits with a point for the fraction; leave it blank if the value is not known and not required."),
        At("priority 0", "priority: 1", "priority: 0", OutOfRange, 26, "fronts[0].priority", "0", "Check the value and its unit (1 is served first)."),
        At("chance above 1", "success: {low: 0.2, best: 0.5, high: 0.9}", "success: {low: 0.2, best: 0.5, high: 1.5}", OutOfRange, 63, "attack_means[0].success.high", "1.5",
            "Check the value and its unit (chance of success, largest plausible value)."),
        At("means without an id", "id: tunnel-raid, resource", "resource", MissingValue, 62, "attack_means[0].id", "", "Add 'id', or leave the resource out."),
        At("means that strikes nothing", "strikes: [\"point:long-tunnel\", \"every:railway-link\"], ", "", MissingValue, 62, "attack_means[0].strikes", "", "Add for example strikes: [every:bridge]."),
        At("cost without a resource", "id: tunnel-raid, resource: raids, cost_count: 2, attack_limit_count: 3, strikes: [\"point:long-tunnel\", \"every:railway-link\"], reach_km: 400", "cost_count: 2", MissingValue, 64,
            "attack_means[0].cost_count", "2", "Add 'resource', or remove 'cost_count'."),
        At("strike without a form", "\"point:long-tunnel\"", "\"long-tunnel\"", UnknownValue, 64, "attack_means[0].strikes", "long-tunnel", "docs/formats.md lists the forms."),
        At("strike at a kind that there is not", "every:railway-link", "every:railway-lnk", UnknownValue, 64, "attack_means[0].strikes", "every:railway-lnk", "Maybe 'every:railway-link'."),
        At("strike at an unknown point", "point:long-tunnel", "point:long-tunel", UnknownReference, 64, "attack_means[0].strikes", "point:long-tunel", "Maybe 'point:long-tunnel'."),
        At("best of a range missing", "low: 1, best: 2, high: 3", "low: 1, high: 3", IncompleteRange, 20, "sources[1].best", "", "State 'best'."),
        At("id is not the file name", "id: tiny", "id: tinny", IdNotFileName, 1, "id", "tinny", "Write 'id: tiny', or rename the file to tinny.yaml."),
        At("default date outside", "default_date: 1940-06-01", "default_date: 1941-01-01", DateOutside, 7, "default_date", "1941-01-01", "Correct the date, or the dates of the timeline."),
        At("end before start", "end_date: 1940-12-31", "end_date: 1939-12-31", DateOutside, 6, "end_date", "1939-12-31", "Exchange the two dates."),
        At("event after the end", "    from: 1940-04-15\n    to: 1940-05-30", "    from: 1941-04-15", DateOutside, 44, "events[0].from", "1941-04-15", "Correct the date, or the dates of the timeline."),
        At("source gone before the start", "to: 1940-09-01", "to: 1940-04-01", DateOutside, 20, "sources[1].to", "1940-04-01", "Correct the date, or the dates of the timeline."),
        At("control after the end", "from: 1940-05}", "from: 1941-05}", DateOutside, 17, "control[1].from", "1941-05", "Correct the date, or the dates of the timeline."),
        At("order of battle that is never in force", "date: 1940-07-01", "date: 1940-10-01", DateOutside, 39, "fronts[0].strength[1].date", "1940-10-01", "Correct the date, or remove it."),
        At("orders of battle not sorted", "date: 1940-07-01", "date: 1940-02-01", NotSorted, 39, "fronts[0].strength[1].date", "1940-02-01", "Sort them; two of one date become one."),
        At("unknown side", "    side: soviet", "    side: sovjet", UnknownReference, 23, "fronts[0].side", "sovjet", "Maybe 'soviet'."),
        At("opponent of itself", "title: Japan, opponent: soviet", "title: Japan, opponent: japanese", SelfLink, 12, "sides[1].opponent", "japanese", "Name the other side."),
        At("side twice", "  - {id: japanese, title", "  - {id: soviet, title: Again, opponent: japanese}\n  - {id: japanese, title", DuplicateId, 12, "sides[1].id", "soviet",
            "Rename one of the two, or remove the repetition."),
        At("front without entries", "    entries:\n      - {station: gamma, road_leg_km: 15}\n", "", MissingValue, 22, "fronts[0].entries", "", "Add one under 'entries:'."),
        At("entry at an unknown station", "{station: gamma, road_leg_km: 15}", "{station: gama, road_leg_km: 15}", UnknownReference, 30, "fronts[0].entries[0].station", "gama", "Maybe 'gamma'."),
        At("entry twice", "      - {station: gamma, road_leg_km: 15}", "      - {station: gamma, road_leg_km: 15}\n      - {station: gamma}", DuplicateId, 31, "fronts[0].entries[1].station", "gamma",
            "Rename one of the two, or remove the repetition."),
        At("front without strength", "    strength:\n      - date: 1940-03-01\n        formations:\n          - {name: Ten divisions, formation: SU_RD, count: 10.5, manning: 0.9, grade: C, sources: [book], note: about}\n"
            + "      - date: 1940-07-01\n        formations: []\n", "", FrontWithoutStrength, 22, "fronts[0].strength", "coast", "Add 'strength:' with a date and formations.", ProblemSeverity.Warning),
        At("fronts of one id that overlap", "events:\n", SecondFront, OverlappingWindows, 41, "fronts[1].from", "1940-09-30",
            "End the earlier window on the day on which the later one begins ('to' is the first day after a window)."),
        At("unknown formation", "formation: SU_RD", "formation: SU_DR", UnknownReference, 38, "fronts[0].strength[0].formations[0].formation", "SU_DR", "Maybe 'SU_RD'."),
        At("tail in an order of battle", "formation: SU_RD", "formation: SU_TAIL", TailMisused, 38, "fronts[0].strength[0].formations[0].formation", "SU_TAIL",
            "Remove the row, or give it a formation type of its own."),
        At("kind of supply that nothing gives", "[general]", "[general, coals]", UnusedSupplyKind, 8, "supply_kinds_counted", "coals", "Maybe 'coal'."),
        At("unknown country", "country: USSR", "country: USRS", UnknownReference, 16, "control[0].country", "USRS", "Maybe 'USSR'."),
        At("country and station", "{country: USSR,", "{country: USSR, station: alpha,", OneOf, 16, "control[0].station", "country, station", "Write one mapping for each."),
        At("neither railway nor link", "{railway: roads, from", "{from", OneOf, 14, "optional_links[0].railway", "", "State one of railway, link."),
        At("unknown source of a timeline", "repair_days: {low: 20, best: 45, high: 120},\n     success: {low: 0.2, best: 0.5, high: 0.9}, grade: D, sources: [book]",
            "grade: D, sources: [bok]", UnknownReference, 62, "attack_means[0].sources", "bok", "Maybe 'book'."),
        At("two changes in one", "{open: roads}", "{open: roads, close: alpha}", OneOf, 51, "events[0].changes[2].open", "close, open", "Write one mapping for each."),
        At("no change", "{open: roads}", "{value: 3}", OneOf, 51, "events[0].changes[2].close", "", "State one of close, derate, open, capture, repair, set."),
        At("unknown target of an event", "{repair: alpha--beta}", "{repair: alpha--betta}", UnknownReference, 53, "events[0].changes[4].repair", "alpha--betta", "Maybe 'alpha--beta'."),
        At("unknown target of a scenario", "description: What then?\n    changes:\n      - {close: long-tunnel}", "description: What then?\n    changes:\n      - {close: \"point:long-tunel\"}", UnknownReference, 60,
            "scenarios[0].changes[0].close", "point:long-tunel", "Maybe 'point:long-tunnel'."),
        At("target of the wrong kind", "{open: roads}", "{open: alpha}", UnknownReference, 51, "events[0].changes[2].open", "alpha", "'alpha' is a station; 'open' takes a railway or link."),
        At("prefix of the wrong kind", "{open: roads}", "{open: \"station:alpha\"}", UnknownReference, 51, "events[0].changes[2].open", "station:alpha",
            "Write the id alone, or one of these words and a colon before it: railway or link."),
        At("unknown prefix", "{repair: alpha--beta}", "{repair: \"lnik:alpha--beta\"}", UnknownReference, 53, "events[0].changes[4].repair", "lnik:alpha--beta",
            "Write the id alone, or one of these words and a colon before it: station or railway or link or point or side."),
        new("ambiguous target", n => n.Append("base/railways.csv", "alpha--beta,Short line"), AmbiguousTarget, File, 53, "events[0].changes[4].repair", "alpha--beta",
            "Write one of: 'railway:alpha--beta', 'link:alpha--beta'."),
        At("change without what belongs to it", ", capacity_left: 0.05", "", MissingValue, 50, "events[0].changes[1].capacity_left", "", "Add 'capacity_left' (with derate: the share)."),
        At("change with what does not belong to it", "{open: roads}", "{open: roads, by: soviet}", UnknownKey, 51, "events[0].changes[2].by", "by",
            "Remove the key, or use the kind of change that it belongs to."),
        At("side of a capture unknown", "by: japanese", "by: japan", UnknownReference, 52, "events[0].changes[3].by", "japan", "Maybe 'japanese'."),
        At("set of a station", "quantity: capacity_tonnes_per_day, value: 0", "quantity: gauge_mm, value: 0", UnknownValue, 54, "events[0].changes[5].quantity", "gauge_mm",
            "Maybe 'capacity_tonnes_per_day', or name a link or point."),
        At("event twice", "scenarios:\n", "  - {id: raid, title: Again, from: 1940-05-01, grade: D, sources: [book]}\nscenarios:\n", DuplicateId, 55, "events[1].id", "raid",
            "Rename one of the two, or remove the repetition."),
        At("scenario without changes", "    changes:\n      - {close: long-tunnel}\nattack_means", "attack_means", MissingValue, 56, "scenarios[0].changes", "", "Add one under 'changes:'."),
    ];

    [TestCaseSource(nameof(Faults))]
    public void A_fault_of_a_timeline_is_told_with_its_line_and_what_to_do(object fault) => ((Fault)fault).Check();

    [TestCase("a: &x 1\n", "anchors are not used")]
    [TestCase("a: *x\n", "aliases are not used")]
    public void Anchors_and_aliases_are_refused(string text, string message)
    {
        using var networks = new TinyNetworks();
        var problem = networks.Write(File, text).Load().Problems.Single();
        Assert.That((problem.Code, problem.Row), Is.EqualTo((YamlSyntax, (int?)1)));
        Assert.That(problem.Message, Does.Contain(message));
    }

    [Test]
    public void Deep_nesting_is_refused()
    {
        using var networks = new TinyNetworks();
        var problem = networks.Write(File, "a: " + new string('[', 5000) + new string(']', 5000)).Load().Problems.Single();
        Assert.That(problem.Message, Does.Contain("at most 32 levels"));
    }

    private static Fault At(
        string name, string old, string replacement, string code, int row, string column, string value, string suggestion,
        ProblemSeverity severity = ProblemSeverity.Error) =>
        new(name, n => n.Replace(File, old, replacement), code, File, row, column, value, suggestion, severity);
}
