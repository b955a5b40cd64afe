namespace RailOps.Solvers.ScenarioSums;

/// <summary>
/// Problem: prices, and a split of every level's price over cases and elements, that bound a region of plans best.
/// <para>
/// Method and source: first along the ray on which all prices keep their proportions, where the bound is concave and made of straight
/// lines (M. J. Eisner and D. G. Severance 1976); then mirror ascent on prices and split together (A. S. Nemirovsky and D. B. Yudin
/// 1983): each share grows or shrinks by a factor, more where the case's cuts pay it than where they do not, with the step length of
/// B. T. Polyak (1969) towards the best plan known.
/// </para>
/// <para>Numbers: floating point chooses prices and shares and nothing else; bounds are exact for the flows found.</para>
/// </summary>
internal sealed class SumAscent
{
    private const double SmallestStep = 0.02;
    private const int PatienceCount = 3;
    private const double LargestFactor = 3.0;

    private readonly SumTable _table;
    private readonly SumOracle _oracle;
    private readonly SumRegion _region;
    private readonly Func<SumBound, bool> _look;
    private readonly Func<Int128> _needed;

    /// <param name="table">The problem.</param>
    /// <param name="oracle">Finds bounds.</param>
    /// <param name="region">The plans to bound.</param>
    /// <param name="look">Shown every bound found; false to stop.</param>
    /// <param name="needed">A bound beyond this many parts closes the region.</param>
    public SumAscent(SumTable table, SumOracle oracle, SumRegion region, Func<SumBound, bool> look, Func<Int128> needed) =>
        (_table, _oracle, _region, _look, _needed) = (table, oracle, region, look, needed);

    /// <summary>The best bound so far; null before the first.</summary>
    public SumBound? Best { get; private set; }

    public bool IsClosed => Best is { } best && (best.IsUnlimited || best.Bound > _needed());

    /// <summary>Looks at one set of prices and goes on from there; false if stopped.</summary>
    public bool Start(SumPrices prices)
    {
        Best = null;
        return Find(prices) is not null;
    }

    /// <summary>Looks at attacks without a price: exact where the budget pays for all of them; false if stopped.</summary>
    public bool TryFree() =>
        Find(new SumPrices(new long[_region.Budget.Length], Best?.Prices.Share ?? SumPrices.EvenShare(_table))) is not null;

    /// <summary>
    /// Looks for the best prices on a ray, with the split as it is; false if stopped. The best bound so far, if any, must lie on the
    /// ray at position 1.
    /// </summary>
    /// <param name="along">The proportions of the prices, 0 or more, not all of them 0.</param>
    /// <param name="mostWithoutAttack">A value in parts that no price lifts the flows beyond.</param>
    /// <param name="largestCount">At most this many bounds are looked at.</param>
    public bool Walk(double[] along, double mostWithoutAttack, int largestCount)
    {
        var share = Best?.Prices.Share ?? SumPrices.EvenShare(_table);
        var ceiling = along.Zip(_region.Budget, (price, budget) => price * budget).Sum();
        var (left, right) = (default(Line?), new Line(double.PositiveInfinity, mostWithoutAttack, -ceiling));
        if (Best is { } known)
            AddLine(along, known, 1, ref left, ref right);
        for (var count = 0; count < largestCount && !IsClosed; count++)
        {
            var position = left is { } rising ? (right.Height - rising.Height) / (rising.Slope - right.Slope) : 0;
            if (!(position < right.Position) || (left is { } from && !(position > from.Position)) || ceiling <= 0)
                return Best is not null || TryFree();
            var prices = new SumPrices([.. along.Select(price => (long)double.Min(1L << 60, price * position))], share);
            if (Find(prices) is not { } found)
                return false;
            AddLine(along, found, position, ref left, ref right);
            if (position == 0 && left is null)
                return true;
        }

        return true;
    }

