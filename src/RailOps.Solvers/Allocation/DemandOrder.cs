using System.Collections.Immutable;

namespace RailOps.Solvers.Allocation;

/// <summary>The two orders in which demanders are gone through.</summary>
internal static class DemandOrder
{
    /// <summary>Indices by priority, equals by index.</summary>
    public static int[] ByPriority(ImmutableArray<AllocationDemand> demands) =>
        [.. Enumerable.Range(0, demands.Length).OrderBy(index => demands[index].Priority)];

    /// <summary>Indices by weight per flow unit, largest first, equals by index; compared exactly.</summary>
    public static int[] ByWorthPerFlow(ImmutableArray<AllocationDemand> demands)
    {
        var order = Enumerable.Range(0, demands.Length).ToArray();
        Array.Sort(order, (a, b) => Compare(demands[a], demands[b]) is var sign && sign != 0 ? sign : a.CompareTo(b));
        return order;
    }

    private static int Compare(AllocationDemand a, AllocationDemand b) =>
        ((Int128)b.Weight * a.UnitDemand).CompareTo((Int128)a.Weight * b.UnitDemand);
}
