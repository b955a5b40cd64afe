using RailOps.Contracts.V1;

namespace RailOps.Server.Shell.Rendering;

/// <summary>Values of the contract as plain words.</summary>
internal static class Words
{
    public static string Of(Grade grade) => grade switch
    {
        Grade.A => "A",
        Grade.B => "B",
        Grade.C => "C",
        Grade.D => "D",
        _ => "-",
    };

    public static string Of(Posture posture) => posture switch
    {
        Posture.Rest => "rest",
        Posture.Defence => "defence",
        Posture.Attack => "attack",
        _ => "-",
    };

    public static string Of(AllocationPolicy policy) => policy switch
    {
        AllocationPolicy.Weighted => "weighted",
        AllocationPolicy.Fair => "fair",
        _ => "priority",
    };

    public static string Of(Termination termination) => termination switch
    {
        Termination.Optimal => "optimal",
        Termination.TimeLimit => "stopped at the time limit",
        Termination.Stopped => "stopped on request",
        Termination.Sampled => "best for the samples",
        Termination.OutOfRange => "capacities out of range",
        Termination.WithinTolerance => "best on the word of a solver in floating point",
        _ => "termination not stated",
    };

    public static string Of(CutElementKind kind) => kind switch
    {
        CutElementKind.Link => "link",
        CutElementKind.Transshipment => "transshipment",
        CutElementKind.SupplySource => "source",
        CutElementKind.FrontNeed => "need met",
        CutElementKind.Station => "station",
        CutElementKind.RoadLeg => "road leg",
        _ => "-",
    };

    /// <summary>What a change does, in the words in which it is typed.</summary>
    public static string Of(Change change) => change.ActionCase switch
    {
        Change.ActionOneofCase.Close => $"close {change.Close.Target}",
        Change.ActionOneofCase.Derate => $"derate {change.Derate.Target} to {Figures.Percent(change.Derate.CapacityLeftRatio)}",
        Change.ActionOneofCase.Open => $"open {change.Open.Target}",
        Change.ActionOneofCase.Capture when change.Capture.BySide.Length > 0 => $"capture {change.Capture.Station} by {change.Capture.BySide}",
        Change.ActionOneofCase.Capture => $"capture {change.Capture.Station}",
        Change.ActionOneofCase.Repair => $"repair {change.Repair.Target}",
        Change.ActionOneofCase.Set => $"set {change.Set.Target} {change.Set.Quantity} to {Figures.Exact(change.Set.Value)}",
        _ => "no change",
    };
}