    /// <summary>Mirror ascent from the best prices so far; false if stopped.</summary>
    /// <param name="largestCount">At most this many bounds are looked at.</param>
    public bool Climb(int largestCount)
    {
        var (step, failures, at) = (1.0, 0, Best!);
        for (var count = 0; count < largestCount && !IsClosed && step > SmallestStep; count++)
        {
            if (Next(at, step) is not { } prices)
                return true;
            var before = Best!.Bound;
            if (Find(prices) is not { } found)
                return false;
            at = found;
            failures = Best.Bound > before ? 0 : failures + 1;
            if (failures >= PatienceCount)
                (step, failures, at) = (step / 2, 0, Best);
        }

        return true;
    }

    private void AddLine(double[] along, SumBound found, double position, ref Line? left, ref Line right)
    {
        var slope = new SumSlope(_table, _oracle, found).Over.Zip(along, (over, price) => over * price).Sum();
        var line = new Line(position, (double)found.Bound - (slope * position), slope);
        if (slope > 0)
            left = line;
        else
            right = line;
    }

    private SumBound? Find(SumPrices prices)
    {
        if (_oracle.Find(_region, prices) is not { } bound)
            return null;
        if (Best is null || bound.Bound > Best.Bound || bound.IsUnlimited)
            Best = bound;
        return _look(bound) ? bound : null;
    }

    /// <summary>Where a step leads, or null where nothing is to be gained.</summary>
    private SumPrices? Next(SumBound at, double step)
    {
        var slope = new SumSlope(_table, _oracle, at);
        var gain = slope.Unevenness;
        // With one price and nothing to share, the ray was all there is.
        if (gain <= 0 && slope.Over.Length == 1)
            return null;
        for (var resource = 0; resource < slope.Over.Length; resource++)
        {
            if (_region.Budget[resource] > 0)
                gain += at.Prices.PerResource[resource] * slope.Over[resource] * slope.Over[resource] / _region.Budget[resource];
        }

        if (!(gain > 0))
            return null;
        var length = double.Min(LargestFactor, step * ((double)_needed() - (double)at.Bound + Math.ScaleB(0.5, _table.ScaleBits)) / gain);
        var prices = at.Prices.PerResource.AsSpan().ToArray();
        for (var resource = 0; resource < prices.Length; resource++)
        {
            var change = _region.Budget[resource] > 0 ? double.Clamp(length * slope.Over[resource] / _region.Budget[resource], -1, 1) : 0;
            prices[resource] = (long)double.Min(1L << 60, prices[resource] * Grown(change));
        }

        return new SumPrices(prices, Shift(at.Prices.Share, slope, length));
    }

    private float[] Shift(float[] share, SumSlope slope, double length)
    {
        var next = share.AsSpan().ToArray();
        for (var target = 0; target < _table.TargetCount; target++)
        {
            var open = _region.Open[target];
            for (var level = 0; open != 0; level++, open >>= 1)
            {
                var paid = slope.PaidOfLevel[_table.LevelIndex(target, level)];
                if ((open & 1) == 1 && paid > 0 && paid < 1)
                    ShiftLevel(next, slope, target, level, length);
            }
        }

        return next;
    }

    private void ShiftLevel(float[] share, SumSlope slope, int target, int level, double length)
    {
        const double Least = 1e-6;
        var (first, count, sum) = (_table.SlotIndex(target, level, 0), _table.Pieces.ElementCount(target), 0.0);
        var paid = slope.PaidOfLevel[_table.LevelIndex(target, level)];
        for (var one = 0; one < _table.CaseCount; one++)
        {
            for (var slot = (one * _table.SlotTotal) + first; slot < (one * _table.SlotTotal) + first + count; slot++)
            {
                if (share[slot] <= 0)
                    continue;
                share[slot] = (float)double.Max(Least, share[slot] * Grown(length * (slope.Paid[slot] - paid)));
                sum += share[slot];
            }
        }

        for (var one = 0; one < _table.CaseCount; one++)
        {
            for (var slot = (one * _table.SlotTotal) + first; slot < (one * _table.SlotTotal) + first + count; slot++)
                share[slot] = (float)(share[slot] / sum);
        }
    }

    /// <summary>
    /// Nearly e to the power of x, by basic operations alone, so that the search takes the same course on every machine.
    /// </summary>
    private static double Grown(double x) => x >= 0 ? 1 + x + (x * x / 2) : 1 / (1 - x + (x * x / 2));

    private readonly record struct Line(double Position, double Height, double Slope);
}
