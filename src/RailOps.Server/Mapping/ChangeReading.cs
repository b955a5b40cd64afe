using RailOps.Model.Formats;
using RailOps.Model.Scenarios;
using RailOps.Server.Errors;
using Wire = RailOps.Contracts.V1;

namespace RailOps.Server.Mapping;

/// <summary>Reads a change of a request.</summary>
internal static class ChangeReading
{
    private const double LargestReadable = 1e9;

    /// <summary>Reads a change.</summary>
    /// <param name="change">The change.</param>
    /// <param name="field">Path of the change.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>The change, or null if something is wrong with it.</returns>
    public static Change? Read(Wire.Change change, string field, RequestProblems problems)
    {
        switch (change.ActionCase)
        {
            case Wire.Change.ActionOneofCase.Close:
                return new Change.Close(change.Close.Target);
            case Wire.Change.ActionOneofCase.Derate:
                return Derate(change.Derate, field, problems);
            case Wire.Change.ActionOneofCase.Open:
                return new Change.Open(change.Open.Target);
            case Wire.Change.ActionOneofCase.Capture:
                return new Change.Capture(change.Capture.Station, change.Capture.BySide);
            case Wire.Change.ActionOneofCase.Repair:
                return new Change.Repair(change.Repair.Target);
            case Wire.Change.ActionOneofCase.Set:
                return Set(change.Set, field, problems);
            default:
                problems.Add(
                    ErrorReasons.ChangeEmpty, field, "", $"'{field}' says nothing; set close, derate, open, capture, repair or set.");
                return null;
        }
    }

    /// <summary>Path of the field of a change that a problem is about.</summary>
    /// <param name="change">The change.</param>
    /// <param name="problemField">Field as the model names it.</param>
    /// <returns>For example <c>close.target</c>.</returns>
    public static string FieldOf(Wire.Change change, string problemField) =>
        $"{change.ActionCase.ToString().ToLowerInvariant()}.{problemField}";

    private static Change.Derate? Derate(Wire.DerateChange derate, string field, RequestProblems problems)
    {
        if (Math.Abs(derate.CapacityLeftRatio) <= LargestReadable)
            return new Change.Derate(derate.Target, (decimal)derate.CapacityLeftRatio);
        // Not a number, or too large for the model to say what is wrong with it.
        var value = WireNumbers.Text(derate.CapacityLeftRatio);
        problems.Add(
            ErrorReasons.RatioOutOfRange, $"{field}.derate.capacity_left_ratio", value,
            $"The share of capacity left at '{derate.Target}' is {value}, but must be from 0 (closed) to 1 (whole).");
        return null;
    }

    private static Change.Set? Set(Wire.SetChange set, string field, RequestProblems problems)
    {
        if (Quantities.Find(set.Quantity) is not { } quantity)
        {
            var near = NearestMatch.Find(set.Quantity, Quantities.Names) ?? "";
            var hint = near.Length > 0 ? $" Did you mean '{near}'?" : "";
            problems.Add(
                ErrorReasons.QuantityUnknown, $"{field}.set.quantity", set.Quantity,
                $"There is no quantity '{set.Quantity}'; there are {string.Join(", ", Quantities.Names)}.{hint}", near);
            return null;
        }

        if (Math.Abs(set.Value) <= LargestReadable)
            return new Change.Set(set.Target, quantity, (decimal)set.Value);
        var value = WireNumbers.Text(set.Value);
        problems.Add(
            ErrorReasons.ValueOutOfRange, $"{field}.set.value", value,
            $"{set.Quantity} of '{set.Target}' is {value}, but must be from 0 to {Quantities.LargestSettable(quantity)}.");
        return null;
    }
}
