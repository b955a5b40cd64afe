using RailOps.Solvers.Results;

namespace RailOps.Solvers.Interdiction;

/// <summary>What every level leaves and costs, in flat arrays. Of no use if the signal says stop while it is made.</summary>
internal sealed class LevelTable
{
    private readonly int _resourceCount;
    private readonly int[] _firstResidual;
    private readonly int[] _firstCost;
    private readonly List<int> _freeTargets = [];
    private long[] _residual = [];
    private long[] _cost = [];

    public LevelTable(PieceTable table, StopSignal stop)
    {
        _resourceCount = table.ResourceCount;
        _firstResidual = new int[table.Target.Length];
        _firstCost = new int[table.Problem.Targets.Length];
        ReadResiduals(table, stop);
        ReadCosts(table, stop);
    }

    /// <summary>Targets with a level that costs nothing, ascending.</summary>
    public IReadOnlyList<int> FreeTargets => _freeTargets;

    /// <summary>The largest cost of any level, 1 if there is none.</summary>
    public long LargestCost { get; private set; } = 1;

    /// <summary>Capacity of a piece of a target after an attack, in flow units.</summary>
    public long Residual(int piece, int level) => _residual[_firstResidual[piece] + level];

    /// <summary>Cost of an attack per resource.</summary>
    public ReadOnlySpan<long> Cost(int target, int level) => _cost.AsSpan(_firstCost[target] + (level * _resourceCount), _resourceCount);

    private void ReadResiduals(PieceTable table, StopSignal stop)
    {
        var count = 0;
        for (var piece = 0; piece < _firstResidual.Length && !stop.Spend(1); piece++)
        {
            _firstResidual[piece] = count;
            count += table.Target[piece] < 0 ? 0 : table.LevelCount(table.Target[piece]);
        }

        _residual = new long[count];
        for (var piece = 0; piece < _firstResidual.Length && !stop.Spend(1); piece++)
        {
            if (table.Target[piece] < 0)
                continue;
            var levels = table.Problem.Targets[table.Target[piece]].Levels;
            for (var level = 0; level < levels.Length; level++)
                _residual[_firstResidual[piece] + level] = long.Min(levels[level].ResidualCapacities[table.Element[piece]], table.Capacity[piece]);
        }
    }

    private void ReadCosts(PieceTable table, StopSignal stop)
    {
        var (targets, count) = (table.Problem.Targets, 0);
        for (var target = 0; target < targets.Length && !stop.Spend(1); target++)
        {
            _firstCost[target] = count;
            count += targets[target].Levels.Length * _resourceCount;
        }

        _cost = new long[count];
        var largest = 0L;
        for (var target = 0; target < targets.Length && !stop.Spend(1); target++)
        {
            for (var level = 0; level < targets[target].Levels.Length; level++)
            {
                targets[target].Levels[level].Costs.AsSpan().CopyTo(_cost.AsSpan(_firstCost[target] + (level * _resourceCount)));
                foreach (var cost in Cost(target, level))
                    largest = long.Max(largest, cost);
            }

            if (HasFreeLevel(target, targets[target].Levels.Length))
                _freeTargets.Add(target);
        }

        LargestCost = count == 0 ? 1 : largest;
    }

    private bool HasFreeLevel(int target, int levelCount)
    {
        for (var level = 0; level < levelCount; level++)
        {
            if (!Cost(target, level).ContainsAnyExcept(0L))
                return true;
        }

        return false;
    }
}
