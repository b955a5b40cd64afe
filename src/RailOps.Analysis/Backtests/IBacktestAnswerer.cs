using RailOps.Model.Backtests;

namespace RailOps.Analysis.Backtests;

/// <summary>Asks the model one kind of question.</summary>
internal interface IBacktestAnswerer
{
    /// <summary>Asks.</summary>
    /// <param name="asked">The case; what its question needs is stated.</param>
    /// <param name="world">The data.</param>
    /// <param name="token">Stops solvers.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="NoAnswerException">There is none.</exception>
    BacktestAnswer Answer(BacktestCase asked, BacktestWorld world, CancellationToken token);
}
