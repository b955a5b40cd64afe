using System.Collections.Immutable;
using RailOps.Model.Capacity;
using RailOps.Model.Network;
using RailOps.Model.Units;

namespace RailOps.Analysis.Backtests;

/// <summary>What the model answers to a case.</summary>
/// <param name="Value">Low, best and high in the unit of the question.</param>
/// <param name="Place">The link or front that decides, for people.</param>
/// <param name="Steps">Every figure that the answer rests on, in the order in which it was used, with its source and grade.</param>
public sealed record BacktestAnswer(Estimate Value, string Place, ImmutableArray<CapacityStep> Steps)
{
    /// <summary>Worst grade of the figures it rests on.</summary>
    public Grade Grade => Steps.IsEmpty ? Grade.A : Steps.Max(s => s.Evidence.Grade);
}
