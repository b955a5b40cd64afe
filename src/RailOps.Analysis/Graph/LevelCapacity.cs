using RailOps.Model.Units;
using RailOps.Solvers.Graphs;

namespace RailOps.Analysis.Graph;

/// <summary>A capacity in whole kilograms a day at the three levels.</summary>
/// <param name="Low">Cautious.</param>
/// <param name="Best">Most likely.</param>
/// <param name="High">Favourable.</param>
public readonly record struct LevelCapacity(long Low, long Best, long High)
{
    /// <summary>Not limited at any level.</summary>
    public static LevelCapacity Unlimited => new(FlowGraph.Unlimited, FlowGraph.Unlimited, FlowGraph.Unlimited);

    /// <summary>The capacity at a level.</summary>
    /// <param name="level">The level.</param>
    public long this[EstimateLevel level] => level switch
    {
        EstimateLevel.Low => Low,
        EstimateLevel.High => High,
        _ => Best,
    };

    /// <summary>Rounds tonnes a day down to whole kilograms.</summary>
    /// <param name="tonnesPerDay">The figure (t/day), or null: not limited.</param>
    /// <returns>The capacity.</returns>
    public static LevelCapacity Of(Estimate? tonnesPerDay) => tonnesPerDay is { } t
        ? new LevelCapacity(Down(t.Low), Down(t.Best), Down(t.High))
        : Unlimited;

    private static long Down(decimal tonnesPerDay) => TonnesPerDay.RoundDown(tonnesPerDay).KilogramsPerDay;
}
