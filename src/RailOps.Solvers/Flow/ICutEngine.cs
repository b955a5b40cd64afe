using RailOps.Solvers.Results;

namespace RailOps.Solvers.Flow;

/// <summary>First phase of a maximum flow: finds the minimum cut and leaves excess and deficits behind.</summary>
internal interface ICutEngine
{
    SolveStatistics Statistics { get; }

    /// <summary>Works until the cut is found (true) or the signal says stop (false).</summary>
    bool Run(StopSignal stop);

    /// <summary>Value of the cut in flow units, once <see cref="Run"/> has found it.</summary>
    long Value();

    /// <summary>Marks the source side of the minimum cut nearest the source.</summary>
    bool[] MarkNearSource();

    /// <summary>Marks the source side of the minimum cut nearest the sink.</summary>
    bool[] MarkNearSink();

    /// <summary>Inflow less outflow of every node; of no meaning at terminals.</summary>
    long[] ReadExcess();
}
