using System.Collections.Immutable;
using RailOps.Analysis.Interdiction;
using RailOps.Analysis.Supply;
using RailOps.Model.Uncertainty;
using RailOps.Model.Units;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.Uncertainty;

/// <summary>
/// Answers how sure an answer is, by Monte Carlo: every draw gives every uncertain figure one value (<see cref="FigureDraw"/>) and is
/// answered in full. A draw depends on its number and the seed alone, so any number of threads gives the same answer, and an answer that was
/// stopped is that of the draws done. Then a tornado moves one parameter after the other.
/// </summary>
public sealed class SampleRunner : IDisposable
{
    // The level that each of the draws of one reading stands at.
    private static readonly EstimateLevel[] Levels = [EstimateLevel.Low, EstimateLevel.Best, EstimateLevel.High];

    private readonly SampleQuestion _question;
    private readonly SearchLimits _limits;
    private readonly SampleListener _listener;
    private readonly SolveTally _tally;
    private readonly CancellationToken _token;
    private readonly CancellationTokenSource _clock;
    private readonly CancellationTokenSource _over;
    private readonly DrawEvaluator _first;
    private readonly DrawEvaluator _evaluator;
    private readonly FigureBook _book;
    private readonly DrawOutcome?[] _outcomes;

    private SampleRunner(SampleQuestion question, SearchLimits limits, IProgress<SampleState>? progress, CancellationToken token)
    {
        _question = question;
        _limits = limits;
        _listener = new SampleListener(progress, limits.Time, question.DrawCount);
        _tally = new SolveTally(limits.Time);
        _token = token;
        _clock = new CancellationTokenSource(limits.TimeLimit, limits.Time);
        _over = CancellationTokenSource.CreateLinkedTokenSource(token, limits.Stop, _clock.Token);
        var options = SolveOptions.Default with { TimeProvider = limits.Time };
        _first = new DrawEvaluator(question.Supply, options with { TimeLimit = limits.TimeLimit }, _tally, token);
        _evaluator = new DrawEvaluator(question.Supply, options, _tally, _over.Token);
        _book = new FigureBook(question.Supply.Situation);
        _outcomes = new DrawOutcome?[question.DrawCount];
    }

    /// <summary>Answers.</summary>
    /// <param name="question">The question.</param>
    /// <param name="limits">How long it may take, on how many threads, and what stops it with the draws done.</param>
    /// <param name="progress">Told how far the draws have come, on any thread but never on two at once; null: nobody listens.</param>
    /// <param name="token">Cancellation: no answer.</param>
    /// <returns>The answer, of one draw at least.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static SampleAnswer Sample(SampleQuestion question, SearchLimits limits, IProgress<SampleState>? progress, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentOutOfRangeException.ThrowIfLessThan(question.DrawCount, 1, nameof(question));
        if (question.Correlation is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(question), question.Correlation, "The correlation should be from 0 to 1.");
        using var runner = new SampleRunner(question, limits, progress, token);
        return runner.Run();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _over.Dispose();
        _clock.Dispose();
    }

    private SampleAnswer Run()
    {
        var graph = _first.GraphOf(StatedReading.Instance);
        var stated = _first.Stated(graph);
        // The first draws are made whatever the limit: an answer needs one.
        Draw(0, _first);
        var pieces = (_question.DrawCount + FigureDraw.Count - 1) / FigureDraw.Count;
        WorkTeam.Run(pieces - 1, _limits.ThreadCount, piece => UntilOver(() => Draw(piece + 1, _evaluator)), _over.Token);
        var tornado = new Tornado(_question.Supply.Situation, _book, _evaluator, _listener);
        var bars = _question.TornadoCount == 0 ? [] : tornado.Run(_question.TornadoCount, _limits.ThreadCount, UntilOver, _over.Token);
        var draws = _outcomes.TakeWhile(o => o is not null).Select(o => o!).ToImmutableArray();
        var isComplete = draws.Length == _question.DrawCount && (_question.TornadoCount == 0 || tornado.TriedCount == tornado.Parameters.Length);
        var reader = new DrawReader(graph, stated, draws);
        var facts = _tally.Facts(
            $"Monte Carlo, {_question.Supply.Policy} allocation", SupplyWording.Proof(_question.Supply.Policy), graph.Arcs.Length);
        var answer = new SampleAnswer(
            _question, draws.Length, reader.Fronts(), reader.Total(), reader.Places(), reader.AllMetFrequency(), bars, tornado.Parameters.Length,
            tornado.TriedCount == tornado.Parameters.Length, "", [], [], Ended(facts, isComplete) with { IsSampled = true });
        var wording = new SampleWording(answer);
        return answer with { Headline = wording.Headline(), Sentences = wording.Sentences(), Assumptions = wording.Assumptions() };
    }

    // What was begun and not finished is not told: how far it came depends on the clock.
    private void UntilOver(Action work)
    {
        try
        {
            work();
        }
        catch (OperationCanceledException) when (!_token.IsCancellationRequested)
        {
            // Stopped or out of time; the draws before this one are the answer.
        }
    }

    private void Draw(int piece, DrawEvaluator evaluator)
    {
        var first = piece * FigureDraw.Count;
        var outcomes = evaluator.Evaluate(
            new FigureDraw(_book, _question.Seed, first, _question.Correlation), Levels.Take(Math.Min(FigureDraw.Count, _question.DrawCount - first)));
        for (var i = 0; i < outcomes.Length; i++)
        {
            _outcomes[first + i] = outcomes[i];
            _listener.Drawn(outcomes[i]);
        }
    }

    private SolveFacts Ended(SolveFacts facts, bool isComplete) => isComplete
        ? facts
        : facts with { Termination = _limits.Stop.IsCancellationRequested ? Termination.Stopped : Termination.TimeLimit };
}
