namespace RailOps.OrTools.Workers;

/// <summary>What a frame carries.</summary>
internal enum WorkerKind : uint
{
    /// <summary>From the worker: it is there.</summary>
    Ready = 0,

    /// <summary>A maximum flow.</summary>
    MaxFlow = 1,

    /// <summary>A linear or mixed-integer program.</summary>
    Program = 2,

    /// <summary>A cheapest flow.</summary>
    MinCostFlow = 3,

    /// <summary>From the worker: the request failed, the worker is well.</summary>
    Failed = 255,
}
