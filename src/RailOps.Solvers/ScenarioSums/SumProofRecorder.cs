using System.Collections.Immutable;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>Writes down the steps of a search, so that they can be checked without it. Does nothing if no proof is wanted.</summary>
internal sealed class SumProofRecorder(SumTable table, bool isWanted)
{
    private readonly List<Draft> _nodes = [];

    /// <summary>Starts a node and returns its index.</summary>
    public int AddNode()
    {
        if (isWanted)
            _nodes.Add(new Draft());
        return _nodes.Count - 1;
    }

    /// <summary>Adds a step that closes the node or rules something out.</summary>
    public void AddRound(int node, SumBound bound)
    {
        if (!isWanted)
            return;
        var flows = bound.Flows.Select((flow, one) => Sparse(table.NetOf(one), flow.Flow));
        var round = new SumProofRound(1L << table.ScaleBits, [.. bound.Prices.PerResource], [.. flows]);
        _nodes[node].Rounds.Add((round, bound.Bound));
    }

    public void AddBranches(int node, Attack attack, int attacked, int without)
    {
        if (isWanted)
            (_nodes[node].Attack, _nodes[node].Attacked, _nodes[node].Without) = (attack, attacked, without);
    }

    /// <summary>The proof that no bound beyond <paramref name="needed"/> parts is missing, without what that makes superfluous; null if not wanted.</summary>
    public ScenarioSumCertificate? Finish(SumPlan plan, Int128 needed)
    {
        if (!isWanted)
            return null;
        var (order, index) = (new List<int> { 0 }, new Dictionary<int, int> { [0] = 0 });
        var nodes = ImmutableArray.CreateBuilder<SumProofNode>();
        for (var next = 0; next < order.Count; next++)
        {
            var draft = _nodes[order[next]];
            var closing = draft.Rounds.FindIndex(round => round.Bound > needed);
            var rounds = draft.Rounds.Take(closing < 0 ? draft.Rounds.Count : closing + 1).Select(round => round.Round);
            var hasBranches = closing < 0 && draft.Attacked >= 0;
            nodes.Add(hasBranches
                ? new SumProofNode([.. rounds], draft.Attack.Target, draft.Attack.Level, Index(draft.Attacked), Index(draft.Without))
                : new SumProofNode([.. rounds], -1, -1, -1, -1));
        }

        return new ScenarioSumCertificate(plan, nodes.ToImmutable());

        int Index(int node)
        {
            order.Add(node);
            return index[node] = order.Count - 1;
        }
    }

    private static SumCaseFlow Sparse(CaseNet net, long[] flow)
    {
        var (pieces, flows) = (ImmutableArray.CreateBuilder<int>(), ImmutableArray.CreateBuilder<long>());
        for (var arc = 0; arc < flow.Length; arc++)
        {
            if (flow[arc] == 0)
                continue;
            pieces.Add(net.Net.Piece[arc]);
            flows.Add(flow[arc]);
        }

        return new SumCaseFlow(pieces.ToImmutable(), flows.ToImmutable());
    }

    private sealed class Draft
    {
        public List<(SumProofRound Round, Int128 Bound)> Rounds { get; } = [];

        public Attack Attack { get; set; }

        public int Attacked { get; set; } = -1;

        public int Without { get; set; } = -1;
    }
}
