using System.Collections.Immutable;
using System.Numerics;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Outcomes;

/// <summary>One question for an expectation.</summary>
internal sealed class OutcomeRun
{
    private readonly ImmutableArray<long> _chances;
    private readonly int[] _uncertain;
    private readonly OutcomeOptions _options;
    private readonly StopSignal _stop;
    private readonly OutcomeNet _net;
    private readonly SortedDictionary<long, BigInteger> _weights = [];

    public OutcomeRun(
        InterdictionProblem problem, ImmutableArray<Attack> attacks, ImmutableArray<long> chances, OutcomeOptions options, CancellationToken token)
    {
        (_chances, _options) = (chances, options);
        _stop = new StopSignal(options.Limits, token);
        _net = new OutcomeNet(problem, attacks, _stop);
        _uncertain = [.. Enumerable.Range(0, chances.Length).Where(index => chances[index] is > 0 and < OutcomeExpectation.Million)];
    }

    public OutcomeExpectation Find()
    {
        for (var index = 0; index < _chances.Length; index++)
            _net.Set(index, _chances[index] > 0);
        if (_net.Value() is not { } least)
            return Bounded(0, FlowGraph.Unlimited, 0);
        foreach (var index in _uncertain)
            _net.Set(index, succeeds: false);
        if (_net.Value() is not { } most)
            return Bounded(least, FlowGraph.Unlimited, 1);
        return _uncertain.Length <= _options.LargestExactCount ? GoThroughAll(least, most) : Draw(least, most);
    }

    /// <summary>Gray code: step n changes the attack numbered by the lowest set bit of n.</summary>
    private OutcomeExpectation GoThroughAll(long least, long most)
    {
        var (succeeds, count) = (new bool[_uncertain.Length], 1L << _uncertain.Length);
        for (var step = 0L; step < count; step++)
        {
            if (step > 0)
            {
                var changed = BitOperations.TrailingZeroCount(step);
                succeeds[changed] = !succeeds[changed];
                _net.Set(_uncertain[changed], succeeds[changed]);
            }

            if (_stop.Spend(1) || _net.Value() is not { } value)
                return Bounded(least, most, step);
            Add(value, ChanceOf(succeeds));
        }

        return new OutcomeExpectation(OutcomeKind.Exact, Termination.Optimal, Distribution(), BigInteger.Pow(OutcomeExpectation.Million, _uncertain.Length))
        {
            Least = least,
            Most = most,
            OutcomeCount = count,
            Statistics = _net.Statistics,
        };
    }

    private OutcomeExpectation Draw(long least, long most)
    {
        var random = new OutcomeDraws(_options.Seed);
        var drawn = 0;
        while (drawn < _options.SampleCount)
        {
            foreach (var index in _uncertain)
                _net.Set(index, random.Below(OutcomeExpectation.Million) < _chances[index]);
            if (_stop.Spend(1) || _net.Value() is not { } value)
                break;
            Add(value, BigInteger.One);
            drawn++;
        }

        if (drawn < 2)
            return Bounded(least, most, drawn);
        var distribution = Distribution();
        return new OutcomeExpectation(OutcomeKind.Sampled, drawn == _options.SampleCount ? Termination.Optimal : _stop.Reason, distribution, drawn)
        {
            Least = least,
            Most = most,
            OutcomeCount = drawn,
            HalfWidth = HalfWidth(distribution, drawn),
            Statistics = _net.Statistics,
        };
    }

    /// <summary>1.96 standard errors of the finite values; exact sums, one division and one root at the end.</summary>
    private static double HalfWidth(ImmutableArray<OutcomeChance> distribution, int count)
    {
        var (sum, squares) = (BigInteger.Zero, BigInteger.Zero);
        foreach (var (value, times) in distribution)
        {
            var finite = value == FlowGraph.Unlimited ? 0 : value;
            sum += times * finite;
            squares += times * finite * finite;
        }

        var spread = (count * squares) - (sum * sum);
        return 1.96 * Math.Sqrt((double)spread / count / count / (count - 1));
    }

    private OutcomeExpectation Bounded(long least, long most, long count) =>
        new(OutcomeKind.Bounded, _stop.Reason, [], BigInteger.One) { Least = least, Most = most, OutcomeCount = count, Statistics = _net.Statistics };

    private BigInteger ChanceOf(bool[] succeeds)
    {
        var chance = BigInteger.One;
        for (var index = 0; index < succeeds.Length; index++)
            chance *= succeeds[index] ? _chances[_uncertain[index]] : OutcomeExpectation.Million - _chances[_uncertain[index]];
        return chance;
    }

    private void Add(long value, BigInteger weight) => _weights[value] = _weights.GetValueOrDefault(value) + weight;

    private ImmutableArray<OutcomeChance> Distribution() => [.. _weights.Select(pair => new OutcomeChance(pair.Key, pair.Value))];
}
