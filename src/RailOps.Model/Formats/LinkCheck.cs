using RailOps.Model.Network;
using System.Collections.Immutable;
using System.Globalization;

namespace RailOps.Model.Formats;

/// <summary>Checks links against stations.</summary>
/// <remarks>
/// No railway is shorter than the great circle between its ends. Positions are often those of the town, a kilometre off at each end, so
/// a rail link may fall short by 2 km; it is an error if it falls short by more, and a warning if by less but more than 2 % (short links).
/// </remarks>
internal static class LinkCheck
{
    private const double ToleranceKm = 2;
    private const double ToleranceRatio = 0.98;

    public static void Run(ImmutableArray<DataRecord> links, ImmutableArray<DataRecord> stations, ProblemList problems)
    {
        var byId = new Dictionary<string, DataRecord>(StringComparer.Ordinal);
        foreach (var station in stations)
            byId.TryAdd(station.Text("id"), station);

        var touched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var link in links)
        {
            touched.Add(link.Text("from_id"));
            touched.Add(link.Text("to_id"));
            CheckEnds(link, problems);
            if (link.Text("mode") == "rail" && byId.TryGetValue(link.Text("from_id"), out var a) && byId.TryGetValue(link.Text("to_id"), out var b))
                CheckLength(link, a, b, problems);
        }

        foreach (var station in stations.Where(s => s.Text("id").Length > 0 && !touched.Contains(s.Text("id"))))
            ReportOrphan(station, touched, problems);
    }

    /// <summary>Tells of a link or edge from a place to itself.</summary>
    public static void CheckEnds(DataRecord link, ProblemList problems)
    {
        if (link.Text("from_id").Length > 0 && link.Text("from_id") == link.Text("to_id"))
        {
            problems.Error(DataProblemCodes.SelfLink, link.At("to_id"), link.Text("to_id"),
                $"'{link.Text("id")}' should join two places, but both ends are '{link.Text("to_id")}'.", "Correct one of the ends.");
        }
    }

    private static void CheckLength(DataRecord link, DataRecord a, DataRecord b, ProblemList problems)
    {
        if (link.Number("length_km") is not { } length || length <= 0 || Distance(a, b) is not { } shortest)
            return;

        var missing = shortest - (double)length;
        if (missing <= ToleranceKm && (double)length >= ToleranceRatio * shortest)
            return;

        var message = string.Create(CultureInfo.InvariantCulture,
            $"A railway should not be shorter than the great circle between its ends ({shortest:0.0} km), but '{link.Text("id")}' has {length} km.");
        const string Suggestion = "Check the length and the positions of both stations.";
        if (missing > ToleranceKm)
            problems.Error(DataProblemCodes.LengthBelowGreatCircle, link.At("length_km"), link.Text("length_km"), message, Suggestion);
        else
            problems.Warning(DataProblemCodes.LengthBelowGreatCircle, link.At("length_km"), link.Text("length_km"), message, Suggestion);
    }

    private static double? Distance(DataRecord a, DataRecord b) =>
        (a.Number("latitude_degrees"), a.Number("longitude_degrees"), b.Number("latitude_degrees"), b.Number("longitude_degrees"))
            is ({ } latitudeA, { } longitudeA, { } latitudeB, { } longitudeB)
            ? GreatCircle.DistanceKm((double)latitudeA, (double)longitudeA, (double)latitudeB, (double)longitudeB)
            : null;

    private static void ReportOrphan(DataRecord station, HashSet<string> touched, ProblemList problems)
    {
        var id = station.Text("id");
        problems.Warning(DataProblemCodes.OrphanStation, station.At("id"), id, $"A station should have a link, but none touches '{id}'.",
            NearestMatch.Find(id, touched) is { } near ? $"Add a link to {BaseFiles.Links.Name}, or maybe '{near}' is meant, which has links." : $"Add a link to {BaseFiles.Links.Name}, or remove the station.");
    }
}
