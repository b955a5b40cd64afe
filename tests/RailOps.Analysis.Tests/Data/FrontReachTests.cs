using NUnit.Framework;
using RailOps.Analysis.Flow;
using RailOps.Model.Formats;
using RailOps.Model.Scenarios;
using RailOps.Model.Timelines;
using RailOps.Model.Units;
using RailOps.Model;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Results;
using RailOps.Testing;

namespace RailOps.Analysis.Tests.Data;

/// <summary>Every front of the stored timelines can be fed at some time of its life over the undamaged network, or says why not.</summary>
public sealed class FrontReachTests
{
    private static readonly RailData Data = RailDataReader.Load(RepositoryFolder.Networks).Data!;

    private static IEnumerable<TestCaseData> Fronts() => Data.Timelines.SelectMany(t => t.Fronts.Select(
        f => new TestCaseData(t, f).SetArgDisplayNames(t.Id, f.SideId, f.Id, f.From?.ToString("yyyy-MM-dd", null) ?? "always")));

    [TestCaseSource(nameof(Fronts))]
    public void A_front_is_reached_by_supply_or_says_why_not(Timeline timeline, Front front)
    {
        var isReached = Days(timeline, front).Any(day => Delivered(timeline, front, day) != 0);
        Assert.That(
            isReached || front.KnownUnreachable.Length > 0, Is.True, $"{timeline.Id}: no source of supply reaches {front.SideId} front {front.Id} on any first of a month");
    }

    private static IEnumerable<DateOnly> Days(Timeline timeline, Front front)
    {
        var first = front.From is { } from && from > timeline.StartDate ? from : timeline.StartDate;
        var last = front.To is { } to && to.AddDays(-1) < timeline.EndDate ? to.AddDays(-1) : timeline.EndDate;
        yield return first;
        for (var day = new DateOnly(first.Year, first.Month, 1).AddMonths(1); day <= last; day = day.AddMonths(1))
            yield return day;
    }

    private static long Delivered(Timeline timeline, Front front, DateOnly day)
    {
        var spec = SituationSpec.Of(timeline, day, front.SideId, []) with { Events = [] };
        var situation = SituationBuilder.Build(Data, spec).Situation!;
        var result = FlowSolver.Solve(
            situation, EstimateLevel.Best, [FlowSolver.AllSources], [$"front:{front.Id}"], new DinicMaxFlowSolver(), SolveOptions.Default, CancellationToken.None);
        return result.Answer?.Value ?? 0;
    }
}
