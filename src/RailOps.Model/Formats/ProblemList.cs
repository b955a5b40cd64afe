using System.Collections.Immutable;

namespace RailOps.Model.Formats;

/// <summary>Collects the problems of one load; not thread safe.</summary>
internal sealed class ProblemList
{
    private readonly List<DataProblem> _problems = [];
    private bool _isFull;

    /// <summary>True if the data cannot be used.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>True if an error was told of a file.</summary>
    public bool HasErrorIn(string file) => _problems.Exists(p => p.Severity == ProblemSeverity.Error && p.File == file);

    public void Error(string code, Place place, string value, string message, string suggestion) =>
        Add(ProblemSeverity.Error, code, place, value, message, suggestion);

    public void Warning(string code, Place place, string value, string message, string suggestion) =>
        Add(ProblemSeverity.Warning, code, place, value, message, suggestion);

    /// <summary>All problems in the order in which a person would mend them.</summary>
    public ImmutableArray<DataProblem> ToSorted() =>
        [.. _problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Row ?? 0).ThenBy(p => p.Column, StringComparer.Ordinal)];

    private void Add(ProblemSeverity severity, string code, Place place, string value, string message, string suggestion)
    {
        HasErrors |= severity == ProblemSeverity.Error;
        if (_isFull)
            return;

        _isFull = _problems.Count == DataLimits.ProblemCount;
        _problems.Add(_isFull
            ? new(ProblemSeverity.Error, DataProblemCodes.TooManyProblems, "", null, "", "",
                $"There are more than {DataLimits.ProblemCount} problems; the rest is not listed.", "Mend these first, then check again.")
            : new(severity, code, place.File, place.Row, place.Column, value, message, suggestion));
        HasErrors |= _isFull;
    }
}
