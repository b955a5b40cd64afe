using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.Checking;

/// <summary>
/// What is decided and ruled out at a point of a proof, and what is left of the net: the pieces between groups of nodes of which it is not
/// proved that every cut that matters has them on one side.
/// </summary>
internal sealed class InterdictionProofState : AttackDecisions
{
    /// <summary>Group of the sources.</summary>
    public const int SourceGroup = 0;

    /// <summary>Group of the sinks.</summary>
    public const int SinkGroup = 1;

    private int[] _nodeOfGroup;

    public InterdictionProofState(InterdictionProblem problem, InterdictionPieces pieces)
        : this(problem, pieces, problem.Sources, problem.Sinks.Select(sink => pieces.Exit[sink]))
    {
    }

    /// <param name="problem">The problem.</param>
    /// <param name="pieces">Its pieces.</param>
    /// <param name="sources">Nodes on the source side of every cut that matters.</param>
    /// <param name="sinks">Nodes on the sink side; if also among the sources, this counts.</param>
    public InterdictionProofState(InterdictionProblem problem, InterdictionPieces pieces, IEnumerable<int> sources, IEnumerable<int> sinks)
        : base(problem.Targets, problem.Budgets)
    {
        var group = new int[pieces.NodeCount];
        for (var node = 0; node < group.Length; node++)
            group[node] = node + 2;
        foreach (var source in sources)
            group[source] = SourceGroup;
        foreach (var sink in sinks)
            group[sink] = SinkGroup;
        _nodeOfGroup = [.. Enumerable.Range(-2, pieces.NodeCount + 2)];
        Live = [.. pieces.All.Select((piece, index) => new LivePiece(index, group[piece.Tail], group[piece.Head])).Where(piece => piece.From != piece.To)];
    }

    private InterdictionProofState(InterdictionProofState other)
        : base(other) => (Live, _nodeOfGroup) = (other.Live, other._nodeOfGroup);

    /// <summary>What is left of the net, by piece; not changed, only replaced.</summary>
    public LivePiece[] Live { get; private set; }

    public int GroupCount => _nodeOfGroup.Length;

    /// <summary>A node of a group other than the terminals'.</summary>
    public int NodeOf(int group) => _nodeOfGroup[group];

    /// <summary>Merges groups, and numbers those that are left anew.</summary>
    /// <param name="name">A group of the same new group, per group.</param>
    public void Merge(int[] name)
    {
        var number = new int[name.Length];
        Array.Fill(number, -1);
        var nodes = new List<int>();
        Number(SourceGroup);
        Number(SinkGroup);
        Live = [.. Live.Where(piece => name[piece.From] != name[piece.To]).Select(piece => new LivePiece(piece.Piece, Number(piece.From), Number(piece.To)))];
        _nodeOfGroup = [.. nodes];

        int Number(int group)
        {
            ref var found = ref number[name[group]];
            if (found < 0)
            {
                found = nodes.Count;
                nodes.Add(_nodeOfGroup[group]);
            }

            return found;
        }
    }

    /// <inheritdoc cref="AttackDecisions.Attacked"/>
    public new InterdictionProofState? Attacked(int target, int level) => (InterdictionProofState?)base.Attacked(target, level);

    /// <inheritdoc cref="AttackDecisions.Paid"/>
    public new InterdictionProofState Paid(int target, int level) => (InterdictionProofState)base.Paid(target, level);

    protected override AttackDecisions Copy() => new InterdictionProofState(this);
}
