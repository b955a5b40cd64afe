using System.Collections.Immutable;

namespace RailOps.Solvers.Interdiction;

/// <summary>Writes down the steps of a search, so that they can be checked without it. Does nothing if no proof is wanted.</summary>
internal sealed class ProofRecorder(PieceTable table, bool isWanted)
{
    private readonly List<Draft> _nodes = [];

    public bool IsWanted => isWanted;

    /// <summary>One step of a proof: prices, and the flow where there is any.</summary>
    public static InterdictionProofRound Round(AttackNet net, PricedCut cut)
    {
        var count = cut.Flow.Length - cut.Flow.AsSpan().Count(0L);
        var (pieces, flows) = (ImmutableArray.CreateBuilder<int>(count), ImmutableArray.CreateBuilder<long>(count));
        for (var arc = 0; arc < cut.Flow.Length; arc++)
        {
            if (cut.Flow[arc] == 0)
                continue;
            pieces.Add(net.Piece[arc]);
            flows.Add(cut.Flow[arc]);
        }

        return new InterdictionProofRound(1L << net.Table.ScaleBits, [.. cut.Prices.PerResource], pieces.MoveToImmutable(), flows.MoveToImmutable());
    }

    /// <summary>Starts a node and returns its index.</summary>
    public int AddNode()
    {
        if (isWanted)
            _nodes.Add(new Draft());
        return _nodes.Count - 1;
    }

    public void AddRounds(int node, IReadOnlyList<(InterdictionProofRound Round, Int128 Bound)> rounds)
    {
        if (isWanted)
            _nodes[node].Rounds.AddRange(rounds);
    }

    public void AddCases(int node, Attack attack, int attacked, int without)
    {
        if (isWanted)
            (_nodes[node].Attack, _nodes[node].Attacked, _nodes[node].Without) = (attack, attacked, without);
    }

    /// <summary>The proof that nothing below a value can be reached, without what that value makes superfluous; null if not wanted.</summary>
    public InterdictionCertificate? Finish(AttackPlan plan, long value)
    {
        if (!isWanted)
            return null;
        var needed = (Int128)(value - 1) << table.ScaleBits;
        var (order, index) = (new List<int> { 0 }, new Dictionary<int, int> { [0] = 0 });
        var nodes = ImmutableArray.CreateBuilder<InterdictionProofNode>();
        for (var next = 0; next < order.Count; next++)
        {
            var draft = _nodes[order[next]];
            var closing = draft.Rounds.FindIndex(round => round.Bound > needed);
            var rounds = draft.Rounds.Take(closing < 0 ? draft.Rounds.Count : closing + 1).Select(round => round.Round);
            var hasCases = closing < 0 && draft.Attacked >= 0;
            nodes.Add(hasCases
                ? new InterdictionProofNode([.. rounds], draft.Attack.Target, draft.Attack.Level, Index(draft.Attacked), Index(draft.Without))
                : new InterdictionProofNode([.. rounds], -1, -1, -1, -1));
        }

        return new InterdictionCertificate(plan, nodes.ToImmutable());

        int Index(int node)
        {
            order.Add(node);
            return index[node] = order.Count - 1;
        }
    }

    private sealed class Draft
    {
        public List<(InterdictionProofRound Round, Int128 Bound)> Rounds { get; } = [];

        public Attack Attack { get; set; }

        public int Attacked { get; set; } = -1;

        public int Without { get; set; } = -1;
    }
}
