using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.UnitInterdiction;

/// <summary>The problem's graph with the arcs from the demanders to one sink, in pieces that all witnesses share. Immutable.</summary>
internal sealed class WitnessNet
{
    private readonly int[] _demandPiece;

    public WitnessNet(UnitInterdictionProblem problem)
    {
        Problem = problem;
        Flow = problem.WithSink(demand => checked(demand.UnitDemand * demand.UnitCount));
        Table = new PieceTable(Flow);
        var sink = Flow.Sinks[0];
        _demandPiece = [.. Enumerable.Range(0, Table.Head.Length).Where(piece => Table.Head[piece] == sink)];
    }

    public UnitInterdictionProblem Problem { get; }

    /// <summary>The problem of plain flow in which every demander may draw all it wants.</summary>
    public InterdictionProblem Flow { get; }

    public PieceTable Table { get; }

    /// <summary>Node of the table at which a demander draws.</summary>
    public int ExitOf(int demand) => Table.Exit[Problem.Allocation.Demands[demand].Node];

    /// <summary>False for a demander at the source: nothing can cut it off.</summary>
    public bool CanBeBehind(int demand) => ExitOf(demand) != Problem.Allocation.Source;

    /// <summary>Capacity per piece if demanders may draw so much, in flow units.</summary>
    public long[] Capacities(long[] draw)
    {
        var capacity = (long[])Table.Capacity.Clone();
        for (var demand = 0; demand < draw.Length; demand++)
            capacity[_demandPiece[demand]] = draw[demand];
        return capacity;
    }
}
