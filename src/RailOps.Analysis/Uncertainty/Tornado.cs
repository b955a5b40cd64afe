using System.Collections.Immutable;
using RailOps.Model.Scenarios;
using RailOps.Model.Units;

namespace RailOps.Analysis.Uncertainty;

/// <summary>
/// Moves one parameter after the other to its 10 % and 90 % quantile while all others have their most likely value (one at a time; what
/// parameters do together shows in the bands, not here).
/// </summary>
internal sealed class Tornado(Situation situation, FigureBook book, DrawEvaluator evaluator, SampleListener listener)
{
    private static readonly EstimateLevel[] Ends = [EstimateLevel.Low, EstimateLevel.High];

    /// <summary>Parameters that can be moved.</summary>
    public ImmutableArray<FigureParameter> Parameters { get; } = book.Parameters;

    /// <summary>Parameters tried: the first so many.</summary>
    public int TriedCount { get; private set; }

    /// <summary>Tries them.</summary>
    /// <param name="count">Bars wanted.</param>
    /// <param name="threadCount">Threads.</param>
    /// <param name="untilOver">Does a piece of work that may end unfinished.</param>
    /// <param name="over">Raised: stop.</param>
    /// <returns>The largest swings; those that move nothing are left out.</returns>
    public ImmutableArray<TornadoBar> Run(int count, int threadCount, Action<Action> untilOver, CancellationToken over)
    {
        var bars = new TornadoBar?[Parameters.Length];
        WorkTeam.Run(bars.Length, threadCount, index => untilOver(() => Try(index)), over);
        var tried = bars.TakeWhile(b => b is not null).Select(b => b!).ToList();
        TriedCount = tried.Count;
        return
        [
            .. tried
                .Where(b => b.DivisionSwing > 0 || b.DeliveredSwingKilogramsPerDay > 0)
                .OrderByDescending(b => b.DivisionSwing)
                .ThenByDescending(b => b.DeliveredSwingKilogramsPerDay)
                .ThenBy(b => b.Parameter.Id, StringComparer.Ordinal)
                .Take(count),
        ];

        void Try(int index)
        {
            var ends = evaluator.Evaluate(new OneMoved(book, Parameters[index]), Ends);
            bars[index] = new TornadoBar(Parameters[index], ParameterNames.Of(Parameters[index], situation), ends[0].Totals, ends[1].Totals);
            listener.Tried(bars.Length);
        }
    }
}
