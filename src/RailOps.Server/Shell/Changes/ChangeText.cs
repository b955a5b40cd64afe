using System.Globalization;
using RailOps.Contracts.V1;
using RailOps.Model.Formats;
using RailOps.Server.Shell.Clients;
using RailOps.Server.Shell.Errors;

namespace RailOps.Server.Shell.Changes;

/// <summary>Reads a change as people type it: <c>close</c> with <c>circum-baikal-tunnels</c>, <c>derate</c> with <c>x=0.5</c>.</summary>
internal static class ChangeText
{
    /// <summary>Names of the actions, in the order in which help shows them.</summary>
    public static IReadOnlyList<string> Actions { get; } = ["close", "derate", "open", "capture", "repair", "set"];

    /// <summary>Reads one change.</summary>
    /// <param name="action">One of <see cref="Actions"/>.</param>
    /// <param name="text">What follows the action.</param>
    /// <param name="where">Option or argument that holds it, for messages.</param>
    /// <exception cref="CallFailedException">The text does not say what the action needs.</exception>
    public static Change Parse(string action, string text, string where) => action switch
    {
        "close" => new Change { Close = new CloseChange { Target = Target(text, where) } },
        "open" => new Change { Open = new OpenChange { Target = Target(text, where) } },
        "repair" => new Change { Repair = new RepairChange { Target = Target(text, where) } },
        "derate" => Derate(text, where),
        "capture" => Capture(text, where),
        "set" => Set(text, where),
        _ => throw Faults.BadInput(where, "CHANGE_UNKNOWN", UnknownAction(action)),
    };

    private static Change Derate(string text, string where)
    {
        var (target, value) = Split(text, '=', where, "TARGET=SHARE, for example circum-baikal-tunnels=0.5");
        return new Change { Derate = new DerateChange { Target = Target(target, where), CapacityLeftRatio = Number(value, where) } };
    }

    private static Change Capture(string text, string where)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var (station, side) = equals < 0 ? (text, "") : (text[..equals], text[(equals + 1)..]);
        return new Change { Capture = new CaptureChange { Station = Target(station, where), BySide = side } };
    }

    private static Change Set(string text, string where)
    {
        const string Form = "TARGET.QUANTITY=VALUE, for example novosibirsk--bolotnaya.train_pairs_per_day=24";
        var (left, value) = Split(text, '=', where, Form);
        var (target, quantity) = Split(left, '.', where, Form);
        return new Change { Set = new SetChange { Target = Target(target, where), Quantity = quantity, Value = Number(value, where) } };
    }

    private static string Target(string text, string where) =>
        text.Trim() is { Length: > 0 } target ? target : throw Faults.BadInput(where, "CHANGE_EMPTY", $"{where} names no place. Give the id of a link, station, point, railway or side.");

    private static (string Left, string Right) Split(string text, char separator, string where, string form)
    {
        var at = text.LastIndexOf(separator);
        return at > 0 && at < text.Length - 1
            ? (text[..at], text[(at + 1)..])
            : throw Faults.BadInput(where, "CHANGE_MALFORMED", $"{where} \"{text}\" should read {form}.");
    }

    private static double Number(string text, string where) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw Faults.BadInput(where, "NUMBER_MALFORMED", $"{where}: \"{text}\" is not a number. Write it with a point, for example 0.5.");

    private static string UnknownAction(string action)
    {
        var near = NearestMatch.Find(action, Actions);
        var hint = near is null ? "" : $" Did you mean \"{near}\"?";
        return $"\"{action}\" is not a change.{hint} Changes are {string.Join(", ", Actions)}.";
    }
}
