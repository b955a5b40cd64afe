using System.Globalization;
using RailOps.Contracts.V1;
using RailOps.Model.Doctrine;
using RailOps.Model.Formats;
using RailOps.Model.Network;
using ModelChange = RailOps.Model.Scenarios.Change;
using ModelPosture = RailOps.Model.Doctrine.Posture;
using NamedScenario = RailOps.Model.Timelines.NamedScenario;

namespace RailOps.Server.Mapping;

/// <summary>Catalogue entries as they travel.</summary>
internal static class CatalogMapping
{
    /// <summary>Writes a network.</summary>
    /// <param name="network">The network.</param>
    /// <returns>The network.</returns>
    public static Network Write(CapacityNetwork network) => new()
    {
        Name = $"networks/{network.Id}",
        DisplayName = network.Title,
        Description = network.Description,
        NodeCount = network.Nodes.Length,
        LinkCount = network.Edges.Length,
        CapacityUnit = network.CapacityUnit,
        Attribution = network.Attribution,
    };

    /// <summary>Writes a timeline.</summary>
    /// <param name="timeline">The timeline.</param>
    /// <returns>The timeline.</returns>
    public static Timeline Write(Model.Timelines.Timeline timeline)
    {
        var message = new Timeline
        {
            Name = $"timelines/{timeline.Id}",
            DisplayName = timeline.Title,
            Description = timeline.Description,
            Fictional = timeline.IsFictional,
            StartDate = Date(timeline.StartDate),
            EndDate = Date(timeline.EndDate),
            DefaultDate = Date(timeline.DefaultDate),
        };
        message.Sides.Add(timeline.Sides.Select(s => s.Id));
        message.Fronts.Add(timeline.Fronts.Select(Write));
        message.Events.Add(timeline.Events.Select(e => new EventInfo
        {
            Event = e.Id,
            StartDate = Date(e.From),
            EndDate = Date(e.To),
            Description = e.Title,
        }));
        return message;
    }

    /// <summary>Writes a scenario.</summary>
    /// <param name="timelineId">Its timeline.</param>
    /// <param name="scenario">The scenario.</param>
    /// <returns>The scenario.</returns>
    public static ScenarioInfo Write(string timelineId, NamedScenario scenario)
    {
        var message = new ScenarioInfo
        {
            Name = $"timelines/{timelineId}/scenarios/{scenario.Id}",
            DisplayName = scenario.Title,
            Description = scenario.Description,
        };
        message.Changes.Add(scenario.Changes.Select(Write));
        return message;
    }

    /// <summary>Writes a formation type.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The type.</returns>
    public static Formation Write(FormationType type) => new()
    {
        Name = $"formations/{type.Id}",
        DisplayName = type.Name,
        MenCount = type.MenCount,
        DivisionEquivalent = (double)type.DivisionEquivalent,
        RestTonnesPerDay = WireNumbers.Of(type.NeedTonnesPerDay(ModelPosture.Rest)),
        DefenceTonnesPerDay = WireNumbers.Of(type.NeedTonnesPerDay(ModelPosture.Defence)),
        AttackTonnesPerDay = WireNumbers.Of(type.NeedTonnesPerDay(ModelPosture.Attack)),
        Grade = WireEnums.Of(type.Evidence.Grade),
    };

    private static FrontInfo Write(Model.Timelines.Front front)
    {
        var message = new FrontInfo
        {
            Front = front.Id,
            DisplayName = front.Title,
            Side = front.SideId,
            StartDate = Date(front.From),
            EndDate = Date(front.To),
            Priority = front.Priority,
        };
        message.EntryStations.Add(front.Entries.Select(e => e.StationId));
        return message;
    }

    private static Change Write(ModelChange change) => change switch
    {
        ModelChange.Close c => new Change { Close = new CloseChange { Target = c.Target } },
        ModelChange.Derate d => new Change { Derate = new DerateChange { Target = d.Target, CapacityLeftRatio = (double)d.CapacityLeftRatio } },
        ModelChange.Open o => new Change { Open = new OpenChange { Target = o.Target } },
        ModelChange.Capture c => new Change { Capture = new CaptureChange { Station = c.StationId, BySide = c.BySideId } },
        ModelChange.Repair r => new Change { Repair = new RepairChange { Target = r.Target } },
        ModelChange.Set s => new Change
        {
            Set = new SetChange { Target = s.Target, Quantity = Quantities.NameOf(s.Quantity), Value = (double)s.Value },
        },
        _ => throw new InvalidOperationException($"Unknown change {change.GetType().Name}."),
    };

    private static string Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
