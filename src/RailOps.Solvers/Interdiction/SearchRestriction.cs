namespace RailOps.Solvers.Interdiction;

/// <summary>A part of the plans: some attacks made, some levels ruled out.</summary>
internal sealed class SearchRestriction
{
    private readonly PieceTable _table;
    private readonly Dictionary<int, int> _attacked = [];
    private readonly Dictionary<int, ulong> _excluded = [];

    public SearchRestriction(PieceTable table)
    {
        _table = table;
        Budget = [.. table.Problem.Budgets];
    }

    private SearchRestriction(SearchRestriction other)
    {
        _table = other._table;
        Budget = [.. other.Budget];
        _attacked = new Dictionary<int, int>(other._attacked);
        _excluded = new Dictionary<int, ulong>(other._excluded);
    }

    /// <summary>What is left after the attacks made.</summary>
    public long[] Budget { get; }

    public IEnumerable<Attack> Attacks => _attacked.Select(pair => new Attack(pair.Key, pair.Value));

    /// <summary>Level at which a target is attacked, or -1.</summary>
    public int LevelOf(int target) => _attacked.TryGetValue(target, out var level) ? level : -1;

    public ulong OpenLevels(int target) =>
        ((1UL << _table.LevelCount(target)) - 1) & ~(_excluded.TryGetValue(target, out var excluded) ? excluded : 0);

    /// <summary>
    /// The open level of a target that costs nothing and leaves the least, or -1. Not to make such an attack is never better, so the
    /// search starts with all of them made.
    /// </summary>
    public int FreeLevel(int target)
    {
        var best = -1;
        if (LevelOf(target) >= 0)
            return best;
        for (var level = 0; level < _table.LevelCount(target); level++)
        {
            var isOpen = (OpenLevels(target) >> level & 1) == 1;
            if (isOpen && !_table.Cost(target, level).ContainsAnyExcept(0L) && (best < 0 || Left(target, level) < Left(target, best)))
                best = level;
        }

        return best;
    }

    /// <summary>The plans among these that make one more attack.</summary>
    public SearchRestriction With(Attack attack)
    {
        var next = new SearchRestriction(this);
        next._attacked.Add(attack.Target, attack.Level);
        var cost = _table.Cost(attack.Target, attack.Level);
        for (var resource = 0; resource < cost.Length; resource++)
            next.Budget[resource] -= cost[resource];
        return next;
    }

    /// <summary>The plans among these that do not make an attack.</summary>
    public SearchRestriction Without(Attack attack)
    {
        var next = new SearchRestriction(this);
        next._excluded[attack.Target] = (next._excluded.TryGetValue(attack.Target, out var before) ? before : 0) | (1UL << attack.Level);
        return next;
    }

    private Int128 Left(int target, int level)
    {
        Int128 sum = 0;
        foreach (var residual in _table.Problem.Targets[target].Levels[level].ResidualCapacities)
            sum += residual;
        return sum;
    }
}
