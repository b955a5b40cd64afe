using System.Collections.Immutable;
using RailOps.Model.Scenarios;

namespace RailOps.Analysis.Uncertainty;

/// <summary>
/// Moves one parameter after the other to its 10 % and 90 % quantile while all others have their most likely value (one at a time; what
/// parameters do together shows in the bands, not here).
/// </summary>
internal sealed class Tornado(Situation situation, FigureBook book, DrawEvaluator evaluator, SampleListener listener)
{
    private const double UnfavourableQuantile = 0.1;
    private const double FavourableQuantile = 0.9;

    /// <summary>Parameters that can be moved.</summary>
    public ImmutableArray<FigureParameter> Parameters { get; } = book.Parameters;

    /// <summary>Parameters tried: the first so many.</summary>
    public int TriedCount { get; private set; }

    /// <summary>Tries them.</summary>
    /// <param name="count">Bars wanted.</param>
    /// <param name="threadCount">Threads.</param>
    /// <param name="isOver">True: stop.</param>
    /// <returns>The largest swings; those that move nothing are left out.</returns>
    public ImmutableArray<TornadoBar> Run(int count, int threadCount, Func<bool> isOver)
    {
        var trials = new Totals[Parameters.Length * 2];
        var done = WorkTeam.Run(trials.Length, threadCount, Try, isOver);
        TriedCount = done / 2;
        return
        [
            .. Enumerable.Range(0, TriedCount)
                .Select(i => new TornadoBar(Parameters[i], ParameterNames.Of(Parameters[i], situation), trials[2 * i], trials[(2 * i) + 1]))
                .Where(b => b.DivisionSwing > 0 || b.DeliveredSwingKilogramsPerDay > 0)
                .OrderByDescending(b => b.DivisionSwing)
                .ThenByDescending(b => b.DeliveredSwingKilogramsPerDay)
                .ThenBy(b => b.Parameter.Id, StringComparer.Ordinal)
                .Take(count),
        ];

        void Try(int trial)
        {
            var favour = trial % 2 == 0 ? UnfavourableQuantile : FavourableQuantile;
            trials[trial] = evaluator.Evaluate(new OneMoved(book, Parameters[trial / 2], favour)).Totals;
            listener.Tried(trials.Length);
        }
    }
}
