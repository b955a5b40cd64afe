using System.Collections.Immutable;
using RailOps.Analysis.Interdiction;
using RailOps.Model.Network;
using RailOps.Model.Timelines;
using RailOps.Model.Units;
using RailOps.Server.Errors;
using Wire = RailOps.Contracts.V1;

namespace RailOps.Server.Mapping;

/// <summary>Reads modes of attack that a request brings.</summary>
internal sealed class AttackModeReading(BaseNetwork network)
{
    private const int MostModes = 20;
    private const int MostStrikes = 50;
    private const long LargestCount = 1_000_000;
    private const double EarthHalfway = 20_038;

    /// <summary>Reads them.</summary>
    /// <param name="modes">As sent.</param>
    /// <param name="field">Path of the list.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>Those without a fault.</returns>
    public ImmutableArray<AttackMode> Read(IReadOnlyList<Wire.AttackMode> modes, string field, RequestProblems problems)
    {
        if (modes.Count > MostModes)
            problems.Add(ErrorReasons.AttackModeInvalid, field, $"{modes.Count}", $"{field} has {modes.Count} modes, but may have {MostModes}.");
        var read = ImmutableArray.CreateBuilder<AttackMode>();
        for (var i = 0; i < Math.Min(modes.Count, MostModes); i++)
        {
            var faults = Faults(modes, i).ToList();
            foreach (var (name, value, message, suggestion) in faults)
                problems.Add(ErrorReasons.AttackModeInvalid, $"{field}[{i}].{name}", value, message, suggestion);
            if (faults.Count == 0)
                read.Add(Read(modes[i]));
        }

        return read.ToImmutable();
    }

    private IEnumerable<(string Field, string Value, string Message, string Suggestion)> Faults(IReadOnlyList<Wire.AttackMode> modes, int index)
    {
        var mode = modes[index];
        if (!IsId(mode.Id))
            yield return ("id", mode.Id, $"The id of a mode should be lower-case letters, digits and hyphens, but is '{mode.Id}'.", "");
        if (modes.Take(index).Any(m => m.Id == mode.Id))
            yield return ("id", mode.Id, $"Two modes have the id '{mode.Id}'; give each its own.", "");
        if (!IsId(mode.Resource))
            yield return ("resource", mode.Resource, $"The resource of mode '{mode.Id}' should be lower-case letters, digits and hyphens, but is '{mode.Resource}'.", "");
        if (mode.CostCount is < 0 or > LargestCount)
            yield return ("cost_count", $"{mode.CostCount}", $"The cost of mode '{mode.Id}' is {mode.CostCount}, but must be from 0 to {LargestCount}.", "");
        if (mode.AttackLimitCount is < 0 or > LargestCount)
            yield return ("attack_limit_count", $"{mode.AttackLimitCount}", $"The limit of mode '{mode.Id}' is {mode.AttackLimitCount}, but must be from 0 (none) to {LargestCount}.", "");
        if (mode.CapacityLeftRatio is not (>= 0 and < 1))
            yield return Number("capacity_left_ratio", mode.CapacityLeftRatio, $"The share of capacity that mode '{mode.Id}' leaves must be from 0 up to, not including, 1");
        if (mode.ReachKm is not (>= 0 and <= EarthHalfway))
            yield return Number("reach_km", mode.ReachKm, $"The reach of mode '{mode.Id}' must be from 0 (anywhere) to {EarthHalfway} km");
        if (mode.SuccessProbability is not (>= 0 and <= 1))
            yield return Number("success_probability", mode.SuccessProbability, $"The chance of success of mode '{mode.Id}' must be from 0 (taken as certain) to 1");
        if (mode.Strikes.Count == 0)
            yield return ("strikes", "", $"Mode '{mode.Id}' strikes nothing; say for example every:bridge.", "");
        if (mode.Strikes.Count > MostStrikes)
            yield return ("strikes", $"{mode.Strikes.Count}", $"Mode '{mode.Id}' lists {mode.Strikes.Count} things to strike, but may list {MostStrikes}; every:kind names all of a kind.", "");
        for (var i = 0; i < Math.Min(mode.Strikes.Count, MostStrikes); i++)
        {
            if (AttackSelector.Parse(mode.Strikes[i], out var problem, out var suggestion) is not { } selector)
                yield return ($"strikes[{i}]", mode.Strikes[i], problem, suggestion);
            else if (!selector.IsIn(network, out suggestion))
                yield return ($"strikes[{i}]", mode.Strikes[i], $"There is no {RailTarget.WordOf(selector.NamedKind)} '{selector.Name}'.{(suggestion.Length > 0 ? $" Did you mean '{suggestion}'?" : "")}", suggestion);
        }
    }

    private static (string, string, string, string) Number(string field, double value, string message) =>
        (field, WireNumbers.Text(value), $"{message}, but is {WireNumbers.Text(value)}.", "");

    private static bool IsId(string text) =>
        text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static AttackMode Read(Wire.AttackMode mode) => new(
        mode.Id,
        mode.Id,
        (decimal)mode.CapacityLeftRatio,
        RepairDays: null,
        mode.SuccessProbability > 0 ? Estimate.Exactly((decimal)mode.SuccessProbability) : null,
        new AttackUse(
            mode.Resource,
            mode.CostCount,
            mode.AttackLimitCount > 0 ? mode.AttackLimitCount : null,
            [.. mode.Strikes.Select(s => AttackSelector.Parse(s, out _, out _)!)],
            mode.ReachKm > 0 ? (decimal)mode.ReachKm : null,
            SmallestLengthMetres: null,
            mode.Together),
        Grade.D);
}
