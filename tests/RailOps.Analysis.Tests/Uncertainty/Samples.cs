using RailOps.Analysis.Interdiction;
using RailOps.Analysis.Supply;
using RailOps.Analysis.Uncertainty;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;
using RailOps.Model.Units;
using RailOps.Solvers.Allocation;
using RailOps.Testing.Worlds;

namespace RailOps.Analysis.Tests.Uncertainty;

/// <summary>Small nets and how they are sampled.</summary>
internal static class Samples
{
    /// <summary>depot ==(10 pairs of 100 t, of a grade)== railhead, where divisions need 100 t/day each, more than can arrive.</summary>
    public static WorldBuilder Line(Grade grade, decimal pairs = 10, decimal divisions = 60) => new WorldBuilder()
        .Stations("depot", "railhead")
        .Link("depot--railhead", LinkMode.Rail)
        .Value("depot--railhead", Quantity.TrackCount, 1).Value("depot--railhead", Quantity.GaugeMm, 1524)
        .Value("depot--railhead", Quantity.TrainPairsPerDay, pairs, new Evidence(grade, ["test"], ""))
        .Formation("DIV", 100)
        .Source("depot")
        .Front("front", "railhead", "DIV", divisions);

    public static SampleAnswer Take(
        Situation situation, int draws = 200, ulong seed = 7, double correlation = 0.5, int threads = 1, int tornado = 10,
        AllocationPolicy policy = AllocationPolicy.Priority, IProgress<SampleState>? progress = null, CancellationToken stop = default)
    {
        var limits = new SearchLimits(TimeSpan.FromMinutes(5), threads, TimeProvider.System, stop);
        return SampleRunner.Sample(
            new SampleQuestion(new SupplyQuestion(situation, policy, null), draws, seed, correlation, tornado), limits, progress, CancellationToken.None);
    }

    public static SampleAnswer Take(WorldBuilder world, int draws = 200, ulong seed = 7, double correlation = 0.5, int threads = 1, params Change[] changes) =>
        Take(world.Situation(null, "red", changes).Situation!, draws, seed, correlation, threads);

    public static Estimate Range(decimal low, decimal best, decimal high) => new(low, best, high);
}
