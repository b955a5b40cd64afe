using System.Collections.Immutable;
using RailOps.Model.Network;
using RailOps.Model.Timelines;
using RailOps.Model.Units;

namespace RailOps.Analysis.Interdiction;

/// <summary>One way to strike, from a timeline or from the caller.</summary>
/// <param name="Id">Its id, unique in a question.</param>
/// <param name="Title">Name for people.</param>
/// <param name="CapacityLeftRatio">Share of the capacity left until repaired, 0 up to, not including, 1.</param>
/// <param name="RepairDays">Time to repair (days); null: not stated.</param>
/// <param name="SuccessProbability">Chance of success, 0 to 1; null: not stated, taken as certain.</param>
/// <param name="Use">What an attack takes and where it can fall.</param>
/// <param name="Grade">How far the figures can be trusted.</param>
public sealed record AttackMode(
    string Id, string Title, decimal CapacityLeftRatio, Estimate? RepairDays, Estimate? SuccessProbability, AttackUse Use, Grade Grade)
{
    /// <summary>The modes that a timeline gives a side on a day; means without a resource, or that leave everything, are left out.</summary>
    /// <param name="timeline">The timeline.</param>
    /// <param name="attackerSideId">The attacker.</param>
    /// <param name="date">The day.</param>
    public static ImmutableArray<AttackMode> Of(Timeline timeline, string attackerSideId, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        return
        [
            .. from means in timeline.AttackMeans
               let use = means.Use
               where use is not null && means.SideId == attackerSideId && means.HoldsOn(date) && means.CapacityLeftRatio < 1
               select new AttackMode(
                   means.Id, means.Means, means.CapacityLeftRatio ?? 0m, means.RepairDays, means.SuccessProbability, use, means.Evidence.Grade),
        ];
    }
}
