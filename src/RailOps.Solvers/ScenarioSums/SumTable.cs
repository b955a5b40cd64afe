using System.Numerics;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>
/// The problem in flat numbers: one net per set of sinks, and three countings: <em>levels</em> (target, level), <em>elements</em>
/// (target, element), and <em>slots</em> (target, level, element). Immutable, shared by all nodes of a search.
/// </summary>
internal sealed class SumTable
{
    private readonly int[] _netOf;
    private readonly int[] _firstLevel;
    private readonly int[] _firstElement;
    private readonly int[] _firstSlot;

    public SumTable(ScenarioSumProblem problem)
    {
        Problem = problem;
        (Nets, _netOf) = MakeNets(problem);
        Pieces = Nets[0].Pieces;
        Weight = [.. problem.Cases.Select(one => one.Weight)];
        var most = problem.Cases.Aggregate((Int128)0, (sum, one) => sum + one.Weight) * Pieces.Most;
        IsInRange = Pieces.IsInRange && most <= LargestSum;
        NoPlan = IsInRange ? (long)most : 0;
        (_firstLevel, _firstElement, _firstSlot) = Count(problem);
        FreeLevel = [.. Enumerable.Range(0, problem.Targets.Length).Select(new SearchRestriction(Pieces).FreeLevel)];
        Unit = IsInRange ? UnitOf(problem) : 1;
    }

    /// <summary>The largest allowed product of all weights together and all finite capacities together, 2^61.</summary>
    public static Int128 LargestSum => (Int128)1 << 61;

    public ScenarioSumProblem Problem { get; }

    public CaseNet[] Nets { get; }

    /// <summary>The pieces, the same for every set of sinks.</summary>
    public PieceTable Pieces { get; }

    public long[] Weight { get; }

    public int CaseCount => Weight.Length;

    public int TargetCount => Problem.Targets.Length;

    public int LevelTotal => _firstLevel[^1];

    public int SlotTotal => _firstSlot[^1];

    public bool IsInRange { get; }

    /// <summary>More than any plan leaves under which every case is limited: stands for "no such plan known".</summary>
    public long NoPlan { get; }

    /// <summary>Divides the value of every plan under which every case is limited.</summary>
    public long Unit { get; }

    /// <summary>
    /// Per target the level that costs nothing and leaves the least, or -1. To attack at it is never worse than not to attack, so it
    /// takes the place of "not attacked" in the search.
    /// </summary>
    public int[] FreeLevel { get; }

    public int ScaleBits => Pieces.ScaleBits;

    public CaseNet NetOf(int caseIndex) => Nets[_netOf[caseIndex]];

    public int LevelIndex(int target, int level) => _firstLevel[target] + level;

    public int ElementIndex(int target, int element) => _firstElement[target] + element;

    public int SlotIndex(int target, int level, int element) =>
        _firstSlot[target] + (level * Problem.Targets[target].Elements.Length) + element;

    public ulong InEffect(int caseIndex, int target)
    {
        var mask = Problem.Cases[caseIndex].InEffect;
        return mask.IsDefault ? ulong.MaxValue : mask[target];
    }

    /// <summary>The level that an attack or its absence means in a case: -1 where nothing takes effect.</summary>
    public int EffectiveLevel(int caseIndex, int target, int level) =>
        level >= 0 && (InEffect(caseIndex, target) >> level & 1) == 1 ? level : -1;

    private static (CaseNet[] Nets, int[] NetOf) MakeNets(ScenarioSumProblem problem)
    {
        var (nets, index, netOf) = (new List<CaseNet>(), new Dictionary<string, int>(StringComparer.Ordinal), new int[problem.Cases.Length]);
        for (var one = 0; one < netOf.Length; one++)
        {
            var sinks = problem.SinksOf(one);
            var key = string.Join(',', sinks.Distinct().Order());
            if (!index.TryGetValue(key, out netOf[one]))
            {
                index[key] = netOf[one] = nets.Count;
                nets.Add(new CaseNet(new PieceTable(new InterdictionProblem(problem.Graph, problem.Sources, sinks, problem.Targets, problem.Budgets))));
            }
        }

        return ([.. nets], netOf);
    }

    private static (int[] Levels, int[] Elements, int[] Slots) Count(ScenarioSumProblem problem)
    {
        var count = problem.Targets.Length;
        var (levels, elements, slots) = (new int[count + 1], new int[count + 1], new int[count + 1]);
        for (var target = 0; target < count; target++)
        {
            var (levelCount, elementCount) = (problem.Targets[target].Levels.Length, problem.Targets[target].Elements.Length);
            levels[target + 1] = levels[target] + levelCount;
            elements[target + 1] = elements[target] + elementCount;
            slots[target + 1] = slots[target] + (levelCount * elementCount);
        }

        return (levels, elements, slots);
    }

    private static long UnitOf(ScenarioSumProblem problem)
    {
        var capacity = problem.Graph.Capacities.ToArray().Concat(problem.Graph.NodeCapacities.ToArray())
            .Concat(problem.Targets.SelectMany(target => target.Levels).SelectMany(level => level.ResidualCapacities))
            .Where(one => one != FlowGraph.Unlimited)
            .Aggregate(0L, Divisor);
        var weight = problem.Cases.Aggregate(0L, (unit, one) => Divisor(unit, one.Weight));
        return capacity == 0 ? weight : capacity * weight;
    }

    private static long Divisor(long a, long b) => (long)BigInteger.GreatestCommonDivisor(a, b);
}
