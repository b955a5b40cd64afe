using System.Numerics;
using RailOps.Solvers.ScenarioSums;

namespace RailOps.Solvers.Checking;

/// <summary>One step of a scenario-sum proof: what do its flows bound, and what does the bound rule out?</summary>
internal sealed class ScenarioSumProofStep
{
    private readonly ScenarioSumProblem _problem;
    private readonly AttackDecisions _state;
    private readonly SumProofRound _round;
    private readonly ScenarioSumCaseStep[] _cases;

    public ScenarioSumProofStep(ScenarioSumProblem problem, InterdictionPieces pieces, AttackDecisions state, SumProofRound round)
    {
        (_problem, _state, _round) = (problem, state, round);
        _cases = [.. Enumerable.Range(0, problem.Cases.Length).Select(one => new ScenarioSumCaseStep(problem, one, pieces, state, round.Scale))];
    }

    /// <summary>The fault of the step, or null; what it rules out goes into the state.</summary>
    /// <param name="needed">The state is closed by a bound beyond this many flow units.</param>
    /// <param name="beyondFinite">More than any finite flow of a case, in flow units.</param>
    public string? Apply(BigInteger needed, BigInteger beyondFinite)
    {
        for (var one = 0; one < _cases.Length; one++)
        {
            if (_cases[one].Read(_round.Flows[one]) is { } fault)
                return $"in case {one} {fault}";
        }

        var beyond = Enumerable.Range(0, _problem.Targets.Length).Select(Beyond).ToArray();
        var bound = -Price(_state.Budget);
        for (var one = 0; one < _cases.Length; one++)
            bound += (BigInteger)_problem.Cases[one].Weight * _cases[one].Value;
        foreach (var amount in beyond)
            bound -= amount;
        var gap = (needed * _round.Scale) - bound;
        _state.IsClosed = gap < 0 || _cases.Any(one => one.Value >= beyondFinite * _round.Scale && OpenLevels().All(open => one.TakenBy(open.Target, open.Level) == 0));
        if (_state.IsClosed)
            return null;
        var ruledOut = OpenLevels().Where(open => IsRuledOut(open.Target, open.Level, beyond[open.Target], gap)).ToList();
        foreach (var (target, level) in ruledOut)
            _state.RuleOut(target, level);
        return null;
    }

    private IEnumerable<(int Target, int Level)> OpenLevels() =>
        from target in Enumerable.Range(0, _problem.Targets.Length)
        from level in Enumerable.Range(0, _problem.Targets[target].Levels.Length)
        where _state.MayUse(target, level)
        select (target, level);

    private BigInteger Price(IReadOnlyList<long> amounts)
    {
        BigInteger sum = 0;
        for (var resource = 0; resource < amounts.Count; resource++)
            sum += (BigInteger)_round.Prices[resource] * amounts[resource];
        return sum;
    }

    private BigInteger TakenBy(int target, int level)
    {
        BigInteger sum = 0;
        for (var one = 0; one < _cases.Length; one++)
            sum += (BigInteger)_problem.Cases[one].Weight * _cases[one].TakenBy(target, level);
        return sum;
    }

    /// <summary>The most that an open level of a target takes off the flows beyond its price.</summary>
    private BigInteger Beyond(int target)
    {
        var most = BigInteger.Zero;
        for (var level = 0; level < _problem.Targets[target].Levels.Length; level++)
        {
            if (_state.MayUse(target, level))
                most = BigInteger.Max(most, TakenBy(target, level) - Price(_problem.Targets[target].Levels[level].Costs));
        }

        return most;
    }

    private bool IsRuledOut(int target, int level, BigInteger beyond, BigInteger gap)
    {
        var taken = TakenBy(target, level);
        var added = beyond + Price(_problem.Targets[target].Levels[level].Costs) - taken;
        if (added > gap || !taken.IsZero)
            return added > gap;
        BigInteger? least = null;
        for (var one = 0; one < _cases.Length; one++)
        {
            if (_cases[one].LeastLacking(target, level) is { } lacking)
                least = BigInteger.Min(least ?? (BigInteger)lacking * _problem.Cases[one].Weight, (BigInteger)lacking * _problem.Cases[one].Weight);
        }

        return least is null || added + least > gap;
    }
}
