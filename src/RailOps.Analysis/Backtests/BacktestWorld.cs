using RailOps.Model;
using RailOps.Model.Backtests;
using RailOps.Model.Doctrine;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;

namespace RailOps.Analysis.Backtests;

/// <summary>
/// The data as a case sees them. The day of a case may lie outside its timeline: the figures are then those of that day, and the timeline says
/// who held what on its nearest day.
/// </summary>
/// <param name="data">All data.</param>
internal sealed class BacktestWorld(RailData data)
{
    /// <summary>All data.</summary>
    public RailData Data => data;

    /// <summary>The situation of a case on its own day.</summary>
    public Situation Situation(BacktestCase asked) => Situation(asked, asked.Date, []);

    /// <summary>The situation of a case on another day, with changes.</summary>
    public Situation Situation(BacktestCase asked, DateOnly date, IEnumerable<Change> changes)
    {
        var timeline = data.Timelines.Single(t => t.Id == asked.TimelineId);
        var near = date < timeline.StartDate ? timeline.StartDate : date > timeline.EndDate ? timeline.EndDate : date;
        var spec = SituationSpec.Of(timeline, date, asked.SideId, [.. changes]) with { Control = new TimelineDate(timeline, near) };
        var result = SituationBuilder.Build(data, spec);
        return result.Situation ?? throw new NoAnswerException(string.Join(' ', result.Problems.Select(p => p.Message)));
    }

    /// <summary>A planning factor.</summary>
    public PlanningFactor Factor(string id, Link link, DateOnly date) => data.Doctrine.FactorOn(id, link.Operator, date);
}
