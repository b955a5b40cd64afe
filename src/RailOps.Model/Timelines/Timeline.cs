using System.Collections.Immutable;

namespace RailOps.Model.Timelines;

/// <summary>A course of history, real or imagined, over the infrastructure base: one YAML file. Immutable.</summary>
/// <param name="Id">File name without extension.</param>
/// <param name="Title">Title.</param>
/// <param name="Description">What it is.</param>
/// <param name="IsFictional">True: a story.</param>
/// <param name="StartDate">First date that can be asked for.</param>
/// <param name="EndDate">Last date.</param>
/// <param name="DefaultDate">Date used when none is given.</param>
/// <param name="Sides">Sides, the default first.</param>
/// <param name="CountedSupplyKinds">Kinds of supply source that can feed any need.</param>
/// <param name="CountedSupplyKindsReason">Why these and no others.</param>
/// <param name="OptionalLinks">Optional links taken as built.</param>
/// <param name="Control">Who holds what.</param>
/// <param name="Sources">Sources of supply of all sides.</param>
/// <param name="Fronts">Fronts of all sides, in order.</param>
/// <param name="Events">Dated events.</param>
/// <param name="Scenarios">Named what-ifs.</param>
/// <param name="AttackMeans">Means of attack.</param>
public sealed record Timeline(
    string Id,
    string Title,
    string Description,
    bool IsFictional,
    DateOnly StartDate,
    DateOnly EndDate,
    DateOnly DefaultDate,
    ImmutableArray<SideInfo> Sides,
    ImmutableArray<string> CountedSupplyKinds,
    string CountedSupplyKindsReason,
    ImmutableArray<OptionalLinks> OptionalLinks,
    ImmutableArray<ControlRule> Control,
    ImmutableArray<SupplySource> Sources,
    ImmutableArray<Front> Fronts,
    ImmutableArray<TimelineEvent> Events,
    ImmutableArray<NamedScenario> Scenarios,
    ImmutableArray<AttackMeans> AttackMeans);
