using System.Globalization;

namespace RailOps.Benchmarks.Outside;

/// <summary>One question by both, as a row of the table.</summary>
/// <param name="Kind">flow, LP or MIP.</param>
/// <param name="Question">What is asked.</param>
/// <param name="NativeValue">What the native engine answers.</param>
/// <param name="Native">What it took.</param>
/// <param name="OutsideValue">What OR-Tools answers, in the same form.</param>
/// <param name="Outside">What it took, the worker's processor included.</param>
internal sealed record OutsideRow(string Kind, string Question, string NativeValue, Repeated Native, string OutsideValue, Repeated Outside)
{
    /// <summary>Heads of the columns.</summary>
    public const string Head =
        "| | question | native, processor s | wall, s | OR-Tools, processor s | wall, s | times native (processor) | answers |\n|---|---|---|---|---|---|---|---|";

    /// <summary>The row as Markdown.</summary>
    public override string ToString()
    {
        var answers = NativeValue == OutsideValue ? $"agree: {NativeValue}" : $"{NativeValue}; OR-Tools: {OutsideValue}";
        return FormattableString.Invariant(
            $"| {Kind} | {Question} | {Text(Native.Processor)} | {Text(Native.Wall)} | {Text(Outside.Processor)} | {Text(Outside.Wall)}{(Outside.Count == 1 ? " (1 run)" : "")} | {Outside.Processor / Native.Processor:0} | {answers} |");
    }

    private static string Text(double seconds) => seconds.ToString(seconds < 0.001 ? "0.00000" : seconds < 1 ? "0.0000" : "0.00", CultureInfo.InvariantCulture);
}
