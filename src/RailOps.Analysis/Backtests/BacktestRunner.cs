using System.Collections.Immutable;
using RailOps.Analysis.Backtests.Questions;
using RailOps.Model;
using RailOps.Model.Backtests;

namespace RailOps.Analysis.Backtests;

/// <summary>Asks the model every case and compares.</summary>
public static class BacktestRunner
{
    private static readonly ImmutableDictionary<BacktestQuestion, IBacktestAnswerer> Answerers = new Dictionary<BacktestQuestion, IBacktestAnswerer>
    {
        [BacktestQuestion.AllTrainPairs] = new SectionTrainPairs(isMilitary: false, isByFormula: false),
        [BacktestQuestion.MilitaryTrainPairs] = new SectionTrainPairs(isMilitary: true, isByFormula: false),
        [BacktestQuestion.AllTrainPairsByFormula] = new SectionTrainPairs(isMilitary: false, isByFormula: true),
        [BacktestQuestion.MilitaryTrainPairsByFormula] = new SectionTrainPairs(isMilitary: true, isByFormula: true),
        [BacktestQuestion.TonnesADay] = new SectionTonnes(),
        [BacktestQuestion.TruckTonnesADay] = new TruckTonnes(),
        [BacktestQuestion.WagonsADay] = new SectionWagons(),
        [BacktestQuestion.TrainsForForce] = new ForceTrains(inWagons: false),
        [BacktestQuestion.WagonsForForce] = new ForceTrains(inWagons: true),
        [BacktestQuestion.DaysToConcentrate] = new ConcentrationDays(),
        [BacktestQuestion.DivisionsFedOverSection] = new DivisionsFedOverSection(),
        [BacktestQuestion.DivisionsSustained] = new DivisionsSustained(),
        [BacktestQuestion.MenSustained] = new MenSustained(),
    }.ToImmutableDictionary();

    /// <summary>General knowledge, derivations and other data sets: ids that many rows share without sharing an observation.</summary>
    private static readonly ImmutableHashSet<string> CatchAll =
        ["sov-gk", "man-g0", "oob-gk", "doc-gen", "sov-derived", "oob-derived", "doc-der", "upg-der", "oob-doc-bt", "oob-sov-data", "oob-man-data", "change"];

    /// <summary>Asks all cases.</summary>
    /// <param name="data">All data.</param>
    /// <param name="cases">The cases, from <see cref="RailData.Backtests"/>.</param>
    /// <param name="token">Looked at between days and every few thousand steps of a solver.</param>
    /// <returns>One result per case, in the same order.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ImmutableArray<BacktestResult> Run(RailData data, IEnumerable<BacktestCase> cases, CancellationToken token)
    {
        var world = new BacktestWorld(data);
        return [.. cases.Select(asked => Ask(asked, world, token))];
    }

    private static BacktestResult Ask(BacktestCase asked, BacktestWorld world, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        if (asked.CannotAnswer.Length > 0)
            return new BacktestResult(asked, null, BacktestVerdict.NotAnswered, [], asked.CannotAnswer);
        try
        {
            var answer = Answerers[asked.Question].Answer(asked, world, token);
            return new BacktestResult(
                asked, answer, BacktestJudge.Judge(answer.Value, asked.Observed, asked.Comparison), Shared(asked, answer), Why(answer));
        }
        catch (NoAnswerException none)
        {
            return new BacktestResult(asked, null, BacktestVerdict.NotAnswered, [], none.Message);
        }
    }

    private static ImmutableArray<string> Shared(BacktestCase asked, BacktestAnswer answer) =>
        [.. answer.Steps.SelectMany(s => s.Evidence.SourceIds).Intersect(asked.Evidence.SourceIds).Except(CatchAll).Order(StringComparer.Ordinal)];

    private static string Why(BacktestAnswer answer) =>
        $"{answer.Place}: {string.Join("; ", answer.Steps.Select(s => $"{s.Name} ({s.Evidence.Grade})"))}";
}
