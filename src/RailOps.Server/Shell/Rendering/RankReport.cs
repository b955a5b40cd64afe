using RailOps.Contracts.V1;

namespace RailOps.Server.Shell.Rendering;

/// <summary>Shows what matters most.</summary>
internal static class RankReport
{
    private const int MostFronts = 3;

    /// <summary>Writes the whole answer.</summary>
    public static void Write(Report report, RankCriticalLinksResponse answer)
    {
        report.Heading(answer.Headline);
        if (answer.Items.Count > 0)
        {
            report.Heading("What the loss of each alone costs (most likely), and the divisions that are left (cautious / likely / favourable); equal costs share a rank");
            report.Table(
                [">Rank", "Kind", "Id", "Name", ">Divisions", ">t/day", ">Divisions left", "Fronts that lose"],
                answer.Items.Select(item => new[]
                {
                    Figures.Whole(item.Rank), item.Kind.ToString().ToLowerInvariant(), item.Id, item.DisplayName,
                    Figures.Whole(item.LostDivisionCount), Figures.Whole(item.LostTonnesPerDay), Figures.Triple(item.SustainedDivisionEstimate), Fronts(item),
                }));
        }

        SolveLine.Write(report, answer.Solve);
    }

    private static string Fronts(CriticalItem item)
    {
        var losers = item.Fronts.Where(f => f.LostTonnesPerDay > 0).ToList();
        var named = losers.Take(MostFronts).Select(f => $"{f.Front} {f.LostDivisionCount} ({Figures.Whole(f.LostTonnesPerDay)})");
        var more = losers.Count > MostFronts ? $" and {losers.Count - MostFronts} more" : "";
        return string.Join(", ", named) + more;
    }
}
