namespace RailOps.Analysis.Backtests;

/// <summary>The model has no answer to a case; the message says why. Never leaves <see cref="BacktestRunner"/>.</summary>
/// <param name="message">Why, as a sentence.</param>
internal sealed class NoAnswerException(string message) : Exception(message);
