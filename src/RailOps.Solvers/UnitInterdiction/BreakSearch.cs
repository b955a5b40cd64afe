using System.Collections.Immutable;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.UnitInterdiction;

/// <summary>
/// Problem: can a plan of a node break a witness by a cut with a certain demander behind it?
/// <para>
/// Method: as at a node of Interdiction.BranchAndBound, prices are improved and the net is merged until the bound reaches what the
/// witness needs, which closes the case, or nothing shrinks any more. The demander is merged with the sink: a cut around
/// nobody, which would make every bound worthless, is not a cut of this net.
/// </para>
/// </summary>
internal sealed class BreakSearch(SearchWork work, bool recordsProof)
{
    private const int LargestRoundCount = 8;
    private const int RootCutCount = 12;
    private const int NodeCutCount = 5;

    /// <summary>Looks into a case.</summary>
    /// <param name="start">The case as the parent left it.</param>
    /// <param name="change">What was decided since.</param>
    /// <param name="budget">What is left of the budgets after that.</param>
    /// <returns>The case as it is now, with IsClosed; null if stopped.</returns>
    public (BreakCase Case, bool IsClosed)? Look(BreakCase start, NodeChange change, long[] budget)
    {
        var (net, cut) = (start.Net, start.Cut);
        var flow = cut?.Flow;
        if (start.Contraction is { } merged)
            (net, flow) = change.Apply(net, merged, flow!, budget);
        var inspector = new NeedInspector(net.Table, start.Needed);
        var rounds = ImmutableList.CreateBuilder<UnitProofRound>();
        for (var round = 1; ; round++)
        {
            if (BestCut(net, budget, inspector, cut?.Prices, flow) is not { } best)
                return null;
            if (recordsProof)
                rounds.Add(Record(start.Demand, net, best));
            var contraction = inspector.Closes(best.Bound) ? null : new NetContraction(net, best, start.Needed);
            var isClosed = contraction is null || contraction.IsClosed;
            if (isClosed || !IsWorthAnother(net, best, contraction!, round))
                return (start with { Net = net, Cut = best, Contraction = contraction, Rounds = rounds.ToImmutable() }, isClosed);
            (net, flow) = NodeChange.None.Apply(net, contraction!, best.Flow, budget);
            cut = best;
        }
    }

    private PricedCut? BestCut(AttackNet net, long[] budget, NeedInspector inspector, Prices? prices, long[]? flow)
    {
        var search = new PriceSearch(net, new CutOracle(net, work), budget, inspector);
        if (net.TargetIds.Length == 0)
            return search.Try(new Prices(new long[budget.Length]), flow) ? search.Best : null;
        if (prices is not { } before)
            return search.Improve(RootCutCount) ? search.Best : null;
        if (!search.Try(before, flow))
            return null;
        return inspector.Closes(search.Best!.Bound) || search.Improve(NodeCutCount) ? search.Best : null;
    }

    /// <summary>True if the net shrank enough, or lost a level that the cut used, for another round to pay; always if nothing is left to attack.</summary>
    private static bool IsWorthAnother(AttackNet net, PricedCut cut, NetContraction contraction, int round)
    {
        if (net.TargetIds.Length == 0)
            return false;
        if (Array.TrueForAll(contraction.Open, levels => levels == 0))
            return true;
        return round < LargestRoundCount
            && (contraction.NodeCount * 10L <= net.NodeCount * 7L || LosesUsedLevel(net, cut, contraction.Open));
    }

    private static bool LosesUsedLevel(AttackNet net, PricedCut cut, ulong[] open)
    {
        for (var arc = 0; arc < net.ArcCount && cut.HasCut; arc++)
        {
            var target = net.TargetOf[arc];
            if (target < 0 || open[target] == net.Open[target] || !CutLine.Crosses(net, arc, cut.NearSource))
                continue;
            var level = CutOracle.Cheapest(net, arc, cut.Prices).Level;
            if (level >= 0 && (open[target] >> level & 1) == 0)
                return true;
        }

        return false;
    }

    private static UnitProofRound Record(int demand, AttackNet net, PricedCut cut)
    {
        var (pieces, flows) = (ImmutableArray.CreateBuilder<int>(), ImmutableArray.CreateBuilder<long>());
        for (var arc = 0; arc < cut.Flow.Length; arc++)
        {
            if (cut.Flow[arc] == 0)
                continue;
            pieces.Add(net.Piece[arc]);
            flows.Add(cut.Flow[arc]);
        }

        return new UnitProofRound(demand, new InterdictionProofRound(1L << net.Table.ScaleBits, [.. cut.Prices.PerResource], pieces.ToImmutable(), flows.ToImmutable()));
    }

    /// <summary>Closes a case at what is needed; cuts are looked at later, once per node.</summary>
    private sealed class NeedInspector(PieceTable table, long needed) : ICutInspector
    {
        public long Value => needed;

        public bool Closes(Int128 bound) => CutInspector.RoundUp(table, bound) >= needed;

        public bool Look(AttackNet net, PricedCut cut, long[] budget) => true;
    }
}
