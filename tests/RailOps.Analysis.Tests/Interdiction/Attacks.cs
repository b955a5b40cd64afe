using System.Collections.Immutable;
using RailOps.Analysis.Interdiction;
using RailOps.Analysis.Supply;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;
using RailOps.Model.Timelines;
using RailOps.Model.Units;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.Tests.Interdiction;

/// <summary>Questions for the tests, and the answer that trying everything gives.</summary>
internal static class Attacks
{
    public static SearchLimits Limits { get; } = new(TimeSpan.FromMinutes(1), 1, TimeProvider.System, CancellationToken.None);

    public static AttackMode Mode(
        string id, string strikes, decimal left = 0, long cost = 1, string resource = "raids", long? limit = null, decimal? reachKm = null, bool together = false,
        decimal? chance = null) => new(
        id, id, left, null, chance is { } c ? Estimate.Exactly(c) : null,
        new AttackUse(resource, cost, limit, [.. strikes.Split(' ').Select(s => AttackSelector.Parse(s, out _, out _)!)], reachKm, null, together), Grade.D);

    public static AttackQuestion Question(Situation situation, ImmutableArray<AttackMode> modes, params ResourceBudget[] budgets) => new(
        new SupplyQuestion(situation, AllocationPolicy.Priority, null), "blue", [.. budgets], modes, [], AttackObjective.DeliveredTonnes);

    public static InterdictionAnswer Solve(AttackQuestion question, int plans = 1) =>
        RailInterdiction.Solve(question, plans, Limits, null, CancellationToken.None);

    public static SupplyAssessment Assess(Situation situation, AllocationPolicy policy = AllocationPolicy.Priority) => SupplyAssessor.Assess(
        new SupplyQuestion(situation, policy, null), SolveOptions.Default, CancellationToken.None);

    /// <summary>Everything that can be done with a number of closures, least first.</summary>
    public static IEnumerable<ImmutableArray<Change>> Choices(IReadOnlyList<Change> changes, int count)
    {
        if (count == 0)
            return [[]];
        return Choices(changes, count - 1).SelectMany(c => c.Length < count - 1
            ? [c]
            : new[] { c }.Concat(changes.Where(x => !c.Contains(x)).Select(x => c.Add(x))));
    }
}
