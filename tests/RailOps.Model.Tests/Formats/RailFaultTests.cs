using NUnit.Framework;
using RailOps.Model.Formats;
using static RailOps.Model.Formats.DataProblemCodes;

namespace RailOps.Model.Tests.Formats;

/// <summary>Faults of what the base, the doctrine and the capacity networks say.</summary>
[TestFixture]
public sealed class RailFaultTests
{
    private const string Stations = "base/stations.csv";
    private const string Links = "base/links.csv";
    private const string Points = "base/points.csv";
    private const string Values = "base/values.csv";
    private const string Seasons = "base/seasons.csv";
    private const string Formations = "doctrine/formations.csv";
    private const string Consumption = "doctrine/consumption.csv";
    private const string Factors = "doctrine/planning_factors.csv";

    private static IEnumerable<Fault> Faults =>
    [
        new("link to an unknown station", n => n.Replace(Links, "alpha--beta,alpha,beta", "alpha--beta,alhpa,beta")
                .Append(Links, "beta--alpha,beta,alpha,main,soviet,rail,75,,,,,,book,A"),
            UnknownReference, Links, 2, "from_id", "alhpa", "Maybe 'alpha'."),
        new("link of an unknown railway", n => n.Replace(Links, "beta,main", "beta,mian"), UnknownReference, Links, 2, "railway_id", "mian", "Maybe 'main'."),
        new("link of an unknown season", n => n.Replace(Links, "true,mud", "true,polar-night"), UnknownReference, Links, 3, "season_id", "polar-night",
            "No season has a similar id; add 'polar-night' to base/seasons.csv or remove the reference."),
        new("no length", n => n.Replace(Links, "rail,75.5", "rail,"), MissingValue, Links, 2, "length_km", "", "State 'length_km' (km)."),
        new("length 0", n => n.Replace(Links, "rail,75.5", "rail,0"), OutOfRange, Links, 2, "length_km", "0", "Check the value and its unit (length)."),
        new("link to itself", n => n.Append(Links, "loop,beta,beta,main,soviet,rail,5,,,,,,book,A"), SelfLink, Links, 4, "to_id", "beta", "Correct one of the ends."),
        new("length far below the great circle", n => n.Replace(Links, "rail,75.5", "rail,69"), LengthBelowGreatCircle, Links, 2, "length_km", "69",
            "Check the length and the positions of both stations."),
        new("length a little below the great circle", n => n.Replace(Links, "rail,75.5", "rail,70"), LengthBelowGreatCircle, Links, 2, "length_km", "70",
            "Check the length and the positions of both stations.", ProblemSeverity.Warning),
        new("station without links", n => n.Append(Stations, "alpah,Alpah,,51,100,USSR,station,,book,A"), OrphanStation, Stations, 6, "id", "alpah",
            "Add a link to base/links.csv, or maybe 'alpha' is meant, which has links.", ProblemSeverity.Warning),
        new("point without links", n => n.Replace(Points, "tunnel,alpha--beta,", "tunnel,,"), MissingValue, Points, 2, "link_ids", "", "State 'link_ids'."),
        new("point on an unknown link", n => n.Replace(Points, "tunnel,alpha--beta,", "tunnel,alpha--beta;beta-gamma,"), UnknownReference, Points, 2, "link_ids", "beta-gamma",
            "Maybe 'beta--gamma'."),
        new("point with the id of a link", n => n.Append(Points, "alpha--beta,Bridge,bridge,alpha--beta,,,book,A").Replace(TinyFiles.Timeline, "repair: alpha--beta", "repair: link:alpha--beta"),
            DuplicateId, Points, 3, "id", "alpha--beta", "Rename one of the two, or remove the repetition."),
        new("figure of nothing", n => n.Append(Values, "long-tunel,gauge_mm,,,,1520,,book,A,"), UnknownReference, Values, 6, "subject_id", "long-tunel", "Maybe 'long-tunnel'."),
        new("half a track", n => n.Replace(Values, "1930-01-01,,,2,", "1930-01-01,,,1.5,"), NotWhole, Values, 3, "best", "1.5",
            "State the tracks that trains could use on those dates; split the link where the number changes."),
        new("gauge in centimetres", n => n.Append(Values, "alpha--beta,gauge_mm,,,,152.4,,book,A,"), OutOfRange, Values, 6, "best", "152.4", "Check the value and its unit."),
        new("port at an unknown station", n => n.Replace("base/ports.csv", "beta,", "betta,"), UnknownReference, "base/ports.csv", 2, "station_id", "betta", "Maybe 'beta'."),
        new("two figures of one port", n => n.Append("base/ports.csv", "beta,1940-01-01,,,5,,book,B,"), OverlappingWindows, "base/ports.csv", 3, "valid_from", "1940-01-01",
            "End the earlier window on the day on which the later one begins ('valid_to' is the first day after a window)."),
        new("day 32", n => n.Replace(Seasons, "04-01", "04-32"), BadMonthDay, Seasons, 2, "from_month_day", "04-32", "Write MM-DD, for example 04-15."),
        new("season with a gap", n => n.Replace(Seasons, "06-01", "06-02"), SeasonGap, Seasons, 3, "to_month_day", "03-31",
            "Add a window that begins on 06-01, or lengthen the one before it."),
        new("season with an overlap", n => n.Replace(Seasons, "06-01", "05-31"), SeasonOverlap, Seasons, 3, "from_month_day", "05-31",
            "Both days of a window are inclusive: end one on the day before the other begins."),
        new("season without 29 February", n => n.Replace(Seasons, "mud,06-01,03-31", "mud,03-01,03-31,,1,,book,C,\nmud,06-01,02-28"), SeasonGap, Seasons, 4, "to_month_day", "02-28",
            "End the window before it on 02-31, which stands for the end of February."),
        new("evidence from an unknown source", n => n.Replace("base/capacity_evidence.csv", "book,12", "brook,12"), UnknownReference, "base/capacity_evidence.csv", 2, "source_id", "brook",
            "Maybe 'book'."),
        new("unknown tail", n => n.Replace(Formations, "1,SU_TAIL", "1,SU_TAILS"), UnknownReference, Formations, 2, "tail_formation_id", "SU_TAILS", "Maybe 'SU_TAIL'."),
        new("tail of a tail", n => n.Replace(Formations, "9000,,,0,,", "9000,,,0,SU_RD,").Replace(Formations, "1,SU_TAIL,", "1,,")
                .Append(Formations, "SU_BDE,Brigade,1939,5000,,,0,SU_TAIL,1,1,1,book,D,")
                .Replace(TinyFiles.Timeline, "formation: SU_RD", "formation: SU_BDE")
                .Append(Consumption, "SU_BDE,rest,,,,,,,1,,book,D,\nSU_BDE,defence,,,,,,,1,,book,D,\nSU_BDE,attack,,,,,,,1,,book,D,"),
            TailMisused, Formations, 4, "tail_formation_id", "SU_TAIL", "Blank the tail of the tail; count all army and corps troops in one."),
        new("no consumption for a posture", n => n.Replace(Consumption, "SU_RD,attack,40,,,,,120,220,350,book,C,\n", ""), MissingConsumption, Formations, 2, "formation_id", "SU_RD",
            "Add the row to doctrine/consumption.csv."),
        new("consumption twice", n => n.Append(Consumption, "SU_RD,attack,,,,,,,1,,book,C,"), DuplicateId, Consumption, 8, "posture", "SU_RD attack",
            "Rename one of the two, or remove the repetition."),
        new("consumption of an unknown formation", n => n.Append(Consumption, "SU_RD9,attack,,,,,,,1,,book,C,"), UnknownReference, Consumption, 8, "formation_id", "SU_RD9", "Maybe 'SU_RD'."),
        new("unknown factor", n => n.Append(Factors, "planing_share,all,,,1,,1,,book,C,"), UnknownValue, Factors, 27, "factor_id", "planing_share", "Maybe 'planning_share'."),
        new("factor of an unknown operator", n => n.Append(Factors, "planning_share,soviets,,,1,,1,,book,C,"), UnusedScope, Factors, 27, "scope", "soviets", "Maybe 'soviet'.",
            ProblemSeverity.Warning),
        new("unknown class of supply", n => n.Append("doctrine/supply_classes.csv", "oil,,fuels,book,C,"), UnknownValue, "doctrine/supply_classes.csv", 5, "class_id", "fuels", "Maybe 'fuel'."),
        new("factor missing in an early war", n => n.Replace(Factors, "planning_share,all,,,", "planning_share,all,1939-01-01,,"), MissingPlanningFactor, Factors, null, "factor_id", "planning_share",
            "Add a row for 'soviet' or 'all' that holds on 1904-02-08."),
        new("factor missing for some days", n => n.Replace(Factors, "planning_share,all,,,", "planning_share,all,,1945-01-01,").Append(Factors, "planning_share,soviet,1945-01-02,,1,,1,,book,C,"),
            MissingPlanningFactor, Factors, null, "factor_id", "planning_share", "Add a row for 'soviet' or 'all' that holds on 1945-01-01."),
        new("edge to an unknown node", n => n.Replace("plain/edges.csv", "ab,a,b", "ab,a,bb"), UnknownReference, "plain/edges.csv", 2, "to_id", "bb",
            "No node has a similar id; add 'bb' to nodes.csv or remove the reference."),
        new("edge twice", n => n.Replace("plain/edges.csv", "ba,b,a", "ab,b,a"), DuplicateId, "plain/edges.csv", 3, "id", "ab", "Rename one of the two, or remove the repetition."),
        new("node twice", n => n.Append("plain/nodes.csv", "a,Again"), DuplicateId, "plain/nodes.csv", 4, "id", "a", "Rename one of the two, or remove the repetition."),
        new("fraction of a capacity", n => n.Replace("plain/edges.csv", "12", "12.5"), NotWhole, "plain/edges.csv", 2, "capacity", "12.5", "Maybe 12."),
        new("network without edges", n => n.Delete("plain/edges.csv"), MissingFile, "plain/edges.csv", null, "", "", "Create it; docs/formats.md says what belongs in it."),
        new("network with an unknown key", n => n.Replace("plain/network.yaml", "attribution", "atribution").Append("plain/network.yaml", "attribution: Nobody."),
            UnknownKey, "plain/network.yaml", 4, "atribution", "atribution", "Maybe 'attribution'."),
        new("network in the reserved folder", n => n.Write("backtests/network.yaml", "title: x\n"), ReservedName, "backtests/network.yaml", null, "", "backtests",
            "Give the network a folder of its own."),
        new("network folder with blanks", n => n.Write("my net/network.yaml", TinyFiles.All["plain/network.yaml"]).Write("my net/nodes.csv", "id,label\na,\n")
                .Write("my net/edges.csv", "id,from_id,to_id,capacity,directed\n"),
            BadId, "my net/network.yaml", null, "", "my net", "Rename the folder."),
    ];

    [TestCaseSource(nameof(Faults))]
    public void A_fault_of_the_rail_data_is_told_with_its_place_and_what_to_do(object fault) => ((Fault)fault).Check();

    [Test]
    public void An_operator_needs_factors_only_while_it_has_links()
    {
        using var networks = new TinyNetworks();
        networks.Replace(Links, "alpha--beta,alpha,beta,main,soviet,rail,75.5,1903-07", "alpha--beta,alpha,beta,main,soviet,rail,75.5,1945-01-01")
            .Replace(Factors, "planning_share,all,,,", "planning_share,all,1945-01-01,,");
        Assert.That(networks.Load().Problems, Is.Empty);
    }
}
