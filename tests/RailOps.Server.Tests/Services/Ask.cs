using RailOps.Contracts.V1;

namespace RailOps.Server.Tests.Services;

/// <summary>Questions, written short.</summary>
internal static class Ask
{
    public static Scenario About(string timeline, string date = "", string side = "", params Change[] changes) =>
        new() { Timeline = timeline, Date = date, Side = side, Changes = { changes } };

    public static AssessSupplyRequest Assess(string timeline, string date = "", string side = "", params Change[] changes) =>
        Assess(About(timeline, date, side, changes));

    public static AssessSupplyRequest Assess(Scenario scenario) => new() { Scenario = scenario };

    public static SolveMaxFlowRequest Flow(Scenario scenario, string from, string to) => new() { Scenario = scenario, From = { from }, To = { to } };

    public static SolveMaxFlowRequest Flow(string network, string from, string to) => new() { Network = network, From = { from }, To = { to } };

    public static CompareTimelinesRequest Compare(params Scenario[] scenarios) =>
        new() { Cases = { scenarios.Select(s => new ComparisonCase { Scenario = s }) } };

    public static Change Close(string target) => new() { Close = new CloseChange { Target = target } };

    public static Change Derate(string target, double left) => new() { Derate = new DerateChange { Target = target, CapacityLeftRatio = left } };

    public static Change Open(string target) => new() { Open = new OpenChange { Target = target } };

    public static Change Capture(string station, string bySide = "") => new() { Capture = new CaptureChange { Station = station, BySide = bySide } };

    public static Change Set(string target, string quantity, double value) =>
        new() { Set = new SetChange { Target = target, Quantity = quantity, Value = value } };
}
