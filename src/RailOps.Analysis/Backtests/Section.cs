using System.Collections.Immutable;
using RailOps.Model.Backtests;
using RailOps.Model.Capacity;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;
using RailOps.Model.Units;

namespace RailOps.Analysis.Backtests;

/// <summary>The links of the shortest way between two stations, each with its capacity; the tightest decides.</summary>
/// <param name="Links">Capacities in the order of travel, at least one.</param>
internal sealed record Section(ImmutableArray<LinkCapacity> Links)
{
    private const string PairsUnit = "train pairs a day";
    private const string CivilStep = "less civil and service trains";

    /// <summary>The section of a case in a situation.</summary>
    /// <exception cref="NoAnswerException">Nothing joins the stations, or the side does not hold the way.</exception>
    public static Section Of(BacktestCase asked, Situation situation, Predicate<Link> isUsable)
    {
        var path = SectionFinder.Find(situation, asked.FromId, asked.ToId, isUsable);
        var calculator = new CapacityCalculator(situation);
        var links = path.Select(calculator.Calculate).ToImmutableArray();
        var closed = links.FirstOrDefault(l => l.ClosedReason.Length > 0 && !l.LostTo.StartsWith("season:", StringComparison.Ordinal));
        return closed is null
            ? new Section(links)
            : throw new NoAnswerException($"{situation.Data.Base.NameOf(closed.Link)} is closed: {closed.ClosedReason}.");
    }

    /// <summary>The railway section of a case on a day.</summary>
    public static Section OfRailway(BacktestCase asked, Situation situation) => Of(asked, situation, l => l.Mode == LinkMode.Rail);

    /// <summary>All train pairs a day of a link, before anything is taken off; null if it is known by its tonnes alone.</summary>
    public static CapacityStep? AllPairs(LinkCapacity link) => link.Steps is [{ Unit: PairsUnit } first, ..] ? first : null;

    /// <summary>Train pairs a day after civil and service trains: a timetable, so before the season.</summary>
    public static CapacityStep? PairsAfterCivilTrains(LinkCapacity link) =>
        link.Steps.FirstOrDefault(s => s.Name.StartsWith(CivilStep, StringComparison.Ordinal)) ?? AllPairs(link);

    /// <summary>The least of a figure at each level, with the link whose most likely figure is least (the first of several).</summary>
    public (Estimate Least, LinkCapacity Tightest) LeastOf(Func<LinkCapacity, Estimate?> figure)
    {
        LinkCapacity? tightest = null;
        var least = new Estimate(decimal.MaxValue, decimal.MaxValue, decimal.MaxValue);
        foreach (var link in Links)
        {
            if (figure(link) is not { } value)
                continue;
            if (value.Best < least.Best)
                tightest = link;
            least = least.Zip(value, Math.Min);
        }

        return tightest is null ? throw new NoAnswerException("No link of the section has such a figure.") : (least, tightest);
    }
}
