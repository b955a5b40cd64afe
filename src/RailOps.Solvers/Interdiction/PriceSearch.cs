namespace RailOps.Solvers.Interdiction;

/// <summary>
/// Problem: the prices under which the minimum cut, less the price of the budget, bounds a node of the search best.
/// <para>
/// Method and source: along a ray of prices the bound is concave and made of straight lines; two lines, one rising and one
/// falling, are replaced in turn by the line found where they meet (M. J. Eisner and D. G. Severance 1976; for interdiction J. O.
/// Royset and R. K. Wood 2007). With several resources first a ray on which all budgets cost the same, then one ray per resource.
/// </para>
/// <para>Numbers: floating point chooses prices and nothing else; bounds are exact for the whole-number prices chosen.</para>
/// </summary>
internal sealed class PriceSearch
{
    // Searching on is not worth a cut when the bound could only gain this share of what it lacks.
    private const double WorthwhileShare = 0.02;

    private readonly AttackNet _net;
    private readonly CutOracle _oracle;
    private readonly long[] _budget;
    private readonly ICutInspector _inspector;
    private readonly double _scale;

    public PriceSearch(AttackNet net, CutOracle oracle, long[] budget, ICutInspector inspector)
    {
        (_net, _oracle, _budget, _inspector) = (net, oracle, budget, inspector);
        _scale = Math.ScaleB(1.0, net.Table.ScaleBits);
    }

    /// <summary>The cut with the best bound so far; null before the first.</summary>
    public PricedCut? Best { get; private set; }

    /// <summary>Looks at one set of prices.</summary>
    /// <param name="prices">The prices.</param>
    /// <param name="start">A flow to start from, see <see cref="CutOracle.Find"/>.</param>
    /// <returns>False if stopped.</returns>
    public bool Try(Prices prices, long[]? start)
    {
        if (_oracle.Find(prices, _budget, start) is not { } cut)
            return false;
        return Accept(cut);
    }

    /// <summary>Looks for the best prices by at most a number of cuts a ray, unless the node is closed before.</summary>
    /// <returns>False if stopped.</returns>
    public bool Improve(int largestCutCount)
    {
        var origin = new double[_budget.Length];
        var even = _budget.Select(budget => budget == 0 ? 0 : 1.0 / budget).ToArray();
        if (_budget.Length == 1)
            return Walk(new PriceRay(origin, [1.0]), largestCutCount);
        if (!Walk(new PriceRay(origin, even), largestCutCount))
            return false;
        for (var resource = 0; resource < _budget.Length; resource++)
        {
            var from = Best!.Prices.PerResource.Select(price => (double)price).ToArray();
            var along = new double[_budget.Length];
            (from[resource], along[resource]) = (0, 1);
            if (_budget[resource] > 0 && !IsClosed && !Walk(new PriceRay(from, along), largestCutCount))
                return false;
        }

        return true;
    }

    private bool IsClosed => Best is not null && _inspector.Closes(Best.Bound);

    private bool Accept(PricedCut cut)
    {
        if (Best is null || cut.Bound > Best.Bound)
            Best = cut;
        return _inspector.Look(_net, cut, _budget);
    }

    private bool Walk(PriceRay ray, int largestCutCount)
    {
        var (rising, falling) = (default(RayLine?), default(RayLine?));
        var cut = Best;
        long[]? start = null;
        for (var count = 0; ; count++)
        {
            if (cut is null)
            {
                cut = _oracle.FindUnattacked(_budget);
                if (cut is null || !_inspector.Look(_net, cut, _budget))
                    return false;
                AddOutline(ray, cut, ref rising, ref falling);
            }
            else
            {
                AddLines(ray, cut, ref rising, ref falling, ref start);
            }

            if (count == largestCutCount || IsClosed || Next(ray, rising, falling) is not { } position)
                return !_oracle.Stop.IsRaised && (Best is not null || Try(ray.At(0), start: null));
            cut = _oracle.Find(ray.At(position), _budget, start);
            if (cut is null || !Accept(cut))
                return false;
            if (!cut.HasCut)
                return true;
        }
    }

    /// <summary>Where the two lines meet, unless nothing is to be gained there.</summary>
    private double? Next(PriceRay ray, RayLine? rising, RayLine? falling)
    {
        if (falling is not { } right)
            return null;
        if (rising is not { } left)
            return right.Position > 0 ? 0 : null;
        var position = Math.Floor((right.Height - left.Height) / (left.Slope - right.Slope));
        if (!(position > left.Position && position < right.Position))
            return null;
        var possible = left.Height + (left.Slope * position);
        if (Best is null)
            return position;
        var bound = (double)Best.Bound;
        var lacking = ((double)_inspector.Value * _scale) - bound;
        return ray.Contains(Best.Prices) && possible - bound <= WorthwhileShare * lacking ? null : position;
    }

    private void AddLines(PriceRay ray, PricedCut cut, ref RayLine? rising, ref RayLine? falling, ref long[]? start)
    {
        if (!cut.HasCut || !ray.Contains(cut.Prices))
            return;
        var position = ray.PositionOf(cut.Prices);
        var line = Line(ray, CutLine.AtPrices(_net, cut.NearSource, cut.Prices, _oracle.Stop), position);
        if (line.Slope > 0)
            (rising, start) = (line, cut.Flow);
        else
            falling = line;
        AddOutline(ray, cut, ref rising, ref falling);
    }

    /// <summary>Where one of the lines is missing, the same cut with all or nothing attacked.</summary>
    private void AddOutline(PriceRay ray, PricedCut cut, ref RayLine? rising, ref RayLine? falling)
    {
        if (!cut.HasCut)
            return;
        if (rising is null && Line(ray, CutLine.AllAttacked(_net, cut.NearSource, _oracle.Stop), -1) is { Slope: > 0 } all)
            rising = all;
        falling ??= Line(ray, CutLine.Unattacked(_net, cut.NearSource, _oracle.Stop), double.PositiveInfinity);
    }

    private RayLine Line(PriceRay ray, CutLine line, double position)
    {
        var (height, slope) = (line.Fixed * _scale, 0.0);
        for (var resource = 0; resource < _budget.Length; resource++)
        {
            var over = line.Spent[resource] - _budget[resource];
            height += ray.From[resource] * over;
            slope += ray.Along[resource] * over;
        }

        return new RayLine(position, height, slope);
    }

    private readonly record struct RayLine(double Position, double Height, double Slope);
}
