using System.Globalization;
using Grpc.Core;
using RailOps.Server.Errors;

namespace RailOps.Server.Mapping;

/// <summary>Collects every fault of a request, so that one error tells them all.</summary>
internal sealed class RequestProblems
{
    private readonly List<(string Reason, string Field, string Value, string Message, string Suggestion)> _all = [];

    /// <summary>True if a fault was found.</summary>
    public bool Any => _all.Count > 0;

    /// <summary>Adds a fault.</summary>
    /// <param name="reason">One of <see cref="ErrorReasons"/>.</param>
    /// <param name="field">Path of the field, snake case.</param>
    /// <param name="value">The value as given.</param>
    /// <param name="message">What is wrong and what would be right.</param>
    /// <param name="suggestion">The nearest match, or empty.</param>
    public void Add(string reason, string field, string value, string message, string suggestion = "") =>
        _all.Add((reason, field, value, message, suggestion));

    /// <summary>Throws INVALID_ARGUMENT with all faults if there is one; the reason is that of the first.</summary>
    /// <exception cref="RpcException">There is a fault.</exception>
    public void ThrowIfAny()
    {
        if (Any)
            throw ToException();
    }

    /// <summary>INVALID_ARGUMENT with all faults, of which there is at least one.</summary>
    public RpcException ToException()
    {
        var first = _all[0];
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["field"] = first.Field, ["value"] = first.Value };
        if (first.Suggestion.Length > 0)
            metadata["suggestion"] = first.Suggestion;
        if (_all.Count > 1)
            metadata["problem_count"] = _all.Count.ToString(CultureInfo.InvariantCulture);
        var message = string.Join(" ", _all.Select(p => p.Message));
        var violations = _all
            .Select(p => new FieldViolation(p.Field, p.Message))
            .ToList();
        return RpcErrors.Create(StatusCode.InvalidArgument, first.Reason, message, metadata, violations);
    }
}
