using System.Collections.Immutable;
using RailOps.Model.Doctrine;
using RailOps.Model.Scenarios;
using RailOps.Model.Timelines;

namespace RailOps.Analysis.SupplyClasses;

/// <summary>Which class of supply comes from which source, as <c>supply_classes.csv</c> says.</summary>
public static class ClassSources
{
    /// <summary>The classes that a source gives.</summary>
    /// <param name="doctrine">The tables.</param>
    /// <param name="source">The source.</param>
    /// <returns>Classes without repetition, in the order of <see cref="SupplyClass"/>; none: nothing that is known.</returns>
    public static ImmutableArray<SupplyClass> ClassesOf(DoctrineTables doctrine, SupplySource source) =>
        [.. doctrine.ClassesOf(source.Kind, source.StationId).Where(r => r.Class is not null).Select(r => r.Class!.Value).Distinct().Order()];

    /// <summary>The sources of a situation that give any class.</summary>
    /// <param name="situation">The situation.</param>
    /// <param name="withCoal">False: only those that give what troops need.</param>
    /// <returns>Sources in the timeline's order.</returns>
    public static ImmutableArray<SupplySource> Of(Situation situation, bool withCoal) =>
    [
        .. situation.HeldSources.Where(s => ClassesOf(situation.Data.Doctrine, s).Any(c => withCoal || c != SupplyClass.Coal)),
    ];

    /// <summary>The four classes of troops, and coal if some source gives it.</summary>
    internal static ImmutableArray<SupplyClass> ClassesIn(DoctrineTables doctrine, ImmutableArray<SupplySource> sources) =>
        sources.Any(s => ClassesOf(doctrine, s).Contains(SupplyClass.Coal)) ? SupplyClassIds.OfTroops.Add(SupplyClass.Coal) : SupplyClassIds.OfTroops;
}
