using RailOps.Contracts.V1;

namespace RailOps.Server.Shell.Rendering;

/// <summary>Shows what there is to ask about.</summary>
internal static class CatalogReport
{
    public static void Write(Report report, ListNetworksResponse answer) => report.Table(
        ["|Network", "Title", ">Nodes", ">Links", "Unit"],
        answer.Networks.Select(network => new[]
        {
            Id(network.Name), network.DisplayName, Figures.Whole(network.NodeCount), Figures.Whole(network.LinkCount), network.CapacityUnit,
        }));

    public static void Write(Report report, ListTimelinesResponse answer) => report.Table(
        ["|Timeline", "Title", "|Kind", "|From", "|To", "|Asked by default", "Sides"],
        answer.Timelines.Select(timeline => new[]
        {
            Id(timeline.Name), timeline.DisplayName, Kind(timeline), timeline.StartDate, timeline.EndDate, timeline.DefaultDate,
            string.Join(", ", timeline.Sides),
        }));

    public static void Write(Report report, Timeline timeline)
    {
        report.Heading($"{Id(timeline.Name)}: {timeline.DisplayName} ({Kind(timeline)})");
        report.Line(timeline.Description);
        report.Line($"{timeline.StartDate} to {timeline.EndDate}, asked by default: {timeline.DefaultDate}. Sides: {string.Join(", ", timeline.Sides)}.");
        report.Heading("Fronts");
        report.Table(["|Front", "Title", "|Side", ">Priority", "|From", "|To", "Entry stations"], timeline.Fronts.Select(Row));
        if (timeline.Events.Count == 0)
            return;
        report.Heading("Events");
        report.Table(
            ["|Event", "|From", "|To", "What happens"],
            timeline.Events.Select(item => new[] { item.Event, item.StartDate, item.EndDate, item.Description }));
    }

    public static void Write(Report report, ListScenariosResponse answer)
    {
        foreach (var scenario in answer.Scenarios)
        {
            report.Heading($"{Id(scenario.Name)}: {scenario.DisplayName}");
            if (scenario.Description.Length > 0)
                report.Line(scenario.Description);
            foreach (var change in scenario.Changes)
                report.Line($"- {Words.Of(change)}");
        }

        if (answer.Scenarios.Count == 0)
            report.Line("This timeline defines no scenarios.");
    }

    public static void Write(Report report, ListFormationsResponse answer) => report.Table(
        ["|Formation", "Title", ">Men", ">Divisions", ">Rest t/day", ">Defence t/day", ">Attack t/day", "Grade"],
        answer.Formations.Select(formation => new[]
        {
            Id(formation.Name), formation.DisplayName, Figures.Whole(formation.MenCount), Figures.Exact(formation.DivisionEquivalent),
            Figures.Triple(formation.RestTonnesPerDay), Figures.Triple(formation.DefenceTonnesPerDay),
            Figures.Triple(formation.AttackTonnesPerDay), Words.Of(formation.Grade),
        }));

    private static string[] Row(FrontInfo front) =>
    [
        front.Front, front.DisplayName, front.Side, Figures.Whole(front.Priority), front.StartDate, front.EndDate,
        string.Join(", ", front.EntryStations),
    ];

    private static string Kind(Timeline timeline) => timeline.Fictional ? "story" : "history";

    private static string Id(string name) => name[(name.LastIndexOf('/') + 1)..];
}
